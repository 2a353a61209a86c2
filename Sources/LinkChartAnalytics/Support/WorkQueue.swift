internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Numbered blocks of work that several threads take in ascending order, and may commit in that order.
///
/// Sums of floating-point numbers depend on their order. Here the blocks are the same for any number of
/// threads and are committed one after the other, so a result is the same to the last bit.
final class WorkQueue: Sendable {
    private let count: Int
    private let progress: SharedProgress?
    private let next = Atomic<Int>(0)
    private let turn = Atomic<Int>(0)

    init(count: Int, progress: SharedProgress? = nil) {
        self.count = count
        self.progress = progress
    }

    /// The next block nobody has taken yet, or nil if there is none left or the work is to stop.
    func take() -> Int? {
        if let progress, progress.isStopped { return nil }
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard block < count else { return nil }
        // Whoever takes the next block has done one before: near enough for a report.
        if block > 0 { progress?.advance() }
        return block
    }

    /// Whether the work is to stop: for blocks that take long, which look at it now and then.
    var isStopped: Bool { progress?.isStopped ?? false }

    /// Runs `body` once every block before this one has been committed.
    ///
    /// Every block must be committed, else the later ones wait for ever. A block is only taken by a thread
    /// that runs, and the earliest one never waits, so there is no deadlock.
    func commit(_ block: Int, _ body: () -> Void) {
        while turn.load(ordering: .acquiring) != block { sched_yield() }
        body()
        turn.store(block &+ 1, ordering: .releasing)
    }

    /// Runs `worker` on every thread until all of them return; each takes blocks from the queue it is given.
    ///
    /// - Parameters:
    ///   - blocks: how many blocks there are.
    ///   - threads: how many threads work at most; nil for one a core.
    static func run(blocks: Int, threads: Int?, _ worker: (WorkQueue) -> Void) {
        run(WorkQueue(count: blocks), threads: threads, worker)
    }

    /// Runs `worker` on every thread until all of them return, reports how many blocks are done, and hands out
    /// no more blocks once the work is to stop.
    ///
    /// - Parameters:
    ///   - blocks: how many blocks there are; each should take milliseconds, so that a stop is soon.
    ///   - execution: how to run.
    /// - Throws: ``AnalysisError/cancelled`` after all threads have returned, if the work was stopped.
    static func run(
        blocks: Int, _ execution: Execution, _ worker: (WorkQueue) -> Void
    ) throws(AnalysisError) {
        try execution.check()
        let wasStopped = withUnsafeCurrentTask { task in
            let progress = SharedProgress(execution, task: task, total: blocks)
            run(WorkQueue(count: blocks, progress: progress), threads: execution.threads, worker)
            return progress.isStopped
        }
        if wasStopped { throw .cancelled }
        execution.progress?(1)
    }

    private static func run(_ queue: WorkQueue, threads: Int?, _ worker: (WorkQueue) -> Void) {
        guard queue.count > 0 else { return }
        let threads = min(max(threads ?? processorCount, 1), queue.count)
        if threads == 1 {
            worker(queue)
        } else {
            withoutActuallyEscaping(worker) { worker in
                // `concurrentPerform` returns when all calls have, and a worker shares nothing with another
                // but what it commits in turn or writes to places of its own.
                nonisolated(unsafe) let worker = worker
                DispatchQueue.concurrentPerform(iterations: threads) { _ in worker(queue) }
            }
        }
    }

    /// How many processors are there for this process to use.
    static var processorCount: Int {
        let count = sysconf(Int32(_SC_NPROCESSORS_ONLN))
        return count > 0 ? Int(count) : 1
    }
}
