internal import LinkChartModel

/// Reads networks of Pajek (V. Batagelj, A. Mrvar; the manual's appendix on files): `*Vertices`, `*Arcs`, `*Edges`, both as
/// lists too, `*Matrix`, of a project also `*Partition` and `*Vector`.
///
/// Nodes have their labels as identifiers if no two have the same. A line's value is its `weight`, the relation
/// of a network of several its `relation`; when something is there, in Pajek's numbers, is kept as `time`. Labels
/// may have the escapes `\"` and `\\` that NetworkX and igraph write.
struct PajekReader: GraphFormatReader {
    private let input: GraphInput
    private var vertices = PajekVertices()
    /// Where what follows the vertices begins.
    private var rest: Int
    private var isDirected = true
    private var networks = 0
    private var start = SourceRange(offset: 0)

    init(_ input: GraphInput) {
        self.input = input
        rest = input.contentStart
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        let sections = sections()
        guard sections.contains(where: { $0.name == "*vertices" }) else {
            builder.report(
                .missingKey, "there is no `*Vertices` in the file",
                at: SourceRange(offset: input.contentStart))
            return
        }
        // Where there are both, what comes first is the rule. Pajek writes headers with nothing below them.
        let lines = sections.first {
            $0.hasLines && ($0.name.hasPrefix("*arcs") || $0.name.hasPrefix("*edges"))
        }
        let header = sections.first { $0.name.hasPrefix("*arcs") || $0.name.hasPrefix("*edges") }
        isDirected = (lines ?? header)?.name.hasPrefix("*edges") != true
        if !isDirected { builder.graph.attributes["directed"] = false }
    }

    private func sections() -> [(name: String, hasLines: Bool)] {
        input.content.withBytes { bytes in
            var sections: [(name: String, hasLines: Bool)] = []
            var lines = PajekLines(bytes, from: input.contentStart)
            while lines.next() {
                guard lines.isSection else {
                    if !sections.isEmpty { sections[sections.count - 1].hasLines = true }
                    continue
                }
                let name = bytes[lines.line].prefix { $0 > 0x20 && $0 != 0x3A }
                sections.append((String(decoding: name, as: UTF8.self).lowercased(), false))
            }
            return sections
        }
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        let input = input
        input.content.withBytes { bytes in
            var lines = PajekLines(bytes, from: input.contentStart)
            while lines.next() {
                guard lines.isSection else {
                    reportStray(lines, into: &builder)
                    continue
                }
                let fields = Self.fields(lines, into: &builder)
                switch fields[0].text.lowercased() {
                case "*network":
                    let title = fields.dropFirst().map(\.text).joined(separator: " ")
                    if builder.graph.title.isEmpty, !title.isEmpty { builder.graph.title = title }
                case "*vertices":
                    readVertices(fields, &lines, into: &builder)
                    rest = lines.position
                    return
                default:
                    // The matrix or the lines of a network without vertices.
                    reportStray(lines, into: &builder)
                }
            }
            rest = lines.position
        }
    }

    private mutating func readVertices(
        _ header: [PajekLines.Field], _ lines: inout PajekLines, into builder: inout GraphBuilder
    ) {
        start = lines.range
        networks += 1
        if header.count > 1, let count = Int(header[1].text), count >= 0 {
            vertices.count = count
        } else {
            builder.report(
                .badNumber, "`*Vertices` is followed by their number", at: start, severity: .warning)
        }
        if header.count > 2 {
            if let first = Int(header[2].text), 0...vertices.count ~= first {
                vertices.firstMode = first
            } else {
                builder.report(
                    .badNumber,
                    "`\(header[2].text)` can't be how many of \(vertices.count) vertices are of the first mode",
                    at: header[2].range, suggestion: "the network is read as one of one mode",
                    severity: .warning)
            }
        }
        while lines.next() {
            if lines.isSection {
                lines.putBack()
                break
            }
            let fields = Self.fields(lines, into: &builder)
            if let vertex = PajekVertices.Vertex(fields, at: lines.range, into: &builder) {
                vertices.add(vertex)
            } else {
                builder.reportSkipped("vertex with an error", fields.first?.text ?? "", at: lines.range)
            }
        }
        vertices.settle(input, at: start, into: &builder)
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        let input = input
        input.content.withBytes { bytes in
            var lines = PajekLines(bytes, from: rest)
            while lines.next() {
                guard lines.isSection else {
                    reportStray(lines, into: &builder)
                    continue
                }
                readSection(&lines, into: &builder)
            }
        }
    }

    private mutating func readSection(_ lines: inout PajekLines, into builder: inout GraphBuilder) {
        let header = Self.fields(lines, into: &builder)
        // `*Arcs :2 "name"`, with or without a blank before the colon.
        let word = header[0].text.lowercased().split(separator: ":").first.map { String($0) } ?? ""
        let section = PajekSection(ids: vertices.ids, header: header)
        switch word {
        case "*arcs": section.readPairs(&lines, direction: isDirected ? nil : true, into: &builder)
        case "*edges": section.readPairs(&lines, direction: isDirected ? false : nil, into: &builder)
        case "*arcslist": section.readLists(&lines, direction: isDirected ? nil : true, into: &builder)
        case "*edgeslist": section.readLists(&lines, direction: isDirected ? false : nil, into: &builder)
        case "*matrix":
            section.readMatrix(&lines, count: vertices.count, firstMode: vertices.firstMode, into: &builder)
        case "*partition", "*vector": section.readValues(&lines, into: &builder)
        default:
            let known = ["*Arcs", "*Edges", "*Arcslist", "*Edgeslist", "*Matrix", "*Partition", "*Vector"]
            let isSecond = word == "*network" || word == "*vertices"
            builder.report(
                isSecond ? .severalGraphs : .unknownElement,
                isSecond
                    ? "a second network in the file; only the first is read"
                    : "no section `\(header[0].text)` is known; it is not read", at: lines.range,
                suggestion: isSecond
                    ? "put it in a file of its own"
                    : nearestName(to: header[0].text, in: known).map { "did you mean `\($0)`?" },
                severity: .warning)
            builder.reportSkipped(isSecond ? "second network" : "section", header[0].text, at: lines.range)
            while lines.next() {
                if lines.isSection, !isSecond {
                    lines.putBack()
                    return
                }
            }
        }
    }

    private func reportStray(_ lines: PajekLines, into builder: inout GraphBuilder) {
        builder.report(
            .syntaxError, "this line belongs to no section", at: lines.range,
            suggestion: "a section begins with `*Vertices`, `*Arcs` or `*Edges`")
        builder.reportSkipped("line with an error", "", at: lines.range)
    }

    // MARK: - Fields

    static func fields(_ lines: PajekLines, into builder: inout GraphBuilder) -> [PajekLines.Field] {
        var open: SourceRange?
        let fields = lines.fields { open = $0 }
        if let open {
            builder.report(
                .unclosedQuote, "this text is never closed", at: open,
                suggestion: "taken to the end of the line")
        }
        return fields
    }

    /// Pairs of names and values, and `[1-3]` for when it is.
    static func parameters(
        _ fields: ArraySlice<PajekLines.Field>, into builder: inout GraphBuilder
    ) -> Attributes {
        var attributes: Attributes = [:]
        var rest = fields
        while let field = rest.first {
            rest = rest.dropFirst()
            if !field.isQuoted, field.text.hasPrefix("["), field.text.hasSuffix("]") {
                attributes["time"] = .string(String(field.text.dropFirst().dropLast()))
                continue
            }
            guard let value = rest.first else {
                builder.report(
                    .missingKey, "the parameter `\(field.text)` has no value", at: field.range,
                    severity: .warning)
                attributes[field.text] = .null
                break
            }
            rest = rest.dropFirst()
            attributes[field.text] = CellValue.attribute(value.text, first: value.text.utf8.first ?? 0)
        }
        return attributes
    }
}
