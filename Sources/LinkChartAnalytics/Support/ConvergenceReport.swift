/// Tells whoever waits for an iteration how far it is, by how many of the digits asked for are right already: most
/// iterations gain about as many in each step.
struct ConvergenceReport {
    private let execution: Execution
    /// How many factors of e lie between no digit right and all.
    private let goal: Double
    private var told = 0.0

    /// - Parameters:
    ///   - execution: who is told, and who may stop.
    ///   - tolerance: the error, relative to the whole, at which it ends.
    init(_ execution: Execution, tolerance: Double) {
        self.execution = execution
        goal = max(-logarithm(tolerance), 1)
    }

    /// Says how large the error is now, relative to the whole; infinite if nobody knows.
    ///
    /// - Throws: ``AnalysisError/cancelled``.
    mutating func step(error: Double = .infinity) throws(AnalysisError) {
        try execution.check()
        guard let progress = execution.progress, error < 1 else { return }
        told = max(told, error > 0 ? min(-logarithm(error) / goal, 1) : 1)
        progress(told)
    }

    /// Says that it is done.
    func finish() { execution.progress?(1) }
}
