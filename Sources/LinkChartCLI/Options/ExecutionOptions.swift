import ArgumentParser
import LinkChart

/// How long and on how many threads a computation runs: the same options for every command that computes.
struct ExecutionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Work on at most this many threads (default: one a core).", valueName: "N"))
    var threads: Int?

    @Option(help: ArgumentHelp("Give up after this many seconds.", valueName: "seconds"))
    var timeout: Double?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads takes a whole number from 1 up.") }
        if let timeout, !(timeout > 0) { throw ValidationError("--timeout takes seconds, more than 0.") }
    }

    /// Does `work` within the limits, with its progress on a terminal.
    ///
    /// - Parameters:
    ///   - activity: what is done, as people read it while it lasts.
    ///   - subject: what a complaint begins with.
    /// - Throws: ``Failure``.
    func run<Result>(
        _ activity: String, subject: String, _ work: (Execution) throws(AnalysisError) -> Result
    ) throws(Failure) -> Result {
        do {
            return try Progress.showing(activity) { (report) throws(AnalysisError) in
                try work(Execution(threads: threads, progress: report, isCancelled: { Deadline.isOver }))
            }
        } catch {
            guard error.code == .cancelled, let timeout else { throw .badData("\(subject): \(error)") }
            throw Deadline.failure(after: timeout, subject)
        }
    }
}
