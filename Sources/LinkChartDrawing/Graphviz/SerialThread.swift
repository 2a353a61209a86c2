#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A serial executor with a thread of its own, which starts with the first job, then waits for more, and ends when
/// it is told to.
///
/// Unchecked because subclasses may exist; all state is in the monitor.
class SerialThread: SerialExecutor, @unchecked Sendable {
    private struct Queue {
        var jobs: [UnownedJob] = []
        var isServed = false
        var isStopped = false
    }

    private let queue = Monitor(Queue())
    private let stackSize: Int

    /// - Parameter stackSize: Bytes of the thread's stack.
    init(stackSize: Int) {
        self.stackSize = stackSize
    }

    /// Ends the thread after the jobs that wait.
    final func stop() { queue.update { $0.isStopped = true } }

    /// Runs a job; called on the thread.
    func perform(_ job: UnownedJob) {
        job.runSynchronously(on: asUnownedSerialExecutor())
    }

    final func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let starts = queue.update { queue in
            queue.jobs.append(job)
            defer { queue.isServed = true }
            return !queue.isServed
        }
        if starts, !start(stackSize: stackSize), !start(stackSize: nil) {
            // Out of threads: the caller's has to do. Others that come meanwhile leave their jobs to it.
            serveWithoutWaiting()
        }
    }

    private func start(stackSize: Int?) -> Bool {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        if let stackSize, pthread_attr_setstacksize(&attributes, stackSize) != 0 { return false }
        #if canImport(Darwin)
            var thread: pthread_t?
        #else
            var thread = pthread_t()
        #endif
        let context = Unmanaged.passRetained(self)
        let result = pthread_create(&thread, &attributes, serve, context.toOpaque())
        if result != 0 { context.release() }
        return result == 0
    }

    fileprivate func serveUntilStopped() {
        // The outer optional is nothing to do yet, the inner the end.
        while let job = queue.wait(for: { queue -> UnownedJob?? in
            queue.jobs.isEmpty ? (queue.isStopped ? .some(nil) : nil) : .some(queue.jobs.removeFirst())
        }) {
            perform(job)
        }
    }

    private func serveWithoutWaiting() {
        while let job = queue.update({ queue in
            queue.isServed = !queue.jobs.isEmpty
            return queue.jobs.isEmpty ? nil : queue.jobs.removeFirst()
        }) {
            perform(job)
        }
    }
}

#if canImport(Darwin)
    private func serve(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<SerialThread>.fromOpaque(context).takeRetainedValue().serveUntilStopped()
        return nil
    }
#else
    private func serve(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<SerialThread>.fromOpaque(context).takeRetainedValue().serveUntilStopped()
        return nil
    }
#endif
