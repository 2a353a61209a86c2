internal import LinkChartModel

/// Writes the table of a graph's links, with a row a claim.
struct LinksTableWriter {
    private let graph: Graph
    private let columns: [TableColumn]
    private var attributes = AttributeColumns(reserved: TableColumn.reservedOfEdges)
    /// For edges beside others of the same key, which of them they are, counted from 1.
    private var numbers: [EdgeIndex: Int] = [:]

    /// What ``LinkChartModel/Graph`` merges edges by.
    private struct Key: Hashable {
        var source: NodeIndex
        var relation: RelationID
        var target: NodeIndex
        var valid: RecordedDate?
    }

    init(_ graph: Graph, describesEnds: Bool) {
        self.graph = graph
        var used: Set<TableColumn> = [.source, .relation, .target]
        if describesEnds { used.formUnion([.sourceName, .sourceKind, .targetName, .targetKind]) }
        var seen: [Key: Int] = [:]
        for edge in graph.edges {
            attributes.note(edge.attributes)
            if edge.valid != nil { used.insert(.valid) }
            for claim in edge.claims { used.formUnion(Self.columns(of: claim, in: graph)) }
            guard !edge.hasOwnID else {
                used.insert(.id)
                continue
            }
            var ends = (edge.source, edge.target)
            if edge.definition.isSymmetric, ends.1 < ends.0 { ends = (ends.1, ends.0) }
            let key = Key(source: ends.0, relation: edge.relation, target: ends.1, valid: edge.valid)
            let number = seen[key, default: 0] + 1
            seen[key] = number
            guard number > 1 else { continue }
            numbers[edge.index] = number
            used.insert(.parallel)
        }
        columns = Self.order.filter { used.contains($0) }
    }

    private static let order: [TableColumn] = [
        .id, .source, .sourceName, .sourceKind, .relation, .target, .targetName, .targetKind, .parallel,
        .valid,
        .claimant, .claimantName, .via, .viaName, .document, .documentName, .locator, .statement, .date,
        .modality,
        .confidence, .reliability, .credibility, .claimAttributes,
    ]

    /// The columns that a claim needs.
    private static func columns(of claim: Claim, in graph: Graph) -> [TableColumn] {
        TableColumn.allCases.filter { $0.isOfClaim && cell($0, of: claim, in: graph) != nil }
    }

    func write(to records: inout CSVRecordWriter) throws(FileError) {
        for column in columns { records.field(column.rawValue) }
        for name in attributes.names { records.field(name) }
        if attributes.needsJSON { records.field(TableColumn.attributes.rawValue) }
        try records.endRecord()
        for edge in graph.edges {
            var isClaimed = false
            for claim in edge.claims {
                isClaimed = true
                try write(edge, claim, to: &records)
            }
            if !isClaimed { try write(edge, nil, to: &records) }
        }
    }

    private func write(
        _ edge: Edge, _ claim: Claim?, to records: inout CSVRecordWriter
    ) throws(FileError) {
        for column in columns {
            switch column {
            case .source: graph.withID(of: edge.source) { records.field($0) }
            case .target: graph.withID(of: edge.target) { records.field($0) }
            case .relation: records.field(edge.definition.name)
            case _ where column.isOfClaim:
                records.field(claim.flatMap { Self.cell(column, of: $0, in: graph) } ?? "")
            default: records.field(cell(column, of: edge))
            }
        }
        attributes.write(edge.attributes, to: &records)
        try records.endRecord()
    }

    private func cell(_ column: TableColumn, of edge: Edge) -> String {
        switch column {
        case .id: edge.hasOwnID ? edge.id : ""
        case .valid: edge.valid.map { Self.text($0) } ?? ""
        case .parallel: numbers[edge.index].map(String.init) ?? ""
        case .sourceName: name(edge.source)
        case .targetName: name(edge.target)
        case .sourceKind: graph[edge.source].kindName
        case .targetKind: graph[edge.target].kindName
        default: ""
        }
    }

    private func name(_ node: NodeIndex) -> String {
        let name = graph.name(of: node)
        return name == graph.id(of: node) ? "" : name
    }

    /// A claim's cell in a column; nil if it is empty.
    private static func cell(_ column: TableColumn, of claim: Claim, in graph: Graph) -> String? {
        switch column {
        case .claimant: party(claim.claimant, in: graph)
        case .via: party(claim.via, in: graph)
        case .document: party(claim.source, in: graph)
        case .claimantName: ambiguousName(claim.claimant, in: graph)
        case .viaName: ambiguousName(claim.via, in: graph)
        case .documentName: ambiguousName(claim.source, in: graph)
        case .locator: claim.locator?.text
        case .statement: claim.statement
        case .date: claim.date.map { text($0) }
        case .modality: claim.modality.rawValue
        case .confidence: claim.confidence?.description
        case .reliability: claim.reliability?.rawValue
        case .credibility: claim.credibility?.rawValue
        case .claimAttributes: claim.attributes.isEmpty ? nil : AttributeColumns.json(claim.attributes)
        default: nil
        }
    }

    private static func party(_ party: Party?, in graph: Graph) -> String? {
        switch party {
        case .none: nil
        case .node(let node): graph.id(of: node)
        case .named(let name): graph.node(id: name) == nil ? name : nil
        }
    }

    /// A name that is also a node's identifier, which only a column of names tells apart.
    private static func ambiguousName(_ party: Party?, in graph: Graph) -> String? {
        guard case .named(let name) = party, graph.node(id: name) != nil else { return nil }
        return name
    }

    /// The text that reads back as the same date, if there is one; otherwise the date without the text it came from.
    private static func text(_ date: RecordedDate) -> String {
        let text = date.raw ?? date.description
        return RecordedDate(normalizing: text) == date ? text : date.description
    }
}

/// Writes a graph that is nothing but untyped edges as an edge list with a header.
struct PlainTableWriter {
    private let graph: Graph
    private let weights: [Double]?

    /// A writer for a graph; nil if the graph has anything that such a table has no place for.
    init?(_ graph: Graph) {
        guard graph.claimCount == 0, graph.edgeCount > 0,
            let relation = graph.ontology.relation(named: "relatedTo")
        else { return nil }
        for edge in graph.edges {
            guard edge.relation == relation, edge.valid == nil, !edge.hasOwnID else { return nil }
            for (name, value) in edge.attributes {
                guard name == "weight", let number = value.double, number.isFinite,
                    value == Int64(exactly: number).map({ .integer($0) }) ?? .number(number)
                else { return nil }
            }
        }
        self.graph = graph
        weights = graph.numbers("weight")
    }

    func write(to records: inout CSVRecordWriter) throws(FileError) {
        records.field(TableColumn.source.rawValue)
        records.field(TableColumn.target.rawValue)
        if weights != nil { records.field(TableColumn.weight.rawValue) }
        try records.endRecord()
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            graph.withID(of: graph.source(of: edge)) { records.field($0) }
            graph.withID(of: graph.target(of: edge)) { records.field($0) }
            if let weights {
                let weight = weights[position]
                records.field(
                    weight.isNaN ? "" : Int64(exactly: weight).map(String.init) ?? weight.description)
            }
            try records.endRecord()
        }
    }
}
