public import LinkChartModel

/// The links of a projection with how surprisingly strong each is, and those that are kept: its backbone.
///
/// All parallel edges between two nodes are one link, whose strength is the sum of theirs.
public struct Backbone: AnalysisResult {
    /// A link between two nodes.
    public struct Link: Hashable, Sendable {
        /// Where it starts; without directions the node with the lower number.
        public let first: NodeIndex
        /// Where it leads.
        public let second: NodeIndex
        /// The sum of the weights of its edges.
        public let weight: Double
        /// The p-value as the first node sees it, among all links that leave it.
        public let firstPValue: Double
        /// The p-value as the second node sees it, among all links that reach it.
        public let secondPValue: Double

        /// The smaller one: how likely a link at least as strong is by chance, as that end sees it which it means
        /// more to.
        public var pValue: Double { min(firstPValue, secondPValue) }
    }

    /// What was analysed.
    public let projection: Projection
    /// Where the weights come from.
    public let weighting: EdgeWeights.Meaning
    /// A link is kept if its p-value is below this.
    public let alpha: Double
    /// All links but loops, by their first and then their second node.
    public let links: [Link]

    /// The links that are kept, in the same order.
    public var keptLinks: [Link] { links.filter { isKept($0) } }

    /// Whether a link is kept.
    public func isKept(_ link: Link) -> Bool { link.pValue < alpha }

    /// The same links, kept up to another p-value.
    ///
    /// - Parameter alpha: a link is kept if its p-value is below this, 0 ... 1.
    /// - Throws: ``AnalysisError`` `badParameter` if it is outside this range.
    public func keeping(alpha: Double) throws(AnalysisError) -> Backbone {
        try Self.check(alpha)
        return Backbone(projection: projection, weighting: weighting, alpha: alpha, links: links)
    }

    /// The edges of the links that are kept, in ascending order; none if the projection does not keep its edges.
    ///
    /// - Complexity: O(*m* log *m*) for *m* edges.
    public var keptEdges: EdgeSubset {
        guard projection.keepsEdges else { return EdgeSubset(of: projection, []) }
        var edges: [UInt32] = []
        for (arc, isKept) in keptArcs.enumerated() where isKept {
            edges.append(projection.outgoing.edges[arc])
        }
        edges.sort()
        var distinct: [EdgeIndex] = []
        for edge in edges where distinct.last?.rawValue != edge { distinct.append(EdgeIndex(rawValue: edge)) }
        return EdgeSubset(of: projection, distinct)
    }

    /// The p-value of an edge's link; nil for a loop and for what is not in the projection, or if this does not keep
    /// its edges.
    ///
    /// - Parameters:
    ///   - edge: the edge.
    ///   - graph: the graph that was projected.
    /// - Complexity: the degrees of the edge's ends, and O(log *m*).
    public func pValue(of edge: EdgeIndex, in graph: Graph) -> Double? {
        guard projection.keepsEdges, let source = projection.position(of: graph.source(of: edge)),
            let target = projection.position(of: graph.target(of: edge))
        else { return nil }
        // In a mechanism an arc may run against its edge, or both ways.
        let ends = projection.isDirected ? [(source, target), (target, source)] : [(source, target)]
        let arcs = ends.flatMap { ends in
            projection.outgoing.row(ends.0).lazy.filter { projection.outgoing.edges[$0] == edge.rawValue }
                .map { (ends.0, Int(projection.outgoing.neighbours[$0])) }
        }
        return arcs.compactMap { index(from: $0.0, to: $0.1).map { links[$0].pValue } }.min()
    }

    /// The projection with the links that are kept alone; all its nodes stay.
    ///
    /// - Complexity: O(*m* log *m*).
    public var filteredProjection: Projection {
        projection.keeping(arcs: keptArcs, alteration: "backbone at \(alpha)")
    }

    static func check(_ alpha: Double) throws(AnalysisError) {
        guard alpha >= 0 && alpha <= 1 else {
            throw AnalysisError(.badParameter, "the significance level \(alpha) is not in 0 ... 1")
        }
    }

    /// Whether each outgoing arc is of a link that is kept.
    private var keptArcs: [Bool] {
        var isKept = [Bool](repeating: false, count: projection.arcCount)
        for node in 0..<projection.nodeCount {
            for arc in projection.outgoing.row(node) {
                guard let link = index(from: node, to: Int(projection.outgoing.neighbours[arc])) else {
                    continue
                }
                isKept[arc] = self.isKept(links[link])
            }
        }
        return isKept
    }

    /// Where a link stands, by the numbers of its ends.
    private func index(from source: Int, to target: Int) -> Int? {
        var ends = (projection.node(at: source), projection.node(at: target))
        if !projection.isDirected && ends.0 > ends.1 { swap(&ends.0, &ends.1) }
        var low = 0
        var high = links.count
        while low < high {
            let middle = (low + high) / 2
            if (links[middle].first, links[middle].second) < ends { low = middle + 1 } else { high = middle }
        }
        return low < links.count && (links[low].first, links[low].second) == ends ? low : nil
    }
}

extension Backbone: Encodable {
    private enum CodingKeys: String, CodingKey { case projection, weights, alpha, links }

    /// Writes the projection in words, what weights mean, the level and all links, with whether they are kept.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(weighting.description, forKey: .weights)
        try container.encode(alpha, forKey: .alpha)
        var list = container.nestedUnkeyedContainer(forKey: .links)
        for link in links {
            var item = list.nestedContainer(keyedBy: LinkKeys.self)
            try item.encode(link.first.rawValue, forKey: .first)
            try item.encode(link.second.rawValue, forKey: .second)
            try item.encode(link.weight, forKey: .weight)
            try item.encode(link.pValue, forKey: .pValue)
            try item.encode(isKept(link), forKey: .isKept)
        }
    }

    private enum LinkKeys: String, CodingKey { case first, second, weight, pValue, isKept }
}
