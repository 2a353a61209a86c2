internal import LinkChartModel

/// A question for paths between two nodes, in the numbers of its projection.
struct PathQuestion: Sendable {
    let projection: Projection
    let source: Int
    let target: Int
    /// The nodes that no path may enter.
    let blocked: [Bool]
    private let avoidsAny: Bool
    let costs: EdgeCosts?

    /// - Throws: ``AnalysisError`` if an edge has no cost that can be.
    /// - Returns: the question, or why its answer is that there is no path.
    static func make(
        _ projection: Projection, from source: NodeIndex, to target: NodeIndex, avoiding: Set<NodeIndex>,
        costs: EdgeCosts? = nil
    ) throws(AnalysisError) -> Result<PathQuestion, NoPath> {
        precondition(projection.keepsEdges, "paths need a projection that keeps its edges")
        try costs?.check(for: projection)
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
                projection: projection, source: from, target: to, blocked: projection.marks(of: avoiding),
                avoidsAny: !avoiding.isEmpty, costs: costs))
    }

    /// A reason in the form that `Result` asks for.
    struct NoPath: Error {
        let reason: NoPathReason
        static func because(_ reason: NoPathReason) -> NoPath { NoPath(reason: reason) }
    }

    /// The number of hops from every node to the target, over nodes that are not blocked and edges that can be
    /// walked; paths do not run through the source. -1 where there is none within the bound.
    func hopsToTarget(maxHops: Int? = nil) -> [Int32] {
        hopsToTarget(around: blocked, maxHops: maxHops)
    }

    /// The same around other nodes.
    func hopsToTarget(around blocked: [Bool], maxHops: Int? = nil) -> [Int32] {
        guard costs?.meaning == .confidence else {
            return Projection.hops(
                from: target, along: projection.incoming, blocked: blocked, dead: source, maxHops: maxHops)
        }
        // Edges of confidence 0 are as good as none.
        return costsToTarget(around: blocked) { $0 < .infinity ? 1 : .infinity }
            .map { $0 <= Double(maxHops ?? .max) ? Int32($0) : -1 }
    }

    /// The least cost from every node to the target, over nodes that are not blocked; paths do not run through
    /// the source. Infinite where there is no way.
    func costsToTarget(
        around blocked: [Bool], _ change: (Double) -> Double = { $0 }
    ) -> [Double] {
        Projection.costs(
            from: target, along: projection.incoming, costs?.values.map(change), blocked: blocked,
            dead: source)
    }

    /// The cost of an outgoing arc.
    func cost(of arc: Int) -> Double {
        costs.map { $0.values[Int(projection.outgoing.edges[arc])] } ?? 1
    }

    /// Whether an arc repeats the one before it: in the projection `claims` an edge has an arc for each claim,
    /// but is one step of a path.
    func isRepeat(_ arc: Int, inRowFrom start: Int) -> Bool {
        let rows = projection.outgoing
        return arc > start && rows.edges[arc] == rows.edges[arc - 1]
            && rows.neighbours[arc] == rows.neighbours[arc - 1]
    }

    /// Why the target is out of reach.
    ///
    /// - Parameter maxHops: the bound within which it was not found.
    /// - Complexity: O(*n* + *m*).
    func noPathReason(maxHops: Int? = nil) -> NoPathReason {
        let rows = projection.outgoing
        let free = [Bool](repeating: false, count: projection.nodeCount)
        func hops(_ second: CompressedRows?, _ blocked: [Bool]) -> Int? {
            let found = Projection.hops(from: source, along: rows, second, blocked: blocked)[target]
            return found < 0 ? nil : Int(found)
        }
        if let hops = hops(nil, blocked) {
            if let maxHops, hops > maxHops { return .tooFar(hops: hops) }
            return .onlyThroughZeroConfidence
        }
        if avoidsAny, hops(nil, free) != nil { return .onlyThroughAvoided }
        let leavesNothing = rows[source].allSatisfy { Int($0) == source }
        if leavesNothing { return .nothingLeaves(projection.node(at: source)) }
        let reachesNothing = projection.incoming[target].allSatisfy { Int($0) == target }
        if reachesNothing { return .nothingReaches(projection.node(at: target)) }
        if projection.isDirected, hops(projection.incoming, free) != nil { return .againstDirection }
        return .differentComponents
    }
}
