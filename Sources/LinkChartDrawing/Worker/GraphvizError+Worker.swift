internal import CGraphvizShim

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

extension GraphvizError {
    /// What the end of a worker means for the job that it had.
    init(
        _ failure: WorkerProcess.Failure, time: Duration?, limits: GraphvizWorker.Limits,
        engine: LayoutEngine?,
        format: OutputFormat?
    ) {
        let subject = engine.map { "the engine \($0)" } ?? "Graphviz"
        switch failure {
        case .late:
            self.init(
                .timedOut, "\(subject) did not finish within \(seconds(time ?? .zero))", engine: engine,
                format: format)
        case .tooLong:
            self.init(
                .outOfMemory, "\(subject) made more than \(megabytes(limits.output)) of output",
                engine: engine,
                format: format)
        case .confused:
            self.init(.workerUnavailable, "the worker process of Graphviz gave no sensible answer")
        case .gone(let ending):
            self.init(ending, subject: subject, time: time, limits: limits)
            self.engine = engine
            self.format = format
        }
    }

    private init(
        _ ending: WorkerProcess.Ending, subject: String, time: Duration?, limits: GraphvizWorker.Limits
    ) {
        let said = ending.complaint.split(separator: "\n").last.map { ": \($0.prefix(300))" } ?? ""
        guard let signal = ending.signal else {
            self.init(
                .workerUnavailable,
                "the worker process of Graphviz ended with status \(ending.status ?? 0)\(said)")
            return
        }
        switch (signal, Int32(ending.reason)) {
        case (_, Int32(LCGV_CRASH_OUT_OF_MEMORY)):
            self.init(.outOfMemory, "\(subject) wanted more than \(megabytes(limits.memory)) of memory")
        case (_, Int32(LCGV_CRASH_STACK_OVERFLOW)):
            self.init(
                .crashed, "\(subject) crashed: the graph is too deep for its stack (\(name(of: signal)))")
        case (SIGXCPU, _):
            self.init(.timedOut, "\(subject) did not finish within \(seconds(time ?? .zero))")
        case (SIGKILL, _):
            self.init(
                .crashed,
                "the worker process of Graphviz was ended from outside (SIGKILL), perhaps for want of memory")
        default:
            self.init(.crashed, "\(subject) crashed (\(name(of: signal)))\(said)")
        }
    }
}

private func name(of signal: Int32) -> String {
    let names: [Int32: String] = [
        SIGSEGV: "SIGSEGV", SIGABRT: "SIGABRT", SIGBUS: "SIGBUS", SIGFPE: "SIGFPE", SIGILL: "SIGILL",
        SIGTRAP: "SIGTRAP", SIGSYS: "SIGSYS", SIGTERM: "SIGTERM",
    ]
    return names[signal] ?? "signal \(signal)"
}

private func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let milliseconds = attoseconds / 1_000_000_000_000_000
    guard milliseconds > 0 else { return "\(seconds) s" }
    var digits = "\(milliseconds + 1000)".dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "\(seconds).\(digits) s"
}

private func megabytes(_ bytes: Int) -> String {
    bytes >= 1 << 30 && bytes.isMultiple(of: 1 << 30) ? "\(bytes >> 30) GB" : "\(bytes >> 20) MB"
}
