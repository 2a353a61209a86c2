public import LinkChartModel

/// What it costs to walk along each edge of a graph.
public struct EdgeCosts: Sendable {
    /// Where the costs come from.
    public enum Meaning: Hashable, Sendable {
        /// A numeric attribute of the edges.
        case attribute(String)
        /// -log(confidence / 100), so that the cheapest path is the most reliable one.
        case confidence
        /// Numbers of the caller's own.
        case custom
    }

    /// Where the costs come from.
    public let meaning: Meaning
    /// The cost of every edge, by index: NaN where it has none. Infinite for confidence 0.
    let values: [Double]
    /// Of costs by confidence: the confidence of every edge, 0 to 100, as stated or assumed.
    let confidences: [UInt8]
    /// Of costs by confidence: whether it is assumed.
    private let isAssumed: [Bool]
    private let graph: Graph
    /// By it a projection knows costs that it was asked by before.
    let identity = Identity()

    final class Identity: Sendable {}

    /// Costs of the caller's own.
    ///
    /// - Parameters:
    ///   - values: the cost of every edge of the graph, by index. Those of edges that take part in a search must
    ///     be finite and not negative; the search throws otherwise.
    ///   - graph: the graph.
    public init(_ values: [Double], of graph: Graph) {
        self.init(.custom, values, of: graph)
    }

    private init(
        _ meaning: Meaning, _ values: [Double], confidences: [UInt8] = [], isAssumed: [Bool] = [],
        of graph: Graph
    ) {
        precondition(values.count == graph.edgeCount, "\(values.count) costs for \(graph.edgeCount) edges")
        self.meaning = meaning
        self.values = values
        self.confidences = confidences
        self.isAssumed = isAssumed
        self.graph = graph
    }

    /// The numbers of an attribute as costs.
    ///
    /// - Parameters:
    ///   - name: the attribute.
    ///   - graph: the graph whose edges have it.
    ///   - missing: the cost of an edge without it; nil if a search that meets one is to throw.
    public static func attribute(_ name: String, of graph: Graph, missing: Double? = nil) -> EdgeCosts {
        var values =
            graph.numbers(name) ?? [Double](repeating: .nan, count: graph.edgeCount)
        if let missing { values = values.map { $0.isNaN ? missing : $0 } }
        return EdgeCosts(.attribute(name), values, of: graph)
    }

    /// Confidences as costs: an edge of confidence *c* costs -log(*c* / 100), so that the sum along a path is
    /// the logarithm of the product, and the cheapest path is the one that most probably holds if its edges
    /// hold independently of each other.
    ///
    /// An edge's confidence is the greatest that one of its claims states, by number or by credibility
    /// (Admiralty code); of an established edge only claims that establish it count. An edge of confidence 0
    /// is on no path.
    ///
    /// - Parameters:
    ///   - graph: the graph whose edges are claimed.
    ///   - selection: the claims that count.
    ///   - unspecified: the confidence of an edge for which no claim states one. Not specified is not 0: it is
    ///     assumed to be as likely as not unless the caller knows better. ``isAssumed(_:)`` tells such edges.
    /// - Complexity: linear in edges and claims.
    public static func confidence(
        of graph: Graph, selection: SelectedParts = .everything,
        unspecified: Confidence = Confidence.evenOdds
    ) -> EdgeCosts {
        var confidences = [UInt8](repeating: UInt8(unspecified.value), count: graph.edgeCount)
        var isAssumed = [Bool](repeating: true, count: graph.edgeCount)
        if graph.claimCount > 0 {
            for edge in 0..<graph.edgeCount {
                let stated = graph.statedConfidence(of: EdgeIndex(edge), selection: selection)
                if let stated {
                    confidences[edge] = UInt8(stated.value)
                    isAssumed[edge] = false
                }
            }
        }
        // Certainty costs 0 and not -0; confidence 0 costs the infinite.
        let costs = (0...100).map { $0 == 100 ? 0 : -logarithm(Double($0) / 100) }
        return EdgeCosts(
            .confidence, confidences.map { costs[Int($0)] }, confidences: confidences, isAssumed: isAssumed,
            of: graph)
    }

    /// The cost of an edge.
    public subscript(edge: EdgeIndex) -> Double { values[edge.position] }

    /// Whether no claim states the edge's confidence, so that the cost rests on an assumption.
    public func isAssumed(_ edge: EdgeIndex) -> Bool { !isAssumed.isEmpty && isAssumed[edge.position] }

    /// The product of the confidences of these edges, 0 to 1; nil for costs of another meaning.
    func reliability(of steps: [Path.Step]) -> Double? {
        guard meaning == .confidence else { return nil }
        return steps.reduce(1) { $0 * (Double(confidences[$1.edge.position]) / 100) }
    }

    /// Checks the costs of the edges that take part in a projection.
    ///
    /// - Throws: ``AnalysisError`` for the first edge without a cost, or with one that is negative or infinite, or so
    ///   large that a path of such edges would cost more than a number can say.
    func check(for projection: Projection) throws(AnalysisError) {
        guard projection.outgoing.edges.allSatisfy({ Int($0) < values.count }) else {
            throw AnalysisError(.badParameter, "the costs are those of another graph")
        }
        guard meaning != .confidence else { return }
        let greatest = Double.greatestFiniteMagnitude / Double(max(projection.nodeCount, 1))
        // Nearly always all are right, which is soon seen in the order in which they stand.
        if values.allSatisfy({ $0 >= 0 && $0 <= greatest }) { return }
        for arc in projection.outgoing.edges.indices {
            let value = values[Int(projection.outgoing.edges[arc])]
            guard !(value >= 0 && value <= greatest) else { continue }
            let edge = EdgeIndex(rawValue: projection.outgoing.edges[arc])
            let id = graph.id(of: edge)
            guard case .attribute(let name) = meaning, value.isNaN else {
                throw AnalysisError(
                    .badCost, edge: edge,
                    "edge `\(id)` has the cost \(value): a cost must be "
                        + (value > greatest && value < .infinity
                            ? "at most \(greatest) here, so that a path's is finite"
                            : "finite and not negative"))
            }
            throw AnalysisError(
                .missingCost, edge: edge, "edge `\(id)` has no number as its attribute `\(name)`",
                suggestion: "give every edge one, or say what counts for those without")
        }
    }
}

extension Confidence {
    /// As likely as not: what is assumed where nothing is said.
    public static let evenOdds: Confidence = Credibility.possiblyTrue.confidence ?? .none
}
