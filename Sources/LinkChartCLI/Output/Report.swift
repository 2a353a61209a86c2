import LinkChart

/// What a command has to say: once as data, once for people.
struct Report {
    /// The stable form.
    var json: ResultJSON
    /// The flat form, for tables, CSV and TSV.
    var table: TextTable
    /// Lines for people around the table: how the result was computed, what was left out, why it is empty.
    /// They go to standard error, so that standard output holds the result alone.
    var notes: [String] = []
    /// What people read in place of the flat table, where a table says too little.
    var prose: String?
    /// Whether a limit was hit, so that the result is only a part.
    var isTruncated = false
}

/// The stable form of a result.
enum ResultJSON {
    /// An array, or one object, as a tree.
    case tree(AttributeValue)
    /// One object that writes itself.
    case object(any JSONRepresentable)
    /// An array of objects that write themselves.
    case list([any JSONRepresentable])

    /// The result as one JSON document.
    var document: String {
        switch self {
        case .tree(let tree): Self.text { $0.value(tree) }
        case .object(let object): Self.text { object.write(to: &$0) }
        case .list(let objects): Self.text { $0.array { for object in objects { object.write(to: &$0) } } }
        }
    }

    /// An array as one line an element, or one object as one line.
    var lines: String {
        switch self {
        case .tree(.list(let items)): items.map { item in Self.text(.compact) { $0.value(item) } }.joined()
        case .tree(let tree): Self.text(.compact) { $0.value(tree) }
        case .object(let object): Self.text(.compact) { object.write(to: &$0) }
        case .list(let objects):
            objects.map { object in Self.text(.compact) { object.write(to: &$0) } }.joined()
        }
    }

    private static func text(
        _ style: JSONWriter.Style = .pretty, _ body: (inout JSONWriter) -> Void
    ) -> String {
        var writer = JSONWriter(style: style)
        body(&writer)
        return writer.text.last == "\n" ? writer.text : writer.text + "\n"
    }
}

/// How results are printed.
enum ResultFormat: String, CaseIterable {
    case table, json, jsonl, csv, tsv
}

extension Report {
    /// The report in a format, as text that ends in a line break.
    func rendered(as format: ResultFormat, style: TerminalStyle) throws -> String {
        switch format {
        case .table: prose ?? table.aligned(style)
        case .json: json.document
        case .jsonl: json.lines
        case .csv: try table.delimited(UInt8(ascii: ","))
        case .tsv: try table.delimited(UInt8(ascii: "\t"))
        }
    }
}
