public import LinkChartModel

/// The answer to a question for paths: those found, or why there are none, and whether there may be more.
public struct PathSet: Sendable {
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

/// What bounds a search that could take long. Whoever reaches a bound is told: ``PathSet/truncation``.
public struct SearchLimits: Sendable {
    /// How many paths to report at most; nil for all.
    public var maxPaths: Int?
    /// Asked now and then while a search runs; it ends when this returns true. Meant for deadlines and for
    /// cancelled tasks.
    public var shouldStop: (@Sendable () -> Bool)?

    /// Bounds of a search.
    public init(maxPaths: Int? = nil, shouldStop: (@Sendable () -> Bool)? = nil) {
        self.maxPaths = maxPaths
        self.shouldStop = shouldStop
    }

    /// No bounds.
    public static let none = SearchLimits()
}
