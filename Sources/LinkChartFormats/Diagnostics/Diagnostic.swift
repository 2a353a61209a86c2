/// One thing to say about an input: what is wrong, where, and what would be right.
///
/// Lines and columns count from 1; a column counts characters as people see them, so that a letter with its
/// accents is one, and a tab is one.
public struct Diagnostic: Error, Hashable, Sendable {
    /// How grave it is.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        /// Worth knowing; nothing is wrong.
        case note
        /// Probably not what was meant; the value was taken all the same.
        case warning
        /// Wrong: the part concerned was left out.
        case error

        public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    /// How grave it is.
    public var severity: Severity
    /// What it is about.
    public var code: DiagnosticCode
    /// What is wrong, in a sentence without a full stop.
    public var message: String
    /// What would be right, if that can be told.
    public var suggestion: String?
    /// The name of the input as it was given; nil if the diagnostic concerns no single input.
    public var file: String?
    /// The line, from 1; nil if it concerns the input as a whole.
    public var line: Int?
    /// The column, from 1, in characters; of a workbook, the sheet's.
    public var column: Int?
    /// The cell of a workbook, such as `Sheet1!C12`; nil for other inputs.
    public var cell: String?
    /// The part of the source line to show, with the place in it.
    public var excerpt: SourceExcerpt?

    /// A diagnostic.
    ///
    /// - Parameters:
    ///   - code: what it is about.
    ///   - message: what is wrong, in a sentence without a full stop.
    ///   - suggestion: what would be right, if that can be told.
    ///   - severity: by default the code's own.
    ///   - file: the name of the input, if it concerns one.
    ///   - line: the line, from 1.
    ///   - column: the column, from 1, in characters.
    ///   - excerpt: the part of the source line to show.
    public init(
        _ code: DiagnosticCode, _ message: String, suggestion: String? = nil, severity: Severity? = nil,
        file: String? = nil, line: Int? = nil, column: Int? = nil, excerpt: SourceExcerpt? = nil
    ) {
        self.severity = severity ?? code.severity
        self.code = code
        self.message = message
        self.suggestion = suggestion
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }
}

/// A piece of one source line, with the part that a diagnostic means.
public struct SourceExcerpt: Hashable, Sendable {
    /// What stands before the place: the line's beginning, or the end of it if the line is long.
    public var before: String
    /// The place itself; empty where something is missing.
    public var marked: String
    /// What follows on the same line, perhaps cut.
    public var after: String
    /// Whether the line goes on to the left of `before`.
    public var isCutBefore: Bool
    /// Whether the line goes on to the right of `after`.
    public var isCutAfter: Bool

    /// An excerpt.
    public init(
        before: String, marked: String, after: String, isCutBefore: Bool = false, isCutAfter: Bool = false
    ) {
        self.before = before
        self.marked = marked
        self.after = after
        self.isCutBefore = isCutBefore
        self.isCutAfter = isCutAfter
    }
}
