public import LinkChartModel

extension Projection {
    /// Strong components: the parts within which every node reaches every other along the arcs. Without
    /// directions these are the weak components.
    ///
    /// The search keeps its own stack, so that a chain of a million nodes does not overflow the program's.
    ///
    /// - Complexity: O(*n* + *m*), and sorting for the number of components.
    /// - Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972),
    ///   doi:10.1137/0201010.
    public func strongComponents() -> Partition {
        guard isDirected else { return weakComponents() }
        let labels = outgoing.withUnsafeRows { Self.strongComponents($0) }
        return Partition(of: self, labels: labels.labels, labelCount: labels.count)
    }

    private static func strongComponents(_ rows: UnsafeRows) -> (labels: [UInt32], count: Int) {
        let count = rows.nodeCount
        var labels = [UInt32](repeating: .max, count: count)
        // When a node was found, from 1, and the earliest node known to be reached from it in its component.
        var found = [UInt32](repeating: 0, count: count)
        var earliest = found
        // The nodes on the way down with the arc each goes on with, and those found whose component is open.
        var path: [(node: Int, arc: Int)] = []
        var open: [UInt32] = []
        var time: UInt32 = 0
        var label: UInt32 = 0

        for start in 0..<count where found[start] == 0 {
            path.append((start, rows.row(start).lowerBound))
            while let (node, position) = path.last {
                var arc = position
                if arc == rows.row(node).lowerBound && found[node] == 0 {
                    time += 1
                    found[node] = time
                    earliest[node] = time
                    open.append(UInt32(truncatingIfNeeded: node))
                }
                var next: Int?
                while arc < rows.row(node).upperBound {
                    let neighbour = Int(rows.neighbours[arc])
                    if found[neighbour] == 0 {
                        // The arc is looked at again on the way back.
                        next = neighbour
                        break
                    }
                    if labels[neighbour] == .max {
                        earliest[node] = min(earliest[node], earliest[neighbour])
                    }
                    arc &+= 1
                }
                path[path.count - 1].arc = arc
                if let next {
                    path.append((next, rows.row(next).lowerBound))
                    continue
                }
                path.removeLast()
                guard earliest[node] == found[node] else { continue }
                while let member = open.popLast() {
                    labels[Int(member)] = label
                    if Int(member) == node { break }
                }
                label += 1
            }
        }
        return (labels, Int(label))
    }
}
