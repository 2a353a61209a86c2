public import LinkChartModel

/// Why two nodes may be one.
public enum ResolutionEvidence: String, CaseIterable, Sendable, Hashable {
    /// Both have the same identifier in some register: Wikidata, LEI, IMO number, STIX or FollowTheMoney identifier.
    case identifier
    /// Both have the same ISO code of a state.
    case isoCode
    /// A name of one is an alias of the other, or both have the same alias, but for case and punctuation.
    case alias
    /// Both have the same name, but for case and punctuation.
    case name
    /// A name of one is made of the initials of a name of the other.
    case acronym
    /// Their names may be two spellings of one.
    case similarName
}

/// Two nodes that may be one actor, place or thing under two names.
public struct ResolutionCandidate: Sendable, Hashable {
    /// The node that was added to the graph first.
    public var first: NodeIndex
    /// The other.
    public var second: NodeIndex
    /// How likely they are one, 0 … 1: an order for review, not a probability.
    public var score: Double
    /// Why, the strongest first.
    public var evidence: [ResolutionEvidence]
    /// Whether the evidence needs no review: a shared identifier, ISO code, name or alias that nothing speaks against.
    public var isConclusive: Bool

    /// A candidate.
    public init(
        first: NodeIndex, second: NodeIndex, score: Double, evidence: [ResolutionEvidence], isConclusive: Bool
    ) {
        self.first = first
        self.second = second
        self.score = score
        self.evidence = evidence
        self.isConclusive = isConclusive
    }
}

/// What a search for candidates found, and where it did not look.
public struct ResolutionCandidates: Sendable {
    /// The candidates: by score, the greatest first, then by identifiers.
    public var candidates: [ResolutionCandidate]
    /// How many pairs of names were compared.
    public var comparisons: Int
    /// How many groups of names with common words were too large to compare each with each.
    public var cappedBlocks: Int
    /// How many pairs of the same or a similar name were left out, because their identifiers, codes or dates differ.
    public var contradicted: Int
}

/// How candidates are looked for.
public struct ResolutionOptions: Sendable, Hashable {
    /// Candidates below this score are left out; 0 … 1. The lower, the longer the search takes.
    public var minimumScore: Double
    /// The kinds that both nodes must be of; nil for any.
    public var kinds: KindSet?
    /// How many names may share a word for each to be compared with each. Of more common words two must be shared.
    public var blockLimit: Int
    /// Whether each name is compared with each, whatever they share: for tests and small graphs.
    public var isExhaustive: Bool

    /// Options; without arguments, the usual ones.
    public init(
        minimumScore: Double = 0.75, kinds: KindSet? = nil, blockLimit: Int = 128, isExhaustive: Bool = false
    ) {
        self.minimumScore = minimumScore
        self.kinds = kinds
        self.blockLimit = blockLimit
        self.isExhaustive = isExhaustive
    }
}
