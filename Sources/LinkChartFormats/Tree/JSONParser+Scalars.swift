/// Texts, numbers and words.
extension JSONParser {
    mutating func number() {
        let start = position
        var isInteger = true
        var isRight = true
        if bytes[position] == 0x2D { position += 1 }
        let digits = position
        skipDigits()
        if position == digits || (bytes[digits] == 0x30 && position > digits + 1) { isRight = false }
        if position < bytes.count, bytes[position] == 0x2E {
            isInteger = false
            position += 1
            let fraction = position
            skipDigits()
            if position == fraction { isRight = false }
        }
        if position < bytes.count, bytes[position] | 0x20 == 0x65 {
            isInteger = false
            position += 1
            if position < bytes.count, bytes[position] == 0x2B || bytes[position] == 0x2D { position += 1 }
            let exponent = position
            skipDigits()
            if position == exponent { isRight = false }
        }
        if position < bytes.count, Self.isNameStart(bytes[position]) || bytes[position] == 0x2E {
            isRight = false
            while position < bytes.count, !Self.isStructure(bytes[position]) { position += 1 }
        }
        guard isRight else {
            tape.report(
                .syntaxError, "a number that JSON does not know", at: start, length: position - start,
                suggestion: "put it in quotes to keep it as text")
            tape.scalar(.string, at: start, length: position - start)
            return
        }
        tape.scalar(isInteger ? .integer : .number, at: start, length: position - start)
    }

    private mutating func skipDigits() {
        while position < bytes.count, bytes[position] &- 0x30 < 10 { position += 1 }
    }

    /// `true`, `false` or `null`; words of JavaScript and Python are reported and taken for what they mean.
    mutating func word(_ byte: UInt8) -> Bool {
        guard Self.isNameStart(byte) else { return false }
        let length = nameLength()
        let text = String(decoding: bytes[position..<position + length], as: UTF8.self)
        let kind: DocumentTree.Kind
        var right: String?
        switch text {
        case "true", "false": kind = .bool
        case "null": kind = .null
        case "True", "False", "TRUE", "FALSE": (kind, right) = (.bool, text.lowercased())
        case "None", "NULL", "Null", "undefined", "NaN": (kind, right) = (.null, "null")
        default: return false
        }
        if let right {
            tape.report(
                .syntaxError, "`\(text)` is not JSON", at: position, length: length,
                suggestion: "write `\(right)`")
            tape.scalar(kind, at: position, length: length, text: right)
        } else {
            tape.scalar(kind, at: position, length: length)
        }
        position += length
        return true
    }

    mutating func unknownValue() {
        let start = position
        if bytes[position] == 0x27 {
            let length = singleQuotedLength()
            tape.report(
                .syntaxError, "a text in JSON stands in double quotes", at: start, length: length)
            tape.scalar(.string, at: start, length: length, quote: 1)
            position += length
            return
        }
        skipToStructure()
        let length = max(1, position - start)
        tape.report(
            .syntaxError, "this is no JSON value", at: start, length: min(length, 40),
            suggestion: "a text stands in double quotes")
        tape.scalar(.string, at: start, length: length)
        position = start + length
    }

    mutating func string() {
        let start = position
        position = JSONText.plainEnd(bytes, from: position + 1)
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x22 {
                position += 1
                tape.scalar(.string, at: start, length: position - start, quote: 1)
                return
            }
            if byte == 0x5C || byte < 0x20 { break }
            position += 1
        }
        var decoder = JSONStringDecoder(bytes: bytes, position: start + 1)
        decoder.decode(&tape)
        position = decoder.position
        if decoder.isClosed {
            tape.scalar(.string, at: start, length: position - start, text: decoder.text)
        } else {
            // Nothing closes it: it most likely should have ended on its line.
            position = start + 1
            while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            let length = position - start
            if position == bytes.count {
                tape.report(
                    .truncatedFile, "the file ends inside a text", at: start, length: length,
                    suggestion: "was it cut off?")
            } else {
                tape.report(.syntaxError, "this text is never closed", at: start, length: length)
            }
            tape.scalar(
                .string, at: start, length: length,
                text: String(decoding: bytes[start + 1..<position], as: UTF8.self))
        }
    }
}
