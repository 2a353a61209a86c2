public import LinkChartModel

/// Writes a graph to files, each whole or not at all, or to standard output.
///
/// Tables are two files: `graph-nodes.csv` and `graph-links.csv` for `graph.csv`. A path that ends with `-nodes` or
/// `-links` and the extension gets that table alone, standard output one table of relations. Those for Neo4j are
/// `graph-nodes.neo4j.csv` and `graph-relationships.neo4j.csv`, with `graph-import.sh`, for `graph.neo4j.csv`.
///
/// - Parameters:
///   - graph: what to write.
///   - path: where to; `-` is standard output.
///   - format: how.
/// - Returns: the paths of the files that were written.
/// - Throws: ``FileError`` if a file can't be written; what was there before is then still there.
/// - Complexity: linear in nodes, edges and claims.
@discardableResult
public func writeGraph(_ graph: Graph, to path: String, as format: GraphFormat) throws(FileError) -> [String]
{
    if path == "-" {
        guard format != .neo4j else {
            throw FileError(.cannotWrite, path: path, action: "write two tables and a script to")
        }
        try format.writer().write(graph, to: DescriptorSink.standardOutput)
        return []
    }
    var files: [(file: AtomicFile, writer: any GraphFormatWriter)] = []
    if let delimiter = format.delimiter {
        for (table, path) in TablePaths(path).tables {
            files.append((try AtomicFile(path: path), SingleTableWriter(table: table, delimiter: delimiter)))
        }
    } else if format == .neo4j {
        let paths = TablePaths(path, others: ("-nodes", "-relationships"))
        for (table, path) in zip([Neo4jTableWriter.Table.nodes, .relationships], paths.pair) {
            files.append((try AtomicFile(path: path), Neo4jTableWriter(table)))
        }
        files.append((try AtomicFile(path: paths.script), Neo4jScriptWriter(paths: paths.pair)))
    } else {
        files.append((try AtomicFile(path: path), try format.writer()))
    }
    // All are written before the first takes its place, so that a full disk leaves no half of a pair.
    for (file, writer) in files { try writer.write(graph, to: file) }
    for (file, _) in files { try file.commit() }
    return files.map(\.file.path)
}

/// The bytes of a graph in a format; of tables, the one table of relations.
///
/// - Throws: ``FileError`` if the format can't hold the graph: an edge list has no names with blanks.
public func graphBytes(_ graph: Graph, as format: GraphFormat) throws(FileError) -> [UInt8] {
    let sink = MemorySink()
    try format.writer().write(graph, to: sink)
    return sink.bytes
}

extension GraphFormat {
    /// What writes this format to one place; of tables, the table of relations.
    ///
    /// - Throws: ``FileError`` if the format is only read.
    public func writer() throws(FileError) -> any GraphFormatWriter {
        guard let writer = traits.makeWriter?() else {
            throw FileError(.cannotWrite, path: rawValue, action: "write, as it is only read, the format")
        }
        return writer
    }

    /// What stands between the fields of a table; nil for other formats.
    fileprivate var delimiter: TableWriter.Delimiter? {
        switch self {
        case .csv: .comma
        case .tsv: .tab
        default: nil
        }
    }
}

/// Writes one of a graph's tables.
struct SingleTableWriter: GraphFormatWriter {
    let table: TableWriter.Table
    let delimiter: TableWriter.Delimiter

    func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        try TableWriter(delimiter: delimiter).write(table, of: graph, to: sink)
    }
}

/// Which tables go where for a path that was given.
private struct TablePaths {
    let tables: [(table: TableWriter.Table, path: String)]
    /// The paths of two tables of another sort, and of a script.
    var pair: [String] = []
    var script = ""

    init(_ path: String) {
        let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let dot = path[nameStart...].lastIndex(of: ".") ?? path.endIndex
        let (stem, ending) = (path[..<dot], path[dot...])
        if stem.hasSuffix("-nodes") {
            tables = [(.nodes, path)]
        } else if stem.hasSuffix("-links") {
            tables = [(.links, path)]
        } else {
            tables = [(.nodes, "\(stem)-nodes\(ending)"), (.links, "\(stem)-links\(ending)")]
        }
    }
}

extension TablePaths {
    /// The stem and the ending of a path; an ending of two parts, such as `.neo4j.csv`, is one.
    private static func parts(_ path: String) -> (stem: String, ending: String) {
        let nameStart = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let name = path[nameStart...].lowercased()
        for ending in [".neo4j.csv", ".csv", ".tsv"] where name.hasSuffix(ending) && name != ending {
            return (String(path.dropLast(ending.count)), String(path.suffix(ending.count)))
        }
        return (path, ".csv")
    }

    /// The paths of two tables that are named by what is put behind the stem, and of the script beside them.
    fileprivate init(_ path: String, others: (String, String)) {
        let (stem, ending) = Self.parts(path)
        tables = []
        pair = [stem + others.0 + ending, stem + others.1 + ending]
        script = stem + "-import.sh"
    }
}

/// Writes the command that imports tables into Neo4j.
private struct Neo4jScriptWriter: GraphFormatWriter {
    let paths: [String]

    func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let names = paths.map { String($0.split(separator: "/").last ?? "") }
        try sink.write(Neo4jTableWriter.script(nodes: names[0], relationships: names[1]))
    }
}
