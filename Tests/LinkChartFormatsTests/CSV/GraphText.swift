import LinkChartModel

/// A graph in lines of text, to be compared: everything that tables hold, attributes in alphabetical order.
func lines(of graph: Graph) -> [String] {
    var lines: [String] = []
    for node in graph.nodes {
        lines.append(
            "node \(node.id) \(node.kindName) name=\(node.name) aliases=\(node.aliases) "
                + "subtype=\(node.subtype ?? "-") source=\(node.isSource) \(text(of: node.attributes))")
    }
    func party(_ party: Party?) -> String {
        switch party {
        case .none: "-"
        case .node(let node): "node \(graph.id(of: node))"
        case .named(let name): "named \(name)"
        }
    }
    func date(_ date: RecordedDate?) -> String {
        date.map { "\($0.raw ?? "-")/\($0.date?.description ?? "-")" } ?? "-"
    }
    for edge in graph.edges {
        lines.append(
            "edge \(edge.hasOwnID ? edge.id : "-") \(graph.id(of: edge.source)) \(edge.definition.name) "
                + "\(graph.id(of: edge.target)) valid=\(date(edge.valid)) \(text(of: edge.attributes))")
        for claim in edge.claims {
            lines.append(
                "  claim \(party(claim.claimant)); \(party(claim.via)); \(party(claim.source)); "
                    + "\(claim.locator?.text ?? "-"); \(claim.statement ?? "-"); \(date(claim.date)); \(claim.modality); "
                    + "\(claim.confidence?.description ?? "-"); \(claim.reliability?.rawValue ?? "-"); "
                    + "\(claim.credibility?.rawValue ?? "-"); \(text(of: claim.attributes))")
        }
    }
    return lines
}

/// Attributes in alphabetical order, values with their types.
func text(of attributes: Attributes) -> String {
    "{" + attributes.map { "\($0.name): \(text(of: $0.value))" }.sorted().joined(separator: ", ") + "}"
}

private func text(of value: AttributeValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .integer(let value): "i\(value)"
    case .number(let value): "n\(value)"
    case .string(let value): value.debugDescription
    case .list(let values): "[" + values.map { text(of: $0) }.joined(separator: ", ") + "]"
    case .object(let attributes): text(of: attributes)
    }
}
