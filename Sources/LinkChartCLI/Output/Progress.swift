import Dispatch
import Synchronization

/// Shows on a terminal what takes long: nothing for the first second, then a line that is kept up and removed.
enum Progress {
    /// Does `work`, showing `activity` and the seconds gone while it lasts.
    static func showing<Result, Failure: Error>(
        _ activity: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try showing(activity) { (_) throws(Failure) in try work() }
    }

    /// Does `work`, showing `activity`, the seconds gone and the fraction done while it lasts.
    ///
    /// - Parameter work: gets what to tell the fraction done; nil where nobody looks.
    static func showing<Result, Failure: Error>(
        _ activity: String, _ work: ((@Sendable (Double) -> Void)?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard errorsGoToTerminal else { return try work(nil) }
        let start = DispatchTime.now()
        let percent = Fraction()
        let timer = DispatchSource.makeTimerSource(queue: queue)
        timer.schedule(deadline: start + 1, repeating: 0.25)
        timer.setEventHandler {
            let seconds = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000_000
            let done = percent.value.load(ordering: .relaxed)
            writeToErrors("\r\u{1B}[K\(activity) … \(done > 0 ? "\(done) %, " : "")\(seconds) s")
            isShown.store(true, ordering: .relaxed)
        }
        // The line must be gone before anything else is printed, so the end of the timer is waited for.
        let ended = DispatchSemaphore(value: 0)
        timer.setCancelHandler {
            clear()
            ended.signal()
        }
        timer.resume()
        defer {
            timer.cancel()
            ended.wait()
        }
        return try work { fraction in
            percent.value.store(Int(min(max(fraction, 0), 1) * 100), ordering: .relaxed)
        }
    }

    /// Removes the line, if one is shown.
    static func clear() {
        if isShown.exchange(false, ordering: .relaxed) { writeToErrors("\r\u{1B}[K") }
    }

    private static let queue = DispatchQueue(label: "linkchart.progress", qos: .userInteractive)
    /// Whether there is a line on the terminal.
    private static let isShown = Atomic<Bool>(false)

    /// How much is done, in percent; set on any thread, read by the timer.
    private final class Fraction: Sendable {
        let value = Atomic<Int>(0)
    }
}
