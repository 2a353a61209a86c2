public import LinkChartModel

/// What every algorithm on graphs must do, whatever it computes: agree with a definition on thousands of random
/// small graphs and on the graphs that break algorithms, not depend on how nodes are numbered, not on how many
/// threads work, and not on parallel links where it says so.
///
/// A suite for your own measure takes a few lines; failures come as values, for any test framework:
///
/// ```swift
/// let failures = Conformance(graphs: 2000).ofNodeScores(
///     { projection, threads in try projection.betweennessCentrality(execution: .threads(threads)).values },
///     definition: { BruteForce($0).betweenness })
/// ```
public struct Conformance: Sendable {
    /// A graph on which an algorithm does not do what it must.
    public struct Failure: Sendable, CustomStringConvertible {
        /// What is wrong.
        public let message: String
        /// Where: the seed or the name of the graph, and the graph.
        public let context: String

        public var description: String { "\(message): \(context)" }
    }

    /// How many random graphs to ask.
    public var graphs: Int
    /// How many nodes each has at most.
    public var largest: Int
    /// The seed of the first; each next graph has the next seed.
    public var seed: UInt64
    /// Only graphs with, or without directions; nil for both.
    public var isDirected: Bool?
    /// What becomes of parallel links before the algorithm sees the graph.
    public var parallelEdges: Projection.ParallelEdges
    /// How many failures to collect before stopping.
    public var failureLimit = 3

    /// A suite.
    ///
    /// - Parameters:
    ///   - graphs: how many random graphs to ask.
    ///   - largest: how many nodes each has at most.
    ///   - seed: the seed of the first; nil for that of ``testSeed()``.
    ///   - isDirected: only graphs with, or without directions; nil for both.
    ///   - parallelEdges: what becomes of parallel links before the algorithm sees the graph.
    public init(
        graphs: Int = 1000, largest: Int = 11, seed: UInt64? = nil, isDirected: Bool? = nil,
        parallelEdges: Projection.ParallelEdges = .merged
    ) {
        self.graphs = graphs
        self.largest = largest
        self.seed = seed ?? testSeed()
        self.isDirected = isDirected
        self.parallelEdges = parallelEdges
    }

    /// Asks `body` about every random graph and every adversary, and collects what it complains of.
    ///
    /// - Parameter body: gets a graph and a generator of its own; returns what is wrong, or nil. What it throws is a
    ///   failure too.
    public func failures(
        _ body: (PlainGraph, inout SplitMix64) throws -> String?
    ) -> [Failure] {
        var failures: [Failure] = []
        func ask(_ graph: PlainGraph, _ random: inout SplitMix64, _ name: String) {
            var graph = graph
            if let isDirected { graph = graph.directed(isDirected) }
            var complaint: String?
            do { complaint = try body(graph, &random) } catch { complaint = "it throws \(error)" }
            if let complaint { failures.append(Failure(message: complaint, context: "\(name): \(graph)")) }
        }
        for named in PlainGraph.adversaries(size: max(largest, 4)) {
            var random = SplitMix64(seed: seed)
            ask(named.graph, &random, named.name)
            if failures.count >= failureLimit { return failures }
        }
        for offset in 0..<UInt64(graphs) {
            var random = SplitMix64(seed: seed &+ offset)
            let graph = PlainGraph.anySmall(upTo: largest, using: &random)
            ask(graph, &random, "seed \(seed &+ offset)")
            if failures.count >= failureLimit { return failures }
        }
        return failures
    }
}
