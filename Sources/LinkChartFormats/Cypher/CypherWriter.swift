public import LinkChartModel

/// Writes a script of Cypher that makes the graph in Neo4j 5 or another database of that language: a label a kind, a
/// type a relation (`ATTACKS`), and the claims of an edge as its properties.
///
/// A relationship of such a database can't be pointed at, so claims are lists beside each other (`claimants`,
/// `modalities`, `sources`) and, whole, texts of JSON under `claims`. Values that a property can't hold are JSON under
/// `attributes`.
public struct CypherWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    private static let batch = 500

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var out = OutputBuffer(sink)
        out.append(
            "CREATE CONSTRAINT linkchart_id IF NOT EXISTS FOR (n:LinkChart) REQUIRE n.id IS UNIQUE;\n")
        try writeNodes(of: graph, to: &out)
        try writeEdges(of: graph, to: &out)
        try out.flush()
    }

    private func writeNodes(of graph: Graph, to out: inout OutputBuffer) throws(FileError) {
        var byKind: [[NodeIndex]] = []
        var places: [KindID: Int] = [:]
        for node in graph.nodes {
            if places[node.kind] == nil {
                places[node.kind] = byKind.count
                byKind.append([])
            }
            if let place = places[node.kind] { byKind[place].append(node.index) }
        }
        for nodes in byKind {
            guard let first = nodes.first else { continue }
            let label = CypherText.name(graph[first].kindName)
            for start in stride(from: 0, to: nodes.count, by: Self.batch) {
                out.append("UNWIND [\n")
                for (position, node) in nodes[start..<min(start + Self.batch, nodes.count)].enumerated() {
                    out.append(position == 0 ? "  " : ",\n  ")
                    out.append(CypherText.map(properties(of: graph[node])))
                    try out.flushIfLarge()
                }
                out.append("\n] AS row CREATE (n:LinkChart:\(label)) SET n = row;\n")
            }
        }
    }

    private func properties(of node: Node) -> Attributes {
        var properties: Attributes = ["id": .string(node.id), "name": .string(node.name)]
        if !node.aliases.isEmpty { properties["aliases"] = .list(node.aliases.map { .string($0) }) }
        if let subtype = node.subtype { properties["subtype"] = .string(subtype) }
        if node.isSource { properties["isSource"] = true }
        add(node.attributes, to: &properties)
        return properties
    }

    private func writeEdges(of graph: Graph, to out: inout OutputBuffer) throws(FileError) {
        var byRelation: [[EdgeIndex]] = []
        var places: [RelationID: Int] = [:]
        for edge in graph.edges {
            if places[edge.relation] == nil {
                places[edge.relation] = byRelation.count
                byRelation.append([])
            }
            if let place = places[edge.relation] { byRelation[place].append(edge.index) }
        }
        let native = NativeForm(graph)
        for edges in byRelation {
            guard let first = edges.first else { continue }
            let type = CypherText.name(CypherText.type(graph[first].definition.name))
            for start in stride(from: 0, to: edges.count, by: Self.batch) {
                out.append("UNWIND [\n")
                for (position, index) in edges[start..<min(start + Self.batch, edges.count)].enumerated() {
                    let edge = graph[index]
                    out.append(position == 0 ? "  {from: " : ",\n  {from: ")
                    out.append(CypherText.quoted(graph.id(of: edge.source)))
                    out.append(", to: ")
                    out.append(CypherText.quoted(graph.id(of: edge.target)))
                    out.append(", properties: ")
                    out.append(CypherText.map(properties(of: edge, in: graph, native)))
                    out.append("}")
                    try out.flushIfLarge()
                }
                out.append(
                    "\n] AS row MATCH (a:LinkChart {id: row.from}), (b:LinkChart {id: row.to}) CREATE (a)-[r:\(type)]->(b) SET r = row.properties;\n"
                )
            }
        }
    }

    private func properties(of edge: Edge, in graph: Graph, _ native: NativeForm) -> Attributes {
        var properties: Attributes = ["relation": .string(edge.definition.name)]
        if edge.hasOwnID { properties["id"] = .string(edge.id) }
        if let valid = edge.valid {
            properties["valid"] = .string(valid.date?.description ?? valid.raw ?? "")
        }
        properties["isEstablished"] = .bool(graph.standing(of: edge.index).isEstablished)
        let claims = Array(edge.claims)
        let name = { (party: Party?) -> AttributeValue in
            switch party {
            case .node(let node)?: .string(graph.name(of: node))
            case .named(let name)?: .string(name)
            case nil: ""
            }
        }
        if !claims.isEmpty {
            properties["claimants"] = .list(claims.map { name($0.claimant) })
            properties["sources"] = .list(claims.map { name($0.source) })
            properties["modalities"] = .list(claims.map { .string($0.modality.rawValue) })
            properties["claims"] = .list(
                claims.map { .string(CypherText.json(.object(native.claim($0)))) })
        }
        add(edge.attributes, to: &properties)
        return properties
    }

    /// Adds attributes that a property can hold as they are, and the others as JSON.
    private func add(_ attributes: Attributes, to properties: inout Attributes) {
        var rest: Attributes = [:]
        for (name, value) in attributes {
            if properties[name] == nil, name != "attributes", !name.isEmpty, CypherText.isProperty(value) {
                properties[name] = value
            } else {
                rest[name] = value
            }
        }
        if !rest.isEmpty { properties["attributes"] = .string(CypherText.json(.object(rest))) }
    }
}

/// How Cypher writes names and values.
enum CypherText {
    /// A name in backticks, which may then be anything.
    static func name(_ text: String) -> String {
        var name = "`"
        for scalar in text.unicodeScalars where scalar.value != 0 {
            // A backslash before `u` would be an escape even here.
            name += scalar == "`" ? "``" : scalar == "\\" ? "\\u005C" : String(scalar)
        }
        return name + "`"
    }

    /// The type of a relation, as is the custom: `alliedWith` is `ALLIED_WITH`.
    static func type(_ relation: String) -> String {
        var type = ""
        var wasLower = false
        for character in relation {
            if character.isUppercase, wasLower { type += "_" }
            wasLower = character.isLowercase || character.isNumber
            type += character.uppercased()
        }
        return type
    }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _
            where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x2028
                || scalar.value == 0x2029:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    static func json(_ value: AttributeValue) -> String {
        var json = JSONWriter(style: .compact)
        json.value(value)
        return json.text
    }

    /// Whether a property can hold a value: a scalar, or a list of texts or numbers of one sort.
    static func isProperty(_ value: AttributeValue) -> Bool {
        switch value {
        case .bool, .integer, .string: return true
        case .number(let number): return number.isFinite
        case .null, .object: return false
        case .list(let values):
            return values.allSatisfy { if case .string = $0 { true } else { false } }
                || values.allSatisfy { if case .integer = $0 { true } else { false } }
        }
    }

    static func map(_ attributes: Attributes) -> String {
        "{" + attributes.map { "\(name($0.name)): \(literal($0.value))" }.joined(separator: ", ") + "}"
    }

    private static func literal(_ value: AttributeValue) -> String {
        switch value {
        case .null: "null"
        case .bool(let isTrue): isTrue ? "true" : "false"
        case .integer(let number): String(number)
        case .number(let number): number.description
        case .string(let text): quoted(text)
        case .list(let values): "[" + values.map(literal).joined(separator: ", ") + "]"
        case .object: quoted(json(value))
        }
    }
}

extension FormatTraits {
    static let cypher = FormatTraits(
        extensions: ["cypher", "cql"], synonyms: ["neo4j"], makeWriter: { CypherWriter() },
        lacks: [.title, .graphAttributes, .ontology, .rawDates])
}
