public import LinkChartModel

/// Whom every way passes: of each node that a root reaches, the nodes that lie on every way from the root to it.
///
/// Those nodes form a chain, so that together they are a tree: a node's parent in it is its immediate dominator, the
/// last node before it that every way passes.
///
/// ```swift
/// let tree = try projection.dominators(from: bank)
/// for gatekeeper in tree.dominators(of: camp) { print(graph.name(of: gatekeeper)) }
/// ```
public struct DominatorTree: AnalysisResult {
    /// Which ways are meant.
    public enum Direction: String, Sendable, Codable {
        /// Those from the root: dominators.
        case fromRoot
        /// Those to the root: postdominators.
        case toRoot
    }

    /// What was analysed.
    public let projection: Projection
    /// The node where all ways start, or end.
    public let root: NodeIndex
    /// Whether ways start or end at the root.
    public let direction: Direction
    /// The nodes that have such a way, the root first, every one after those that dominate it; by number in the
    /// projection.
    private let order: [UInt32]
    /// Of each of these, which one, counted in the same order, dominates it immediately; the root itself.
    private let parents: [UInt32]
    /// Where each stands in a walk through the tree that goes down before it goes on, and how many it dominates
    /// itself included: whom a node dominates follow it directly there.
    private let places: [UInt32]
    private let sizes: [UInt32]
    /// Where each node of the projection stands in the order; `UInt32.max` where there is no way.
    private let numbers: [UInt32]

    init(
        of projection: Projection, root: NodeIndex, _ direction: Direction, order: [UInt32], parents: [UInt32]
    ) {
        var sizes = [UInt32](repeating: 1, count: order.count)
        for number in order.indices.dropFirst().reversed() { sizes[Int(parents[number])] += sizes[number] }
        var places = [UInt32](repeating: 0, count: order.count)
        // Where the next subtree below each node begins.
        var next = [UInt32](repeating: 1, count: order.count)
        for number in order.indices.dropFirst() {
            let parent = Int(parents[number])
            places[number] = next[parent]
            next[parent] += sizes[number]
            next[number] = places[number] + 1
        }
        var numbers = [UInt32](repeating: .max, count: projection.nodeCount)
        for (number, node) in order.enumerated() { numbers[Int(node)] = UInt32(truncatingIfNeeded: number) }
        self.projection = projection
        self.root = root
        self.direction = direction
        self.order = order
        self.parents = parents
        self.places = places
        self.sizes = sizes
        self.numbers = numbers
    }

    /// The immediate dominator of a node: of those that every way to it passes, the nearest. Nil for the root, for
    /// a node to which there is no way, and for one that is not in the projection.
    public subscript(node: NodeIndex) -> NodeIndex? {
        guard let number = number(of: node), number > 0 else { return nil }
        return self.node(Int(parents[number]))
    }

    /// Whether there is a way between the root and a node.
    ///
    /// - Parameter node: the node.
    public func isReached(_ node: NodeIndex) -> Bool { number(of: node) != nil }

    /// The nodes that every way between the root and a node passes, other than the node: the nearest first, the root
    /// last. None for the root, and for a node to which there is no way.
    ///
    /// - Parameter node: the node.
    /// - Complexity: linear in the result.
    public func dominators(of node: NodeIndex) -> [NodeIndex] {
        guard var number = number(of: node) else { return [] }
        var dominators: [NodeIndex] = []
        while number > 0 {
            number = Int(parents[number])
            dominators.append(self.node(number))
        }
        return dominators
    }

    /// Whether every way between the root and a node passes another. A node that is reached dominates itself.
    ///
    /// - Parameters:
    ///   - dominator: the node that may be on every way.
    ///   - node: the node that ways lead to.
    /// - Complexity: O(1).
    public func dominates(_ dominator: NodeIndex, _ node: NodeIndex) -> Bool {
        guard let above = number(of: dominator), let below = number(of: node) else { return false }
        return places[below] >= places[above] && places[below] - places[above] < sizes[above]
    }

    /// The nodes that a node dominates, other than itself, in ascending order: those that are cut off from the root
    /// without it.
    ///
    /// - Parameter node: the node.
    /// - Complexity: O(*n*).
    public func dominated(by node: NodeIndex) -> NodeSubset {
        NodeSubset(
            of: projection,
            (0..<projection.nodeCount).map { projection.node(at: $0) }
                .filter { $0 != node && dominates(node, $0) })
    }

    /// How many nodes a node dominates, other than itself; nil if there is no way between the root and it.
    ///
    /// - Parameter node: the node.
    public func dominatedCount(by node: NodeIndex) -> Int? { number(of: node).map { Int(sizes[$0]) - 1 } }

    /// The nodes, other than the root, that dominate others, by how many they dominate, the most first; equal ones
    /// by identifier.
    ///
    /// - Parameters:
    ///   - graph: the graph that was projected; it has the identifiers.
    ///   - top: how many at most; nil for all.
    public func ranked(in graph: Graph, top: Int? = nil) -> [RankedNode] {
        let gatekeepers = order.indices.dropFirst().filter { sizes[$0] > 1 }
            .map { (node: node($0), id: graph.id(of: node($0)), count: Int(sizes[$0]) - 1) }
            .sorted { a, b in
                a.count == b.count ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : a.count > b.count
            }
        return gatekeepers.prefix(max(top ?? gatekeepers.count, 0)).enumerated().map { place, gatekeeper in
            RankedNode(
                rank: place + 1, node: gatekeeper.node, id: gatekeeper.id, score: Double(gatekeeper.count))
        }
    }

    private func number(of node: NodeIndex) -> Int? {
        guard let position = projection.position(of: node), numbers[position] != .max else { return nil }
        return Int(numbers[position])
    }

    private func node(_ number: Int) -> NodeIndex { projection.node(at: Int(order[number])) }

    private enum CodingKeys: String, CodingKey { case projection, root, direction, immediateDominators }

    private struct Link: Encodable {
        var node: UInt32
        var dominator: UInt32
    }

    /// Writes the projection in words, the root, and every node that is reached with its immediate dominator, by
    /// their indices in the graph.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(root.rawValue, forKey: .root)
        try container.encode(direction, forKey: .direction)
        let links = (0..<projection.nodeCount).compactMap { position in
            let node = projection.node(at: position)
            return self[node].map { Link(node: node.rawValue, dominator: $0.rawValue) }
        }
        try container.encode(links, forKey: .immediateDominators)
    }
}
