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
        var content: Range<Int>
        var attributes: Range<Int>
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
    var name: String { Self.text(event.content, queue.bytes) }

    /// The text.
    var text: String { Self.text(event.content, queue.bytes) }

    /// Whether the element has this name.
    @inline(__always)
    func isNamed(_ name: StaticString) -> Bool { Self.isEqual(event.content, queue.bytes, name) }

    /// The value of an attribute; nil if there is none of that name.
    func attribute(_ name: StaticString) -> String? {
        let (attributes, bytes) = (queue.attributes, queue.bytes)
        for position in event.attributes where Self.isEqual(attributes[position].name, bytes, name) {
            return Self.text(attributes[position].value, bytes)
        }
        return nil
    }

    /// Calls `body` with the name, as it is written, and the value of each attribute.
    func forEachAttribute(_ body: (_ name: String, _ value: String) -> Void) {
        let (attributes, bytes) = (queue.attributes, queue.bytes)
        for position in event.attributes {
            body(Self.text(attributes[position].name, bytes), Self.text(attributes[position].value, bytes))
        }
    }

    // The queue is large: only the parts that are needed are handed on.

    @inline(__always)
    private static func text(_ range: Range<Int>, _ bytes: [UInt8]) -> String {
        bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
    }

    @inline(__always)
    private static func isEqual(_ range: Range<Int>, _ bytes: [UInt8], _ name: StaticString) -> Bool {
        guard range.count == name.utf8CodeUnitCount else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            for position in 0..<range.count
            where bytes[range.lowerBound + position] != name.utf8Start[position] {
                return false
            }
            return true
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
