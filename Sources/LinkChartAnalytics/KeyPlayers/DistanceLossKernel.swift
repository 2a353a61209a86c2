/// One thread's searches for what the removal of each node costs the others: the sums of 1 / distance that
/// they lose.
///
/// From a source, the removal of a node changes the distance of exactly those nodes which all shortest paths
/// reach through it: its descendants in the dominator tree of the shortest paths. The tree comes from a
/// breadth-first search, the immediate dominator of a node being the nearest common ancestor of its predecessors.
/// A node whose descendants have no link past it cuts them off; otherwise their new distances are found by a
/// search that begins at those links. So one search answers for all nodes, for little more than its own cost
/// in networks of short paths.
struct DistanceLossKernel: ~Copyable {
    private let rows: UnsafeRows
    private let inverses: UnsafeBufferPointer<Double>
    private let distances: UnsafeMutableBufferPointer<UInt32>
    private let order: UnsafeMutableBufferPointer<UInt32>
    /// The dominator tree: parent, depth, and children as lists.
    private let parents: UnsafeMutableBufferPointer<UInt32>
    private let depths: UnsafeMutableBufferPointer<UInt32>
    private let firstChild: UnsafeMutableBufferPointer<UInt32>
    private let sibling: UnsafeMutableBufferPointer<UInt32>
    /// The least depth to which a link of any descendant leads.
    private let outlets: UnsafeMutableBufferPointer<UInt32>
    /// The sum of 1 / distance over the descendants.
    private let below: UnsafeMutableBufferPointer<Double>
    /// Whom the repair in hand is about, and whom it has settled.
    private let affected: UnsafeMutableBufferPointer<UInt32>
    private let settled: UnsafeMutableBufferPointer<UInt32>
    private let newDistances: UnsafeMutableBufferPointer<UInt32>
    private let list: UnsafeMutableBufferPointer<UInt32>
    private var repair: UInt32 = 0
    private var seeds: [UInt64] = []

    private let closeness: UnsafeMutableBufferPointer<Double>
    private let losses: UnsafeMutableBufferPointer<Double>
    private var total = 0.0

    private static let none = UInt32.max

    /// - Parameter inverses: 1 / distance, by distance.
    init(rows: UnsafeRows, inverses: UnsafeBufferPointer<Double>) {
        self.rows = rows
        self.inverses = inverses
        let count = rows.nodeCount
        func numbers(_ value: UInt32) -> UnsafeMutableBufferPointer<UInt32> {
            let buffer = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count + 1)
            buffer.initialize(repeating: value)
            return buffer
        }
        func sums() -> UnsafeMutableBufferPointer<Double> {
            let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: count)
            buffer.initialize(repeating: 0)
            return buffer
        }
        distances = numbers(Self.none)
        order = numbers(0)
        parents = numbers(0)
        depths = numbers(0)
        firstChild = numbers(Self.none)
        sibling = numbers(Self.none)
        outlets = numbers(Self.none)
        below = sums()
        affected = numbers(0)
        settled = numbers(0)
        newDistances = numbers(0)
        list = numbers(0)
        closeness = sums()
        losses = sums()
    }

    deinit {
        for buffer in [
            distances, order, parents, depths, firstChild, sibling, outlets, affected, settled, newDistances,
            list,
        ] { buffer.deallocate() }
        below.deallocate()
        closeness.deallocate()
        losses.deallocate()
    }

    /// Adds the collected sums to the given ones and starts anew from 0.
    mutating func moveSums(_ closeness: inout [Double], _ losses: inout [Double], _ total: inout Double) {
        for node in 0..<rows.nodeCount {
            closeness[node] += self.closeness[node]
            losses[node] += self.losses[node]
            self.closeness[node] = 0
            self.losses[node] = 0
        }
        total += self.total
        self.total = 0
    }

    /// Adds what one source contributes: 1 / distance of every node, and what each node's removal costs the
    /// others in it.
    mutating func search(from source: Int) {
        let reached = breadthFirst(source)
        growTree(source, reached: reached)
        collect(source, reached: reached)
        for position in 0..<reached {
            let node = Int(order[position])
            distances[node] = Self.none
            firstChild[node] = Self.none
            outlets[node] = Self.none
            below[node] = 0
        }
    }

    private func breadthFirst(_ source: Int) -> Int {
        let (rows, distances, order) = (rows, distances, order)
        distances[source] = 0
        order[0] = UInt32(truncatingIfNeeded: source)
        var head = 0
        var tail = 1
        while head < tail {
            let node = Int(order[head])
            let next = distances[node] &+ 1
            head &+= 1
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                // Without a branch: written always, kept if it is new.
                order[tail] = neighbour
                tail &+= distances[Int(neighbour)] == Self.none ? 1 : 0
                distances[Int(neighbour)] = min(distances[Int(neighbour)], next)
            }
        }
        return tail
    }

    private func growTree(_ source: Int, reached: Int) {
        let (rows, distances, order, parents, depths) = (rows, distances, order, parents, depths)
        let root = UInt32(truncatingIfNeeded: source)
        depths[source] = 0
        for position in 1..<max(reached, 1) {
            let node = Int(order[position])
            let previous = distances[node] &- 1
            var dominator = Self.none
            for arc in rows.row(node) {
                let neighbour = rows.neighbours[arc]
                guard distances[Int(neighbour)] == previous else { continue }
                dominator = dominator == Self.none ? neighbour : commonAncestor(dominator, neighbour)
                if dominator == root { break }
            }
            parents[node] = dominator
            depths[node] = depths[Int(dominator)] &+ 1
        }
    }

    @inline(__always)
    private func commonAncestor(_ a: UInt32, _ b: UInt32) -> UInt32 {
        var (a, b) = (a, b)
        while a != b {
            if depths[Int(a)] >= depths[Int(b)] { a = parents[Int(a)] } else { b = parents[Int(b)] }
        }
        return a
    }

    /// The least depth of what a node's links lead to, seen from its ancestors; links to predecessors lead past
    /// none of them.
    @inline(__always)
    private func outlet(of node: Int) -> UInt32 {
        // A child of the source has no ancestor that could be removed.
        guard depths[node] > 1 else { return Self.none }
        let distance = distances[node]
        var outlet = Self.none
        for arc in rows.row(node) {
            let neighbour = rows.neighbours[arc]
            let other = distances[Int(neighbour)]
            if other == distance &+ 1 {
                outlet = min(outlet, depths[Int(parents[Int(neighbour)])])
            } else if other == distance {
                outlet = min(
                    outlet, depths[Int(commonAncestor(UInt32(truncatingIfNeeded: node), neighbour))])
            }
        }
        return outlet
    }

    private mutating func collect(_ source: Int, reached: Int) {
        let root = UInt32(truncatingIfNeeded: source)
        var position = reached - 1
        while position > 0 {
            let node = Int(order[position])
            let inverse = inverses[Int(distances[node])]
            closeness[node] += inverse
            total += inverse
            // All descendants are further away, so they are done.
            if firstChild[node] != Self.none {
                losses[node] += outlets[node] >= depths[node] ? below[node] : repaired(node)
            }
            let parent = parents[node]
            if parent != root {
                below[Int(parent)] += below[node] + inverse
                outlets[Int(parent)] = min(outlets[Int(parent)], outlets[node], outlet(of: node))
                sibling[node] = firstChild[Int(parent)]
                firstChild[Int(parent)] = UInt32(truncatingIfNeeded: node)
            }
            position -= 1
        }
    }

    /// What the descendants of a removed node lose, those it does not cut off included.
    private mutating func repaired(_ node: Int) -> Double {
        let (rows, distances, list, affected) = (rows, distances, list, affected)
        repair &+= 1
        let stamp = repair
        affected[node] = stamp
        var count = 0
        var head = -1
        var parent = UInt32(truncatingIfNeeded: node)
        repeat {
            var child = firstChild[Int(parent)]
            while child != Self.none {
                affected[Int(child)] = stamp
                list[count] = child
                count &+= 1
                child = sibling[Int(child)]
            }
            head &+= 1
            parent = head < count ? list[head] : 0
        } while head < count

        seeds.removeAll(keepingCapacity: true)
        for place in 0..<count {
            let member = Int(list[place])
            var nearest = Self.none
            for arc in rows.row(member) {
                let neighbour = Int(rows.neighbours[arc])
                if affected[neighbour] != stamp { nearest = min(nearest, distances[neighbour] &+ 1) }
            }
            newDistances[member] = nearest
            if nearest != Self.none { seeds.append(UInt64(nearest) << 32 | UInt64(member)) }
        }
        seeds.sort()
        return below[node] - regained(without: node, stamp)
    }

    /// The sum of 1 / distance on ways that avoid the removed node: a search from the links past it, which
    /// start at different distances.
    private func regained(without removed: Int, _ stamp: UInt32) -> Double {
        let (rows, queue, affected, settled) = (rows, list, affected, settled)
        var sum = 0.0
        var nextSeed = 0
        var head = 0
        var tail = 0
        while true {
            let node: Int
            let distance: UInt32
            let queued = head < tail ? newDistances[Int(queue[head])] : Self.none
            if nextSeed < seeds.count, UInt32(truncatingIfNeeded: seeds[nextSeed] >> 32) <= queued {
                node = Int(UInt32(truncatingIfNeeded: seeds[nextSeed]))
                distance = UInt32(truncatingIfNeeded: seeds[nextSeed] >> 32)
                nextSeed &+= 1
                if settled[node] == stamp { continue }
                settled[node] = stamp
                sum += inverses[Int(distance)]
            } else if head < tail {
                node = Int(queue[head])
                distance = queued
                head &+= 1
            } else {
                return sum
            }
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                guard affected[neighbour] == stamp, settled[neighbour] != stamp, neighbour != removed,
                    // Else a link past the removed node leads there as soon, and its turn will come.
                    newDistances[neighbour] > distance &+ 1
                else { continue }
                settled[neighbour] = stamp
                newDistances[neighbour] = distance &+ 1
                sum += inverses[Int(distance &+ 1)]
                queue[tail] = UInt32(truncatingIfNeeded: neighbour)
                tail &+= 1
            }
        }
    }
}
