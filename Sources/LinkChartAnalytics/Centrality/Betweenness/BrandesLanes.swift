/// Brandes' algorithm from several sources at once, one in each lane of a vector.
///
/// In networks with short distances the searches of several sources visit the same arcs in the same few steps. So
/// every node holds one number a lane, side by side in one cache line, and an arc that is looked at serves all
/// sources: a vector addition and no comparison. In each step a node counts in the lanes whose search reaches it
/// in that step, and holds 0 in the others, which adds nothing. Steps either push from the nodes reached last or
/// pull to those not yet reached, whichever looks at fewer arcs (S. Beamer and others, Direction-optimizing
/// breadth-first search, SC 2012, doi:10.1109/SC.2012.50); so do the steps back.
struct BrandesLanes: ~Copyable {
    typealias Lanes = SIMD8<Double>
    typealias Bits = SIMD8<UInt64>
    static let laneCount = 8

    /// σ, the number of shortest paths from each lane's source; 0 where a search has not been.
    let counts: UnsafeMutablePointer<Lanes>
    /// On the way out σ, on the way back (weight + δ)/σ, of the nodes of one step in the lanes of that step; else 0.
    var front: UnsafeMutablePointer<Lanes>
    /// The same for the step in the making.
    var next: UnsafeMutablePointer<Lanes>
    /// The lanes whose search has reached a node.
    let reached: UnsafeMutablePointer<UInt8>
    /// The last step in which a node was touched.
    let touchedIn: UnsafeMutablePointer<UInt32>
    let touched: UnsafeMutablePointer<UInt32>
    /// Nodes that not all lanes have reached.
    let open: UnsafeMutablePointer<UInt32>
    /// Nodes in the order of the steps, and the lanes that reached them in that step.
    let entries: UnsafeMutablePointer<UInt32>
    let entryLanes: UnsafeMutablePointer<UInt8>
    /// Where each step begins in `entries`, and how many arcs leave and reach its nodes.
    var steps: [Step] = []
    /// All bits of a lane set or not, by the lanes in a byte.
    let laneBits: UnsafePointer<Bits>
    let capacity: Int
    var step: UInt32 = 0

    struct Step {
        var first: Int
        var arcsOut = 0
        var arcsIn = 0
    }

    /// - Parameter capacity: the greatest number of nodes of any graph that is asked.
    init(capacity: Int) {
        self.capacity = capacity
        counts = Self.zeros(capacity, of: Lanes.zero)
        front = Self.zeros(capacity, of: Lanes.zero)
        next = Self.zeros(capacity, of: Lanes.zero)
        reached = Self.zeros(capacity, of: 0)
        touchedIn = Self.zeros(capacity, of: 0)
        // One more: candidates are written before it is known whether they count.
        touched = Self.zeros(capacity + 1, of: 0)
        open = Self.zeros(capacity + 1, of: 0)
        entries = Self.zeros(capacity * Self.laneCount + 1, of: 0)
        entryLanes = Self.zeros(capacity * Self.laneCount + 1, of: 0)
        laneBits = Self.allLaneBits
    }

    deinit {
        counts.deallocate()
        front.deallocate()
        next.deallocate()
        reached.deallocate()
        touchedIn.deallocate()
        touched.deallocate()
        open.deallocate()
        entries.deallocate()
        entryLanes.deallocate()
    }

    /// Made once and never written to again.
    nonisolated(unsafe) private static let allLaneBits: UnsafePointer<Bits> = {
        let bits = zeros(256, of: Bits.zero)
        for byte in 0..<256 {
            for lane in 0..<laneCount where byte >> lane & 1 == 1 { bits[byte][lane] = .max }
        }
        return UnsafePointer(bits)
    }()

    private static func zeros<Element>(_ count: Int, of zero: Element) -> UnsafeMutablePointer<Element> {
        let pointer = UnsafeMutableRawPointer.allocate(
            byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64
        ).bindMemory(to: Element.self, capacity: max(count, 1))
        pointer.initialize(repeating: zero, count: max(count, 1))
        return pointer
    }

    /// Adds to `sums` the dependencies of the sources on all nodes, each times the weight of its source.
    ///
    /// - Parameters:
    ///   - sources: at most ``laneCount`` different nodes.
    ///   - outgoing: the graph: no loops, every neighbour once.
    ///   - incoming: its arcs seen from their other ends; the same rows without directions.
    ///   - sourceWeights: how many sources each node stands for.
    ///   - targetWeights: how many targets each node stands for.
    ///   - sums: by node.
    /// - Returns: false if a count of paths went beyond what a `Double` can hold; then `sums` is as it was.
    mutating func accumulate(
        from sources: Slice<UnsafeBufferPointer<UInt32>>, outgoing: UnsafeRows, incoming: UnsafeRows,
        sourceWeights: UnsafePointer<Double>, targetWeights: UnsafePointer<Double>,
        to sums: UnsafeMutablePointer<Double>
    ) -> Bool {
        renewMarks()
        var weights = Lanes.zero
        for (lane, source) in sources.enumerated() { weights[lane] = sourceWeights[Int(source)] }
        let fitsDouble = search(from: sources, outgoing: outgoing, incoming: incoming)
        if fitsDouble {
            collect(
                outgoing: outgoing, incoming: incoming, sourceWeights: weights,
                targetWeights: targetWeights, to: sums)
        } else {
            clear(steps.count - 2)
        }
        forget()
        return fitsDouble
    }

    /// Steps are numbered on and on; before the numbers run out, all marks start anew.
    mutating func renewMarks() {
        guard step > .max / 2 else { return }
        touchedIn.update(repeating: 0, count: capacity)
        step = 0
    }

    /// Makes what the last search touched ready for the next.
    func forget() {
        var entry = 0
        let end = steps[steps.count - 1].first
        while entry < end {
            let node = Int(entries[entry])
            counts[node] = .zero
            reached[node] = 0
            entry &+= 1
        }
    }
}
