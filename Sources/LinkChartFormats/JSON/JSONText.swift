/// How texts are written in JSON.
enum JSONText {
    /// Appends a text in quotes, with as few escapes as RFC 8259 allows.
    ///
    /// U+2028 and U+2029 are escaped too, because JavaScript of before 2019 takes them for line feeds, and so
    /// is DEL, which a terminal would act upon. U+FFFE and U+FFFF are, because XML can't hold them.
    static func appendQuoted(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        var start = 0
        var position = 0
        while position < text.count {
            let byte = text[position]
            let escape: StaticString?
            var length = 1
            switch byte {
            case 0x22: escape = "\\\""
            case 0x5C: escape = "\\\\"
            case 0x0A: escape = "\\n"
            case 0x0D: escape = "\\r"
            case 0x09: escape = "\\t"
            case 0x08: escape = "\\b"
            case 0x0C: escape = "\\f"
            case 0x7F: escape = "\\u007f"
            case 0xE2
            where position + 2 < text.count && text[position + 1] == 0x80 && text[position + 2] & 0xFE == 0xA8:
                escape = text[position + 2] == 0xA8 ? "\\u2028" : "\\u2029"
                length = 3
            case 0xEF
            where position + 2 < text.count && text[position + 1] == 0xBF && text[position + 2] & 0xFE == 0xBE:
                escape = text[position + 2] == 0xBE ? "\\ufffe" : "\\uffff"
                length = 3
            case 0..<0x20:
                bytes.append(contentsOf: text[start..<position])
                bytes.append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
                bytes.append(hexDigit(byte >> 4))
                bytes.append(hexDigit(byte & 0xF))
                position += 1
                start = position
                continue
            default: escape = nil
            }
            if let escape {
                bytes.append(contentsOf: text[start..<position])
                bytes.append(
                    contentsOf: UnsafeBufferPointer(start: escape.utf8Start, count: escape.utf8CodeUnitCount))
                position += length
                start = position
            } else {
                position += 1
            }
        }
        bytes.append(contentsOf: text[start...])
        bytes.append(0x22)
    }

    /// Where, from a position on, the first byte stands that ends a text or needs decoding: a quote, a backslash or a
    /// control character; eight bytes a step, so that it may be up to seven bytes too early at the end.
    @inline(__always)
    static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = bytes.baseAddress else { return start }
        var position = start
        while position &+ 8 <= bytes.count {
            let word = Bytes8.load(base + position)
            let stops =
                Bytes8.equal(Bytes8.repeated(0x22), word) | Bytes8.equal(Bytes8.repeated(0x5C), word)
                | Bytes8.below(Bytes8.repeated(0x20), word)
            if stops != 0 { return position &+ stops.trailingZeroBitCount &>> 3 }
            position &+= 8
        }
        return position
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x57 + value }
}
