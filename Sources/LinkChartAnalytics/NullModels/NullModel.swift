public import LinkChartModel

/// A way to make graphs at random that have something in common with a given one: what a measure is compared with, to
/// tell structure from chance.
///
/// Of the given graph, the simple one counts: loops are left out and parallel edges are one link, as no sample has
/// either. Directions are kept.
public protocol NullModel: Sendable {
    /// The model's name, as results state it.
    var name: String { get }

    /// One of the graphs of a seed.
    ///
    /// - Parameters:
    ///   - number: which of them, from 0; the same number and seed always give the same graph.
    ///   - projection: the given graph.
    ///   - seed: of the random numbers.
    ///   - execution: how to run; the graph does not depend on it.
    /// - Returns: a projection of the same nodes, in the same order; its arcs have no edges behind them.
    /// - Throws: ``AnalysisError`` `badParameter` if a parameter is impossible, `cancelled` if it was stopped.
    func sample(
        _ number: Int, of projection: Projection, seed: UInt64, _ execution: Execution
    ) throws(AnalysisError) -> Projection
}

extension Projection {
    /// A graph at random that has something in common with this one.
    ///
    /// ```swift
    /// let shuffled = try projection.randomized(by: .degreePreserving, seed: 7)
    /// ```
    ///
    /// - Parameters:
    ///   - model: what it has in common.
    ///   - seed: of the random numbers.
    ///   - execution: how to run; the graph does not depend on it.
    /// - Returns: a projection of the same nodes without loops and parallel arcs; no arc has an edge behind it.
    /// - Throws: ``AnalysisError`` `badParameter` if a parameter of the model is impossible, `cancelled` if it was
    ///   stopped.
    public func randomized(
        by model: some NullModel, seed: UInt64 = 1, execution: Execution = .default
    ) throws(AnalysisError) -> Projection {
        try model.sample(0, of: self, seed: seed, execution)
    }

    /// The simple graph that null models go by: successors, or neighbours, everyone once, in ascending order.
    var simpleArcs: CompressedRows {
        guard isDirected else { return simpleRows }
        return derived.value(SimpleArcs.self) {
            SimpleArcs(
                rows: CompressedRows(distinctNeighboursOf: outgoing, keepingLoops: false).sorted())
        }.rows
    }

    /// The same nodes with other links.
    ///
    /// - Parameters:
    ///   - sources: one end of each link.
    ///   - targets: the other end.
    ///   - alteration: how they came about, in words.
    func replacingLinks(
        from sources: [UInt32], to targets: [UInt32], alteration: String
    ) -> Projection {
        let rows =
            isDirected
            ? CompressedRows(nodeCount: nodeCount, from: sources, to: targets, keepingEdges: false)
            : CompressedRows(
                nodeCount: nodeCount, from: sources + targets, to: targets + sources, keepingEdges: false)
        return Projection(
            altering: self, arcs: rows.sorted(), parallelEdges: .merged, alteration: alteration)
    }
}

private struct SimpleArcs: Sendable { let rows: CompressedRows }

extension CompressedRows {
    /// The links behind the arcs: of arcs both ways, the one towards the higher number.
    func links(isDirected: Bool) -> (sources: [UInt32], targets: [UInt32]) {
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        let count = isDirected ? arcCount : arcCount / 2
        sources.reserveCapacity(count)
        targets.reserveCapacity(count)
        for node in 0..<nodeCount {
            for neighbour in self[node] where isDirected || Int(neighbour) > node {
                sources.append(UInt32(node))
                targets.append(neighbour)
            }
        }
        return (sources, targets)
    }
}
