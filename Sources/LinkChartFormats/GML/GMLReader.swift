internal import LinkChartModel

/// Reads GML (M. Himsolt 1996), as NetworkX, igraph, Gephi and yEd write it.
///
/// A node's identifier is its `id`, a number or, as Gephi has it, any text; its name is its `label`. A record within
/// a node or an edge is an object, a key that stands several times a list. What ``GMLWriter`` writes says
/// that labels are the identifiers.
struct GMLReader: GraphFormatReader {
    private let input: GraphInput
    private var position: Int
    private var isOpen = false
    private var opening = SourceRange(offset: 0)
    private var waiting = EdgeQueue()
    private var graph = GMLRecord()
    private var hasLabelIDs = false
    private var isGivenUp = false

    private enum Phase { case header, nodes, edges }

    /// The graph's key that says which key of a node is its identifier.
    static let identifiersKey = "nodeIdentifiers"

    init(_ input: GraphInput) {
        self.input = input
        position = input.contentStart
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        run(.header, into: &builder)
        if opening.length == 0, !isGivenUp {
            builder.report(
                .missingKey, "there is no `graph [ … ]` in the file",
                at: SourceRange(offset: input.contentStart))
        }
    }

    mutating func readNodes(into builder: inout GraphBuilder) { run(.nodes, into: &builder) }

    mutating func readEdges(into builder: inout GraphBuilder) {
        waiting.flush(into: &builder)
        run(.edges, into: &builder)
    }

    private mutating func run(_ phase: Phase, into builder: inout GraphBuilder) {
        let content = input.content
        content.withBytes { bytes in
            var tokens = GMLTokenizer(bytes, from: position)
            while !isGivenUp {
                let before = tokens.position
                guard let token = tokens.next() else {
                    if isOpen, phase == .edges { reportEnd(bytes, into: &builder) }
                    break
                }
                if token.kind == .close {
                    if isOpen { isOpen = false } else { reportStray(token, into: &builder) }
                    continue
                }
                guard let key = tokens.key(token, bytes, &builder) else { continue }
                if isOpen, key == "node" || key == "edge",
                    phase == .header || (phase == .nodes && key == "edge" && !mayHaveNodes(from: before))
                {
                    tokens = GMLTokenizer(bytes, from: before)
                    break
                }
                read(key, token, &tokens, bytes, phase, into: &builder)
            }
            position = tokens.position
        }
        settleGraph(phase, into: &builder)
    }

    private func mayHaveNodes(from offset: Int) -> Bool { input.content.contains("node", from: offset) }

    private mutating func read(
        _ key: String, _ token: GMLTokenizer.Token, _ tokens: inout GMLTokenizer,
        _ bytes: UnsafeBufferPointer<UInt8>, _ phase: Phase, into builder: inout GraphBuilder
    ) {
        switch tokens.readValue(after: token, key, bytes, &builder) {
        case .nothing: return
        case .value(let value, let range): graph.add(key, value, at: range)
        case .opened(let range):
            if key == "graph", !isOpen {
                if opening.length > 0 {
                    builder.report(
                        .severalGraphs, "a second graph in the file; all become one", at: token.range)
                }
                isOpen = true
                opening = token.range
                return
            }
            guard let record = tokens.readRecord(bytes, openedAt: range, into: &builder) else {
                isGivenUp = true
                return
            }
            switch key {
            case "node" where isOpen: addNode(record, at: token.range, into: &builder)
            case "edge" where isOpen: addEdge(record, at: token.range, phase, into: &builder)
            default: graph.add(key, .object(record.attributes), at: range)
            }
        }
    }

    // MARK: - Graph

    private mutating func settleGraph(_ phase: Phase, into builder: inout GraphBuilder) {
        var rest = graph.attributes
        graph = GMLRecord()
        if phase == .header, opening.length > 0 {
            // Without a word GML means undirected.
            let isDirected = rest["directed"].map { $0 != .integer(0) && $0 != false } ?? false
            if !isDirected { builder.graph.attributes["directed"] = false }
        }
        if case .integer? = rest["directed"] { rest["directed"] = nil }
        if case .integer? = rest["multigraph"] { rest["multigraph"] = nil }
        if rest[Self.identifiersKey] == "label" {
            hasLabelIDs = true
            rest[Self.identifiersKey] = nil
        }
        if rest["Creator"] == "LinkChart" { rest["Creator"] = nil }
        if !rest.isEmpty { builder.addUntypedGraph(rest, at: opening) }
    }

    private func reportEnd(_ bytes: UnsafeBufferPointer<UInt8>, into builder: inout GraphBuilder) {
        let line = builder.line(of: opening.offset)
        builder.report(
            .truncatedFile, "the file ends before the `graph [` of line \(line) is closed",
            at: SourceRange(offset: bytes.count), suggestion: "was it cut off?")
    }

    private func reportStray(_ token: GMLTokenizer.Token, into builder: inout GraphBuilder) {
        builder.report(.syntaxError, "this `]` closes nothing", at: token.range)
    }

    // MARK: - Nodes and edges

    private func addNode(_ record: GMLRecord, at range: SourceRange, into builder: inout GraphBuilder) {
        var attributes = record.attributes
        guard let fileID = attributes["id"].flatMap({ Self.identifier($0) }) else {
            builder.report(.missingKey, "a node needs a key `id`", at: range, suggestion: "a whole number")
            builder.reportSkipped("node without an identifier", attributes["label"]?.string ?? "", at: range)
            return
        }
        attributes["id"] = nil
        var id = fileID
        var label = attributes.takeText("label")
        if hasLabelIDs, let own = label, !own.isEmpty {
            id = own
            label = nil
            if id != fileID { builder.rename(fileID, to: id) }
        }
        if label?.isEmpty == true { label = nil }
        builder.addUntypedNode(id: id, label: label, attributes, at: record.idRange ?? range)
    }

    private mutating func addEdge(
        _ record: GMLRecord, at range: SourceRange, _ phase: Phase, into builder: inout GraphBuilder
    ) {
        var edge = ElementDraft(at: range)
        edge.attributes = record.attributes
        edge.source = edge.attributes["source"].flatMap { Self.identifier($0) }
        edge.target = edge.attributes["target"].flatMap { Self.identifier($0) }
        guard edge.source != nil, edge.target != nil else {
            builder.report(.missingKey, "an edge needs the keys `source` and `target`", at: range)
            builder.reportSkipped("edge without its ends", edge.attributes["label"]?.string ?? "", at: range)
            return
        }
        edge.attributes["source"] = nil
        edge.attributes["target"] = nil
        edge.label = edge.attributes.takeText("label")
        // A key that is a text is an edge's own name; NetworkX counts parallel edges with numbers.
        edge.id = edge.attributes.takeText("key")
        if phase == .edges { EdgeQueue.add(edge, into: &builder) } else { waiting.append(edge) }
    }

    private static func identifier(_ value: AttributeValue) -> String? {
        switch value {
        case .integer(let number): String(number)
        case .number(let number): number.description
        case .string(let text): text.isEmpty ? nil : text
        case .null, .bool, .list, .object: nil
        }
    }
}
