/// What people see of a label, and the label that shows them a text.
///
/// Graphviz reads a label up to three times: for escapes such as `\N`, for entities such as `&amp;`, and, if its node
/// has a shape of fields, for the fields.
enum DOTLabel {
    /// The label that shows a text.
    static func label(showing text: String) -> String {
        var label = ""
        label.reserveCapacity(text.utf8.count)
        var rest = text.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "\\": label += "\\\\"
            case "\n": label += "\\n"
            case "&" where startsEntity(rest): label += "&amp;"
            default: label.unicodeScalars.append(scalar)
            }
        }
        return label
    }

    /// What a label shows.
    ///
    /// - Parameters:
    ///   - name: what `\N` stands for.
    ///   - graph: what `\G` stands for.
    ///   - isRecord: whether bars, braces and angles in it make fields.
    static func text(
        of value: DOTValue, name: String = "", graph: String = "", isRecord: Bool = false
    ) -> String {
        switch value {
        case .html(let markup): return htmlText(markup)
        case .text(let label):
            guard label.utf8.contains(where: { $0 == 0x5C || $0 == 0x26 || (isRecord && $0 < 0x80) }) else {
                return label
            }
            let shown = unescaped(isRecord ? fields(label) : label, name: name, graph: graph)
            return isRecord ? CellValue.trimmed(shown) : shown
        }
    }

    private static func unescaped(_ label: String, name: String, graph: String) -> String {
        var text = ""
        text.reserveCapacity(label.utf8.count)
        var rest = label.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            if scalar == "&" {
                text.unicodeScalars.append(entity(&rest) ?? scalar)
                continue
            }
            guard scalar == "\\", let escaped = rest.popFirst() else {
                text.unicodeScalars.append(scalar)
                continue
            }
            switch escaped {
            case "n": text += "\n"
            // A line set to the left or the right ends so; the last one needs no end here.
            case "l", "r": if !rest.isEmpty { text += "\n" }
            case "N": text += name
            case "G": text += graph
            default: text.unicodeScalars.append(escaped)
            }
        }
        return text
    }

    /// The texts of a record's fields with bars between them, without ports and braces.
    private static func fields(_ label: String) -> String {
        var text = ""
        var isPort = false
        var isEscaped = false
        for scalar in label.unicodeScalars {
            if isEscaped {
                isEscaped = false
                if !isPort {
                    if !"{}|<> ".unicodeScalars.contains(scalar) { text += "\\" }
                    text.unicodeScalars.append(scalar)
                }
                continue
            }
            switch scalar {
            case "\\": isEscaped = true
            case "<": isPort = true
            case ">": isPort = false
            case "{", "}": continue
            case "|": text += " | "
            default: if !isPort { text.unicodeScalars.append(scalar) }
            }
        }
        if isEscaped { text += "\\" }
        return text
    }

    /// The text of markup: elements are blanks, line breaks and rows are line breaks.
    private static func htmlText(_ markup: String) -> String {
        var text = ""
        var rest = markup.unicodeScalars[...]
        while let scalar = rest.popFirst() {
            switch scalar {
            case "<":
                var tag = ""
                while let inner = rest.popFirst(), inner != ">" { tag.unicodeScalars.append(inner) }
                let name = tag.lowercased().drop { $0 == "/" }.prefix { $0.isLetter }
                switch name {
                case "br", "tr", "hr", "table": text += "\n"
                case "td", "vr", "img": text += " "
                default: break
                }
            case "&": text.unicodeScalars.append(entity(&rest) ?? scalar)
            case "\n", "\r", "\t": text += " "
            default: text.unicodeScalars.append(scalar)
            }
        }
        let lines = text.split(separator: "\n").map {
            $0.split(separator: " ").joined(separator: " ")
        }
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    // MARK: - Entities

    private static func startsEntity(_ rest: Substring.UnicodeScalarView) -> Bool {
        var rest = rest
        return entity(&rest) != nil
    }

    /// Takes the rest of an entity; nil, with nothing taken, if it is none.
    private static func entity(_ rest: inout Substring.UnicodeScalarView) -> Unicode.Scalar? {
        let name = String(String.UnicodeScalarView(rest.prefix(10).prefix { $0 != ";" }))
        let length = name.unicodeScalars.count
        guard rest.dropFirst(length).first == ";", let scalar = entities[name] ?? numbered(name) else {
            return nil
        }
        rest = rest.dropFirst(length + 1)
        return scalar
    }

    private static func numbered(_ name: String) -> Unicode.Scalar? {
        guard name.hasPrefix("#") else { return nil }
        let digits = name.dropFirst()
        let isHex = digits.hasPrefix("x") || digits.hasPrefix("X")
        let code = isHex ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let code, code > 0 else { return nil }
        return Unicode.Scalar(code)
    }

    private static let entities: [String: Unicode.Scalar] = {
        var entities: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "\u{2013}",
            "mdash": "\u{2014}", "hellip": "\u{2026}", "bull": "\u{2022}", "larr": "\u{2190}",
            "rarr": "\u{2192}", "euro": "\u{20AC}",
        ]
        for (number, name) in latin1.enumerated() {
            entities[name] = Unicode.Scalar(UInt32(0xA0 + number))
        }
        return entities
    }()

    /// The entities of HTML for U+00A0 to U+00FF (HTML 4.01, section 24.2).
    private static let latin1 = """
        nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute \
        micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring \
        AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml \
        times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil \
        egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash \
        ugrave uacute ucirc uuml yacute thorn yuml
        """.split(separator: " ").map(String.init)
}
