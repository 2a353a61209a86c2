public import LinkChartModel

/// Who is in a community, how well it holds together, and what most of its members are.
public struct CommunityProfile: Sendable, Hashable {
    /// A member and how deep in the community it stands.
    public struct Member: Sendable, Hashable {
        /// Who it is.
        public let node: NodeIndex
        /// How many of its links lie inside the community: arcs to and from members, a loop counting 2.
        public let internalLinks: Int
    }

    /// How many members share a property.
    public struct Share<Value: Sendable & Hashable>: Sendable, Hashable {
        /// What they share.
        public let value: Value
        /// How many have it.
        public let count: Int
    }

    /// The community's number; the largest is 0.
    public let number: Int
    /// Its members, the most central first: by their links inside the community, then by identifier.
    public let members: [Member]
    /// Its links and its border.
    public let quality: PartitionQuality.Part
    /// The kind that most members have; of equally frequent ones the first of the ontology.
    public let commonestKind: Share<KindID>
    /// The state that most members are in; nil if none of them is known to be in one. A member of several states
    /// counts for each; of equally frequent ones it is the first of the graph.
    public let commonestState: Share<NodeIndex>?

    /// How many nodes it has.
    public var size: Int { members.count }
}

extension Partition {
    /// What to know of each part: its members by how central they are in it, its border, and what most of them are.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has identifiers, kinds and territories.
    ///   - quality: what ``quality(weights:resolution:execution:)`` says of this partition.
    ///   - numbers: the parts to describe, by number; those that do not exist are left out.
    ///   - execution: how to run; the profiles do not depend on it.
    /// - Returns: a profile for each of these parts, by number.
    /// - Throws: ``AnalysisError/cancelled``.
    /// - Complexity: O(*m* + *n* log *n*) for *n* nodes and *m* arcs.
    /// - Precondition: `quality` is of a partition into as many parts.
    public func profiles(
        in graph: Graph, quality: PartitionQuality, of numbers: Range<Int>, execution: Execution = .default
    ) throws(AnalysisError) -> [CommunityProfile] {
        precondition(quality.parts.count == count, "the quality is that of another partition")
        let wanted = numbers.clamped(to: 0..<count)
        guard !wanted.isEmpty else { return [] }
        let links = try linksInside(execution.part(0, 0.4))
        var nodes = sizes[wanted].map { size in
            var nodes: [UInt32] = []
            nodes.reserveCapacity(size)
            return nodes
        }
        for (node, part) in parts.enumerated() where wanted.contains(part) {
            nodes[part - wanted.lowerBound].append(UInt32(node))
        }
        let territories = TerritoryMap(of: graph)
        var meter = WorkMeter(execution.part(0.4, 1), total: sizes[wanted].reduce(0, +))
        var profiles: [CommunityProfile] = []
        for (place, members) in nodes.enumerated() {
            try meter.advance(by: members.count)
            let number = wanted.lowerBound + place
            let sorted = members.sorted { a, b in
                let (x, y) = (links[Int(a)], links[Int(b)])
                return x != y
                    ? x > y : graph.precedesByID(projection.node(at: Int(a)), projection.node(at: Int(b)))
            }
            let indices = sorted.map { projection.node(at: Int($0)) }
            var states: [NodeIndex: Int] = [:]
            for node in indices {
                for state in territories.states(of: node) { states[state, default: 0] += 1 }
            }
            var kinds: [KindID: Int] = [:]
            for node in indices { kinds[graph.kind(of: node), default: 0] += 1 }
            let kind = kinds.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            let state = states.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
            guard let kind else { continue }
            profiles.append(
                CommunityProfile(
                    number: number,
                    members: zip(indices, sorted).map {
                        CommunityProfile.Member(node: $0, internalLinks: links[Int($1)])
                    },
                    quality: quality.parts[number],
                    commonestKind: .init(value: kind.key, count: kind.value),
                    commonestState: state.map { .init(value: $0.key, count: $0.value) }))
        }
        return profiles
    }

    /// How many arcs each node has with nodes of its own part, either way.
    private func linksInside(_ execution: Execution) throws(AnalysisError) -> [Int] {
        let rows = projection.outgoing
        var links = [Int](repeating: 0, count: rows.nodeCount)
        var meter = WorkMeter(execution, total: rows.arcCount)
        for node in 0..<rows.nodeCount {
            try meter.advance(by: rows.count(node) + 1)
            let own = parts[node]
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                guard parts[neighbour] == own else { continue }
                links[node] += 1
                // An undirected edge stands in the other row too; a loop in one only.
                if projection.isDirected || neighbour == node { links[neighbour] += 1 }
            }
        }
        return links
    }
}
