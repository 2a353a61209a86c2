/// Writes diagnostics for people, as the best compilers do: with the line and a mark under the place.
///
/// ```
/// error[L0102]: no relation `host` in the ontology
///   --> afghanistan.linkchart.yaml:41:15
/// 41 |     relation: host
///    |               ^^^^ did you mean `hosts`?
/// ```
public struct DiagnosticRenderer: Sendable {
    /// Whether to colour the text with the escape sequences of ANSI terminals.
    public var usesColor: Bool

    /// A renderer.
    public init(usesColor: Bool = false) { self.usesColor = usesColor }

    /// All diagnostics of a collection, how many more there are, and the sum of it; the empty text if there
    /// are none.
    public func text(of diagnostics: Diagnostics) -> String {
        guard !diagnostics.isEmpty else { return "" }
        var text = ""
        for diagnostic in diagnostics.sorted { text += self.text(of: diagnostic) + "\n" }
        for omitted in diagnostics.omitted {
            let place = omitted.file.map { " in \(TerminalText.visible($0))" } ?? ""
            text += "… and \(omitted.count) more of \(omitted.code)\(place)\n\n"
        }
        return text + Self.summary(of: diagnostics) + "\n"
    }

    /// One diagnostic, ending with a line feed.
    public func text(of diagnostic: Diagnostic) -> String {
        var text = paint("\(diagnostic.severity.rawValue)[\(diagnostic.code)]", as: diagnostic.severity)
        text += paint(": \(TerminalText.visible(diagnostic.message))", "\u{1B}[1m") + "\n"
        let suggestion = diagnostic.suggestion.map { TerminalText.visible($0) }
        guard let file = diagnostic.file else {
            return text + (suggestion.map { "  = \($0)\n" } ?? "")
        }
        var place = TerminalText.visible(file)
        if let cell = diagnostic.cell {
            place += ":" + TerminalText.visible(cell)
        } else if let line = diagnostic.line {
            place += ":\(line)"
            if let column = diagnostic.column { place += ":\(column)" }
        }
        guard let line = diagnostic.line, let excerpt = diagnostic.excerpt else {
            return text + "  --> \(place)\n" + (suggestion.map { "  = \($0)\n" } ?? "")
        }
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        let before = (excerpt.isCutBefore ? "…" : "") + Self.shown(excerpt.before)
        let marked = Self.shown(excerpt.marked)
        let after = Self.shown(excerpt.after) + (excerpt.isCutAfter ? "…" : "")
        let mark =
            String(repeating: " ", count: TerminalText.width(of: before))
            + paint(
                String(repeating: "^", count: max(1, TerminalText.width(of: marked))), as: diagnostic.severity
            ) + (suggestion.map { " \($0)" } ?? "")
        text += paint("\(margin) --> ", "\u{1B}[34m") + place + "\n"
        text += paint("\(number) | ", "\u{1B}[34m") + before + marked + after + "\n"
        text += paint("\(margin) | ", "\u{1B}[34m") + mark + "\n"
        return text
    }

    /// How many errors, warnings and notes there are: `2 errors, 1 warning`.
    public static func summary(of diagnostics: Diagnostics) -> String {
        let parts = Diagnostic.Severity.allCases.sorted(by: >).compactMap { severity -> String? in
            let count = diagnostics.count(of: severity)
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "no problems" : parts.joined(separator: ", ")
    }

    /// A tab is shown as one space, so that the mark stands under its place whatever the tab stops are.
    private static func shown(_ text: String) -> String {
        TerminalText.visible(String(text.map { $0 == "\t" ? " " : $0 }))
    }

    private func paint(_ text: String, as severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: paint(text, "\u{1B}[1;31m")
        case .warning: paint(text, "\u{1B}[1;33m")
        case .note: paint(text, "\u{1B}[1;36m")
        }
    }

    private func paint(_ text: String, _ escape: String) -> String {
        usesColor ? "\(escape)\(text)\u{1B}[0m" : text
    }
}
