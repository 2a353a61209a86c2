import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

@Suite struct DisparityFilterTests {
    @Test(arguments: ReferenceGraph.all.filter { PredictionReference.all.graphs[$0.name]?.disparity != nil })
    func agreesWithQuadrature(reference: ReferenceGraph) throws {
        let theirs = try #require(PredictionReference.all.graphs[reference.name]?.disparity)
        let graph = reference.plain.graph(weights: reference.weights)
        let projection = graph.projection(.facts, isDirected: reference.directed, keepingEdges: true)
        let backbone = try projection.disparityFilter(weights: .attribute("weight", of: graph))
        #expect(backbone.links.count == theirs.count { $0 != nil })
        for (edge, values) in theirs.enumerated() {
            let value = backbone.pValue(of: EdgeIndex(edge), in: graph)
            expectEqual(
                [value ?? -1], [values?.min() ?? -1], digits: 1e-10, "\(reference.name), edge \(edge)")
        }
    }

    /// Links with their sums, against the formula.
    @Test func agreesWithTheFormula() throws {
        try onRandomGraphs(500, upTo: 10) { graph, random, context in
            let weights = graph.links.map { _ in random.chance(0.1) ? 0 : Double(1 + random.below(20)) / 4 }
            let typed = graph.graph(weights: weights)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            var sums: [[Int]: Double] = [:]
            for (link, weight) in zip(graph.links, weights) where link.from != link.to {
                let isTurned = !graph.isDirected && link.from > link.to
                sums[isTurned ? [link.to, link.from] : [link.from, link.to], default: 0] += weight
            }
            func pValue(_ weight: Double, _ isOfNode: ([Int]) -> Bool) -> Double {
                let all = sums.filter { isOfNode($0.key) && $0.value > 0 }.map(\.value)
                guard weight > 0 && all.count > 1 else { return 1 }
                return pow(1 - weight / all.reduce(0, +), Double(all.count - 1))
            }
            let backbone = try projection.disparityFilter(
                weights: .attribute("weight", of: typed), alpha: 0.3)
            let keys = sums.keys.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
            #expect(backbone.links.map { [$0.first.position, $0.second.position] } == keys, "\(context)")
            let expected = keys.map { key -> [Double] in
                let weight = sums[key] ?? -1
                return [
                    weight,
                    pValue(weight) { graph.isDirected ? $0[0] == key[0] : $0.contains(key[0]) },
                    pValue(weight) { graph.isDirected ? $0[1] == key[1] : $0.contains(key[1]) },
                ]
            }
            expectEqual(
                backbone.links.flatMap { [$0.weight, $0.firstPValue, $0.secondPValue] },
                expected.flatMap { $0 }, digits: 1e-12, context)
            // What is kept, as links, as edges, as a projection and as a new graph.
            let kept = Set(backbone.keptLinks.map { [$0.first.position, $0.second.position] })
            let significant = zip(keys, expected).filter { min($1[1], $1[2]) < 0.3 }.map(\.0)
            #expect(kept == Set(significant), "\(context)")
            let edges = graph.links.indices.filter { edge in
                let link = graph.links[edge]
                return kept.contains([link.from, link.to])
                    || !graph.isDirected && kept.contains([link.to, link.from])
            }
            #expect(backbone.keptEdges.map(\.position) == edges, "\(context)")
            let filtered = backbone.filteredProjection
            let arcs = (0..<filtered.arcCount).map { filtered.edge(ofArc: $0).edge.position }
            #expect(Set(arcs) == Set(edges), "\(context)")
            #expect(arcs.count == edges.count * (graph.isDirected ? 1 : 2), "\(context)")
            let part = typed.subgraph(backbone.keptEdges.parts(of: typed))
            #expect(part.nodeCount == graph.nodeCount && part.edgeCount == edges.count, "\(context)")
        }
    }

    /// The example of a hub with one strong link: kept at the hub's sight, though weak for nobody else.
    @Test func byHand() throws {
        let graph = PlainGraph(4, [(0, 1), (0, 2), (0, 3), (1, 2)]).graph(weights: [8, 1, 1, 2])
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let backbone = try projection.disparityFilter(weights: .attribute("weight", of: graph), alpha: 0.1)
        #expect(abs(backbone.links[0].firstPValue - 0.04) < 1e-15)
        #expect(abs(backbone.links[0].secondPValue - 0.2) < 1e-15)
        #expect(backbone.links[2].secondPValue == 1)
        #expect(backbone.keptEdges.ids(in: graph) == [graph.id(of: EdgeIndex(0))])
        #expect(backbone.filteredProjection.description.hasSuffix("backbone at 0.1"))
        #expect(try backbone.keeping(alpha: 0).keptLinks.isEmpty)
        #expect(try backbone.keeping(alpha: 1).keptLinks.count == 4)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(backbone)) as? [String: Any]
        #expect(json?["weights"] as? String == "weight" && json?["alpha"] as? Double == 0.1)
        let links = try #require(json?["links"] as? [[String: Any]])
        #expect(links.map { $0["isKept"] as? Bool } == [true, false, false, false])
        let edges =
            try JSONSerialization.jsonObject(with: JSONEncoder().encode(backbone.keptEdges)) as? [String: Any]
        #expect(edges?["edges"] as? [Int] == [0])
    }

    /// Without edges behind the arcs, links count by how many parallel ones there are.
    @Test func countsOfParallelEdges() throws {
        let graph = PlainGraph(4, [(0, 1), (0, 1), (1, 0), (0, 2), (0, 3)])
        let backbone = try graph.projection(parallelEdges: .kept).disparityFilter(alpha: 0.5)
        #expect(backbone.links.map(\.weight) == [3, 1, 1])
        #expect(abs(backbone.links[0].pValue - 0.16) < 1e-15)
        #expect(backbone.keptEdges.isEmpty && backbone.filteredProjection.arcCount == 6)
        let merged = try graph.projection().disparityFilter()
        #expect(merged.links.map(\.weight) == [1, 1, 1])
    }

    @Test func extremeWeightsAndLongRows() throws {
        // Numbers that have no sum, and a share too small for 1 - p to differ from 1.
        let huge = PlainGraph.star(4).graph(weights: [1e308, 1e308, 1.5e308])
        let projection = huge.projection(.facts, isDirected: false, keepingEdges: true)
        let backbone = try projection.disparityFilter(weights: .attribute("weight", of: huge))
        expectEqual(
            backbone.links.map(\.firstPValue), [2.5 / 3.5, 2.5 / 3.5, 2 / 3.5].map { $0 * $0 }, "huge")
        let star = PlainGraph.star(100_001)
        let weights = [1e-12] + [Double](repeating: 1, count: 99_999)
        let graph = star.graph(weights: weights)
        let long = try graph.projection(.facts, isDirected: false, keepingEdges: true)
            .disparityFilter(weights: .attribute("weight", of: graph))
        expectEqual([1 - long.links[0].firstPValue], [1e-12], digits: 1e-15, "a weak link")
        #expect(abs(long.links[1].firstPValue - exp(-1)) < 1e-4)
    }

    @Test func badQuestions() throws {
        for alpha in [-0.1, 1.1, .nan] {
            let error = #expect(throws: AnalysisError.self) {
                try PlainGraph.path(3).projection().disparityFilter(alpha: alpha)
            }
            #expect(error?.code == .badParameter)
        }
        let graph = PlainGraph.path(4).graph(weights: [1, -1, 2])
        let projection = graph.projection(.facts, keepingEdges: true)
        let bad = #expect(throws: AnalysisError.self) {
            try projection.disparityFilter(weights: .attribute("weight", of: graph))
        }
        #expect(bad?.code == .badCost && bad?.edge == EdgeIndex(1))
        let missing = #expect(throws: AnalysisError.self) {
            try projection.disparityFilter(weights: .attribute("strength", of: graph))
        }
        #expect(missing?.code == .missingCost && missing?.edge == EdgeIndex(0))
        let edgeless = #expect(throws: AnalysisError.self) {
            try graph.projection(.facts).disparityFilter(weights: .attribute("weight", of: graph))
        }
        #expect(edgeless?.code == .badParameter)
        let stopped = #expect(throws: AnalysisError.self) {
            try projection.disparityFilter(execution: Execution(isCancelled: { true }))
        }
        #expect(stopped == .cancelled)
        let seen = Mutex<[Double]>([])
        _ = try projection.disparityFilter(
            execution: Execution(progress: { done in seen.withLock { $0.append(done) } }))
        #expect(seen.withLock { $0 == $0.sorted() && $0.last == 1 })
        for count in 0...1 {
            let empty = try PlainGraph(count).projection(keepingEdges: true).disparityFilter()
            #expect(empty.links.isEmpty && empty.keptEdges.isEmpty)
            #expect(empty.filteredProjection.nodeCount == count)
        }
        let loop = try PlainGraph(1, [(0, 0)]).projection(keepingEdges: true).disparityFilter(alpha: 1)
        #expect(loop.links.isEmpty && loop.filteredProjection.arcCount == 0)
    }
}
