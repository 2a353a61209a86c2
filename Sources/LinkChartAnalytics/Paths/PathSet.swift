public import LinkChartModel

/// The answer to a question for paths: those found, or why there are none, and whether there may be more.
public struct PathSet: AnalysisResult {
    /// What was searched.
    public let projection: Projection
    /// The paths, in the order that the question promises.
    public let paths: [Path]
    /// Why there is none; nil if there are some, or if the search was stopped before it knew.
    public let noPathReason: NoPathReason?
    /// Why the search ended early; nil if it found all that was asked for.
    public let truncation: Truncation?

    /// The first path.
    public var first: Path? { paths.first }

    init(
        _ projection: Projection, _ paths: [Path] = [], noPathReason: NoPathReason? = nil,
        truncation: Truncation? = nil
    ) {
        self.projection = projection
        self.paths = paths
        self.noPathReason = noPathReason
        self.truncation = truncation
    }
}

/// Why a search ended before it had all there is.
public enum Truncation: Hashable, Sendable, CustomStringConvertible {
    /// There are more paths than were allowed.
    case pathLimit(Int)
    /// The caller's check said so, as for a deadline.
    case stopped

    public var description: String {
        switch self {
        case .pathLimit(let limit): "there are more than \(limit) paths"
        case .stopped: "the search was stopped before its end"
        }
    }
}

extension PathSet {
    private enum CodingKeys: String, CodingKey {
        case projection, paths, noPathReason, truncation
    }

    /// Encodes the projection in words, the paths, and why there are none or not all, where that is so.
    ///
    /// - Parameter encoder: where to.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(paths, forKey: .paths)
        try container.encodeIfPresent(noPathReason?.code, forKey: .noPathReason)
        try container.encodeIfPresent(truncation?.description, forKey: .truncation)
    }
}

extension Path: Encodable {
    private enum CodingKeys: String, CodingKey {
        case hops, cost, reliability, nodes, steps
    }

    /// Encodes the nodes by their indices in the graph and the steps with their edges' indices.
    ///
    /// - Parameter encoder: where to.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(hops, forKey: .hops)
        try container.encode(cost, forKey: .cost)
        try container.encodeIfPresent(reliability, forKey: .reliability)
        try container.encode(nodes.map(\.rawValue), forKey: .nodes)
        try container.encode(steps, forKey: .steps)
    }
}

extension Path.Step: Encodable {
    private enum CodingKeys: String, CodingKey {
        case edge, isForward
    }

    /// Encodes the edge's index in the graph, and whether the step runs the way it is written.
    ///
    /// - Parameter encoder: where to.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(edge.rawValue, forKey: .edge)
        try container.encode(isForward, forKey: .isForward)
    }
}
