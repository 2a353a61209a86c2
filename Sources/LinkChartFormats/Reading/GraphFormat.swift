public import LinkChartModel

/// A format that graphs are read from or written to.
public enum GraphFormat: String, NamedCase {
    /// LinkChart's own format as YAML, for people.
    case nativeYAML = "yaml"
    /// LinkChart's own format as JSON, for programs.
    case nativeJSON = "json"
    /// A table with commas: nodes, links, or links alone.
    case csv
    /// A table with tabs.
    case tsv
    /// A plain list of edges: two names a line, and perhaps a weight.
    case edgeList = "edgelist"
    /// The node-link JSON of NetworkX and D3.
    case nodeLink = "nodelink"
    /// The language of Graphviz; written only.
    case dot

    /// What people also write after `--from` and `--to`.
    public static var synonyms: [(name: String, value: GraphFormat)] {
        [
            ("yml", .nativeYAML), ("linkchart", .nativeYAML), ("linkchart.yaml", .nativeYAML),
            ("native", .nativeYAML), ("linkchart.json", .nativeJSON), ("tab", .tsv), ("edges", .edgeList),
            ("el", .edgeList), ("networkx", .nodeLink), ("d3", .nodeLink), ("gv", .dot),
            ("graphviz", .dot),
        ]
    }

    /// The endings of file names that mean this format, the usual one first; without the dot.
    public var extensions: [String] {
        switch self {
        case .nativeYAML: ["linkchart.yaml", "yaml", "yml"]
        case .nativeJSON: ["linkchart.json", "json"]
        case .csv: ["csv"]
        case .tsv: ["tsv", "tab"]
        case .edgeList: ["edgelist", "edges", "el", "txt"]
        case .nodeLink: ["nodelink.json", "node-link.json"]
        case .dot: ["dot", "gv"]
        }
    }

    /// Whether ``readGraph(inputs:options:)`` reads it.
    public var isReadable: Bool { self != .dot }

    /// The format that a file's name tells; nil if it has no ending that is known.
    public init?(path: String) {
        let name = (path.split(separator: "/").last ?? "").lowercased()
        // The longest ending wins: `x.nodelink.json` is node-link, not native.
        let found = Self.allCases.flatMap { format in
            format.extensions.filter { name.hasSuffix("." + $0) }.map { (format, $0.count) }
        }.max { $0.1 < $1.1 }
        guard let found else { return nil }
        self = found.0
    }

    /// The format of an input, by the ending of its name and then by its content.
    ///
    /// A `.json` file may be native or node-link: its content decides, and native is the default. So does the
    /// content of a `.txt` file.
    ///
    /// - Parameters:
    ///   - path: the file's name; nil for standard input.
    ///   - firstBytes: the first few kilobytes of the content, or all of it.
    /// - Returns: nil if neither tells.
    public static func detect(path: String?, firstBytes: some Sequence<UInt8>) -> GraphFormat? {
        let named = path.flatMap { GraphFormat(path: $0) }
        let isAmbiguous =
            path.map { path in
                let name = path.lowercased()
                return name.hasSuffix(".txt")
                    || (name.hasSuffix(".json") && !name.hasSuffix(".linkchart.json") && named == .nativeJSON)
            } ?? true
        if let named, !isAmbiguous { return named }
        return FormatSniffer(firstBytes).format ?? named
    }
}

/// Guesses a format from the beginning of a content.
struct FormatSniffer {
    private let text: String

    init(_ bytes: some Sequence<UInt8>) {
        var head = Array(bytes.prefix(1 << 14))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        text = String(decoding: head, as: UTF8.self)
    }

    var format: GraphFormat? {
        let lines = text.split(whereSeparator: \.isNewline).lazy.map { Self.trimmed($0) }
        let content = lines.filter { !$0.isEmpty }
        guard let first = content.first else { return nil }
        if first.hasPrefix("{") || first.hasPrefix("[") { return isDOTLike(first) ? .dot : json }
        if content.contains(where: { Self.isKey("linkchart", $0) }) { return .nativeYAML }
        guard let line = content.first(where: { !$0.hasPrefix("#") && !$0.hasPrefix("%") }) else {
            return nil
        }
        if line.hasPrefix("---")
            || ["nodes", "edges", "sources", "title", "ontology"].contains(where: {
                Self.isKey($0, line)
            })
        {
            return .nativeYAML
        }
        if isDOTLike(line) { return .dot }
        let rows = content.filter { !$0.hasPrefix("#") && !$0.hasPrefix("%") }.prefix(5)
        let isNumeric = rows.allSatisfy { row in
            let fields = row.split(whereSeparator: { $0 == " " || $0 == "\t" })
            return (2...3).contains(fields.count) && fields.allSatisfy { Double($0) != nil }
        }
        if isNumeric { return .edgeList }
        if line.contains("\t") { return .tsv }
        if line.contains(",") || line.contains(";") { return .csv }
        let fields = line.split(separator: " ").count
        return fields == 2 || fields == 3 ? .edgeList : nil
    }

    private var json: GraphFormat {
        if text.contains("\"linkchart\"") { return .nativeJSON }
        let isNodeLink = ["\"links\"", "\"directed\"", "\"multigraph\"", "\"source\""].contains {
            text.contains($0)
        }
        // Native edges say `from`, node-link says `source`.
        return isNodeLink && !text.contains("\"from\"") ? .nodeLink : .nativeJSON
    }

    private func isDOTLike(_ line: Substring) -> Bool {
        let words = line.split { $0 == " " || $0 == "{" || $0 == "\t" }.prefix(2).map { $0.lowercased() }
        guard let first = words.first else { return false }
        return (first == "strict" || first == "digraph" || first == "graph") && text.contains("{")
    }

    private static func isKey(_ key: String, _ line: Substring) -> Bool {
        line.hasPrefix(key + ":") || line.hasPrefix("\"\(key)\":") || line.hasPrefix("'\(key)':")
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop { $0 == " " || $0 == "\t" }
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }
}
