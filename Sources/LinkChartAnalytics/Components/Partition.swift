public import LinkChartModel

/// The nodes of a projection, each in one of several parts: components, communities.
///
/// Parts are numbered by size, the largest first; of equal size, the one with the smallest node index first.
public struct Partition: AnalysisResult {
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
    /// - Complexity: linear in nodes and labels (counting sort).
    init(of projection: Projection, labels: [UInt32], labelCount: Int) {
        // The parts in the order of their smallest nodes, with their sizes.
        var number = [Int](repeating: -1, count: labelCount)
        var counts: [Int] = []
        for label in labels {
            let label = Int(label)
            if number[label] < 0 {
                number[label] = counts.count
                counts.append(0)
            }
            counts[number[label]] += 1
        }
        // Where each size begins, the largest first; parts of equal size keep their order.
        var next = [Int](repeating: 0, count: (counts.max() ?? 0) + 1)
        for size in counts { next[size] += 1 }
        var sum = 0
        for size in next.indices.reversed() {
            let parts = next[size]
            next[size] = sum
            sum += parts
        }
        var sizes = counts
        var places = counts
        for (part, size) in counts.enumerated() {
            places[part] = next[size]
            sizes[next[size]] = size
            next[size] += 1
        }
        self.projection = projection
        self.sizes = sizes
        parts = labels.map { places[number[Int($0)]] }
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

    /// The nodes of one part in ascending order; none if there is no such part.
    ///
    /// - Parameter part: its number.
    /// - Complexity: linear in the number of nodes.
    public func members(of part: Int) -> NodeSubset {
        NodeSubset(
            of: projection, parts.indices.lazy.filter { parts[$0] == part }.map { projection.node(at: $0) })
    }
}

/// A part of a partition with its place by size and its members by name.
public struct RankedPart: Hashable, Sendable, Encodable {
    /// The place, counted from 1; the part's number is one less.
    public let rank: Int
    /// The identifiers of its nodes, in the order of the graph.
    public let ids: [String]
    /// How many nodes it has.
    public var size: Int { ids.count }
}

extension Partition {
    /// The parts by size, the largest first, with the identifiers of their members.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has the identifiers.
    ///   - top: how many parts at most; nil for all.
    /// - Complexity: linear in the number of nodes; identifiers are only made of those in the result.
    public func ranked(in graph: Graph, top: Int? = nil) -> [RankedPart] {
        let wanted = min(max(top ?? count, 0), count)
        var ids = sizes.prefix(wanted).map { size in
            var names: [String] = []
            names.reserveCapacity(size)
            return names
        }
        for (node, part) in parts.enumerated() where part < wanted {
            ids[part].append(graph.id(of: projection.node(at: node)))
        }
        return ids.enumerated().map { RankedPart(rank: $0.offset + 1, ids: $0.element) }
    }

    private enum CodingKeys: String, CodingKey { case projection, sizes, parts }

    /// Writes the projection in words, the sizes of the parts, and the part of every node of the projection.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(sizes, forKey: .sizes)
        try container.encode(parts, forKey: .parts)
    }
}
