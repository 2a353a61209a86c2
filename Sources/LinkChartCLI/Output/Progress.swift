import Dispatch

/// Shows on a terminal what takes long: nothing for the first second, then a line that is kept up and removed.
enum Progress {
    /// Does `work`, showing `activity` and the seconds gone while it lasts.
    static func showing<Result, Failure: Error>(
        _ activity: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard errorsGoToTerminal else { return try work() }
        let start = DispatchTime.now()
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "linkchart.progress"))
        timer.schedule(deadline: start + 1, repeating: 0.25)
        timer.setEventHandler {
            let seconds = (DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000_000
            writeToErrors("\r\u{1B}[K\(activity) … \(seconds) s")
        }
        // The line must be gone before anything else is printed, so the end of the timer is waited for.
        let ended = DispatchSemaphore(value: 0)
        timer.setCancelHandler {
            if DispatchTime.now() > start + 1 { writeToErrors("\r\u{1B}[K") }
            ended.signal()
        }
        timer.resume()
        defer {
            timer.cancel()
            ended.wait()
        }
        return try work()
    }
}
