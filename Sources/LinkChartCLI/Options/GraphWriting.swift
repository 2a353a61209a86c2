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

    /// Writes a graph to a file, whole or not at all, or to standard output, and says what of it the format can't hold.
    ///
    /// - Parameter isStrict: whether a graph that the format can't hold whole is not written.
    /// - Throws: ``Failure``: bad data if something would be lost and nothing may be.
    static func write(
        _ graph: Graph, to path: String, as format: GraphFormat, isStrict: Bool = false
    ) throws {
        let lost = losses(of: graph, as: format, to: path)
        if !lost.isEmpty {
            let what = lost.map(\.description).joined(separator: ", ")
            if isStrict {
                throw Failure.badData(
                    "\(TerminalText.visible(path)) was not written: \(format.rawValue) has no place for \(what) (--strict)"
                )
            }
            complain("\(format.rawValue) has no place for \(what)")
        }
        do {
            try Progress.showing("writing \(TerminalText.visible(path))") { () throws(FileError) in
                _ = try writeGraph(graph, to: path, as: format)
            }
        } catch {
            throw Failure(error)
        }
    }
}
