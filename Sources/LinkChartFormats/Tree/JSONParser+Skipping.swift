/// Going past what carries no value, and past what can't be understood.
extension JSONParser {
    @inline(__always)
    mutating func skipSpace() {
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                position += 1
            } else if byte == 0x2F || byte == 0x23 {
                if !skipComment() { return }
            } else {
                return
            }
        }
    }

    /// Comments are no JSON; people write them all the same, so they are reported and read past.
    private mutating func skipComment() -> Bool {
        let start = position
        let next = position + 1 < bytes.count ? bytes[position + 1] : 0
        if bytes[position] == 0x23 || next == 0x2F {
            while position < bytes.count, bytes[position] != 0x0A { position += 1 }
        } else if next == 0x2A {
            position += 2
            while position < bytes.count,
                !(bytes[position] == 0x2F && bytes[position - 1] == 0x2A && position > start + 2)
            {
                position += 1
            }
            position = min(position + 1, bytes.count)
        } else {
            return false
        }
        tape.report(
            .syntaxError, "JSON has no comments", at: start, length: min(position - start, 40),
            suggestion: "the YAML form has them")
        return true
    }

    mutating func skipToStructure() {
        while position < bytes.count, !Self.isStructure(bytes[position]) { position += 1 }
    }

    /// Skips a bracket with all that it holds.
    mutating func skipBracketed() {
        var depth = 0
        var isText = false
        while position < bytes.count {
            switch bytes[position] {
            case 0x22: isText.toggle()
            case 0x5C where isText: position += 1
            case 0x7B where !isText, 0x5B where !isText: depth += 1
            case 0x7D where !isText, 0x5D where !isText: depth -= 1
            default: break
            }
            position += 1
            if depth == 0 { break }
        }
        position = min(position, bytes.count)
    }

    func nameLength() -> Int {
        var end = position
        while end < bytes.count, Self.isNameStart(bytes[end]) || bytes[end] &- 0x30 < 10 || bytes[end] == 0x2D
        {
            end += 1
        }
        return end - position
    }

    func singleQuotedLength() -> Int {
        var end = position + 1
        while end < bytes.count, bytes[end] != 0x27, bytes[end] != 0x0A { end += 1 }
        return min(end + 1, bytes.count) - position
    }

    static func isStructure(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x2C, 0x3A, 0x5B, 0x5D, 0x7B, 0x7D, 0x22, 0x0A: true
        default: false
        }
    }

    static func isNameStart(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- 0x61 < 26 || byte == 0x5F || byte == 0x24 || byte >= 0x80
    }
}
