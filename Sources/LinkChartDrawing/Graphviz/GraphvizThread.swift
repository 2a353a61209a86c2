#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

internal import CGraphShim

/// A serial executor with a thread of its own, which starts with the first job and then waits for more.
final class GraphvizThread: SerialExecutor {
    /// dot recurses along paths: 20,000 nodes in a row end a stack of 512 kB, which second threads have on macOS.
    private static let stackSize = 64 << 20

    private struct Queue {
        var jobs: [UnownedJob] = []
        var isServed = false
    }

    private let queue = Monitor(Queue())

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        let starts = queue.update { queue in
            queue.jobs.append(job)
            defer { queue.isServed = true }
            return !queue.isServed
        }
        if starts, !start(stackSize: Self.stackSize), !start(stackSize: nil) {
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

    fileprivate func serveForEver() -> Never {
        while true {
            run(queue.wait { $0.jobs.isEmpty ? nil : $0.jobs.removeFirst() })
        }
    }

    private func serveWithoutWaiting() {
        while let job = queue.update({ queue in
            queue.isServed = !queue.jobs.isEmpty
            return queue.jobs.isEmpty ? nil : queue.jobs.removeFirst()
        }) {
            run(job)
        }
    }

    private func run(_ job: UnownedJob) {
        // Whoever reads DOT in this process uses libcgraph too, on a thread of his own.
        lcg_gate_enter()
        defer { lcg_gate_leave() }
        job.runSynchronously(on: asUnownedSerialExecutor())
    }
}

#if canImport(Darwin)
    private func serve(_ context: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<GraphvizThread>.fromOpaque(context).takeRetainedValue().serveForEver()
    }
#else
    private func serve(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let context else { return nil }
        Unmanaged<GraphvizThread>.fromOpaque(context).takeRetainedValue().serveForEver()
    }
#endif
