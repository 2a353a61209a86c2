import LinkChartModel

/// Writes values as YAML that people like to read and `diff` likes to compare: what fits on a line stands on
/// one, in flow style; what does not stands in block style, a line for each part.
struct YAMLEmitter {
    private(set) var bytes: [UInt8] = []
    /// How wide a line in flow style may be.
    static let width = 110

    /// What was written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Gives the bytes away.
    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    /// `name: value` and a line end.
    mutating func member(_ name: String, _ value: AttributeValue, indent: Int) {
        bytes.append(contentsOf: repeatElement(0x20, count: indent))
        memberAtPosition(name, value, indent: indent)
    }

    /// `- value` and a line end.
    mutating func element(_ value: AttributeValue, indent: Int) {
        bytes.append(contentsOf: repeatElement(0x20, count: indent))
        elementAtPosition(value, indent: indent)
    }

    /// The name of a list or mapping whose content follows.
    mutating func heading(_ name: String) {
        YAMLScalars.append(name, to: &bytes)
        bytes.append(0x3A)
        bytes.append(0x0A)
    }

    // MARK: - Block style

    private mutating func memberAtPosition(_ name: String, _ value: AttributeValue, indent: Int) {
        let start = bytes.count
        // A key in front of its colon may not be longer than 1024 characters.
        let isLong = name.utf8.count > 1_000
        if isLong {
            bytes.append(contentsOf: [0x3F, 0x20])
            YAMLScalars.append(name, to: &bytes)
            bytes.append(0x0A)
            bytes.append(contentsOf: repeatElement(0x20, count: indent))
        } else {
            YAMLScalars.append(name, to: &bytes)
        }
        bytes.append(0x3A)
        let used = isLong ? indent + 1 : indent + Self.count(bytes[start...])
        if appendInline(value, used: used + 1) { return }
        bytes.append(0x0A)
        switch value {
        case .object(let attributes):
            for (name, value) in attributes { member(name, value, indent: indent + 2) }
        case .list(let values):
            for value in values { element(value, indent: indent + 2) }
        default: break
        }
    }

    private mutating func elementAtPosition(_ value: AttributeValue, indent: Int) {
        bytes.append(0x2D)
        if appendInline(value, used: indent + 2) { return }
        bytes.append(0x20)
        // The first part stands on the line of the dash, the others below it.
        switch value {
        case .object(let attributes):
            for (position, (name, value)) in attributes.enumerated() {
                if position == 0 {
                    memberAtPosition(name, value, indent: indent + 2)
                } else {
                    member(name, value, indent: indent + 2)
                }
            }
        case .list(let values):
            for (position, value) in values.enumerated() {
                if position == 0 {
                    elementAtPosition(value, indent: indent + 2)
                } else {
                    element(value, indent: indent + 2)
                }
            }
        default: break
        }
    }

    // MARK: - Flow style

    /// A blank, the value on the same line, and a line end, if that is possible.
    private mutating func appendInline(_ value: AttributeValue, used: Int) -> Bool {
        let start = bytes.count
        bytes.append(0x20)
        switch value {
        case .list(let values) where values.isEmpty: bytes.append(contentsOf: [0x5B, 0x5D])
        case .object(let attributes) where attributes.isEmpty: bytes.append(contentsOf: [0x7B, 0x7D])
        case .list, .object:
            guard !value.prefersBlock, appendFlow(value, limit: start + Self.width - used + 1),
                Self.count(bytes[start...]) + used <= Self.width
            else {
                bytes.removeSubrange(start...)
                return false
            }
        default: appendScalar(value)
        }
        bytes.append(0x0A)
        return true
    }

    /// - Parameter limit: the size of `bytes` from which on the value is certainly too long, or nearly so.
    private mutating func appendFlow(_ value: AttributeValue, limit: Int) -> Bool {
        // Characters of three bytes are two cells wide at most: twice the bytes is a safe bound.
        guard bytes.count < limit + Self.width else { return false }
        switch value {
        case .list(let values):
            bytes.append(0x5B)
            for (position, value) in values.enumerated() {
                if position > 0 { bytes.append(contentsOf: [0x2C, 0x20]) }
                guard appendFlow(value, limit: limit) else { return false }
            }
            bytes.append(0x5D)
        case .object(let attributes):
            bytes.append(0x7B)
            for (position, (name, value)) in attributes.enumerated() {
                if position > 0 { bytes.append(contentsOf: [0x2C, 0x20]) }
                YAMLScalars.append(name, to: &bytes)
                bytes.append(contentsOf: [0x3A, 0x20])
                guard appendFlow(value, limit: limit) else { return false }
            }
            bytes.append(0x7D)
        default: appendScalar(value)
        }
        return true
    }

    private mutating func appendScalar(_ value: AttributeValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .number(let value):
            bytes.append(contentsOf: Self.text(of: value).utf8)
        case .string(let text): YAMLScalars.append(text, to: &bytes)
        case .list, .object: break
        }
    }

    /// The shortest digits that read back, with the point that YAML 1.1 wants in front of an exponent.
    private static func text(of value: Double) -> String {
        if value.isNaN { return ".nan" }
        if value.isInfinite { return value < 0 ? "-.inf" : ".inf" }
        let text = value.description
        guard let exponent = text.firstIndex(of: "e"), !text.contains(".") else { return text }
        return text[..<exponent] + ".0" + text[exponent...]
    }

    /// How many characters there are, roughly: scalars.
    private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}

extension AttributeValue {
    /// Whether it is a list or an object that is not empty.
    private var isContainer: Bool {
        switch self {
        case .list(let values): !values.isEmpty
        case .object(let attributes): !attributes.isEmpty
        default: false
        }
    }

    /// Whether some list in it has lists or objects as elements, which read better one below the other.
    fileprivate var prefersBlock: Bool {
        switch self {
        case .list(let values): values.contains { $0.isContainer }
        case .object(let attributes): attributes.contains { $0.value.prefersBlock }
        default: false
        }
    }
}
