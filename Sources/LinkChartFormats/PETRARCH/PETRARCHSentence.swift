internal import LinkChartModel

/// A sentence with its codings, as it stands in a file of PETRARCH.
struct PETRARCHSentence {
    private(set) var id: String
    let range: SourceRange
    private(set) var date: RecordedDate?
    private(set) var publisher: String?
    private(set) var text: String?
    private(set) var events: [PETRARCHEvent] = []
    private var attributes: Attributes = [:]

    /// Reads the element that has just begun.
    init(
        _ parser: XMLPullParser, _ source: MappedFile, isFirstPass: Bool, _ builder: inout GraphBuilder
    ) {
        range = parser.event.range
        var id = ""
        var given: [(String, String)] = []
        parser.forEachAttribute { given.append(($0, $1)) }
        for (name, value) in given {
            switch name {
            case "id": id = value
            case "date":
                let date = RecordedDate(normalizing: value)
                if isFirstPass { builder.check(date, value, at: range) }
                self.date = date
            default:
                if name == "source" { publisher = value }
                attributes[name] = .string(value)
            }
        }
        if id.isEmpty {
            id = "sentence at \(parser.offset)"
            if isFirstPass {
                builder.report(
                    .missingKey, "the sentence has no `id`", at: range, suggestion: "it is called `\(id)`",
                    severity: .warning)
            }
        }
        self.id = id
        readContent(parser, source, isFirstPass: isFirstPass, &builder)
    }

    private mutating func readContent(
        _ parser: XMLPullParser, _ source: MappedFile, isFirstPass: Bool, _ builder: inout GraphBuilder
    ) {
        let own = parser.depth
        while parser.next() {
            if parser.event.kind == .end, parser.depth == own { return }
            guard parser.event.kind == .start else { continue }
            switch parser.name {
            case "EventCoding": readCoding(parser, isFirstPass: isFirstPass, &builder)
            case "Text": text = Self.inOneLine(parser.readContent(source).text)
            case let name:
                // The parse, and whatever else a coder adds.
                add(name.lowercased(), .string(Self.inOneLine(parser.readContent(source).text)))
            }
        }
    }

    private mutating func readCoding(
        _ parser: XMLPullParser, isFirstPass: Bool, _ builder: inout GraphBuilder
    ) {
        let range = parser.event.range
        var values: [(String, String)] = []
        parser.forEachAttribute { values.append(($0, $1)) }
        parser.skipElement()
        let codes = ["sourcecode", "targetcode", "eventcode"]
        guard values.contains(where: { codes.contains($0.0) }) else {
            // `noevents` or `error`: what the coder is to find is nothing.
            for (name, value) in values { add(name, .string(value)) }
            return
        }
        let event = PETRARCHEvent("\(id)#\(events.count + 1)", values, at: range)
        if isFirstPass, event.code.isEmpty {
            builder.report(
                .missingKey, "the coding has no `eventcode`", at: range,
                suggestion: "its event is kept without one", severity: .warning)
        }
        events.append(event)
    }

    /// Adds an attribute; of one that is there already both values are kept.
    private mutating func add(_ name: String, _ value: AttributeValue) {
        switch attributes[name] {
        case nil: attributes[name] = value
        case .list(let values)?: attributes[name] = .list(values + [value])
        case let first?: attributes[name] = .list([first, value])
        }
    }

    private static func inOneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    mutating func rename(to id: String) {
        self.id = id
        for position in events.indices { events[position].id = "\(id)#\(position + 1)" }
    }

    /// The date as nodes have it.
    var dateAttributes: Attributes {
        var attributes: Attributes = [:]
        if let text = date?.date?.description { attributes["date"] = .string(text) }
        if let raw = date?.raw { attributes["rawDate"] = .string(raw) }
        return attributes
    }

    /// Adds the sentence itself.
    func addNode(_ kind: KindID, to builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        var record = NodeRecord(id: id, kind: kind)
        record.subtype = "sentence"
        record.isSource = true
        record.attributes = dateAttributes
        record.attributes.merge(attributes)
        if let text { record.attributes["text"] = .string(text) }
        builder.addNode(record, at: range)
    }
}

/// A coded event of a sentence.
struct PETRARCHEvent {
    var id: String
    let range: SourceRange
    private(set) var code = ""
    /// What is said of it beside its actors.
    private(set) var attributes: Attributes = [:]
    private(set) var roles: [EventRole] = []

    init(_ id: String, _ values: [(String, String)], at range: SourceRange) {
        self.id = id
        self.range = range
        code = values.first { $0.0 == "eventcode" }?.1 ?? ""
        let hasPerpetrator = CAMEOEvents.hasPerpetrator(code)
        for (name, value) in values {
            guard name == "sourcecode" || name == "targetcode", let node = Self.actor(value) else {
                attributes[name] = .string(value)
                continue
            }
            let isSource = name == "sourcecode"
            let relation = !hasPerpetrator ? "participant" : isSource ? "perpetratedBy" : "target"
            roles.append(
                EventRole(
                    relation: relation, node: node, attributes: ["role": isSource ? "source" : "target"]))
        }
    }

    /// The actor of a code; nil for the signs that stand for none.
    private static func actor(_ code: String) -> EventNode? {
        if code.allSatisfy({ "-#*".contains($0) }) { return nil }
        if code.hasPrefix("\""), code.hasSuffix("\""), code.count > 2 {
            // A name that the dictionaries do not have.
            let name = String(code.dropFirst().dropLast())
            return EventNode(id: name, kind: .entity, name: name)
        }
        return CAMEOActors.node(code: code, name: nil)
    }

    func name(on date: RecordedDate?) -> String {
        let label = CAMEOEvents.label(of: code) ?? (code.isEmpty ? "Event" : "Event \(code)")
        return date.map { "\(label), \($0)" } ?? label
    }
}
