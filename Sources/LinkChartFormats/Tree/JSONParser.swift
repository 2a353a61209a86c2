/// Parses JSON strictly by RFC 8259, with the place of every value, and goes on after an error.
///
/// It keeps its own stack, so that depth costs no call frames. A comma too many, a missing one, a comment or a
/// single quote is reported and read past; what can't be understood is left out up to the next comma or
/// bracket.
struct JSONParser {
    let bytes: UnsafeBufferPointer<UInt8>
    var tape: DocumentTape
    var position: Int
    private var open: [Container] = []

    private struct Container {
        var item: Int
        var isMapping: Bool
    }

    /// Where in a container the parser is.
    private enum Expectation {
        case value, keyOrEnd, key, colon, commaOrEnd, valueOrEnd, nothing
    }

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, isPart: Bool = false,
        reusing memory: (items: [DocumentTree.Item], texts: [String]) = ([], [])
    ) {
        self.bytes = bytes
        tape = DocumentTape(bytes, isPart: isPart, reusing: memory)
        position = !isPart && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        // About one item in twelve bytes, which saves most of the growing.
        if tape.items.capacity < bytes.count / 12 { tape.items.reserveCapacity(bytes.count / 12) }
    }

    /// Parses a source as one document.
    static func parse(_ source: MappedFile) -> (tree: DocumentTree, problems: [DocumentProblem]) {
        source.withBytes { bytes in
            guard bytes.count < Int(UInt32.max) else {
                var tape = DocumentTape(bytes)
                tape.report(.tooLarge, "the document has more than 4 GB", at: 0)
                return (tape.finish(source, root: nil), tape.problems)
            }
            var parser = JSONParser(bytes)
            parser.parse()
            let root = parser.tape.items.isEmpty ? nil : 0
            return (parser.tape.finish(source, root: root), parser.tape.problems)
        }
    }

    /// Parses a part of a source, such as a line of JSON Lines, as one document.
    ///
    /// - Parameter memory: what an earlier document left, empty.
    static func parse(
        _ source: MappedFile, in range: Range<Int>,
        reusing memory: (items: [DocumentTree.Item], texts: [String]) = ([], [])
    ) -> (tree: DocumentTree, problems: [DocumentProblem]) {
        source.withBytes { all in
            let bytes = UnsafeBufferPointer(rebasing: all[range])
            guard bytes.count < Int(UInt32.max) else {
                let problem = DocumentProblem(
                    code: .tooLarge, message: "the value has more than 4 GB",
                    range: SourceRange(offset: range.lowerBound))
                return (DocumentTape(bytes).finish(source, root: nil), [problem])
            }
            var parser = JSONParser(bytes, isPart: true, reusing: memory)
            parser.parse()
            var problems = parser.tape.problems
            for position in problems.indices { problems[position].range.offset += range.lowerBound }
            let root = parser.tape.items.isEmpty ? nil : 0
            return (parser.tape.finish(source, root: root, base: range.lowerBound), problems)
        }
    }

    private mutating func parse() {
        var expectation = Expectation.value
        while true {
            skipSpace()
            guard position < bytes.count else { break }
            guard !tape.isGivenUp else { break }
            let byte = bytes[position]
            switch expectation {
            case .value, .valueOrEnd:
                if byte == 0x5D && expectation == .valueOrEnd {
                    expectation = close()
                } else {
                    expectation = value(byte)
                }
            case .key, .keyOrEnd:
                if byte == 0x7D && expectation == .keyOrEnd {
                    expectation = close()
                } else {
                    expectation = key(byte)
                }
            case .colon:
                if byte == 0x3A {
                    position += 1
                } else {
                    tape.report(.syntaxError, "expected `:` after the key", at: position)
                    if byte == 0x2C || byte == 0x7D || byte == 0x5D {
                        tape.scalar(.null, at: position, length: 0)
                        expectation = .commaOrEnd
                        continue
                    }
                }
                expectation = .value
            case .commaOrEnd: expectation = commaOrEnd(byte)
            case .nothing:
                tape.report(
                    .syntaxError, "there is more after the end of the document", at: position,
                    suggestion: "one file holds one JSON value")
                position = bytes.count
            }
        }
        finish(expectation)
    }

    private mutating func finish(_ expectation: Expectation) {
        if expectation == .nothing { return }
        if let innermost = open.last {
            let offset = Int(tape.items[innermost.item].offset)
            var places = SourcePlaces()
            let line = tape.isPart ? "" : " of line \(places.place(of: offset, in: bytes).line)"
            let bracket = innermost.isMapping ? "{" : "["
            var end = bytes.count
            while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
            tape.report(
                .truncatedFile,
                "the \(tape.isPart ? "value" : "file") ends before the `\(bracket)`\(line) is closed",
                at: end,
                length: 0, suggestion: "was it cut off?")
        } else if tape.items.isEmpty && !tape.isGivenUp {
            tape.report(.syntaxError, "there is no JSON value in the file", at: position, length: 0)
        }
        // A key without its value still needs one for the tape to be in order.
        if expectation == .colon || (expectation == .value && open.last?.isMapping == true) {
            tape.scalar(.null, at: bytes.count, length: 0)
        }
        while let container = open.popLast() { tape.close(container.item) }
    }

    // MARK: - Parts

    private mutating func value(_ byte: UInt8) -> Expectation {
        switch byte {
        case 0x22: string()
        case 0x7B: return begin(.mapping)
        case 0x5B: return begin(.sequence)
        case 0x2D, 0x30...0x39: number()
        case 0x2C, 0x5D, 0x7D: return missingValue(byte)
        default: if !word(byte) { unknownValue() }
        }
        return open.isEmpty ? .nothing : .commaOrEnd
    }

    /// A comma or a closing bracket where a value is expected.
    private mutating func missingValue(_ byte: UInt8) -> Expectation {
        guard let container = open.last else {
            tape.report(.syntaxError, "expected a value", at: position)
            position += 1
            return .value
        }
        if container.isMapping {
            tape.report(.syntaxError, "expected a value", at: position)
            tape.scalar(.null, at: position, length: 0)
            return .commaOrEnd
        }
        if byte == 0x5D {
            tape.report(
                .syntaxError, "a comma before the `]`", at: position,
                suggestion: "JSON allows no comma after the last element")
            return close()
        }
        tape.report(.syntaxError, "expected a value", at: position)
        if byte == 0x7D { return .commaOrEnd }
        position += 1
        return .value
    }

    private mutating func key(_ byte: UInt8) -> Expectation {
        if byte == 0x22 {
            string()
            return .colon
        }
        if byte == 0x7D {
            tape.report(
                .syntaxError, "a comma before the `}`", at: position,
                suggestion: "JSON allows no comma after the last member")
            return close()
        }
        if byte == 0x27 || Self.isNameStart(byte) {
            let start = position
            let length = byte == 0x27 ? singleQuotedLength() : nameLength()
            tape.report(
                .syntaxError, "a key in JSON stands in double quotes", at: start, length: length)
            tape.scalar(.string, at: start, length: length, quote: byte == 0x27 ? 1 : 0)
            position = start + length
            return .colon
        }
        if byte == 0x5D { return .commaOrEnd }
        tape.report(.syntaxError, "expected a key in double quotes", at: position)
        switch byte {
        case 0x2C, 0x3A: position += 1
        case 0x7B, 0x5B: skipBracketed()
        default: skipToStructure()
        }
        return .key
    }

    private mutating func commaOrEnd(_ byte: UInt8) -> Expectation {
        guard let container = open.last else { return .nothing }
        if byte == 0x2C {
            position += 1
            return container.isMapping ? .key : .value
        }
        if byte == (container.isMapping ? 0x7D : 0x5D) { return close() }
        if byte == 0x7D || byte == 0x5D {
            let wanted = container.isMapping ? "}" : "]"
            let found = container.isMapping ? "]" : "}"
            tape.report(.syntaxError, "expected `,` or `\(wanted)`, not `\(found)`", at: position)
            // If an outer container ends so, the inner one was left open; otherwise the bracket is too much.
            if open.dropLast().contains(where: { $0.isMapping != container.isMapping }) {
                tape.close(container.item)
                open.removeLast()
                return .commaOrEnd
            }
            position += 1
            return .commaOrEnd
        }
        tape.report(
            .syntaxError, "expected `,` or `\(container.isMapping ? "}" : "]")`", at: position,
            suggestion: "is a comma missing?")
        if byte == 0x22 || byte == 0x7B || byte == 0x5B { return container.isMapping ? .key : .value }
        position += 1
        skipToStructure()
        return .commaOrEnd
    }

    private mutating func begin(_ kind: DocumentTree.Kind) -> Expectation {
        guard open.count < DocumentTape.depthLimit else {
            tape.report(
                .tooDeep, "nested more than \(DocumentTape.depthLimit) deep", at: position,
                suggestion: "the rest of the file is not read")
            tape.scalar(.null, at: position, length: 0)
            position = bytes.count
            return .commaOrEnd
        }
        let item = tape.open(kind, at: position)
        open.append(Container(item: item, isMapping: kind == .mapping))
        position += 1
        return kind == .mapping ? .keyOrEnd : .valueOrEnd
    }

    private mutating func close() -> Expectation {
        position += 1
        if let container = open.popLast() { tape.close(container.item) }
        return open.isEmpty ? .nothing : .commaOrEnd
    }
}
