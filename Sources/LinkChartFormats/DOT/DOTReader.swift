internal import CGraphShim
internal import LinkChartModel

/// Reads DOT (E. R. Gansner, E. Koutsofios and S. North; graphviz.org/doc/info/lang.html) through libcgraph, which
/// resolves defaults, strictness, ports and subgraphs as Graphviz does. Nothing is laid out.
///
/// A node's identifier is its name and its name what its label shows; a label that says more than that, HTML for one, is
/// kept as it stands. Subgraphs are kept as ``DOTSubgraphs`` says. A second graph of a file keeps its nodes for itself:
/// they have an attribute `graph`, and where another node has their name, another identifier. What stands before
/// an error of syntax is read.
///
/// Memory: libcgraph takes about ten times the file, and a text for which it would take more than a hundred times, and
/// more than 256 MB, is refused.
struct DOTReader: GraphFormatReader {
    private let input: GraphInput
    private var survey: DOTSurvey?
    private var document: DOTDocument?
    private var subgraphs: [DOTSubgraphs] = []
    /// For each graph its nodes.
    private var nodes: [[NodeIndex?]] = []

    private static let leastBudget = 256 << 20

    init(_ input: GraphInput) { self.input = input }

    // MARK: - Header

    mutating func readHeader(into builder: inout GraphBuilder) {
        input.content.withBytes { bytes in
            let survey = DOTSurvey(bytes)
            report(survey, into: &builder)
            let budget = max(Self.leastBudget, 100 * bytes.count)
            guard survey.cost <= budget else {
                builder.report(
                    .tooLarge,
                    "the text stands for a graph of more than \(budget >> 20) MB, out of proportion to its size",
                    suggestion: "`{a b} -> {c d}` is an edge for every pair")
                return
            }
            let document = DOTDocument(bytes, survey)
            for message in document.messages where message.isError && survey.problem == nil {
                builder.report(.syntaxError, "Graphviz says: \(message.text)")
            }
            self.survey = survey
            self.document = document
        }
        readGraphs(into: &builder)
    }

    private func report(_ survey: DOTSurvey, into builder: inout GraphBuilder) {
        for offset in survey.tokens.zeroBytes.prefix(builder.options.diagnosticLimit) {
            builder.report(
                .nulByte, "a byte of value 0", at: SourceRange(offset: offset, length: 1),
                suggestion: "it is left out")
        }
        for range in survey.tokens.badNumbers.prefix(builder.options.diagnosticLimit) {
            builder.report(
                .syntaxError, "a number runs into what follows; they are two names", at: range,
                suggestion: "write in quotes what is one name", severity: .warning)
        }
        for (position, range) in survey.graphs.enumerated().dropFirst() {
            builder.report(
                .severalGraphs, "graph \(position + 1) of the file; its nodes have `graph: \(position + 1)`",
                at: range)
        }
        if let problem = survey.problem {
            builder.report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
            builder.reportSkipped("rest of the file after an error", "", at: problem.range)
        }
    }

    private mutating func readGraphs(into builder: inout GraphBuilder) {
        guard let document else { return }
        var taken: Set<String> = []
        if case .list(let known)? = builder.graph.attributes["subgraphs"] {
            for case .object(let entry) in known { entry["id"]?.string.map { _ = taken.insert($0) } }
        }
        var lists: [AttributeValue] = []
        var others: [AttributeValue] = []
        subgraphs = document.withGraphs { graphs in
            graphs.enumerated().map { position, graph in
                let raw = DOTGraph.values(of: graph.handle, graph.symbols(of: LCG_OF_GRAPHS))
                if position == 0 {
                    addFirst(graph, raw, into: &builder)
                } else {
                    others.append(Self.value(of: graph, raw))
                }
                let found = DOTSubgraphs(of: graph, number: position + 1, taken: &taken)
                lists += found.list
                return found
            }
        }
        Self.append(lists, to: "subgraphs", of: &builder.graph)
        Self.append(others, to: "graphs", of: &builder.graph)
    }

    private func addFirst(_ graph: DOTGraph, _ raw: DOTMeaning.Raw, into builder: inout GraphBuilder) {
        let meaning = DOTMeaning(ontology: builder.graph.ontology, isDirected: graph.isDirected)
        var reading = meaning.graph(raw, named: graph.name)
        if case .text(let text)? = raw.first(where: { $0.name == "ontology" })?.value {
            reading.attributes["ontology"] = .string(text)
            builder.takeOntology(from: &reading.attributes, at: survey?.graphs.first)
        }
        if builder.graph.title.isEmpty { builder.graph.title = reading.title }
        if !graph.isDirected { builder.graph.attributes["directed"] = false }
        if graph.isStrict { builder.graph.attributes["strict"] = true }
        builder.graph.attributes.merge(reading.attributes)
    }

    /// What a further graph of a file says of itself.
    private static func value(of graph: DOTGraph, _ raw: DOTMeaning.Raw) -> AttributeValue {
        var members: Attributes = [:]
        if let name = graph.name { members["name"] = .string(name) }
        if !graph.isDirected { members["directed"] = false }
        if graph.isStrict { members["strict"] = true }
        let attributes = Attributes(
            raw.map { ($0.name, $0.name == "label" ? DOTMeaning.label($0.value) : $0.value.attribute) })
        if !attributes.isEmpty { members["attributes"] = .object(attributes) }
        return .object(members)
    }

    private static func append(_ values: [AttributeValue], to name: String, of graph: inout Graph) {
        guard !values.isEmpty else { return }
        var all: [AttributeValue] = []
        if case .list(let known)? = graph.attributes[name] { all = known }
        graph.attributes[name] = .list(all + values)
    }

    // MARK: - Nodes

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let document else { return }
        let meaning = DOTMeaning(ontology: builder.graph.ontology)
        nodes = document.withGraphs { graphs in
            graphs.enumerated().map { position, graph in
                var found = [NodeIndex?](repeating: nil, count: graph.nodeCount)
                let symbols = graph.symbols(of: LCG_OF_NODES)
                let graphName = graph.name ?? ""
                builder.graph.reserveCapacity(
                    nodes: builder.graph.nodeCount + graph.nodeCount,
                    edges: builder.graph.edgeCount + graph.edgeCount)
                graph.forEachNode { node in
                    let index = DOTGraph.position(of: node)
                    let name = DOTGraph.name(of: node) ?? ""
                    let raw = DOTGraph.values(of: node, symbols, isNode: true)
                    var reading = meaning.node(raw, named: name, graphName: graphName)
                    if let home = subgraphs[position].home(ofNode: index) {
                        reading.attributes[DOTMeaning.subgraphKey] = home
                    }
                    settleIdentifier(&reading, named: name, graph: position + 1, in: builder.graph)
                    let added = add(reading, named: name, into: &builder)
                    if found.indices.contains(index) { found[index] = added }
                }
                return found
            }
        }
    }

    /// Gives a node another identifier where its name can be none.
    private func settleIdentifier(
        _ reading: inout DOTMeaning.NodeReading, named name: String, graph number: Int, in graph: Graph
    ) {
        if number > 1 { reading.attributes[DOTMeaning.graphKey] = .integer(Int64(number)) }
        guard reading.id.isEmpty || (number > 1 && graph.node(id: reading.id) != nil) else { return }
        let base = reading.id
        var counter = number
        repeat {
            reading.id = base.isEmpty ? "unnamed \(counter)" : "\(base) (\(counter))"
            counter += 1
        } while graph.node(id: reading.id) != nil
        if reading.id != name { reading.attributes[DOTMeaning.nameKey] = .string(name) }
    }

    private func add(
        _ reading: DOTMeaning.NodeReading, named name: String, into builder: inout GraphBuilder
    ) -> NodeIndex? {
        builder.count(nodes: 1)
        let range = survey?.place(ofNode: DOTTokenizer.Hash.of(name.utf8))
        guard let kind = reading.kind else {
            builder.report(
                .unknownKind, "the node `\(reading.id)` has no kind of the ontology", at: range,
                suggestion: "give it an attribute `kind`")
            builder.reportSkipped("node without a kind", reading.id, at: range)
            return nil
        }
        var record = NodeRecord(id: reading.id, kind: kind, name: reading.name)
        record.aliases = reading.aliases
        record.subtype = reading.subtype
        record.isSource = reading.isSource
        record.attributes = reading.attributes
        return builder.addNode(record, at: range)
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        guard let document else { return }
        let isDirected = !builder.graph.isUndirected
        document.withGraphs { graphs in
            for (position, graph) in graphs.enumerated() {
                let meaning = DOTMeaning(ontology: builder.graph.ontology, isDirected: graph.isDirected)
                let symbols = graph.symbols(of: LCG_OF_EDGES)
                for edge in graph.edges {
                    let ends = (lcg_tail(edge), lcg_head(edge))
                    guard let tail = ends.0, let head = ends.1 else { continue }
                    let raw = DOTGraph.values(of: edge, symbols)
                    let places = EdgePlaces(edge: place(tail, head, isDirected: graph.isDirected))
                    builder.count(edges: 1)
                    guard let source = nodes[position][DOTGraph.position(of: tail)],
                        let target = nodes[position][DOTGraph.position(of: head)]
                    else {
                        builder.reportSkipped("edge of a node that was left out", "", at: places.edge)
                        continue
                    }
                    var reading = read(raw, DOTGraph.name(of: edge), (source, target), meaning, builder.graph)
                    if graph.isDirected != isDirected, reading.attributes["directed"] == nil {
                        reading.attributes["directed"] = .bool(graph.isDirected)
                    }
                    if let home = subgraphs[position].home(ofEdge: DOTGraph.position(of: edge)) {
                        reading.attributes[DOTMeaning.subgraphKey] = home
                    }
                    add(reading, from: source, to: target, at: places, into: &builder)
                }
            }
        }
        self.document = nil
    }

    private func place(_ tail: OpaquePointer, _ head: OpaquePointer, isDirected: Bool) -> SourceRange? {
        let names = (DOTGraph.name(of: tail) ?? "", DOTGraph.name(of: head) ?? "")
        return survey?.place(
            ofEdge: DOTTokenizer.Hash.of(names.0.utf8), DOTTokenizer.Hash.of(names.1.utf8))
    }

    private func read(
        _ raw: DOTMeaning.Raw, _ key: String?, _ ends: (NodeIndex, NodeIndex), _ meaning: DOTMeaning,
        _ graph: Graph
    ) -> DOTMeaning.EdgeReading {
        let kinds = (graph.kind(of: ends.0), graph.kind(of: ends.1))
        return meaning.edge(
            raw, key: key, isFree: { id in graph.edge(id: id).map { graph[$0].hasOwnID } != true },
            allows: { meaning.ontology.allows(kinds.0, $0, kinds.1) })
    }

    private func add(
        _ reading: DOTMeaning.EdgeReading, from source: NodeIndex, to target: NodeIndex,
        at places: EdgePlaces,
        into builder: inout GraphBuilder
    ) {
        if let misfit = reading.misfit {
            builder.reportNormalised(
                "relation that does not fit its ends", misfit,
                to: reading.relation.map { builder.graph.ontology[$0].name } ?? "nothing", at: places.edge)
        }
        guard let relation = reading.relation else {
            builder.report(
                .unknownRelation, "the edge has no relation of the ontology", at: places.edge,
                suggestion: "give it an attribute `relation`")
            builder.reportSkipped("edge without a relation", "", at: places.edge)
            return
        }
        var record = EdgeRecord(from: source, relation, to: target)
        record.id = reading.id
        record.valid = reading.valid
        record.attributes = reading.attributes
        record.isParallel = true
        if let claims = reading.claims {
            var attributes: Attributes = ["claims": .string(claims)]
            builder.pinnedRange = places.edge
            record.claims = builder.takeClaims(from: &attributes)
            builder.pinnedRange = nil
        }
        builder.count(claims: record.claims.count)
        builder.addEdge(record, at: places)
    }
}
