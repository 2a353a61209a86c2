public import LinkChartModel

/// The nodes of a projection, each in one of several parts: components, communities.
///
/// Parts are numbered by size, the largest first; of equal size, the one with the smallest node index first.
public struct Partition: Sendable {
    /// What was divided.
    public let projection: Projection
    /// The part of every node of the projection, by its number there.
    public let parts: [Int]
    /// How many nodes each part has.
    public let sizes: [Int]

    /// How many parts there are.
    public var count: Int { sizes.count }

    /// Numbers parts by size.
    ///
    /// - Parameter labels: equal for nodes of the same part, each less than `labelCount`.
    /// - Complexity: linear, and sorting for the number of parts.
    init(of projection: Projection, labels: [UInt32], labelCount: Int) {
        var count = [Int](repeating: 0, count: labelCount)
        var first = [Int](repeating: .max, count: labelCount)
        for (node, label) in labels.enumerated() {
            count[Int(label)] += 1
            first[Int(label)] = min(first[Int(label)], node)
        }
        let order = (0..<labelCount).filter { count[$0] > 0 }
            .sorted { (count[$1], first[$0]) < (count[$0], first[$1]) }
        var number = [Int](repeating: 0, count: labelCount)
        for (position, label) in order.enumerated() { number[label] = position }
        self.projection = projection
        parts = labels.map { number[Int($0)] }
        sizes = order.map { count[$0] }
    }

    /// A node's part, or nil if the projection's selection leaves the node out.
    public subscript(node: NodeIndex) -> Int? {
        projection.position(of: node).map { parts[$0] }
    }

    /// The nodes of every part, each in ascending order.
    ///
    /// - Complexity: linear in the number of nodes.
    public var members: [[NodeIndex]] {
        var members = sizes.map { size in
            var nodes: [NodeIndex] = []
            nodes.reserveCapacity(size)
            return nodes
        }
        for (node, part) in parts.enumerated() { members[part].append(projection.node(at: node)) }
        return members
    }
}
