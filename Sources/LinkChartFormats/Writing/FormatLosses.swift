public import LinkChartModel

/// A part of a graph that a format may have no place for.
public enum GraphPart: String, CaseIterable, Sendable {
    /// The graph's title.
    case title
    /// Several blanks beside one another in the title.
    case titleBlanks
    /// What else is said of the graph as a whole.
    case graphAttributes
    /// An ontology other than the built-in one.
    case ontology
    /// Nodes that no edge begins or ends at.
    case nodesWithoutEdges
    /// The identifiers of nodes, where the names are others.
    case nodeIdentifiers
    /// Kinds other than Entity.
    case kinds
    /// Names that are not the identifiers.
    case names
    /// Other names of nodes.
    case aliases
    /// Subtypes of nodes.
    case subtypes
    /// That a node is a source of claims.
    case sources
    /// Attributes of nodes.
    case nodeAttributes
    /// All edges.
    case edges
    /// Relations other than `relatedTo`.
    case relations
    /// Identifiers of edges.
    case edgeIdentifiers
    /// When edges hold.
    case validity
    /// How a date was written that is kept in another form.
    case rawDates
    /// Attributes of edges.
    case edgeAttributes
    /// Who says what of edges.
    case claims

    /// What it is called beside a number: `3 aliases`.
    var words: (one: String, many: String) {
        switch self {
        case .title: ("title", "titles")
        case .titleBlanks: ("blank of the title", "blanks of the title")
        case .graphAttributes: ("attribute of the graph", "attributes of the graph")
        case .ontology: ("ontology of its own", "ontologies of its own")
        case .nodesWithoutEdges: ("node without an edge", "nodes without an edge")
        case .nodeIdentifiers: ("identifier of a node", "identifiers of nodes")
        case .kinds: ("kind of a node", "kinds of nodes")
        case .names: ("name of a node", "names of nodes")
        case .aliases: ("alias", "aliases")
        case .subtypes: ("subtype", "subtypes")
        case .sources: ("mark of a source", "marks of sources")
        case .nodeAttributes: ("attribute of a node", "attributes of nodes")
        case .edges: ("edge", "edges")
        case .relations: ("relation of an edge", "relations of edges")
        case .edgeIdentifiers: ("identifier of an edge", "identifiers of edges")
        case .validity: ("validity", "validities")
        case .rawDates: ("date as it was written", "dates as they were written")
        case .edgeAttributes: ("attribute of an edge", "attributes of edges")
        case .claims: ("claim", "claims")
        }
    }
}

/// Parts of a graph, of one sort, that a format has no place for.
public struct FormatLoss: Hashable, Sendable, CustomStringConvertible {
    /// What is lost.
    public var part: GraphPart
    /// How many of it the graph has.
    public var count: Int
    /// The first of them: an identifier, a name or a value.
    public var example: String

    /// The loss in words: `3 aliases (TTP)`.
    public var description: String {
        let what = "\(count) \(count == 1 ? part.words.one : part.words.many)"
        return example.isEmpty ? what : "\(what) (\(TerminalText.visible(example)))"
    }
}

/// What of a graph a format has no place for, and would not be there if it were read again.
///
/// ```swift
/// for loss in losses(of: graph, as: .edgeList) { print(loss) }   // 27 kinds of nodes (afghanistan: State) …
/// ```
///
/// - Parameters:
///   - graph: what is to be written.
///   - format: how.
///   - path: where; of tables, `-` and names that end with `-nodes` or `-links` are one table alone.
/// - Returns: in the order of ``GraphPart``; nothing if the format holds it all.
/// - Complexity: linear in nodes, edges and attributes.
public func losses(of graph: Graph, as format: GraphFormat, to path: String? = nil) -> [FormatLoss] {
    let lacking = format.lacking(at: path)
    guard !lacking.isEmpty else { return [] }
    var finder = LossFinder(lacking: lacking, format: format)
    finder.look(at: graph)
    return GraphPart.allCases.compactMap { finder.found[$0] }
}

extension GraphFormat {
    /// The parts that the format has no place for in a file of this name.
    fileprivate func lacking(at path: String?) -> Set<GraphPart> {
        var lacking = traits.lacks
        guard self == .csv || self == .tsv, let path else { return lacking }
        let stem = path.split(separator: "/").last?.split(separator: ".").first ?? ""
        if stem.hasSuffix("-nodes") {
            lacking.insert(.edges)
        } else if path == "-" || stem.hasSuffix("-links") {
            lacking.formUnion([.nodesWithoutEdges, .aliases, .subtypes, .sources, .nodeAttributes])
            if path != "-" { lacking.formUnion([.kinds, .names]) }
        }
        return lacking
    }
}

private struct LossFinder {
    let lacking: Set<GraphPart>
    let format: GraphFormat
    var found: [GraphPart: FormatLoss] = [:]

    private mutating func note(_ part: GraphPart, count: Int = 1, _ example: @autoclosure () -> String) {
        guard count > 0, lacking.contains(part) else { return }
        found[part, default: FormatLoss(part: part, count: 0, example: example())].count += count
    }

    mutating func look(at graph: Graph) {
        if !graph.title.isEmpty { note(.title, graph.title) }
        note(.titleBlanks, count: Self.spareBlanks(graph.title), "")
        for (name, _) in graph.attributes where !(format == .pajek && name == "directed") {
            note(.graphAttributes, name)
        }
        if graph.ontology != .builtin { note(.ontology, graph.ontology.name) }
        var isLinked = [Bool](repeating: false, count: graph.nodeCount)
        for edge in graph.edges {
            isLinked[edge.source.position] = true
            isLinked[edge.target.position] = true
            look(at: edge, of: graph)
        }
        for node in graph.nodes {
            look(at: node)
            if !isLinked[node.index.position] { note(.nodesWithoutEdges, node.id) }
        }
    }

    private mutating func look(at node: Node) {
        if node.name != node.id {
            note(.nodeIdentifiers, node.id)
            note(.names, node.name)
        }
        if node.kindName != "Entity" { note(.kinds, "\(node.id): \(node.kindName)") }
        note(.aliases, count: node.aliases.count, node.aliases.first ?? "")
        if let subtype = node.subtype { note(.subtypes, subtype) }
        if node.isSource { note(.sources, node.id) }
        for (name, _) in node.attributes { note(.nodeAttributes, "\(name) of \(node.id)") }
    }

    private mutating func look(at edge: Edge, of graph: Graph) {
        let ends = { "\(graph.id(of: edge.source)) to \(graph.id(of: edge.target))" }
        note(.edges, ends())
        if edge.definition.name != "relatedTo" { note(.relations, "\(ends()): \(edge.definition.name)") }
        if edge.hasOwnID { note(.edgeIdentifiers, edge.id) }
        if let valid = edge.valid {
            note(.validity, valid.date?.description ?? valid.raw ?? "")
            noteRaw(valid)
        }
        for (name, value) in edge.attributes {
            if format == .edgeList, name == "weight", value.isNumber { continue }
            note(.edgeAttributes, "\(name) of \(ends())")
        }
        guard lacking.contains(.claims) || lacking.contains(.rawDates) else { return }
        for claim in edge.claims {
            note(.claims, ends())
            if let date = claim.date { noteRaw(date) }
        }
    }

    private mutating func noteRaw(_ date: RecordedDate) {
        guard let raw = date.raw, let known = date.date, known.description != raw else { return }
        note(.rawDates, raw)
    }

    private static func spareBlanks(_ title: String) -> Int {
        let words = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return title.count - words.count
    }
}

extension AttributeValue {
    fileprivate var isNumber: Bool {
        switch self {
        case .integer: true
        case .number(let number): number.isFinite
        default: false
        }
    }
}
