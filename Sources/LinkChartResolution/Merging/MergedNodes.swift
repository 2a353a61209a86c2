internal import LinkChartFormats
public import LinkChartModel

/// What merged nodes and edges keep of what they were made of, in the native format, so that they can be split again.
///
/// A merged node has `mergedNodes: [{position, source, node}]` with all originals, its own too, and `mergedEdges:
/// [{position, edge}]` with the edges between them. An edge that merging changed has `mergedEdges` with what it was
/// made of. A position is the place among all nodes (sources first, as the native format has them) or all edges of the
/// graph in which nothing is merged.
enum MergedNodes {
    static let nodesKey = "mergedNodes"
    static let edgesKey = "mergedEdges"

    /// A node that is kept aside.
    struct KeptNode {
        var position: Int
        var isSource: Bool
        var value: Attributes

        var id: String { value["id"]?.string ?? "" }

        init(position: Int, isSource: Bool, value: Attributes) {
            self.position = position
            self.isSource = isSource
            self.value = value
        }

        init?(_ value: AttributeValue) {
            guard case .object(let members) = value, case .integer(let position)? = members["position"],
                case .object(let node)? = members["node"], node["id"]?.string?.isEmpty == false,
                node["kind"]?.string != nil
            else { return nil }
            self.position = Int(position)
            isSource = members["source"] == .bool(true)
            self.value = node
        }

        var attribute: AttributeValue {
            var members: Attributes = ["position": .integer(Int64(position))]
            if isSource { members["source"] = true }
            members["node"] = .object(value)
            return .object(members)
        }
    }

    /// An edge that is kept aside.
    struct KeptEdge {
        var position: Int
        var value: Attributes

        init(position: Int, value: Attributes) {
            self.position = position
            self.value = value
        }

        init?(_ value: AttributeValue) {
            guard case .object(let members) = value, case .integer(let position)? = members["position"],
                case .object(let edge)? = members["edge"],
                ["from", "relation", "to"].allSatisfy({ edge[$0]?.string != nil })
            else { return nil }
            self.position = Int(position)
            self.value = edge
        }

        var attribute: AttributeValue {
            .object(["position": .integer(Int64(position)), "edge": .object(value)])
        }
    }

    /// The nodes that a node was made of; nil if it was not merged, or the attribute is of somebody else.
    static func nodes(_ attributes: Attributes) -> [KeptNode]? {
        guard case .list(let values)? = attributes[nodesKey], values.count > 1 else { return nil }
        let kept = values.compactMap { KeptNode($0) }
        return kept.count == values.count ? kept : nil
    }

    /// The edges that are kept in attributes; nil if there are none, or the attribute is of somebody else.
    static func edges(_ attributes: Attributes) -> [KeptEdge]? {
        guard case .list(let values)? = attributes[edgesKey], !values.isEmpty else { return nil }
        let kept = values.compactMap { KeptEdge($0) }
        return kept.count == values.count ? kept : nil
    }

    /// The merged node of each identifier that was merged into one.
    static func members(of graph: Graph) -> [String: NodeIndex] {
        var found: [String: NodeIndex] = [:]
        for node in graph.nodes {
            guard let kept = nodes(node.attributes) else { continue }
            for member in kept where member.id != node.id { found[member.id] = node.index }
        }
        return found
    }
}

extension Graph {
    /// The merged nodes, each with the identifiers of what it was made of, its own among them.
    public var mergedNodes: [(node: NodeIndex, members: [String])] {
        nodes.compactMap { node in
            MergedNodes.nodes(node.attributes).map { (node.index, $0.map(\.id)) }
        }
    }
}
