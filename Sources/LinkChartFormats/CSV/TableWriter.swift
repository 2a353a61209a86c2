public import LinkChartModel

/// Writes a graph as delimited tables (RFC 4180, UTF-8, line feeds): one of its nodes and one of its links with a row a
/// claim, or a single one of its links that tells of their ends what fits.
///
/// ```swift
/// let writer = TableWriter()
/// let nodes = try AtomicFile(path: "graph-nodes.csv")
/// try writer.write(.nodes, of: graph, to: nodes)
/// try nodes.commit()
/// ```
///
/// The pair of tables reads back as the same graph: nodes, edges and claims with all their attributes, in their order.
/// Columns that would be empty are left out. An attribute has a column of its own if plain cells can hold it and its
/// name means nothing else; the others gather in a column `attributes` as JSON. What tables have no place for is the
/// graph's title, its own attributes and its ontology, and the difference between a text that is empty and one that is
/// missing.
///
/// A graph that is nothing but untyped edges, perhaps with weights, is written as `source,target,weight`, which reads
/// back at the speed of an edge list.
///
/// - Important: Cells are written as they stand, also those that begin with `=`, `+`, `-` or `@`, which spreadsheets
///   take for formulas: data must not change on its way. Import tables from sources that you do not trust as text.
public struct TableWriter: Sendable {
    /// Which table.
    public enum Table: String, Sendable, CaseIterable {
        /// A row a node.
        case nodes
        /// A row a claim, or an edge that has none; nodes by their identifiers.
        case links
        /// As `links`, with names and kinds of the nodes. Nodes without edges, and what else is known of the others,
        /// are not in it.
        case relations
    }

    /// What stands between fields.
    public enum Delimiter: UInt8, Sendable {
        /// A comma, as in RFC 4180.
        case comma = 0x2C
        /// A semicolon, where the comma is the decimal sign.
        case semicolon = 0x3B
        /// A tab, as in TSV.
        case tab = 0x09
    }

    /// What stands between fields.
    public var delimiter: Delimiter

    /// A writer.
    public init(delimiter: Delimiter = .comma) { self.delimiter = delimiter }

    /// Writes one table.
    ///
    /// - Parameters:
    ///   - table: which one.
    ///   - graph: what to write.
    ///   - sink: takes the bytes; of a file it is the caller who commits.
    /// - Throws: ``FileError``, the first one that the sink had.
    /// - Complexity: linear in nodes, edges and claims.
    public func write(_ table: Table, of graph: Graph, to sink: any OutputSink) throws(FileError) {
        var records = CSVRecordWriter(delimiter: delimiter.rawValue, sink: sink)
        switch table {
        case .nodes: try NodesTableWriter(graph).write(to: &records)
        case .links:
            if let plain = PlainTableWriter(graph) {
                try plain.write(to: &records)
            } else {
                try LinksTableWriter(graph, describesEnds: false).write(to: &records)
            }
        case .relations: try LinksTableWriter(graph, describesEnds: true).write(to: &records)
        }
        try records.flush()
    }
}

/// Which attributes have columns of their own.
struct AttributeColumns {
    private(set) var names: [String] = []
    /// Whether some value needs the JSON column.
    private(set) var needsJSON = false
    private var known: Set<String> = []
    private var refused: Set<String> = []
    private let reserved: Set<String>

    /// More would be wider than anybody reads.
    private static let limit = 40

    /// - Parameter reserved: folded names that mean something else as columns.
    init(reserved: Set<String>) { self.reserved = reserved }

    /// Takes note of the attributes of one row.
    mutating func note(_ attributes: Attributes) {
        for (name, value) in attributes {
            if cell(name, value) == nil || !hasColumn(name) { needsJSON = true }
        }
    }

    /// The plain cell of an attribute; nil if it needs JSON.
    private func cell(_ name: String, _ value: AttributeValue) -> String? {
        // The column of weights is one of numbers.
        name == TableColumn.weight.rawValue && value.double == nil ? nil : CellValue.text(value)
    }

    private mutating func hasColumn(_ name: String) -> Bool {
        if known.contains(name) { return true }
        if refused.contains(name) { return false }
        let isTrimmed = CellValue.trimmed(name) == name
        guard names.count < Self.limit, !name.isEmpty, isTrimmed, !isReserved(name) else {
            refused.insert(name)
            return false
        }
        known.insert(name)
        names.append(name)
        return true
    }

    private func isReserved(_ name: String) -> Bool {
        let key = foldedKey(name)
        return reserved.contains(key) || (key == TableColumn.weight.rawValue && key != name)
    }

    /// Writes the cells of one row: its columns and, if the table has one, the JSON column.
    func write(_ attributes: Attributes, to records: inout CSVRecordWriter) {
        var rest = attributes
        for name in names {
            if let value = attributes[name], let text = cell(name, value) {
                records.field(text)
                rest[name] = nil
            } else {
                records.emptyField()
            }
        }
        guard needsJSON else { return }
        if rest.isEmpty { records.emptyField() } else { records.field(Self.json(rest)) }
    }

    /// Attributes as one line of JSON.
    static func json(_ attributes: Attributes) -> String {
        var json = JSONWriter(style: .compact)
        json.value(attributes)
        return json.text
    }
}

extension TableColumn {
    /// The folded names that mean something in a nodes table, or could make it a relation table.
    static let reservedOfNodes = reserved(nodeNames)
    /// The folded names that mean something in a relation table.
    static let reservedOfEdges = reserved(edgeNames)

    private static func reserved(_ names: [(column: TableColumn, names: [String])]) -> Set<String> {
        Set(names.flatMap(\.names) + endNames.flatMap { $0.source + $0.target })
            .subtracting([TableColumn.weight.rawValue])
    }
}
