public import LinkChartModel

/// Why no path leads from one node to another.
public enum NoPathReason: Hashable, Sendable {
    /// The projection's selection leaves this end out.
    case notSelected(NodeIndex)
    /// This end is itself to be avoided.
    case endAvoided(NodeIndex)
    /// No arc leaves the first node.
    case nothingLeaves(NodeIndex)
    /// No arc reaches the last node.
    case nothingReaches(NodeIndex)
    /// The two are in different components: not linked even regardless of direction.
    case differentComponents
    /// The two are linked, but no path goes along the arcs' directions.
    case againstDirection
    /// Every path runs through a node that is to be avoided.
    case onlyThroughAvoided
    /// Every path uses an edge of confidence 0.
    case onlyThroughZeroConfidence
    /// The shortest path has this many hops, more than allowed.
    case tooFar(hops: Int)
    /// The two are linked, but by no path whose links follow the pattern.
    case noMatch

    /// The reason in a word, for programs.
    public var code: String {
        switch self {
        case .notSelected: "notSelected"
        case .endAvoided: "endAvoided"
        case .nothingLeaves: "nothingLeaves"
        case .nothingReaches: "nothingReaches"
        case .differentComponents: "differentComponents"
        case .againstDirection: "againstDirection"
        case .onlyThroughAvoided: "onlyThroughAvoided"
        case .onlyThroughZeroConfidence: "onlyThroughZeroConfidence"
        case .tooFar: "tooFar"
        case .noMatch: "noMatch"
        }
    }

    /// The reason in a sentence.
    ///
    /// - Parameter graph: the graph that was projected; it has the names.
    public func description(in graph: Graph) -> String {
        switch self {
        case .notSelected(let node): "\(graph.name(of: node)) is not in what was selected"
        case .endAvoided(let node): "\(graph.name(of: node)) is an end of the path and to be avoided"
        case .nothingLeaves(let node): "nothing leads away from \(graph.name(of: node)) in this projection"
        case .nothingReaches(let node): "nothing leads to \(graph.name(of: node)) in this projection"
        case .differentComponents: "the two are in different components of this projection"
        case .againstDirection: "the two are linked, but only against the direction of some edge"
        case .onlyThroughAvoided: "every path runs through a node that is to be avoided"
        case .onlyThroughZeroConfidence: "every path uses an edge of confidence 0"
        case .tooFar(let hops): "the shortest path has \(hops) hops"
        case .noMatch: "no path's links follow the pattern"
        }
    }
}
