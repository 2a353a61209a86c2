internal import LinkChartModel

/// Reads sentences with coded events as the PETRARCH coders have them: XML with `<Sentence>`, in it `<EventCoding>` with
/// the codes of CAMEO, `<Text>` and `<Parse>`.
///
/// A sentence becomes a Document, with its text and parse; each of its codings becomes an Incident, whose roles the
/// sentence states. That a sentence has no events, or an error, stays with it.
struct PETRARCHReader: GraphFormatReader {
    private let input: GraphInput
    private var actors = EventNodes()
    private var isReadable = true

    init(_ input: GraphInput) { self.input = input }

    mutating func readHeader(into builder: inout GraphBuilder) {
        let parser = XMLPullParser(input.content, from: input.contentStart)
        guard parser.next() else {
            parser.reportProblem(to: &builder)
            isReadable = false
            return
        }
        guard Self.containers.contains(parser.name) || parser.isNamed("Sentence") else {
            builder.report(
                .wrongType, "these are no PETRARCH records: the outermost element is `<\(parser.name)>`",
                at: parser.event.range)
            isReadable = false
            return
        }
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard isReadable, let entity = builder.untypedKind() else { return }
        let ontology = builder.graph.ontology
        actors.prepare(ontology, otherwise: entity)
        let kinds = (
            document: ontology.kind(named: "Document") ?? entity,
            incident: ontology.kind(named: "Incident") ?? entity
        )
        var actors = self.actors
        forEachSentence(isFirstPass: true, &builder) { sentence, builder in
            sentence.addNode(kinds.document, to: &builder)
            for event in sentence.events {
                builder.count(nodes: 1)
                var record = NodeRecord(
                    id: event.id, kind: kinds.incident, name: event.name(on: sentence.date))
                record.subtype = CAMEOEvents.label(of: event.code)
                record.attributes = sentence.dateAttributes
                record.attributes.merge(event.attributes)
                builder.addNode(record, at: event.range)
                for role in event.roles { actors.add(role.node, at: event.range, to: &builder) }
            }
        }
        actors.settleNames(in: &builder)
        self.actors = actors
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard isReadable else { return }
        actors.addLinks(to: &builder)
        let actors = self.actors
        forEachSentence(isFirstPass: false, &builder) { sentence, builder in
            let claim = Claim(
                claimant: sentence.publisher.map { .named($0) },
                source: builder.graph.node(id: sentence.id).map { .node($0) }, statement: sentence.text)
            for event in sentence.events {
                guard let incident = builder.graph.node(id: event.id) else { continue }
                for role in event.roles {
                    actors.add(role, of: incident, [claim], at: event.range, to: &builder)
                }
            }
        }
        self.actors = EventNodes()
    }

    // MARK: - Sentences

    private static let containers: Set<String> = ["Validation", "Sentences", "Stories", "Story"]

    /// Calls `body` with each sentence; what is wrong is told in the first pass only.
    private func forEachSentence(
        isFirstPass: Bool, _ builder: inout GraphBuilder,
        _ body: (PETRARCHSentence, inout GraphBuilder) -> Void
    ) {
        let parser = XMLPullParser(input.content, from: input.contentStart)
        var ids: [String: Int] = [:]
        while parser.next() {
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("Sentence") {
                var sentence = PETRARCHSentence(parser, input.content, isFirstPass: isFirstPass, &builder)
                let count = ids[sentence.id, default: 0] + 1
                ids[sentence.id] = count
                if count > 1 {
                    let id = "\(sentence.id)-\(count)"
                    if isFirstPass {
                        builder.report(
                            .duplicateNode, "a sentence `\(sentence.id)` is already there",
                            at: sentence.range, suggestion: "this one is called `\(id)`", severity: .warning)
                    }
                    sentence.rename(to: id)
                }
                body(sentence, &builder)
            } else if parser.isNamed("Environment") {
                let settings = settings(parser)
                if isFirstPass { builder.graph.attributes.merge(["environment": .object(settings)]) }
            } else if !Self.containers.contains(parser.name) {
                if isFirstPass {
                    builder.reportSkipped("element `\(parser.name)`", parser.name, at: parser.event.range)
                }
                parser.skipElement()
            }
        }
        if isFirstPass { parser.reportProblem(to: &builder) }
    }

    /// What the file tells the coder to use.
    private func settings(_ parser: XMLPullParser) -> Attributes {
        var settings: Attributes = [:]
        let own = parser.depth
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { break }
            guard parser.event.kind == .start else { continue }
            var name = parser.name
            var values: [String] = []
            parser.forEachAttribute { key, value in
                if key == "option" { name += "." + value } else { values.append(value) }
            }
            let text = CellValue.trimmed(parser.readContent(input.content).text)
            settings[name] = .string(([text] + values).filter { !$0.isEmpty }.joined(separator: " "))
        }
        return settings
    }
}
