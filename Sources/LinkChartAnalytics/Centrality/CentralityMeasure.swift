public import LinkChartModel

/// A centrality by name, for callers that choose one at run time.
public enum CentralityMeasure: String, Sendable, CaseIterable {
    /// Arcs at a node: ``LinkChartModel/Projection/degreeCentrality(_:normalized:)``.
    case degree
    /// Arcs that reach a node.
    case inDegree
    /// Arcs that leave a node.
    case outDegree
    /// Share of shortest paths that run through a node:
    /// ``LinkChartModel/Projection/betweennessCentrality(normalized:threads:)``.
    case betweenness
    /// How near the others are to a node: ``LinkChartModel/Projection/closenessCentrality(threads:)``.
    case closeness
    /// Sum of inverse distances to a node:
    /// ``LinkChartModel/Projection/harmonicCentrality(normalized:threads:)``.
    case harmonic
    /// Where a random surfer is found:
    /// ``LinkChartModel/Projection/pageRank(damping:tolerance:iterationLimit:threads:)``.
    case pageRank = "pagerank"
    /// Importance from important neighbours:
    /// ``LinkChartModel/Projection/eigenvectorCentrality(tolerance:iterationLimit:)``.
    case eigenvector
    /// The densest core a node belongs to: ``LinkChartModel/Projection/coreNumbers()``.
    case core

    /// Whether scores that are not normalised are whole numbers.
    public var countsWhole: Bool {
        switch self {
        case .degree, .inDegree, .outDegree, .core: true
        default: false
        }
    }
}

extension Projection {
    /// A centrality with its default parameters.
    ///
    /// - Parameters:
    ///   - measure: which one.
    ///   - normalized: whether scores are divided by the greatest value a graph of this size allows. Of
    ///     closeness, PageRank and the eigenvector, which are normalised by definition, and of the core
    ///     number, which has no such form, it changes nothing.
    ///   - threads: how many threads work at most; nil for one a core. The scores do not depend on it.
    /// - Throws: ``CentralityError`` where the measure is undefined on this graph or does not converge.
    public func centrality(
        _ measure: CentralityMeasure, normalized: Bool = false, threads: Int? = nil
    ) throws(CentralityError) -> NodeScores {
        switch measure {
        case .degree: degreeCentrality(.both, normalized: normalized)
        case .inDegree: degreeCentrality(.incoming, normalized: normalized)
        case .outDegree: degreeCentrality(.outgoing, normalized: normalized)
        case .betweenness: betweennessCentrality(normalized: normalized, threads: threads)
        case .closeness: closenessCentrality(threads: threads)
        case .harmonic: harmonicCentrality(normalized: normalized, threads: threads)
        case .pageRank: try pageRank(threads: threads)
        case .eigenvector: try eigenvectorCentrality()
        case .core: coreNumbers()
        }
    }
}
