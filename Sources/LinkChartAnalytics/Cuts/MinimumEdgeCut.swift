public import LinkChartModel

/// A link that leads from the source's side of a cut to the target's.
public struct CutLink: Hashable, Sendable, Encodable {
    /// The end on the source's side.
    public let from: NodeIndex
    /// The end on the target's side.
    public let to: NodeIndex
    /// The edge, if the projection keeps its edges.
    public let edge: EdgeIndex?
    /// What it counts: its weight, or how many arcs it stands for.
    public let capacity: Double

    private enum CodingKeys: String, CodingKey { case from, to, edge, capacity }

    /// Writes the ends and the edge by their indices in the graph, and the capacity.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(from.rawValue, forKey: .from)
        try container.encode(to.rawValue, forKey: .to)
        try container.encodeIfPresent(edge?.rawValue, forKey: .edge)
        try container.encode(capacity, forKey: .capacity)
    }
}

/// The links without which one node no longer reaches another, such that their capacities sum to the least: of all
/// such cuts, the one nearest to the source.
public struct EdgeCut: AnalysisResult {
    /// What was cut.
    public let projection: Projection
    /// The node that shall not reach.
    public let source: NodeIndex
    /// The node that shall not be reached.
    public let target: NodeIndex
    /// Where the capacities came from.
    public let weights: EdgeWeights.Meaning
    /// The links, by their ends and their edges; none if the source does not reach the target anyway. Links of
    /// weight 0 that lead across are among them.
    public let links: [CutLink]
    /// The sum of the capacities. With unit weights it is the number of ways from source to target that share no
    /// arc (Menger's theorem).
    public let capacity: Double
    /// Whether each node is on the source's side, by its number in the projection.
    private let isNear: [Bool]

    fileprivate init(
        of projection: Projection, from source: NodeIndex, to target: NodeIndex,
        weights: EdgeWeights.Meaning, links: [CutLink], isNear: [Bool]
    ) {
        self.projection = projection
        self.source = source
        self.target = target
        self.weights = weights
        self.links = links
        self.isNear = isNear
        capacity = links.reduce(0) { $0 + $1.capacity }
    }

    /// The nodes that the source still reaches along links with a capacity, in ascending order: of all cuts of the
    /// least capacity, this one has the fewest nodes here.
    public var sourceSide: NodeSubset { side(true) }

    /// All other nodes, in ascending order: the target and whatever else is not on the source's side, also what
    /// was never linked with either.
    public var targetSide: NodeSubset { side(false) }

    private func side(_ near: Bool) -> NodeSubset {
        NodeSubset(
            of: projection, isNear.indices.filter { isNear[$0] == near }.map { projection.node(at: $0) })
    }

    private enum CodingKeys: String, CodingKey {
        case projection, source, target, weights, capacity, links, sourceSide, targetSide
    }

    /// Writes the projection in words, the cut, and the two sides; nodes by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(source.rawValue, forKey: .source)
        try container.encode(target.rawValue, forKey: .target)
        try container.encode(weights.description, forKey: .weights)
        try container.encode(capacity, forKey: .capacity)
        try container.encode(links, forKey: .links)
        try container.encode(sourceSide.map(\.rawValue), forKey: .sourceSide)
        try container.encode(targetSide.map(\.rawValue), forKey: .targetSide)
    }
}

extension Projection {
    /// The minimum edge cut: the links to cut, few or weak ones, so that one node no longer reaches another.
    ///
    /// With unit weights every arc counts 1: parallel edges count as often as the projection has them. An edge that
    /// runs both ways, as every edge without directions does, is cut as one.
    ///
    /// - Parameters:
    ///   - source: the node that shall not reach.
    ///   - target: the node that shall not be reached.
    ///   - weights: what each edge counts; other than unit needs a projection that keeps its edges. Weights far below
    ///     the largest are rounded to a multiple of 2^-59 of it.
    ///   - execution: how to run; the cut does not depend on it.
    /// - Returns: of the cuts of the least capacity the one nearest to the source; without links if the source does
    ///   not reach the target.
    /// - Throws: ``AnalysisError``: `unknownNode` if a node is not in the projection, `badParameter` if both are the
    ///   same, what a weight that can't be is called, `cancelled` if it was stopped.
    /// - Complexity: with unit weights O(*m* min(√*m*, *n*^⅔)), else O(*n*² *m*); in practice a few searches of the
    ///   graph. Memory: O(*n* + *m*).
    /// - Source: L. Ford, D. Fulkerson, Maximal flow through a network, Canadian Journal of Mathematics 8 (1956),
    ///   doi:10.4153/CJM-1956-045-5; E. Dinic 1970; S. Even, R. Tarjan 1975, doi:10.1137/0204043.
    public func minimumEdgeCut(
        from source: NodeIndex, to target: NodeIndex, weights: EdgeWeights = .unit,
        execution: Execution = .default
    ) throws(AnalysisError) -> EdgeCut {
        let ends = try cutEnds(source, target)
        try execution.check()
        let values = try weights.ofArcs(of: self)
        let isNear = try nearSide(from: ends.0, to: ends.1, weights: values, execution)
        execution.progress?(1)
        return EdgeCut(
            of: self, from: source, to: target, weights: weights.meaning,
            links: crossing(isNear, weights: values), isNear: isNear)
    }

    /// How many ways there are from one node to another no two of which share an arc.
    ///
    /// - Parameters:
    ///   - source: where they start.
    ///   - target: where they end.
    ///   - execution: how to run; the number does not depend on it.
    /// - Throws: ``AnalysisError``: `unknownNode` if a node is not in the projection, `badParameter` if both are the
    ///   same, `cancelled` if it was stopped.
    /// - Complexity: that of ``minimumEdgeCut(from:to:weights:execution:)``.
    /// - Source: K. Menger, Zur allgemeinen Kurventheorie, Fundamenta Mathematicae 10 (1927),
    ///   doi:10.4064/fm-10-1-96-115.
    public func edgeDisjointPathCount(
        from source: NodeIndex, to target: NodeIndex, execution: Execution = .default
    ) throws(AnalysisError) -> Int {
        Int(try minimumEdgeCut(from: source, to: target, execution: execution).capacity)
    }

    /// The numbers here of two nodes that can be cut from each other.
    func cutEnds(_ source: NodeIndex, _ target: NodeIndex) throws(AnalysisError) -> (Int, Int) {
        guard let from = position(of: source), let to = position(of: target) else {
            let missing = position(of: source) == nil ? source : target
            throw AnalysisError(.unknownNode, "node \(missing.position) is not in the projection")
        }
        guard from != to else {
            throw AnalysisError(
                .badParameter, "source and target are the same node: no cut separates a node from itself",
                suggestion: "name two different nodes")
        }
        return (from, to)
    }

    /// Whether each node is on the source's side of the minimum cut.
    private func nearSide(
        from source: Int, to target: Int, weights: [Double]?, _ execution: Execution
    ) throws(AnalysisError) -> [Bool] {
        let network = FlowNetwork(linksOf: self, weights: weights)
        var meter = WorkMeter(execution, total: 8 * (network.arcCount + nodeCount))
        var flow = MaximumFlow(nodeCount: network.nodeCount, from: source, to: target)
        try flow.run(network, &meter)
        return try network.reached(from: source, &meter)
    }

    /// The links that lead from nodes on the near side to others, arcs of one edge as one.
    private func crossing(_ isNear: [Bool], weights: [Double]?) -> [CutLink] {
        var arcs: [(from: Int, to: Int, edge: UInt32?, capacity: Double)] = []
        for node in 0..<nodeCount where isNear[node] {
            for arc in outgoing.row(node) where !isNear[Int(outgoing.neighbours[arc])] {
                arcs.append(
                    (
                        node, Int(outgoing.neighbours[arc]), keepsEdges ? outgoing.edges[arc] : nil,
                        weights.map { $0[arc] } ?? 1
                    ))
            }
        }
        arcs.sort { ($0.from, $0.to, $0.edge ?? 0) < ($1.from, $1.to, $1.edge ?? 0) }
        var links: [CutLink] = []
        for arc in arcs {
            let edge = arc.edge.map { EdgeIndex(rawValue: $0) }
            let (from, to) = (self.node(at: arc.from), self.node(at: arc.to))
            var capacity = arc.capacity
            if let last = links.last, (last.from, last.to) == (from, to), last.edge == edge {
                capacity += last.capacity
                links.removeLast()
            }
            links.append(CutLink(from: from, to: to, edge: edge, capacity: capacity))
        }
        return links
    }
}
