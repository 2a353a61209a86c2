/// The beginning of a content, as formats are recognised by it.
struct FormatHead: Sendable {
    /// The first kilobytes, without a byte order mark.
    let text: String
    /// The lines that are not blank, without the blanks around them.
    let lines: [Substring]
    /// The first line that is no comment of an edge list or a table.
    let firstRow: Substring?

    private static let size = 1 << 14

    init(_ bytes: some Sequence<UInt8>) {
        var head = Array(bytes.prefix(Self.size))
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head.removeFirst(3) }
        text = String(decoding: head, as: UTF8.self)
        lines = text.split(whereSeparator: \.isNewline).map { Self.trimmed($0) }.filter { !$0.isEmpty }
        firstRow = lines.first { !Self.isComment($0) }
    }

    /// Whether the content is JSON, or a line of it is.
    var isJSON: Bool { lines.first.map { $0.hasPrefix("{") || $0.hasPrefix("[") } ?? false }

    /// Whether every line is a JSON value of its own, as far as is seen: there are two that begin like the first.
    var isJSONLines: Bool {
        guard isJSON, lines.count > 1, let opening = lines[0].first else { return false }
        return lines[0].count > 1 && (lines[0].last == "}" || lines[0].last == "]")
            && lines[1].first == opening
    }

    /// Whether a JSON key stands anywhere in it.
    func hasKey(_ key: String) -> Bool { text.contains("\"\(key)\"") }

    /// Whether it is XML with this element.
    func hasElement(_ name: String) -> Bool {
        guard lines.first?.hasPrefix("<") == true else { return false }
        return text.contains("<\(name)") || text.contains(":\(name) ") || text.contains(":\(name)>")
    }

    /// The rows of a table, without comments.
    var rows: [Substring] { lines.filter { !Self.isComment($0) } }

    /// The first of the formats that the content looks like.
    func format(among formats: [GraphFormat]) -> GraphFormat? {
        guard !lines.isEmpty else { return nil }
        return GraphFormat.recognitionOrder.first { formats.contains($0) && $0.traits.recognises(self) }
    }

    private static func isComment(_ line: Substring) -> Bool { line.hasPrefix("#") || line.hasPrefix("%") }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line.drop { $0 == " " || $0 == "\t" }
        while let last = line.last, last == " " || last == "\t" { line.removeLast() }
        return line
    }
}
