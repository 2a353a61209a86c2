internal import LinkChartModel

extension GraphBuilder {
    /// The names in a cell: between `;` or `|`, or a JSON array of texts.
    mutating func names(inCell text: String, at range: SourceRange) -> [String] {
        if text.hasPrefix("["), case .list(let values) = CellJSON.value(text) {
            let names = values.compactMap(\.string)
            if names.count == values.count { return names }
        }
        return CellValue.names(text)
    }

    /// The attributes in a cell that holds a JSON object; none, with a diagnostic, if it holds anything else.
    mutating func attributes(inCell text: String, at range: SourceRange) -> Attributes {
        if case .object(let attributes) = CellJSON.value(text) { return attributes }
        report(
            .badCell, "the cell holds no JSON object", at: range,
            suggestion: "write attributes as {\"name\": \"value\"}, with the quotes doubled in a quoted field"
        )
        return [:]
    }

    /// The truth value in a cell; nil, with a diagnostic, if it holds none.
    mutating func truth(inCell text: String, at range: SourceRange) -> Bool? {
        switch foldedKey(text) {
        case "true", "yes", "1": return true
        case "false", "no", "0": return false
        default:
            report(.badCell, "`\(text)` is neither true nor false", at: range)
            return nil
        }
    }

    /// The number in a cell; the text itself, with a warning, if it is no finite number.
    mutating func number(inCell text: String, at range: SourceRange) -> AttributeValue {
        if let integer = Int64(text) { return .integer(integer) }
        var copy = text
        let reading = copy.withUTF8 { DecimalNumber.read(UnsafeRawBufferPointer($0)) }
        if case .number(let number) = reading { return .number(number) }
        report(
            .badNumber, "the weight `\(text)` is no finite number", at: range, suggestion: "kept as a text",
            severity: .warning)
        return .string(text)
    }

    /// The confidence in a cell; nil if it says "not specified", and, with a diagnostic, if it says nothing that is
    /// known.
    mutating func confidence(inCell text: String, at range: SourceRange) -> Confidence? {
        switch CellValue.confidence(text) {
        case .value(let confidence):
            let value = confidence?.description ?? "not specified"
            if value != text { reportNormalised("confidence", text, to: value, at: range) }
            return confidence
        case .outOfRange(let number): return confidence(number, at: range)
        case .unknown:
            report(
                .badConfidence, "`\(text)` is no confidence, or not the same on all scales", at: range,
                suggestion: "a whole number from 0 to 100, or a scale and its term such as `DNI: very likely`"
            )
            return nil
        }
    }

    /// Marks a document in which a claim was found as one of the graph's sources, unless its table denies that.
    mutating func citeSource(_ document: NodeIndex) {
        if noSources.contains(document) || graph.isSource(document) { return }
        graph.updateNode(document, isSource: true)
    }
}
