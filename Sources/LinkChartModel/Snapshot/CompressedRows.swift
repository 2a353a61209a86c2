/// Rows of neighbours in one array: compressed sparse rows (CSR).
///
/// The neighbours of node `v` are `neighbours[offsets[v] ..< offsets[v + 1]]`. Four bytes an arc and eight a
/// node, plus what is kept of the edges behind the arcs. An undirected graph has two arcs an edge, so arcs may
/// outnumber what 32 bits count; nodes and edges may not.
public struct CompressedRows: Sendable {
    /// Where each row begins; one more than there are nodes, the last being the number of arcs.
    public let offsets: [Int]
    /// The other end of every arc, row by row.
    public let neighbours: [UInt32]
    /// The edge behind every arc, row by row; empty where arcs do not keep their edges.
    public let edges: [UInt32]

    /// Takes rows that are made already.
    ///
    /// - Parameters:
    ///   - offsets: where each row begins, and the end of the last.
    ///   - neighbours: the other end of every arc, row by row.
    ///   - edges: the edge behind every arc, row by row; empty to keep none.
    /// - Precondition: `offsets` ascends from 0 to `neighbours.count`, and `edges` is empty or as long as
    ///   `neighbours`.
    public init(offsets: [Int], neighbours: [UInt32], edges: [UInt32] = []) {
        precondition(offsets.first == 0 && offsets.last == neighbours.count)
        precondition(edges.isEmpty || edges.count == neighbours.count)
        self.offsets = offsets
        self.neighbours = neighbours
        self.edges = edges
    }

    /// Rows of arcs given by their ends, in a stable order: within a row, as they came.
    ///
    /// - Parameters:
    ///   - nodeCount: every end is less than this.
    ///   - from: the node in whose row an arc goes.
    ///   - to: its other end.
    ///   - edges: the edge behind each arc, or nil to number the arcs as they came.
    ///   - keepingEdges: whether rows keep the edges.
    /// - Complexity: linear in nodes and arcs (counting sort).
    /// - Precondition: `from`, `to` and, if given, `edges` have equally many elements; if edges are kept without
    ///   `edges`, fewer than 2^32.
    public init(
        nodeCount: Int, from: [UInt32], to: [UInt32], edges: [UInt32]? = nil,
        keepingEdges: Bool = true
    ) {
        var noMarks: [Bool] = []
        self.init(
            nodeCount: nodeCount, from: from, to: to, edges: edges, keepingEdges: keepingEdges,
            marks: &noMarks)
    }

    /// The same, with marks of the arcs, if there are any, put in the same order.
    init(
        nodeCount: Int, from: [UInt32], to: [UInt32], edges: [UInt32]?, keepingEdges: Bool,
        marks: inout [Bool]
    ) {
        let count = from.count
        precondition(count == to.count && (!keepingEdges || edges != nil || count <= Int(UInt32.max)))
        precondition(edges.map { $0.count == count } ?? true)
        var next = [Int](repeating: 0, count: nodeCount + 1)
        next.withUnsafeMutableBufferPointer { next in
            for node in from {
                // Checked here, because buffers are not checked in release builds; `from` serves as an index below.
                precondition(Int(node) < nodeCount, "an arc of a node that is not there")
                next[Int(node) &+ 1] &+= 1
            }
            var sum = 0
            for v in 0..<next.count {
                sum &+= next[v]
                next[v] = sum
            }
        }
        let offsets = next
        var kept: [UInt32] = []
        let neighbours = [UInt32](unsafeUninitializedCapacity: count) { neighbours, used in
            if keepingEdges {
                let unsorted = marks
                kept = [UInt32](unsafeUninitializedCapacity: count) { kept, used in
                    for i in 0..<count {
                        let place = next[Int(from[i])]
                        next[Int(from[i])] &+= 1
                        neighbours[place] = to[i]
                        kept[place] = edges.map { $0[i] } ?? UInt32(truncatingIfNeeded: i)
                        if !unsorted.isEmpty { marks[place] = unsorted[i] }
                    }
                    used = count
                }
            } else {
                for i in 0..<count {
                    let place = next[Int(from[i])]
                    next[Int(from[i])] &+= 1
                    neighbours[place] = to[i]
                }
            }
            used = count
        }
        self.init(offsets: offsets, neighbours: neighbours, edges: kept)
    }

    /// How many rows there are.
    @inlinable public var nodeCount: Int { offsets.count - 1 }
    /// How many arcs there are.
    @inlinable public var arcCount: Int { neighbours.count }

    /// The positions of a node's arcs in ``neighbours`` and ``edges``.
    @inlinable public func row(_ node: Int) -> Range<Int> { offsets[node]..<offsets[node + 1] }

    /// The neighbours of a node.
    @inlinable public subscript(node: Int) -> ArraySlice<UInt32> { neighbours[row(node)] }

    /// How many arcs are in a node's row.
    @inlinable public func count(_ node: Int) -> Int { offsets[node + 1] - offsets[node] }
}
