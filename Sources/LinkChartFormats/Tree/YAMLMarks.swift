import Yams

/// Turns the marks of Yams, lines and columns counted in Unicode scalars, into offsets in the source.
struct YAMLMarks {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where each line begins, by the line ends that YAML 1.1 knows and libyaml counts.
    private var lineStarts: [Int]
    /// Lines of ASCII, in which a column is a byte.
    private var isASCII: [Bool]
    /// The last mark that was looked up on a line with other characters, from which the next is counted.
    private var last = (line: -1, column: 1, offset: 0)

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
        var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        lineStarts = [position]
        isASCII = []
        var isPlain = true
        while position < bytes.count {
            let byte = bytes[position]
            var length = 0
            if byte == 0x0A {
                length = 1
            } else if byte == 0x0D {
                length = position + 1 < bytes.count && bytes[position + 1] == 0x0A ? 2 : 1
            } else if byte >= 0x80 {
                isPlain = false
                length = Self.otherBreakLength(bytes, position)
            }
            if length == 0 {
                position += 1
                continue
            }
            position += length
            lineStarts.append(position)
            isASCII.append(isPlain)
            isPlain = true
        }
        isASCII.append(isPlain)
    }

    /// The offset of a mark, at most the source's length.
    ///
    /// - Complexity: constant on a line of ASCII; otherwise linear in the distance from the mark before.
    mutating func offset(of mark: Mark) -> Int {
        let line = mark.line - 1
        guard line >= 0, line < lineStarts.count else { return bytes.count }
        if isASCII[line] { return min(lineStarts[line] + mark.column - 1, bytes.count) }
        if last.line != line || last.column > mark.column { last = (line, 1, lineStarts[line]) }
        while last.column < mark.column, last.offset < bytes.count {
            last.offset += Self.scalarLength(bytes[last.offset])
            last.column += 1
        }
        return min(last.offset, bytes.count)
    }

    /// The place of a line and a column, both from 1, in a text.
    static func index(
        line: Int, column: Int, in text: String.UnicodeScalarView
    ) -> String.UnicodeScalarView.Index? {
        var number = 1
        var index = text.startIndex
        while number < line, index < text.endIndex {
            let scalar = text[index]
            index = text.index(after: index)
            switch scalar {
            case "\r": if index == text.endIndex || text[index] != "\n" { number += 1 }
            case "\n", "\u{85}", "\u{2028}", "\u{2029}": number += 1
            default: break
            }
        }
        guard let found = text.index(index, offsetBy: column - 1, limitedBy: text.endIndex),
            found < text.endIndex
        else { return nil }
        return found
    }

    /// U+0085, U+2028 and U+2029.
    private static func otherBreakLength(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> Int {
        if bytes[position] == 0xC2, position + 1 < bytes.count, bytes[position + 1] == 0x85 { return 2 }
        guard bytes[position] == 0xE2, position + 2 < bytes.count, bytes[position + 1] == 0x80 else {
            return 0
        }
        return bytes[position + 2] & 0xFE == 0xA8 ? 3 : 0
    }

    private static func scalarLength(_ first: UInt8) -> Int {
        switch first {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }
}
