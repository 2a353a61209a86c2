public import LinkChartModel

/// Writes tables for Neo4j's admin import (Neo4j 5, Operations Manual, "Import"): one of the nodes, with a label for the
/// kind, one of the relationships, with a type for the relation, and the command that imports them.
///
/// Properties have the types of their values; lists are separated by semicolons. A relationship of Neo4j can't be pointed
/// at, so the claims of an edge are its property `claims`, a text of JSON, and beside it, for questions in Cypher, lists of
/// `claimants`, `sources` and `modalities`. Values that a property can't hold are JSON under `attributes`. Both tables
/// together read back as the same graph, without its title, attributes and ontology.
public struct Neo4jTableWriter: GraphFormatWriter {
    /// Which table.
    public enum Table: String, Sendable, CaseIterable {
        /// A row a node.
        case nodes
        /// A row an edge.
        case relationships
    }

    /// Which table.
    public let table: Table

    /// A writer of one of the tables.
    public init(_ table: Table) { self.table = table }

    /// The properties that only repeat what others say.
    static let derived = ["isEstablished", "claimants", "sources", "modalities"]

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var out = OutputBuffer(sink)
        let columns = Columns(graph, table)
        let form = UntypedForm(graph, holdingNodeIDs: { _ in true }) { columns.holds($0, $1) }
        switch table {
        case .nodes: try write(nodesOf: graph, form, columns, to: &out)
        case .relationships: try write(relationshipsOf: graph, form, columns, to: &out)
        }
        try out.flush()
    }

    // MARK: - Nodes

    private func properties(of node: Node, _ form: UntypedForm) -> Attributes {
        var properties = form.attributes(of: node)
        // The label says it, unless it can't.
        if !node.kindName.contains(Neo4jColumn.listDelimiter) { properties["kind"] = nil }
        properties["name"] = .string(node.name)
        if node.isSource { properties["isSource"] = true }
        let aliases = AttributeValue.list(node.aliases.map { .string($0) })
        if Neo4jColumn.type(of: aliases) != nil { properties["aliases"] = aliases }
        return properties
    }

    private func write(
        nodesOf graph: Graph, _ form: UntypedForm, _ columns: Columns, to out: inout OutputBuffer
    ) throws(FileError) {
        var header = Header()
        for node in graph.nodes { header.note(properties(of: node, form)) }
        header.settle()
        out.append("id:ID,")
        header.write(to: &out)
        out.append(":LABEL\n")
        for node in graph.nodes {
            Neo4jText.append(node.id, to: &out.bytes)
            out.append(",")
            header.write(properties(of: node, form), to: &out)
            let kind = node.kindName.map { $0 == Neo4jColumn.listDelimiter ? "," : $0 }
            Neo4jText.append("LinkChart;" + String(kind), to: &out.bytes)
            out.append("\n")
            try out.flushIfLarge()
        }
    }

    // MARK: - Relationships

    private func properties(of edge: Edge, in graph: Graph, _ form: UntypedForm) -> Attributes {
        var properties = form.attributes(of: edge)
        if edge.hasOwnID { properties["id"] = .string(edge.id) }
        properties["isEstablished"] = .bool(graph.standing(of: edge.index).isEstablished)
        let claims = Array(edge.claims)
        if !claims.isEmpty {
            let name = { (party: Party?) -> AttributeValue in
                let text =
                    switch party {
                    case .node(let node)?: graph.name(of: node)
                    case .named(let name)?: name
                    case nil: ""
                    }
                return .string(String(text.map { $0 == Neo4jColumn.listDelimiter ? "," : $0 }))
            }
            properties["claimants"] = .list(claims.map { name($0.claimant) })
            properties["sources"] = .list(claims.map { name($0.source) })
            properties["modalities"] = .list(claims.map { .string($0.modality.rawValue) })
        }
        return properties
    }

    private func write(
        relationshipsOf graph: Graph, _ form: UntypedForm, _ columns: Columns, to out: inout OutputBuffer
    ) throws(FileError) {
        var header = Header()
        for edge in graph.edges { header.note(properties(of: edge, in: graph, form)) }
        header.settle()
        out.append(":START_ID,")
        header.write(to: &out)
        out.append(":END_ID,:TYPE\n")
        for edge in graph.edges {
            graph.withID(of: edge.source) { Neo4jText.append($0, to: &out.bytes) }
            out.append(",")
            header.write(properties(of: edge, in: graph, form), to: &out)
            graph.withID(of: edge.target) { Neo4jText.append($0, to: &out.bytes) }
            out.append(",")
            Neo4jText.append(CypherText.type(edge.definition.name), to: &out.bytes)
            out.append("\n")
            try out.flushIfLarge()
        }
    }

    /// The command that imports both tables, as a script.
    ///
    /// - Parameters:
    ///   - nodes: the name of the nodes' table.
    ///   - relationships: the name of the relationships' table.
    static func script(nodes: String, relationships: String) -> String {
        let quoted = { (name: String) in
            "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
                + "'"
        }
        return """
            #!/bin/sh
            # Imports the two tables beside this script into a new, empty database of Neo4j 5. Further options, such as
            # --overwrite-destination, and the database's name may follow: sh import.sh --overwrite-destination mygraph
            cd "$(dirname "$0")" || exit 1
            exec neo4j-admin database import full --id-type=string --array-delimiter=';' --multiline-fields=true \\
                --nodes=\(quoted(nodes)) --relationships=\(quoted(relationships)) "${@:-neo4j}"

            """
    }
}

extension Neo4jTableWriter {
    /// Which attributes have a column of their own: those whose values are all of one type that columns can have.
    private struct Columns {
        private var types: [String: String] = [:]
        private let reserved: Set<String>

        init(_ graph: Graph, _ table: Table) {
            switch table {
            case .nodes:
                reserved = UntypedForm.reservedOfNodes.union(["labels"])
                for node in graph.nodes { add(node.attributes) }
            case .relationships:
                reserved = UntypedForm.reservedOfEdges.union(Neo4jTableWriter.derived)
                for edge in graph.edges { add(edge.attributes) }
            }
        }

        private mutating func add(_ attributes: Attributes) {
            for (name, value) in attributes where types[name] == nil {
                types[name] = Neo4jColumn.type(of: value)
            }
        }

        func holds(_ name: String, _ value: AttributeValue) -> Bool {
            // The parts that every node and edge can have are texts, which a table holds all of.
            if reserved.contains(name) { return UntypedForm.ownParts.contains(name) }
            guard Neo4jText.canName(name), let type = Neo4jColumn.type(of: value) else {
                return name == "text"
            }
            return types[name].map { $0 == type } ?? true
        }
    }

    /// The columns of properties, in the order in which they first appear.
    private struct Header {
        private var columns: [(name: String, type: String)] = []
        private var numbers: [String: Int] = [:]

        mutating func note(_ properties: Attributes) {
            for (name, value) in properties {
                let type = Neo4jColumn.type(of: value) ?? "string"
                if let number = numbers[name] {
                    // Aliases are a list, or JSON where some name has a semicolon in it.
                    if columns[number].type != type { columns[number].type = "string" }
                } else {
                    numbers[name] = columns.count
                    columns.append((name, type))
                }
            }
        }

        /// Puts what most rows have first.
        mutating func settle() {
            let first = ["name", "relation"]
            columns =
                columns.filter { first.contains($0.name) } + columns.filter { !first.contains($0.name) }
        }

        func write(to out: inout OutputBuffer) {
            for column in columns {
                Neo4jText.append("\(column.name):\(column.type)", to: &out.bytes)
                out.append(",")
            }
        }

        func write(_ properties: Attributes, to out: inout OutputBuffer) {
            for column in columns {
                if let value = properties[column.name] {
                    Neo4jText.append(Self.text(value, as: column.type), to: &out.bytes)
                }
                out.append(",")
            }
        }

        private static func text(_ value: AttributeValue, as type: String) -> String {
            switch value {
            case .bool(let isTrue): isTrue ? "true" : "false"
            case .integer(let number): String(number)
            case .number(let number): number.description
            case .string(let text): text
            case .list(let values) where type == "string[]":
                values.compactMap(\.string).joined(separator: String(Neo4jColumn.listDelimiter))
            case .null, .list, .object: CypherText.json(value)
            }
        }
    }
}

/// How a table for Neo4j writes texts.
enum Neo4jText {
    /// Whether a property can be so named in a header, where a colon begins its type.
    static func canName(_ name: String) -> Bool {
        guard let first = name.utf8.first, let last = name.utf8.last, first > 0x20, last > 0x20 else {
            return false
        }
        // A header's blanks, of any script, are no part of its names.
        return CellValue.trimmed(name) == name && !name.contains { ":{}()".contains($0) }
            && !name.hasPrefix("_")
            && !name.utf8.contains { $0 < 0x20 }
    }

    static func append(_ text: String, to bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &bytes) }
    }

    /// Appends a text, in quotes where it needs them; an empty one too, because without it would be none.
    static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        let isPlain =
            (text.first ?? 0) > 0x20 && (text.last ?? 0) > 0x20
            && !text.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        if isPlain { return bytes.append(contentsOf: text) }
        bytes.append(0x22)
        for byte in text {
            if byte == 0x22 { bytes.append(0x22) }
            bytes.append(byte)
        }
        bytes.append(0x22)
    }
}
