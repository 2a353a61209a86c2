/// A document as a tree of scalars, sequences and mappings that know their places, as YAML and JSON give it.
///
/// The tree lies in one array in the order of the text, sixteen bytes an item: a container says where its
/// content ends, a scalar is a slice of the source unless it had escapes. An item is named by its position.
/// A mapping's children are its keys and values in turn; a key is always a scalar, and one that its mapping
/// had before is left out.
final class DocumentTree: Sendable {
    /// What an item is.
    enum Kind: UInt8, Sendable {
        case null, bool, integer, number, string, sequence, mapping, alias
    }

    struct Item: Sendable {
        /// Where it begins in the source, in bytes, with its quotes.
        var offset: UInt32
        /// How long it is there; of a container only the beginning that a diagnostic should mark.
        var length: UInt32
        /// Of a container, the position after its content; of an alias, its target; of a scalar, the
        /// number of its text in `texts` + 1, or 0 if the text is a slice of the source.
        var link: UInt32
        var kind: Kind
        /// How many bytes at each end of the source slice are quotes.
        var quote: UInt8 = 0
        /// Whether it is a key that the mapping had before, or the value of one.
        var isLeftOut = false
    }

    /// Written only while nobody else holds the tree: see ``reclaim()``.
    nonisolated(unsafe) private(set) var items: [Item]
    nonisolated(unsafe) private(set) var texts: [String]
    let source: MappedFile
    /// The one item that holds all others; nil if the document is empty.
    let root: Int?
    /// Where in the source the document begins: its items count from there.
    let base: Int

    init(items: [Item], texts: [String], source: MappedFile, root: Int?, base: Int = 0) {
        self.items = items
        self.texts = texts
        self.source = source
        self.root = root
        self.base = base
    }

    /// Takes the tree's memory for the next one. The tree is empty then, so it must be the caller's alone.
    func reclaim() -> (items: [Item], texts: [String]) {
        var memory: (items: [Item], texts: [String]) = ([], [])
        swap(&memory.items, &items)
        swap(&memory.texts, &texts)
        memory.items.removeAll(keepingCapacity: true)
        memory.texts.removeAll(keepingCapacity: true)
        return memory
    }

    /// What an item is; an alias is what it stands for.
    func kind(_ item: Int) -> Kind { items[resolve(item)].kind }

    /// The item that an alias stands for, or the item itself.
    @inline(__always)
    func resolve(_ item: Int) -> Int {
        items[item].kind == .alias ? Int(items[item].link) : item
    }

    /// Where an item stands in the source.
    func range(_ item: Int) -> SourceRange {
        SourceRange(offset: base + Int(items[item].offset), length: Int(items[item].length))
    }

    /// The text of a scalar as it was written, without quotes and escapes; empty for a container.
    func text(_ item: Int) -> String {
        withText(item) { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the UTF-8 bytes of a scalar's text.
    @inline(__always)
    func withText<Result>(_ item: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let item = items[resolve(item)]
        if item.kind == .sequence || item.kind == .mapping {
            return body(UnsafeBufferPointer(start: nil, count: 0))
        }
        if item.link != 0 {
            var text = texts[Int(item.link) - 1]
            return text.withUTF8(body)
        }
        let start = base + Int(item.offset) + Int(item.quote)
        let end = base + Int(item.offset) + Int(item.length) - Int(item.quote)
        return source.withBytes { body(UnsafeBufferPointer(rebasing: $0[start..<max(start, end)])) }
    }

    /// The position after an item with its content.
    @inline(__always)
    func end(_ item: Int) -> Int {
        switch items[item].kind {
        case .sequence, .mapping: Int(items[item].link)
        default: item + 1
        }
    }

    /// Calls `body` with each element of a sequence.
    @inline(__always)
    func forEachElement(_ sequence: Int, _ body: (Int) -> Void) {
        let sequence = resolve(sequence)
        guard items[sequence].kind == .sequence else { return }
        var element = sequence + 1
        let last = Int(items[sequence].link)
        while element < last {
            body(element)
            element = end(element)
        }
    }

    /// Calls `body` with each key and value of a mapping; of a repeated key only with the first.
    @inline(__always)
    func forEachMember(_ mapping: Int, _ body: (_ key: Int, _ value: Int) -> Void) {
        let mapping = resolve(mapping)
        guard items[mapping].kind == .mapping else { return }
        var key = mapping + 1
        let last = Int(items[mapping].link)
        while key < last {
            let value = key + 1
            if !items[key].isLeftOut { body(key, value) }
            key = end(value)
        }
    }

    /// The value of a mapping's key; nil if it has none.
    func value(_ mapping: Int, _ name: StaticString) -> Int? {
        var found: Int?
        forEachMember(mapping) { key, value in
            if found == nil && isText(key, name) { found = value }
        }
        return found
    }

    /// Whether a scalar's text is this one.
    @inline(__always)
    func isText(_ item: Int, _ text: StaticString) -> Bool {
        withText(item) { bytes in
            guard bytes.count == text.utf8CodeUnitCount else { return false }
            for position in 0..<bytes.count where bytes[position] != text.utf8Start[position] { return false }
            return true
        }
    }
}

/// Something wrong with a document's syntax.
struct DocumentProblem {
    var code: DiagnosticCode
    var message: String
    var range: SourceRange
    var suggestion: String?
}

/// A document under construction.
struct DocumentTape {
    var items: [DocumentTree.Item] = []
    var texts: [String] = []
    var problems: [DocumentProblem] = []
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Whether there are lines before the bytes, so that lines in them can't be told.
    let isPart: Bool

    /// How deep containers may stand in one another, aliases unfolded.
    static let depthLimit = 256
    /// After so many problems of syntax the rest is not worth reading.
    static let problemLimit = 200

    /// - Parameter memory: what an earlier document left, empty.
    init(
        _ bytes: UnsafeBufferPointer<UInt8>, isPart: Bool = false,
        reusing memory: (items: [DocumentTree.Item], texts: [String]) = ([], [])
    ) {
        self.bytes = bytes
        self.isPart = isPart
        items = memory.items
        texts = memory.texts
    }

    var isGivenUp: Bool { problems.count >= Self.problemLimit }

    mutating func report(
        _ code: DiagnosticCode, _ message: String, at offset: Int, length: Int = 1, suggestion: String? = nil
    ) {
        guard !isGivenUp else { return }
        problems.append(
            DocumentProblem(
                code: code, message: message, range: SourceRange(offset: offset, length: length),
                suggestion: suggestion))
    }

    /// Adds a scalar whose text is a slice of the source, within quotes of the given width.
    @discardableResult
    @inline(__always)
    mutating func scalar(_ kind: DocumentTree.Kind, at offset: Int, length: Int, quote: UInt8 = 0) -> Int {
        items.append(
            DocumentTree.Item(
                offset: UInt32(truncatingIfNeeded: offset), length: UInt32(truncatingIfNeeded: length),
                link: 0, kind: kind, quote: quote))
        return items.count - 1
    }

    /// Adds a scalar whose text is not as it stands in the source.
    @discardableResult
    mutating func scalar(_ kind: DocumentTree.Kind, at offset: Int, length: Int, text: String) -> Int {
        let item = scalar(kind, at: offset, length: length)
        texts.append(text)
        items[item].link = UInt32(texts.count)
        return item
    }

    /// Begins a container.
    mutating func open(_ kind: DocumentTree.Kind, at offset: Int, length: Int = 1) -> Int {
        scalar(kind, at: offset, length: length)
    }

    /// Ends a container; of a mapping, leaves out the keys that it has twice.
    mutating func close(_ container: Int) {
        items[container].link = UInt32(items.count)
        if items[container].kind == .mapping { leaveOutDuplicates(container) }
    }

    private mutating func leaveOutDuplicates(_ mapping: Int) {
        var count = 0
        var key = mapping + 1
        while key < items.count {
            count += 1
            if count > 24 { return leaveOutManyDuplicates(mapping) }
            // Few keys are compared with each other, which needs no memory.
            var earlier = mapping + 1
            while earlier < key {
                if !items[earlier].isLeftOut, isSameText(earlier, key) {
                    if !items[key].isLeftOut { leaveOut(key, because: earlier) }
                    break
                }
                earlier = end(ofValue: earlier + 1)
            }
            key = end(ofValue: key + 1)
        }
    }

    private mutating func leaveOutManyDuplicates(_ mapping: Int) {
        var first: [String: Int] = [:]
        var key = mapping + 1
        while key < items.count {
            let name = text(key)
            if let earlier = first[name] {
                if !items[key].isLeftOut { leaveOut(key, because: earlier) }
            } else {
                first[name] = key
            }
            key = end(ofValue: key + 1)
        }
    }

    @inline(__always)
    private func end(ofValue value: Int) -> Int {
        let isContainer = items[value].kind == .sequence || items[value].kind == .mapping
        return isContainer ? Int(items[value].link) : value + 1
    }

    private mutating func leaveOut(_ key: Int, because earlier: Int) {
        items[key].isLeftOut = true
        let places = (Int(items[earlier].offset), Int(items[key].offset))
        var finder = SourcePlaces()
        let line = isGivenUp || isPart ? 0 : finder.place(of: places.0, in: bytes).line
        report(
            .duplicateKey, "the key `\(text(key))` is already there" + (isPart ? "" : " at line \(line)"),
            at: places.1,
            length: Int(items[key].length), suggestion: "the first one counts")
    }

    private func isSameText(_ a: Int, _ b: Int) -> Bool {
        let (first, second) = (items[a], items[b])
        if first.link == 0 && second.link == 0 {
            let lengths = (
                Int(first.length) - 2 * Int(first.quote), Int(second.length) - 2 * Int(second.quote)
            )
            guard lengths.0 == lengths.1 else { return false }
            let starts = (Int(first.offset) + Int(first.quote), Int(second.offset) + Int(second.quote))
            for position in 0..<lengths.0 where bytes[starts.0 + position] != bytes[starts.1 + position] {
                return false
            }
            return true
        }
        return text(a) == text(b)
    }

    /// Whether an item is neither a container nor an alias.
    func isScalar(_ item: Int) -> Bool {
        switch items[item].kind {
        case .sequence, .mapping, .alias: false
        default: true
        }
    }

    /// The text of a scalar.
    func text(_ item: Int) -> String {
        let scalar = items[item].kind == .alias ? items[Int(items[item].link)] : items[item]
        if scalar.link != 0 { return texts[Int(scalar.link) - 1] }
        let start = Int(scalar.offset) + Int(scalar.quote)
        let end = Int(scalar.offset) + Int(scalar.length) - Int(scalar.quote)
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    func finish(_ source: MappedFile, root: Int?, base: Int = 0) -> DocumentTree {
        DocumentTree(items: items, texts: texts, source: source, root: root, base: base)
    }
}
