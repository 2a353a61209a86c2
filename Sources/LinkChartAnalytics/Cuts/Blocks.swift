public import LinkChartModel

/// The blocks of a projection: the largest parts that no single node's removal divides, with the tree in which
/// they hang together.
///
/// Any two nodes of a block of three or more have two ways between them that share no other node; a block of two
/// nodes is a bridge, or a pair linked several times. Blocks overlap: an articulation point is in several, any
/// other linked node in one, a node without links in none (as in igraph and NetworkX). Two blocks share at most
/// one node.
///
/// Blocks are numbered by size, the largest first; of equal size, by their nodes in ascending order.
public struct Blocks: AnalysisResult {
    /// What was analysed.
    public let projection: Projection
    /// The nodes of every block one after the other, each block's in ascending order, by number in the projection.
    let nodes: [UInt32]
    /// Where each block begins in `nodes`, and the end of the last.
    let nodeOffsets: [Int]
    /// The blocks of every node one after the other, in ascending order.
    let memberships: [UInt32]
    /// Where each node begins in `memberships`, and the end of the last.
    let membershipOffsets: [Int]

    /// How many blocks there are.
    public var count: Int { nodeOffsets.count - 1 }

    /// How many nodes each block has.
    public var sizes: [Int] { (0..<count).map { size(of: $0) } }

    /// How many nodes a block has.
    ///
    /// - Parameter block: its number.
    /// - Precondition: there is such a block.
    public func size(of block: Int) -> Int { nodeOffsets[block + 1] - nodeOffsets[block] }

    /// The nodes of a block in ascending order.
    ///
    /// - Parameter block: its number.
    /// - Precondition: there is such a block.
    public func nodes(of block: Int) -> NodeSubset {
        NodeSubset(
            of: projection,
            nodes[nodeOffsets[block]..<nodeOffsets[block + 1]].map { projection.node(at: Int($0)) })
    }

    /// The blocks that a node is in, in ascending order: several if it is an articulation point, none if it has
    /// no links or is not in the projection.
    ///
    /// - Parameter node: the node.
    public func blocks(of node: NodeIndex) -> [Int] {
        projection.position(of: node).map { memberships(of: $0).map { Int($0) } } ?? []
    }

    /// The block that two different nodes share, or nil. Two nodes that are linked share one, and the link lies
    /// in it.
    ///
    /// - Parameters:
    ///   - first: one node.
    ///   - second: the other.
    /// - Complexity: linear in the number of blocks of either.
    public func block(of first: NodeIndex, and second: NodeIndex) -> Int? {
        guard first != second, let a = projection.position(of: first),
            let b = projection.position(of: second)
        else { return nil }
        return sharedBlock(a, b)
    }

    /// The edges of the graph that lie in a block, in ascending order; loops lie in none.
    ///
    /// - Parameter block: its number.
    /// - Throws: ``AnalysisError`` `badParameter` if the projection does not keep its edges.
    /// - Precondition: there is such a block.
    /// - Complexity: the number of arcs of the block's nodes, and sorting for the edges.
    public func edges(of block: Int) throws(AnalysisError) -> [EdgeIndex] {
        guard projection.keepsEdges else {
            throw AnalysisError(
                .badParameter, "the projection does not keep its edges, so nobody knows which lie in a block",
                suggestion: "make it with `keepingEdges: true`, or ask for the linked pairs")
        }
        var edges: [UInt32] = []
        forEachArc(of: block) { edges.append(projection.outgoing.edges[$0]) }
        edges.sort()
        var distinct: [EdgeIndex] = []
        for edge in edges where distinct.last?.rawValue != edge { distinct.append(EdgeIndex(rawValue: edge)) }
        return distinct
    }

    /// The pairs of nodes that are linked in a block, in ascending order, each with the smaller index first.
    ///
    /// - Parameter block: its number.
    /// - Precondition: there is such a block.
    /// - Complexity: the number of arcs of the block's nodes, and sorting for the pairs.
    public func linkedPairs(of block: Int) -> [(first: NodeIndex, second: NodeIndex)] {
        var pairs: [UInt64] = []
        var node = 0
        forEachArc(of: block, entering: { node = $0 }) { arc in
            let other = Int(projection.outgoing.neighbours[arc])
            pairs.append(UInt64(min(node, other)) << 32 | UInt64(max(node, other)))
        }
        pairs.sort()
        var distinct: [UInt64] = []
        for pair in pairs where distinct.last != pair { distinct.append(pair) }
        return distinct.map { pair in
            (projection.node(at: Int(pair >> 32)), projection.node(at: Int(pair & 0xFFFF_FFFF)))
        }
    }

    func memberships(of position: Int) -> ArraySlice<UInt32> {
        memberships[membershipOffsets[position]..<membershipOffsets[position + 1]]
    }

    private func sharedBlock(_ a: Int, _ b: Int) -> Int? {
        let (mine, theirs) = (memberships(of: a), memberships(of: b))
        var i = mine.startIndex
        var j = theirs.startIndex
        while i < mine.endIndex && j < theirs.endIndex {
            if mine[i] == theirs[j] { return Int(mine[i]) }
            if mine[i] < theirs[j] { i += 1 } else { j += 1 }
        }
        return nil
    }

    /// Calls `body` with every outgoing arc between two nodes of a block; without directions, both ways.
    private func forEachArc(
        of block: Int, entering: (Int) -> Void = { _ in }, _ body: (Int) -> Void
    ) {
        let members = Set(nodes[nodeOffsets[block]..<nodeOffsets[block + 1]])
        for node in members {
            entering(Int(node))
            for arc in projection.outgoing.row(Int(node)) {
                let neighbour = projection.outgoing.neighbours[arc]
                // Two nodes share one block at most, so whatever links two members lies in this one.
                if neighbour != node && members.contains(neighbour) { body(arc) }
            }
        }
    }
}

extension Blocks {
    /// The articulation points, in ascending order: the nodes in which blocks meet.
    public var articulationPoints: NodeSubset {
        NodeSubset(
            of: projection,
            (0..<projection.nodeCount).lazy.filter { memberships(of: $0).count > 1 }
                .map { projection.node(at: $0) })
    }

    /// The articulation points in a block, in ascending order: where it hangs on others.
    ///
    /// - Parameter block: its number.
    /// - Precondition: there is such a block.
    public func articulationPoints(of block: Int) -> NodeSubset {
        NodeSubset(
            of: projection,
            nodes[nodeOffsets[block]..<nodeOffsets[block + 1]].lazy
                .filter { memberships(of: Int($0)).count > 1 }.map { projection.node(at: Int($0)) })
    }

    /// The links of the block-cut tree, by point and then by block: each articulation point with each block it
    /// is in. In every weak component they form a tree.
    public var tree: [(point: NodeIndex, block: Int)] {
        (0..<projection.nodeCount).lazy.filter { memberships(of: $0).count > 1 }.flatMap { node in
            memberships(of: node).map { (projection.node(at: node), Int($0)) }
        }
    }

    /// The blocks by size, the largest first, with the identifiers of their nodes.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has the identifiers.
    ///   - top: how many blocks at most; nil for all.
    public func ranked(in graph: Graph, top: Int? = nil) -> [RankedPart] {
        (0..<min(max(top ?? count, 0), count)).map {
            RankedPart(rank: $0 + 1, ids: nodes(of: $0).ids(in: graph))
        }
    }

    private enum CodingKeys: String, CodingKey { case projection, blocks }

    /// Writes the projection in words, and the nodes of every block by their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(
            (0..<count).map { nodes(of: $0).nodes.map(\.rawValue) }, forKey: .blocks)
    }
}
