public import LinkChartModel

/// The path that most probably holds, if its edges hold independently of each other: that of the greatest product
/// of confidences, which ``Path/reliability`` gives.
///
/// It is the cheapest path where an edge of confidence *c* costs -log(*c* / 100):
/// ``EdgeCosts/confidence(of:selection:unspecified:)`` says which confidence an edge has. To have several such
/// paths, give these costs to ``YenKShortestPaths``.
///
/// - Complexity: that of ``ShortestPath`` with costs.
public struct MostReliablePath: PathAlgorithm {
    /// How many hops it has at most; nil for any number.
    public var maxHops: Int?
    /// Nodes that are not on it.
    public var avoiding: Set<NodeIndex>
    /// What confidences cost.
    private let costs: EdgeCosts

    /// A question for the most reliable path.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; its claims say how certain an edge is.
    ///   - selection: the claims that count.
    ///   - unspecified: the confidence of an edge for which no claim states one.
    ///   - maxHops: how many hops it has at most; nil for any number.
    ///   - avoiding: nodes that are not on it.
    /// - Complexity: linear in edges and claims; ask one value many times.
    public init(
        in graph: Graph, selection: SelectedParts = .everything, unspecified: Confidence = .evenOdds,
        maxHops: Int? = nil, avoiding: Set<NodeIndex> = []
    ) {
        costs = .confidence(of: graph, selection: selection, unspecified: unspecified)
        self.maxHops = maxHops
        self.avoiding = avoiding
    }

    public func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex, limits: SearchLimits,
        execution: Execution
    ) throws(AnalysisError) -> PathSet {
        try ShortestPath(maxHops: maxHops, avoiding: avoiding, costs: costs)
            .paths(in: projection, from: source, to: target, limits: limits, execution: execution)
    }
}
