internal import LinkChartModel

/// A node or an edge of an XML format while its element is read.
struct ElementDraft {
    var id: String?
    var source: String?
    var target: String?
    /// What the format calls it.
    var label: String?
    var attributes: Attributes = [:]
    /// Its first tag.
    var range: SourceRange
    /// More values of names that have one already, or that always have several.
    private var lists: [String: [AttributeValue]] = [:]

    init(at range: SourceRange) { self.range = range }

    /// Adds an attribute; of one that is there already all values are kept, as a list.
    mutating func add(_ name: String, _ value: AttributeValue) {
        guard let known = attributes[name] else {
            attributes[name] = value
            return
        }
        if lists[name] != nil || known != value { lists[name, default: []].append(value) }
    }

    /// Adds to an attribute that is a list even with one value.
    mutating func append(_ value: AttributeValue, to name: String) { lists[name, default: []].append(value) }

    /// The text of an XML attribute, under a name that is still free.
    mutating func keep(_ name: String, _ text: String) {
        var name = name
        while attributes[name] != nil { name += "_" }
        attributes[name] = .string(text)
    }

    /// Makes lists of what has several values; call it when all is read.
    mutating func settle() {
        guard !lists.isEmpty else { return }
        for (name, values) in lists.sorted(by: { $0.key < $1.key }) {
            attributes[name] = .list((attributes[name].map { [$0] } ?? []) + values)
        }
        lists = [:]
    }
}

/// Edges that stand before nodes in their file, so that they have to wait.
struct EdgeQueue {
    private var waiting: [ElementDraft] = []

    mutating func append(_ edge: ElementDraft) { waiting.append(edge) }

    /// Adds all edges that wait to the graph.
    mutating func flush(into builder: inout GraphBuilder) {
        for edge in waiting { Self.add(edge, into: &builder) }
        waiting = []
    }

    static func add(_ edge: ElementDraft, into builder: inout GraphBuilder) {
        guard let source = edge.source, let target = edge.target else { return }
        builder.addUntypedEdge(
            id: edge.id, from: (source, target), label: edge.label, edge.attributes,
            at: EdgePlaces(edge: edge.range))
    }
}

extension XMLPullParser {
    /// The text of the element that has just begun, with its texts only if it has elements within; as the document
    /// has it if it has any.
    ///
    /// - Parameter visit: is called with every element inside.
    func readContent(_ source: MappedFile, visit: (XMLPullParser) -> Void = { _ in }) -> (
        text: String, hasElements: Bool
    ) {
        let own = depth
        let start = event.range.offset + event.range.length
        var text = ""
        var hasElements = false
        while next() {
            switch event.kind {
            case .text: text += self.text
            case .start:
                hasElements = true
                visit(self)
            case .end:
                guard depth == own else { continue }
                guard hasElements else { return (text, false) }
                let end = max(start, event.range.offset)
                let raw = source.withBytes { String(decoding: $0[start..<end], as: UTF8.self) }
                return (CellValue.trimmed(raw), true)
            }
        }
        return (text, hasElements)
    }

    /// What stands in an element that is not known: its text, or the element as the document has it if it has
    /// attributes or elements.
    func readUnknown(_ source: MappedFile) -> String {
        let start = event.range.offset
        var hasAttributes = false
        forEachAttribute { _, _ in hasAttributes = true }
        let (text, hasElements) = readContent(source)
        guard hasAttributes || hasElements else { return text }
        let end = event.range.offset + (event.kind == .end ? event.range.length : 0)
        return source.withBytes { String(decoding: $0[start..<max(start, end)], as: UTF8.self) }
    }

    /// Reports what broke the rules of XML, if anything did.
    func reportProblem(to builder: inout GraphBuilder) {
        guard let problem else { return }
        builder.report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
    }
}

extension MappedFile {
    /// Whether a text of at least four bytes occurs from an offset on, after one of some bytes if any are given.
    ///
    /// - Complexity: linear; one comparison of four bytes at each place.
    func contains(_ text: StaticString, from offset: Int, after preceding: [UInt8] = []) -> Bool {
        let length = text.utf8CodeUnitCount
        let word = UnsafeRawPointer(text.utf8Start).loadUnaligned(as: UInt32.self)
        let needle = UnsafeBufferPointer(start: text.utf8Start, count: length)
        return withBytes { bytes in
            let raw = UnsafeRawBufferPointer(bytes)
            var position = offset
            while position + length <= raw.count {
                if raw.loadUnaligned(fromByteOffset: position, as: UInt32.self) == word,
                    raw[position..<position + length].elementsEqual(needle),
                    preceding.isEmpty || (position > 0 && preceding.contains(raw[position - 1]))
                {
                    return true
                }
                position += 1
            }
            return false
        }
    }

    /// Whether elements of XML of this name begin from an offset on; a text may look like one.
    func mayHaveElements(_ name: StaticString, from offset: Int) -> Bool {
        contains(name, from: offset, after: [0x3C, 0x3A])
    }
}
