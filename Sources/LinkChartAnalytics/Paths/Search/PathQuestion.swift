internal import LinkChartModel

/// A question for paths between two nodes, in the numbers of its projection.
struct PathQuestion: Sendable {
    let projection: Projection
    let source: Int
    let target: Int
    /// The nodes that no path may enter.
    let avoided: [Int]
    let costs: EdgeCosts?
    /// What every arc costs; nil for 1 each.
    let arcCosts: ArcCosts?
    /// The same by outgoing arc.
    private let outgoingCosts: [Double]?
    let stop: SearchStop

    /// - Throws: ``AnalysisError`` if an edge has no cost that can be, or the projection no edges to make paths of.
    /// - Returns: the question, or why its answer is that there is no path.
    static func make(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, avoiding: Set<NodeIndex>,
        costs: EdgeCosts? = nil, stop: SearchStop = .never
    ) throws(AnalysisError) -> Result<PathQuestion, NoPath> {
        guard projection.keepsEdges else {
            throw AnalysisError(
                .badParameter, "paths are made of edges, and this projection does not keep its own",
                suggestion: "project the graph with keepingEdges: true")
        }
        let arcCosts = try costs.map { (costs) throws(AnalysisError) in try projection.arcCosts(costs) }
        guard let from = projection.position(of: source) else {
            return .failure(.because(.notSelected(source)))
        }
        guard let to = projection.position(of: target) else {
            return .failure(.because(.notSelected(target)))
        }
        for end in [source, target] where avoiding.contains(end) {
            return .failure(.because(.endAvoided(end)))
        }
        return .success(
            PathQuestion(
                projection: projection, source: from, target: to,
                avoided: avoiding.compactMap { projection.position(of: $0) }, costs: costs,
                arcCosts: arcCosts, outgoingCosts: arcCosts?.outgoing, stop: stop))
    }

    /// A reason in the form that `Result` asks for.
    struct NoPath: Error {
        let reason: NoPathReason
        static func because(_ reason: NoPathReason) -> NoPath { NoPath(reason: reason) }
    }

    /// The nodes that no path may enter, as marks.
    var blocked: [Bool] {
        var marks = [Bool](repeating: false, count: projection.nodeCount)
        for node in avoided { marks[node] = true }
        return marks
    }

    /// The cost of an outgoing arc.
    @inline(__always)
    func cost(of arc: Int) -> Double { outgoingCosts.map { $0[arc] } ?? 1 }

    /// Whether an outgoing arc repeats the one before it.
    func isRepeat(_ arc: Int, inRowFrom start: Int) -> Bool {
        projection.outgoing.isRepeat(arc, inRowFrom: start)
    }

    /// The path along these arcs.
    func path(along arcs: [Int]) -> Path { Path(in: projection, from: source, arcs: arcs, costs: costs) }

    /// An answer without paths.
    ///
    /// - Throws: ``AnalysisError/cancelled``.
    func noPath() throws(AnalysisError) -> PathSet {
        let (reason, wasStopped) = noPathReason()
        guard !wasStopped else { return PathSet(projection, truncation: try stop.truncation()) }
        return PathSet(projection, noPathReason: reason)
    }
}

extension CompressedRows {
    /// Whether an arc repeats the one before it: in the projection `claims` an edge has an arc for each claim,
    /// but is one step of a path.
    func isRepeat(_ arc: Int, inRowFrom start: Int) -> Bool {
        arc > start && edges[arc] == edges[arc - 1] && neighbours[arc] == neighbours[arc - 1]
    }
}
