import Yams

/// What Yams says of an error, in a sentence and with what to do about it.
struct YAMLSyntaxError {
    let problem: DocumentProblem

    /// - Parameter count: the source's length in bytes.
    init(_ error: YamlError, marks: inout YAMLMarks, count: Int) {
        let text: String
        var offset = 0
        var context: YamlError.Context?
        switch error {
        case .scanner(let found, let problem, let mark, _), .parser(let found, let problem, let mark, _),
            .composer(let found, let problem, let mark, _):
            text = problem
            offset = marks.offset(of: mark)
            context = found
        case .reader(let problem, _, _, _): text = problem
        case .memory: text = "there is not enough memory"
        default: text = "\(error)"
        }
        let begin = context.map { marks.offset(of: $0.mark) }
        let isAtEnd = offset >= count && count > 0
        var message = Self.sentences.first { text.contains($0.part) }?.message ?? text
        if isAtEnd, let begin, begin < count, let what = Self.opened(context?.text ?? "") {
            message = "the file ends before the \(what) is closed"
            problem = DocumentProblem(
                code: .truncatedFile, message: message, range: SourceRange(offset: begin, length: 1),
                suggestion: "was the file cut off?")
            return
        }
        if let begin, begin != offset, let what = Self.opened(context?.text ?? "") {
            // The place where the error shows may be far from what was left open.
            message += " (in the \(what) that begins at line \(context?.mark.line ?? 0))"
        }
        problem = DocumentProblem(
            code: isAtEnd ? .truncatedFile : text.lowercased().contains("maximum") ? .tooDeep : .syntaxError,
            message: message,
            range: SourceRange(offset: offset, length: 1),
            suggestion: Self.sentences.first { text.contains($0.part) }?.suggestion)
    }

    private static func opened(_ context: String) -> String? {
        if context.contains("flow mapping") { return "`{`" }
        if context.contains("flow sequence") { return "`[`" }
        if context.contains("quoted scalar") { return "quote" }
        return nil
    }

    private static let sentences: [(part: String, message: String, suggestion: String?)] = [
        ("Maximum nesting level", "the document is nested too deeply", nil),
        (
            "mapping values are not allowed", "a value can't hold `: ` here",
            "put quotes around it, or check the indentation"
        ),
        ("could not find expected ':'", "expected `:` after the key", nil),
        ("did not find expected key", "expected a key here", "check the indentation, and the quotes above"),
        (
            "did not find expected '-' indicator", "expected `- ` here",
            "check the indentation, and the quotes above"
        ),
        (
            "did not find expected ',' or '}'", "expected `,` or `}`",
            "is a comma missing, or quotes around a text with `,`, `{` or `}`?"
        ),
        (
            "did not find expected ',' or ']'", "expected `,` or `]`",
            "is a comma missing, or quotes around a text with `,`, `[` or `]`?"
        ),
        (
            "found character that cannot start any token", "this character can't begin a value",
            "put quotes around the value; a tab can't indent a line"
        ),
        (
            "found a tab character", "a tab can't indent a line in YAML", "use spaces"
        ),
        (
            "found undefined alias", "there is no anchor of this name before",
            "put quotes around a value that begins with `*`"
        ),
        (
            "found unknown escape character", "this is no escape of YAML",
            "write `\\\\` for a backslash, or use single quotes"
        ),
        ("found unexpected end of stream", "the file ends in the middle of a value", "is a quote missing?"),
        (
            "block sequence entries are not allowed", "a list can't begin here",
            "put `- ` on a line of its own"
        ),
        ("did not find expected alphabetic", "`&`, `*` or `!` needs a name", "put quotes around the value"),
        ("did not find expected node content", "expected a value here", nil),
        (
            "did not find expected <document start>", "there is more after the end of the document",
            "check the indentation"
        ),
        ("maximum", "nested too deeply", nil),
    ]
}
