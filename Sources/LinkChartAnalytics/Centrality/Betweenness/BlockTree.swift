/// Which block every arc of an undirected graph is in, and how many nodes are behind every node of every block.
///
/// In a depth-first tree a block is a part of the tree: its top, an articulation point or a root, and nodes
/// below it. So a node but a root belongs to exactly one block otherwise than as its top.
struct BlockTree {
    /// The block of the arc from each node's parent; the greatest number for the roots.
    private(set) var block: [UInt32]
    /// The top of each block.
    private(set) var tops: [UInt32] = []
    /// How many nodes each block has.
    private(set) var sizes: [Int] = []
    /// Of every node, how many nodes it stands for in the block of ``block``: itself and what is below it in
    /// other blocks.
    private(set) var weights: [Double]
    /// For every node, how many ordered pairs of other nodes of its component are behind different blocks of it.
    private(set) var crossings: [Double]
    /// How many nodes each block has below its top, and behind.
    private var below: [Double] = []
    private var componentSizes: [Double] = []
    private let found: [UInt32]

    /// - Complexity: O(*n*).
    init(_ points: LowPoints) {
        let (order, parent, found, low) = (points.order, points.parent, points.found, points.low)
        let count = order.count
        self.found = found
        block = [UInt32](repeating: .max, count: count)
        weights = [Double](repeating: 1, count: count)
        crossings = [Double](repeating: 0, count: count)
        for node in order {
            let above = parent[Int(node)]
            guard above != node else { continue }
            if low[Int(node)] >= found[Int(above)] {
                block[Int(node)] = UInt32(tops.count)
                tops.append(above)
                sizes.append(1)
            } else {
                block[Int(node)] = block[Int(above)]
            }
            sizes[Int(block[Int(node)])] += 1
        }
        // From the leaves up: when a node's turn comes, all blocks below it are complete. The first node of a
        // block that was found is the last to go back over; it closes the block.
        below = [Double](repeating: 0, count: tops.count)
        for node in order.reversed() {
            let above = parent[Int(node)]
            guard above != node else { continue }
            let id = Int(block[Int(node)])
            below[id] += weights[Int(node)]
            if low[Int(node)] >= found[Int(above)] { weights[Int(above)] += below[id] }
        }
        componentSizes = [Double](repeating: 0, count: tops.count)
        var size = [Double](repeating: 0, count: count)
        for node in order {
            let above = parent[Int(node)]
            size[Int(node)] = above == node ? weights[Int(node)] : size[Int(above)]
        }
        for id in tops.indices { componentSizes[id] = size[Int(tops[id])] }
        // Of the (size - 1)^2 ordered pairs of others, those behind the same block do not cross.
        for node in 0..<count {
            let others = size[node] - 1
            let aboveAll = size[node] - weights[node]
            crossings[node] = others * others - aboveAll * aboveAll
        }
        for id in tops.indices { crossings[Int(tops[id])] -= below[id] * below[id] }
    }

    /// The block of an arc.
    func block(of node: UInt32, _ neighbour: UInt32) -> UInt32 {
        found[Int(neighbour)] < found[Int(node)] ? block[Int(node)] : block[Int(neighbour)]
    }

    /// How many nodes the top of a block stands for in it.
    func weightAbove(_ id: UInt32) -> Double { componentSizes[Int(id)] - below[Int(id)] }
}
