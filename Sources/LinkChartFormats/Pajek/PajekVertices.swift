internal import LinkChartModel

/// The vertices of a Pajek network: `number "label" x y z shape parameter value …`.
struct PajekVertices {
    struct Vertex {
        var number: Int
        var label: String?
        var attributes: Attributes = [:]
        var range: SourceRange
    }

    /// How many the network says that it has.
    var count = 0
    /// How many of a network of two modes are of the first.
    var firstMode: Int?
    private(set) var vertices: [Vertex] = []
    /// The identifier that each vertex has in the graph, by its number.
    private(set) var ids: [Int: String] = [:]

    static let shapes: Set<String> = [
        "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman",
    ]
    /// Networks with more vertices than this, and than bytes, that say nothing of them are not taken at their word.
    static let unnamedLimit = 1_000_000

    mutating func add(_ vertex: Vertex) { vertices.append(vertex) }

    /// Adds the vertices to the graph: under their labels if no two have the same, otherwise under their numbers.
    mutating func settle(_ input: GraphInput, at range: SourceRange, into builder: inout GraphBuilder) {
        complete(input, at: range, into: &builder)
        dropPlaceholders(into: &builder)
        let labels = vertices.compactMap(\.label)
        let areDistinct =
            labels.count == vertices.count && Set(labels).count == labels.count && !labels.contains("")
        if !areDistinct, !labels.isEmpty {
            builder.reportNormalised(
                "labels that are not distinct", "\(labels.count) labels", to: "numbers as identifiers",
                at: range)
        }
        for vertex in vertices {
            let id = areDistinct ? vertex.label ?? String(vertex.number) : String(vertex.number)
            var attributes = vertex.attributes
            if let firstMode { attributes["mode"] = vertex.number <= firstMode ? 1 : 2 }
            let node = builder.addUntypedNode(
                id: id, label: areDistinct ? nil : vertex.label, attributes, at: vertex.range)
            ids[vertex.number] = node.map { builder.graph.id(of: $0) } ?? id
        }
        vertices = []
    }

    /// Makes the vertices that have no line of their own.
    private mutating func complete(
        _ input: GraphInput, at range: SourceRange, into builder: inout GraphBuilder
    ) {
        guard vertices.count < count else { return }
        if !vertices.isEmpty {
            builder.report(
                .wrongCount, "the network has \(count) vertices, but only \(vertices.count) have a line",
                at: range,
                suggestion: "the others are named by their numbers")
        }
        guard count <= max(Self.unnamedLimit, input.content.count) else {
            builder.report(
                .wrongCount, "\(count) vertices are more than such a file can be about", at: range,
                suggestion: "only those that edges name are made")
            return
        }
        let known = Set(vertices.map(\.number))
        for number in 1...count where !known.contains(number) {
            vertices.append(Vertex(number: number, range: range))
        }
        vertices.sort { $0.number < $1.number }
    }

    /// Leaves out places if all vertices have the same: it is what programs write that know of none.
    private mutating func dropPlaceholders(into builder: inout GraphBuilder) {
        let isPlaceholder = vertices.allSatisfy {
            $0.attributes["x"] == .number(0) && $0.attributes["y"] == .number(0) && $0.attributes["z"] == nil
                && $0.attributes["shape"] == "ellipse"
        }
        guard isPlaceholder, let first = vertices.first else { return }
        for position in vertices.indices {
            for name in ["x", "y", "shape"] { vertices[position].attributes[name] = nil }
        }
        builder.reportNormalised("place", "0.0 0.0 ellipse", to: "none", at: first.range)
    }
}

extension PajekVertices.Vertex {
    /// Reads a vertex; nil, with a diagnostic, if its number is missing.
    init?(_ fields: [PajekLines.Field], at range: SourceRange, into builder: inout GraphBuilder) {
        guard let first = fields.first, let number = Int(first.text), number > 0 else {
            builder.report(
                .badNumber, "a vertex begins with its number", at: fields.first?.range ?? range,
                suggestion: "such as `1 \"name\"`")
            return nil
        }
        self.number = number
        self.range = range
        guard fields.count > 1 else { return }
        label = fields[1].text
        var rest = fields[2...]
        for axis in ["x", "y", "z"] {
            guard let field = rest.first, !field.isQuoted, let value = DeclaredType.double.value(field.text)
            else {
                break
            }
            attributes[axis] = value
            rest = rest.dropFirst()
        }
        if let field = rest.first, !field.isQuoted, PajekVertices.shapes.contains(field.text.lowercased()) {
            attributes["shape"] = .string(field.text)
            rest = rest.dropFirst()
        }
        attributes.merge(PajekReader.parameters(rest, into: &builder))
    }
}
