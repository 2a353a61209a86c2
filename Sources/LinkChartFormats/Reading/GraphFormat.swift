public import LinkChartModel

/// A format that graphs are read from or written to.
///
/// What is to be known of each stands in its own folder, in its `FormatTraits`.
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
    /// The XML of graphs: nodes and edges with typed data.
    case graphML = "graphml"
    /// The XML of Gephi, with times.
    case gexf
    /// The Graph Modelling Language: keys and values in brackets.
    case gml
    /// A network of Pajek.
    case pajek
    /// The JSON Graph Format.
    case jsonGraph = "jgf"
    /// The JSON of Cytoscape and Cytoscape.js.
    case cytoscape = "cyjs"
    /// Events of GDELT, version 1 or 2.
    case gdelt
    /// Events of ACLED.
    case acled
    /// The Georeferenced Event Dataset of UCDP.
    case ucdp
    /// Incidents with the columns of the Global Terrorism Database.
    case gtd
    /// Sentences with the events that PETRARCH finds in them.
    case petrarch
    /// Event records of PLOVER.
    case plover
    /// Annotations in the standoff format of brat.
    case brat
    /// Documents with entities and relations, as DocRED has them.
    case docRED = "docred"
    /// Sentences with entities and relations, as SpERT and CoNLL04 have them.
    case spert
    /// Triples of subject, relation and object in JSON.
    case triples
    /// Structured Threat Information Expression 2.1, and 2.0 to read.
    case stix
    /// Entities of FollowTheMoney, one a line.
    case followTheMoney = "ftm"
    /// Events, galaxies and objects of MISP; read only.
    case misp
    /// The language of Graphviz.
    case dot
    /// A flowchart of Mermaid; written only.
    case mermaid
    /// A script of Cypher for Neo4j and its like; written only.
    case cypher
    /// Turtle, a text form of RDF; written only.
    case turtle
    /// JSON-LD, the JSON form of RDF; written only.
    case jsonLD = "jsonld"

    /// What is to be known of the format.
    var traits: FormatTraits {
        switch self {
        case .nativeYAML: .nativeYAML
        case .nativeJSON: .nativeJSON
        case .csv: .csv
        case .tsv: .tsv
        case .edgeList: .edgeList
        case .nodeLink: .nodeLink
        case .graphML: .graphML
        case .gexf: .gexf
        case .gml: .gml
        case .pajek: .pajek
        case .jsonGraph: .jsonGraph
        case .cytoscape: .cytoscape
        case .gdelt: .gdelt
        case .acled: .acled
        case .ucdp: .ucdp
        case .gtd: .gtd
        case .petrarch: .petrarch
        case .plover: .plover
        case .brat: .brat
        case .docRED: .docRED
        case .spert: .spert
        case .triples: .triples
        case .stix: .stix
        case .followTheMoney: .followTheMoney
        case .misp: .misp
        case .dot: .dot
        case .mermaid: .mermaid
        case .cypher: .cypher
        case .turtle: .turtle
        case .jsonLD: .jsonLD
        }
    }

    /// The formats in the order in which a content is held against them: those with a mark of their own before those
    /// that many a text could be.
    static let recognitionOrder: [GraphFormat] = [
        .stix, .followTheMoney, .misp, .graphML, .gexf, .petrarch, .pajek, .dot, .gml, .docRED, .spert,
        .plover,
        .cytoscape, .jsonGraph, .triples, .nodeLink, .nativeJSON, .nativeYAML, .gdelt, .acled, .ucdp, .gtd,
        .brat,
        .edgeList, .tsv, .csv,
    ]

    /// What people also write after `--from` and `--to`.
    public static var synonyms: [(name: String, value: GraphFormat)] {
        allCases.flatMap { format in format.traits.synonyms.map { ($0, format) } }
    }

    /// The endings of file names that mean this format, the usual one first; without the dot.
    public var extensions: [String] { traits.extensions }

    /// Whether ``readGraph(inputs:options:)`` reads it.
    public var isReadable: Bool { traits.makeReader != nil }

    /// Whether ``writeGraph(_:to:as:)`` writes it.
    public var isWritable: Bool { traits.makeWriter != nil }

    /// The format that a file's name tells; nil if it has no ending that is known.
    public init?(path: String) {
        guard let found = Self.named(path) else { return nil }
        self = found.format
    }

    private static func named(_ path: String) -> (format: GraphFormat, ending: String)? {
        let name = (path.split(separator: "/").last ?? "").lowercased()
        // The longest ending wins: `x.nodelink.json` is node-link, not native. Of formats that share one the first.
        var found: (format: GraphFormat, ending: String)?
        for format in allCases {
            for ending in format.extensions where name.hasSuffix("." + ending) {
                if ending.utf8.count > found?.ending.utf8.count ?? 0 { found = (format, ending) }
            }
        }
        return found
    }

    /// The format of an input, by the ending of its name and then by its content.
    ///
    /// An ending that several formats share, such as `.json` or `.xml`, leaves the choice to the content, and so does
    /// `.txt`; where the content does not tell, it is the first of them.
    ///
    /// - Parameters:
    ///   - path: the file's name; nil for standard input.
    ///   - firstBytes: the first few kilobytes of the content, or all of it.
    /// - Returns: nil if neither tells.
    public static func detect(path: String?, firstBytes: some Sequence<UInt8>) -> GraphFormat? {
        guard let named = path.flatMap({ named($0) }) else {
            return FormatHead(firstBytes).format(among: allCases)
        }
        let sharing =
            named.ending == "txt" ? allCases : allCases.filter { $0.extensions.contains(named.ending) }
        guard sharing.count > 1 else { return named.format }
        return FormatHead(firstBytes).format(among: sharing) ?? named.format
    }
}
