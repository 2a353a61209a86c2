#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Runs a step once and prints its processor time, its rate and what the process's peak memory grew by.
///
/// Processor time, because the claims are about one core and a machine is seldom idle; the wall clock stands
/// beside it.
func measure(_ name: String, count: Int, unit: String, _ step: () -> Void) {
    let before = peakBytes()
    let start = processorSeconds()
    let wall = ContinuousClock().measure(step)
    let seconds = processorSeconds() - start
    let grown = peakBytes() - before
    let each = max(1, count)
    let wallSeconds = Double(wall.components.seconds) + Double(wall.components.attoseconds) * 1e-18
    print(
        "\(name): \(rounded(seconds * 1e3)) ms (wall \(rounded(wallSeconds * 1e3)) ms),",
        "\(rounded(seconds * 1e9 / Double(each))) ns a \(unit),",
        "\(rounded(Double(each) / seconds / 1e6)) M \(unit)s a second,",
        "peak +\(grown / 1_048_576) MiB, \(rounded(Double(grown) / Double(each))) bytes a \(unit)")
}

/// The most memory the process has held so far, in bytes.
private func peakBytes() -> Int {
    var usage = rusage()
    #if canImport(Darwin)
        getrusage(RUSAGE_SELF, &usage)
        return usage.ru_maxrss
    #else
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss * 1024
    #endif
}

/// The processor time that this process has used, in seconds.
private func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
}

private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
