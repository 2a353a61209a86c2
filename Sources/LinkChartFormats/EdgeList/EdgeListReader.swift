internal import LinkChartModel

/// Reads a plain edge list: `u v [w]` a line, between blanks or commas.
///
/// Lines that begin with `#` or `%` are comments, as is the rest of a line from a name that begins so. Names are
/// identifiers as they stand: `007` is not `7`. Nodes are of kind `Entity`, in the order of their first
/// appearance; every line is an edge `relatedTo` of its own, in the order of the lines, with a numeric attribute
/// `weight` where it has one.
struct EdgeListReader: GraphFormatReader {
    let input: GraphInput

    init(_ input: GraphInput) { self.input = input }

    mutating func readEdges(into builder: inout GraphBuilder) {
        let content = input.content
        content.withBytes { bytes in
            let file = UnsafeRawBufferPointer(bytes)
            switch EdgeListOpening.find(in: file, from: input.contentStart) {
            case .otherFormat(let name, let range):
                builder.report(
                    .unknownFormat, "this is no edge list but \(name)", at: range,
                    suggestion: "an edge list has a line `source target [weight]` for each edge")
            case .lines(let start, let dialect):
                read(file, from: start, dialect: dialect, into: &builder)
            }
        }
    }

    private func read(
        _ file: UnsafeRawBufferPointer, from start: Int, dialect: PairDialect,
        into builder: inout GraphBuilder
    ) {
        do throws(GraphError) {
            guard let columns = try PairReader(dialect: dialect).read(file, from: start) else { return }
            for issue in columns.issues {
                Self.report(issue, of: file, to: &builder)
            }
            if columns.sources.isEmpty && columns.issues.isEmpty {
                builder.report(
                    .emptyFile, "there is no edge in the file, only comments and blank lines",
                    severity: .warning)
            }
            try builder.append(columns)
        } catch {
            builder.report(.tooLarge, error.message, suggestion: error.suggestion)
        }
    }

    private static func report(
        _ issue: PairIssue, of file: UnsafeRawBufferPointer, to builder: inout GraphBuilder
    ) {
        let range = SourceRange(offset: issue.bytes.lowerBound, length: issue.bytes.count)
        func text() -> String {
            let bytes = file[issue.bytes].prefix(40)
            return "`" + String(decoding: bytes, as: UTF8.self) + (issue.bytes.count > 40 ? "…`" : "`")
        }
        switch issue.kind {
        case .oneColumn:
            builder.report(
                .tooFewFields, "only one name on the line", at: range,
                suggestion: "an edge needs two: source and target")
        case .tooManyColumns:
            builder.report(
                .wrongFieldCount, "more than three columns", at: range,
                suggestion: "an edge list has source, target and weight; read tables with --from csv")
        case .weightIsNoNumber:
            builder.report(
                .badNumber, "the weight \(text()) is no number", at: range,
                suggestion: "names with blanks in them need a table: --from csv")
        case .weightIsNotFinite:
            builder.report(
                .badNumber, "the weight \(text()) is not a finite number", at: range,
                suggestion: "leave it out where there is none")
        case .lineTooLong:
            builder.report(
                .badCell, "the line is longer than \(PairScanner.maximumLineLength >> 20) MiB", at: range,
                suggestion: "is this a text file?")
        case .zeroByte:
            builder.report(
                .nulByte, "the line has a byte of value 0", at: range, suggestion: "is this a text file?")
        }
        builder.reportSkipped("line with an error", text(), at: range)
    }
}

extension GraphBuilder {
    /// Adds untyped nodes and edges: nodes of kind Entity where there is none of that identifier, edges
    /// `relatedTo` that merge with no other.
    ///
    /// - Returns: the first of the edges; nil if there are none.
    /// - Throws: ``GraphError`` if they are too many.
    @discardableResult
    mutating func append(_ columns: PairColumns) throws(GraphError) -> EdgeIndex? {
        guard !columns.sources.isEmpty else { return nil }
        guard let kind = untypedKind(), let relation = untypedRelation() else { return nil }
        let known = graph.nodeCount
        let nodes = try graph.addNodes(columns.names, kind: kind)
        let added = graph.nodeCount - known
        let first: EdgeIndex
        if known == 0 {
            first = try graph.appendEdges(from: columns.sources, relation: relation, to: columns.targets)
        } else {
            first = try graph.appendEdges(
                from: columns.sources.map { nodes[Int($0)] }, relation: relation,
                to: columns.targets.map { nodes[Int($0)] })
        }
        if !columns.weights.isEmpty { graph.setNumbers("weight", columns.weights, from: first) }
        count(nodes: columns.names.count, edges: columns.sources.count, mergedNodes: nodes.count - added)
        reportSelfLoops(columns)
        return first
    }

    private mutating func reportSelfLoops(_ columns: PairColumns) {
        var loops = 0
        for edge in 0..<columns.sources.count where columns.sources[edge] == columns.targets[edge] {
            loops += 1
        }
        guard loops > 0 else { return }
        report(
            .selfLoop, loops == 1 ? "an edge links a node to itself" : "\(loops) edges link a node to itself")
    }

    /// The kind of nodes of which an input says nothing; nil, with a diagnostic, if the ontology has none.
    mutating func untypedKind() -> KindID? {
        let ontology = graph.ontology
        if let kind = ontology.kind(named: "Entity") { return kind }
        report(
            .unknownKind, "the ontology `\(ontology.name)` has no kind `Entity` for nodes without a kind",
            suggestion: "add it, or extend the built-in ontology rather than replace it")
        return nil
    }

    /// The relation of edges of which an input says nothing; nil, with a diagnostic, if the ontology has none.
    mutating func untypedRelation() -> RelationID? {
        let ontology = graph.ontology
        if let relation = ontology.relation(named: "relatedTo"), ontology.domain(of: relation) == .any,
            ontology.range(of: relation) == .any
        {
            return relation
        }
        report(
            .unknownRelation,
            "the ontology `\(ontology.name)` has no relation `relatedTo` from any kind to any for edges without one",
            suggestion: "add it, or extend the built-in ontology rather than replace it")
        return nil
    }
}
