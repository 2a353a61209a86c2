public import LinkChartModel

/// The fewest nodes without which one node no longer reaches another: of all such cuts, the one nearest to the
/// source.
public struct NodeCut: AnalysisResult {
    /// What was cut.
    public let projection: Projection
    /// The node that shall not reach.
    public let source: NodeIndex
    /// The node that shall not be reached.
    public let target: NodeIndex
    /// The nodes to take away, in ascending order; none if the source does not reach the target anyway. They are as
    /// many as there are ways from source to target that share no node between them (Menger's theorem).
    public let nodes: NodeSubset
    /// The nodes that the source still reaches then, itself too, in ascending order.
    public let sourceSide: NodeSubset
    /// All other nodes, in ascending order: the target and whatever else the source does not reach then.
    public let targetSide: NodeSubset

    private enum CodingKeys: String, CodingKey {
        case projection, source, target, nodes, sourceSide, targetSide
    }

    /// Writes the projection in words, and the nodes by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(source.rawValue, forKey: .source)
        try container.encode(target.rawValue, forKey: .target)
        try container.encode(nodes.map(\.rawValue), forKey: .nodes)
        try container.encode(sourceSide.map(\.rawValue), forKey: .sourceSide)
        try container.encode(targetSide.map(\.rawValue), forKey: .targetSide)
    }
}

extension Projection {
    /// The minimum node cut: the fewest nodes to take away, other than the two, so that one node no longer reaches
    /// another.
    ///
    /// - Parameters:
    ///   - source: the node that shall not reach.
    ///   - target: the node that shall not be reached.
    ///   - execution: how to run; the cut does not depend on it.
    /// - Returns: of the cuts of the fewest nodes the one nearest to the source; without nodes if the source does
    ///   not reach the target.
    /// - Throws: ``AnalysisError``: `undefined` if an arc leads from the source to the target, which no other node's
    ///   absence cuts; `unknownNode` if a node is not in the projection; `badParameter` if both are the same;
    ///   `cancelled` if it was stopped.
    /// - Complexity: O(*m* √*n*); in practice a few searches of the graph. Memory: O(*n* + *m*).
    /// - Source: K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927),
    ///   doi:10.4064/fm-10-1-96-115; S. Even, R. Tarjan, Network flow and testing graph connectivity, SIAM Journal
    ///   on Computing 4 (1975), doi:10.1137/0204043.
    public func minimumNodeCut(
        from source: NodeIndex, to target: NodeIndex, execution: Execution = .default
    ) throws(AnalysisError) -> NodeCut {
        let (from, to) = try cutEnds(source, target)
        try execution.check()
        guard !outgoing[from].contains(UInt32(to)) else {
            throw AnalysisError(
                .undefined,
                "node \(source.position) is linked with node \(target.position) directly, so taking other nodes "
                    + "away does not separate them",
                suggestion: "ask for the edge cut, or for a projection without that link")
        }
        let isReached = try splitNodes(from: from, to: to, execution)
        var (cut, near, far): ([Int], [Int], [Int]) = ([], [], [])
        for node in 0..<nodeCount {
            // A node that can be entered but not left is full, and nothing goes round it.
            if isReached[2 * node + 1] {
                near.append(node)
            } else if isReached[2 * node] {
                cut.append(node)
            } else {
                far.append(node)
            }
        }
        func subset(_ positions: [Int]) -> NodeSubset {
            NodeSubset(of: self, positions.map { node(at: $0) })
        }
        return NodeCut(
            projection: self, source: source, target: target, nodes: subset(cut), sourceSide: subset(near),
            targetSide: subset(far))
    }

    /// How many ways there are from one node to another no two of which share a node but these two, nor an arc.
    ///
    /// Arcs that lead straight from one to the other are a way each.
    ///
    /// - Parameters:
    ///   - source: where they start.
    ///   - target: where they end.
    ///   - execution: how to run; the number does not depend on it.
    /// - Throws: ``AnalysisError``: `unknownNode` if a node is not in the projection, `badParameter` if both are the
    ///   same, `cancelled` if it was stopped.
    /// - Complexity: that of ``minimumNodeCut(from:to:execution:)``.
    /// - Source: K. Menger 1927, doi:10.4064/fm-10-1-96-115.
    public func nodeDisjointPathCount(
        from source: NodeIndex, to target: NodeIndex, execution: Execution = .default
    ) throws(AnalysisError) -> Int {
        let (from, to) = try cutEnds(source, target)
        let direct = outgoing[from].count { $0 == UInt32(to) }
        let isReached = try splitNodes(from: from, to: to, execution)
        return direct + (0..<nodeCount).count { isReached[2 * $0] && !isReached[2 * $0 + 1] }
    }

    /// Which entrances (2*v*) and exits (2*v* + 1) are on the source's side once as many ways as possible run
    /// from one node to another, arcs straight from one to the other left out.
    private func splitNodes(
        from source: Int, to target: Int, _ execution: Execution
    ) throws(AnalysisError) -> [Bool] {
        guard nodeCount < 1 << 31 else {
            throw AnalysisError(.undefined, "node cuts are found in graphs of fewer than 2^31 nodes")
        }
        try execution.check()
        let successors =
            isDirected ? CompressedRows(distinctNeighboursOf: outgoing, keepingLoops: false) : simpleRows
        let network = FlowNetwork(nodesOf: successors, without: (source, target))
        var meter = WorkMeter(execution, total: 8 * (network.arcCount + network.nodeCount))
        var flow = MaximumFlow(nodeCount: network.nodeCount, from: 2 * source + 1, to: 2 * target)
        try flow.run(network, &meter)
        let isReached = try network.reached(from: 2 * source + 1, &meter)
        execution.progress?(1)
        return isReached
    }
}
