/// One thread's search and sums for betweenness.
///
/// A breadth-first search counts the shortest paths σ from its source; going back, every node w collects from
/// its followers v, the neighbours one step further on, its dependency δ(w) = Σ σ(w)/σ(v) (1 + δ(v)). The
/// search writes the followers down one after the other as it meets them, and so without branches that a
/// processor would guess wrong; the way back reads that list backwards.
struct BrandesKernel: ~Copyable {
    private let rows: UnsafeRows
    /// Distance from the source; the greatest number where the search has not been.
    private let distances: UnsafeMutableBufferPointer<UInt32>
    /// σ on the way out; (1 + δ)/σ once the node is done on the way back.
    private let values: UnsafeMutableBufferPointer<Double>
    private let order: UnsafeMutableBufferPointer<UInt32>
    /// The followers of the nodes in the order of the search, and where those of each begin.
    private let followers: UnsafeMutableBufferPointer<UInt32>
    private let firstFollower: UnsafeMutableBufferPointer<Int>
    private let sums: UnsafeMutableBufferPointer<Double>

    init(rows: UnsafeRows) {
        self.rows = rows
        let count = rows.nodeCount
        distances = .allocate(capacity: count)
        distances.initialize(repeating: .max)
        values = .allocate(capacity: count)
        values.initialize(repeating: 0)
        // One more: candidates are written before it is known whether they count.
        order = .allocate(capacity: count + 1)
        order.initialize(repeating: 0)
        followers = .allocate(capacity: rows.neighbours.count + 1)
        followers.initialize(repeating: 0)
        firstFollower = .allocate(capacity: count + 1)
        firstFollower.initialize(repeating: 0)
        sums = .allocate(capacity: count)
        sums.initialize(repeating: 0)
    }

    deinit {
        distances.deallocate()
        values.deallocate()
        order.deallocate()
        followers.deallocate()
        firstFollower.deallocate()
        sums.deallocate()
    }

    /// Adds the collected sums to `totals` and starts anew from 0.
    mutating func moveSums(to totals: UnsafeMutableBufferPointer<Double>) {
        for node in 0..<sums.count {
            totals[node] += sums[node]
            sums[node] = 0
        }
    }

    /// Adds the dependencies of one source on all nodes.
    mutating func accumulate(from source: Int) {
        let (reached, fitsDouble) = search(from: source)
        if fitsDouble { collect(reached: reached) } else { collectExtended(reached: reached) }
        for position in 0..<reached {
            let node = Int(order[position])
            distances[node] = .max
            values[node] = 0
        }
    }

    /// Counts shortest paths, and lists nodes by distance with their followers.
    private func search(from source: Int) -> (count: Int, fitsDouble: Bool) {
        let (rows, distances, values, order) = (rows, distances, values, order)
        let (followers, firstFollower) = (followers, firstFollower)
        distances[source] = 0
        values[source] = 1
        order[0] = UInt32(truncatingIfNeeded: source)
        var head = 0
        var tail = 1
        var followerCount = 0
        var most = 0.0
        while head < tail {
            let node = Int(order[head])
            let next = distances[node] &+ 1
            let first = followerCount
            firstFollower[head] = first
            head &+= 1
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                let distance = distances[Int(neighbour)]
                // No node within reach is further away than `next`, so only new ones are.
                order[tail] = neighbour
                tail &+= distance > next ? 1 : 0
                distances[Int(neighbour)] = min(distance, next)
                followers[followerCount] = neighbour
                followerCount &+= distance >= next ? 1 : 0
            }
            let paths = values[node]
            most = max(most, paths)
            var position = first
            while position < followerCount {
                values[Int(followers[position])] += paths
                position &+= 1
            }
        }
        firstFollower[tail] = followerCount
        // Beyond this, (1 + δ)/σ would be lost in the smallest numbers, and further on σ is infinite.
        return (tail, most < 1e290)
    }

    private func collect(reached: Int) {
        let (values, order, sums) = (values, order, sums)
        let (followers, firstFollower) = (followers, firstFollower)
        var position = reached &- 1
        while position > 0 {
            let node = Int(order[position])
            var sum = 0.0
            var follower = firstFollower[position]
            let end = firstFollower[position &+ 1]
            while follower < end {
                sum += values[Int(followers[follower])]
                follower &+= 1
            }
            let paths = values[node]
            let dependency = paths * sum
            sums[node] += dependency
            values[node] = (1 + dependency) / paths
            position &-= 1
        }
    }

    /// The same for graphs with more shortest paths than a `Double` can count, such as a chain of a thousand
    /// diamonds: counts have an exponent of their own. Slower, and rarely needed.
    private func collectExtended(reached: Int) {
        var values = [ExtendedDouble](repeating: .zero, count: rows.nodeCount)
        values[Int(order[0])] = .one
        for position in 0..<reached {
            let paths = values[Int(order[position])]
            for follower in firstFollower[position]..<firstFollower[position + 1] {
                values[Int(followers[follower])] += paths
            }
        }
        for position in stride(from: reached - 1, to: 0, by: -1) {
            let node = Int(order[position])
            var sum = ExtendedDouble.zero
            for follower in firstFollower[position]..<firstFollower[position + 1] {
                sum += values[Int(followers[follower])]
            }
            let dependency = (values[node] * sum).doubleValue
            sums[node] += dependency
            values[node] = ExtendedDouble(1 + dependency) / values[node]
        }
    }
}
