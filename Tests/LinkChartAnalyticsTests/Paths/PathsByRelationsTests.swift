import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Paths whose hops are of certain relations, and the most reliable path.
@Suite struct PathsByRelationsTests {
    private static let names = ["funds", "arms", "trains"]

    /// A graph of actors whose links have relations at random.
    private struct Typed {
        var graph = Graph()
        /// The links that became edges of their own: two of the same relation between the same nodes are one.
        var plain: PlainGraph
        /// Of every edge the number of its relation.
        var kinds: [Int] = []
        var relations: [RelationID] = []

        init(_ plain: PlainGraph, _ random: inout SplitMix64) throws {
            self.plain = PlainGraph(plain.nodeCount, isDirected: plain.isDirected)
            let nodes = (0..<plain.nodeCount).map { graph.add(.actor("Actor \($0)")).index }
            let names = PathsByRelationsTests.names
            relations = try names.map { try #require(graph.ontology.relation(named: $0)) }
            var links: [PlainGraph.Link] = []
            for link in plain.links {
                let kind = random.below(relations.count)
                let edge = try graph.link(from: nodes[link.from], relations[kind], to: nodes[link.to])
                guard edge.position == links.count else { continue }
                links.append(link)
                kinds.append(kind)
            }
            self.plain = PlainGraph(plain.nodeCount, isDirected: plain.isDirected, links: links)
        }
    }

    @Test func sameAsSiftingAllSimplePaths() throws {
        try onRandomGraphs(1200, upTo: 7) { plain, random, context in
            guard plain.nodeCount > 0 else { return }
            let typed = try Typed(plain, &random)
            let (graph, plain, kinds, relations) = (typed.graph, typed.plain, typed.kinds, typed.relations)
            let projection = graph.projection(.facts, isDirected: plain.isDirected, keepingEdges: true)
            let pattern = (0..<random.below(5)).map { _ -> Set<Int>? in
                random.chance(0.2) ? nil : Set((0..<3).filter { _ in random.chance(0.6) })
            }
            let (source, target) = (random.below(plain.nodeCount), random.below(plain.nodeCount))
            let avoiding = random.chance(0.3) ? Set([random.below(plain.nodeCount)]) : []
            let context = "\(source) to \(target), \(pattern), \(kinds), \(context)"
            let simple = BruteForce(plain).simplePaths(from: source, to: target, avoiding: avoiding)
            let theirs = simple.filter { walk in
                walk.links.count == pattern.count
                    && zip(walk.links, pattern).allSatisfy { $1?.contains(kinds[$0]) ?? true }
            }
            let question = PathsByRelations(
                pattern.map { $0.map { Set($0.map { relations[$0] }) } }, in: graph,
                avoiding: Set(avoiding.map { NodeIndex($0) }))
            let found = try question.paths(in: projection, from: NodeIndex(source), to: NodeIndex(target))
            #expect(found.paths.map(\.walk).ordered == theirs.ordered, "\(context)")
            #expect((found.noPathReason == nil) == !theirs.isEmpty, "\(context)")
            #expect((found.noPathReason == .noMatch) == (theirs.isEmpty && !simple.isEmpty), "\(context)")
        }
    }

    @Test func limitsAndBadQuestions() throws {
        var random = SplitMix64(seed: 1)
        let plain = PlainGraph.complete(60)
        let graph = try Typed(plain, &random).graph
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let (source, target) = (NodeIndex(0), NodeIndex(59))
        let any = PathsByRelations([nil, nil, nil, nil], in: graph)
        let some = try any.paths(
            in: projection, from: source, to: target, limits: SearchLimits(maxPaths: 5), execution: .default)
        #expect(some.truncation == .pathLimit(5) && some.paths.count == 5)
        let stopped = try any.paths(
            in: projection, from: source, to: target, limits: SearchLimits(shouldStop: { true }),
            execution: .default)
        #expect(stopped.truncation == .stopped)
        #expect(throws: AnalysisError.cancelled) {
            try any.paths(
                in: projection, from: source, to: target, limits: .none,
                execution: Execution(isCancelled: { true }))
        }
        let others = PathsByRelations([nil], in: PlainGraph.path(2).graph())
        #expect(throws: AnalysisError.self) { try others.paths(in: projection, from: source, to: target) }
        let outside = try any.paths(in: projection, from: source, to: NodeIndex(99))
        #expect(outside.noPathReason == .notSelected(NodeIndex(99)))
        let longest = PathsByRelations([Set<RelationID>?](repeating: nil, count: 60), in: graph)
        #expect(try longest.paths(in: projection, from: source, to: target).noPathReason == .noMatch)
        let nothing = PathsByRelations([], in: graph)
        #expect(try nothing.paths(in: projection, from: source, to: source).paths.map(\.hops) == [0])
        #expect(try nothing.paths(in: projection, from: source, to: target).noPathReason == .noMatch)
    }

    /// The greatest product over all simple paths, multiplied out.
    @Test func theMostReliablePathHasTheGreatestProduct() throws {
        try onRandomGraphs(800, upTo: 7) { plain, random, context in
            guard plain.nodeCount > 0 else { return }
            var graph = Graph()
            let nodes = (0..<plain.nodeCount).map { graph.add(.actor("Actor \($0)")).index }
            let relation = try #require(graph.ontology.relation(named: "relatedTo"))
            let confidences = plain.links.map { _ in 10 * random.below(11) }
            for (link, confidence) in zip(plain.links, confidences) {
                let claim = Claim(confidence: try Confidence(confidence))
                _ = try graph.link(from: nodes[link.from], relation, to: nodes[link.to], claims: [claim])
            }
            let projection = graph.projection(.facts, isDirected: plain.isDirected, keepingEdges: true)
            let (source, target) = (random.below(plain.nodeCount), random.below(plain.nodeCount))
            let products = BruteForce(plain).simplePaths(from: source, to: target).map { walk in
                walk.links.reduce(1) { $0 * (Double(confidences[$1]) / 100) }
            }
            let found = try MostReliablePath(in: graph).paths(
                in: projection, from: nodes[source], to: nodes[target])
            expectEqual(
                [found.first?.reliability ?? 0], [products.max() ?? 0],
                "\(source) to \(target), \(confidences), \(context)")
        }
    }
}
