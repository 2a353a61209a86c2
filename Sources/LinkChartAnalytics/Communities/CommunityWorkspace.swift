/// The storage that the search for communities works in, made once for the largest graph and used by every level.
///
/// Communities are numbered below the number of nodes. Of every array only the part that the current graph needs
/// is valid.
final class CommunityWorkspace {
    /// The community of every node.
    let community: UnsafeMutablePointer<UInt32>
    /// The mass of every community: the strengths of its nodes, or how many they are.
    let mass: UnsafeMutablePointer<Double>
    /// How many nodes every community has.
    let members: UnsafeMutablePointer<UInt32>
    /// The weight from the current node to every community; 0 between two nodes.
    let weightTo: UnsafeMutablePointer<Double>
    /// The communities that the current node has an arc to; one more than there are nodes.
    let touched: UnsafeMutablePointer<UInt32>
    /// The nodes that are to be looked at, in a ring.
    let queue: UnsafeMutablePointer<UInt32>
    /// Whether each node is in the queue.
    let isQueued: UnsafeMutablePointer<Bool>
    /// The communities without nodes, as a stack.
    let vacant: UnsafeMutablePointer<UInt32>

    /// The part of its community that a refinement has put each node in, and what it knows of every part.
    let part: UnsafeMutablePointer<UInt32>
    let partMass: UnsafeMutablePointer<Double>
    /// The weight between every part and the rest of its community.
    let partCut: UnsafeMutablePointer<Double>
    /// Numbers for renumbering and counting.
    let numbers: UnsafeMutablePointer<UInt32>

    private let capacity: Int

    init(nodeCount: Int) {
        capacity = nodeCount + 1
        func numbers<Number: Numeric>(_ count: Int, of type: Number.Type = Number.self)
            -> UnsafeMutablePointer<Number>
        {
            let pointer = UnsafeMutablePointer<Number>.allocate(capacity: count)
            pointer.initialize(repeating: 0, count: count)
            return pointer
        }
        community = numbers(capacity)
        mass = numbers(capacity)
        members = numbers(capacity)
        weightTo = numbers(capacity)
        touched = numbers(capacity)
        queue = numbers(capacity)
        isQueued = .allocate(capacity: capacity)
        isQueued.initialize(repeating: false, count: capacity)
        vacant = numbers(capacity)
        part = numbers(capacity)
        partMass = numbers(capacity)
        partCut = numbers(capacity)
        self.numbers = numbers(capacity)
    }

    deinit {
        for pointer in [community, members, touched, queue, vacant, part, numbers] { pointer.deallocate() }
        for pointer in [mass, weightTo, partMass, partCut] { pointer.deallocate() }
        isQueued.deallocate()
    }

    /// Puts every node in a community of its own.
    func separate(_ count: Int) {
        for node in 0..<count { community[node] = UInt32(truncatingIfNeeded: node) }
    }

    /// Numbers labels anew, without gaps, in the order in which they first occur.
    ///
    /// - Parameter labels: each less than `count`.
    /// - Returns: how many different ones there are.
    func renumber(_ labels: UnsafeMutablePointer<UInt32>, _ count: Int) -> Int {
        numbers.update(repeating: .max, count: count)
        var next: UInt32 = 0
        for node in 0..<count {
            let label = Int(labels[node])
            if numbers[label] == .max {
                numbers[label] = next
                next &+= 1
            }
            labels[node] = numbers[label]
        }
        return Int(next)
    }
}
