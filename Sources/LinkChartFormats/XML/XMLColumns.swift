internal import LinkChartModel

/// The names and types of the values that a graph's nodes, edges or the graph itself carry, each with a number under
/// which an XML format declares it.
///
/// A name with values of two types gets two declarations, so that every value keeps its own.
struct XMLColumns {
    struct Column: Hashable {
        var name: String
        var type: DeclaredType
    }

    private(set) var columns: [Column] = []
    private var numbers: [Column: Int] = [:]

    /// Notes the columns that these attributes need.
    mutating func add(_ attributes: Attributes) {
        for (name, value) in attributes {
            let column = Column(name: name, type: XMLText.type(of: value))
            if numbers[column] != nil { continue }
            numbers[column] = columns.count
            columns.append(column)
        }
    }

    /// The number of a value's declaration.
    func number(_ name: String, _ value: AttributeValue) -> Int {
        numbers[Column(name: name, type: XMLText.type(of: value))] ?? 0
    }

    /// What XML holds as a plain value under a plain name.
    static func holds(_ name: String, _ value: AttributeValue) -> Bool {
        XMLText.canHold(name) && XMLText.text(of: value) != nil
    }
}

extension OutputBuffer {
    /// Appends ` name="value"`.
    mutating func appendAttribute(_ name: StaticString, _ value: String) {
        append(" ")
        append(name)
        append("=\"")
        XMLText.append(value, isAttribute: true, to: &bytes)
        append("\"")
    }
}
