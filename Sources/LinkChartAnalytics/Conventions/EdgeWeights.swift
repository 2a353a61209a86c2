public import LinkChartModel

/// How strong each edge of a graph is: what communities, backbones and weighted degrees go by.
///
/// A strength is not a cost: the stronger an edge, the closer it ties its ends, while the dearer it is, the
/// farther they are apart. For costs see ``EdgeCosts``.
public struct EdgeWeights: Sendable {
    /// Where the weights come from.
    public enum Meaning: Hashable, Sendable, CustomStringConvertible {
        /// Every arc counts 1.
        case unit
        /// A numeric attribute of the edges.
        case attribute(String)
        /// How many claims establish the edge.
        case claims
        /// The edge's confidence as a fraction, 0 ... 1.
        case confidence
        /// Numbers of the caller's own.
        case custom

        /// The meaning as results state it: the attribute's name, else the case's.
        public var description: String {
            switch self {
            case .unit: "unit"
            case .attribute(let name): name
            case .claims: "claims"
            case .confidence: "confidence"
            case .custom: "custom"
            }
        }
    }

    /// Where the weights come from.
    public let meaning: Meaning
    /// The weight of every edge, by index, NaN where it has none; and whose edges these are. Nil for unit.
    private let table: (values: [Double], graph: Graph)?

    private init(_ meaning: Meaning, _ table: (values: [Double], graph: Graph)?) {
        self.meaning = meaning
        self.table = table
    }

    /// Every arc of the projection counts 1: with parallel edges merged a pair of neighbours counts once, with
    /// parallel edges kept as often as it has edges.
    public static let unit = EdgeWeights(.unit, nil)

    /// Weights of the caller's own.
    ///
    /// - Parameters:
    ///   - values: the weight of every edge of the graph, by index. Those of edges that take part must be finite
    ///     and not negative; the analysis throws otherwise.
    ///   - graph: the graph.
    /// - Precondition: there are as many values as edges.
    public init(_ values: [Double], of graph: Graph) {
        precondition(values.count == graph.edgeCount, "\(values.count) weights for \(graph.edgeCount) edges")
        self.init(.custom, (values, graph))
    }

    /// The numbers of an attribute as weights.
    ///
    /// - Parameters:
    ///   - name: the attribute.
    ///   - graph: the graph whose edges have it.
    ///   - missing: the weight of an edge without it; nil if an analysis that meets one is to throw.
    public static func attribute(_ name: String, of graph: Graph, missing: Double? = nil) -> EdgeWeights {
        var values = graph.numbers(name) ?? [Double](repeating: .nan, count: graph.edgeCount)
        if let missing { values = values.map { $0.isNaN ? missing : $0 } }
        return EdgeWeights(.attribute(name), (values, graph))
    }

    /// The number of claims that establish an edge as its weight: who is linked by what many say.
    ///
    /// An edge without any claim comes from data that simply states it, and counts 1; one whose claims all
    /// leave it open counts 0. Not meant for the projection `claims`, which has one arc a claim already: there
    /// take ``unit``.
    ///
    /// - Parameters:
    ///   - graph: the graph whose edges are claimed.
    ///   - selection: the claims that count.
    /// - Complexity: linear in edges and claims.
    public static func claims(of graph: Graph, selection: SelectedParts = .everything) -> EdgeWeights {
        guard graph.claimCount > 0 else {
            return EdgeWeights(.claims, ([Double](repeating: 1, count: graph.edgeCount), graph))
        }
        let values = (0..<graph.edgeCount).map { edge -> Double in
            var isClaimed = false
            var count = 0
            for claim in selection.claims(of: EdgeIndex(edge), in: graph) {
                isClaimed = true
                if claim.modality.isEstablishing { count += 1 }
            }
            return isClaimed ? Double(count) : 1
        }
        return EdgeWeights(.claims, (values, graph))
    }

    /// Confidences as weights: an edge of confidence *c* counts *c* / 100, so that a sum of weights is the
    /// expected number of edges that hold.
    ///
    /// An edge's confidence is the greatest that one of its claims states, as for
    /// ``EdgeCosts/confidence(of:selection:unspecified:)``.
    ///
    /// - Parameters:
    ///   - graph: the graph whose edges are claimed.
    ///   - selection: the claims that count.
    ///   - unspecified: the confidence of an edge for which no claim states one.
    /// - Complexity: linear in edges and claims.
    public static func confidence(
        of graph: Graph, selection: SelectedParts = .everything,
        unspecified: Confidence = Confidence.evenOdds
    ) -> EdgeWeights {
        var values = [Double](repeating: Double(unspecified.value) / 100, count: graph.edgeCount)
        if graph.claimCount > 0 {
            for edge in 0..<graph.edgeCount {
                let stated = graph.statedConfidence(of: EdgeIndex(edge), selection: selection)
                if let stated { values[edge] = Double(stated.value) / 100 }
            }
        }
        return EdgeWeights(.confidence, (values, graph))
    }

    /// The weight of an edge; NaN if it has none.
    public subscript(edge: EdgeIndex) -> Double { table?.values[edge.position] ?? 1 }

    /// The weight of every outgoing arc of a projection, in the order of `outgoing.neighbours`; nil if each
    /// counts 1.
    ///
    /// - Throws: what ``checkedValues(for:)`` throws.
    func ofArcs(of projection: Projection) throws(AnalysisError) -> [Double]? {
        guard let values = try checkedValues(for: projection) else { return nil }
        return projection.outgoing.edges.map { values[Int($0)] }
    }

    /// The weight of every edge of the graph, by index, right for those that take part; nil if each arc counts 1.
    ///
    /// - Throws: ``AnalysisError``: `badParameter` if the projection does not keep its edges, so that nobody knows
    ///   what an arc weighs, or has edges of another graph; `missingCost` or `badCost` for the first edge without a weight, or with one that is
    ///   negative, infinite or not a number.
    func checkedValues(for projection: Projection) throws(AnalysisError) -> [Double]? {
        guard let (values, graph) = table else { return nil }
        guard projection.keepsEdges else {
            throw AnalysisError(
                .badParameter, "the projection does not keep its edges, so its arcs have no weights",
                suggestion: "make it with `keepingEdges: true`, or weigh every arc the same")
        }
        guard projection.outgoing.edges.allSatisfy({ Int($0) < values.count }) else {
            throw AnalysisError(.badParameter, "the weights are those of another graph")
        }
        for edge in projection.outgoing.edges {
            let value = values[Int(edge)]
            guard value >= 0 && value < .infinity else {
                throw error(about: EdgeIndex(rawValue: edge), value, graph)
            }
        }
        return values
    }

    /// A power of two that brings the largest weight of a projection's edges to 1 ..< 2; 1 unless sums or quotients
    /// of the weights could leave the range of numbers.
    ///
    /// - Parameter values: the weight of every edge of the graph, by index; nil if every arc counts 1.
    static func scale(of values: [Double]?, in projection: Projection) -> Double {
        guard let values else { return 1 }
        var largest = 0.0
        for edge in projection.outgoing.edges { largest = max(largest, values[Int(edge)]) }
        guard largest > 0, abs(Int(largest.exponent)) > 200 else { return 1 }
        // Within these bounds the scale and its reciprocal are normal numbers.
        let exponent = max(min(-Int(largest.exponent), 1022), -1022)
        return Double(sign: .plus, exponent: exponent, significand: 1)
    }

    private func error(about edge: EdgeIndex, _ value: Double, _ graph: Graph) -> AnalysisError {
        let id = graph.id(of: edge)
        guard case .attribute(let name) = meaning, value.isNaN else {
            return AnalysisError(
                .badCost, edge: edge,
                "edge `\(id)` has the weight \(value): a weight must be finite and not negative")
        }
        return AnalysisError(
            .missingCost, edge: edge, "edge `\(id)` has no number as its attribute `\(name)`",
            suggestion: "give every edge one, or say what counts for those without")
    }
}

extension Graph {
    /// The greatest confidence that a claim states of an edge, by number or by credibility (Admiralty code); of
    /// an established edge only claims that establish it count. Nil if none states one.
    func statedConfidence(of edge: EdgeIndex, selection: SelectedParts) -> Confidence? {
        let claims = selection.claims(of: edge, in: self)
        let isEstablished = claims.contains { $0.modality.isEstablishing }
        return claims.lazy.filter { $0.modality.isEstablishing || !isEstablished }
            .compactMap { $0.confidence ?? $0.credibility?.confidence }.max()
    }
}
