internal import LinkChartModel

/// The linear equation behind PageRank: *x* = 1 + *M* *x*, where *M* hands `damping` times the score of a node to
/// the ends of its arcs in equal shares.
///
/// Scores are *x* divided by its sum. That regards nodes without outgoing arcs too: the surfer who is there jumps as
/// one who is bored does, so what they do not hand on only changes the sum (Langville and Meyer, section 8.4).
/// Nodes are numbered hub first, so that the scores asked for most often lie together.
struct SurferEquation: Sendable {
    /// The arcs that reach each node.
    let rows: CompressedRows
    let blocks: RowBlocks
    let damping: Double
    /// One over the number of arcs that leave a node; 0 if none does.
    let inverseDegrees: [Double]
    /// Whether arcs come in pairs of both directions, so that *M* is symmetric up to a scaling of nodes.
    let isSymmetric: Bool

    init(_ projection: Projection, damping: Double) {
        rows = projection.hubFirstIncoming.rows
        blocks = RowBlocks(rows)
        self.damping = damping
        isSymmetric = !projection.isDirected
        inverseDegrees = projection.hubFirstNumbering.oldNumbers.map { node in
            let arcs = projection.outgoing.count(Int(node))
            return arcs == 0 ? 0 : 1 / Double(arcs)
        }
    }

    var nodeCount: Int { rows.nodeCount }

    /// A guess from which an iteration has not far to go.
    ///
    /// Without directions a surfer who is never bored is at a node in proportion to its degree; what is spread like
    /// that needs no steps to get there.
    var guess: [Double] {
        let arcs = Double(rows.arcCount)
        guard isSymmetric, arcs > 0 else { return [Double](repeating: 1, count: nodeCount) }
        let reached = inverseDegrees.count { $0 > 0 }
        let spread = damping / (1 - damping) * Double(reached) / arcs
        return inverseDegrees.map { $0 > 0 ? 1 + spread / $0 : 1 }
    }
}

extension UnsafeRows {
    /// The sum of the values of a row, where values change between steps.
    @inline(__always)
    func sum(_ node: Int, of values: UnsafeMutableBufferPointer<Double>) -> Double {
        sum(node, of: UnsafeBufferPointer(values))
    }
}
