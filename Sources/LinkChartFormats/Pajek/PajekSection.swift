internal import LinkChartModel

/// One section of lines or values of a Pajek file.
struct PajekSection {
    private let ids: [Int: String]
    private var relation: AttributeValue?
    private let name: String

    /// - Parameters:
    ///   - ids: the identifiers of the vertices by their numbers.
    ///   - header: the fields of the line that begins it.
    init(ids: [Int: String], header: [PajekLines.Field]) {
        self.ids = ids
        name = header.dropFirst().map(\.text).joined(separator: " ")
        // `*Arcs :2 "name"`: the relation's number and name.
        let colon = header.firstIndex { !$0.isQuoted && $0.text.contains(":") }
        guard let colon else { return }
        let number = header[colon].text.split(separator: ":").last.map { String($0) } ?? ""
        relation = .string(header.dropFirst(colon + 1).first?.text ?? number)
    }

    private func id(_ field: PajekLines.Field, into builder: inout GraphBuilder) -> String? {
        guard let number = Int(field.text) else {
            builder.report(
                .badNumber, "`\(field.text)` is no number of a vertex", at: field.range,
                suggestion: "lines name vertices by their numbers")
            return nil
        }
        return ids[abs(number)] ?? String(abs(number))
    }

    private func add(
        _ source: String, _ target: String, _ attributes: Attributes, direction: Bool?, at range: SourceRange,
        into builder: inout GraphBuilder
    ) {
        var attributes = attributes
        if let relation, attributes["relation"] == nil { attributes["relation"] = relation }
        if let direction { attributes["directed"] = .bool(direction) }
        let label = attributes.takeText("l")
        // What the writer puts in the place of a weight where there is none.
        if attributes["weighted"] == "false" {
            attributes["weight"] = nil
            attributes["weighted"] = nil
        }
        let id = attributes.takeText("id")
        builder.addUntypedEdge(
            id: id, from: (source, target), label: label, attributes, at: EdgePlaces(edge: range))
    }

    /// `source target value parameter value …`
    func readPairs(_ lines: inout PajekLines, direction: Bool?, into builder: inout GraphBuilder) {
        while lines.next() {
            if lines.isSection { return lines.putBack() }
            let fields = PajekReader.fields(lines, into: &builder)
            guard fields.count >= 2 else {
                builder.report(
                    .tooFewFields, "only one vertex on the line", at: lines.range,
                    suggestion: "an edge needs two: source and target")
                builder.reportSkipped("line with an error", fields[0].text, at: lines.range)
                continue
            }
            guard let source = id(fields[0], into: &builder), let target = id(fields[1], into: &builder)
            else {
                builder.reportSkipped(
                    "edge with an error", "\(fields[0].text) \(fields[1].text)", at: lines.range)
                continue
            }
            var attributes: Attributes = [:]
            var rest = fields[2...]
            if let field = rest.first, !field.isQuoted, let weight = Self.number(field.text) {
                attributes["weight"] = weight
                rest = rest.dropFirst()
            }
            attributes.merge(PajekReader.parameters(rest, into: &builder))
            add(source, target, attributes, direction: direction, at: lines.range, into: &builder)
        }
    }

    /// `source target target …`
    func readLists(_ lines: inout PajekLines, direction: Bool?, into builder: inout GraphBuilder) {
        while lines.next() {
            if lines.isSection { return lines.putBack() }
            let fields = PajekReader.fields(lines, into: &builder)
            guard let source = id(fields[0], into: &builder) else {
                builder.reportSkipped("line with an error", fields[0].text, at: lines.range)
                continue
            }
            for field in fields.dropFirst() {
                guard let target = id(field, into: &builder) else { continue }
                add(source, target, [:], direction: direction, at: field.range, into: &builder)
            }
        }
    }

    /// A row of numbers for each vertex; what is not 0 is an arc of that value.
    ///
    /// Of a network of two modes there are rows for the first and columns for the second.
    func readMatrix(
        _ lines: inout PajekLines, count: Int, firstMode: Int?, into builder: inout GraphBuilder
    ) {
        var row = 0
        let width = firstMode.map { count - $0 } ?? count
        while lines.next() {
            if lines.isSection {
                lines.putBack()
                break
            }
            row += 1
            let fields = PajekReader.fields(lines, into: &builder)
            if fields.count != width {
                builder.report(
                    .wrongFieldCount, "the row has \(fields.count) numbers, not \(width)", at: lines.range)
            }
            for (position, field) in fields.prefix(width).enumerated() {
                guard let value = Self.number(field.text) else {
                    builder.report(.badNumber, "`\(field.text)` is no number", at: field.range)
                    continue
                }
                guard value.double != 0 else { continue }
                let column = position + 1 + (firstMode ?? 0)
                add(
                    ids[row] ?? String(row), ids[column] ?? String(column), ["weight": value], direction: nil,
                    at: field.range, into: &builder)
            }
        }
        let height = firstMode ?? count
        if row != height {
            builder.report(.wrongCount, "the matrix has \(row) rows, not \(height)", at: lines.range)
        }
    }

    /// `*Vertices n`, then a number for each vertex: a partition or a vector, kept under its name.
    func readValues(_ lines: inout PajekLines, into builder: inout GraphBuilder) {
        let name = name.isEmpty ? "value" : name
        var number = 0
        while lines.next() {
            let fields = PajekReader.fields(lines, into: &builder)
            if lines.isSection {
                if fields[0].text.lowercased() == "*vertices", number == 0 { continue }
                return lines.putBack()
            }
            number += 1
            guard let value = Self.number(fields[0].text) else {
                builder.report(.badNumber, "`\(fields[0].text)` is no number", at: fields[0].range)
                continue
            }
            guard let id = ids[number], let node = builder.graph.node(id: id) else { continue }
            var attributes = builder.graph.attributes(of: node)
            attributes[name] = value
            builder.graph.updateNode(node, attributes: attributes)
        }
    }

    private static func number(_ text: String) -> AttributeValue? {
        Int64(text).map { .integer($0) } ?? DeclaredType.double.value(text)
    }
}
