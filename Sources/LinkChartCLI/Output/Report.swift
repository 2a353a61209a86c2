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
    var prose: ((TerminalStyle) -> String)?
    /// One object a line, where that is not one an element of ``json``.
    var lines: ResultJSON?
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
    /// An array of so many elements, each written when it is its turn: for results of millions of rows.
    case rows(count: Int, write: (_ row: Int, _ json: inout JSONWriter) -> Void)
    /// One value, written when it is its turn.
    case written((_ json: inout JSONWriter) -> Void)

    /// Writes the result as one JSON document.
    func writeDocument(to sink: any OutputSink) throws(FileError) {
        try Self.write(to: sink, .pretty) { json in
            switch self {
            case .tree(let tree): json.value(tree)
            case .object(let object): object.write(to: &json)
            case .list(let objects): json.array { for object in objects { object.write(to: &$0) } }
            case .rows(let count, let write): json.array { for row in 0..<count { write(row, &$0) } }
            case .written(let write): write(&json)
            }
        }
    }

    /// Writes an array as one line an element, or one object as one line.
    func writeLines(to sink: any OutputSink) throws(FileError) {
        switch self {
        case .tree(.list(let items)):
            try Self.writeLines(items.count, to: sink) { $1.value(items[$0]) }
        case .tree(let tree): try Self.writeLines(1, to: sink) { $1.value(tree) }
        case .object(let object): try Self.writeLines(1, to: sink) { object.write(to: &$1) }
        case .list(let objects): try Self.writeLines(objects.count, to: sink) { objects[$0].write(to: &$1) }
        case .rows(let count, let write): try Self.writeLines(count, to: sink, write)
        case .written(let write): try Self.writeLines(1, to: sink) { write(&$1) }
        }
    }

    private static func writeLines(
        _ count: Int, to sink: any OutputSink, _ write: (Int, inout JSONWriter) -> Void
    ) throws(FileError) {
        let buffer = BufferedSink(sink)
        var writer = JSONWriter(style: .compact, sink: buffer)
        for row in 0..<count {
            write(row, &writer)
            // Ends the line; the next begins as if nothing had been.
            try writer.finish()
        }
        try buffer.flush()
    }

    private static func write(
        to sink: any OutputSink, _ style: JSONWriter.Style, _ body: (inout JSONWriter) -> Void
    ) throws(FileError) {
        var writer = JSONWriter(style: style, sink: sink)
        body(&writer)
        try writer.finish()
    }
}

/// How results are printed.
enum ResultFormat: String, CaseIterable {
    case table, json, jsonl, csv, tsv
}

extension Report {
    /// Writes the report in a format. It ends in a line break, or is empty.
    func write(as format: ResultFormat, style: TerminalStyle, to sink: any OutputSink) throws(FileError) {
        switch format {
        case .table:
            if let prose { try sink.write(prose(style)) } else { try table.writeAligned(style, to: sink) }
        case .json: try json.writeDocument(to: sink)
        case .jsonl: try (lines ?? json).writeLines(to: sink)
        case .csv: try table.writeDelimited(UInt8(ascii: ","), to: sink)
        case .tsv: try table.writeDelimited(UInt8(ascii: "\t"), to: sink)
        }
    }
}

/// Gathers small pieces and passes them on together.
final class BufferedSink: OutputSink {
    private let sink: any OutputSink
    private var bytes: [UInt8] = []

    init(_ sink: any OutputSink) { self.sink = sink }

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        self.bytes.append(contentsOf: bytes)
        if self.bytes.count >= 1 << 16 { try flush() }
    }

    func write(_ bytes: [UInt8]) throws(FileError) {
        self.bytes += bytes
        if self.bytes.count >= 1 << 16 { try flush() }
    }

    /// Passes on what has gathered.
    func flush() throws(FileError) {
        let gathered = bytes
        bytes.removeAll(keepingCapacity: true)
        var failure: FileError?
        gathered.withUnsafeBytes { buffer in
            do throws(FileError) { try sink.write(buffer) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
