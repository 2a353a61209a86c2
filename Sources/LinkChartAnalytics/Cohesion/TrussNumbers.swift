public import LinkChartModel

/// A linked pair of nodes with its truss number.
public struct TrussLink: Hashable, Sendable, Encodable {
    /// The end with the smaller index.
    public let first: NodeIndex
    /// The other end.
    public let second: NodeIndex
    /// The truss number: the greatest *k* whose *k*-truss has the link; 2 where it is in no triangle.
    public let truss: Int

    private enum CodingKeys: String, CodingKey { case first, second, truss }

    /// Writes the ends by their indices in the graph, and the truss number.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(first.rawValue, forKey: .first)
        try container.encode(second.rawValue, forKey: .second)
        try container.encode(truss, forKey: .truss)
    }
}

/// The truss number of every linked pair of a projection, by their first and then their second end.
///
/// The *k*-truss is the largest part of a graph in which every link is in *k* - 2 triangles or more: a core of links
/// whose ends have acquaintances in common, where the *k*-core only asks for many links.
public struct TrussNumbers: AnalysisResult, RandomAccessCollection {
    /// What was analysed.
    public let projection: Projection
    private let links: [(first: UInt32, second: UInt32, truss: UInt32)]

    fileprivate init(
        of projection: Projection, _ links: [(first: UInt32, second: UInt32, truss: UInt32)]
    ) {
        self.projection = projection
        self.links = links
    }

    /// The position of the first link.
    public var startIndex: Int { links.startIndex }
    /// The position after the last link.
    public var endIndex: Int { links.endIndex }
    /// The link at a position.
    public subscript(position: Int) -> TrussLink {
        let link = links[position]
        return TrussLink(
            first: projection.node(at: Int(link.first)), second: projection.node(at: Int(link.second)),
            truss: Int(link.truss))
    }

    /// The greatest truss number; nil without links.
    public var greatest: Int? { links.lazy.map { Int($0.truss) }.max() }

    /// The *k*-truss.
    ///
    /// - Parameter k: up to 2 for all links.
    /// - Returns: its links, in the same order; none if there is no such truss.
    public func links(ofTruss k: Int) -> [TrussLink] { filter { $0.truss >= k } }

    /// The nodes of the *k*-truss, in ascending order: those with a link in it.
    ///
    /// - Parameter k: up to 2 for all nodes that have a link.
    public func nodes(ofTruss k: Int) -> NodeSubset {
        var isIn = [Bool](repeating: false, count: projection.nodeCount)
        for link in links where link.truss >= k {
            isIn[Int(link.first)] = true
            isIn[Int(link.second)] = true
        }
        return NodeSubset(of: projection, isIn.indices.filter { isIn[$0] }.map { projection.node(at: $0) })
    }

    private enum CodingKeys: String, CodingKey { case projection, links }

    /// Writes the projection in words and the links.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(Array(self), forKey: .links)
    }
}

extension Projection {
    /// The truss number of every linked pair; see ``TrussNumbers``.
    ///
    /// Directions do not count, nor do parallel edges and loops.
    ///
    /// - Parameter execution: how to run; the numbers do not depend on it.
    /// - Returns: the pairs by their first and then their second end.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*m*^1.5 log *n*) at most. Memory: O(*n* + *m*).
    /// - Source: J. Cohen, Trusses: cohesive subgraphs for social network analysis, National Security Agency 2008;
    ///   J. Wang, J. Cheng, Truss decomposition in massive networks, PVLDB 5 (2012), doi:10.14778/2311906.2311909.
    public func trussNumbers(execution: Execution = .default) throws(AnalysisError) -> TrussNumbers {
        try execution.check()
        let order = hubFirstNeighbours
        let peeled = try order.rows.withUnsafeRows { rows throws(AnalysisError) in
            try TrussPeeling(rows).run(execution)
        }
        // Put in the order of the projection's own numbers, by counting: each level goes along as an edge does.
        let ends = peeled.map { link in
            let (a, b) = (order.oldNumbers[Int(link.large)], order.oldNumbers[Int(link.small)])
            return (first: min(a, b), second: max(a, b))
        }
        let rows = CompressedRows(
            nodeCount: nodeCount, from: ends.map(\.first), to: ends.map(\.second),
            edges: peeled.map { $0.level + 2 }, keepingEdges: true
        ).sorted()
        var links: [(first: UInt32, second: UInt32, truss: UInt32)] = []
        links.reserveCapacity(peeled.count)
        for node in 0..<nodeCount {
            for arc in rows.row(node) {
                links.append((UInt32(truncatingIfNeeded: node), rows.neighbours[arc], rows.edges[arc]))
            }
        }
        execution.progress?(1)
        return TrussNumbers(of: self, links)
    }
}
