/// A number with at most two decimals, written the same everywhere.
func dotNumber(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    let hundredths = Int64((value * 100).rounded())
    let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    return rest % 10 == 0 ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
}

/// A length in points as Graphviz wants those of nodes: in inches, fine enough for the smallest dots.
func dotInches(_ points: Double) -> String {
    let digits = String(Int((max(0, min(points, 1e6)) / 72 * 10_000).rounded()))
    let padded = String(repeating: "0", count: max(0, 5 - digits.count)) + digits
    return padded.dropLast(4) + "." + padded.suffix(4)
}

/// Attributes of one object in DOT, in the order they were added.
struct DotAttributes {
    private var text = ""

    /// A value that needs no quotes: a number, a word made by this package.
    mutating func plain(_ name: String, _ value: String) { add(name, value) }

    /// A name, a colour, a list of numbers.
    mutating func quoted(_ name: String, _ value: String) { add(name, DotEscaping.quoted(value)) }

    /// A text shown on pointing at something.
    mutating func tooltip(_ name: String, _ value: String) { add(name, DotEscaping.tooltip(value)) }

    /// Markup made by this package, other people's words in it written by ``DotEscaping/htmlText(_:)``.
    mutating func html(_ name: String, _ value: String) { add(name, "<\(value)>") }

    mutating func number(_ name: String, _ value: Double) { add(name, dotNumber(value)) }

    private mutating func add(_ name: String, _ value: String) {
        if !text.isEmpty { text += ", " }
        text += name
        text += "="
        text += value
    }

    var isEmpty: Bool { text.isEmpty }
    /// `[a=1, b="2"]`
    var list: String { "[\(text)]" }
}
