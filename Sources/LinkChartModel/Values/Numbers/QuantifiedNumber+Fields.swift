extension QuantifiedNumber {
    /// The name under which the number stands in a file: `atLeast` in `{atLeast: 6000}`.
    public var qualifierName: String { qualifier.rawValue }

    /// A number from the name and value of a file's field: `{around: 13000}`, `{hundreds: null}`.
    ///
    /// - Parameters:
    ///   - name: A ``NumberQualifier`` or a synonym, in any case and punctuation.
    ///   - value: The number, or nil for a magnitude.
    /// - Throws: ``QuantifiedNumberError`` if there is no such qualifier, or it doesn't go with the value.
    public init(qualifier name: String, value: Double?) throws(QuantifiedNumberError) {
        guard let qualifier = NumberQualifier(named: name) else {
            throw .unknownQualifier(name, suggestion: NumberQualifier.nearest(to: name))
        }
        try self.init(qualifier, value)
    }

    /// A number from all fields of a file's object: one qualifier with its value, or `low` and `high` with or without
    /// `best`.
    ///
    /// - Parameter fields: The names and values, in any order.
    /// - Throws: ``QuantifiedNumberError`` if the fields are neither.
    public init(fields: [(name: String, value: Double?)]) throws(QuantifiedNumberError) {
        if fields.count == 1, let field = fields.first, foldedKey(field.name) != "best" {
            try self.init(qualifier: field.name, value: field.value)
            return
        }
        var values: [String: Double] = [:]
        for (name, value) in fields {
            let key = foldedKey(name)
            guard ["low", "best", "high"].contains(key) else {
                throw .unknownQualifier(name, suggestion: nearestName(to: name, in: ["low", "best", "high"]))
            }
            guard let value, values.updateValue(value, forKey: key) == nil else {
                throw .missingValue(.between)
            }
        }
        guard let low = values["low"], let high = values["high"] else { throw .missingValue(.between) }
        try self.init(low: low, best: values["best"], high: high)
    }

    /// The fields that a file writes for this number, from which ``init(fields:)`` reads it again: `[("around", 13000)]`,
    /// `[("hundreds", nil)]`, `[("low", 10), ("best", 14), ("high", 20)]`.
    ///
    /// A sum that no qualifier describes is written as its range; that the range leaves out a bound is lost.
    public var fields: [(name: String, value: Double?)] {
        let isItself = (try? QuantifiedNumber(qualifier, value)) == self
        guard !isItself, lower.isFinite else { return [(qualifierName, value)] }
        guard let upper else { return [(qualifierName, lower)] }
        let best: [(name: String, value: Double?)] = best.map { [("best", $0)] } ?? []
        return [("low", lower)] + best + [("high", upper)]
    }
}
