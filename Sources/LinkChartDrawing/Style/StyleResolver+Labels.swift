internal import LinkChartModel

/// What templates come to.
extension StyleResolver {
    func label(_ template: LabelTemplate, _ members: [NodeIndex]) -> [LabelLine] {
        var lines: [LabelLine] = []
        for (number, member) in members.prefix(6).enumerated() {
            for (row, paragraph) in text(of: template, member).split(separator: "\n").enumerated() {
                for (line, text) in wrapped(truncated(printable(String(paragraph)), cells: 160), width: 18)
                    .enumerated()
                {
                    lines.append(
                        LabelLine(
                            text: text, role: row == 0 ? .name : .detail,
                            startsItem: number > 0 && row == 0 && line == 0))
                }
            }
        }
        if members.count > 6 {
            lines.append(LabelLine(text: "+\(members.count - 6) more", role: .detail, startsItem: true))
        }
        return lines
    }

    private func text(of template: LabelTemplate, _ node: NodeIndex) -> String {
        let view = graph[node]
        return template.parts.map { part -> String in
            switch part {
            case .text(let text): text
            case .name: printable(view.name)
            case .short: shortName(of: view)
            case .id: printable(view.id)
            case .kind: words(ofName: view.kindName)
            case .subtype: view.subtype.map { words(ofName: printable($0)) } ?? ""
            case .claims: "\(claimCounts[node.position])"
            case .measure(let name): value(of: name, node).map(styleNumber) ?? "\u{2014}"
            case .attribute(let name): view.attributes[name].map(valueText) ?? ""
            case .relation, .family, .modality, .confidence, .date: ""
            }
        }.joined()
    }

    func text(of template: LabelTemplate, _ edges: [EdgeIndex], family: LinkFamily) -> String {
        let claims = edges.flatMap { parts.claims(of: $0, in: graph) }
        func distinct(_ texts: [String]) -> String {
            var seen: Set<String> = []
            let texts = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
            return texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? ", \u{2026}" : "")
        }
        return template.parts.map { part -> String in
            switch part {
            case .text(let text): text
            case .relation:
                distinct(
                    edges.map { edge in
                        let definition = graph.ontology[graph.relation(of: edge)]
                        return words(
                            ofName: definition.flow == .reverse ? definition.inverse : definition.name)
                    })
            case .family: family.legend
            case .id: distinct(edges.map { printable(graph.id(of: $0)) })
            case .claims: "\(claims.count)"
            case .modality: distinct(claims.map(\.modality.rawValue))
            case .confidence: confidence(of: claims).map(styleNumber) ?? "\u{2014}"
            case .date: distinct(edges.map { graph.period(ofEdge: $0).map { "\($0)" } ?? "" })
            case .attribute(let name): distinct(edges.map { graph[$0].attributes[name].map(valueText) ?? "" })
            case .name, .short, .kind, .subtype, .measure: ""
            }
        }.joined()
    }

    private func valueText(_ value: AttributeValue) -> String {
        quantityText(value) ?? Self.texts(of: value).map(printable).joined(separator: ", ")
    }
}
