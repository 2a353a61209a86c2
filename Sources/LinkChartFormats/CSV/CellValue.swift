internal import LinkChartModel

/// How single cells are read and written.
enum CellValue {
    /// The value of a text that is not empty: a number if it is written as this library writes that number, otherwise
    /// a text.
    ///
    /// - Parameter first: the text's first byte, by which most texts are known to be no numbers.
    static func attribute(_ text: String, first: UInt8) -> AttributeValue {
        guard first == 0x2D || (first >= 0x30 && first <= 0x39) else { return .string(text) }
        if let value = Int64(text), String(value) == text { return .integer(value) }
        if let value = Double(text), value.isFinite, value.description == text { return .number(value) }
        return .string(text)
    }

    /// The cell of a value that reads back as the same; nil if no plain cell does.
    static func text(_ value: AttributeValue) -> String? {
        switch value {
        case .integer(let number): return String(number)
        case .number(let number):
            guard number.isFinite else { return nil }
            let text = number.description
            return attribute(text, first: text.utf8.first ?? 0) == value ? text : nil
        case .string(let text):
            guard let first = text.utf8.first, attribute(text, first: first) == value else { return nil }
            return text
        case .null, .bool, .list, .object: return nil
        }
    }

    /// Several names from one cell: between `;` or `|`, without the blanks around them.
    static func names(_ text: String) -> [String] {
        text.split { $0 == ";" || $0 == "|" }.map { trimmed($0) }.filter { !$0.isEmpty }
    }

    /// The cell of several names that reads back as the same; nil if only a JSON array does.
    static func text(_ names: [String]) -> String? {
        let text = names.joined(separator: "; ")
        return !text.hasPrefix("[") && self.names(text) == names ? text : nil
    }

    static func trimmed(_ text: some StringProtocol) -> String {
        var whole = String(text)
        let isBare = whole.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            return 0x21...0x7E ~= first && 0x21...0x7E ~= last
        }
        if isBare { return whole }
        var text = whole[...]
        // Millions of blanks go byte by byte; one before an accent belongs to its character.
        let isBlank = { (byte: UInt8) in byte == 0x20 || byte &- 0x09 < 5 }
        if let last = text.utf8.lastIndex(where: { !isBlank($0) }), text.utf8[last] < 0x80 {
            text = text[...last]
        }
        if let first = text.utf8.firstIndex(where: { !isBlank($0) }), text.utf8[first] < 0x80 {
            text = text[first...]
        }
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// A confidence as tables write it: `60`, `60%`, or a term that means the same on all scales of STIX 2.1 that have
    /// it, or a scale and its term, as in `DNI: very likely`.
    enum ConfidenceReading: Equatable {
        case value(Confidence?)
        case outOfRange(Int)
        case unknown
    }

    static func confidence(_ text: String) -> ConfidenceReading {
        let number = text.hasSuffix("%") ? trimmed(text.dropLast()) : text
        if let value = Int(number) {
            guard let confidence = try? Confidence(value) else { return .outOfRange(value) }
            return .value(confidence)
        }
        var scales = ConfidenceScale.all
        var term = text
        if let colon = text.firstIndex(of: ":") {
            scales = NativeNames.scale(named: String(text[..<colon])).map { [$0] } ?? []
            term = trimmed(text[text.index(after: colon)...])
        }
        let found = Set(scales.compactMap { $0.term(named: term) }.map(\.confidence))
        guard let only = found.first, found.count == 1 else { return .unknown }
        return .value(only)
    }
}
