internal import LinkChartModel

/// Reads triples of subject, relation and object as language models and systems for open information extraction give
/// them: JSON or JSON Lines, each triple a list of three or an object, alone or within what it was extracted from.
///
/// Things of the same text are one node. A relation that the ontology does not know becomes `relatedTo` with the word as
/// `rawRelation`. Where a triple has a source, a sentence or a confidence, these are its claim.
struct TripleReader: GraphFormatReader {
    private let input: GraphInput
    private let vocabulary = TripleVocabulary()

    init(_ input: GraphInput) { self.input = input }

    // MARK: - Nodes

    /// What triples say of a thing beside its identifier.
    private struct Description {
        var name: String?
        var type: String?
        var otherTypes: [String] = []
        var aliases: [String] = []
        var attributes: Attributes = [:]
    }

    /// The things that triples name, in the order in which they do; most are a text and nothing more.
    private struct Things {
        var ids = StringTable()
        /// Where each is named first.
        var ranges: [SourceRange] = []
        var descriptions: [Int: Description] = [:]
    }

    mutating func readNodes(into builder: inout GraphBuilder) {
        guard builder.untypedKind() != nil else { return }
        // A later triple may tell the type of what an earlier one only names.
        var things = Things()
        forEachValue(thingsOnly: true, &builder) { parser, _ in
            for end in parser.entities { Self.add(end, to: &things) }
            for triple in parser.triples {
                Self.add(triple.subject, to: &things)
                Self.add(triple.object, to: &things)
            }
        }
        for number in 0..<things.ids.count { Self.add(things, number, to: &builder) }
    }

    private static func add(_ end: TripleEnd, to things: inout Things) {
        let (number, isNew) = things.ids.insert(end.id)
        if isNew { things.ranges.append(end.range) }
        guard end.type != nil || end.name != nil || !end.attributes.isEmpty else { return }
        var known = things.descriptions[number] ?? Description()
        if let type = end.type {
            if known.type == nil {
                known.type = type
            } else if type != known.type, !known.otherTypes.contains(type) {
                known.otherTypes.append(type)
            }
        }
        if let name = end.name {
            if known.name == nil {
                known.name = name
            } else if name != known.name, !known.aliases.contains(name) {
                known.aliases.append(name)
            }
        }
        known.attributes.merge(end.attributes)
        things.descriptions[number] = known
    }

    private static func add(_ things: Things, _ number: Int, to builder: inout GraphBuilder) {
        builder.count(nodes: 1)
        let (id, range) = (things.ids[number], things.ranges[number])
        let known = things.descriptions[number] ?? Description()
        let (kind, isOwnName) = builder.kind(ofType: known.type ?? "Entity")
        guard let kind else { return }
        // Another input may say more of it.
        if known.type == nil, builder.graph.node(id: id) != nil {
            builder.count(mergedNodes: 1)
            return
        }
        var record = NodeRecord(id: id, kind: kind, name: known.name)
        record.aliases = known.aliases
        record.attributes = known.attributes
        if let type = known.type, !isOwnName {
            record.attributes["rawKind"] = .string(type)
            builder.reportKind(type, kind, at: range)
        }
        if !known.otherTypes.isEmpty {
            record.attributes["otherKinds"] = .list(known.otherTypes.map { .string($0) })
        }
        builder.addNode(record, at: range)
    }

    // MARK: - Edges

    mutating func readEdges(into builder: inout GraphBuilder) {
        forEachValue(thingsOnly: false, &builder) { parser, builder in
            for triple in parser.triples {
                guard let subject = builder.graph.node(id: triple.subject.id),
                    let object = builder.graph.node(id: triple.object.id)
                else { continue }
                builder.addStatedEdge(
                    triple.relation, from: subject, to: object, attributes: triple.attributes,
                    valid: triple.valid,
                    claims: triple.claim.map { [Self.settled($0, builder)] } ?? [], at: triple.range)
            }
        }
    }

    /// The claim with nodes where it names such.
    private static func settled(_ claim: Claim, _ builder: GraphBuilder) -> Claim {
        var claim = claim
        settle(&claim.claimant, builder)
        settle(&claim.via, builder)
        settle(&claim.source, builder)
        return claim
    }

    private static func settle(_ party: inout Party?, _ builder: GraphBuilder) {
        if case .named(let name)? = party, let node = builder.graph.node(id: name) { party = .node(node) }
    }

    private func forEachValue(
        thingsOnly: Bool, _ builder: inout GraphBuilder, _ body: (TripleParser, inout GraphBuilder) -> Void
    ) {
        var elements = JSONElements(input.content, from: input.contentStart)
        while let (tree, problems) = elements.next() {
            if !thingsOnly { builder.report(problems) }
            guard let tree, let root = tree.root else { continue }
            body(TripleParser(tree, root, vocabulary, findsThingsOnly: thingsOnly, &builder), &builder)
        }
    }
}
