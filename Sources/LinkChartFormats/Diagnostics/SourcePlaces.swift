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
/// last place and goes on from there, in either direction. For places far from it, it counts the lines of every
/// block of the text once, so that a million questions in any order cost one pass over the text and a block each.
public struct SourcePlaces: Sendable {
    private var line = 1
    private var lineStart = 0
    private var marks: [Mark] = []

    /// What is known at the end of a block.
    private struct Mark {
        /// How many line feeds there are before it.
        var lineFeeds: Int
        /// Where the line begins that the next block begins in.
        var lineStart: Int
    }

    /// How many bytes a block has.
    private static let block = 1 << 14

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
    /// - Complexity: linear in the length of the line, and in a block; the first question about a later part of the
    ///   text counts the lines up to there.
    public mutating func place(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Place {
        let offset = min(max(0, offset), text.count)
        seekLine(of: offset, in: text)
        // A byte order mark is no character of the first line.
        if countedOffset < 3, offset >= 3, Self.hasMark(text) { countedOffset = 3 }
        countedCharacters += Self.characters(in: text[countedOffset..<offset])
        countedOffset = offset
        return Place(line: line, column: countedCharacters + 1)
    }

    /// The line of an offset, from 1.
    ///
    /// - Parameters:
    ///   - offset: in bytes; clamped to the text.
    ///   - text: always the same one.
    /// - Complexity: linear in a block; the first question about a later part counts the lines up to there.
    public mutating func line(of offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        seekLine(of: min(max(0, offset), text.count), in: text)
        return line
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
        goToLine(of: offset, in: text)
        // What was counted is of no use for another line, nor beyond the offset.
        if countedOffset < lineStart || countedOffset > offset {
            countedOffset = lineStart
            countedCharacters = 0
        }
    }

    private mutating func goToLine(of offset: Int, in text: UnsafeBufferPointer<UInt8>) {
        let near = max(lineStart, min(countedOffset, offset))
        if offset >= lineStart, offset - near < Self.block {
            count(from: near, to: offset, in: text)
            return
        }
        while marks.count < offset / Self.block { mark(text) }
        let start = offset / Self.block * Self.block
        let known =
            marks.isEmpty || start == 0 ? Mark(lineFeeds: 0, lineStart: 0) : marks[start / Self.block - 1]
        line = known.lineFeeds + 1
        lineStart = known.lineStart
        count(from: start, to: offset, in: text)
    }

    /// Counts the lines that begin between two offsets.
    private mutating func count(from start: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) {
        var position = start
        while position < end {
            if text[position] == 0x0A {
                line += 1
                lineStart = position + 1
            }
            position += 1
        }
    }

    /// Adds the mark of the next block.
    private mutating func mark(_ text: UnsafeBufferPointer<UInt8>) {
        let block = UnsafeBufferPointer(
            rebasing: text[marks.count * Self.block..<(marks.count + 1) * Self.block])
        var mark = marks.last ?? Mark(lineFeeds: 0, lineStart: 0)
        var lineFeeds = 0
        for byte in block { lineFeeds &+= byte == 0x0A ? 1 : 0 }
        mark.lineFeeds += lineFeeds
        if lineFeeds > 0, let last = block.lastIndex(of: 0x0A) {
            mark.lineStart = marks.count * Self.block + last + 1
        }
        marks.append(mark)
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
