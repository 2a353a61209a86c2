internal import LinkChartModel

/// The keys and values between two brackets of GML.
///
/// It is read with a stack of its own, so that depth costs no call frames. A key that stands several times is a list.
struct GMLRecord {
    private var single: Attributes = [:]
    private var lists: [String: [AttributeValue]] = [:]
    /// Where the identifier stands.
    private(set) var idRange: SourceRange?

    /// How deep brackets may stand in one another.
    static let depthLimit = 256
    /// What NetworkX puts before the only value of a list.
    private static let listMark = AttributeValue.string("_networkx_list_start")

    /// All values, lists included.
    var attributes: Attributes {
        var attributes = single
        for (name, values) in lists {
            let first = single[name].map { [$0] } ?? []
            attributes[name] = .list((first == [Self.listMark] ? [] : first) + values)
        }
        for (name, value) in single where value == Self.listMark && lists[name] == nil {
            attributes[name] = .list([])
        }
        return attributes
    }

    var isEmpty: Bool { single.isEmpty }

    mutating func add(_ key: String, _ value: AttributeValue, at range: SourceRange) {
        if key == "id" { idRange = range }
        if single[key] == nil { single[key] = value } else { lists[key, default: []].append(value) }
    }
}

extension GMLTokenizer {
    /// Reads what stands up to the bracket that closes the record whose opening has been read.
    ///
    /// - Returns: the record; nil, with a diagnostic, if it is nested too deeply.
    mutating func readRecord(
        _ bytes: UnsafeBufferPointer<UInt8>, openedAt start: SourceRange, into builder: inout GraphBuilder
    ) -> GMLRecord? {
        var stack: [(key: String, record: GMLRecord)] = [("", GMLRecord())]
        while true {
            guard let token = next() else {
                let line = builder.line(of: start.offset)
                builder.report(
                    .truncatedFile, "the file ends before the `[` of line \(line) is closed",
                    at: SourceRange(offset: bytes.count), suggestion: "was it cut off?")
                break
            }
            if token.kind == .close {
                if stack.count == 1 { break }
                let (key, record) = stack.removeLast()
                stack[stack.count - 1].record.add(key, .object(record.attributes), at: token.range)
                continue
            }
            guard let key = key(token, bytes, &builder) else { continue }
            switch readValue(after: token, key, bytes, &builder) {
            case .opened(let range):
                guard stack.count < GMLRecord.depthLimit else {
                    builder.report(
                        .tooDeep, "brackets nested more than \(GMLRecord.depthLimit) deep", at: range,
                        suggestion: "the rest of the file is not read")
                    return nil
                }
                stack.append((key, GMLRecord()))
            case .value(let value, let range): stack[stack.count - 1].record.add(key, value, at: range)
            case .nothing: continue
            }
        }
        while stack.count > 1 {
            let (key, record) = stack.removeLast()
            stack[stack.count - 1].record.add(key, .object(record.attributes), at: start)
        }
        return stack[0].record
    }

    /// The key that a token is; nil, with a diagnostic, if it is none.
    func key(_ token: Token, _ bytes: UnsafeBufferPointer<UInt8>, _ builder: inout GraphBuilder) -> String? {
        guard token.kind == .word else {
            builder.report(
                .syntaxError, "expected a key or `]`", at: token.range,
                suggestion: "GML is a list of keys, each with a value")
            return nil
        }
        return String(
            decoding: bytes[token.range.offset..<token.range.offset + token.range.length], as: UTF8.self)
    }

    /// What follows a key.
    enum Value {
        case value(AttributeValue, SourceRange)
        case opened(SourceRange)
        case nothing
    }

    /// Reads the value of a key.
    mutating func readValue(
        after keyToken: Token, _ key: String, _ bytes: UnsafeBufferPointer<UInt8>,
        _ builder: inout GraphBuilder
    ) -> Value {
        let before = self
        guard let token = next(), token.kind != .close else {
            builder.report(.missingKey, "the key `\(key)` has no value", at: keyToken.range)
            self = before
            // At the end of the file there is nothing to go back to.
            return .nothing
        }
        let range = token.range
        let slice = bytes[range.offset..<range.offset + range.length]
        switch token.kind {
        case .open: return .opened(range)
        case .string: return .value(.string(GMLText.decode(slice.dropFirst().dropLast())), range)
        case .integer:
            let text = String(decoding: slice, as: UTF8.self)
            if let value = Int64(text) { return .value(.integer(value), range) }
            builder.report(
                .numberOutOfRange, "the number is too large to be held exactly; it is kept as a text",
                at: range)
            return .value(.string(text), range)
        case .real:
            let reading = DecimalNumber.read(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: slice)))
            if case .number(let value) = reading { return .value(.number(value), range) }
            let text = String(decoding: slice, as: UTF8.self)
            return .value(DeclaredType.double.value(text) ?? .string(text), range)
        case .unclosed:
            builder.report(
                .unclosedQuote, "this text is never closed", at: range,
                suggestion: "taken to the end of the line")
            return .value(.string(GMLText.decode(slice.dropFirst())), range)
        case .word, .close:
            let text = String(decoding: slice, as: UTF8.self)
            // NetworkX writes infinite numbers so; a leading sign makes them words here.
            if let number = DeclaredType.double.value(text), text.first == "+" || text.first == "-" {
                return .value(number, range)
            }
            builder.report(
                .syntaxError, "a text in GML stands in quotes", at: range,
                suggestion: "write \"\(text)\"; taken as that", severity: .warning)
            return .value(.string(GMLText.decode(slice)), range)
        }
    }
}
