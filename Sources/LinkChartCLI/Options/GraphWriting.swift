import LinkChart

/// Writes graphs for commands.
enum GraphWriting {
    /// The format to write: the one named, else the one that the file's extension tells.
    ///
    /// - Throws: ``Failure`` of usage if neither tells.
    static func format(of path: String, named name: String?) throws -> GraphFormat {
        if let format = try GraphLoading.graphFormat(name, option: "--to") { return format }
        if let format = GraphFormat(path: path) { return format }
        let known = GraphFormat.allCases.filter(\.isWritable).map { "." + $0.extensions[0] }
            .joined(separator: ", ")
        throw Failure.usage(
            path == "-"
                ? "give --to FORMAT to write to standard output"
                : "the name `\(path)` tells no format; extensions are \(known)")
    }

    /// Writes a graph to a file, whole or not at all, or to standard output.
    static func write(_ graph: Graph, to path: String, as format: GraphFormat) throws {
        do {
            try Progress.showing("writing \(TerminalText.visible(path))") { () throws(FileError) in
                _ = try writeGraph(graph, to: path, as: format)
            }
        } catch {
            throw Failure(error)
        }
    }
}
