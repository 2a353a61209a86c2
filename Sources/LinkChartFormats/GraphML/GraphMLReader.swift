internal import LinkChartModel

/// Reads GraphML (U. Brandes et al., http://graphml.graphdrawing.org), as NetworkX, igraph, Gephi and yEd write it.
///
/// Data keep their declared types and defaults; a `<desc>` is a label where there is no other; ports, nested graphs and
/// the drawing of yEd are kept as attributes; a hyperedge becomes a node with an edge to each of its ends. Keys
/// may stand in the graph, and two of them may share an identifier if they are for different elements. Nodes and
/// edges may come in any order: where edges come last, as they do in most files, they are never held in memory.
struct GraphMLReader: GraphFormatReader {
    let source: MappedFile
    let parser: XMLPullParser
    private var keys = GraphMLKeys()
    private var frames: [Frame] = []
    private var waiting = EdgeQueue()
    private var phase = Phase.header
    private var graphCount = 0
    private var isDirected = true

    private enum Phase { case header, nodes, edges }

    /// An element that is open.
    private enum Frame {
        case document
        case graph(GraphFrame)
        case node(ElementDraft)
        case edge(ElementDraft)
        case hyperedge(ElementDraft, ends: [Hyperedge.End])
    }

    private struct GraphFrame {
        var isDirected: Bool
        var parent: String?
        /// 1 for the first graph of the document, 0 for one inside a node.
        var number: Int
        var draft: ElementDraft
    }

    init(_ input: GraphInput) {
        source = input.content
        parser = XMLPullParser(input.content, from: input.contentStart)
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard parser.next() else {
            parser.reportProblem(to: &builder)
            return
        }
        guard parser.isNamed("graphml") else {
            builder.report(
                .wrongType, "this is no GraphML: its outermost element is `<\(parser.name)>`",
                at: parser.event.range)
            parser.skipElement()
            return
        }
        frames = [.document]
        run(into: &builder)
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        phase = .nodes
        run(into: &builder)
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        phase = .edges
        waiting.flush(into: &builder)
        guard !frames.isEmpty else { return }
        run(into: &builder)
        parser.reportProblem(to: &builder)
    }

    /// Reads on as far as this phase goes.
    private mutating func run(into builder: inout GraphBuilder) {
        while !frames.isEmpty, parser.next() {
            switch parser.event.kind {
            case .text: continue
            case .end: end(into: &builder)
            case .start:
                if mustWait() {
                    parser.putBack()
                    flushGraph(into: &builder)
                    return
                }
                begin(into: &builder)
            }
        }
        flushGraph(into: &builder)
    }

    /// Whether the element that begins belongs to a later phase.
    private func mustWait() -> Bool {
        switch phase {
        case .header: return parser.isNamed("node") || parser.isNamed("edge") || parser.isNamed("hyperedge")
        case .nodes:
            guard parser.isNamed("edge") else { return false }
            let offset = parser.offset
            return !source.mayHaveElements("node", from: offset)
                && !source.mayHaveElements("hyperedge", from: offset)
        case .edges: return false
        }
    }

    // MARK: - Elements

    private mutating func begin(into builder: inout GraphBuilder) {
        let range = parser.event.range
        switch parser.name {
        case "key": keys.read(parser, source, into: &builder)
        case "graph": beginGraph(into: &builder)
        case "node":
            flushGraph(into: &builder)
            var draft = ElementDraft(at: range)
            parser.forEachAttribute { name, value in
                if name == "id" { draft.id = value } else { Self.keep(name, value, in: &draft) }
            }
            if case .graph(let graph)? = frames.last, let parent = graph.parent {
                draft.attributes["parent"] = .string(parent)
            }
            frames.append(.node(draft))
        case "edge": frames.append(.edge(edge(into: &builder)))
        case "hyperedge":
            var draft = ElementDraft(at: range)
            parser.forEachAttribute { name, value in
                if name == "id" { draft.id = value } else { Self.keep(name, value, in: &draft) }
            }
            frames.append(.hyperedge(draft, ends: []))
        case "data": data(into: &builder)
        case "desc":
            let text = CellValue.trimmed(parser.readContent(source).text)
            change { draft, _ in draft.add("desc", .string(text)) }
        case "port":
            let port = readPort()
            change { draft, _ in
                var ports: [AttributeValue] = []
                if case .list(let values)? = draft.attributes["ports"] { ports = values }
                draft.attributes["ports"] = .list(ports + [port])
            }
        case "endpoint": endpoint(into: &builder)
        default: skip(into: &builder)
        }
    }

    private mutating func skip(into builder: inout GraphBuilder) {
        let (name, range) = (parser.name, parser.event.range)
        builder.report(
            .unknownElement, "GraphML has no element `<\(name)>` here; it is kept as text", at: range,
            suggestion: nearestName(to: name, in: ["node", "edge", "data", "key", "graph", "port", "desc"])
                .map {
                    "did you mean `<\($0)>`?"
                })
        let text = parser.readContent(source).text
        if !change({ draft, _ in draft.keep(name, text) }) {
            builder.reportSkipped("element outside the graph", name, at: range)
        }
    }

    private mutating func beginGraph(into builder: inout GraphBuilder) {
        let range = parser.event.range
        var draft = ElementDraft(at: range)
        var isDirected = true
        switch parser.attribute("edgedefault")?.lowercased() {
        case "undirected": isDirected = false
        case "directed": break
        case let word?:
            builder.report(
                .wrongType, "`edgedefault` is `directed` or `undirected`, not `\(word)`", at: range,
                suggestion: "taken as directed")
        case nil:
            builder.report(
                .missingKey, "the graph does not say whether its edges are directed", at: range,
                suggestion: "write edgedefault=\"directed\"; taken as that", severity: .warning)
        }
        parser.forEachAttribute { name, value in
            if name != "edgedefault" { Self.keep(name, value, in: &draft) }
        }
        if case .node(let node)? = frames.last {
            frames.append(
                .graph(GraphFrame(isDirected: isDirected, parent: node.id, number: 0, draft: draft)))
            return
        }
        graphCount += 1
        if graphCount == 1 {
            self.isDirected = isDirected
            if !isDirected { builder.graph.attributes["directed"] = false }
        } else {
            builder.report(.severalGraphs, "graph \(graphCount) of the file; all become one", at: range)
        }
        frames.append(
            .graph(GraphFrame(isDirected: isDirected, parent: nil, number: graphCount, draft: draft)))
    }

    private mutating func edge(into builder: inout GraphBuilder) -> ElementDraft {
        var draft = ElementDraft(at: parser.event.range)
        var isDirected = self.isDirected
        if case .graph(let graph)? = frames.last { isDirected = graph.isDirected }
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
            return
        }
        guard case .hyperedge(let draft, let ends)? = frames.last else { return }
        frames[frames.count - 1] = .hyperedge(draft, ends: ends + [end])
    }

    private func readPort() -> AttributeValue {
        var port: Attributes = [:]
        parser.forEachAttribute { port[$0] = .string($1) }
        let own = parser.depth
        var inner: [AttributeValue] = []
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { break }
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("port") {
                inner.append(readPort())
            } else if parser.isNamed("data") {
                let id = parser.attribute("key") ?? "data"
                let key = keys.key(id, of: "port")
                let text = parser.readContent(source).text
                port[key?.name ?? id] = key?.type.flatMap { $0.value(text) } ?? .string(text)
            } else {
                port[parser.name] = .string(parser.readContent(source).text)
            }
        }
        if !inner.isEmpty { port["ports"] = .list(inner) }
        return .object(port)
    }

    // MARK: - Data

    private mutating func data(into builder: inout GraphBuilder) {
        let range = parser.event.range
        let id = parser.attribute("key") ?? ""
        let element = elementName
        var key = keys.key(id, of: element)
        if key == nil, let other = keys.key(id) {
            builder.report(
                .badDeclaration, "the key `\(id)` is not declared for \(element) elements", at: range,
                suggestion: "taken all the same")
            key = other
        } else if key == nil {
            builder.report(
                .badDeclaration, "no key `\(id)` is declared; the value is kept as a text", at: range,
                suggestion: "declare it with `<key id=\"\(id)\" for=\"\(element)\" …>` before the graph")
        }
        var label: String?
        let (text, hasElements) = parser.readContent(source) { parser in
            guard label == nil, parser.isNamed("NodeLabel") || parser.isNamed("EdgeLabel") else { return }
            // The label of yEd's drawing; what follows it is kept with the rest.
            if parser.next(), parser.event.kind == .text { label = parser.text } else { parser.putBack() }
        }
        let name = key?.name ?? (id.isEmpty ? "data" : id)
        var value = AttributeValue.string(text)
        if let type = key?.type, !hasElements {
            if let typed = type.value(text) {
                value = typed
            } else if CellValue.trimmed(text).isEmpty {
                // An empty number is no number.
                return
            } else {
                builder.report(
                    .badValue, "`\(text)` is no \(type.rawValue); it is kept as a text", at: range)
            }
        }
        change { draft, _ in
            draft.add(name, value)
            if let label { draft.label = CellValue.trimmed(label) }
        }
    }

    private var elementName: String {
        switch frames.last {
        case .node?: "node"
        case .edge?: "edge"
        case .hyperedge?: "hyperedge"
        case .graph?, .document?, nil: "graph"
        }
    }

    /// Changes the innermost element that is open; false if that is none.
    @discardableResult
    private mutating func change(_ body: (inout ElementDraft, Bool) -> Void) -> Bool {
        guard let frame = frames.popLast() else { return false }
        var isChanged = true
        switch frame {
        case .document:
            isChanged = false
            frames.append(frame)
        case .graph(var graph):
            body(&graph.draft, false)
            frames.append(.graph(graph))
        case .node(var draft):
            body(&draft, true)
            frames.append(.node(draft))
        case .edge(var draft):
            body(&draft, true)
            frames.append(.edge(draft))
        case .hyperedge(var draft, let ends):
            body(&draft, true)
            frames.append(.hyperedge(draft, ends: ends))
        }
        return isChanged
    }

    // MARK: - Ends

    private mutating func end(into builder: inout GraphBuilder) {
        guard let frame = frames.popLast() else { return }
        switch frame {
        case .document: return
        case .graph(let graph):
            frames.append(frame)
            flushGraph(into: &builder)
            frames.removeLast()
            guard graph.number != 1, !graph.draft.attributes.isEmpty else { return }
            let attributes = AttributeValue.object(graph.draft.attributes)
            if graph.number == 0 {
                change { draft, _ in draft.add("graph", attributes) }
            } else {
                builder.graph.attributes["graph \(graph.number)"] = attributes
            }
        case .node(var draft): endNode(&draft, into: &builder)
        case .edge(var draft): endEdge(&draft, into: &builder)
        case .hyperedge(var draft, let ends):
            keys.complete(&draft.attributes, of: "hyperedge")
            Self.settleLabel(of: &draft)
            let edges = builder.addHyperedge(draft, ends: ends)
            for edge in edges { addEdge(edge, into: &builder) }
        }
    }

    private mutating func endNode(_ draft: inout ElementDraft, into builder: inout GraphBuilder) {
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

    private mutating func addEdge(_ draft: ElementDraft, into builder: inout GraphBuilder) {
        if phase == .edges { EdgeQueue.add(draft, into: &builder) } else { waiting.append(draft) }
    }

    /// A description is the label of what has no other, as Gephi has it.
    private static func settleLabel(of draft: inout ElementDraft) {
        guard draft.label == nil, draft.attributes["label"] == nil, draft.attributes["name"] == nil,
            draft.attributes["relation"] == nil, draft.attributes["kind"] == nil,
            let text = draft.attributes["desc"]?.string
        else { return }
        draft.attributes["desc"] = nil
        draft.label = text
    }

    /// Gives the graph what has been read of it so far: its ontology must be known before the first node.
    private mutating func flushGraph(into builder: inout GraphBuilder) {
        guard case .graph(var graph)? = frames.last, graph.number == 1 else { return }
        if phase == .header { keys.complete(&graph.draft.attributes, of: "graph") }
        guard !graph.draft.attributes.isEmpty else { return }
        builder.addUntypedGraph(graph.draft.attributes, at: graph.draft.range)
        graph.draft.attributes = [:]
        frames[frames.count - 1] = .graph(graph)
    }
}
