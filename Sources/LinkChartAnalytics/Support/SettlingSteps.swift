/// How far an iteration is from its limit, as told by how its steps shrink.
struct SettlingSteps {
    /// The sizes of the last steps, the newest last.
    private var steps: [Double] = []
    private var smallestStep = Double.infinity
    private var stepsSinceSmallest = 0

    /// Steps that shrink by a factor q have step * q / (1 - q) to go.
    ///
    /// While several eigenvalues still take part the factor grows, so the largest of the last few counts.
    ///
    /// - Returns: an estimate of the distance to the limit; infinite as long as there is no estimate.
    mutating func distance(afterStep step: Double) -> Double {
        // Steps as small as this, and small steps that no longer shrink, are rounding errors.
        stepsSinceSmallest = step < smallestStep ? 0 : stepsSinceSmallest + 1
        smallestStep = min(smallestStep, step)
        if step < 1e-15 || smallestStep < 1e-12 && stepsSinceSmallest > 50 { return 0 }
        steps.append(step)
        guard steps.count > 8 else { return .infinity }
        steps.removeFirst()
        var factor = 0.0
        for (one, other) in zip(steps, steps.dropFirst()) { factor = max(factor, other / one) }
        return factor < 1 ? step * factor / (1 - factor) : .infinity
    }
}
