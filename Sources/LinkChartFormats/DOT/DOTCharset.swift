/// The encoding that a DOT text says it is in.
enum DOTCharset {
    /// The names that Graphviz knows for ISO 8859-1.
    private static let latin1: Set<String> = [
        "latin1", "latin-1", "l1", "iso-8859-1", "iso_8859-1", "iso8859-1", "iso-ir-100",
    ]

    /// The text in UTF-8, without the attribute that says otherwise; nil if it does not say that it is in Latin-1.
    static func utf8(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (bytes: [UInt8], encoding: String, range: SourceRange)? {
        guard let value = valueOfCharset(bytes) else { return nil }
        let name = String(decoding: bytes[value], as: UTF8.self)
        guard latin1.contains(name.lowercased()) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 16)
        func append(_ part: Range<Int>) {
            for byte in bytes[part] {
                if byte < 0x80 {
                    text.append(byte)
                } else {
                    text.append(0xC0 | byte >> 6)
                    text.append(0x80 | byte & 0x3F)
                }
            }
        }
        append(0..<value.lowerBound)
        let isQuoted = value.lowerBound > 0 && bytes[value.lowerBound - 1] == 0x22
        text.append(contentsOf: Array((isQuoted ? "UTF-8" : "\"UTF-8\"").utf8))
        append(value.upperBound..<bytes.count)
        return (text, name, SourceRange(offset: value.lowerBound, length: value.count))
    }

    /// Where the value of the first attribute `charset` stands.
    private static func valueOfCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let word = Array("charset".utf8)
        var position = 0
        while position + word.count < bytes.count {
            guard bytes[position] == word[0], bytes[position..<position + word.count].elementsEqual(word)
            else {
                position += 1
                continue
            }
            position += word.count
            var next = position
            if next < bytes.count, bytes[next] == 0x22 { next += 1 }
            next = skippingBlanks(bytes, from: next)
            guard next < bytes.count, bytes[next] == 0x3D else { continue }
            next = skippingBlanks(bytes, from: next + 1)
            let isQuoted = next < bytes.count && bytes[next] == 0x22
            if isQuoted { next += 1 }
            var end = next
            while end < bytes.count, end < next + 20, isInName(bytes[end], isQuoted: isQuoted) { end += 1 }
            if end > next { return next..<end }
        }
        return nil
    }

    private static func skippingBlanks(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) -> Int {
        var position = position
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return position
    }

    private static func isInName(_ byte: UInt8, isQuoted: Bool) -> Bool {
        DOTTokenizer.isDigit(byte) || (byte < 0x80 && DOTTokenizer.isLetter(byte))
            || (isQuoted && byte == 0x2D)
    }
}
