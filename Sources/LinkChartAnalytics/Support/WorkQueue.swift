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
    private let next = Atomic<Int>(0)
    private let turn = Atomic<Int>(0)

    init(count: Int) { self.count = count }

    /// The next block nobody has taken yet, or nil if there is none left.
    func take() -> Int? {
        let block = next.wrappingAdd(1, ordering: .relaxed).oldValue
        return block < count ? block : nil
    }

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
        guard blocks > 0 else { return }
        let queue = WorkQueue(count: blocks)
        let threads = min(max(threads ?? processorCount, 1), blocks)
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
