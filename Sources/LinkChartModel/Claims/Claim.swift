/// Who is meant where a claim names somebody or something: a node of the graph, or only a text.
public enum Party: Hashable, Sendable {
    /// A node of the same graph.
    case node(NodeIndex)
    /// A name that no node stands for.
    case named(String)
}

/// One statement, by somebody, somewhere, that an edge holds (or that it does not).
///
/// Two claimants of the same fact are two claims on one edge.
public struct Claim: Hashable, Sendable {
    /// Who says it.
    public var claimant: Party?
    /// Who relays it.
    public var via: Party?
    /// The document it was found in.
    public var source: Party?
    /// Where in the document.
    public var locator: Locator?
    /// What is claimed, in the analyst's words, or a quotation.
    public var statement: String?
    /// When it was stated.
    public var date: RecordedDate?
    /// How it is stated: asserted, denied, predicted …
    public var modality: Modality
    /// How likely it is, 0 to 100; nil is "not specified", which is not 0.
    public var confidence: Confidence?
    /// How far the source can be relied on (Admiralty code A to F).
    public var reliability: Reliability?
    /// How credible the information is (Admiralty code 1 to 6).
    public var credibility: Credibility?
    /// Whatever else the input says of the claim.
    public var attributes: Attributes

    /// A claim made of parties as they are.
    public init(
        claimant: Party? = nil, via: Party? = nil, source: Party? = nil, locator: Locator? = nil,
        statement: String? = nil, date: RecordedDate? = nil, modality: Modality = .asserted,
        confidence: Confidence? = nil, reliability: Reliability? = nil, credibility: Credibility? = nil,
        attributes: Attributes = [:]
    ) {
        self.claimant = claimant
        self.via = via
        self.source = source
        self.locator = locator
        self.statement = statement
        self.date = date
        self.modality = modality
        self.confidence = confidence
        self.reliability = reliability
        self.credibility = credibility
        self.attributes = attributes
    }

    /// A claim whose parties are nodes of the graph: `Claim(by: author, in: article, locator: .line(12))`.
    ///
    /// - Parameters:
    ///   - claimant: who says it.
    ///   - source: the document it was found in.
    ///   - via: who relays it.
    ///   - locator: where in the document.
    ///   - statement: what is claimed, in the analyst's words, or a quotation.
    ///   - date: when it was stated.
    ///   - modality: how it is stated.
    ///   - confidence: how likely it is; nil if nobody says.
    public init(
        by claimant: any Agent, in source: Kinds.Document? = nil, via: (any Agent)? = nil,
        locator: Locator? = nil, statement: String? = nil, date: EDTFDate? = nil,
        modality: Modality = .asserted, confidence: Confidence? = nil
    ) {
        self.init(
            claimant: .node(claimant.index), via: via.map { .node($0.index) },
            source: source.map { .node($0.index) }, locator: locator, statement: statement,
            date: date.map { RecordedDate(date: $0) }, modality: modality, confidence: confidence)
    }
}

/// Where in a document a claim was found: `L12`, `L12-L14`, `L12:5-40`, or any text such as `p. 4`.
public struct Locator: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The locator as it is written.
    public var text: String

    /// Takes a locator as it is written.
    public init(_ text: String) { self.text = text }

    public init(stringLiteral value: String) { text = value }

    /// A line, counted from 1.
    public static func line(_ line: Int) -> Locator { Locator("L\(line)") }

    /// Characters of a line, both counted from 1.
    public static func line(_ line: Int, characters: ClosedRange<Int>) -> Locator {
        Locator("L\(line):\(characters.lowerBound)-\(characters.upperBound)")
    }

    /// Several lines, counted from 1.
    public static func lines(_ lines: ClosedRange<Int>) -> Locator {
        Locator("L\(lines.lowerBound)-L\(lines.upperBound)")
    }

    public var description: String { text }
}

/// What the claims of an edge amount to.
public struct EdgeStanding: Hashable, Sendable {
    /// Whether some claim establishes it: it is asserted, confirmed or estimated by somebody, or the edge
    /// came without claims, from data that simply states it.
    public var isEstablished: Bool
    /// Whether it is both affirmed and negated.
    public var isContested: Bool

    /// The standing that these claims give an edge.
    ///
    /// - Complexity: linear in the number of claims.
    public init(of claims: some Sequence<Claim>) {
        self.init(ofModalities: claims.lazy.map(\.modality))
    }

    /// The standing that claims of these modalities give an edge.
    init(ofModalities modalities: some Sequence<Modality>) {
        var tally = Tally()
        for modality in modalities { tally.add(modality) }
        self.init(tally)
    }

    /// What is known after some of an edge's claims.
    struct Tally {
        private(set) var isClaimed = false
        private(set) var isEstablished = false
        private(set) var isAffirmed = false
        private(set) var isNegated = false

        mutating func add(_ modality: Modality) {
            isClaimed = true
            isEstablished = isEstablished || modality.isEstablishing
            isAffirmed = isAffirmed || modality.isAffirming
            isNegated = isNegated || modality.isNegating
        }
    }

    init(_ tally: Tally) {
        isEstablished = tally.isEstablished || !tally.isClaimed
        isContested = tally.isAffirmed && tally.isNegated
    }
}
