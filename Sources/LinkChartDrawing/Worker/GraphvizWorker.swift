/// A process that runs Graphviz in this one's stead, so that a crash, an endless layout or a layout that wants all
/// memory ends that process and is an error here.
///
/// ```swift
/// @main struct Program {
///     static func main() async throws {
///         GraphvizWorker.serveIfAsked()  // first of all: the worker is this program, started again
///         let worker = GraphvizWorker(limits: .init(memory: 512 << 20, time: .seconds(5)))
///         let picture = try await worker.render(dot: "digraph { a -> b }", format: .svg)
///     }
/// }
/// ```
///
/// The process starts with the first job, stays for the next ones, and is started anew after it ended. Jobs of one
/// worker are done one after the other; several workers work at the same time, which Graphviz can't do within one
/// process. A worker dies with its parent, leaves no core file and inherits no open file.
///
/// What an exchange costs on top of the layout is some tenths of a millisecond; starting the process and loading
/// Graphviz in it costs 20 to 50 ms once, which ``start()`` can have done before the first job.
public actor GraphvizWorker {
    /// What a worker may use. Beyond it the job fails with ``GraphvizError/Code/timedOut`` or
    /// ``GraphvizError/Code/outOfMemory``, and the process is ended.
    public struct Limits: Hashable, Sendable {
        /// Bytes of writable memory. Not enforced on macOS, whose kernel does not.
        public var memory: Int
        /// Time a job may take, by the clock and by the processor; nil for as long as it likes.
        public var time: Duration?
        /// Bytes that the pictures and the layout of a job may come to.
        public var output: Int

        /// Creates limits.
        /// - Parameters:
        ///   - memory: Bytes of writable memory.
        ///   - time: Time a job may take; nil for as long as it likes.
        ///   - output: Bytes that the pictures and the layout of a job may come to.
        public init(memory: Int = 3 << 30, time: Duration? = .seconds(60), output: Int = 1 << 30) {
            self.memory = memory
            self.time = time
            self.output = output
        }
    }

    /// Which program the worker is.
    public enum Executable: Hashable, Sendable {
        /// This program, started again. It must call ``GraphvizWorker/serveIfAsked()`` at its start.
        case current
        /// A program that calls ``GraphvizWorker/serveIfAsked()`` at its start, such as `linkchart`.
        case path(String)
    }

    private let executable: Executable
    private let limits: Limits
    private var process: WorkerProcess?
    // A thread that lives as long as the worker: the kernel ends a process when the thread ends that started it.
    private nonisolated let thread = SerialThread(stackSize: 512 << 10)

    /// The thread that waits for the process.
    public nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    /// Prepares a worker; its process starts with the first job.
    /// - Parameters:
    ///   - executable: Which program it is.
    ///   - limits: What it may use.
    public init(executable: Executable = .current, limits: Limits = Limits()) {
        self.executable = executable
        self.limits = limits
    }

    deinit { thread.stop() }

    /// Starts the process, if it does not run, and does not wait until it is ready.
    ///
    /// - Throws: ``GraphvizError`` with ``GraphvizError/Code/workerUnavailable``.
    public func start() throws(GraphvizError) { _ = try running() }

    /// Lays a graph out once and renders it to every format asked for.
    ///
    /// - Throws: ``GraphvizError``: as ``GraphvizEngine/run(_:)``, and with ``GraphvizError/Code/crashed``,
    ///   ``GraphvizError/Code/timedOut``, ``GraphvizError/Code/outOfMemory`` or
    ///   ``GraphvizError/Code/workerUnavailable``.
    public func run(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizOutput {
        try run(job, within: nil)
    }

    /// Renders a graph.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text.
    ///   - engine: How to place it.
    ///   - format: What to render it to.
    /// - Returns: The file's bytes and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    public func render(
        dot: String, engine: LayoutEngine = .dot, format: OutputFormat
    ) throws(GraphvizError) -> Rendering {
        Rendering(try run(GraphvizJob(dot: dot, engine: engine, formats: [format])), format: format)
    }

    /// Lays a graph out.
    ///
    /// - Parameters:
    ///   - dot: The graph as DOT text.
    ///   - engine: How to place it.
    /// - Returns: Where everything lies, and Graphviz's warnings.
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    public func layout(
        dot: String, engine: LayoutEngine = .dot
    ) throws(GraphvizError) -> (layout: GraphLayout, warnings: [GraphvizMessage]) {
        try run(GraphvizJob(dot: dot, engine: engine, readsLayout: true)).requiredLayout()
    }

    /// Version, engines and formats of the Graphviz that the worker has.
    ///
    /// - Throws: ``GraphvizError``; see ``run(_:)``.
    public func capabilities() throws(GraphvizError) -> GraphvizCapabilities {
        let message = try exchange(.question, time: limits.time, engine: nil, formats: [])
        switch message {
        case .capabilities(let capabilities): return capabilities
        case .failure(let error): throw error
        default: throw unintelligible()
        }
    }

    /// As ``run(_:)``, in a shorter time if that is given.
    func run(_ job: GraphvizJob, within time: Duration?) throws(GraphvizError) -> GraphvizOutput {
        let time = [time, limits.time].compactMap(\.self).min()
        let seconds = time.map { Int(min($0.components.seconds, 1 << 30)) + 1 } ?? 0
        let message = try exchange(
            .job(job, seconds: seconds), time: time, engine: job.engine, formats: job.formats)
        switch message {
        case .output(let output): return output
        case .failure(let error): throw error
        default: throw unintelligible()
        }
    }

    // MARK: - The process

    private func running() throws(GraphvizError) -> WorkerProcess {
        if let process { return process }
        let path = try Self.path(of: executable)
        do throws(SystemError) {
            let started = try WorkerProcess(
                path: path, arguments: Self.arguments(memory: limits.memory))
            process = started
            return started
        } catch {
            throw GraphvizError(
                .workerUnavailable, "the worker process of Graphviz (\(path)) could not be started: \(error)")
        }
    }

    private func exchange(
        _ message: WorkerMessage, time: Duration?, engine: LayoutEngine?, formats: [OutputFormat]
    ) throws(GraphvizError) -> WorkerMessage {
        let frame = message.frame
        while true {
            let process = try running()
            let isFresh = process.jobs == 0
            do throws(WorkerProcess.Failure) {
                return try answer(of: process, to: frame, within: time)
            } catch {
                self.process = nil
                // What ended a process that had served before may come of what it served: once more from the start.
                if case .gone = error, !isFresh { continue }
                throw GraphvizError(error, time: time, limits: limits, engine: engine, format: formats.first)
            }
        }
    }

    private func answer(
        of process: WorkerProcess, to frame: [UInt8], within time: Duration?
    ) throws(WorkerProcess.Failure) -> WorkerMessage {
        // Starting is not the job's time; a process that is no worker does not answer at all.
        if process.jobs == 0 {
            let start = ContinuousClock.now + .seconds(20)
            let greeting = try process.exchange([], until: start, limit: 1024)
            guard case .hello(WorkerMessage.version) = greeting else {
                process.end()
                throw .confused
            }
        }
        process.jobs += 1
        let answer = try process.exchange(
            frame, until: time.map { ContinuousClock.now + $0 }, limit: limits.output)
        guard case .crash(let signal, let reason) = answer else { return answer }
        var ending = process.end()
        ending.signal = signal
        ending.reason = reason
        throw .gone(ending)
    }

    private func unintelligible() -> GraphvizError {
        process = nil
        return GraphvizError(.workerUnavailable, "the worker process of Graphviz gave no sensible answer")
    }
}
