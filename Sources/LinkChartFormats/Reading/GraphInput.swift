/// Something to read a graph from: a file, standard input, or a text in memory.
public struct GraphInput: Sendable {
    /// What diagnostics call it.
    public let name: String
    /// The file's path; nil for standard input and texts in memory.
    public let path: String?
    /// Its content.
    public let content: MappedFile
    /// Where the sheets and cells of a workbook stand in the content; nil for everything else.
    let workbook: WorkbookText?

    /// Opens a file.
    ///
    /// - Parameter path: a path, or `-` for standard input.
    /// - Throws: ``FileError`` if there is no such file, it is a directory or can't be read.
    public init(path: String) throws(FileError) {
        content = try MappedFile(path: path)
        self.path = path == "-" ? nil : path
        name = path == "-" ? "<stdin>" : path
        workbook = nil
    }

    /// A text in memory.
    public init(name: String, text: String) { self.init(name: name, bytes: text.utf8) }

    /// Bytes in memory.
    public init(name: String, bytes: some Sequence<UInt8>) {
        self.name = name
        path = nil
        content = MappedFile(copying: bytes)
        workbook = nil
    }

    init(name: String, path: String?, content: MappedFile, workbook: WorkbookText? = nil) {
        self.name = name
        self.path = path
        self.content = content
        self.workbook = workbook
    }

    /// The format that the name and the content tell; an ending `.gz` says nothing of it.
    public var detectedFormat: GraphFormat? {
        if workbook != nil { return .excel }
        let name = path ?? name
        let inner = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return content.withBytes { GraphFormat.detect(path: inner, firstBytes: $0.prefix(1 << 14)) }
    }

    /// The same input with what its content holds.
    func unpacked(_ content: MappedFile) -> GraphInput {
        GraphInput(name: name, path: path, content: content)
    }

    /// The same input as UTF-8: unpacked, decoded, or the text of a workbook; nil if that can't be had, for which a
    /// graph's reader gives the reasons.
    func readable() -> GraphInput? {
        var builder = GraphBuilder()
        let number = builder.add(self)
        return builder.isLegible(number) ? builder.inputs[number] : nil
    }

    /// How many bytes of the content are a byte order mark: 3 or 0.
    public var contentStart: Int {
        content.withBytes { $0.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }
    }

    /// The directory of the file, with its last slash; empty if it has none.
    var directory: String {
        guard let path, let slash = path.lastIndex(of: "/") else { return "" }
        return String(path[...slash])
    }
}
