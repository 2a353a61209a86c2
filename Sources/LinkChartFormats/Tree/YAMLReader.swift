import Yams

/// Makes a document tree of YAML, which Yams parses.
///
/// Yams stops at the first error of syntax. Two sorts of errors are kept from it, so that the rest of the file
/// can be read and all its problems be told at once: characters that YAML does not allow are replaced, and a
/// key that stands twice in a mapping is given another name while Yams looks at it.
///
/// An alias is unfolded where it stands. How much aliases may unfold to is bounded, so that ten lines can't
/// become a billion values.
struct YAMLReader {
    private let source: MappedFile
    private let bytes: UnsafeBufferPointer<UInt8>
    private var tape: DocumentTape
    private var marks: YAMLMarks
    /// Stand-ins for the first characters of keys that stand twice.
    private var standIns: [Unicode.Scalar: Unicode.Scalar] = [:]
    private var isFull = false
    /// Whether escaped byte order marks were replaced in what Yams looks at.
    private var hasMarks = false

    /// How many items aliases may add.
    static let aliasLimit = 1_000_000
    /// How many bytes are parsed again, in all, because of keys that stand twice.
    static let repetitionLimit = 64 << 20

    private init(_ source: MappedFile, _ bytes: UnsafeBufferPointer<UInt8>) {
        self.source = source
        self.bytes = bytes
        tape = DocumentTape(bytes)
        marks = YAMLMarks(bytes)
    }

    /// Parses a source as one document.
    static func parse(_ source: MappedFile) -> (tree: DocumentTree, problems: [DocumentProblem]) {
        source.withBytes { bytes in
            var reader = YAMLReader(source, bytes)
            return reader.parse()
        }
    }

    private mutating func parse() -> (tree: DocumentTree, problems: [DocumentProblem]) {
        var root: Int?
        if bytes.count >= Int(UInt32.max) {
            tape.report(.tooLarge, "the document has more than 4 GB", at: 0)
        } else if let problem = YAMLGuard(bytes).problem {
            tape.problems.append(problem)
        } else if let node = compose() {
            root = 0
            append(node, depth: 0)
        }
        return (tape.finish(source, root: root), tape.problems)
    }

    // MARK: - Yams

    private mutating func compose() -> Node? {
        var text = legibleText()
        var repeated = 0
        while true {
            do {
                let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
                let root = try parser.nextRoot()
                checkEnd(parser)
                return root
            } catch let YamlError.duplicatedKeysInMapping(_, context) {
                repeated += bytes.count
                guard repeated < Self.repetitionLimit, let renamed = rename(keyAt: context.mark, in: text)
                else {
                    tape.report(
                        .duplicateKey, "a key stands twice in its mapping", at: marks.offset(of: context.mark)
                    )
                    return nil
                }
                text = renamed
            } catch let error as YamlError {
                tape.problems.append(YAMLSyntaxError(error, marks: &marks, count: bytes.count).problem)
                return nil
            } catch {
                tape.report(.syntaxError, "the YAML can't be read: \(error)", at: 0)
                return nil
            }
        }
    }

    /// The text with characters that YAML does not allow replaced, after a report of each.
    private mutating func legibleText() -> String {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let original = String(decoding: bytes[start...], as: UTF8.self)
        let text = Self.withoutMarks(original)
        hasMarks = text != original
        guard text.unicodeScalars.contains(where: { !Self.isAllowed($0) }) else { return text }
        var legible = String.UnicodeScalarView()
        var offset = start
        for scalar in text.unicodeScalars {
            if Self.isAllowed(scalar) {
                legible.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
                tape.report(
                    .syntaxError, "the character U+\(number) can't stand in YAML", at: offset,
                    length: UTF8.width(scalar),
                    suggestion: "write it as \"\\u\(number)\" in double quotes")
                legible.append("\u{FFFD}")
            }
            offset += UTF8.width(scalar)
        }
        return String(legible)
    }

    /// The characters of YAML 1.2, production 1.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
            0x10000...0x10FFFF:
            true
        default: false
        }
    }

    private mutating func checkEnd(_ parser: Parser) {
        let next: Node?
        do { next = try parser.nextRoot() } catch let YamlError.parser(_, problem, mark, _) {
            let offset = marks.offset(of: mark)
            tape.report(.syntaxError, problem, at: offset)
            return
        } catch {
            return
        }
        guard let next else { return }
        tape.report(
            .severalDocuments, "another document begins here",
            at: next.mark.map { marks.offset(of: $0) } ?? 0,
            suggestion: "only the first is read")
    }

    /// Replaces the first character of a key by a stand-in from the second private use plane, which keeps all
    /// lines and columns.
    private mutating func rename(keyAt mark: Mark, in text: String) -> String? {
        guard let standIn = Unicode.Scalar(0x10_0000 + UInt32(standIns.count)), standIns.count < 1_000
        else { return nil }
        var place = marks.offset(of: mark)
        guard place < bytes.count else { return nil }
        var column = mark.column
        if bytes[place] == 0x22 || bytes[place] == 0x27 {
            place += 1
            column += 1
        }
        guard place < bytes.count, let first = firstScalar(at: place),
            !["&", "!", "*", "\\", "\"", "'", "?"].contains(first)
        else { return nil }
        var scalars = text.unicodeScalars
        guard let index = YAMLMarks.index(line: mark.line, column: column, in: scalars),
            scalars[index] == first
        else { return nil }
        scalars.replaceSubrange(index...index, with: CollectionOfOne(standIn))
        standIns[standIn] = first
        return String(scalars)
    }

    private func firstScalar(at offset: Int) -> Unicode.Scalar? {
        String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
    }

    // MARK: - Tape

    private mutating func append(_ node: Node, depth: Int) {
        guard !isFull else { return appendNull(at: 0) }
        if tape.items.count > bytes.count + Self.aliasLimit {
            isFull = true
            tape.report(
                .tooManyAliases, "the aliases unfold to more than \(Self.aliasLimit) values",
                at: node.mark.map { marks.offset(of: $0) } ?? 0)
            return appendNull(at: 0)
        }
        let offset = node.mark.map { marks.offset(of: $0) } ?? 0
        if depth >= DocumentTape.depthLimit, node.scalar == nil {
            tape.report(
                .tooDeep, "nested more than \(DocumentTape.depthLimit) deep", at: offset)
            return appendNull(at: offset)
        }
        switch node {
        case .scalar(let scalar): append(scalar, at: offset, isKey: false)
        case .sequence(let sequence):
            checkTag(sequence.tag, "tag:yaml.org,2002:seq", at: offset)
            let item = tape.open(.sequence, at: offset)
            for element in sequence { append(element, depth: depth + 1) }
            tape.close(item)
        case .mapping(let mapping):
            checkTag(mapping.tag, "tag:yaml.org,2002:map", at: offset)
            let firstKey = mapping.first?.key.scalar?.string.utf8.count
            let isBlock = offset < bytes.count && bytes[offset] != 0x7B
            let item = tape.open(.mapping, at: offset, length: isBlock ? max(1, firstKey ?? 1) : 1)
            for (key, value) in mapping {
                guard let scalar = key.scalar else {
                    tape.report(
                        .syntaxError, "a key must be a simple text",
                        at: key.mark.map { marks.offset(of: $0) } ?? offset,
                        suggestion: "its value is left out")
                    continue
                }
                append(scalar, at: scalar.mark.map { marks.offset(of: $0) } ?? offset, isKey: true)
                append(value, depth: depth + 1)
            }
            tape.close(item)
        case .alias: appendNull(at: offset)
        }
    }

    private mutating func appendNull(at offset: Int) { tape.scalar(.null, at: offset, length: 0) }

    private mutating func append(_ scalar: Node.Scalar, at offset: Int, isKey: Bool) {
        var text = scalar.string
        if isKey, !standIns.isEmpty, let first = text.unicodeScalars.first, let original = standIns[first] {
            text.unicodeScalars.replaceSubrange(
                text.startIndex...text.startIndex, with: CollectionOfOne(original))
        }
        if scalar.style == .doubleQuoted, Self.isMark(bytes, offset) {
            text.unicodeScalars.replaceSubrange(
                text.startIndex..<text.unicodeScalars.index(after: text.startIndex), with: ["\u{FEFF}"])
        } else if hasMarks, scalar.style != .doubleQuoted {
            text = Self.withMarks(text)
        }
        let kind = isKey ? .string : kind(of: scalar, at: offset)
        let quote: UInt8
        switch scalar.style {
        case .singleQuoted, .doubleQuoted: quote = 1
        case .literal, .folded:
            tape.scalar(kind, at: offset, length: 1, text: text)
            return
        default: quote = 0
        }
        // What stands in the source as it is needs no copy.
        let length = text.utf8.count + 2 * Int(quote)
        let isSlice =
            offset + length <= bytes.count && (quote == 0 || Self.isQuote(bytes[offset]))
            && text.utf8.elementsEqual(bytes[offset + Int(quote)..<offset + length - Int(quote)])
        if isSlice && (quote == 0 || bytes[offset + length - 1] == bytes[offset]) {
            tape.scalar(kind, at: offset, length: length, quote: quote)
        } else {
            tape.scalar(kind, at: offset, length: markedLength(at: offset), text: text)
        }
    }

    /// The text with escaped byte order marks at the beginning of quoted texts replaced: Yams drops them, so
    /// that two keys may seem one. The stand-in is as long, so that lines and columns stay.
    private static func withoutMarks(_ text: String) -> String {
        var copy = Array(text.utf8)
        var isChanged = false
        copy.withUnsafeMutableBufferPointer { bytes in
            for position in bytes.indices where bytes[position] == 0x22 {
                // A quote after a backslash opens nothing.
                guard position == 0 || bytes[position - 1] != 0x5C,
                    isMark(UnsafeBufferPointer(bytes), position)
                else { continue }
                let digits = position + (bytes[position + 2] == 0x75 ? 3 : 7)
                bytes[digits + 1] = 0x38
                isChanged = true
            }
        }
        return isChanged ? String(decoding: copy, as: UTF8.self) : text
    }

    /// Undoes ``withoutMarks(_:)`` where the escape was none, because the text is not in double quotes.
    private static func withMarks(_ text: String) -> String {
        var bytes = Array(text.utf8)
        let standIn: [UInt8] = [0x22, 0x5C, 0x75, 0x66, 0x38, 0x66, 0x66]
        for position in bytes.indices.dropLast(6) where bytes[position] == 0x22 {
            let isStandIn = (0..<7).allSatisfy { offset in
                let byte = bytes[position + offset]
                return (offset > 2 && byte >= 0x41 ? byte | 0x20 : byte) == standIn[offset]
            }
            if isStandIn { bytes[position + 4] = bytes[position + 3] & 0x20 | 0x45 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a double quote and the escape of a byte order mark stand here.
    private static func isMark(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
        guard offset + 7 < bytes.count, bytes[offset] == 0x22, bytes[offset + 1] == 0x5C,
            bytes[offset + 2] | 0x20 == 0x75
        else { return false }
        let end = min(offset + (bytes[offset + 2] == 0x75 ? 7 : 11), bytes.count)
        let digits = String(decoding: bytes[offset + 3..<end], as: UTF8.self).lowercased()
        return digits == "feff" || digits == "0000feff"
    }

    /// How much to mark of a scalar that has escapes or several lines: to its closing quote on the same line,
    /// or to the line's end.
    private func markedLength(at offset: Int) -> Int {
        guard offset < bytes.count else { return 0 }
        let quote = bytes[offset]
        var end = offset + 1
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D {
            if Self.isQuote(quote), bytes[end] == quote { return end + 1 - offset }
            if quote == 0x22, bytes[end] == 0x5C { end += 1 }
            end += 1
        }
        return min(end, bytes.count) - offset
    }

    private static func isQuote(_ byte: UInt8) -> Bool { byte == 0x22 || byte == 0x27 }

    // MARK: - Types

    private mutating func kind(of scalar: Node.Scalar, at offset: Int) -> DocumentTree.Kind {
        var text = scalar.string
        let plain = text.withUTF8 { CoreSchema.kind(of: $0) }
        let wanted: [DocumentTree.Kind]
        switch scalar.tag.rawValue {
        case "": return scalar.style == .plain ? plain : .string
        case "!", "tag:yaml.org,2002:str": return .string
        case "tag:yaml.org,2002:null": wanted = [.null]
        case "tag:yaml.org,2002:bool": wanted = [.bool]
        case "tag:yaml.org,2002:int": wanted = [.integer]
        case "tag:yaml.org,2002:float": wanted = [.number, .integer]
        default:
            reportTag(scalar.tag, at: offset)
            return scalar.style == .plain ? plain : .string
        }
        if wanted.contains(plain) { return plain }
        tape.report(
            .wrongType, "the value is not what its tag says", at: offset, length: markedLength(at: offset))
        return .string
    }

    private mutating func checkTag(_ tag: Tag, _ expected: String, at offset: Int) {
        if !["", "!", expected].contains(tag.rawValue) { reportTag(tag, at: offset) }
    }

    private mutating func reportTag(_ tag: Tag, at offset: Int) {
        tape.report(
            .unsupportedTag, "the tag `\(tag.rawValue)` has no meaning here", at: offset,
            suggestion: "put quotes around a value that begins with `!`")
    }
}
