extension QuantifiedNumber: CustomStringConvertible {
    /// The number in English with its qualifier and with commas between thousands: "around 13,000", "more than 6,000",
    /// "tens of thousands", "between 10 and 15", "14 (between 10 and 20)". It is the same on every machine.
    ///
    /// It never shows more digits than are known. Where a vague number had a part in a sum, its bounds are rounded
    /// outwards and its best estimate is rounded to the step of what is uncertain.
    public var description: String {
        switch qualifier {
        case .exactly, .around, .nearly, .moreThan, .atLeast, .lessThan, .atMost: return qualifiedValue
        case .between: return range
        case .several: return value.map { "several \(Self.unitNames[$0] ?? $0.inEnglish)" } ?? "several"
        default: return qualifier.words
        }
    }

    private static let unitNames: [Double: String] = [
        12: "dozen", 100: "hundred", 1_000: "thousand", 1_000_000: "million", 1_000_000_000: "billion",
    ]

    private var qualifiedValue: String {
        guard let value else { return range }
        var shown = value
        if let upper, isSum {
            // A best estimate far from the middle of its range isn't what "around" says.
            let margin = 2 * Self.marginOfAround * abs(value)
            guard value - lower <= margin, upper - value <= margin else { return range }
            shown = value.rounded(toMultipleOf: step)
        } else if isVague, upper == nil {
            shown = lower.roundedDown(toMultipleOf: step)
        } else if isVague, qualifier == .lessThan || qualifier == .atMost {
            shown = -(-value).roundedDown(toMultipleOf: step)
        }
        return qualifier == .exactly ? shown.inEnglish : qualifier.words + " " + shown.inEnglish
    }

    private var range: String {
        guard let upper else { return (includesLower ? "at least " : "more than ") + lower.inEnglish }
        let low = isVague ? lower.roundedDown(toMultipleOf: step) : lower
        let high = isVague ? -(-upper).roundedDown(toMultipleOf: step) : upper
        let range = "between \(low.inEnglish) and \(high.inEnglish)"
        guard let best else { return range }
        // Two digits of the estimate stay, however wide its range is.
        var bestStep = step
        while bestStep > 1, bestStep * 10 > abs(best) { bestStep /= 10 }
        return "\((isVague ? best.rounded(toMultipleOf: bestStep) : best).inEnglish) (\(range))"
    }

    /// Whether it is an "around" that no source said but a sum came to.
    private var isSum: Bool {
        guard qualifier == .around, let best else { return false }
        let margin = abs(best) * Self.marginOfAround
        return lower != best - margin || upper != best + margin
    }

    /// The step in which a vague number is shown: a power of ten, a tenth of what is uncertain at most.
    private var step: Double {
        let width = upper.map { $0 - lower } ?? abs(lower)
        guard width.isFinite, width > 0 else { return 1 }
        var step = 1.0
        while step * 100 <= width { step *= 10 }
        return step
    }
}

// Without the standard library's rounding, which calls the C library's: a program that imports nothing else would have
// to link it by hand.
extension Double {
    /// The number as an integer, if it is one of less than 19 digits.
    var whole: Int64? {
        guard abs(self) < 9e18 else { return nil }
        let integer = Int64(self)
        return Double(integer) == self ? integer : nil
    }

    /// The nearest multiple of a step, the one farther from zero if two are as near.
    func rounded(toMultipleOf step: Double) -> Double {
        self < 0 ? -(-self).rounded(toMultipleOf: step) : (self + step / 2).roundedDown(toMultipleOf: step)
    }

    /// The greatest multiple of a step that isn't greater.
    func roundedDown(toMultipleOf step: Double) -> Double {
        let quotient = self / step
        // Beyond, every number is whole.
        guard abs(quotient) < 9e15 else { return self }
        let towardsZero = Double(Int64(quotient))
        return (towardsZero > quotient ? towardsZero - 1 : towardsZero) * step
    }

    /// The shortest decimal that reads as the same number, with commas between thousands.
    var inEnglish: String {
        var text = description
        if let whole {
            text = String(whole)
        } else if text.contains("e") || !isFinite {
            return text
        }
        let isNegative = text.hasPrefix("-")
        if isNegative { text.removeFirst() }
        let point = text.firstIndex(of: ".") ?? text.endIndex
        var grouped = ""
        for (index, digit) in text[..<point].enumerated() {
            if index > 0, (text[..<point].count - index).isMultiple(of: 3) { grouped.append(",") }
            grouped.append(digit)
        }
        return (isNegative ? "-" : "") + grouped + text[point...]
    }
}
