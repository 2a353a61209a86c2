internal import LinkChartModel

/// Writes the table of a graph's nodes.
struct NodesTableWriter {
    private let graph: Graph
    private var attributes = AttributeColumns(reserved: TableColumn.reservedOfNodes)
    private var hasAliases = false
    private var hasSubtypes = false
    /// Whether some node is a source without being cited as a document, or the other way round.
    private var tellsSources = false

    init(_ graph: Graph) {
        self.graph = graph
        var cited: Set<NodeIndex> = []
        for (_, claim) in graph.claims {
            if case .node(let document) = claim.source { cited.insert(document) }
        }
        for node in graph.nodes {
            attributes.note(node.attributes)
            hasAliases = hasAliases || !node.aliases.isEmpty
            hasSubtypes = hasSubtypes || node.subtype != nil
            tellsSources = tellsSources || node.isSource != cited.contains(node.index)
        }
    }

    func write(to records: inout CSVRecordWriter) throws(FileError) {
        for column in [TableColumn.id, .kind, .name] { records.field(column.rawValue) }
        if hasAliases { records.field(TableColumn.aliases.rawValue) }
        if hasSubtypes { records.field(TableColumn.subtype.rawValue) }
        if tellsSources { records.field(TableColumn.isSource.rawValue) }
        for name in attributes.names { records.field(name) }
        if attributes.needsJSON { records.field(TableColumn.attributes.rawValue) }
        try records.endRecord()
        for node in graph.nodes {
            graph.withID(of: node.index) { records.field($0) }
            records.field(node.kindName)
            records.field(node.name == node.id ? "" : node.name)
            if hasAliases { records.field(Self.cell(node.aliases)) }
            if hasSubtypes { records.field(node.subtype ?? "") }
            if tellsSources { records.field(node.isSource ? "true" : "false") }
            attributes.write(node.attributes, to: &records)
            try records.endRecord()
        }
    }

    private static func cell(_ aliases: [String]) -> String {
        if let text = CellValue.text(aliases) { return text }
        var json = JSONWriter(style: .compact)
        json.strings(aliases)
        return json.text
    }
}
