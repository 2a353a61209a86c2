/// What a question keeps to: kinds, relations, a time, a claimant, a least confidence.
public struct Selection: Sendable {
    /// The kinds of node that count; nil for all.
    public var kinds: KindSet?
    /// The relations that count; nil for all.
    public var relations: Set<RelationID>?
    /// When an edge must hold; nil for any time. See ``Graph/period(ofEdge:)`` for when it does.
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
            let ofEvents = EventPeriods(of: self)
            parts.restrictEdges(count: edgeCount) { edge in
                self.period(ofEdge: EdgeIndex(edge), ofEvents)?.isWithin(period, mode: selection.mode)
                    ?? (selection.mode == .possible)
            }
        }
        return parts
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
