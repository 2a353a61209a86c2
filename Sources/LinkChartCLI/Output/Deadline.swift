import Dispatch
import LinkChart
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The end of the time that `--timeout` gives a command, counted from its start: reading, projecting and computing
/// all take of it. Only printing does not, so that a result that is there is printed whole.
///
/// Computations are asked to stop when it has come. What can't be asked, or does not answer within half a second, ends
/// with the program: no output is written before there is a result.
enum Deadline {
    /// When the time is over, in nanoseconds of the clock; 0 without a limit.
    private static let end = Atomic<UInt64>(0)
    private static let grace = 500_000_000 as UInt64

    /// Begins to count.
    ///
    /// - Parameter seconds: how long the command may take; nil for as long as it likes.
    static func begin(_ seconds: Double?) {
        guard let seconds, seconds < 1e9 else { return }
        let end = DispatchTime.now().uptimeNanoseconds + UInt64(seconds * 1e9)
        Self.end.store(end, ordering: .relaxed)
        let thread = DispatchQueue(label: "linkchart.deadline", qos: .userInteractive)
        thread.asyncAfter(deadline: DispatchTime(uptimeNanoseconds: end + grace)) {
            // Who sets the end first has the last word: this, or the result that is there.
            guard Self.end.compareExchange(expected: end, desired: .max, ordering: .relaxed).exchanged else {
                return
            }
            Progress.clear()
            complain(TerminalStyle.errors.red("error: ") + failure(after: seconds).message)
            _exit(Failure.Code.limit.rawValue)
        }
    }

    /// Ends the limit: the result is there. It does not return if the program is about to end without.
    static func lift() {
        guard end.exchange(0, ordering: .relaxed) == .max else { return }
        while true { sleep(1) }
    }

    /// Whether the time is over.
    static var isOver: Bool {
        let end = end.load(ordering: .relaxed)
        return end > 0 && DispatchTime.now().uptimeNanoseconds > end
    }

    /// What a command ends with when its time is over.
    static func failure(after seconds: Double, _ subject: String? = nil) -> Failure {
        Failure(
            code: .limit,
            message: (subject.map { $0 + ": " } ?? "")
                + "not done after \(ScoreForm.short(seconds)) s, as --timeout says; there is no result")
    }
}

/// A command that computes something, within limits.
protocol Computation {
    var execution: ExecutionOptions { get }
}
