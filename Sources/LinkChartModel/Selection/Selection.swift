/// What a question keeps to: kinds, relations, a time, a claimant, a least confidence.
public struct Selection: Sendable {
    /// The kinds of node that count; nil for all.
    public var kinds: KindSet?
    /// The relations that count; nil for all.
    public var relations: Set<RelationID>?
    /// When an edge must hold; nil for any time. An edge without a validity of its own has that of the
    /// event at one of its ends, from the event's attribute `date`.
    public var period: EDTFDate?
    /// Whether an edge must possibly or certainly hold then. Of an edge whose time is unknown it is possible.
    public var mode: SliceMode
    /// The least confidence of a claim that counts; claims that state none do not reach it.
    public var minimumConfidence: Confidence?
    /// Whose claims count; nil for everybody's.
    public var claimant: NodeIndex?

    /// A selection; without arguments, of everything.
    public init(
        kinds: KindSet? = nil, relations: Set<RelationID>? = nil, period: EDTFDate? = nil,
        mode: SliceMode = .possible, minimumConfidence: Confidence? = nil, claimant: NodeIndex? = nil
    ) {
        self.kinds = kinds
        self.relations = relations
        self.period = period
        self.mode = mode
        self.minimumConfidence = minimumConfidence
        self.claimant = claimant
    }
}

extension Graph {
    /// The part of the graph that a selection describes.
    ///
    /// - Complexity: linear in nodes, edges and claims.
    public func parts(of selection: Selection) -> SelectedParts {
        var parts = SelectedParts()
        if let kinds = selection.kinds { parts.nodes = nodeColumns.kinds.map { kinds.contains($0) } }
        if let filter = Self.claimFilter(selection) {
            parts.claims = filter
            parts.edges = (0..<edgeCount).map { edge in
                claims(of: EdgeIndex(edge)).contains(where: filter)
            }
        }
        if let relations = selection.relations {
            let chosen = ontology.relations.indices.map {
                relations.contains(RelationID(rawValue: UInt16($0)))
            }
            parts.restrictEdges(count: edgeCount) { chosen[Int(self.edgeColumns.relations[$0].rawValue)] }
        }
        if let period = selection.period {
            parts.restrictEdges(count: edgeCount) { edge in
                self.period(ofEdge: EdgeIndex(edge))?.isWithin(period, mode: selection.mode)
                    ?? (selection.mode == .possible)
            }
        }
        return parts
    }

    /// When an edge holds: its own validity, else the date of the event at one of its ends, the source's first.
    public func period(ofEdge edge: EdgeIndex) -> EDTFDate? {
        if let own = validity(ofEdge: edge.position)?.date { return own }
        guard ontology.base != .replacement else { return nil }
        return date(ofEvent: source(of: edge)) ?? date(ofEvent: target(of: edge))
    }

    /// The date that a node of kind Incident or Campaign has as an attribute.
    private func date(ofEvent node: NodeIndex) -> EDTFDate? {
        let kind = kind(of: node)
        guard kind == .incident || kind == .campaign else { return nil }
        switch nodeColumns.details[node.rawValue]?.attributes["date"] {
        case .string(let text): return RecordedDate(normalizing: text).date
        // YAML and JSON read a year alone as a number.
        case .integer(let year): return RecordedDate(normalizing: String(year)).date
        default: return nil
        }
    }

    /// The graph reduced to its parts: nodes and edges in their order, with the claims that count.
    ///
    /// Parties of claims stay as nodes where these are kept, and become names where they are not. Edges keep
    /// the identifiers they were given; counted ones are counted anew.
    ///
    /// - Complexity: linear in nodes, edges and claims.
    public func subgraph(_ parts: SelectedParts) -> Graph {
        guard !parts.isEverything else { return self }
        var result = Graph(title: title, ontology: ontology)
        result.attributes = attributes
        var positions = [NodeIndex?](repeating: nil, count: nodeCount)
        for node in nodes where parts.includes(node.index) {
            // Neither error can occur: identifiers are unique here and kinds are of this ontology.
            positions[node.index.position] = try? result.addNode(
                id: node.id, kind: node.kind, name: node.name, aliases: node.aliases, subtype: node.subtype,
                attributes: node.attributes, isSource: node.isSource)
        }
        let moved = { (party: Party?) -> Party? in
            guard case .node(let node) = party else { return party }
            return positions[node.position].map { .node($0) } ?? .named(self.name(of: node))
        }
        for edge in edges where parts.includes(edge.index, of: self) {
            guard let from = positions[edge.source.position], let to = positions[edge.target.position] else {
                continue
            }
            let copy = result.appendEdge(from: from, relation: edge.relation, to: to, valid: edge.valid)
            if !edge.attributes.isEmpty { result.edgeColumns.attributes[copy.rawValue] = edge.attributes }
            if edge.hasOwnID {
                result.edgeColumns.ids[copy.rawValue] = edge.id
                result.edgeColumns.edgeOfID[edge.id] = copy.rawValue
            }
            for claim in parts.claims(of: edge.index, in: self) {
                var claim = claim
                claim.claimant = moved(claim.claimant)
                claim.via = moved(claim.via)
                claim.source = moved(claim.source)
                result.claimLists.append(claim, to: copy.position)
            }
        }
        return result
    }

    private static func claimFilter(_ selection: Selection) -> (@Sendable (Claim) -> Bool)? {
        let claimant = selection.claimant.map { Party.node($0) }
        let least = selection.minimumConfidence
        guard claimant != nil || least != nil else { return nil }
        return { claim in
            if let claimant, claim.claimant != claimant { return false }
            guard let least else { return true }
            guard let confidence = claim.confidence ?? claim.credibility?.confidence else { return false }
            return confidence >= least
        }
    }
}

extension SelectedParts {
    /// Keeps, of the edges that count, those for which `isKept` holds.
    public mutating func restrictEdges(count: Int, _ isKept: (Int) -> Bool) {
        let old = edges
        edges = (0..<count).map { (old?[$0] ?? true) && isKept($0) }
    }
}
