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
    /// ``LinkChartModel/Projection/betweennessCentrality(normalized:costs:execution:)``.
    case betweenness
    /// How near the others are to a node: ``LinkChartModel/Projection/closenessCentrality(execution:)``.
    case closeness
    /// Sum of inverse distances to a node:
    /// ``LinkChartModel/Projection/harmonicCentrality(normalized:execution:)``.
    case harmonic
    /// Where a random surfer is found:
    /// ``LinkChartModel/Projection/pageRank(damping:tolerance:relativeTolerance:iterationLimit:execution:)``.
    case pageRank = "pagerank"
    /// Importance from important neighbours:
    /// ``LinkChartModel/Projection/eigenvectorCentrality(tolerance:iterationLimit:execution:)``.
    case eigenvector
    /// Walks that lead to a node:
    /// ``LinkChartModel/Projection/katzCentrality(alpha:normalized:tolerance:iterationLimit:execution:)``.
    case katz
    /// Whether good authorities are where a node leads:
    /// ``LinkChartModel/Projection/hits(tolerance:iterationLimit:execution:)``.
    case hub
    /// Whether good hubs lead to a node: ``LinkChartModel/Projection/hits(tolerance:iterationLimit:execution:)``.
    case authority
    /// The densest core a node belongs to: ``LinkChartModel/Projection/coreNumbers(execution:)``.
    case core
    /// How much a node is held by its contacts: ``LinkChartModel/Projection/burtConstraint(execution:)``.
    case constraint
    /// How many contacts a node has that are not redundant:
    /// ``LinkChartModel/Projection/effectiveSize(execution:)``.
    case effectiveSize
    /// Triangles that a node is a corner of: ``LinkChartModel/Projection/triangles(execution:)``.
    case triangles
    /// Share of the pairs of a node's neighbours that are linked themselves: ``Triangles/clustering``.
    case clustering

    /// Whether scores that are not normalised are whole numbers.
    public var countsWhole: Bool {
        switch self {
        case .degree, .inDegree, .outDegree, .core, .triangles: true
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
    ///     closeness, PageRank, the eigenvector, hubs and authorities, and clustering, which are normalised by
    ///     definition, and of core numbers, constraint, effective size and triangles, which have no such form, it
    ///     changes nothing. Katz centrality it scales to Euclidean norm 1.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Throws: ``AnalysisError`` where the measure is undefined on this graph or does not converge.
    public func centrality(
        _ measure: CentralityMeasure, normalized: Bool = false, execution: Execution = .default
    ) throws(AnalysisError) -> NodeScores {
        switch measure {
        case .degree: degreeCentrality(.both, normalized: normalized)
        case .inDegree: degreeCentrality(.incoming, normalized: normalized)
        case .outDegree: degreeCentrality(.outgoing, normalized: normalized)
        case .betweenness: try betweennessCentrality(normalized: normalized, execution: execution)
        case .closeness: try closenessCentrality(execution: execution)
        case .harmonic: try harmonicCentrality(normalized: normalized, execution: execution)
        case .pageRank: try pageRank(execution: execution)
        case .eigenvector: try eigenvectorCentrality(execution: execution)
        case .katz: try katzCentrality(normalized: normalized, execution: execution)
        case .hub: try hits(execution: execution).hubs
        case .authority: try hits(execution: execution).authorities
        case .core: try coreNumbers(execution: execution)
        case .constraint: try burtConstraint(execution: execution)
        case .effectiveSize: try effectiveSize(execution: execution)
        case .triangles: try triangles(execution: execution).scores
        case .clustering: try triangles(execution: execution).clustering
        }
    }
}
