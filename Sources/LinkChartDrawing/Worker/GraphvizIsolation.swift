/// Where Graphviz runs.
public enum GraphvizIsolation: Sendable {
    /// In this process: the fastest, and right for graphs that this package itself wrote as DOT. A crash of
    /// Graphviz ends the program, and a layout can't be ended before it is done.
    case inProcess
    /// In a process of its own, within limits.
    case worker(GraphvizWorker)
}

extension GraphvizEngine {
    /// Lays a graph out once and renders it to every format asked for.
    ///
    /// - Parameters:
    ///   - job: The graph and what is wanted of it.
    ///   - isolation: Where Graphviz runs.
    /// - Throws: ``GraphvizError``; see ``run(_:)`` and ``GraphvizWorker/run(_:)``.
    public static func run(
        _ job: GraphvizJob, isolation: GraphvizIsolation
    ) async throws(GraphvizError) -> GraphvizOutput {
        try await run(job, isolation: isolation, within: nil)
    }

    static func run(
        _ job: GraphvizJob, isolation: GraphvizIsolation, within time: Duration?
    ) async throws(GraphvizError) -> GraphvizOutput {
        switch isolation {
        case .inProcess: try await run(job)
        case .worker(let worker): try await worker.run(job, within: time)
        }
    }

    /// As ``run(_:isolation:within:)``, holding up the calling thread.
    @available(*, noasync)
    static func runBlocking(
        _ job: GraphvizJob, isolation: GraphvizIsolation, within time: Duration?
    ) throws(GraphvizError) -> GraphvizOutput {
        switch isolation {
        case .inProcess: try runBlocking(job)
        case .worker(let worker):
            try waitForTask { () async throws(GraphvizError) in try await worker.run(job, within: time) }
        }
    }

    /// Runs a task and waits for it on the calling thread.
    static func waitForTask<Value: Sendable>(
        _ work: @escaping @Sendable () async throws(GraphvizError) -> Value
    ) throws(GraphvizError) -> Value {
        let outcome = Monitor<Result<Value, GraphvizError>?>(nil)
        Task {
            let result: Result<Value, GraphvizError>
            do throws(GraphvizError) {
                result = .success(try await work())
            } catch {
                result = .failure(error)
            }
            outcome.update { $0 = result }
        }
        return try outcome.wait { $0 }.get()
    }
}
