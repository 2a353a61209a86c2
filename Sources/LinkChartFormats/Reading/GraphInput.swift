/// Something to read a graph from: a file, standard input, or a text in memory.
public struct GraphInput: Sendable {
    /// What diagnostics call it.
    public let name: String
    /// The file's path; nil for standard input and texts in memory.
    public let path: String?
    /// Its content.
    public let content: MappedFile

    /// Opens a file.
    ///
    /// - Parameter path: a path, or `-` for standard input.
    /// - Throws: ``FileError`` if there is no such file, it is a directory or can't be read.
    public init(path: String) throws(FileError) {
        content = try MappedFile(path: path)
        self.path = path == "-" ? nil : path
        name = path == "-" ? "<stdin>" : path
    }

    /// A text in memory.
    public init(name: String, text: String) { self.init(name: name, bytes: text.utf8) }

    /// Bytes in memory.
    public init(name: String, bytes: some Sequence<UInt8>) {
        self.name = name
        path = nil
        content = MappedFile(copying: bytes)
    }

    init(name: String, path: String?, content: MappedFile) {
        self.name = name
        self.path = path
        self.content = content
    }

    /// The format that the name and the content tell; an ending `.gz` says nothing of it.
    public var detectedFormat: GraphFormat? {
        let name = path ?? name
        let inner = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
        return content.withBytes { GraphFormat.detect(path: inner, firstBytes: $0.prefix(1 << 14)) }
    }

    /// The same input with what its content holds.
    func unpacked(_ content: MappedFile) -> GraphInput {
        GraphInput(name: name, path: path, content: content)
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
