/// Something Graphviz reported about a graph.
public struct GraphvizMessage: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is, as Graphviz grades it.
    public enum Severity: String, Hashable, Sendable {
        /// Drawn nevertheless, though not as written: an unknown shape or colour, a missing port.
        case warning
        /// Not drawn as written. A picture may exist all the same, with a part missing.
        case error
    }

    /// How bad it is.
    public var severity: Severity
    /// What Graphviz said, without the level and the trailing line break.
    public var text: String
    /// Line of the DOT text, counted from 1, where the message names one.
    public var line: Int?

    /// Creates a message.
    public init(severity: Severity, text: String, line: Int? = nil) {
        self.severity = severity
        self.text = text
        self.line = line
    }

    /// Severity and text, as a compiler prints them.
    public var description: String { "\(severity.rawValue): \(text)" }
}

extension GraphvizMessage {
    /// Splits what the shim collected: messages that are each led by a byte with their level.
    ///
    /// - Complexity: O(n) in the length of the text.
    static func messages(in collected: String) -> [GraphvizMessage] {
        var messages: [GraphvizMessage] = []
        var severity: Severity?
        var text = ""
        func finish() {
            guard let severity else { return }
            messages.append(GraphvizMessage(severity: severity, reported: text))
        }
        for scalar in collected.unicodeScalars {
            switch scalar {
            case "\u{1}", "\u{2}":
                finish()
                severity = scalar == "\u{1}" ? .warning : .error
                text = ""
            default: text.unicodeScalars.append(scalar)
            }
        }
        finish()
        return messages
    }

    /// Only messages about syntax count lines of the DOT text; those about HTML labels count the label's lines.
    private init(severity: Severity, reported: String) {
        var text = reported[...]
        while text.last == "\n" || text.last == " " { text.removeLast() }
        var line: Int?
        if text.hasPrefix(Self.syntaxPrefix) {
            text.removeFirst(Self.syntaxPrefix.count)
            line = Self.number(after: " in line ", in: text)
        }
        self.init(severity: severity, text: String(text), line: line)
    }

    /// How libcgraph leads a message about syntax: the name that the shim gave the text.
    private static let syntaxPrefix = "input: "

    private static func number(after mark: String, in text: Substring) -> Int? {
        let bytes = Array(text.utf8)
        let mark = Array(mark.utf8)
        guard bytes.count > mark.count else { return nil }
        for start in 0..<(bytes.count - mark.count) where bytes[start...].starts(with: mark) {
            let digits = bytes[(start + mark.count)...].prefix { (0x30...0x39).contains($0) }
            return Int(String(decoding: digits, as: UTF8.self))
        }
        return nil
    }
}
