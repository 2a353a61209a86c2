internal import LinkChartModel

/// Reads tables for Neo4j's admin import, and what APOC exports: nodes with labels, relationships with types, and their
/// typed properties.
///
/// A label that the ontology has tells the node's kind, a type the relation; others are kept as `labels` and `relation`.
/// An identifier in a space of its own begins with that space's name, because others may use the same.
struct Neo4jTableReader: GraphFormatReader {
    private let input: GraphInput
    private var columns: [Neo4jColumn] = []
    private var delimiter: UInt8 = 0x2C
    private var rowsStart = 0

    init(_ input: GraphInput) { self.input = input }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        let start = input.contentStart
        var found: (columns: [Neo4jColumn], delimiter: UInt8, end: Int)?
        input.content.withBytes { bytes in
            let file = UnsafeRawBufferPointer(bytes)
            for delimiter in [0x2C, 0x09, 0x3B, 0x7C] as [UInt8] {
                var tokenizer = CSVTokenizer(file, delimiter: delimiter, from: start)
                var fields: [CSVField] = []
                _ = tokenizer.next(&fields)
                let names = fields.map { CellValue.trimmed($0.string(in: file)) }
                if Neo4jColumn.areColumns(names), names.count > found?.columns.count ?? 0 {
                    found = (names.map { Neo4jColumn($0) }, delimiter, tokenizer.position)
                }
            }
        }
        guard let found else {
            builder.report(
                .missingColumn, "the table has neither `:ID` and `:LABEL` nor `:START_ID` and `:END_ID`",
                at: SourceRange(offset: start),
                suggestion: "is it another table? tell the format with --from csv or tsv")
            return
        }
        (columns, delimiter, rowsStart) = found
    }

    private func position(_ role: Neo4jColumn.Role) -> Int { columns.firstIndex { $0.role == role } ?? -1 }

    private func forEachRow(
        _ builder: inout GraphBuilder, isSilent: Bool, _ body: (TableRows, inout GraphBuilder) -> Void
    ) {
        guard !columns.isEmpty else { return }
        input.content.withBytes { bytes in
            var rows = TableRows(
                UnsafeRawBufferPointer(bytes), delimiter: delimiter, width: columns.count, from: rowsStart)
            rows.keepsFormulas = true
            while isSilent ? rows.nextSilently() : rows.next(&builder) { body(rows, &builder) }
        }
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        let (start, end) = (position(.start), position(.end))
        let (id, labels) = (position(.id), position(.labels))
        guard id >= 0 else { return }
        forEachRow(&builder, isSilent: false) { rows, builder in
            // In one table of both, a row with ends is a relationship.
            if rows.text(start) != nil, rows.text(end) != nil { return }
            guard let raw = rows.rawText(id) else {
                builder.report(.emptyIdentifier, "the node has no identifier", at: rows.range(id))
                builder.reportSkipped("node without an identifier", "", at: rows.place)
                return
            }
            var attributes: Attributes = [:]
            if !columns[id].name.isEmpty, columns[id].name != "id" {
                attributes[columns[id].name] = .string(raw)
            }
            read(rows, into: &attributes, &builder)
            if let text = rows.rawText(labels) { Self.read(labels: text, into: &attributes, builder) }
            let title = attributes["name"] == nil ? attributes["title"]?.string : nil
            builder.addUntypedNode(
                id: identifier(raw, columns[id]), label: title, attributes, at: rows.range(id))
        }
    }

    /// The kind of the first label that is one; the others are kept, but for the one that all nodes of LinkChart have.
    private static func read(
        labels text: String, into attributes: inout Attributes, _ builder: GraphBuilder
    ) {
        var labels = text.split { $0 == ";" || $0 == ":" }.map { CellValue.trimmed($0) }
            .filter { !$0.isEmpty && $0 != "LinkChart" }
        if attributes["kind"] == nil,
            let known = labels.firstIndex(where: { builder.graph.ontology.kind(named: $0) != nil })
        {
            attributes["kind"] = .string(labels.remove(at: known))
        } else if attributes["kind"] != nil, labels.count == 1 {
            labels = []
        }
        if !labels.isEmpty { attributes["labels"] = .list(labels.map { .string($0) }) }
    }

    private func identifier(_ raw: String, _ column: Neo4jColumn) -> String {
        column.space.map { "\($0):\(raw)" } ?? raw
    }

    // MARK: - Relationships

    mutating func readEdges(into builder: inout GraphBuilder) {
        let (start, end, type) = (position(.start), position(.end), position(.type))
        guard start >= 0, end >= 0 else { return }
        let hasNodes = position(.id) >= 0
        let isOwn = ["relation", "isEstablished"].allSatisfy { name in columns.contains { $0.name == name } }
        forEachRow(&builder, isSilent: hasNodes) { rows, builder in
            let ends = (rows.rawText(start), rows.rawText(end))
            guard let source = ends.0, let target = ends.1 else {
                if hasNodes { return }
                builder.count(edges: 1)
                builder.report(
                    .emptyCell, "the relationship has no \(ends.0 == nil ? "start" : "end")",
                    at: rows.range(ends.0 == nil ? start : end))
                builder.reportSkipped("edge without source or target", "", at: rows.place)
                return
            }
            var attributes: Attributes = [:]
            read(rows, into: &attributes, &builder)
            if attributes["relation"] == nil, let type = rows.rawText(type) {
                attributes["relation"] = .string(type)
            }
            // What the writer says twice, so that questions can be asked of it, follows from the rest.
            if isOwn { for name in Neo4jTableWriter.derived { attributes[name] = nil } }
            let id = attributes.takeText("id")
            builder.addUntypedEdge(
                id: id,
                from: (identifier(source, columns[start]), identifier(target, columns[end])), attributes,
                at: EdgePlaces(edge: rows.place, source: rows.range(start), target: rows.range(end)))
        }
    }

    // MARK: - Properties

    private func read(_ rows: TableRows, into attributes: inout Attributes, _ builder: inout GraphBuilder) {
        for (position, column) in columns.enumerated() where column.role == .property {
            guard !column.name.isEmpty, let text = rows.rawText(position, orEmpty: true) else { continue }
            if let value = column.value(text) {
                attributes[column.name] = value
            } else {
                builder.report(
                    .badValue, "`\(text)` is no \(column.type)", at: rows.range(position),
                    suggestion: "kept as a text")
                attributes[column.name] = .string(text)
            }
        }
    }
}

extension FormatTraits {
    static let neo4j = FormatTraits(
        extensions: ["neo4j.csv", "csv", "tsv"], synonyms: ["neo4j-admin"],
        recognises: { head in
            guard let row = head.firstRow, row.contains(":") || row.contains("_") else { return false }
            return [",", "\t", ";", "|"].contains { delimiter in
                let fields = row.split(separator: delimiter, omittingEmptySubsequences: false)
                return Neo4jColumn.areColumns(
                    fields.map { CellValue.trimmed($0.filter { $0 != "\"" }) })
            }
        },
        makeReader: { input, options in
            if options.columnMap.isEmpty || options.format == .neo4j { return Neo4jTableReader(input) }
            return TableReader(input, prefersTab: false, options: options)
        },
        makeWriter: { Neo4jTableWriter(.relationships) },
        lacks: [.title, .graphAttributes, .ontology])
}
