#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The values of a JSON document one after another, each with a tree of its own, so that a file of gigabytes costs the
/// memory of its longest value.
///
/// The values are the elements of an array of objects or arrays, or those of JSON Lines, or one alone. In JSON Lines a
/// line that breaks the rules does not touch the next.
struct JSONElements {
    private let source: MappedFile
    private var position: Int
    /// Where the line ends, in JSON Lines; otherwise the end of the source.
    private var limit: Int
    private let isLines: Bool
    private var array: Int?
    private var problems: [DocumentProblem] = []
    private var isAfterElement = false
    /// The last tree, whose memory the next one takes over if nobody has kept it.
    private var last: DocumentTree?

    /// - Parameter start: where the document begins, after a byte order mark.
    init(_ source: MappedFile, from start: Int) {
        self.source = source
        position = start
        isLines = source.withBytes { Self.isLines($0, from: start) }
        limit = isLines ? start : source.count
    }

    /// The next value, and what breaks the rules of JSON in it or before it; nil at the end.
    ///
    /// The last call may give problems without a value.
    mutating func next() -> (tree: DocumentTree?, problems: [DocumentProblem])? {
        let range = source.withBytes { advance($0) }
        defer { problems = [] }
        guard let range else { return problems.isEmpty ? nil : (nil, problems) }
        var memory: (items: [DocumentTree.Item], texts: [String]) = ([], [])
        if isKnownUniquelyReferenced(&last), let last { memory = last.reclaim() }
        let parsed = JSONParser.parse(source, in: range, reusing: memory)
        last = parsed.tree
        return (parsed.tree, problems.isEmpty ? parsed.problems : problems + parsed.problems)
    }

    // MARK: - Finding values

    /// Where the next value stands.
    private mutating func advance(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        while true {
            while position < limit, isSpace(bytes[position]) { position += 1 }
            if position >= limit {
                if let array {
                    problems.append(
                        DocumentProblem(
                            code: .truncatedFile, message: "the `[` is never closed",
                            range: SourceRange(offset: array, length: 1), suggestion: "was the file cut off?")
                    )
                    self.array = nil
                }
                guard isLines, limit < bytes.count else { return nil }
                isAfterElement = false
                while position < bytes.count, isSpace(bytes[position]) { position += 1 }
                limit = position
                limit = Self.lineEnd(bytes, from: limit)
                if position >= bytes.count { return nil }
                continue
            }
            if let range = step(bytes) { return range }
        }
    }

    /// Goes past one separator or bracket, or one value, which is then given.
    private mutating func step(_ bytes: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let byte = bytes[position]
        if array != nil {
            switch byte {
            case 0x5D:
                array = nil
                position += 1
                return nil
            case 0x2C:
                if !isAfterElement { report("expected a value, not `,`") }
                isAfterElement = false
                position += 1
                return nil
            default:
                if isAfterElement { report("expected `,` or `]`", suggestion: "is a comma missing?") }
            }
        } else if byte == 0x5B, opensArrayOfValues(bytes) {
            array = position
            isAfterElement = false
            position += 1
            return nil
        } else if byte == 0x5D || byte == 0x7D || byte == 0x2C {
            report("`\(Character(UnicodeScalar(byte)))` closes or separates nothing here")
            position += 1
            return nil
        }
        isAfterElement = true
        let start = position
        position = Self.end(bytes, from: start, limit: limit)
        // Whatever it is, it is gone past.
        if position == start { position += 1 }
        return start..<position
    }

    private mutating func report(_ message: String, suggestion: String? = nil) {
        guard problems.count < DocumentTape.problemLimit else { return }
        problems.append(
            DocumentProblem(
                code: .syntaxError, message: message, range: SourceRange(offset: position, length: 1),
                suggestion: suggestion))
    }

    /// Whether the array here holds objects or arrays, and is not a value itself.
    private func opensArrayOfValues(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var next = position + 1
        while next < limit, isSpace(bytes[next]) { next += 1 }
        return next < limit && (bytes[next] == 0x7B || bytes[next] == 0x5B || bytes[next] == 0x5D)
    }

    /// The end of the value that begins at a position, by its brackets and strings alone.
    private static func end(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int) -> Int {
        var position = start
        var depth = 0
        while position < limit {
            switch bytes[position] {
            case 0x22:
                position = stringEnd(bytes, from: position, limit: limit)
                if depth == 0 { return position }
                continue
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D:
                // One that closes nothing ends a scalar.
                if depth == 0 { return position }
                depth -= 1
                if depth == 0 { return position + 1 }
            case 0x2C where depth == 0: return position
            case 0x20, 0x09, 0x0A, 0x0D: if depth == 0 { return position }
            default: break
            }
            position += 1
        }
        return limit
    }

    private static func stringEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, limit: Int
    ) -> Int {
        let bytes = UnsafeBufferPointer(rebasing: bytes[..<limit])
        var position = start + 1
        while position < limit {
            position = JSONText.plainEnd(bytes, from: position)
            guard position < limit else { break }
            if bytes[position] == 0x22 { return position + 1 }
            position += bytes[position] == 0x5C ? 2 : 1
        }
        return limit
    }

    /// Whether the first line that is not blank is a value of its own, or the one after it, should the first break off
    /// in a text, which no document over several lines can.
    private static func isLines(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        var first = start
        while first < bytes.count, isSpace(bytes[first]) { first += 1 }
        guard first < bytes.count, bytes[first] == 0x7B || bytes[first] == 0x5B else { return false }
        let firstEnd = lineEnd(bytes, from: first)
        guard firstEnd < bytes.count else { return false }
        if isValue(bytes, first..<firstEnd) { return true }
        let second = firstEnd + 1
        guard endsInText(bytes, first..<firstEnd), second < bytes.count, bytes[second] == bytes[first] else {
            return false
        }
        return isValue(bytes, second..<lineEnd(bytes, from: second))
    }

    private static func lineEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress else { return start }
        let found = memchr(base + start, 0x0A, bytes.count - start)
        return found.map { UnsafeRawPointer(base).distance(to: UnsafeRawPointer($0)) } ?? bytes.count
    }

    private static func endsInText(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var position = line.lowerBound
        while position < line.upperBound {
            guard bytes[position] == 0x22 else {
                position += 1
                continue
            }
            let end = stringEnd(bytes, from: position, limit: line.upperBound)
            if end >= line.upperBound, bytes[line.upperBound - 1] != 0x22 || end - position < 2 {
                return true
            }
            position = end
        }
        return false
    }

    /// Whether a line that begins with a bracket is a value and nothing else.
    private static func isValue(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) -> Bool {
        var last = line.upperBound
        while last > line.lowerBound, isSpace(bytes[last - 1]) { last -= 1 }
        guard last > line.lowerBound else { return false }
        let closing: UInt8 = bytes[line.lowerBound] == 0x7B ? 0x7D : 0x5D
        return bytes[last - 1] == closing && end(bytes, from: line.lowerBound, limit: line.upperBound) == last
    }
}

@inline(__always)
private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
