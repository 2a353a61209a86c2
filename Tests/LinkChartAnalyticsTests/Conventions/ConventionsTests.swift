import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// What holds of every analysis, whatever it computes: on graphs that break algorithms it gives an answer or a typed
/// error, the same to the last bit on one thread and on two; the answer knows its projection and can be encoded; and
/// whoever has cancelled gets no answer.
@Suite struct ConventionsTests {
    /// An analysis of a projection that keeps its edges, on its way to a text that holds every bit of the answer.
    struct Analysis: Sendable, CustomTestStringConvertible {
        var name: String
        /// Asks; the nodes are the first and the last, the same if there is only one.
        var run: @Sendable (Projection, NodeIndex, NodeIndex, Execution) throws -> String
        var testDescription: String { name }

        init(
            _ name: String,
            _ run: @escaping @Sendable (Projection, NodeIndex, NodeIndex, Execution) throws -> String
        ) {
            self.name = name
            self.run = run
        }

        /// An analysis whose answer knows its projection and can be encoded.
        static func result(
            _ name: String,
            _ run:
                @escaping @Sendable (Projection, NodeIndex, NodeIndex, Execution) throws -> any AnalysisResult
        ) -> Analysis {
            Analysis(name) { projection, first, last, execution in
                let result = try run(projection, first, last, execution)
                #expect(result.projection.nodeCount == projection.nodeCount, "\(name)")
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                return String(decoding: try encoder.encode(result), as: UTF8.self)
            }
        }

        /// An analysis that yields numbers.
        static func numbers(
            _ name: String,
            _ run: @escaping @Sendable (Projection, NodeIndex, NodeIndex, Execution) throws -> [Double]
        ) -> Analysis {
            Analysis(name) { "\(try run($0, $1, $2, $3).map(\.bitPattern))" }
        }
    }

    static let all = centralities + communities + keyPlayers + structure + paths

    static let centralities = CentralityMeasure.allCases.map { measure in
        Analysis.numbers(measure.rawValue) {
            try $0.centrality(measure, execution: $3).values
        }
    }

    static let communities: [Analysis] =
        [Leiden(), Louvain(), LabelPropagation(), Leiden(objective: .constantPotts, resolution: 0.3)]
        .map { (algorithm: any CommunityAlgorithm) in
            .result(algorithm.method.rawValue) { plain, _, _, execution in
                try algorithm.communities(of: plain, execution)
            }
        } + [
            .result("partition quality") { plain, first, _, execution in
                try Leiden().communities(of: plain).partition.quality(execution: execution)
            }
        ]

    static let keyPlayers: [Analysis] =
        ([
            .fragmentation, .distanceWeightedFragmentation, .reach(within: 2), .distanceWeightedReach,
        ] as [KeyPlayerMeasure]).flatMap { measure -> [Analysis] in
            [
                .result("key players by \(measure.name)") { plain, _, _, execution in
                    try plain.keyPlayers(2, by: measure, execution: execution)
                },
                .result("greedy key players by \(measure.name)") { plain, _, _, execution in
                    try GreedySwapKeyPlayers().players(2, by: measure, in: plain, execution)
                },
            ]
        } + [
            .numbers("fragmentation") { [try $0.fragmentation(execution: $3)] },
            .numbers("distance-weighted fragmentation") {
                [try $0.distanceWeightedFragmentation(execution: $3)]
            },
            .numbers("reach") { [Double(try $0.reach(of: [$1, $2], within: 2, execution: $3))] },
            .numbers("distance-weighted reach") { [try $0.distanceWeightedReach(of: [$1], execution: $3)] },
        ]

    static let structure: [Analysis] = [
        .result("weak components") { plain, _, _, execution in
            try plain.weakComponents(execution: execution)
        },
        .result("strong components") { plain, _, _, execution in
            try plain.strongComponents(execution: execution)
        },
        .result("articulation points") { plain, _, _, execution in
            try plain.articulationPoints(execution: execution)
        },
        .result("bridges") { plain, _, _, execution in try plain.bridges(execution: execution) },
        .result("blocks") { plain, _, _, execution in try plain.blocks(execution: execution) },
        .result("minimum edge cut") { plain, first, last, execution in
            try plain.minimumEdgeCut(from: first, to: last, execution: execution)
        },
        .result("minimum node cut") { plain, first, last, execution in
            try plain.minimumNodeCut(from: first, to: last, execution: execution)
        },
        .numbers("disjoint paths") {
            [
                Double(try $0.edgeDisjointPathCount(from: $1, to: $2, execution: $3)),
                Double(try $0.nodeDisjointPathCount(from: $1, to: $2, execution: $3)),
            ]
        },
        .result("dominators") { plain, first, _, execution in
            try plain.dominators(from: first, execution: execution)
        },
        .result("postdominators") { plain, _, last, execution in
            try plain.postdominators(to: last, execution: execution)
        },
        .result("triangles") { plain, _, _, execution in try plain.triangles(execution: execution) },
        .result("dyad census") { plain, _, _, execution in try plain.dyadCensus(execution: execution) },
        .result("triad census") { plain, _, _, execution in try plain.triadCensus(execution: execution) },
        .result("trusses") { plain, _, _, execution in try plain.trussNumbers(execution: execution) },
        .result("2-core") { plain, _, _, execution in try plain.kCore(2, execution: execution) },
    ]

    static let paths: [Analysis] =
        ([ShortestPath(), AllShortestPaths(), AllSimplePaths(maxHops: 3), YenKShortestPaths(2)]
        as [any PathAlgorithm]).map { algorithm in
            .result("\(type(of: algorithm))") { plain, first, last, execution in
                try algorithm.paths(
                    in: plain, from: first, to: last, limits: SearchLimits(maxPaths: 50), execution: execution
                )
            }
        }

    private static func ask(_ analysis: Analysis, _ projection: Projection, _ execution: Execution) throws
        -> String
    {
        let (first, last) = (NodeIndex(0), NodeIndex(max(projection.nodeCount - 1, 0)))
        do {
            return try analysis.run(projection, first, last, execution)
        } catch let error as AnalysisError {
            // A typed error is an answer too, and must be the same.
            return "\(error.code.rawValue): \(error)"
        }
    }

    @Test(arguments: all)
    func oneThreadAndTwoGiveTheSameAnswerOnEveryAdversary(analysis: Analysis) throws {
        for named in PlainGraph.adversaries(size: 9) {
            for keepingEdges in [true, false] {
                let one = named.graph.projection(keepingEdges: keepingEdges)
                let two = named.graph.projection(keepingEdges: keepingEdges)
                // Paths and costs are asked of a projection that keeps its edges; others do not mind.
                if !keepingEdges && Self.paths.contains(where: { $0.name == analysis.name }) { continue }
                let answer = try Self.ask(analysis, one, .threads(1))
                #expect(try Self.ask(analysis, two, .threads(2)) == answer, "\(named.name)")
                // What was kept for later questions changes no later answer.
                #expect(try Self.ask(analysis, one, .threads(2)) == answer, "\(named.name), asked again")
            }
        }
    }

    /// Counting what every node has anyway takes less time than to ask.
    private static let immediate: Set = ["degree", "inDegree", "outDegree"]

    /// Searches for paths that end before they look for the first time have their own tests: PathAnswerTests.
    @Test(arguments: centralities + communities + keyPlayers + structure)
    func whoHasCancelledGetsNoAnswer(analysis: Analysis) throws {
        guard !Self.immediate.contains(analysis.name) else { return }
        var random = SplitMix64(seed: 11)
        let graph = PlainGraph.rmat(scale: 8, linksPerNode: 6, isDirected: true, using: &random)
        for threads in [1, 2] {
            let projection = graph.projection(keepingEdges: true)
            let answer = try Self.ask(
                analysis, projection, Execution(threads: threads, isCancelled: { true }))
            #expect(
                answer == "cancelled: \(AnalysisError.cancelled)", "\(threads) threads: \(answer.prefix(200))"
            )
        }
    }
}
