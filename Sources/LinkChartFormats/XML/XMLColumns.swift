internal import LinkChartModel

/// The names and types of the values that a graph's nodes, edges or the graph itself carry, each with a number under
/// which an XML format declares it.
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
}

/// The one type that each name has in a file: igraph refuses two declarations of a name.
struct XMLTypes {
    private var types: [String: DeclaredType] = [:]

    /// The type of a name is that of its first value.
    init(_ graph: Graph) {
        for node in graph.nodes { add(node.attributes, but: UntypedForm.reservedOfNodes) }
        for edge in graph.edges { add(edge.attributes, but: UntypedForm.reservedOfEdges) }
        add(graph.attributes, but: UntypedForm.reservedOfGraphs)
    }

    private mutating func add(_ attributes: Attributes, but reserved: Set<String>) {
        for (name, value) in attributes where types[name] == nil && !reserved.contains(name) {
            guard XMLText.text(of: value) != nil else { continue }
            types[name] = XMLText.type(of: value)
        }
    }

    /// Whether a value stands as what it is under its name.
    func holds(_ name: String, _ value: AttributeValue) -> Bool {
        guard XMLText.canHold(name), XMLText.text(of: value) != nil else { return false }
        return types[name].map { $0 == XMLText.type(of: value) } ?? true
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
