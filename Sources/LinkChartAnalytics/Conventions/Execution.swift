internal import Synchronization

/// How a computation runs: on how many threads, who hears how far it is, and who may stop it.
///
/// ```swift
/// let scores = try projection.betweennessCentrality(execution: Execution(threads: 1) { fraction in
///     print("\(Int(fraction * 100)) %")
/// })
/// ```
///
/// A result never depends on it: it is the same, to the last bit, for any number of threads.
public struct Execution: Sendable {
    /// How many threads work at most; nil for one a core.
    public var threads: Int?
    /// Told now and then how much of the work is done, 0 ... 1; never less than before. It is called on
    /// whichever thread works, by one at a time, and should return quickly.
    public var progress: (@Sendable (_ fraction: Double) -> Void)?
    /// Asked now and then, on any thread; the computation throws ``AnalysisError/cancelled`` soon after this
    /// returns true. Besides, the cancellation of the task that called is always heeded.
    public var isCancelled: (@Sendable () -> Bool)?

    /// Says how to run.
    ///
    /// - Parameters:
    ///   - threads: how many threads work at most; nil for one a core.
    ///   - progress: told now and then how much of the work is done, 0 ... 1.
    ///   - isCancelled: asked now and then whether to stop.
    public init(
        threads: Int? = nil, progress: (@Sendable (_ fraction: Double) -> Void)? = nil,
        isCancelled: (@Sendable () -> Bool)? = nil
    ) {
        self.threads = threads
        self.isCancelled = isCancelled
        self.progress = progress
    }

    /// One thread a core, no reports; stops with the task that called.
    public static let `default` = Execution()

    /// This many threads at most.
    public static func threads(_ count: Int) -> Execution { Execution(threads: count) }

    /// The same, for a part of the work: what it reports as 0 ... 1 is passed on as one fraction of the whole to
    /// another, so that several analyses can be one to whoever waits for them.
    ///
    /// - Parameters:
    ///   - from: how much of the whole was done before, 0 ... 1.
    ///   - to: how much of it is done after.
    public func part(_ from: Double, _ to: Double) -> Execution {
        guard let progress else { return self }
        var part = self
        part.progress = { progress(from + (to - from) * $0) }
        return part
    }

    /// The same for a part of the work that somebody else reports.
    var silent: Execution { Execution(threads: threads, isCancelled: isCancelled) }

    /// Throws if the computation should stop. Meant for every step of an iteration, on the calling thread.
    func check() throws(AnalysisError) {
        if Task.isCancelled || isCancelled?() == true { throw .cancelled }
    }
}

/// How far a loop on the calling thread has come: reports it, and throws once the loop should stop.
///
/// Work is counted in units of about one arc looked at; what lies between two reports costs an addition.
struct WorkMeter {
    private let execution: Execution
    private let total: Double
    private var done = 0
    private var nextLook = 0
    /// How much is done between two looks: some tenths of a millisecond.
    private static let interval = 1 << 16

    /// - Parameter total: about how many units there will be.
    init(_ execution: Execution, total: Int) {
        self.execution = execution
        self.total = Double(max(total, 1))
    }

    @inline(__always)
    mutating func advance(by units: Int = 1) throws(AnalysisError) {
        done &+= units
        if done >= nextLook { try look() }
    }

    @inline(never)
    private mutating func look() throws(AnalysisError) {
        nextLook = done &+ Self.interval
        try execution.check()
        execution.progress?(min(Double(done) / total, 1))
    }
}

/// What threads that share a computation know of it together.
final class SharedProgress: Sendable {
    private let execution: Execution
    /// The task that asked. Whether it is cancelled may be read on any thread while the task waits for them.
    nonisolated(unsafe) private let task: UnsafeCurrentTask?
    private let total: Int
    private let done = Atomic<Int>(0)
    private let stopped = Atomic<Bool>(false)
    private let reported: Mutex<Double>

    init(_ execution: Execution, task: UnsafeCurrentTask?, total: Int) {
        self.execution = execution
        self.task = task
        self.total = max(total, 1)
        reported = Mutex(0)
    }

    /// Whether to stop. Once true it stays so.
    var isStopped: Bool {
        if stopped.load(ordering: .relaxed) { return true }
        guard task?.isCancelled == true || execution.isCancelled?() == true else { return false }
        stopped.store(true, ordering: .relaxed)
        return true
    }

    /// Counts units as done.
    func advance(by units: Int = 1) {
        guard let progress = execution.progress else { return }
        let sum = done.wrappingAdd(units, ordering: .relaxed).newValue
        // Reports are in ascending order; a thread that finds another one reporting leaves it to that one.
        _ = reported.withLockIfAvailable { last in
            let fraction = Double(sum) / Double(total)
            if fraction > last {
                last = fraction
                progress(min(fraction, 1))
            }
        }
    }
}
