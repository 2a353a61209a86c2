/// Writes any text as DOT, so that nothing in it is read as DOT, as one of Graphviz's escapes or as markup.
enum DotText {
    /// A text in double quotes, for attributes in which Graphviz replaces escapes such as `\N` (labels,
    /// tooltips): every backslash is doubled. Line breaks become `\n`.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case _ where !isXMLCharacter(scalar) || scalar.value < 0x20: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// A text within an HTML-like label, which is not in quotes: markup is written as entities.
    static func markup(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            // Graphviz reads no escapes here, but versions differ; an entity is safe in all.
            case "\\": result += "&#92;"
            case "\n": result += "<BR/>"
            case _ where !isXMLCharacter(scalar) || scalar.value < 0x20: continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A number with at most two decimals, the same everywhere.
    static func number(_ value: Double) -> String {
        guard value.isFinite, abs(value) < 1e12 else { return "0" }
        let hundredths = Int64((value * 100).rounded())
        let (whole, rest) = (abs(hundredths) / 100, abs(hundredths) % 100)
        let sign = hundredths < 0 ? "-" : ""
        if rest == 0 { return "\(sign)\(whole)" }
        return rest % 10 == 0
            ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
    }
}

/// Attributes of one object, in the order they were added.
struct DotAttributes {
    private var text = ""

    /// A value that needs no quotes: a number, an identifier made by this package.
    mutating func plain(_ name: String, _ value: String) { add(name, value) }

    /// Any text.
    mutating func quoted(_ name: String, _ value: String) { add(name, DotText.quoted(value)) }

    /// Markup made by this package, texts in it written by ``DotText/markup(_:)``.
    mutating func html(_ name: String, _ value: String) { add(name, "<\(value)>") }

    mutating func number(_ name: String, _ value: Double) { add(name, DotText.number(value)) }

    private mutating func add(_ name: String, _ value: String) {
        if !text.isEmpty { text += ", " }
        text += "\(name)=\(value)"
    }

    /// `[a=1, b="2"]`
    var list: String { "[\(text)]" }
    /// `a=1; b="2";`, one line, for a graph's own attributes.
    var statements: String { text }
}
