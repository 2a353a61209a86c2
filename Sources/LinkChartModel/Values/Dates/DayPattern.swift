/// Which days a date with unspecified digits may be: `XXXX-11-27` is a pattern with gaps, `199X` one without.
struct DayPattern {
    /// The span outside of which it has no days.
    let span: DaySpan
    /// The date whose digits its days must agree with; nil for every day of the span.
    let part: DatePart?

    init(_ span: DaySpan) {
        self.span = span
        part = nil
    }

    init(_ part: DatePart, span: DaySpan) {
        self.span = span
        self.part = part.hasGaps ? part : nil
    }

    /// Whether some day agrees with both patterns.
    ///
    /// - Complexity: O(1) without gaps, otherwise O(years until one fits), at most the years of the common span, or
    ///   the calendar's cycle of 400 if that is unbounded.
    func mayMeet(_ other: DayPattern) -> Bool {
        var low = max(span.low, other.span.low)
        var high = min(span.high, other.span.high)
        guard low <= high else { return false }
        if part == nil, other.part == nil { return true }
        let months = (part?.monthBits ?? ~1) & (other.part?.monthBits ?? ~1) & 0b1_1111_1111_1110
        let days = (part?.dayBits ?? ~1) & (other.part?.dayBits ?? ~1)
        guard months != 0, days != 0 else { return false }

        // Only a date of any year is unbounded, and such dates repeat with the calendar.
        switch (low, high) {
        case (.min, .max): (low, high) = (0, Calendar.daysOfCycle)
        case (.min, _): low = max(Calendar.days.lowerBound, high) - Calendar.daysOfCycle
        case (_, .max): high = min(Calendar.days.upperBound, low) + Calendar.daysOfCycle
        default: break
        }
        low = max(low, Calendar.days.lowerBound)
        high = min(high, Calendar.days.upperBound)
        guard low <= high else { return true }
        let first = Calendar.date(ofDay: low)
        let last = Calendar.date(ofDay: high)
        for year in first.year...last.year where mayFall(in: year) && other.mayFall(in: year) {
            for month in 1...12 where months & (1 << UInt32(month)) != 0 {
                let from = (year, month) == (first.year, first.month) ? first.day : 1
                var until = Calendar.length(ofMonth: month, year: year)
                if (year, month) == (last.year, last.month) { until = last.day }
                if (year, month) < (first.year, first.month) || (year, month) > (last.year, last.month) {
                    continue
                }
                let allowed = Calendar.bits(from: from, until: until)
                if days & allowed != 0 { return true }
            }
        }
        return false
    }

    private func mayFall(in year: Int) -> Bool { part?.year.mayBe(year) ?? true }
}

extension Calendar {
    /// The days of 400 years, after which the Gregorian calendar repeats.
    static let daysOfCycle: Int32 = 146_097

    /// The days from one to another of a month as bits, of which bit 0 is not used.
    static func bits(from first: Int, until last: Int) -> UInt32 {
        (~0 << UInt32(first)) & (~0 >> UInt32(31 - last))
    }
}
