internal import LinkChartModel

/// The columns of an event table, and which of them are kept as they stand.
struct EventColumns {
    /// The names as they are written.
    let names: [String]
    private var positions: [String: Int] = [:]
    private var taken: Set<Int> = []
    /// Columns whose values are codes and never numbers.
    private(set) var codes: Set<Int> = []

    init(_ names: [String]) {
        var different: [String] = []
        for (position, name) in names.enumerated() {
            let key = name.lowercased()
            if positions[key] == nil {
                positions[key] = position
                different.append(name.isEmpty ? "column \(position + 1)" : name)
            } else {
                different.append("\(name) \(position + 1)")
            }
        }
        self.names = different
    }

    /// Whether there is a column of this name.
    func has(_ name: String) -> Bool { positions[name.lowercased()] != nil }

    /// The position of a column, or -1; its values are kept on the incident.
    func position(_ name: String) -> Int { positions[name.lowercased()] ?? -1 }

    /// The position of a column, or -1, whose values find their place elsewhere.
    mutating func take(_ name: String) -> Int {
        let position = position(name)
        if position >= 0 { taken.insert(position) }
        return position
    }

    /// The first of some columns that is there, as ``take(_:)`` gives it.
    mutating func take(anyOf names: String...) -> Int {
        for name in names where has(name) { return take(name) }
        return -1
    }

    /// Says that a column holds codes, which stay texts even where they look like numbers.
    mutating func markCodes(_ names: String...) {
        for name in names where has(name) { codes.insert(position(name)) }
    }

    /// The columns that nobody took.
    var others: [Int] { names.indices.filter { !taken.contains($0) } }
}

/// Makes attributes of many records that have the same names, so that these stand in memory once.
struct AttributeShapes {
    private var next: [UInt64: Int] = [:]
    private var shapes: [[String]] = [[]]

    /// Attributes under construction.
    struct Draft {
        fileprivate var shape = 0
        fileprivate(set) var values: [AttributeValue] = []
    }

    /// Adds a value.
    ///
    /// - Parameter number: always the same for a name, and another for each.
    mutating func add(
        _ value: AttributeValue, _ name: @autoclosure () -> String, _ number: Int, to draft: inout Draft
    ) {
        let step = UInt64(draft.shape) << 32 | UInt64(UInt32(truncatingIfNeeded: number))
        if let known = next[step] {
            draft.shape = known
        } else {
            shapes.append(shapes[draft.shape] + [name()])
            next[step] = shapes.count - 1
            draft.shape = shapes.count - 1
        }
        draft.values.append(value)
    }

    func attributes(_ draft: Draft) -> Attributes {
        Attributes(uniqueNames: shapes[draft.shape], values: draft.values)
    }
}

/// Texts that come again and again, so that each stands in memory once.
struct TextPool {
    private var texts: Set<String> = []
    /// Short texts need no memory of their own, long ones rarely come again.
    private static let lengths = 16...120
    private static let limit = 1 << 16

    mutating func shared(_ text: String) -> String {
        guard Self.lengths.contains(text.utf8.count) else { return text }
        if let position = texts.firstIndex(of: text) { return texts[position] }
        if texts.count < Self.limit { texts.insert(text) }
        return text
    }
}
