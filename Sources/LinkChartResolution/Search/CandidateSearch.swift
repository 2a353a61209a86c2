public import LinkChartAnalytics
public import LinkChartModel

/// Looks for nodes that may be one: by identifiers, by equal names, by acronyms and by similar names.
struct CandidateSearch {
    /// What is known of a pair so far.
    struct Draft {
        var score: Double
        var evidence: Set<ResolutionEvidence>
        var isConclusive: Bool
    }

    let graph: Graph
    let options: ResolutionOptions
    let execution: Execution
    let agreement: KindAgreement
    let catalogue: NameCatalogue
    var drafts: [UInt64: Draft] = [:]
    var comparisons = 0
    var cappedBlocks = 0

    init(_ graph: Graph, _ options: ResolutionOptions, _ execution: Execution) {
        self.graph = graph
        self.options = options
        self.execution = execution
        agreement = KindAgreement(graph.ontology)
        catalogue = NameCatalogue(graph, kinds: options.kinds, agreement: agreement)
    }

    mutating func run() throws(AnalysisError) -> ResolutionCandidates {
        try report(0.1)
        findSharedIdentifiers()
        findEqualNames()
        try report(0.15)
        findAcronyms()
        try report(0.2)
        try findSimilarNames()
        return settle()
    }

    // MARK: - Drafts

    /// Notes evidence for a pair of nodes, if their kinds may be one.
    mutating func note(
        _ a: UInt32, _ b: UInt32, _ evidence: ResolutionEvidence, _ score: Double, isConclusive: Bool = false
    ) {
        guard a != b else { return }
        let kinds = (graph.kind(of: NodeIndex(rawValue: a)), graph.kind(of: NodeIndex(rawValue: b)))
        let score = score * agreement.factor(kinds.0, kinds.1)
        guard score >= options.minimumScore || (score > 0 && isConclusive) else { return }
        let isConclusive = isConclusive && kinds.0 == kinds.1
        let key = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
        var draft = drafts[key] ?? Draft(score: 0, evidence: [], isConclusive: false)
        draft.score = max(draft.score, score)
        draft.evidence.insert(evidence)
        draft.isConclusive = draft.isConclusive || isConclusive
        drafts[key] = draft
    }

    /// Calls `body` with each pair of a group, or, if it is too large, with its first member and each of the others:
    /// what is equal to a third is one group all the same.
    mutating func forEachPair<Member>(
        _ group: [Member], _ body: (inout CandidateSearch, Member, Member) -> Void
    ) {
        if group.count > options.blockLimit {
            cappedBlocks += 1
            for other in group.dropFirst() { body(&self, group[0], other) }
            return
        }
        for (position, a) in group.enumerated() { for b in group[..<position] { body(&self, b, a) } }
    }

    func report(_ fraction: Double) throws(AnalysisError) {
        execution.progress?(fraction)
        if Task.isCancelled || execution.isCancelled?() == true {
            throw AnalysisError(.cancelled, "the search for candidates was cancelled")
        }
    }

    // MARK: - Identifiers

    private mutating func findSharedIdentifiers() {
        var nodesOf: [String: [UInt32]] = [:]
        for node in graph.nodes {
            if let kinds = options.kinds, !kinds.contains(node.kind) { continue }
            let attributes = node.attributes
            guard !attributes.isEmpty else { continue }
            let isTerritory = agreement.isTerritory(node.kind)
            for (register, value) in Identifiers.identifiers(attributes, isTerritory: isTerritory) {
                nodesOf["\(register) \(value)", default: []].append(node.index.rawValue)
            }
        }
        for (key, nodes) in nodesOf where nodes.count > 1 {
            let register = key.prefix { $0 != " " }
            let evidence = Int(register).map { Identifiers.registers[$0].evidence } ?? .identifier
            forEachPair(nodes) { $0.note($1, $2, evidence, 1, isConclusive: true) }
        }
    }

    // MARK: - Equal names

    private mutating func findEqualNames() {
        var namesOf = [[UInt32]](repeating: [], count: catalogue.foldedCount)
        for name in 0..<catalogue.count { namesOf[Int(catalogue.foldedNumbers[name])].append(UInt32(name)) }
        for names in namesOf where names.count > 1 {
            let isAmbiguous = self.isAmbiguous(names)
            forEachPair(names) { search, first, second in
                search.noteEqual(Int(first), Int(second), isAmbiguous: isAmbiguous)
            }
        }
    }

    /// Whether a name may well be borne by several: an acronym or a single word of three nodes or more, a person's
    /// single name, an office that every state has.
    private func isAmbiguous(_ names: [UInt32]) -> Bool {
        let first = Int(names[0])
        if catalogue.flags[first].contains(.common) { return true }
        return catalogue.wordRange(first).count == 1 && names.count > 2
    }

    private mutating func noteEqual(_ a: Int, _ b: Int, isAmbiguous: Bool) {
        let flags = (catalogue.flags[a], catalogue.flags[b])
        let arePrimary = flags.0.contains(.primary) && flags.1.contains(.primary)
        let nodes = (catalogue.owners[a], catalogue.owners[b])
        let kind = graph.kind(of: NodeIndex(rawValue: nodes.0))
        let isSingleName = kind == agreement.person && catalogue.wordRange(a).count == 1
        let isDoubtful = isAmbiguous || isSingleName || agreement.isEvent(kind)
        note(
            nodes.0, nodes.1, arePrimary ? .name : .alias, isDoubtful ? 0.85 : arePrimary ? 1 : 0.98,
            isConclusive: !isDoubtful)
    }
}

extension Graph {
    /// Pairs of nodes that may be one under two names, with reasons.
    ///
    /// Candidates come of shared identifiers (Wikidata, LEI, IMO, STIX, FollowTheMoney, ISO codes), of names and
    /// aliases that are equal but for case and punctuation, of acronyms, and of names that may be two spellings of one:
    /// see ``nameSimilarity(_:_:isPersonal:)``. Both nodes are of one kind, or one is an Entity, or they are an Actor and
    /// an Organisation. A pair whose identifiers, codes or dates differ is none.
    ///
    /// - Parameters:
    ///   - options: the least score, kinds, how large blocks may be.
    ///   - execution: progress and cancellation.
    /// - Throws: ``/LinkChartAnalytics/AnalysisError`` of code `cancelled`.
    /// - Complexity: linear in the number of names, and in the pairs that share a rare word or two common ones.
    public func resolutionCandidates(
        _ options: ResolutionOptions = ResolutionOptions(), execution: Execution = .default
    ) throws(AnalysisError) -> ResolutionCandidates {
        var search = CandidateSearch(self, options, execution)
        return try search.run()
    }
}
