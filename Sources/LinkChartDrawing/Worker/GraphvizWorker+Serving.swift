internal import CGraphvizShim
internal import Synchronization

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension GraphvizWorker {
    /// The first argument of a process that is to be a worker.
    private static let mark = "--graphviz-worker"
    /// The socket to the parent.
    private static let socket: Int32 = 0

    /// Whether this program is fit to be its own worker.
    private static let offersItself = Atomic<Bool>(false)

    /// Makes this process a worker if it was started as one, and does not return then; does nothing otherwise.
    ///
    /// Call it first thing in a program that uses workers with ``Executable/current``: the worker is the same
    /// program, started again with an argument of its own.
    public static func serveIfAsked() {
        let arguments = CommandLine.arguments
        if arguments.count == 4, arguments[1] == mark, let parent = Int32(arguments[2]),
            let memory = UInt64(arguments[3])
        {
            serve(parent: parent, memory: memory)
        }
        offersItself.store(true, ordering: .releasing)
    }

    static func arguments(memory: Int) -> [String] {
        // The stack is the worker's own need, not the graph's.
        let room = memory > 0 ? memory + GraphvizThread.stackSize : 0
        return ["linkchart", mark, "\(getpid())", "\(room)"]
    }

    /// Where the program lies.
    static func path(of executable: Executable) throws(GraphvizError) -> String {
        switch executable {
        case .path(let path): return path
        case .current:
            guard offersItself.load(ordering: .acquiring) else {
                throw GraphvizError(
                    .workerUnavailable,
                    "this program can't be its own worker: it does not begin with GraphvizWorker.serveIfAsked()"
                )
            }
            #if canImport(Darwin)
                var size: UInt32 = 0
                _NSGetExecutablePath(nil, &size)
                var buffer = [CChar](repeating: 0, count: Int(size) + 1)
                guard _NSGetExecutablePath(&buffer, &size) == 0 else {
                    throw GraphvizError(.workerUnavailable, "the path of this program is not known")
                }
                return buffer.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
            #else
                // The kernel's own link to what runs: right also after a search in PATH, by a symbolic link, and for
                // a file that has been replaced or removed meanwhile.
                return "/proc/self/exe"
            #endif
        }
    }

    private static func serve(parent: pid_t, memory: UInt64) -> Never {
        guard lcgv_worker_begin(socket, parent, memory), send(.hello(version: WorkerMessage.version)) else {
            exit(0)
        }
        // Loads Graphviz and fonts while the parent still reads its graph.
        GraphvizEngine.warmUp()
        while let message = receive() {
            switch message {
            case .question: guard send(answerToQuestion()) else { exit(0) }
            case .job(let job, let seconds):
                lcgv_worker_limit_processor_time(UInt32(clamping: seconds))
                guard send(answer(to: job)) else { exit(0) }
            default: exit(1)
            }
        }
        exit(0)
    }

    private static func answer(to job: GraphvizJob) -> WorkerMessage {
        do throws(GraphvizError) {
            return .output(try GraphvizEngine.runBlocking(job))
        } catch {
            return .failure(error)
        }
    }

    private static func answerToQuestion() -> WorkerMessage {
        do throws(GraphvizError) {
            return .capabilities(try GraphvizEngine.capabilitiesBlocking())
        } catch {
            return .failure(error)
        }
    }

    /// The next message; nil where the parent is gone or talks nonsense.
    private static func receive() -> WorkerMessage? {
        guard let header = receive(WorkerMessage.headerLength) else { return nil }
        let length = header.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
        guard let count = Int(exactly: length), let content = receive(count) else { return nil }
        return try? WorkerMessage(kind: header[8], content: content)
    }

    private static func receive(_ count: Int) -> [UInt8]? {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialised in
            while initialised < count {
                let received = lcgv_worker_receive(
                    socket, buffer.baseAddress?.advanced(by: initialised), count - initialised)
                guard received > 0 else {
                    isWhole = false
                    return
                }
                initialised += received
            }
        }
        return isWhole ? bytes : nil
    }

    /// Whether the parent took the message.
    private static func send(_ message: WorkerMessage) -> Bool {
        let frame = message.frame
        var sent = 0
        while sent < frame.count {
            let count = frame.withUnsafeBytes {
                lcgv_worker_send(socket, $0.baseAddress?.advanced(by: sent), frame.count - sent)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return false }
            sent += count
        }
        return true
    }
}

extension GraphvizEngine {
    /// Makes the Graphviz thread tell of stack overflows, and draws something so that plugins and fonts are there.
    static func warmUp() {
        Task(priority: .high) { @GraphvizActor in
            lcgv_worker_guard_stack(GraphvizThread.stackSize)
            _ = try? perform(GraphDrawing.sample)
        }
    }
}
