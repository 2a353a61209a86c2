internal import CExpat

/// Gives the elements and texts of an XML document one after another, as the expat library finds them.
///
/// The document is fed in pieces, so that memory stays in proportion to the longest element's tag. Names lose their
/// namespace's prefix: graph formats are told by their elements, and many files forget to declare `viz:` or `y:`.
///
/// Nothing outside the document is ever read: a document that declares entities is refused, which also does away with
/// those that unfold to gigabytes, and so is one that nests too deeply. What is wrong stands in ``problem``, after
/// which there are no more events: the rules of XML allow no guess about the rest.
final class XMLPullParser {
    /// What an event is.
    enum Kind { case start, end, text }

    /// Something that stands in the document.
    struct Event {
        var kind: Kind
        /// The element's name without its prefix, or the text.
        fileprivate var content: Range<Int>
        fileprivate var attributes: Range<Int>
        /// Where it stands: a tag as a whole, the beginning of a text.
        var range: SourceRange
    }

    /// How deep elements may stand in one another.
    static let depthLimit = 256
    /// A tag, a comment or a processing instruction longer than this is not read.
    static let tokenLimit = 64 << 20

    /// The event that ``next()`` gave last.
    private(set) var event: Event
    /// How many elements are open; the one that begins or ends counts.
    private(set) var depth = 0
    /// What is wrong with the document; nil if nothing is, as far as it has been read.
    private(set) var problem: DocumentProblem?

    private let source: MappedFile
    private let parser: XML_Parser?
    private var fed: Int
    private var step = XMLPullParser.usualStep
    private var isFinished = false
    private var isRepeated = false
    private var queue = XMLEventQueue()
    private var position = 0
    private static let usualStep = 1 << 16

    /// A parser of a document.
    ///
    /// - Parameter start: where the document begins, after a byte order mark.
    init(_ source: MappedFile, from start: Int) {
        self.source = source
        fed = start
        queue.start = start
        event = Event(kind: .text, content: 0..<0, attributes: 0..<0, range: SourceRange(offset: start))
        // The text is UTF-8 by now, whatever its declaration says.
        parser = XML_ParserCreate("UTF-8")
        queue.source = source
        queue.parser = parser
    }

    deinit { if let parser { XML_ParserFree(parser) } }

    /// Goes on to the next event; false at the end and after a problem.
    func next() -> Bool {
        if isRepeated {
            isRepeated = false
            return true
        }
        if event.kind == .end, depth > 0 { depth -= 1 }
        while position == queue.events.count {
            guard !isFinished else { return false }
            feed()
        }
        event = queue.events[position]
        position += 1
        if event.kind == .start { depth += 1 }
        return true
    }

    /// Makes ``next()`` give the same event once more.
    func putBack() { isRepeated = true }

    /// Where the last event begins.
    var offset: Int { event.range.offset }

    // MARK: - The event's parts

    /// The element's name without its prefix.
    var name: String { queue.text(event.content) }

    /// The text.
    var text: String { queue.text(event.content) }

    /// Whether the element has this name.
    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool { queue.equals(event.content, name) }

    /// The value of an attribute; nil if there is none of that name.
    func attribute(_ name: StaticString) -> String? {
        for position in event.attributes where queue.equals(queue.attributes[position].name, name) {
            return queue.text(queue.attributes[position].value)
        }
        return nil
    }

    /// Calls `body` with the name, as it is written, and the value of each attribute.
    func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
        for position in event.attributes {
            let attribute = queue.attributes[position]
            body(queue.text(attribute.name), queue.text(attribute.value))
        }
    }

    /// Goes past the element that has just begun, with all that is in it.
    func skipElement() {
        let own = depth
        while next() { if event.kind == .end, depth == own { return } }
    }

    // MARK: - Feeding

    private func feed() {
        guard let parser else {
            isFinished = true
            return
        }
        queue.clear()
        position = 0
        let before = fed
        let end = min(source.count, fed + step)
        let status = source.withBytes { bytes -> XML_Status in
            let piece = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[before..<end])
            return withUnsafeMutablePointer(to: &queue) { queue in
                queue.pointee.install(queue)
                return XML_Parse(
                    parser, piece.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(piece.count),
                    end == source.count ? 1 : 0)
            }
        }
        fed = end
        if status == XML_STATUS_ERROR {
            isFinished = true
            problem = queue.problem ?? XMLProblems.problem(of: parser, queue: queue)
            return
        }
        if end == source.count {
            isFinished = true
            return
        }
        // A token that goes over many pieces is scanned anew with each: larger pieces keep that linear.
        let consumed = queue.start + Int(XML_GetCurrentByteIndex(parser))
        if fed - consumed > Self.tokenLimit {
            isFinished = true
            problem = DocumentProblem(
                code: .tooLong, message: "a tag, a comment or a declaration of more than 64 MiB",
                range: SourceRange(offset: consumed, length: 1),
                suggestion: "the rest of the file is not read")
        }
        step = queue.events.isEmpty ? min(step * 2, 1 << 28) : Self.usualStep
    }
}

/// The events of one piece of a document, as expat's functions gather them.
struct XMLEventQueue {
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    var events: [XMLPullParser.Event] = []
    var attributes: [Attribute] = []
    var problem: DocumentProblem?
    /// Where the elements begin that have begun and not ended.
    var open: [Int] = []
    var start = 0
    var parser: XML_Parser?
    var source: MappedFile?

    private var bytes: [UInt8] = []
    private var blank: [UInt8] = []
    private var last: XMLPullParser.Kind?
    private var hasForeignPart = false
    private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "apos"]

    mutating func clear() {
        events.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    @inline(__always)
    func equals(_ range: Range<Int>, _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount).elementsEqual(
            bytes[range])
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
        guard let queue = data?.assumingMemoryBound(to: XMLEventQueue.self), queue.pointee.problem == nil
        else {
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
