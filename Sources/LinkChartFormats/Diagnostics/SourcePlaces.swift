/// A stretch of bytes of one input.
public struct SourceRange: Hashable, Sendable {
    /// Where it begins, in bytes from the input's start.
    public var offset: Int
    /// How many bytes it has; 0 for a place between two bytes.
    public var length: Int

    /// A stretch.
    public init(offset: Int, length: Int = 0) {
        self.offset = offset
        self.length = length
    }
}

/// Finds lines, columns and excerpts for offsets in a text.
///
/// Readers keep byte offsets, which cost nothing; only a diagnostic needs the line. The finder remembers the
/// last place and goes on from there, in either direction, so that a million questions in order cost one
/// pass over the text.
public struct SourcePlaces: Sendable {
    private var line = 1
    private var lineStart = 0
    /// A place in the line and the characters before it, so that a long line is counted once.
    private var countedOffset = 0
    private var countedCharacters = 0

    /// Where an offset is.
    public struct Place: Hashable, Sendable {
        /// From 1.
        public var line: Int
        /// From 1, in characters.
        public var column: Int
    }

    /// At the beginning of a text.
    public init() {}

    /// The line and the column of an offset.
    ///
    /// - Parameters:
    ///   - offset: in bytes; clamped to the text.
    ///   - text: always the same one.
    /// - Complexity: linear in the distance from the last place asked for.
    public mutating func place(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Place {
        let offset = min(max(0, offset), text.count)
        seekLine(of: offset, in: text)
        if countedOffset < lineStart || countedOffset > offset {
            countedOffset = lineStart
            countedCharacters = 0
        }
        // A byte order mark is no character of the first line.
        if countedOffset < 3, offset >= 3, Self.hasMark(text) { countedOffset = 3 }
        countedCharacters += Self.characters(in: text[countedOffset..<offset])
        countedOffset = offset
        return Place(line: line, column: countedCharacters + 1)
    }

    /// The piece of its first line that a stretch lies in.
    ///
    /// - Parameters:
    ///   - range: the stretch; clamped to the text.
    ///   - text: always the same one.
    ///   - width: about how many bytes to show before and after.
    public mutating func excerpt(
        of range: SourceRange, in text: UnsafeBufferPointer<UInt8>, width: Int = 100
    ) -> SourceExcerpt {
        let start = min(max(0, range.offset), text.count)
        seekLine(of: start, in: text)
        var lineEnd = start
        let limit = min(text.count, start + max(range.length, 1) + 2 * width)
        while lineEnd < limit && text[lineEnd] != 0x0A { lineEnd += 1 }
        let isLineWhole = lineEnd == text.count || text[lineEnd] == 0x0A
        if isLineWhole, lineEnd > start, text[lineEnd - 1] == 0x0D { lineEnd -= 1 }

        var first = max(lineStart, start - width)
        if first == 0, start >= 3, Self.hasMark(text) { first = 3 }
        let isCutBefore = first > lineStart && first > 3
        if isCutBefore { while first < start && Self.isContinuation(text[first]) { first += 1 } }
        var end = min(start + range.length, lineEnd)
        end = min(end, start + width)
        end = max(end, start)
        while end < lineEnd && end > start && Self.isContinuation(text[end]) { end += 1 }
        var last = min(lineEnd, max(end + width / 2, first + width))
        while last < lineEnd && Self.isContinuation(text[last]) { last += 1 }
        return SourceExcerpt(
            before: Self.string(text, first..<start), marked: Self.string(text, start..<end),
            after: Self.string(text, end..<last), isCutBefore: isCutBefore,
            isCutAfter: last < lineEnd || !isLineWhole)
    }

    private mutating func seekLine(of offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        if offset < lineStart {
            var position = lineStart - 1
            while position > offset {
                position -= 1
                if text[position] == 0x0A { line -= 1 }
            }
            line -= 1
            while position > 0 && text[position - 1] != 0x0A { position -= 1 }
            lineStart = position
            return
        }
        var position = max(lineStart, min(countedOffset, offset))
        while position < offset {
            if text[position] == 0x0A {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    private static func characters(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        if bytes.allSatisfy({ $0 < 0x80 }) { return bytes.count }
        return String(decoding: bytes, as: UTF8.self).count
    }

    private static func hasMark(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

    private static func string(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: text[range], as: UTF8.self)
    }
}
