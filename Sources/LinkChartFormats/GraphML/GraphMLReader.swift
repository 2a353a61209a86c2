internal import LinkChartModel

/// Reads GraphML (U. Brandes et al., http://graphml.graphdrawing.org), as NetworkX, igraph, Gephi and yEd write it.
///
/// Data keep their declared types and defaults; a `<desc>` is a label where there is no other; ports, nested graphs and
/// the drawing of yEd are kept as attributes; a hyperedge becomes a node with an edge to each of its ends. Keys
/// may stand in the graph, and two of them may share an identifier if they are for different elements. Nodes and
/// edges may come in any order: where edges come last, as they do in most files, they are never held in memory.
struct GraphMLReader: XMLGraphReader {
    let source: MappedFile
    let parser: XMLPullParser
    private(set) var keys = GraphMLKeys()
    private var frames: [Frame] = []
    var waiting = EdgeQueue()
    var phase = XMLReadingPhase.header
    private var graphCount = 0
    private var isDirected = true
    private(set) var isReadable = false

    static let nodeElements: [StaticString] = ["node", "hyperedge"]
    var isOpen: Bool { !frames.isEmpty }

    /// An element that is open.
    private struct Frame {
        var kind: Kind
        var draft: ElementDraft
        /// Of a graph, whether its edges are directed.
        var isDirected = true
        /// Of a graph inside a node, that node's identifier.
        var parent: String?
        /// Of a graph, 1 for the first of the document, 0 for one inside a node.
        var number = 0
        var ends: [Hyperedge.End] = []

        enum Kind: String {
            case document = "graphml"
            case graph, node, edge, hyperedge
        }
    }

    init(_ input: GraphInput) {
        source = input.content
        parser = XMLPullParser(input.content, from: input.contentStart)
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard openDocument("graphml", of: "GraphML", into: &builder) else { return }
        isReadable = true
        frames = [Frame(kind: .document, draft: ElementDraft(at: parser.event.range))]
        run(into: &builder)
    }

    // MARK: - Elements

    mutating func begin(into builder: inout GraphBuilder) {
        let top = frames.count - 1
        switch parser.name {
        case "key": keys.read(parser, source, into: &builder)
        case "graph": beginGraph(into: &builder)
        case "node":
            flushGraph(into: &builder)
            var frame = Frame(kind: .node, draft: ElementDraft(at: parser.event.range))
            takeAttributes(into: &frame.draft)
            if let parent = frames[top].parent { frame.draft.attributes["parent"] = .string(parent) }
            frames.append(frame)
        case "edge": frames.append(Frame(kind: .edge, draft: edge()))
        case "hyperedge":
            var frame = Frame(kind: .hyperedge, draft: ElementDraft(at: parser.event.range))
            takeAttributes(into: &frame.draft)
            frames.append(frame)
        case "data": data(into: &builder)
        case "desc":
            frames[top].draft.add("desc", .string(CellValue.trimmed(parser.readContent(source).text)))
        case "port": frames[top].draft.append(keys.readPort(parser, source), to: "ports")
        case "endpoint": endpoint(into: &builder)
        default: keepUnknown(into: &builder)
        }
    }

    /// Takes the identifier of an element and keeps the rest of its XML attributes.
    private func takeAttributes(into draft: inout ElementDraft) {
        parser.forEachAttribute { name, value in
            if name == "id" { draft.id = value } else { Self.keep(name, value, in: &draft) }
        }
    }

    private mutating func keepUnknown(into builder: inout GraphBuilder) {
        let (name, range) = (parser.name, parser.event.range)
        builder.report(
            .unknownElement, "GraphML has no element `<\(name)>` here; it is kept as text", at: range,
            suggestion: nearestName(to: name, in: ["node", "edge", "data", "key", "graph", "port", "desc"])
                .map {
                    "did you mean `<\($0)>`?"
                })
        let text = parser.readUnknown(source)
        if frames[frames.count - 1].kind == .document {
            builder.reportSkipped("element outside the graph", name, at: range)
        } else {
            frames[frames.count - 1].draft.add(name, .string(text))
        }
    }

    private mutating func beginGraph(into builder: inout GraphBuilder) {
        var frame = Frame(kind: .graph, draft: ElementDraft(at: parser.event.range))
        switch parser.attribute("edgedefault")?.lowercased() {
        case "undirected": frame.isDirected = false
        case "directed": break
        case let word?:
            builder.report(
                .wrongType, "`edgedefault` is `directed` or `undirected`, not `\(word)`",
                at: frame.draft.range,
                suggestion: "taken as directed")
        case nil:
            builder.report(
                .missingKey, "the graph does not say whether its edges are directed", at: frame.draft.range,
                suggestion: "write edgedefault=\"directed\"; taken as that", severity: .warning)
        }
        parser.forEachAttribute { name, value in
            if name != "edgedefault" { Self.keep(name, value, in: &frame.draft) }
        }
        if frames.last?.kind == .node {
            frame.parent = frames.last?.draft.id
        } else {
            graphCount += 1
            frame.number = graphCount
            if graphCount == 1 {
                isDirected = frame.isDirected
                if !isDirected { builder.graph.attributes["directed"] = false }
            } else {
                builder.report(
                    .severalGraphs, "graph \(graphCount) of the file; all become one", at: frame.draft.range)
            }
        }
        frames.append(frame)
    }

    private func edge() -> ElementDraft {
        var draft = ElementDraft(at: parser.event.range)
        let graph = frames.last { $0.kind == .graph }
        var isDirected = graph?.isDirected ?? self.isDirected
        parser.forEachAttribute { name, value in
            switch name {
            case "id": draft.id = value
            case "source": draft.source = value
            case "target": draft.target = value
            case "directed" where value == "true" || value == "1": isDirected = true
            case "directed" where value == "false" || value == "0": isDirected = false
            default: Self.keep(name, value, in: &draft)
            }
        }
        if isDirected != self.isDirected { draft.attributes["directed"] = .bool(isDirected) }
        return draft
    }

    private static func keep(_ name: String, _ value: String, in draft: inout ElementDraft) {
        // What concerns the parsing and the schema, not the graph.
        if name == "xmlns" || name.hasPrefix("xmlns:") || name.hasPrefix("xsi:") || name.hasPrefix("parse.") {
            return
        }
        draft.keep(name, value)
    }

    private mutating func endpoint(into builder: inout GraphBuilder) {
        let range = parser.event.range
        var end = Hyperedge.End(
            node: parser.attribute("node") ?? "", role: parser.attribute("type") ?? "undir")
        parser.forEachAttribute { name, value in
            if name != "node", name != "type" { end.attributes[name] = .string(value) }
        }
        parser.skipElement()
        guard !end.node.isEmpty else {
            builder.report(.missingKey, "an `<endpoint>` needs a `node`", at: range)
            builder.reportSkipped("end of a hyperedge without a node", "", at: range)
            return
        }
        frames[frames.count - 1].ends.append(end)
    }

    // MARK: - Data

    private mutating func data(into builder: inout GraphBuilder) {
        let range = parser.event.range
        let id = parser.attribute("key") ?? ""
        let top = frames.count - 1
        let element = frames[top].kind.rawValue
        let key = keys.key(id, of: element, at: range, into: &builder)
        var label: String?
        let (text, hasElements) = parser.readContent(source) { parser in
            guard label == nil, parser.isNamed("NodeLabel") || parser.isNamed("EdgeLabel") else { return }
            // The label of yEd's drawing; what follows it is kept with the rest.
            if parser.next(), parser.event.kind == .text { label = parser.text } else { parser.putBack() }
        }
        if let label { frames[top].draft.label = CellValue.trimmed(label) }
        var value = AttributeValue.string(text)
        if let type = key?.type, !hasElements {
            // An empty number is no number.
            if type.value(text) == nil, CellValue.trimmed(text).isEmpty { return }
            if let typed = type.value(text) {
                value = typed
            } else {
                builder.report(
                    .badValue, "`\(text)` is no \(type.rawValue); it is kept as a text", at: range)
            }
        }
        frames[top].draft.add(key?.name ?? (id.isEmpty ? "data" : id), value)
    }

    // MARK: - Ends

    mutating func end(into builder: inout GraphBuilder) {
        if frames.last?.kind == .graph { flushGraph(into: &builder) }
        guard var frame = frames.popLast() else { return }
        frame.draft.settle()
        switch frame.kind {
        case .document: builder.graph.attributes.merge(frame.draft.attributes)
        case .graph: endGraph(frame, into: &builder)
        case .node: endNode(&frame.draft, into: &builder)
        case .edge: endEdge(&frame.draft, into: &builder)
        case .hyperedge:
            keys.complete(&frame.draft.attributes, of: "hyperedge")
            Self.settleLabel(of: &frame.draft)
            for edge in builder.addHyperedge(frame.draft, ends: frame.ends) { addEdge(edge, into: &builder) }
        }
    }

    private mutating func endGraph(_ frame: Frame, into builder: inout GraphBuilder) {
        guard frame.number != 1, !frame.draft.attributes.isEmpty else { return }
        let attributes = AttributeValue.object(frame.draft.attributes)
        if frame.number == 0, !frames.isEmpty {
            frames[frames.count - 1].draft.add("graph", attributes)
        } else {
            builder.graph.attributes["graph \(frame.number)"] = attributes
        }
    }

    private func endNode(_ draft: inout ElementDraft, into builder: inout GraphBuilder) {
        guard let id = draft.id, !id.isEmpty else {
            builder.report(.missingKey, "a `<node>` needs an `id`", at: draft.range)
            builder.reportSkipped("node without an identifier", draft.label ?? "", at: draft.range)
            return
        }
        keys.complete(&draft.attributes, of: "node")
        Self.settleLabel(of: &draft)
        builder.addUntypedNode(id: id, label: draft.label, draft.attributes, at: draft.range)
    }

    private mutating func endEdge(_ draft: inout ElementDraft, into builder: inout GraphBuilder) {
        guard draft.source != nil, draft.target != nil else {
            builder.report(.missingKey, "an `<edge>` needs a `source` and a `target`", at: draft.range)
            builder.reportSkipped("edge without its ends", draft.id ?? "", at: draft.range)
            return
        }
        keys.complete(&draft.attributes, of: "edge")
        Self.settleLabel(of: &draft)
        addEdge(draft, into: &builder)
    }

    /// A description is the label of what has no other, as Gephi has it.
    private static func settleLabel(of draft: inout ElementDraft) {
        guard draft.label == nil, let text = draft.attributes["desc"]?.string else { return }
        // What our own writer makes has no descriptions.
        for name in ["label", "name", "relation", "kind"] where draft.attributes[name] != nil { return }
        draft.attributes["desc"] = nil
        draft.label = text
    }

    mutating func flushGraph(into builder: inout GraphBuilder) {
        let top = frames.count - 1
        guard top >= 0, frames[top].kind == .graph, frames[top].number == 1 else { return }
        frames[top].draft.settle()
        if phase == .header { keys.complete(&frames[top].draft.attributes, of: "graph") }
        let attributes = frames[top].draft.attributes
        guard !attributes.isEmpty else { return }
        frames[top].draft.attributes = [:]
        builder.addUntypedGraph(attributes, at: frames[top].draft.range)
    }
}
