internal import LinkChartModel

/// Reads data files of NetDraw (S. P. Borgatti; Analytic Technologies): `*Node data`, `*Node properties`, `*Tie data`,
/// each with a line of columns and a line for each node or tie.
///
/// `strength` is the edge's `weight`, `shortlabel` the node's name; all other columns are attributes.
struct VNAReader: GraphFormatReader {
    private let input: GraphInput

    init(_ input: GraphInput) { self.input = input }

    private enum Section {
        case nodes, properties, ties
        case other(String)
    }

    private struct Node {
        var attributes: Attributes = [:]
        var label: String?
        var range: SourceRange
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        var order: [String] = []
        var nodes: [String: Node] = [:]
        forEachRow(into: &builder) { section, columns, fields, range, builder in
            let isOfNodes: Bool
            switch section {
            case .nodes: isOfNodes = true
            case .properties: isOfNodes = false
            case .ties, .other: return
            }
            let id = fields[0].text
            guard !id.isEmpty else {
                builder.report(.emptyIdentifier, "the node has no identifier", at: range)
                builder.reportSkipped("node without an identifier", "", at: range)
                return
            }
            if nodes[id] == nil {
                order.append(id)
                nodes[id] = Node(range: fields[0].range)
            } else if isOfNodes {
                builder.report(.duplicateNode, "a second line for the node `\(id)`", at: fields[0].range)
            }
            for (name, value) in values(columns, fields, from: 1) {
                if !isOfNodes, foldedKey(name) == "shortlabel" {
                    nodes[id]?.label = Self.text(value)
                } else if nodes[id]?.attributes[name] == nil {
                    nodes[id]?.attributes[name] = value
                }
            }
        }
        for id in order {
            guard let node = nodes[id] else { continue }
            builder.addUntypedNode(
                id: id, label: node.label == id ? nil : node.label, node.attributes, at: node.range)
        }
    }

    private static func text(_ value: AttributeValue) -> String? {
        switch value {
        case .integer(let number): String(number)
        case .number(let number): number.description
        default: value.string
        }
    }

    // MARK: - Ties

    mutating func readEdges(into builder: inout GraphBuilder) {
        forEachRow(into: &builder) { section, columns, fields, range, builder in
            guard case .ties = section else { return }
            guard fields.count > 1, !fields[0].text.isEmpty, !fields[1].text.isEmpty else {
                builder.report(
                    .tooFewFields, "only one name on the line", at: range,
                    suggestion: "a tie begins with two: from and to")
                builder.reportSkipped("tie without two ends", fields[0].text, at: range)
                return
            }
            var attributes: Attributes = [:]
            for (name, value) in values(columns, fields, from: 2) {
                let isWeight = foldedKey(name) == "strength" && value.double != nil
                attributes[isWeight ? "weight" : name] = value
            }
            builder.addUntypedEdge(
                from: (fields[0].text, fields[1].text), attributes,
                at: EdgePlaces(edge: range, source: fields[0].range, target: fields[1].range))
        }
    }

    // MARK: - Lines

    private func values(
        _ columns: [String], _ fields: [PajekLines.Field], from first: Int
    ) -> [(name: String, value: AttributeValue)] {
        fields.indices.dropFirst(first).compactMap { position in
            let field = fields[position]
            guard let byte = field.text.utf8.first else { return nil }
            let name = position < columns.count ? columns[position] : "column \(position + 1)"
            return (
                name, field.isQuoted ? .string(field.text) : CellValue.attribute(field.text, first: byte)
            )
        }
    }

    private func forEachRow(
        into builder: inout GraphBuilder,
        _ body: (Section, [String], [PajekLines.Field], SourceRange, inout GraphBuilder) -> Void
    ) {
        input.content.withBytes { bytes in
            var lines = PajekLines(bytes, from: input.contentStart)
            var section: Section?
            var columns: [String]?
            while lines.next() {
                if lines.isSection {
                    let name = String(decoding: bytes[lines.line], as: UTF8.self)
                    section = Self.section(name)
                    columns = nil
                    continue
                }
                let fields = lines.fields { _ in }
                guard let section, !fields.isEmpty else { continue }
                guard let columns else {
                    columns = fields.map(\.text)
                    continue
                }
                body(section, columns, fields, lines.range, &builder)
            }
        }
    }

    private static func section(_ line: String) -> Section {
        switch foldedKey(line) {
        case "nodedata": .nodes
        case "nodeproperties": .properties
        case "tiedata": .ties
        default: .other(line)
        }
    }

    // MARK: - What is wrong with the file

    mutating func readHeader(into builder: inout GraphBuilder) {
        let input = input
        var isKnown = false
        input.content.withBytes { bytes in
            var lines = PajekLines(bytes, from: input.contentStart)
            while lines.next() {
                if lines.isSection {
                    if case .other(let name) = Self.section(
                        String(decoding: bytes[lines.line], as: UTF8.self))
                    {
                        builder.report(
                            .unknownElement, "no section `\(name.prefix(40))` is known; it is not read",
                            at: lines.range,
                            suggestion: "there is `*Node data`, `*Node properties` and `*Tie data`")
                        builder.reportSkipped("section", name, at: lines.range)
                    } else {
                        isKnown = true
                    }
                    continue
                }
                _ = lines.fields { range in
                    builder.report(
                        .unclosedQuote, "this text is never closed", at: range,
                        suggestion: "taken to the end of the line")
                }
            }
        }
        guard !isKnown else { return }
        builder.report(
            .missingKey, "there is no `*Node data` and no `*Tie data` in the file",
            at: SourceRange(offset: input.contentStart))
    }
}

extension FormatTraits {
    static let vna = FormatTraits(
        extensions: ["vna"], synonyms: ["netdraw"],
        recognises: { head in
            guard let row = head.firstRow?.lowercased(), row.hasPrefix("*") else { return false }
            let key = foldedKey(row)
            return key == "nodedata" || key == "nodeproperties" || key == "tiedata"
        },
        makeReader: { input, _ in VNAReader(input) })
}
