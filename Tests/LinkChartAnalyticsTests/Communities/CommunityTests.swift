import Foundation
import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Communities of known graphs, bad input, and what a run promises.
@Suite struct CommunityTests {
    private static let algorithms: [any CommunityAlgorithm] = [Leiden(), Louvain(), LabelPropagation()]

    // MARK: - Known graphs

    /// The best modularity of Zachary's karate club is 0.4198, with four communities (U. Brandes and others 2008,
    /// doi:10.1109/TKDE.2007.190689).
    @Test func karateClub() throws {
        let club = try #require(ReferenceGraph.all.first { $0.name == "karate-club" })
        let projection = club.plain.projection()
        for seed in 1...20 as ClosedRange<UInt64> {
            let found = try projection.leidenCommunities(seed: seed)
            #expect(abs((found.modularity ?? 0) - 0.419789) < 1e-6, "seed \(seed)")
            #expect(found.count == 4)
            let louvain = try projection.louvainCommunities(seed: seed)
            #expect((louvain.modularity ?? 0) >= 0.38, "seed \(seed)")
        }
    }

    @Test func modularityAndConductanceOfReferenceGraphs() throws {
        struct Measures: Decodable {
            var modularityOfThirds: Double?
            var modularityOfThirdsAtResolutionHalf: Double?
            var conductanceOfThirds: [Double?]?
        }
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Reference/measures")
        var compared = 0
        for reference in ReferenceGraph.all {
            let file = folder.appending(path: "\(reference.name).json")
            guard let data = try? Data(contentsOf: file) else { continue }
            let measures = try JSONDecoder().decode(Measures.self, from: data)
            let simple = PlainGraph(
                reference.nodes, links: reference.plain.links.filter { $0.from != $0.to })
            let labels = (0..<reference.nodes).map { UInt32($0 % 3) }
            let partition = Partition(of: simple.projection(), labels: labels, labelCount: 3)
            guard let expected = measures.modularityOfThirds,
                let half = measures.modularityOfThirdsAtResolutionHalf
            else { continue }
            compared += 1
            #expect(abs(try partition.modularity() - expected) < 1e-12, "\(reference.name)")
            #expect(abs(try partition.modularity(resolution: 0.5) - half) < 1e-12, "\(reference.name)")
            let quality = try partition.quality()
            for (third, value) in (measures.conductanceOfThirds ?? []).enumerated()
            where third < reference.nodes {
                let ours = quality.parts[partition.parts[third]].conductance
                #expect((ours == nil) == (value == nil), "\(reference.name)")
                if let ours, let value { #expect(abs(ours - value) < 1e-12, "\(reference.name)") }
            }
        }
        #expect(compared > 40)
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func plantedCommunitiesAreRecovered(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let sizes = [40, 60, 30, 50, 45]
        let graph = PlainGraph.stochasticBlock(sizes, within: 0.4, between: 0.02, using: &random)
        let planted = sizes.enumerated().flatMap { Array(repeating: UInt32($0.offset), count: $0.element) }
        let projection = graph.projection()
        let expected = Partition(of: projection, labels: planted, labelCount: sizes.count)
        for algorithm in Self.algorithms {
            let found = try algorithm.communities(of: projection)
            #expect(found.partition.parts == expected.parts, "\(algorithm.method)")
        }
        let potts = try projection.leidenCommunities(objective: .constantPotts, resolution: 0.15, seed: seed)
        #expect(potts.partition.parts == expected.parts)
    }

    /// Cliques in a ring, each linked to the next: modularity merges neighbours where there are many, the constant
    /// Potts model never does (S. Fortunato, M. Barthélemy 2007, doi:10.1073/pnas.0605965104).
    @Test func theResolutionLimitIsModularitysOwn() throws {
        let cliques = 40
        let size = 4
        var links: [PlainGraph.Link] = []
        for clique in 0..<cliques {
            links += PlainGraph.complete(size).links.map {
                .init($0.from + clique * size, $0.to + clique * size)
            }
            links.append(.init(clique * size, (clique + 1) % cliques * size + 1))
        }
        let projection = PlainGraph(cliques * size, links: links).projection()
        #expect(try projection.leidenCommunities().count < cliques)
        let potts = try projection.leidenCommunities(objective: .constantPotts, resolution: 0.5)
        #expect(potts.partition.sizes == Array(repeating: size, count: cliques))
    }

    // MARK: - Weights and resolution

    @Test func weightsCountLikeParallelLinks() throws {
        try onRandomGraphs(200, upTo: 14) { graph, random, context in
            let weights = graph.links.map { _ in Double(1 + random.below(3)) }
            let typed = graph.graph(weights: weights)
            let weighted = typed.projection(.facts, isDirected: false, keepingEdges: true)
            var repeated = PlainGraph(graph.nodeCount)
            for (link, weight) in zip(graph.links, weights) {
                repeated.links += Array(repeating: link, count: Int(weight))
            }
            let one = try weighted.leidenCommunities(weights: .attribute("weight", of: typed))
            let other = try repeated.projection(parallelEdges: .kept).leidenCommunities()
            #expect((one.modularity == nil) == (other.modularity == nil), "\(context)")
            // The order of nodes differs, so the communities may, but both are about as good.
            #expect(abs((one.modularity ?? 0) - (other.modularity ?? 0)) < 0.05, "\(context)")
        }
    }

    /// Strong links tie what weak ones would not.
    @Test func strongLinksTie() throws {
        let graph = PlainGraph(4, [(0, 1), (1, 2), (2, 3), (3, 0)])
        let typed = graph.graph(weights: [9, 1, 9, 1])
        let projection = typed.projection(.facts, isDirected: false, keepingEdges: true)
        for algorithm in [
            Leiden(weights: .attribute("weight", of: typed)) as any CommunityAlgorithm,
            Louvain(weights: .attribute("weight", of: typed)),
            LabelPropagation(weights: .attribute("weight", of: typed)),
        ] {
            #expect(try algorithm.communities(of: projection).partition.parts == [0, 0, 1, 1])
        }
    }

    @Test(arguments: [1e300, 1e-300, .leastNonzeroMagnitude, 1.7e308, 1e-3] as [Double])
    func weightsOfAnySizeWork(factor: Double) throws {
        var random = SplitMix64(seed: 4)
        let graph = PlainGraph.stochasticBlock([8, 8, 8], within: 0.9, between: 0.05, using: &random)
        let typed = graph.graph(weights: graph.links.map { _ in factor })
        let projection = typed.projection(.facts, isDirected: false, keepingEdges: true)
        let weights = EdgeWeights.attribute("weight", of: typed)
        let found = try projection.leidenCommunities(weights: weights)
        let unit = try projection.leidenCommunities()
        #expect(found.partition.parts == unit.partition.parts)
        #expect(abs((found.modularity ?? 0) - (unit.modularity ?? 1)) < 1e-12)
        #expect(abs(try found.partition.modularity(weights: weights) - (unit.modularity ?? 1)) < 1e-12)
    }

    /// A link of weight 10^20 beside links of weight 1: rounding must not move nodes for ever.
    @Test func weightsOfVeryDifferentSizeEnd() throws {
        try onRandomGraphs(300, upTo: 20) { graph, random, context in
            let values = graph.links.map { _ in random.chance(0.2) ? 1e20 : random.unit() + 1e-20 }
            let typed = graph.graph(weights: values)
            let projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
            for algorithm in [
                Leiden(weights: .attribute("weight", of: typed), iterationLimit: nil)
                    as any CommunityAlgorithm,
                Louvain(weights: .attribute("weight", of: typed), iterationLimit: nil),
                LabelPropagation(weights: .attribute("weight", of: typed)),
            ] {
                let found = try algorithm.communities(of: projection)
                #expect(found.partition.sizes.reduce(0, +) == graph.nodeCount, "\(context)")
            }
        }
    }

    @Test func resolutionsAtTheEnds() throws {
        try onRandomGraphs(300, upTo: 16) { graph, _, context in
            let projection = graph.projection()
            let components = try projection.weakComponents().parts
            for objective in CommunityObjective.allCases {
                let coarse = try projection.leidenCommunities(objective: objective, resolution: 0)
                #expect(coarse.partition.parts == components, "\(context)")
                let fine = try projection.leidenCommunities(objective: objective, resolution: 1e9)
                #expect(fine.count == graph.nodeCount, "\(context)")
            }
        }
    }

    @Test(arguments: [-1, .nan, .infinity] as [Double])
    func impossibleResolutionsThrow(resolution: Double) throws {
        let projection = PlainGraph.cycle(5).projection()
        #expect(code { try projection.leidenCommunities(resolution: resolution) } == .badParameter)
        #expect(code { try projection.louvainCommunities(resolution: resolution) } == .badParameter)
        #expect(code { try projection.weakComponents().quality(resolution: resolution) } == .badParameter)
    }

    @Test func otherBadInputThrows() throws {
        let graph = PlainGraph.cycle(5)
        let projection = graph.projection()
        #expect(code { try projection.leidenCommunities(iterationLimit: 0) } == .badParameter)
        #expect(code { try projection.labelPropagationCommunities(iterationLimit: -1) } == .badParameter)
        let typed = graph.graph(weights: [1, 2, -3, 4, 5])
        let kept = typed.projection(.facts, keepingEdges: true)
        let weights = EdgeWeights.attribute("weight", of: typed)
        #expect(code { try kept.leidenCommunities(weights: weights) } == .badCost)
        #expect(code { try kept.weakComponents().quality(weights: weights) } == .badCost)
        #expect(code { try projection.leidenCommunities(weights: weights) } == .badParameter)
        #expect(code { try PlainGraph(3).projection().weakComponents().modularity() } == .undefined)
    }

    @Test func smallestGraphs() throws {
        for algorithm in Self.algorithms {
            let empty = try algorithm.communities(of: PlainGraph(0).projection())
            #expect(empty.count == 0)
            #expect(empty.modularity == nil)
            let alone = try algorithm.communities(of: PlainGraph(3).projection())
            #expect(alone.partition.parts == [0, 1, 2])
            #expect(alone.modularity == nil)
            let loops = PlainGraph(2, [(0, 0), (1, 1), (1, 1)])
            let looped = try algorithm.communities(of: loops.projection(parallelEdges: .kept))
            #expect(looped.count == 2)
            #expect(abs((looped.modularity ?? 0) - 4.0 / 9) < 1e-12)
            let pair = try algorithm.communities(of: PlainGraph(3, [(0, 1)]).projection())
            #expect(pair.partition.parts == [0, 0, 1])
            #expect(pair.modularity == 0)
        }
    }

    // MARK: - What a run promises

    @Test func resultsDependOnTheSeedAlone() throws {
        var random = SplitMix64(seed: 3)
        let projection = PlainGraph.rmat(scale: 10, linksPerNode: 6, using: &random).projection()
        for algorithm in [
            Leiden(seed: 7) as any CommunityAlgorithm, Louvain(seed: 7), LabelPropagation(seed: 7),
        ] {
            let one = try algorithm.communities(of: projection, .threads(1))
            for threads in [2, 3, 7] {
                let other = try algorithm.communities(of: projection, .threads(threads))
                #expect(other.partition.parts == one.partition.parts, "\(algorithm.method)")
                #expect(other.modularity == one.modularity)
            }
        }
        let seeds = try (1...5 as ClosedRange<UInt64>).map {
            try projection.leidenCommunities(seed: $0).partition.parts
        }
        #expect(Set(seeds).count > 1)
    }

    @Test func runsCanBeStoppedAndWatched() throws {
        var random = SplitMix64(seed: 3)
        let projection = PlainGraph.rmat(scale: 10, linksPerNode: 8, using: &random).projection()
        for algorithm in Self.algorithms {
            #expect(
                code { try algorithm.communities(of: projection, Execution(isCancelled: { true })) }
                    == .cancelled)
            let questions = Atomic<Int>(0)
            let late = Execution(isCancelled: {
                questions.wrappingAdd(1, ordering: .relaxed).newValue > 2
            })
            #expect(code { try algorithm.communities(of: projection, late) } == .cancelled)
            let fractions = Mutex<[Double]>([])
            _ = try algorithm.communities(
                of: projection, Execution { fraction in fractions.withLock { $0.append(fraction) } })
            let told = fractions.withLock { $0 }
            #expect(told.last == 1)
            #expect(told == told.sorted())
        }
        let partition = try projection.weakComponents()
        #expect(code { try partition.quality(execution: Execution(isCancelled: { true })) } == .cancelled)
    }

    @Test func resultsKnowWhatTheyAreOf() throws {
        let graph = PlainGraph(5, [(0, 1), (1, 2), (2, 0), (3, 4)])
        let projection = graph.projection()
        let found = try projection.leidenCommunities(seed: 9)
        let json = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(found)) as? [String: Any])
        #expect(json["method"] as? String == "leiden")
        #expect(json["objective"] as? String == "modularity")
        #expect(json["seed"] as? Int == 9)
        #expect(json["projection"] as? String == projection.description)
        #expect(json["communities"] as? [[Int]] == [[0, 1, 2], [3, 4]])
        #expect(json["modularity"] as? Double == found.modularity)
        #expect(found[NodeIndex(3)] == 1)
        #expect(found[NodeIndex(9)] == nil)
        let quality = try found.partition.quality()
        #expect(quality.parts.map(\.internalLinks) == [3, 1])
        #expect(quality.parts.map(\.conductance) == [0, 0])
        #expect(quality.coverage == 1)
        let numbers = try #require(
            JSONSerialization.jsonObject(with: JSONEncoder().encode(quality)) as? [String: Any])
        #expect((numbers["parts"] as? [[String: Any]])?.count == 2)
        #expect(numbers["crossingLinks"] as? Int == 0)
    }

    private func code(_ body: () throws -> some Any) -> AnalysisError.Code? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? AnalysisError)?.code
        }
    }
}
