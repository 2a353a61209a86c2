internal import LinkChartModel

/// What a data set's tables of events look like, and what a row of them says.
protocol EventSchema {
    /// What the data set is called, to begin its incidents' identifiers with.
    static var prefix: String { get }
    /// Columns that tell the data set's tables from all others.
    static var telling: [String] { get }
    /// Columns without which nothing can be read.
    static var required: [String] { get }
    /// What stands in a cell that has no value; nil if it is empty.
    static var missing: String? { get }
    /// The columns of tables without a header row, by how many there are; nil if the first row names them.
    static func names(ofWidth width: Int) -> [String]?

    init(_ columns: inout EventColumns)

    /// What a row says; nil if it is none.
    ///
    /// - Parameter isComplete: whether claims and the attributes of roles are needed, or only the nodes.
    mutating func event(in rows: TableRows, isComplete: Bool, _ builder: inout GraphBuilder)
        -> EventDescription?
}

extension EventSchema {
    static var missing: String? { nil }
    static func names(ofWidth width: Int) -> [String]? { nil }
}

/// Reads a table of events: each row becomes an Incident, and an edge to each actor and place that has a role in it.
///
/// Rows are read twice, once for nodes and once for edges, and none is held: the memory is that of the graph.
struct EventTableReader<Schema: EventSchema>: GraphFormatReader {
    private let input: GraphInput
    private let place: TableLayout
    private var layout: EventLayout?
    private var columns = EventColumns([])
    private var schema: Schema?
    private var nodes = EventNodes()
    private var shapes = AttributeShapes()
    private var pool = TextPool()

    /// - Parameter place: where the table stands, if it is a sheet of a workbook.
    init(_ input: GraphInput, place: TableLayout = TableLayout()) {
        self.input = input
        self.place = place
    }

    private func withFile<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        let end = place.range?.upperBound
        return input.content.withBytes { bytes in
            body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<(end ?? bytes.count)]))
        }
    }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        let start = place.range?.lowerBound ?? input.contentStart
        let found = withFile {
            EventLayout(
                $0, from: start, names: Schema.names(ofWidth:),
                required: Schema.required)
        }
        columns = EventColumns(found.names)
        let missing = Schema.required.filter { !columns.has($0) }
        guard missing.isEmpty else {
            let names = missing.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
            let what =
                Schema.names(ofWidth: found.names.count) == nil && found.isWithoutHeader
                ? "\(found.names.count) columns" : "no column \(names)"
            builder.report(
                .missingColumn, "a table of \(Schema.prefix) with \(what)", at: SourceRange(offset: start),
                suggestion: "is it another table? tell the format with --from csv or tsv")
            return
        }
        schema = Schema(&columns)
        layout = found
    }

    private func rows(_ file: UnsafeRawBufferPointer, _ layout: EventLayout) -> TableRows {
        TableRows(
            file, delimiter: layout.delimiter, width: layout.names.count, from: layout.rowsStart,
            hasQuotes: !layout.isWithoutHeader, isTyped: place.isTyped)
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let layout, var schema, let entity = builder.untypedKind() else { return }
        let incident = builder.graph.ontology.kind(named: "Incident") ?? entity
        nodes.prepare(builder.graph.ontology, otherwise: entity)
        let others = columns.others
        withFile { file in
            var rows = self.rows(file, layout)
            while rows.next(&builder) {
                guard let event = schema.event(in: rows, isComplete: false, &builder) else { continue }
                builder.count(nodes: 1)
                var record = NodeRecord(id: event.id, kind: incident, name: pool.shared(event.name))
                record.subtype = event.subtype.map { pool.shared($0) }
                record.attributes = attributes(of: event, others, rows)
                if let date = event.date { builder.check(date, date.raw ?? date.description, at: rows.place) }
                builder.addNode(record, at: rows.place)
                for role in event.roles { nodes.add(role.node, at: rows.place, to: &builder) }
            }
        }
        nodes.settleNames(in: &builder)
        self.schema = schema
    }

    /// What is said of the incident itself.
    private mutating func attributes(
        of event: EventDescription, _ others: [Int], _ rows: TableRows
    ) -> Attributes {
        var draft = AttributeShapes.Draft()
        if let date = event.date {
            if let text = date.date?.description { shapes.add(.string(text), "date", -1, to: &draft) }
            if let raw = date.raw, !raw.isEmpty { shapes.add(.string(raw), "rawDate", -2, to: &draft) }
        }
        if let fatalities = event.fatalities { shapes.add(fatalities.value, "fatalities", -3, to: &draft) }
        for position in others { keep(position, rows, in: &draft) }
        for position in event.keptColumns { keep(position, rows, in: &draft) }
        return shapes.attributes(draft)
    }

    private mutating func keep(_ position: Int, _ rows: TableRows, in draft: inout AttributeShapes.Draft) {
        let value: AttributeValue
        if columns.codes.contains(position) {
            guard let text = rows.text(position) else { return }
            value = .string(text)
        } else {
            guard let cell = rows.attribute(at: position) else { return }
            value = cell
        }
        if case .string(let text) = value {
            if text == Schema.missing { return }
            shapes.add(.string(pool.shared(text)), columns.names[position], position, to: &draft)
        } else {
            shapes.add(value, columns.names[position], position, to: &draft)
        }
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let layout, var schema else { return }
        nodes.addLinks(to: &builder)
        withFile { file in
            // What is wrong with rows was told with the nodes.
            var rows = self.rows(file, layout)
            while rows.nextSilently() {
                guard let event = schema.event(in: rows, isComplete: true, &builder),
                    let incident = builder.graph.node(id: event.id), isOwn(incident, rows, builder)
                else { continue }
                for role in event.roles {
                    nodes.add(role, of: incident, event.claims, at: rows.place, to: &builder)
                }
            }
        }
        self.schema = schema
        nodes = EventNodes()
    }

    /// Whether it was this row, and no other of the file, that made the incident.
    private func isOwn(_ incident: NodeIndex, _ rows: TableRows, _ builder: GraphBuilder) -> Bool {
        guard let origin = builder.nodeOrigins[incident.position] else { return true }
        return origin.input != builder.currentInput || origin.offset == rows.place.offset
    }
}

/// How an event table is laid out.
struct EventLayout {
    var delimiter: UInt8
    var names: [String]
    var rowsStart: Int
    var isWithoutHeader: Bool

    /// Looks at the first row; the delimiter is the one that finds most of the columns that are needed.
    init(
        _ file: UnsafeRawBufferPointer, from start: Int, names: (Int) -> [String]?, required: [String]
    ) {
        var best: (layout: EventLayout, found: Int)?
        for delimiter in [0x2C, 0x09, 0x3B, 0x7C] as [UInt8] {
            var tokenizer = CSVTokenizer(file, delimiter: delimiter, from: start)
            var fields: [CSVField] = []
            _ = tokenizer.next(&fields)
            let first = fields.map { CellValue.trimmed($0.string(in: file)) }
            let known = Set(first.map { $0.lowercased() })
            let found = required.count { known.contains($0.lowercased()) }
            if found > best?.found ?? -1 {
                let layout = EventLayout(
                    delimiter: delimiter, names: first, rowsStart: tokenizer.position, isWithoutHeader: false)
                best = (layout, found)
            }
        }
        var tokenizer = CSVTokenizer(file, delimiter: 0x09, from: start, hasQuotes: false)
        var fields: [CSVField] = []
        _ = tokenizer.next(&fields)
        let isWithoutHeader = names(fields.count) != nil && best?.found != required.count
        if let best, !isWithoutHeader {
            self = best.layout
        } else {
            self.init(
                delimiter: 0x09, names: names(fields.count) ?? [], rowsStart: start, isWithoutHeader: true)
        }
    }

    private init(delimiter: UInt8, names: [String], rowsStart: Int, isWithoutHeader: Bool) {
        self.delimiter = delimiter
        self.names = names
        self.rowsStart = rowsStart
        self.isWithoutHeader = isWithoutHeader
    }
}
