/// Cuts a Pajek file into lines and a line into fields.
struct PajekLines {
    struct Field {
        var text: String
        var range: SourceRange
        var isQuoted = false
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private(set) var position: Int
    /// The line that ``next()`` gave last.
    private(set) var line = 0..<0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// Goes on to the next line that is neither blank nor a comment; false at the end.
    mutating func next() -> Bool {
        while position < bytes.count {
            var end = position
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
            var start = position
            position = min(end + 1, bytes.count)
            while start < end, bytes[start] <= 0x20 { start += 1 }
            guard start < end, bytes[start] != 0x25 else { continue }
            line = start..<end
            return true
        }
        return false
    }

    /// Makes ``next()`` give the same line once more.
    mutating func putBack() { position = line.lowerBound }

    /// Whether the line begins a section.
    var isSection: Bool { !line.isEmpty && bytes[line.lowerBound] == 0x2A }

    /// The place of the line.
    var range: SourceRange { SourceRange(offset: line.lowerBound, length: line.count) }

    /// The fields between blanks or in quotes; in quotes a backslash stands before a quote or another one.
    ///
    /// - Parameter problem: is called with the place of a quote that is never closed.
    func fields(problem: (SourceRange) -> Void) -> [Field] {
        var fields: [Field] = []
        var at = line.lowerBound
        while at < line.upperBound {
            if bytes[at] <= 0x20 {
                at += 1
                continue
            }
            let start = at
            if bytes[at] == 0x22 {
                let text = quoted(&at)
                let range = SourceRange(offset: start, length: at - start)
                if text.isOpen { problem(range) }
                fields.append(
                    Field(text: String(decoding: text.bytes, as: UTF8.self), range: range, isQuoted: true))
            } else if bytes[at] == 0x5B {
                // When it is there: `[1-3,5]` may have blanks.
                while at < line.upperBound, bytes[at] != 0x5D { at += 1 }
                at = min(at + 1, line.upperBound)
                fields.append(field(start..<at))
            } else {
                while at < line.upperBound, bytes[at] > 0x20 { at += 1 }
                fields.append(field(start..<at))
            }
        }
        return fields
    }

    private func field(_ range: Range<Int>) -> Field {
        Field(
            text: String(decoding: bytes[range], as: UTF8.self),
            range: SourceRange(offset: range.lowerBound, length: range.count))
    }

    private func quoted(_ at: inout Int) -> (bytes: [UInt8], isOpen: Bool) {
        var text: [UInt8] = []
        at += 1
        while at < line.upperBound {
            let byte = bytes[at]
            if byte == 0x22 {
                at += 1
                return (text, false)
            }
            if byte == 0x5C, at + 1 < line.upperBound, bytes[at + 1] == 0x22 || bytes[at + 1] == 0x5C {
                at += 1
                text.append(bytes[at])
            } else {
                text.append(byte)
            }
            at += 1
        }
        return (text, true)
    }
}
