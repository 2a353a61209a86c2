/// How texts are written in YAML: plain where every reader takes that for this text, else in double quotes.
enum YAMLScalars {
    /// Appends a text.
    static func append(_ text: String, to bytes: inout [UInt8]) {
        if isPlain(text) {
            bytes.append(contentsOf: text.utf8)
        } else {
            appendQuoted(text, to: &bytes)
        }
    }

    /// Whether the text may stand without quotes, in block and in flow style.
    ///
    /// Stricter than YAML 1.2 demands: readers that follow YAML 1.1 take `no`, `12:30` or `2021-05-01` for
    /// something else than a text, so these get quotes too.
    static func isPlain(_ text: String) -> Bool {
        var text = text
        let isPlainASCII: Bool? = text.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return false }
            switch first {
            case 0x30...0x39, 0x2E, 0x2F, 0x28, 0x41...0x5A, 0x5F, 0x61...0x7A, 0x80...: break
            default: return false
            }
            if last == 0x20 || last == 0x3A { return false }
            var isASCII = true
            var previous: UInt8 = 0
            for byte in bytes {
                switch byte {
                case 0..<0x20, 0x7F, 0x22, 0x2C, 0x5B, 0x5C, 0x5D, 0x7B, 0x7D, 0x60: return false
                // A question mark means a key to readers of YAML 1.1 in flow style.
                case 0x20 where previous == 0x3A, 0x3F: return false
                case 0x23 where previous == 0x20: return false
                case 0x80...: isASCII = false
                default: break
                }
                previous = byte
            }
            if first < 0x3A && looksLikeNumber(bytes) { return false }
            if bytes.count <= 5 && isWord(bytes) { return false }
            return isASCII ? true : nil
        }
        if let isPlainASCII { return isPlainASCII }
        return text.unicodeScalars.allSatisfy { $0.value < 0x80 || isShown($0) }
    }

    /// Appends a text in double quotes; what would not be seen is escaped.
    private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(0x22)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": bytes.append(contentsOf: [0x5C, 0x22])
            case "\\": bytes.append(contentsOf: [0x5C, 0x5C])
            case "\n": bytes.append(contentsOf: [0x5C, 0x6E])
            case "\t": bytes.append(contentsOf: [0x5C, 0x74])
            case "\r": bytes.append(contentsOf: [0x5C, 0x72])
            case " "..."~": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            default:
                if isShown(scalar) {
                    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
                } else {
                    appendEscape(scalar, to: &bytes)
                }
            }
        }
        bytes.append(0x22)
    }

    private static func appendEscape(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let (letter, width) =
            scalar.value <= 0xFF ? ("x", 2) : scalar.value <= 0xFFFF ? ("u", 4) : ("U", 8)
        bytes.append(0x5C)
        bytes.append(contentsOf: letter.utf8)
        bytes.append(contentsOf: repeatElement(0x30, count: width - digits.utf8.count))
        bytes.append(contentsOf: digits.utf8)
    }

    /// Whether a character beyond ASCII is one that people see, or one that letters need between them.
    private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value == 0x200C || scalar.value == 0x200D { return true }
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
            .spaceSeparator:
            return false
        default: return scalar.value >= 0xA0 && !scalar.properties.isNoncharacterCodePoint
        }
    }

    /// Digits with signs, points, colons and the letters of exponents, hexadecimals and timestamps: a number, a
    /// time or a date to some reader.
    private static func looksLikeNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x3A, 0x5F, 0x20, 0x41...0x46, 0x61...0x66, 0x54, 0x74, 0x5A,
                0x7A,
                0x58, 0x78, 0x4F, 0x6F, 0x49, 0x69, 0x4E, 0x6E:
                true
            default: false
            }
        }
    }

    /// A word that some reader takes for null or a truth value.
    private static func isWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let word = String(decoding: bytes, as: UTF8.self).lowercased()
        return ["null", "true", "false", "yes", "no", "on", "off", "y", "n"].contains(word)
    }
}
