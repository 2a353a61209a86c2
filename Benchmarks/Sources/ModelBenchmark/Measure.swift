import Measuring

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
    print(
        "\(name): \(rounded(seconds * 1e3)) ms (wall \(rounded(wall.seconds * 1e3)) ms),",
        "\(rounded(seconds * 1e9 / Double(each))) ns a \(unit),",
        "\(rounded(Double(each) / seconds / 1e6)) M \(unit)s a second,",
        "peak +\(grown / 1_048_576) MiB, \(rounded(Double(grown) / Double(each))) bytes a \(unit)")
}

private func rounded(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
