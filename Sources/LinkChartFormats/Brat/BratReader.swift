internal import LinkChartModel

/// Reads annotations in the standoff format of brat (P. Stenetorp et al., EACL 2012), with the text of the `.txt` beside
/// it.
///
/// Mentions become nodes, those that an `Equiv` joins one; events become Incidents with their arguments' roles;
/// relations become edges. The text is a Document and the source of all claims, with line and characters as locator.
/// `Negation` makes negated claims, `Speculation` alleged ones.
struct BratReader: GraphFormatReader {
    private let input: GraphInput
    private var annotations: BratAnnotations?
    private var text: AnnotatedText?
    /// The identifier of the document, with which those of its nodes begin.
    private let document: String
    private var nodes: [String: NodeIndex] = [:]
    private var modalities: [String: Modality] = [:]

    init(_ input: GraphInput) {
        self.input = input
        let file = String((input.path ?? input.name).split(separator: "/").last ?? "text")
        let ending = file.lastIndex(of: ".") ?? file.endIndex
        document = ending == file.startIndex ? file : String(file[..<ending])
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        annotations = BratAnnotations(input, &builder)
        guard let path = input.path else { return }
        let ending = path.lastIndex(of: ".") ?? path.endIndex
        if let file = try? MappedFile(path: String(path[..<ending]) + ".txt") {
            text = AnnotatedText(file)
        } else {
            builder.report(
                .noText, "there is no `\(document).txt` beside the annotations",
                suggestion: "locators count characters instead of lines")
        }
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let annotations, let entity = builder.untypedKind() else { return }
        let ontology = builder.graph.ontology
        addDocument(ontology.kind(named: "Document") ?? entity, &builder)
        let triggers = Set(annotations.frames.values.compactMap(\.trigger))
        let clusters = BratClusters(annotations, &builder)
        for id in annotations.order {
            if let bound = annotations.textBounds[id] {
                check(bound, id, &builder)
                if triggers.contains(id) || clusters.first(of: id) != id { continue }
                addMention(id, clusters.members(of: id), annotations, &builder)
            } else if let frame = annotations.frames[id], frame.trigger != nil {
                addEvent(id, frame, annotations, ontology.kind(named: "Incident") ?? entity, &builder)
            }
        }
        for (member, first) in clusters.firsts where nodes[member] == nil { nodes[member] = nodes[first] }
        // An event's trigger stands for the event where something is said of it.
        for id in annotations.order {
            if let trigger = annotations.frames[id]?.trigger, nodes[trigger] == nil {
                nodes[trigger] = nodes[id]
            }
        }
        addRemarks(annotations, &builder)
    }

    private func addDocument(_ kind: KindID, _ builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        var record = NodeRecord(id: document, kind: kind)
        record.isSource = true
        if let text { record.attributes["text"] = .string(text.whole) }
        builder.addNode(record, at: nil)
    }

    /// Warns of a mention whose text is not what the document has there.
    private func check(_ bound: BratAnnotations.TextBound, _ id: String, _ builder: inout GraphBuilder) {
        guard let text, !bound.text.isEmpty else { return }
        let pieces = bound.spans.map { text.text($0.start, $0.end) }
        let found = pieces.compactMap(\.self)
        let plain = { (text: String) in text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        guard found.count < pieces.count || plain(found.joined(separator: " ")) != plain(bound.text) else {
            return
        }
        builder.report(
            .textMismatch,
            found.count < pieces.count
                ? "`\(id)` lies beyond the end of the text, which has \(text.count) characters"
                : "the text has `\(found.joined(separator: " "))` where `\(id)` says `\(bound.text)`",
            at: bound.range, suggestion: "are the offsets those of this text, in characters?")
    }

    private mutating func addMention(
        _ id: String, _ members: [String], _ annotations: BratAnnotations, _ builder: inout GraphBuilder
    ) {
        let bounds = members.compactMap { member in annotations.textBounds[member].map { (member, $0) } }
        guard let first = bounds.first?.1 else { return }
        builder.count(nodes: 1)
        let (kind, isOwnName) = builder.kind(ofType: first.type)
        guard let kind else { return }
        let name = first.text.isEmpty ? id : first.text
        var record = NodeRecord(id: "\(document)#\(id)", kind: kind, name: name)
        for (_, bound) in bounds where !bound.text.isEmpty && bound.text != name {
            if !record.aliases.contains(bound.text) { record.aliases.append(bound.text) }
        }
        if !isOwnName {
            record.attributes["rawKind"] = .string(first.type)
            builder.reportKind(first.type, kind, at: first.range)
        }
        record.attributes["mentions"] = .list(bounds.map { mention($0.0, $0.1) })
        nodes[id] = builder.addNode(record, at: first.range)
    }

    /// Where and how a mention stands.
    private func mention(_ id: String, _ bound: BratAnnotations.TextBound) -> AttributeValue {
        var mention: Attributes = ["id": .string(id), "type": .string(bound.type)]
        mention["spans"] = .list(
            bound.spans.map { .list([.integer(Int64($0.start)), .integer(Int64($0.end))]) })
        mention["text"] = .string(bound.text)
        return .object(mention)
    }

    private mutating func addEvent(
        _ id: String, _ frame: BratAnnotations.Frame, _ annotations: BratAnnotations, _ kind: KindID,
        _ builder: inout GraphBuilder
    ) {
        builder.count(nodes: 1)
        let trigger = frame.trigger.flatMap { annotations.textBounds[$0] }
        var record = NodeRecord(id: "\(document)#\(id)", kind: kind)
        record.name = trigger.flatMap { $0.text.isEmpty ? nil : $0.text }
        record.subtype = frame.type
        if let trigger, let triggerID = frame.trigger {
            record.attributes["trigger"] = mention(triggerID, trigger)
        }
        if trigger == nil { reportMissing(frame.trigger ?? "", annotations, at: frame.range, &builder) }
        nodes[id] = builder.addNode(record, at: frame.range)
    }

    private func reportMissing(
        _ id: String, _ annotations: BratAnnotations, at range: SourceRange, _ builder: inout GraphBuilder
    ) {
        builder.report(
            .noSuchNode, "there is no annotation `\(id)`", at: range,
            suggestion: nearestName(to: id, in: annotations.order).map { "did you mean `\($0)`?" })
    }

    // MARK: - Remarks

    /// Adds what is said of annotations to their nodes, and notes what it means for their claims.
    private mutating func addRemarks(_ annotations: BratAnnotations, _ builder: inout GraphBuilder) {
        for remark in annotations.remarks {
            note(remark)
            // What is said of a relation waits for its edge.
            if annotations.frames[remark.target].map({ $0.trigger == nil }) ?? false { continue }
            guard let node = nodes[remark.target] ?? builder.graph.node(id: document) else { continue }
            if nodes[remark.target] == nil {
                if remark.sort != "#" {
                    reportMissing(remark.target, annotations, at: remark.range, &builder)
                }
            }
            var attributes = builder.graph.attributes(of: node)
            Self.add(remark, to: &attributes)
            var aliases = builder.graph.aliases(of: node)
            if remark.sort == "N", nodes[remark.target] != nil, !remark.text.isEmpty,
                remark.text != builder.graph.name(of: node), !aliases.contains(remark.text)
            {
                aliases.append(remark.text)
            }
            builder.graph.updateNode(node, aliases: aliases, attributes: attributes)
        }
    }

    private mutating func note(_ remark: BratAnnotations.Remark) {
        guard remark.sort == "A" || remark.sort == "M" else { return }
        switch (foldedKey(remark.name), foldedKey(remark.value)) {
        case ("negation", _), ("negated", _), ("polarity", "negative"): modalities[remark.target] = .negated
        case ("speculation", _), ("uncertain", _), ("uncertainty", _), ("modality", "speculated"):
            // What is both denied and doubted is denied.
            if modalities[remark.target] == nil { modalities[remark.target] = .alleged }
        default: break
        }
    }

    private static func add(_ remark: BratAnnotations.Remark, to attributes: inout Attributes) {
        let name: String
        let value: AttributeValue
        switch remark.sort {
        case "N":
            // `Wikidata:Q1` is an identifier in another collection.
            let parts = remark.value.split(separator: ":", maxSplits: 1).map(String.init)
            name = parts.count == 2 ? parts[0] : remark.name
            value = .string(parts.count == 2 ? parts[1] : remark.value)
        case "#":
            name = remark.name == "AnnotatorNotes" ? "notes" : remark.name
            value = .string(remark.text.isEmpty ? remark.value : remark.text)
        default:
            name = remark.name
            value = remark.value.isEmpty ? true : .string(remark.value)
        }
        switch attributes[name] {
        case nil: attributes[name] = value
        case .list(let values)?: attributes[name] = .list(values + [value])
        case let first?: if first != value { attributes[name] = .list([first, value]) }
        }
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let annotations else { return }
        let source = builder.graph.node(id: document)
        for id in annotations.order {
            guard let frame = annotations.frames[id] else { continue }
            if frame.trigger == nil {
                addRelation(id, frame, annotations, source, &builder)
            } else if let event = nodes[id] {
                for (role, target) in frame.arguments {
                    guard let node = nodes[target] else {
                        reportMissing(target, annotations, at: frame.range, &builder)
                        builder.reportSkipped(
                            "argument that is not there", "\(role):\(target)", at: frame.range)
                        continue
                    }
                    let claim = claim(on: id, frame, [frame.trigger, target], annotations, source)
                    let relation = Self.relation(ofRole: role, from: event, to: node, builder)
                    builder.addStatedEdge(
                        relation, from: event, to: node,
                        attributes: relation == role ? [:] : ["role": .string(role)], claims: [claim],
                        at: frame.range)
                }
            }
        }
        self.annotations = nil
    }

    private func addRelation(
        _ id: String, _ frame: BratAnnotations.Frame, _ annotations: BratAnnotations, _ source: NodeIndex?,
        _ builder: inout GraphBuilder
    ) {
        let ends = frame.arguments.prefix(2).map(\.target)
        let missing = ends.first { nodes[$0] == nil }
        guard missing == nil, let from = nodes[ends[0]], let to = nodes[ends[1]] else {
            reportMissing(missing ?? "", annotations, at: frame.range, &builder)
            builder.reportSkipped(
                "relation with an end that is not there", "\(id) \(frame.type)", at: frame.range)
            return
        }
        var attributes: Attributes = ["id": .string(id)]
        for (role, target) in frame.arguments.dropFirst(2) { attributes[role] = .string(target) }
        for remark in annotations.remarks where remark.target == id { Self.add(remark, to: &attributes) }
        let claim = claim(on: id, frame, ends, annotations, source)
        builder.addStatedEdge(
            frame.type, from: from, to: to, attributes: attributes, claims: [claim], at: frame.range)
    }

    /// What the document says: from the first to the last of some annotations.
    private func claim(
        on id: String, _ frame: BratAnnotations.Frame, _ ends: [String?], _ annotations: BratAnnotations,
        _ source: NodeIndex?
    ) -> Claim {
        var spans: [BratAnnotations.Span] = []
        for end in ends.compactMap(\.self) {
            let trigger = annotations.frames[end]?.trigger ?? end
            spans += annotations.textBounds[trigger]?.spans ?? []
        }
        var claim = Claim(source: source.map { .node($0) }, modality: modalities[id] ?? .asserted)
        if let start = spans.map(\.start).min(), let end = spans.map(\.end).max() {
            claim.locator = Locator(text?.locator(start, end) ?? "characters \(start)-\(end)")
            claim.statement = text?.text(start, end)
        }
        return claim
    }

    /// The relation of an argument's role: one of those that incidents have, if it fits, else the role itself.
    private static func relation(
        ofRole role: String, from event: NodeIndex, to node: NodeIndex, _ builder: GraphBuilder
    ) -> String {
        var key = foldedKey(role)
        if key.hasSuffix("arg") { key.removeLast(3) }
        while let last = key.last, last.isNumber { key.removeLast() }
        guard let name = roles[key], let relation = builder.graph.ontology.relation(named: name),
            builder.graph.ontology.allows(
                builder.graph.kind(of: event), relation, builder.graph.kind(of: node))
        else { return role }
        return name
    }

    private static let roles = [
        "place": "occurredIn", "location": "occurredIn", "attacker": "perpetratedBy",
        "agent": "perpetratedBy",
        "perpetrator": "perpetratedBy", "victim": "victim", "target": "target", "instrument": "usesMeans",
        "weapon": "usesMeans", "participant": "participant",
    ]
}
