/// A value of an attribute: what YAML and JSON can hold, kept as it was given.
public enum AttributeValue: Hashable, Sendable {
    /// Explicitly nothing.
    case null
    /// A truth value.
    case bool(Bool)
    /// A whole number.
    case integer(Int64)
    /// A number with a fraction or exponent.
    case number(Double)
    /// A text.
    case string(String)
    /// Several values in order.
    case list([AttributeValue])
    /// Named values, such as a qualified number `{atLeast: 6000}`.
    case object(Attributes)

    /// The text, if it is one.
    public var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, if it is one of either sort.
    public var double: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}

extension AttributeValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .integer(value) }
    public init(floatLiteral value: Double) { self = .number(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(arrayLiteral elements: AttributeValue...) { self = .list(elements) }
    public init(dictionaryLiteral elements: (String, AttributeValue)...) {
        self = .object(Attributes(elements))
    }
}

/// Named values in the order they were given. Meant for a handful of names: look-up is a linear search.
///
/// The order is kept for people; attributes of the same names and values are equal in any order.
public struct Attributes: Sendable {
    @usableFromInline var names: [String] = []
    @usableFromInline var values: [AttributeValue] = []

    /// No attributes.
    @inlinable public init() {}

    /// The given attributes; of a name given twice the later value counts.
    public init(_ elements: some Sequence<(String, AttributeValue)>) {
        for (name, value) in elements { self[name] = value }
    }

    /// Attributes of names that are known to differ, in linear time.
    ///
    /// A million rows of a table that pass the same array of names share its memory.
    ///
    /// - Precondition: there are as many values as names.
    public init(uniqueNames names: [String], values: [AttributeValue]) {
        precondition(names.count == values.count, "a name without a value, or a value without a name")
        self.names = names
        self.values = values
    }

    /// The value of this name; nil removes it.
    public subscript(name: String) -> AttributeValue? {
        get { names.firstIndex(of: name).map { values[$0] } }
        set {
            switch (names.firstIndex(of: name), newValue) {
            case (let position?, let value?): values[position] = value
            case (let position?, nil):
                names.remove(at: position)
                values.remove(at: position)
            case (nil, let value?):
                names.append(name)
                values.append(value)
            case (nil, nil): break
            }
        }
    }

    /// Adds what `other` has and this has not.
    ///
    /// - Returns: the names for which both have a value and the values differ; this keeps its own.
    @discardableResult
    public mutating func merge(_ other: Attributes) -> [String] {
        var conflicts: [String] = []
        for (name, value) in other {
            if let own = self[name] {
                if own != value { conflicts.append(name) }
            } else {
                self[name] = value
            }
        }
        return conflicts
    }
}

extension Attributes: Hashable {
    public static func == (a: Attributes, b: Attributes) -> Bool {
        if a.names == b.names { return a.values == b.values }
        return a.count == b.count && a.allSatisfy { b[$0.name] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        // A sum, because it must not depend on the order.
        var sum = 0
        for (name, value) in self {
            var one = Hasher()
            one.combine(name)
            one.combine(value)
            sum &+= one.finalize()
        }
        hasher.combine(sum)
    }
}

extension Attributes: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { names.count }
    public subscript(position: Int) -> (name: String, value: AttributeValue) {
        (names[position], values[position])
    }
}

extension Attributes: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, AttributeValue)...) { self.init(elements) }
}
