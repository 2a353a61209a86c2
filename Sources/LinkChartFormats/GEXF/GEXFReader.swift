internal import LinkChartModel

/// Reads GEXF 1.1 to 1.3 (http://gexf.net), as Gephi and NetworkX write it.
///
/// When an edge is there becomes its validity where times are dates; several spells become the time from the first to
/// the last, beside the attribute `spells`. Of nodes, and where times are numbers, they are kept as attributes.
/// A value that changes in time is a list of `{value, start, end}` or `{value, timestamp}`. What concerns the
/// drawing is kept as `viz`, the node that a node lies in as `pid`.
struct GEXFReader: XMLGraphReader {
    let source: MappedFile
    let parser: XMLPullParser
    private var declared = GEXFAttributes()
    private var frames: [Frame] = []
    var waiting = EdgeQueue()
    var phase = XMLReadingPhase.header
    private var graph = ElementDraft(at: SourceRange(offset: 0))
    private var isDirected = true
    private var time = GEXFTime()
    private(set) var isReadable = false
    /// Whether our own writer made the file, so that times and modes only repeat what else it says.
    private var isOwn = false

    /// What our own files say of their creator.
    static let ownName = "LinkChart"

    static let nodeElements: [StaticString] = ["node"]
    var isOpen: Bool { !frames.isEmpty }

    /// An element that is open.
    private struct Frame {
        var kind: Kind
        var element: GEXFElement

        /// A group only holds others.
        enum Kind { case group, node, edge }
    }

    init(_ input: GraphInput) {
        source = input.content
        parser = XMLPullParser(input.content, from: input.contentStart)
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        guard openDocument("gexf", of: "GEXF", into: &builder) else { return }
        isReadable = true
        beginGroup()
        run(into: &builder)
    }

    mutating func flushGraph(into builder: inout GraphBuilder) {
        graph.settle()
        guard !graph.attributes.isEmpty else { return }
        builder.addUntypedGraph(graph.attributes, at: graph.range)
        graph.attributes = [:]
    }

    // MARK: - Elements

    mutating func begin(into builder: inout GraphBuilder) {
        switch parser.name {
        case "meta": readMeta()
        case "graph": beginGraph(into: &builder)
        case "attributes": declared.read(parser, source, into: &builder)
        case "nodes", "edges", "attvalues", "spells", "parents": beginGroup()
        case "node": frames.append(Frame(kind: .node, element: beginNode()))
        case "edge": frames.append(Frame(kind: .edge, element: beginEdge(into: &builder)))
        case "attvalue": readValue(into: &builder)
        case "spell":
            var spell = GEXFSpell()
            parser.forEachAttribute { _ = spell.take($0, $1) }
            parser.skipElement()
            if let owner { frames[owner].element.spells.append(spell) }
        case "parent":
            let parent = parser.attribute("for") ?? ""
            parser.skipElement()
            if let owner { frames[owner].element.draft.append(.string(parent), to: "parents") }
        case "color", "position", "size", "shape", "thickness": readDrawing()
        default: keepUnknown(into: &builder)
        }
    }

    /// The innermost node or edge that is open.
    private var owner: Int? { frames.lastIndex { $0.kind != .group } }

    private mutating func beginGroup() {
        frames.append(Frame(kind: .group, element: GEXFElement(at: parser.event.range)))
    }

    private mutating func keepUnknown(into builder: inout GraphBuilder) {
        let (name, range) = (parser.name, parser.event.range)
        builder.report(
            .unknownElement, "GEXF has no element `<\(name)>` here; it is kept as text", at: range,
            suggestion: nearestName(to: name, in: ["node", "nodes", "edge", "edges", "attvalue", "spell"]).map
            {
                "did you mean `<\($0)>`?"
            })
        let text = AttributeValue.string(parser.readUnknown(source))
        if let owner { frames[owner].element.draft.add(name, text) } else { graph.add(name, text) }
    }

    /// The document's own title, creator and so on.
    private mutating func readMeta() {
        parser.forEachAttribute { graph.keep($0, $1) }
        let own = parser.depth
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { return }
            guard parser.event.kind == .start else { continue }
            let name = parser.name
            let text = parser.readContent(source).text
            if name == "creator", text == Self.ownName {
                isOwn = true
            } else if isOwn, name == "linkchart", case .object(let attributes)? = CellJSON.value(text) {
                graph.attributes.merge(attributes)
            } else {
                graph.add(name, .string(text))
            }
        }
    }

    private mutating func beginGraph(into builder: inout GraphBuilder) {
        graph.range = parser.event.range
        switch parser.attribute("defaultedgetype")?.lowercased() {
        // Without a word GEXF means undirected.
        case nil, "undirected": isDirected = false
        case "directed", "mutual": isDirected = true
        case let word?:
            isDirected = false
            builder.report(
                .wrongType, "`defaultedgetype` is `directed`, `undirected` or `mutual`, not `\(word)`",
                at: graph.range, suggestion: "taken as undirected")
        }
        if !isDirected { builder.graph.attributes["directed"] = false }
        let format = parser.attribute("timeformat")?.lowercased()
        time.areNumbers = format == nil || format == "double" || format == "integer" || format == "long"
        parser.forEachAttribute { name, value in
            switch name {
            case "defaultedgetype", "idtype", "xmlns": return
            case "mode" where value == "static" || isOwn: return
            case "timeformat" where isOwn: return
            default: graph.keep(name, value)
            }
        }
        beginGroup()
    }

    private func beginNode() -> GEXFElement {
        var node = GEXFElement(at: parser.event.range)
        if let owner, frames[owner].kind == .node, let parent = frames[owner].element.draft.id {
            node.draft.attributes["pid"] = .string(parent)
        }
        parser.forEachAttribute { name, value in
            switch name {
            case "id": node.draft.id = value
            case "label": node.draft.label = value.isEmpty ? nil : value
            case "pid": node.draft.attributes["pid"] = .string(value)
            default: node.takeTime(name, value)
            }
        }
        return node
    }

    private func beginEdge(into builder: inout GraphBuilder) -> GEXFElement {
        var edge = GEXFElement(at: parser.event.range)
        var type: String?
        var isDirected = self.isDirected
        parser.forEachAttribute { name, value in
            switch name {
            case "id": edge.draft.id = value
            case "source": edge.draft.source = value
            case "target": edge.draft.target = value
            case "label": edge.draft.label = value.isEmpty ? nil : value
            case "type": type = value
            case "weight":
                edge.draft.attributes["weight"] = DeclaredType.double.value(value) ?? .string(value)
            default: edge.takeTime(name, value)
            }
        }
        switch type?.lowercased() {
        case nil: break
        case "directed": isDirected = true
        case "undirected": isDirected = false
        case "mutual":
            isDirected = false
            edge.draft.attributes["edgetype"] = "mutual"
        case let word?:
            builder.report(
                .wrongType, "the type of an edge is `directed`, `undirected` or `mutual`, not `\(word)`",
                at: edge.draft.range)
            edge.draft.keep("edgetype", word)
        }
        if isDirected != self.isDirected { edge.draft.attributes["directed"] = .bool(isDirected) }
        return edge
    }

    private mutating func readValue(into builder: inout GraphBuilder) {
        let range = parser.event.range
        var spell = GEXFSpell()
        var id: String?
        var text: String?
        parser.forEachAttribute { name, value in
            switch name {
            case "for", "id": id = value
            case "value": text = value
            default: _ = spell.take(name, value)
            }
        }
        let content = parser.readContent(source).text
        let raw = text ?? content
        guard let id, let owner else {
            builder.report(.missingKey, "an `<attvalue>` needs `for`, and a node or an edge", at: range)
            builder.reportSkipped("value without a name", raw, at: range)
            return
        }
        let element = frames[owner].kind == .edge ? "edge" : "node"
        let declaration = declared[id, of: element]
        if declaration == nil {
            builder.report(
                .badDeclaration,
                "no attribute `\(id)` is declared for \(element)s; the value is kept as a text",
                at: range, suggestion: "declare it in `<attributes class=\"\(element)\">`")
        }
        var value = AttributeValue.string(raw)
        if let type = declaration?.type {
            // An empty number is no number.
            if type.value(raw) == nil, CellValue.trimmed(raw).isEmpty { return }
            if let typed = type.value(raw) {
                value = typed
            } else {
                builder.report(.badValue, "`\(raw)` is no \(type.rawValue); it is kept as a text", at: range)
            }
        }
        let name = declaration?.name ?? id
        if spell.isEmpty {
            frames[owner].element.draft.add(name, value)
        } else {
            var entry: Attributes = ["value": value]
            entry.merge(spell.attributes(areNumbers: time.areNumbers))
            frames[owner].element.addDynamic(name, .object(entry))
        }
    }

    private mutating func readDrawing() {
        let name = parser.name
        var parts: Attributes = [:]
        parser.forEachAttribute { parts[$0] = DeclaredType.double.value($1) ?? .string($1) }
        parser.skipElement()
        guard let owner else { return }
        // A size is one number, a colour several.
        frames[owner].element.drawing[name] =
            parts.count == 1 ? parts["value"] ?? .object(parts) : .object(parts)
    }

    // MARK: - Ends

    mutating func end(into builder: inout GraphBuilder) {
        guard var frame = frames.popLast() else { return }
        switch frame.kind {
        case .group: return
        case .node:
            frame.element.settleNode(time)
            declared.complete(&frame.element.draft.attributes, of: "node")
            let draft = frame.element.draft
            guard let id = draft.id, !id.isEmpty else {
                builder.report(.missingKey, "a `<node>` needs an `id`", at: draft.range)
                builder.reportSkipped("node without an identifier", draft.label ?? "", at: draft.range)
                return
            }
            builder.addUntypedNode(id: id, label: draft.label, draft.attributes, at: draft.range)
        case .edge:
            frame.element.settleEdge(time, isOwn: isOwn, into: &builder)
            declared.complete(&frame.element.draft.attributes, of: "edge")
            let draft = frame.element.draft
            guard draft.source != nil, draft.target != nil else {
                builder.report(.missingKey, "an `<edge>` needs a `source` and a `target`", at: draft.range)
                builder.reportSkipped("edge without its ends", draft.id ?? "", at: draft.range)
                return
            }
            addEdge(draft, into: &builder)
        }
    }
}
