#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is wrong with a line of an edge list.
struct PairIssue: Equatable, Sendable {
    enum Kind: UInt8, Sendable {
        case oneColumn, tooManyColumns, weightIsNoNumber, weightIsNotFinite, lineTooLong, zeroByte
    }
    var kind: Kind
    /// The bytes that are meant, counted from the start of the file.
    var bytes: Range<Int>
}

/// Where the scanner writes edges: room for as many as there are lines.
struct PairOutput {
    var sources: UnsafeMutablePointer<UInt32>
    var targets: UnsafeMutablePointer<UInt32>
    /// Written only once a weight was met; before that `PairScanner.hasWeights` is false.
    var weights: UnsafeMutablePointer<Double>

    func advanced(by count: Int) -> PairOutput {
        PairOutput(sources: sources + count, targets: targets + count, weights: weights + count)
    }
}

/// Reads lines of two names and perhaps a weight, in one pass over the bytes.
///
/// A tight loop takes the lines it can vouch for: two names that are known already, small whole numbers or
/// not, and a weight or none. Every other line goes to a careful second look, which adds new names, skips
/// comments and finds out what is wrong.
struct PairScanner {
    /// Longer lines are no lines of names: somebody passed a binary file.
    static let maximumLineLength = 1 << 20
    let file: UnsafeRawBufferPointer
    let dialect: PairDialect
    /// The only number of columns a line may have; nil where two and three may alternate.
    let columns: Int?

    private(set) var edgeCount = 0
    private(set) var hasWeights = false
    private(set) var issues: [PairIssue] = []
    private(set) var skippedLines = 0
    /// Where a table turned out to need a full tokenizer.
    private(set) var refusedAt: Int?

    init(file: UnsafeRawBufferPointer, dialect: PairDialect, columns: Int? = nil) {
        self.file = file
        self.dialect = dialect
        self.columns = columns
    }

    /// Reads the lines of a part of the file.
    ///
    /// - Parameters:
    ///   - range: begins at the beginning of a line and ends after a line end or with the file.
    ///   - interner: numbers the names.
    ///   - output: room for an edge a line.
    mutating func scan(_ range: Range<Int>, interner: inout NodeInterner, output: PairOutput) {
        var position = range.lowerBound
        while position < range.upperBound, refusedAt == nil {
            position = scanKnownLines(position..<range.upperBound, interner: interner, output: output)
            if position < range.upperBound {
                position = readCarefully(position..<range.upperBound, interner: &interner, output: output)
            }
        }
    }

    // MARK: - Lines of known names

    /// Reads lines until one is met that needs care; returns where that begins.
    private mutating func scanKnownLines(
        _ range: Range<Int>, interner: borrowing NodeInterner, output: PairOutput
    ) -> Int {
        guard let base = file.baseAddress else { return range.upperBound }
        let dialect = dialect
        let stopsBelow = Bytes8.repeated(dialect.stopsBelow)
        let separators = Bytes8.repeated(dialect.separator)
        let quotes = Bytes8.repeated(dialect.quote)
        let dense = interner.dense
        let denseLimit = interner.denseLimit
        let wantsWeight = columns == 3
        let refusesWeight = columns == 2
        let end = base + range.upperBound
        // No line that starts before this reads beyond the file in its numbers; names check for themselves.
        let safe = base + file.count - 64
        let lastWord = base + file.count - 8
        var edges = edgeCount
        var hasWeights = hasWeights
        defer {
            edgeCount = edges
            self.hasWeights = hasWeights
        }

        /// The node + 1 of the name at a place, or 0, and where the name ends.
        @inline(__always)
        func name(at start: UnsafeRawPointer) -> (node: UInt32, end: UnsafeRawPointer) {
            let digits = Bytes8.load(start) ^ 0x3030_3030_3030_3030
            let length = Bytes8.noDigit(digits).trailingZeroBitCount &>> 3
            let stop = (start + length).load(as: UInt8.self)
            let isPlain =
                length != 0 && (digits & 0xFF != 0 || length == 1)
                && (dialect.isSeparator(stop) || stop == 0x0A || stop == 0x0D)
            if isPlain {
                let value = Bytes8.decimal(digits, count: length)
                if value < denseLimit { return (dense[Int(truncatingIfNeeded: value)], start + length) }
            }
            var next = start
            while true {
                if next > lastWord { return (0, start) }
                let word = Bytes8.load(next)
                let stops =
                    Bytes8.below(stopsBelow, word) | Bytes8.equal(separators, word)
                    | Bytes8.equal(quotes, word)
                if stops != 0 {
                    next += stops.trailingZeroBitCount &>> 3
                    break
                }
                next += 8
            }
            let count = next - start
            if count == 0 || count > NodeInterner.Span.maximumLength { return (0, start) }
            // Blanks around the names of a table are no part of them.
            if start.load(as: UInt8.self) == 0x20 || (next - 1).load(as: UInt8.self) == 0x20 {
                return (0, start)
            }
            let offset = start - base
            let key = interner.key(offset: offset, length: count)
            return (interner.find(key, offset: offset, length: count), next)
        }

        var line = base + range.lowerBound
        while line < end && line < safe {
            let source = name(at: line)
            if source.node == 0 { break }
            var next = source.end
            if !dialect.isSeparator(next.load(as: UInt8.self)) { break }
            next += 1
            if dialect.collapsesSeparators {
                while next < safe, dialect.isSeparator(next.load(as: UInt8.self)) { next += 1 }
            }
            if next >= safe { break }
            let target = name(at: next)
            if target.node == 0 { break }
            next = target.end
            var stop = next.load(as: UInt8.self)
            var weight = Double.nan
            var weighs = false
            if dialect.isSeparator(stop) {
                if next >= safe { break }
                let start = next + 1
                let digits = Bytes8.load(start) ^ 0x3030_3030_3030_3030
                let length = Bytes8.noDigit(digits).trailingZeroBitCount &>> 3
                next = start + length
                stop = next.load(as: UInt8.self)
                if length != 0 && (stop == 0x0A || stop == 0x0D) {
                    weight = Double(Bytes8.decimal(digits, count: length))
                } else {
                    while next < end, next.load(as: UInt8.self) > 0x20,
                        next.load(as: UInt8.self) != dialect.separator
                    {
                        next += 1
                    }
                    if next >= end { break }
                    stop = next.load(as: UInt8.self)
                    guard
                        case .number(let value) = DecimalNumber.read(
                            UnsafeRawBufferPointer(start: start, count: next - start))
                    else { break }
                    weight = value
                }
                weighs = true
            }
            if stop == 0x0A {
                next += 1
            } else if stop == 0x0D {
                if next >= lastWord { break }
                next += (next + 1).load(as: UInt8.self) == 0x0A ? 2 : 1
            } else {
                break
            }
            if weighs {
                if refusesWeight { break }
                if !hasWeights {
                    output.weights.update(repeating: .nan, count: edges)
                    hasWeights = true
                }
            } else if wantsWeight {
                break
            }
            if hasWeights { output.weights[edges] = weight }
            output.sources[edges] = source.node &- 1
            output.targets[edges] = target.node &- 1
            edges &+= 1
            line = next
        }
        return line - base
    }

    // MARK: - Lines that need care

    /// Reads one line whatever it holds; returns where the next begins.
    private mutating func readCarefully(
        _ range: Range<Int>, interner: inout NodeInterner, output: PairOutput
    ) -> Int {
        let line = range.lowerBound..<lineEnd(range)
        var next = line.upperBound
        if next < range.upperBound {
            next += file[next] == 0x0D && next + 1 < range.upperBound && file[next + 1] == 0x0A ? 2 : 1
        }
        let fields = self.fields(of: line)
        if fields.count == 0 {
            skippedLines += 1
        } else if let issue = issue(fields, line: line) {
            note(issue)
        } else {
            if !fields.weight.isEmpty, case .number(let weight) = read(fields.weight) {
                if !hasWeights {
                    output.weights.update(repeating: .nan, count: edgeCount)
                    hasWeights = true
                }
                output.weights[edgeCount] = weight
            } else if hasWeights {
                output.weights[edgeCount] = .nan
            }
            output.sources[edgeCount] = interner.intern(
                offset: fields.source.lowerBound, length: fields.source.count)
            output.targets[edgeCount] = interner.intern(
                offset: fields.target.lowerBound, length: fields.target.count)
            edgeCount += 1
        }
        return next
    }

    private func lineEnd(_ range: Range<Int>) -> Int {
        var position = range.lowerBound
        while position < range.upperBound, file[position] != 0x0A, file[position] != 0x0D { position += 1 }
        return position
    }

    /// The columns of a line; of more than three the fourth tells where they begin.
    private struct Fields {
        var count = 0
        var source = 0..<0
        var target = 0..<0
        var weight = 0..<0
        var rest = 0..<0

        mutating func append(_ field: Range<Int>) {
            switch count {
            case 0: source = field
            case 1: target = field
            case 2: weight = field
            case 3: rest = field
            default: break
            }
            count += 1
        }
    }

    private func fields(of line: Range<Int>) -> Fields {
        var fields = Fields()
        var position = line.lowerBound
        if dialect.collapsesSeparators {
            while true {
                while position < line.upperBound, dialect.isSeparator(file[position]) { position += 1 }
                if position == line.upperBound || isComment(position) { return fields }
                let start = position
                while position < line.upperBound, !dialect.isSeparator(file[position]) { position += 1 }
                fields.append(start..<position)
            }
        }
        if trimmed(line).isEmpty || isComment(trimmed(line).lowerBound) { return fields }
        while true {
            let start = position
            while position < line.upperBound, !dialect.isSeparator(file[position]) { position += 1 }
            let field = trimmed(start..<position)
            if !field.isEmpty, isComment(field.lowerBound) { return fields }
            fields.append(field)
            if position == line.upperBound { return fields }
            position += 1
        }
    }

    private func isComment(_ position: Int) -> Bool {
        dialect.hasComments && (file[position] == 0x23 || file[position] == 0x25)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, file[start] == 0x20 || file[start] == 0x09 { start += 1 }
        while start < end, file[end - 1] == 0x20 || file[end - 1] == 0x09 { end -= 1 }
        return start..<end
    }

    private func read(_ field: Range<Int>) -> DecimalNumber.Reading {
        DecimalNumber.read(UnsafeRawBufferPointer(rebasing: file[field]))
    }

    private func issue(_ fields: Fields, line: Range<Int>) -> PairIssue? {
        if line.count > Self.maximumLineLength {
            return PairIssue(kind: .lineTooLong, bytes: line.lowerBound..<line.lowerBound + 80)
        }
        if let base = file.baseAddress, let zero = memchr(base + line.lowerBound, 0, line.count) {
            let offset = UnsafeRawPointer(zero) - base
            return PairIssue(kind: .zeroByte, bytes: offset..<offset + 1)
        }
        if fields.count < 2 || fields.source.isEmpty || fields.target.isEmpty {
            return PairIssue(
                kind: .oneColumn, bytes: fields.source.isEmpty ? fields.target : fields.source)
        }
        if fields.count > 3 { return PairIssue(kind: .tooManyColumns, bytes: fields.rest) }
        if dialect.quote != 0, file[line].contains(dialect.quote) || fields.count != columns {
            return PairIssue(kind: .tooManyColumns, bytes: line)
        }
        guard fields.count == 3, !fields.weight.isEmpty else { return nil }
        switch read(fields.weight) {
        case .number: return nil
        case .notFinite: return PairIssue(kind: .weightIsNotFinite, bytes: fields.weight)
        case .none:
            // An empty dictionary is what NetworkX writes for an edge without attributes.
            let isEmptyDictionary = file[fields.weight].elementsEqual("{}".utf8)
            return isEmptyDictionary && dialect.hasComments
                ? nil : PairIssue(kind: .weightIsNoNumber, bytes: fields.weight)
        }
    }

    private mutating func note(_ issue: PairIssue) {
        guard dialect.hasComments else {
            // Of a table every line that is not plain is for the tokenizer, which knows all the rules.
            refusedAt = refusedAt ?? issue.bytes.lowerBound
            return
        }
        issues.append(issue)
    }
}
