/// Puts other people's words into DOT such that they are drawn as they stand and nothing else happens.
///
/// Graphviz reads a string up to five times: as a DOT token, for escapes such as `\N`, for HTML entities, for line
/// breaks, and again when it writes XML. Each place where text can stand reads it in its own way, hence one
/// function a place. In all of them, control characters and what XML can't hold are left out, and a string is
/// written in pieces (`"…" + "…"`), because the scanner of Graphviz 2.42 takes no token of 16 kB.
public enum DotEscaping {
    /// A name or a plain value (an `id`, a class, a colour), quoted.
    ///
    /// Different texts give different names, but not the texts themselves: Graphviz keeps both backslashes of a
    /// pair, so that a node named `a\b` is reported as `a\\b`; a line break, which it would drop beside a quote, is
    /// written as `\n`. A name that begins with `%` is taken for one that Graphviz gave itself, and lost. So name
    /// nodes by number, and keep what people call them for the label.
    public static func quoted(_ text: String) -> String {
        literal(text) { scalar, output in
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    /// A plain label (`label`, `xlabel`, `headlabel`, `taillabel`), quoted. Line breaks start a centred line.
    ///
    /// `<` and `&` are written as entities, which Graphviz decodes: besides being taken as written, the text is
    /// then never equal to an HTML-like label, which would make 2.42 read it as one.
    public static func label(_ text: String) -> String {
        literal(text) { scalar, output in
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case "\n": output += "\\n"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    /// A tooltip, quoted.
    ///
    /// Graphviz takes backslashes off twice here, hence four for one.
    public static func tooltip(_ text: String) -> String {
        literal(text) { scalar, output in
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\\\\\"
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case "\n": output += "\\n"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }

    /// An address for `URL`, quoted; `nil` where ``LinkPolicy`` does not allow it.
    public static func url(_ address: String) -> String? {
        guard let allowed = LinkPolicy.allowed(address) else { return nil }
        return literal(allowed) { scalar, output in
            if scalar == "&" { output += "&amp;" } else { output.unicodeScalars.append(scalar) }
        }
    }

    /// Text within an HTML-like label, not quoted: for between the tags of `label=<<B>…</B>>`. Line breaks become
    /// `<BR/>`.
    ///
    /// An HTML-like label can't be written in pieces: 16,000 bytes is the most that 2.42 takes.
    public static func htmlText(_ text: String) -> String {
        var output = ""
        output.reserveCapacity(text.utf8.count)
        for scalar in cleaned(text) {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            case "\\": output += "\\\\"
            // Expat keeps a bracket back that ends a run of text, in case that it begins "]]>", and Graphviz then
            // misses a text that is nothing else.
            case "]": output += "&#93;"
            case "\n": output += "<BR/>"
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output
    }

    /// A value of an attribute of an HTML-like label, quoted.
    public static func htmlAttribute(_ text: String) -> String {
        "\"\(htmlText(String(String.UnicodeScalarView(cleaned(text).map { $0 == "\n" ? " " : $0 }))))\""
    }

    /// Scalars that may be drawn: no C0 controls but line breaks (in any of their forms) and tabs (as spaces), and
    /// neither of the two that XML 1.0 leaves out.
    static func cleaned(_ text: String) -> [Unicode.Scalar] {
        var output: [Unicode.Scalar] = []
        output.reserveCapacity(text.unicodeScalars.count)
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where previous == "\r": break
            case "\n", "\r": output.append("\n")
            case "\t": output.append(" ")
            case "\u{0}"..<" ", "\u{7F}", "\u{FFFE}", "\u{FFFF}": break
            default: output.append(scalar)
            }
            previous = scalar
        }
        return output
    }

    /// Most bytes of one piece. An escaped scalar adds up to seven, and 16,384 are too many.
    private static let pieceLength = 8_000

    private static func literal(
        _ text: String, escape: (Unicode.Scalar, inout String) -> Void
    ) -> String {
        var output = "\""
        output.reserveCapacity(text.utf8.count + 2)
        var pieceEnd = pieceLength
        for scalar in cleaned(text) {
            if output.utf8.count >= pieceEnd {
                output += "\" + \""
                pieceEnd = output.utf8.count + pieceLength
            }
            escape(scalar, &output)
        }
        output += "\""
        return output
    }
}
