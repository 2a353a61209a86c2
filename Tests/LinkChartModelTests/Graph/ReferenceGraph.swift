import LinkChartModel

/// What a graph must do, done with lists and searches: slow, and plain enough to be seen right.
struct ReferenceGraph {
    struct Node {
        var id: String
        var name: String
        var kind: String
        var aliases: [String] = []
        var subtype: String?
        var attributes: [String: AttributeValue] = [:]
        var isSource = false
    }

    struct Edge {
        var source: Int
        var relation: RelationDefinition
        var target: Int
        var valid: RecordedDate?
        var ownID: String?
        var attributes: [String: AttributeValue] = [:]
        var claims: [Claim] = []
        /// The attributes that it was made with, if it was made beside another because they differ.
        var madeBesideWith: [String: AttributeValue]?

        func isSame(_ source: Int, _ relation: RelationDefinition, _ target: Int, _ valid: RecordedDate?)
            -> Bool
        {
            // A date is the same in whatever words; a text that is no date is the same as itself.
            let isSameDate = valid == self.valid || valid?.date != nil && valid?.date == self.valid?.date
            guard ownID == nil, relation.name == self.relation.name, isSameDate else { return false }
            return source == self.source && target == self.target
                || relation.isSymmetric && source == self.target && target == self.source
        }
    }

    var nodes: [Node] = []
    var edges: [Edge] = []

    func node(id: String) -> Int? { nodes.firstIndex { $0.id.utf8.elementsEqual(id.utf8) } }

    /// Adds a node under an identifier that may be taken.
    mutating func add(wanted: String, _ node: Node) {
        var node = node
        node.id = wanted
        var number = 2
        while self.node(id: node.id) != nil {
            node.id = "\(wanted)-\(number)"
            number += 1
        }
        nodes.append(node)
    }

    mutating func link(
        _ source: Int, _ relation: RelationDefinition, _ target: Int, valid: RecordedDate?,
        attributes: [String: AttributeValue]
    ) -> Int {
        let same = edges.indices.filter { edges[$0].isSame(source, relation, target, valid) }
        var madeBeside: [String: AttributeValue]?
        if let first = same.first {
            // The latest edge made with these very attributes is the other one that may take them.
            for edge in [first] + same.reversed().filter({ edges[$0].madeBesideWith == attributes }).prefix(1)
            {
                let isContradicted = attributes.contains { name, value in
                    edges[edge].attributes[name].map { $0 != value } ?? false
                }
                if isContradicted { continue }
                edges[edge].attributes.merge(attributes) { old, _ in old }
                return edge
            }
            madeBeside = attributes
        }
        edges.append(
            Edge(
                source: source, relation: relation, target: target, valid: valid, attributes: attributes,
                madeBesideWith: madeBeside))
        return edges.count - 1
    }

    mutating func append(_ source: Int, _ relation: RelationDefinition, _ target: Int) {
        edges.append(Edge(source: source, relation: relation, target: target))
    }

    /// An edge's identifier: its own, or counted, with a mark for each that took it.
    func id(ofEdge edge: Int) -> String {
        if let own = edges[edge].ownID { return own }
        var counted = "e\(edge + 1)"
        while edges.contains(where: { $0.ownID == counted }) { counted += "'" }
        return counted
    }
}
