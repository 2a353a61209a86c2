public import LinkChartModel

extension Projection {
    /// Weak components: the parts within which every node reaches every other if directions do not count.
    ///
    /// - Complexity: O(*n* + *m*), and sorting for the number of components.
    public func weakComponents() -> Partition {
        let labels = outgoing.withUnsafeRows { outgoing in
            incoming.withUnsafeRows { incoming in
                Self.components(outgoing, isDirected ? incoming : nil)
            }
        }
        return Partition(of: self, labels: labels.labels, labelCount: labels.count)
    }

    /// Searches from every node that no search has reached; labels ascend with the smallest node.
    private static func components(
        _ outgoing: UnsafeRows, _ incoming: UnsafeRows?
    ) -> (labels: [UInt32], count: Int) {
        let count = outgoing.nodeCount
        var labels = [UInt32](repeating: .max, count: count)
        var queue = [UInt32](repeating: 0, count: count)
        var label: UInt32 = 0
        for start in 0..<count where labels[start] == .max {
            labels[start] = label
            queue[0] = UInt32(truncatingIfNeeded: start)
            var head = 0
            var tail = 1
            while head < tail {
                let node = Int(queue[head])
                head &+= 1
                for arc in outgoing.row(node) {
                    let neighbour = outgoing.neighbours[arc]
                    if labels[Int(neighbour)] == .max {
                        labels[Int(neighbour)] = label
                        queue[tail] = neighbour
                        tail &+= 1
                    }
                }
                guard let incoming else { continue }
                for arc in incoming.row(node) {
                    let neighbour = incoming.neighbours[arc]
                    if labels[Int(neighbour)] == .max {
                        labels[Int(neighbour)] = label
                        queue[tail] = neighbour
                        tail &+= 1
                    }
                }
            }
            label += 1
        }
        return (labels, Int(label))
    }
}
