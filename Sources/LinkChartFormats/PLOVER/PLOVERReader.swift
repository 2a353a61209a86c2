internal import LinkChartModel

/// Reads event records of PLOVER (Political Language Ontology for Verifiable Event Records): a JSON array, or JSON Lines,
/// of objects with `event`, `source`, `target`, `date` and the text that they were coded from.
///
/// Coercion, assault and fighting have a perpetrator and a target; in other events both sides take part, each in its role.
struct PLOVERReader: GraphFormatReader {
    private let input: GraphInput
    private var actors = EventNodes()

    init(_ input: GraphInput) { self.input = input }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard let entity = builder.untypedKind() else { return }
        let ontology = builder.graph.ontology
        actors.prepare(ontology, otherwise: entity)
        let incident = ontology.kind(named: "Incident") ?? entity
        var actors = self.actors
        forEachRecord(isFirstPass: true, &builder) { record, builder in
            builder.count(nodes: 1)
            var node = NodeRecord(id: record.id, kind: incident, name: record.name)
            node.subtype = record.event
            node.attributes = record.attributes
            builder.addNode(node, at: record.range)
            for role in record.roles { actors.add(role.node, at: record.range, to: &builder) }
        }
        actors.settleNames(in: &builder)
        self.actors = actors
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        actors.addLinks(to: &builder)
        let actors = self.actors
        forEachRecord(isFirstPass: false, &builder) { record, builder in
            guard let incident = builder.graph.node(id: record.id) else { return }
            let claims = record.claim.map { [$0] } ?? []
            for role in record.roles {
                actors.add(role, of: incident, claims, at: record.range, to: &builder)
            }
        }
        self.actors = EventNodes()
    }

    /// Calls `body` with each event; what is wrong is told in the first pass only.
    private func forEachRecord(
        isFirstPass: Bool, _ builder: inout GraphBuilder, _ body: (PLOVERRecord, inout GraphBuilder) -> Void
    ) {
        var elements = JSONElements(input.content, from: input.contentStart)
        var ids: [String: Int] = [:]
        while let (tree, problems) = elements.next() {
            if isFirstPass { builder.report(problems) }
            guard let tree, let root = tree.root else { continue }
            guard tree.kind(root) == .mapping else {
                if isFirstPass {
                    builder.reportWrongType(tree, root, "an event record must be an object")
                    builder.reportSkipped("event record that is no object", "", at: tree.range(root))
                }
                continue
            }
            var record = PLOVERRecord(tree, root, isFirstPass: isFirstPass, &builder)
            if record.event == "DOCUMENT" {
                // Not an event, but what its file has to say of itself.
                if isFirstPass {
                    builder.graph.attributes.merge(["documentation": builder.value(tree, root)])
                }
                continue
            }
            let count = ids[record.id, default: 0] + 1
            ids[record.id] = count
            if count > 1 {
                let id = "\(record.id)-\(count)"
                if isFirstPass {
                    builder.report(
                        .duplicateNode, "an event `\(record.id)` is already there", at: record.range,
                        suggestion: "this one is called `\(id)`", severity: .warning)
                }
                record.id = id
            }
            body(record, &builder)
        }
    }
}

extension GraphBuilder {
    /// Reports what breaks the rules of a document.
    mutating func report(_ problems: [DocumentProblem]) {
        for problem in problems {
            report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
        }
    }
}
