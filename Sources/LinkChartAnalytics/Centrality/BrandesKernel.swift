/// One thread's search and sums for betweenness.
///
/// A breadth-first search counts the shortest paths σ from its source; going back, every node w collects from
/// the neighbours v one step further on its dependency δ(w) = Σ σ(w)/σ(v) (1 + δ(v)). Neighbours one step
/// further are found again by their distance, so no lists of predecessors are kept.
struct BrandesKernel: ~Copyable {
    private struct State {
        /// σ on the way out; (1 + δ)/σ once the node is done on the way back.
        var value: Double
        /// Distance from the source, -1 where the search has not been.
        var distance: Int32
    }

    private let rows: UnsafeRows
    private let states: UnsafeMutableBufferPointer<State>
    private let order: UnsafeMutableBufferPointer<UInt32>
    private let sums: UnsafeMutableBufferPointer<Double>

    init(rows: UnsafeRows) {
        self.rows = rows
        let count = rows.nodeCount
        states = .allocate(capacity: count)
        states.initialize(repeating: State(value: 0, distance: -1))
        // One more: the search writes a candidate before it knows whether it is new.
        order = .allocate(capacity: count + 1)
        order.initialize(repeating: 0)
        sums = .allocate(capacity: count)
        sums.initialize(repeating: 0)
    }

    deinit {
        states.deallocate()
        order.deallocate()
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
        let reached = search(from: source)
        if reached.fitsDouble {
            collect(reached: reached.count)
        } else {
            collectExtended(reached: reached.count)
        }
    }

    /// Counts shortest paths, and lists nodes by distance.
    private mutating func search(from source: Int) -> (count: Int, fitsDouble: Bool) {
        let (rows, states, order) = (rows, states, order)
        states[source] = State(value: 1, distance: 0)
        order[0] = UInt32(truncatingIfNeeded: source)
        var head = 0
        var tail = 1
        var largest = 0.0
        while head < tail {
            let node = Int(order[head])
            head &+= 1
            let paths = states[node].value
            largest = max(largest, paths)
            let next = states[node].distance &+ 1
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                var state = states[neighbour]
                if state.distance < 0 {
                    state.distance = next
                    order[tail] = UInt32(truncatingIfNeeded: neighbour)
                    tail &+= 1
                }
                if state.distance == next {
                    state.value += paths
                    states[neighbour] = state
                }
            }
        }
        // Beyond this, (1 + δ)/σ would be lost in the smallest numbers, and further on σ is infinite.
        return (tail, largest < 1e290)
    }

    private mutating func collect(reached: Int) {
        let (rows, states, order, sums) = (rows, states, order, sums)
        var position = reached &- 1
        while position > 0 {
            let node = Int(order[position])
            position &-= 1
            let next = states[node].distance &+ 1
            var sum = 0.0
            for arc in rows.row(node) {
                let state = states[Int(rows.neighbours[arc])]
                sum += state.distance == next ? state.value : 0
            }
            let dependency = states[node].value * sum
            sums[node] += dependency
            states[node].value = (1 + dependency) / states[node].value
        }
        for position in 0..<reached { states[Int(order[position])] = State(value: 0, distance: -1) }
    }

    /// The same for graphs with more shortest paths than a `Double` can count, such as a chain of a thousand
    /// diamonds: counts have an exponent of their own. Slower, and rarely needed.
    private mutating func collectExtended(reached: Int) {
        var values = [ExtendedDouble](repeating: .zero, count: rows.nodeCount)
        values[Int(order[0])] = .one
        for position in 0..<reached {
            let node = Int(order[position])
            let next = states[node].distance + 1
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                if states[neighbour].distance == next { values[neighbour] += values[node] }
            }
        }
        for position in stride(from: reached - 1, to: 0, by: -1) {
            let node = Int(order[position])
            let next = states[node].distance + 1
            var sum = ExtendedDouble.zero
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                if states[neighbour].distance == next { sum += values[neighbour] }
            }
            let dependency = (values[node] * sum).doubleValue
            sums[node] += dependency
            values[node] = ExtendedDouble(1 + dependency) / values[node]
        }
        for position in 0..<reached { states[Int(order[position])] = State(value: 0, distance: -1) }
    }
}
