internal import CExpat

/// The events of one piece of a document, as expat's functions gather them.
struct XMLEventQueue {
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    var events: [XMLPullParser.Event] = []
    var attributes: [Attribute] = []
    private(set) var problem: DocumentProblem?
    /// Whether there is a problem.
    private var isStopped = false
    /// Where the elements begin that have begun and not ended.
    var open: [Int] = []
    var start = 0
    var parser: XML_Parser?
    var source: MappedFile?

    /// The names, values and texts, one after another.
    private(set) var bytes: [UInt8] = []
    private var blank: [UInt8] = []
    private var last: XMLPullParser.Kind?
    private var hasForeignPart = false
    private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    mutating func clear() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    /// Makes expat call this queue while a piece is parsed.
    func install(_ pointer: UnsafeMutablePointer<XMLEventQueue>) {
        guard let parser else { return }
        XML_SetUserData(parser, pointer)
        XML_SetElementHandler(
            parser,
            { data, name, attributes in
                guard let name, let queue = XMLEventQueue.queue(data) else { return }
                queue.pointee.begin(name, attributes)
            },
            { data, name in
                guard let name, let queue = XMLEventQueue.queue(data) else { return }
                queue.pointee.end(name)
            })
        XML_SetCharacterDataHandler(parser) { data, text, count in
            guard let text, let queue = XMLEventQueue.queue(data) else { return }
            queue.pointee.add(UnsafeRawBufferPointer(start: text, count: Int(count)))
        }
        XML_SetEntityDeclHandler(parser) { data, name, _, _, _, _, systemID, _, _ in
            guard let queue = XMLEventQueue.queue(data) else { return }
            queue.pointee.refuse(entity: name, isExternal: systemID != nil)
        }
        XML_SetStartDoctypeDeclHandler(parser) { data, _, systemID, _, hasInternal in
            guard let queue = XMLEventQueue.queue(data) else { return }
            if systemID != nil || hasInternal != 0 { queue.pointee.hasForeignPart = true }
        }
        XML_SetSkippedEntityHandler(parser) { data, name, _ in
            guard let name, let queue = XMLEventQueue.queue(data) else { return }
            queue.pointee.refuse(entity: name, isExternal: true)
        }
    }

    private static func queue(_ data: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<XMLEventQueue>? {
        guard let queue = data?.assumingMemoryBound(to: XMLEventQueue.self), !queue.pointee.isStopped else {
            return nil
        }
        return queue
    }

    // MARK: - What expat finds

    private var offset: Int { start + Int(XML_GetCurrentByteIndex(parser)) }

    private mutating func begin(
        _ name: UnsafePointer<CChar>, _ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        blank.removeAll(keepingCapacity: true)
        let range = SourceRange(offset: offset, length: Int(XML_GetCurrentByteCount(parser)))
        let written = Self.bytes(name)
        open.append(range.offset)
        guard open.count <= XMLPullParser.depthLimit else {
            return stop(
                DocumentProblem(
                    code: .tooDeep, message: "elements nested more than \(XMLPullParser.depthLimit) deep",
                    range: range, suggestion: "the rest of the file is not read"))
        }
        if hasForeignPart, let entity = foreignEntity(in: range) {
            return refuse(name: entity.name, isExternal: true, at: entity.range)
        }
        let local = append(Self.localPart(written))
        let first = attributes.count
        if var list {
            while let name = list[0], let value = list[1] {
                attributes.append(Attribute(name: append(Self.bytes(name)), value: append(Self.bytes(value))))
                list += 2
            }
        }
        events.append(.init(kind: .start, content: local, attributes: first..<attributes.count, range: range))
        last = .start
    }

    private mutating func end(_ name: UnsafePointer<CChar>) {
        // White space means something only where it is all that an element has.
        if !blank.isEmpty, last == .start { appendText(UnsafeRawBufferPointer(start: nil, count: 0)) }
        blank.removeAll(keepingCapacity: true)
        if !open.isEmpty { open.removeLast() }
        let range = SourceRange(offset: offset, length: Int(XML_GetCurrentByteCount(parser)))
        let local = append(Self.localPart(Self.bytes(name)))
        events.append(.init(kind: .end, content: local, attributes: 0..<0, range: range))
        last = .end
    }

    private mutating func add(_ text: UnsafeRawBufferPointer) {
        if last != .text, text.allSatisfy({ $0 <= 0x20 }) {
            blank.append(contentsOf: text)
            return
        }
        appendText(text)
    }

    private mutating func appendText(_ text: UnsafeRawBufferPointer) {
        if last == .text, let event = events.last, event.kind == .text,
            event.content.upperBound == bytes.count
        {
            bytes.append(contentsOf: text)
            events[events.count - 1].content = event.content.lowerBound..<bytes.count
            return
        }
        let begin = bytes.count
        bytes.append(contentsOf: blank)
        bytes.append(contentsOf: text)
        let range = SourceRange(offset: offset, length: min(text.count, 40))
        events.append(.init(kind: .text, content: begin..<bytes.count, attributes: 0..<0, range: range))
        blank.removeAll(keepingCapacity: true)
        last = .text
    }

    private mutating func refuse(entity name: UnsafePointer<CChar>?, isExternal: Bool) {
        refuse(
            name: name.map { String(cString: $0) } ?? "", isExternal: isExternal,
            at: SourceRange(offset: offset, length: 1))
    }

    private mutating func refuse(name: String, isExternal: Bool, at range: SourceRange) {
        stop(
            DocumentProblem(
                code: .refusedEntity,
                message: isExternal
                    ? "the entity `\(name)` refers to something outside the file"
                    : "the file declares the entity `\(name)`", range: range,
                suggestion: "entities are never read, as they can hide other files and unfold without end; "
                    + "write the text itself"))
    }

    private mutating func stop(_ problem: DocumentProblem) {
        self.problem = problem
        isStopped = true
        XML_StopParser(parser, 0)
    }

    /// A reference in a tag to an entity that only a part outside the file could declare: expat leaves it out in
    /// silence.
    private func foreignEntity(in range: SourceRange) -> (name: String, range: SourceRange)? {
        source?.withBytes { bytes in
            let tag = bytes[range.offset..<min(bytes.count, range.offset + range.length)]
            var rest = tag
            while let start = rest.firstIndex(of: 0x26) {
                rest = rest[(start + 1)...]
                guard rest.first != 0x23, let end = rest.firstIndex(of: 0x3B) else { continue }
                let name = String(decoding: rest[..<end], as: UTF8.self)
                if !Self.entities.contains(name) {
                    return (name, SourceRange(offset: start, length: end - start + 1))
                }
            }
            return nil
        }
    }

    // MARK: - Bytes

    private mutating func append(_ text: UnsafeRawBufferPointer) -> Range<Int> {
        let begin = bytes.count
        bytes.append(contentsOf: text)
        return begin..<bytes.count
    }

    private static func bytes(_ text: UnsafePointer<CChar>) -> UnsafeRawBufferPointer {
        var count = 0
        while text[count] != 0 { count += 1 }
        return UnsafeRawBufferPointer(start: text, count: count)
    }

    private static func localPart(_ name: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        guard let colon = name.lastIndex(of: 0x3A) else { return name }
        return UnsafeRawBufferPointer(rebasing: name[(colon + 1)...])
    }
}
