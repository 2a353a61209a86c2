internal import LinkChartModel

/// Values of an event table's cells.
extension TableRows {
    /// The text of a cell; nil if it is empty or holds what stands for nothing.
    func text(_ position: Int, unless missing: String?) -> String? {
        guard let text = text(position), text != missing else { return nil }
        return text
    }

    /// A whole number, also as `3.0`, which some programs make of columns with empty cells.
    func integer(_ position: Int) -> Int64? {
        guard let text = text(position) else { return nil }
        if let value = Int64(text) { return value }
        guard let value = Double(text), let whole = Int64(exactly: value) else { return nil }
        return whole
    }

    /// A whole number of people; nil, with a diagnostic, if the cell holds another text.
    func people(_ position: Int, unless missing: String? = nil, _ builder: inout GraphBuilder) -> Int64? {
        guard let text = text(position, unless: missing) else { return nil }
        if let value = integer(position), value >= 0 { return value }
        builder.report(
            .badNumber, "`\(text)` is no number of people", at: range(position),
            suggestion: "it is kept as it stands",
            severity: .warning)
        return nil
    }

    /// The parts of a cell that holds several texts between semicolons.
    func list(_ position: Int, unless missing: String? = nil) -> [String] {
        guard let text = text(position, unless: missing) else { return [] }
        return text.split(separator: ";").map { CellValue.trimmed($0) }.filter { !$0.isEmpty }
    }
}

extension Attributes {
    /// Sets a value if there is one.
    mutating func set(_ name: String, _ text: String?) {
        if let text, let first = text.utf8.first { self[name] = CellValue.attribute(text, first: first) }
    }
}
