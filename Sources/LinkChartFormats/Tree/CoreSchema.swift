/// The types of plain scalars: the core schema of YAML 1.2, section 10.3, with numbers that begin with a
/// zero or a plus sign left as the texts that they usually are (codes and telephone numbers).
///
/// Under YAML 1.1, which many readers still follow, `no`, `on`, `12:30` and `2021-05-01` are no texts; here
/// they are.
enum CoreSchema {
    static func kind(of text: UnsafeBufferPointer<UInt8>) -> DocumentTree.Kind {
        guard let first = text.first else { return .null }
        switch first {
        case 0x7E: return text.count == 1 ? .null : .string
        case 0x6E, 0x4E: return isAny(text, ["null", "Null", "NULL"]) ? .null : .string
        case 0x74, 0x54: return isAny(text, ["true", "True", "TRUE"]) ? .bool : .string
        case 0x66, 0x46: return isAny(text, ["false", "False", "FALSE"]) ? .bool : .string
        case 0x2D, 0x2E, 0x30...0x39: return number(text)
        case 0x2B: return isAny(text, ["+.inf", "+.Inf", "+.INF"]) ? .number : .string
        default: return .string
        }
    }

    /// The value of a text that ``kind(of:)`` calls a number.
    static func double(_ text: String) -> Double? {
        switch text {
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .infinity
        case "-.inf", "-.Inf", "-.INF": return -.infinity
        case ".nan", ".NaN", ".NAN": return .nan
        default: break
        }
        var text = text
        if text.hasPrefix(".") { text = "0" + text }
        if text.hasPrefix("-.") { text = "-0" + text.dropFirst() }
        return Double(text)
    }

    /// The value of a text that ``kind(of:)`` calls an integer; nil if it is out of range.
    static func integer(_ text: String) -> Int64? {
        if text.hasPrefix("0x") { return Int64(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return Int64(text.dropFirst(2), radix: 8) }
        return Int64(text)
    }

    private static func number(_ text: UnsafeBufferPointer<UInt8>) -> DocumentTree.Kind {
        if isAny(text, [".inf", ".Inf", ".INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN"]) {
            return .number
        }
        if text.count > 2, text[0] == 0x30, text[1] == 0x78 {
            return text.dropFirst(2).allSatisfy { hexDigitValue($0) != nil } ? .integer : .string
        }
        if text.count > 2, text[0] == 0x30, text[1] == 0x6F {
            return text.dropFirst(2).allSatisfy { $0 &- 0x30 < 8 } ? .integer : .string
        }
        var at = text[0] == 0x2D ? 1 : 0
        let digits = at
        while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
        let wholeDigits = at - digits
        if wholeDigits > 1 && text[digits] == 0x30 { return .string }
        if at == text.count { return wholeDigits > 0 ? .integer : .string }
        var fractionDigits = 0
        if text[at] == 0x2E {
            at += 1
            let fraction = at
            while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
            fractionDigits = at - fraction
        }
        guard wholeDigits + fractionDigits > 0 else { return .string }
        if at < text.count, text[at] | 0x20 == 0x65 {
            at += 1
            if at < text.count, text[at] == 0x2B || text[at] == 0x2D { at += 1 }
            let exponent = at
            while at < text.count, text[at] &- 0x30 < 10 { at += 1 }
            if at == exponent { return .string }
        }
        return at == text.count ? .number : .string
    }

    private static func isAny(_ text: UnsafeBufferPointer<UInt8>, _ words: [StaticString]) -> Bool {
        words.contains { word in
            word.utf8CodeUnitCount == text.count
                && UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
                    .elementsEqual(text)
        }
    }
}
