internal import LinkChartModel

/// The blocks of a graph (its largest parts without an articulation point), each a small graph for Brandes'
/// algorithm whose nodes stand for all that hangs on them.
///
/// A shortest path between two nodes of a block does not leave it. So betweenness is the sum of two parts: pairs
/// of nodes that are in, or behind, different nodes of a block, counted by a search of that block alone in which
/// every node has the weight of what is behind it; and pairs behind different blocks of an articulation point,
/// which all run through it, counted by multiplication. Trees that hang on a graph cost nothing this way.
///
/// A. Sariyüce and others, Graph manipulations for fast centrality computation, ACM Transactions on Knowledge
/// Discovery from Data 11 (2017), doi:10.1145/3022668; L. Wang and others, Articulation points guided redundancy
/// elimination for betweenness centrality, PPoPP 2016, doi:10.1145/2851141.2851154.
struct BetweennessBlocks: Sendable {
    /// The nodes of the blocks of three or more nodes, one block after the other, the largest first.
    private(set) var nodes: [UInt32] = []
    /// Where each block begins in ``nodes``, and the end of the last.
    private(set) var starts: [Int] = [0]
    /// The arcs that leave each element of ``nodes``, with neighbours as numbers within the block.
    private(set) var outgoing = CompressedRows(offsets: [0], neighbours: [])
    /// The arcs that reach each element of ``nodes``; the same rows without directions.
    private(set) var incoming = CompressedRows(offsets: [0], neighbours: [])
    /// How many nodes each element of ``nodes`` stands for in its block: itself and what is behind it.
    private(set) var weights: [Double] = []
    /// For each block its nodes in an order in which the searches of those that follow each other are alike.
    private(set) var sources: [UInt32] = []
    /// For every node of the graph, how many ordered pairs of others are behind different blocks of it.
    private(set) var crossings: [Double]

    var count: Int { starts.count - 1 }

    /// The blocks of an undirected graph.
    ///
    /// - Parameters:
    ///   - rows: simple.
    ///   - points: its depth-first forest.
    /// - Complexity: O(*n* + *m*), and sorting.
    init(undirected rows: CompressedRows, _ points: LowPoints) {
        let tree = BlockTree(points)
        crossings = tree.crossings
        let kept = (0..<tree.tops.count).filter { tree.sizes[$0] > 2 }
            .sorted { (tree.sizes[$1], $0) < (tree.sizes[$0], $1) }
        let members = members(of: kept, in: tree)
        layOut(tree, kept, members, rows)
        orderSources()
    }

    /// A directed graph as one block.
    ///
    /// - Parameters:
    ///   - outgoing: without loops, every neighbour once.
    ///   - incoming: the same arcs seen from their other ends.
    /// - Complexity: O(*n* + *m*).
    init(directed outgoing: CompressedRows, _ incoming: CompressedRows) {
        let count = outgoing.nodeCount
        crossings = [Double](repeating: 0, count: count)
        weights = [Double](repeating: 1, count: count)
        let order = Self.descending((0..<count).map { outgoing.count($0) + incoming.count($0) })
        nodes = order.map { UInt32($0) }
        starts = [0, count]
        self.outgoing = outgoing.renumbered(nodes)
        self.incoming = incoming.renumbered(nodes)
        orderSources()
    }

    /// The nodes of each block, first its top, then the others, which are in other blocks only as their top.
    private mutating func members(of kept: [Int], in tree: BlockTree) -> [UInt32] {
        var newNumber = [Int](repeating: -1, count: tree.tops.count)
        for (number, block) in kept.enumerated() {
            newNumber[block] = number
            starts.append(starts[number] + tree.sizes[block])
        }
        var place = starts
        var members = [UInt32](repeating: 0, count: starts[kept.count])
        for (number, block) in kept.enumerated() {
            members[place[number]] = tree.tops[block]
            place[number] += 1
        }
        for node in tree.block.indices where tree.block[node] != .max {
            let number = newNumber[Int(tree.block[node])]
            guard number >= 0 else { continue }
            members[place[number]] = UInt32(node)
            place[number] += 1
        }
        return members
    }

    /// Numbers the nodes of each block by degree, the largest first, so that what is visited often lies together.
    private mutating func layOut(
        _ tree: BlockTree, _ kept: [Int], _ members: [UInt32], _ rows: CompressedRows
    ) {
        var offsets = [0]
        var neighbours: [UInt32] = []
        var local = [UInt32](repeating: 0, count: rows.nodeCount)
        nodes.reserveCapacity(members.count)
        weights.reserveCapacity(members.count)
        offsets.reserveCapacity(members.count + 1)
        neighbours.reserveCapacity(rows.arcCount)
        for (number, block) in kept.enumerated() {
            let id = UInt32(block)
            let members = members[starts[number]..<starts[number + 1]]
            let order = Self.descending(
                members.map { node in rows[Int(node)].count { tree.block(of: node, $0) == id } })
            for (position, place) in order.enumerated() {
                let node = members[members.startIndex + place]
                local[Int(node)] = UInt32(position)
                nodes.append(node)
                weights.append(
                    node == tree.tops[block] ? tree.weightAbove(id) : tree.weights[Int(node)])
            }
            for node in nodes[starts[number]...] {
                for neighbour in rows[Int(node)] where tree.block(of: node, neighbour) == id {
                    neighbours.append(local[Int(neighbour)])
                }
                offsets.append(neighbours.count)
            }
        }
        outgoing = CompressedRows(offsets: offsets, neighbours: neighbours)
        incoming = outgoing
    }

    /// Breadth first from the node of most neighbours, and again where that leads no further.
    private mutating func orderSources() {
        sources.reserveCapacity(nodes.count)
        var isSeen = [Bool](repeating: false, count: nodes.count)
        for block in 0..<count {
            let first = starts[block]
            for root in first..<starts[block + 1] where !isSeen[root] {
                var head = sources.count
                sources.append(UInt32(root - first))
                isSeen[root] = true
                while head < sources.count {
                    let node = first + Int(sources[head])
                    head += 1
                    for neighbour in outgoing[node] where !isSeen[first + Int(neighbour)] {
                        isSeen[first + Int(neighbour)] = true
                        sources.append(neighbour)
                    }
                }
            }
        }
    }

    /// The positions of the numbers, the largest number first, equal ones in ascending order (counting sort).
    private static func descending(_ numbers: [Int]) -> [Int] {
        var next = [Int](repeating: 0, count: (numbers.max() ?? 0) + 1)
        for number in numbers { next[number] += 1 }
        var sum = 0
        for number in next.indices.reversed() {
            let size = next[number]
            next[number] = sum
            sum += size
        }
        var result = [Int](repeating: 0, count: numbers.count)
        for (position, number) in numbers.enumerated() {
            result[next[number]] = position
            next[number] += 1
        }
        return result
    }
}

extension CompressedRows {
    /// The same arcs between new numbers.
    ///
    /// - Parameter nodes: the old number of every node.
    fileprivate func renumbered(_ nodes: [UInt32]) -> CompressedRows {
        var numbers = [UInt32](repeating: 0, count: nodeCount)
        for (number, node) in nodes.enumerated() { numbers[Int(node)] = UInt32(number) }
        var offsets = [0]
        var neighbours: [UInt32] = []
        offsets.reserveCapacity(nodeCount + 1)
        neighbours.reserveCapacity(arcCount)
        for node in nodes {
            for neighbour in self[Int(node)] { neighbours.append(numbers[Int(neighbour)]) }
            offsets.append(neighbours.count)
        }
        return CompressedRows(offsets: offsets, neighbours: neighbours)
    }
}
