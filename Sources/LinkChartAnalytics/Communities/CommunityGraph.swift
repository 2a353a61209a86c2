internal import LinkChartModel

/// The weighted simple undirected graph that communities are sought in.
///
/// Parallel arcs and the two directions between the same nodes are summed; loops are kept apart. In the adjacency
/// matrix a loop of weight *w* counts 2*w* (M. Newman 2004, doi:10.1103/PhysRevE.70.056131): its node's strength
/// is 2*w* larger, and the strengths sum to twice the total weight.
///
/// Nothing changes once it is made, so threads may share it.
final class CommunityGraph: Sendable {
    let nodeCount: Int
    /// Where each row begins, and the end of the last.
    nonisolated(unsafe) let offsets: UnsafeMutablePointer<Int>
    /// The other end of every arc, row by row, without loops and repeats.
    nonisolated(unsafe) let neighbours: UnsafeMutablePointer<UInt32>
    /// The weight of every arc; nil if each is 1.
    nonisolated(unsafe) let weights: UnsafeMutablePointer<Double>?
    /// The weight of every node's loops, once.
    nonisolated(unsafe) let loops: UnsafeMutablePointer<Double>
    /// The sum of every node's row and twice its loops.
    nonisolated(unsafe) let strengths: UnsafeMutablePointer<Double>
    /// How many nodes of the first graph each node stands for.
    nonisolated(unsafe) let sizes: UnsafeMutablePointer<Double>

    /// How many arcs there are: two an edge.
    var arcCount: Int { offsets[nodeCount] }

    /// A graph whose arcs are not there yet.
    ///
    /// - Parameter arcCapacity: there are at most this many.
    init(nodeCount: Int, arcCapacity: Int, isWeighted: Bool) {
        self.nodeCount = nodeCount
        offsets = .allocate(capacity: nodeCount + 1)
        offsets.initialize(repeating: 0, count: nodeCount + 1)
        // Numbers need no initialisation of their own; pages that are not used are never touched.
        neighbours = .allocate(capacity: max(arcCapacity, 1))
        weights = isWeighted ? .allocate(capacity: max(arcCapacity, 1)) : nil
        loops = .allocate(capacity: max(nodeCount, 1))
        loops.initialize(repeating: 0, count: nodeCount)
        strengths = .allocate(capacity: max(nodeCount, 1))
        strengths.initialize(repeating: 0, count: nodeCount)
        sizes = .allocate(capacity: max(nodeCount, 1))
        sizes.initialize(repeating: 1, count: nodeCount)
    }

    deinit {
        offsets.deallocate()
        neighbours.deallocate()
        weights?.deallocate()
        loops.deallocate()
        strengths.deallocate()
        sizes.deallocate()
    }
}

/// What arcs weigh, known to the compiler, so that the loop over arcs of weight 1 reads no weights.
protocol ArcWeights {
    /// The weight of the arc at a position.
    func weight(_ arc: Int) -> Double
}

/// Every arc weighs 1.
struct UnitArcWeights: ArcWeights {
    @inline(__always)
    func weight(_ arc: Int) -> Double { 1 }
}

/// Every arc weighs what stands at its place.
struct StoredArcWeights: ArcWeights {
    let weights: UnsafeMutablePointer<Double>

    @inline(__always)
    func weight(_ arc: Int) -> Double { weights[arc] }
}
