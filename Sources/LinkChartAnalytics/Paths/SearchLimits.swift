/// What bounds a search for paths that could take long. Whoever reaches a bound is told: ``PathSet/truncation``.
///
/// A limit ends a search early with the paths that it has, which are right as far as they go. Someone who no
/// longer wants any answer cancels the ``Execution`` or the task instead, and the search throws
/// ``AnalysisError/cancelled``.
public struct SearchLimits: Sendable {
    /// How many paths to report at most; nil for all.
    public var maxPaths: Int?
    /// Asked now and then while a search runs; it ends when this returns true. Meant for deadlines.
    public var shouldStop: (@Sendable () -> Bool)?

    /// Bounds of a search.
    ///
    /// - Parameters:
    ///   - maxPaths: how many paths to report at most; nil for all. A search for one path takes it for 1.
    ///   - shouldStop: asked now and then whether to end with what there is.
    public init(maxPaths: Int? = nil, shouldStop: (@Sendable () -> Bool)? = nil) {
        self.maxPaths = maxPaths
        self.shouldStop = shouldStop
    }

    /// No bounds.
    public static let none = SearchLimits()

    /// Bounds that end a search at a time of the clock.
    ///
    /// - Parameters:
    ///   - deadline: when to end with what there is.
    ///   - maxPaths: how many paths to report at most; nil for all.
    public static func until(_ deadline: ContinuousClock.Instant, maxPaths: Int? = nil) -> SearchLimits {
        SearchLimits(maxPaths: maxPaths) { ContinuousClock.now > deadline }
    }
}

/// When a search is to end, by its limits or because nobody wants it any more, and how that is told.
struct SearchStop: Sendable {
    var shouldStop: (@Sendable () -> Bool)?
    var execution: Execution?

    /// A search that goes on to its end.
    static let never = SearchStop()

    init(_ limits: SearchLimits = .none, _ execution: Execution? = nil) {
        shouldStop = limits.shouldStop
        self.execution = execution
    }

    var isDue: Bool {
        if shouldStop?() == true { return true }
        guard let execution else { return false }
        return execution.isCancelled?() == true || Task.isCancelled
    }

    /// What to say of a search that was stopped.
    ///
    /// - Throws: ``AnalysisError/cancelled`` if nobody wants it any more.
    func truncation() throws(AnalysisError) -> Truncation {
        try execution?.check()
        return .stopped
    }
}

/// Asks a ``SearchStop`` once in so many arcs.
struct StopMeter: Sendable {
    var stop: SearchStop
    private(set) var wasStopped = false
    private var left = interval

    private static let interval = 4096

    init(_ stop: SearchStop) { self.stop = stop }

    /// Counts arcs that were looked at.
    ///
    /// - Returns: whether to stop; once true it stays so.
    @inline(__always)
    mutating func shouldStop(after arcs: Int) -> Bool {
        left &-= arcs
        if left > 0 { return wasStopped }
        return ask()
    }

    @inline(never)
    private mutating func ask() -> Bool {
        left = Self.interval
        if !wasStopped { wasStopped = stop.isDue }
        return wasStopped
    }
}
