/// Brandes' algorithm for graphs with more shortest paths than a `Double` can count, such as a chain of a thousand
/// diamonds: counts have an exponent of their own. Slow, and rarely needed.
struct BrandesExtended {
    private var distances: [Int]
    private var values: [ExtendedDouble]
    private var order: [Int] = []

    /// - Parameter capacity: the greatest number of nodes of any graph that is asked.
    init(capacity: Int) {
        distances = [Int](repeating: -1, count: capacity)
        values = [ExtendedDouble](repeating: .zero, count: capacity)
    }

    /// Adds to `sums` the dependencies of a source on all nodes, times the weight of the source.
    mutating func accumulate(
        from source: Int, outgoing: UnsafeRows, sourceWeight: Double, targetWeights: UnsafePointer<Double>,
        to sums: UnsafeMutablePointer<Double>
    ) {
        order.removeAll(keepingCapacity: true)
        order.append(source)
        distances[source] = 0
        values[source] = .one
        var head = 0
        while head < order.count {
            let node = order[head]
            head += 1
            for arc in outgoing.row(node) {
                let neighbour = Int(outgoing.neighbours[arc])
                if distances[neighbour] < 0 {
                    distances[neighbour] = distances[node] + 1
                    order.append(neighbour)
                }
                if distances[neighbour] == distances[node] + 1 { values[neighbour] += values[node] }
            }
        }
        // From here on the values of nodes that are done are (weight + δ)/σ.
        for node in order.dropFirst().reversed() {
            var sum = ExtendedDouble.zero
            for arc in outgoing.row(node) {
                let neighbour = Int(outgoing.neighbours[arc])
                if distances[neighbour] == distances[node] + 1 { sum += values[neighbour] }
            }
            let dependency = (values[node] * sum).doubleValue
            sums[node] += sourceWeight * dependency
            values[node] = ExtendedDouble(targetWeights[node] + dependency) / values[node]
        }
        for node in order {
            distances[node] = -1
            values[node] = .zero
        }
    }
}
