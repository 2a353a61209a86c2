public import LinkChartModel

/// Writes JSON (RFC 8259): names in the order they come, UTF-8, shortest digits that round-trip.
///
/// ```swift
/// var json = JSONWriter(style: .compact)
/// json.object {
///     $0.member("id", "ttp")
///     $0.member("score", 0.25)
///     $0.member("aliases") { $0.strings(["TTP"]) }
/// }
/// json.text   // {"id":"ttp","score":0.25,"aliases":["TTP"]}
/// ```
///
/// The caller begins and ends containers in pairs and gives a name before each value of an object; a debug
/// build checks it. With a sink, the bytes go there whenever enough have gathered; call ``finish()`` at the end.
public struct JSONWriter {
    /// How the text is laid out.
    public enum Style: Sendable, Hashable {
        /// Without any white space.
        case compact
        /// Two spaces a level, one value a line.
        case pretty
        /// As `pretty`, but containers at this depth and below stand on one line: a line for each node of
        /// a graph, which is what `diff` likes.
        case rows(depth: Int)
    }

    private(set) var bytes: [UInt8] = []
    private let style: Style
    private let sink: (any OutputSink)?
    private var levels: [Level] = []
    private var failure: FileError?
    private var isAfterName = false
    /// The depth of the outermost container that stands on one line, or 0.
    private var inlineDepth = 0

    private struct Level {
        var isObject: Bool
        var isEmpty = true
    }

    /// A writer that gathers its text, or passes it on to a sink.
    public init(style: Style = .pretty, sink: (any OutputSink)? = nil) {
        self.style = style
        self.sink = sink
    }

    /// What has been written and not passed on to a sink.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Ends the text with a line feed and passes the rest on to the sink.
    ///
    /// - Throws: the first error that the sink had.
    public mutating func finish() throws(FileError) {
        assert(levels.isEmpty, "a container that was begun and not ended")
        bytes.append(0x0A)
        flush()
        if let failure { throw failure }
    }

    // MARK: - Containers

    /// Begins an object, which ``endObject()`` ends.
    public mutating func beginObject() { begin(0x7B, isObject: true) }

    /// Ends the innermost container, an object.
    public mutating func endObject() {
        assert(levels.last?.isObject == true, "the innermost container is no object")
        end(0x7D)
    }

    /// Begins an array, which ``endArray()`` ends.
    public mutating func beginArray() { begin(0x5B, isObject: false) }

    /// Ends the innermost container, an array.
    public mutating func endArray() {
        assert(levels.last?.isObject == false, "the innermost container is no array")
        end(0x5D)
    }

    /// Writes an object whose members `body` writes.
    public mutating func object(_ body: (inout JSONWriter) -> Void) {
        beginObject()
        body(&self)
        endObject()
    }

    /// Writes an array whose elements `body` writes.
    public mutating func array(_ body: (inout JSONWriter) -> Void) {
        beginArray()
        body(&self)
        endArray()
    }

    /// Writes the name of the next value of an object.
    public mutating func name(_ name: some StringProtocol) {
        assert(levels.last?.isObject == true && !isAfterName, "a name outside an object")
        separate()
        appendQuoted(name)
        bytes.append(0x3A)
        if style != .compact { bytes.append(0x20) }
        isAfterName = true
    }

    // MARK: - Values

    /// Writes null.
    public mutating func null() { literal("null") }

    /// Writes true or false.
    public mutating func value(_ value: Bool) { literal(value ? "true" : "false") }

    /// Writes a text.
    public mutating func value(_ value: some StringProtocol) {
        separate()
        appendQuoted(value)
        flushIfLarge()
    }

    /// Writes a whole number.
    public mutating func value(_ value: some FixedWidthInteger) {
        separate()
        append(String(value))
        flushIfLarge()
    }

    /// Writes a number with the fewest digits that read back as the same one; `1e999` for an infinite one,
    /// which every reader of JSON takes for infinite, and null for what is no number.
    public mutating func value(_ value: Double) {
        separate()
        if value.isNaN {
            append("null")
        } else if value.isInfinite {
            append(value < 0 ? "-1e999" : "1e999")
        } else {
            append(value.description)
        }
        flushIfLarge()
    }

    /// Writes an attribute's value.
    public mutating func value(_ value: AttributeValue) {
        switch value {
        case .null: null()
        case .bool(let value): self.value(value)
        case .integer(let value): self.value(value)
        case .number(let value): self.value(value)
        case .string(let value): self.value(value)
        case .list(let values):
            beginArray()
            for value in values { self.value(value) }
            endArray()
        case .object(let attributes): self.value(attributes)
        }
    }

    /// Writes attributes as an object.
    public mutating func value(_ attributes: Attributes) {
        beginObject()
        for (name, value) in attributes {
            self.name(name)
            self.value(value)
        }
        endObject()
    }

    /// Writes whatever knows its own form.
    public mutating func value(_ value: some JSONRepresentable) { value.write(to: &self) }

    /// Writes an array of texts.
    public mutating func strings(_ values: some Sequence<String>) {
        beginArray()
        for value in values { self.value(value) }
        endArray()
    }

    // MARK: - Members

    /// Writes a name and a text, or null.
    public mutating func member(_ name: String, _ value: String?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    /// Writes a name and a whole number, or null.
    public mutating func member(_ name: String, _ value: Int?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    /// Writes a name and a number, or null.
    public mutating func member(_ name: String, _ value: Double?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    /// Writes a name and a truth value, or null.
    public mutating func member(_ name: String, _ value: Bool?) {
        self.name(name)
        if let value { self.value(value) } else { null() }
    }

    /// Writes a name and the value that `body` writes.
    public mutating func member(_ name: String, _ body: (inout JSONWriter) -> Void) {
        self.name(name)
        body(&self)
    }

    // MARK: - Inside

    private mutating func begin(_ bracket: UInt8, isObject: Bool) {
        separate()
        bytes.append(bracket)
        levels.append(Level(isObject: isObject))
        if inlineDepth == 0, case .rows(let depth) = style, levels.count > depth {
            inlineDepth = levels.count
        }
    }

    private mutating func end(_ bracket: UInt8) {
        assert(!isAfterName, "a name without a value")
        let level = levels.removeLast()
        if !level.isEmpty && inlineDepth == 0 { lineFeed() }
        if inlineDepth > levels.count { inlineDepth = 0 }
        bytes.append(bracket)
        flushIfLarge()
    }

    /// The comma and the white space before a value or a name.
    private mutating func separate() {
        if isAfterName {
            isAfterName = false
            return
        }
        guard !levels.isEmpty else { return }
        let position = levels.count - 1
        let isFirst = levels[position].isEmpty
        if !isFirst { bytes.append(0x2C) }
        levels[position].isEmpty = false
        if style == .compact { return }
        if inlineDepth == 0 {
            lineFeed()
        } else if !isFirst {
            bytes.append(0x20)
        }
    }

    private mutating func lineFeed() {
        guard style != .compact else { return }
        bytes.append(0x0A)
        bytes.append(contentsOf: repeatElement(0x20, count: 2 * levels.count))
    }

    private mutating func literal(_ text: String) {
        separate()
        append(text)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func appendQuoted(_ text: some StringProtocol) {
        var text = String(text)
        text.withUTF8 { JSONText.appendQuoted($0, to: &bytes) }
    }

    private mutating func flushIfLarge() {
        if bytes.count >= 1 << 16 && sink != nil { flush() }
    }

    private mutating func flush() {
        guard let sink else { return }
        if failure == nil { failure = sink.failure(writing: bytes) }
        bytes.removeAll(keepingCapacity: true)
    }
}

/// Something that knows its form in JSON.
public protocol JSONRepresentable {
    /// Writes one value.
    func write(to json: inout JSONWriter)
}

extension JSONRepresentable {
    /// The value as a text of its own.
    public func jsonText(style: JSONWriter.Style = .pretty) -> String {
        var json = JSONWriter(style: style)
        write(to: &json)
        return json.text
    }
}
