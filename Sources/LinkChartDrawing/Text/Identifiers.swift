/// Names that XML, CSS and Graphviz all take as they are.
enum Identifiers {
    /// A text with everything but ASCII letters, digits and hyphens replaced: other bytes as `_` and two
    /// hexadecimal digits, so that different texts stay different.
    static func name(_ text: String) -> String {
        var result = ""
        for byte in text.utf8.prefix(200) {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16)
                result += "_" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}

/// Gives out identifiers that are unique within one picture and the same every time it is made.
struct IdentifierMaker {
    private var taken: Set<String> = []

    /// An identifier such as `node-ttp`.
    mutating func identifier(_ sort: String, _ text: String) -> String {
        let wanted = "\(sort)-\(Identifiers.name(text))"
        var identifier = wanted
        var number = 2
        while !taken.insert(identifier).inserted {
            identifier = "\(wanted)_\(number)"
            number += 1
        }
        return identifier
    }
}
