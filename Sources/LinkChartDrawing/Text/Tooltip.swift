internal import LinkChartModel

/// Writes what a reader sees on pointing at something: facts, statements and who makes them.
struct TooltipWriter {
    let graph: Graph
    let parts: SelectedParts

    /// More statements than these are counted instead of quoted.
    static let mostStatements = 6

    /// A node: name, kind, other names, attributes.
    func text(of node: NodeIndex) -> String {
        let view = graph[node]
        var text = printable(view.name)
        text += " (" + words(ofName: view.kindName)
        if let subtype = view.subtype { text += ", " + words(ofName: printable(subtype)) }
        text += ")"
        if !view.aliases.isEmpty {
            text += "\nalso: " + view.aliases.map(printable).joined(separator: ", ")
        }
        for attribute in view.attributes {
            text += "\n\(words(ofName: printable(attribute.name))): \(self.text(of: attribute.value))"
        }
        return text
    }

    /// An edge: what it says, and each claim with its statement, claimant and place in the source.
    func text(of edge: EdgeIndex) -> String {
        let view = graph[edge]
        let ends = (printable(graph.name(of: view.source)), printable(graph.name(of: view.target)))
        var text = "\(ends.0) \(words(ofName: view.definition.name)) \(ends.1)"
        for attribute in view.attributes where attribute.name != "implied" {
            text += "; \(words(ofName: printable(attribute.name))): \(self.text(of: attribute.value))"
        }
        let standing = EdgeStanding(of: view.claims)
        if !standing.isEstablished { text += " (not established)" }
        if standing.isContested { text += " (contested)" }
        let claims = parts.claims(of: edge, in: graph)
        for claim in claims.prefix(Self.mostStatements) { text += "\n" + self.text(of: claim) }
        if claims.count > Self.mostStatements {
            text += "\n+\(claims.count - Self.mostStatements) more claims"
        }
        return text
    }

    private func text(of claim: Claim) -> String {
        var text = "\u{2022} "
        if let statement = claim.statement { text += printable(statement) + " " }
        var by: [String] = []
        if let claimant = claim.claimant { by.append(name(of: claimant)) }
        if let via = claim.via, via != claim.claimant { by.append("as told by \(name(of: via))") }
        if claim.modality != .asserted { by.append(claim.modality.rawValue) }
        if let confidence = claim.confidence { by.append("confidence \(confidence.value)") }
        if let locator = claim.locator { by.append(printable(locator.text)) }
        return text + "\u{2014} " + (by.isEmpty ? "no claimant given" : by.joined(separator: ", "))
    }

    private func name(of party: Party) -> String {
        switch party {
        case .node(let node): printable(graph.name(of: node))
        case .named(let name): printable(name)
        }
    }

    /// Names and values as people read them.
    func pairs(of attributes: Attributes) -> [(String, String)] {
        attributes.map { (words(ofName: printable($0.name)), text(of: $0.value)) }
    }

    /// A value as people read it.
    func text(of value: AttributeValue) -> String {
        if let quantity = quantityText(value) { return quantity }
        switch value {
        case .null: return "none"
        case .bool(let bool): return bool ? "yes" : "no"
        case .integer(let integer): return "\(integer)"
        case .number(let number): return "\(number)"
        case .string(let text): return printable(text)
        case .list(let values): return values.map(text(of:)).joined(separator: ", ")
        case .object(let parts):
            return parts.map { "\(printable($0.name)) \(text(of: $0.value))" }.joined(separator: ", ")
        }
    }
}
