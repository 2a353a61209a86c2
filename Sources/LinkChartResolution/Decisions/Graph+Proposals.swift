public import LinkChartModel

extension Graph {
    /// Who proposes: the claimant of proposals.
    public static let resolutionClaimant = "linkchart resolve"

    /// The graph with a `sameAs` edge for each candidate that is open: its claim has the modality `proposed`, the score
    /// as confidence, and the evidence as an attribute. An edge that was only proposed is not established: no measure
    /// counts it, no path takes it.
    ///
    /// - Parameter candidates: of this graph. Those that are decided, and those proposed before, are left out.
    /// - Returns: the graph, and how many proposals are new.
    /// - Throws: ``/LinkChartModel/GraphError`` if the ontology has no `sameAs`, or it does not fit the ends.
    public func proposing(
        _ candidates: some Sequence<ResolutionCandidate>
    ) throws(GraphError) -> (graph: Graph, count: Int) {
        guard let relation = sameAs else {
            throw GraphError(.unknownRelation, "the ontology `\(ontology.name)` has no relation `sameAs`")
        }
        let decisions = ResolutionDecisions(of: self)
        var proposed: Set<ResolutionPair> = []
        for (position, own) in relations.enumerated() where own == relation {
            let edge = EdgeIndex(position)
            if claims(of: edge).contains(where: { $0.claimant == .named(Self.resolutionClaimant) }) {
                proposed.insert(ResolutionPair(source(of: edge), target(of: edge)))
            }
        }
        var graph = self
        var count = 0
        for candidate in candidates where decisions[candidate.first, candidate.second] == nil {
            guard proposed.insert(ResolutionPair(candidate.first, candidate.second)).inserted else {
                continue
            }
            let percent = Int((candidate.score * 100).rounded())
            let claim = Claim(
                claimant: .named(Self.resolutionClaimant), modality: .proposed,
                confidence: try? Confidence(percent),
                attributes: ["evidence": .list(candidate.evidence.map { .string($0.rawValue) })])
            try graph.link(from: candidate.first, relation, to: candidate.second, claims: [claim])
            count += 1
        }
        return (graph, count)
    }

    /// The graph with reviewed decisions as claims of `sameAs` edges: yes confirms, no negates.
    ///
    /// - Parameters:
    ///   - reviews: pairs of this graph with what was decided.
    ///   - reviewer: who decided; a node of this identifier, else a name.
    /// - Returns: the graph, and how many claims are new.
    /// - Throws: ``/LinkChartModel/GraphError`` if the ontology has no `sameAs`, or it does not fit the ends.
    public func deciding(
        _ reviews: some Sequence<ResolutionReview>, reviewer: String
    ) throws(GraphError) -> (graph: Graph, count: Int) {
        guard let relation = sameAs else {
            throw GraphError(.unknownRelation, "the ontology `\(ontology.name)` has no relation `sameAs`")
        }
        var known: Set<ResolutionReview> = []
        let claimant = node(id: reviewer).map { Party.node($0) } ?? .named(reviewer)
        for (position, own) in relations.enumerated() where own == relation {
            let edge = EdgeIndex(position)
            for claim in claims(of: edge) where claim.claimant == claimant {
                let decision: ResolutionDecisions.Decision? =
                    claim.modality == .confirmed ? .yes : claim.modality == .negated ? .no : nil
                guard let decision else { continue }
                known.insert(
                    ResolutionReview(source(of: edge), target(of: edge), decision, remark: claim.statement))
            }
        }
        var graph = self
        var count = 0
        for review in reviews where known.insert(review).inserted {
            let claim = Claim(
                claimant: claimant, statement: review.remark,
                modality: review.decision == .yes ? .confirmed : .negated)
            try graph.link(from: review.pair.first, relation, to: review.pair.second, claims: [claim])
            count += 1
        }
        return (graph, count)
    }
}

/// Two nodes in whatever order.
struct ResolutionPair: Hashable, Sendable {
    var first: NodeIndex
    var second: NodeIndex

    init(_ a: NodeIndex, _ b: NodeIndex) { (first, second) = a < b ? (a, b) : (b, a) }
}

/// What a reviewer decided about two nodes.
public struct ResolutionReview: Hashable, Sendable {
    let pair: ResolutionPair
    /// What was decided.
    public var decision: ResolutionDecisions.Decision
    /// Why, in the reviewer's words.
    public var remark: String?

    /// The node that was added first.
    public var first: NodeIndex { pair.first }
    /// The other.
    public var second: NodeIndex { pair.second }

    /// A decision.
    public init(
        _ first: NodeIndex, _ second: NodeIndex, _ decision: ResolutionDecisions.Decision,
        remark: String? = nil
    ) {
        pair = ResolutionPair(first, second)
        self.decision = decision
        self.remark = remark
    }
}
