/// A date without interval or set: a year, perhaps with a month or season, perhaps with a day.
struct DatePart: Hashable, Sendable {
    var year: YearComponent
    var month = DigitPair.absent
    var day = DigitPair.absent
    /// Two bits a component: the year's lowest, then the month's, then the day's.
    var qualifierBits: UInt8 = 0

    init(year: YearComponent) { self.year = year }

    enum Component: UInt8, CaseIterable {
        case year = 0
        case month = 2
        case day = 4
    }

    subscript(qualifier component: Component) -> DateQualifier {
        get { DateQualifier(rawValue: (qualifierBits >> component.rawValue) & 0b11) }
        set {
            qualifierBits &= ~(0b11 << component.rawValue)
            qualifierBits |= newValue.rawValue << component.rawValue
        }
    }

    /// The number of components: 1 to 3.
    var depth: Int { day.isPresent ? 3 : month.isPresent ? 2 : 1 }

    /// The season code, 21 to 41, if the month is one.
    var season: Int? { month.value.flatMap { $0 > 12 ? $0 : nil } }

    // MARK: - The days that it may be

    /// Whether a component is left unspecified that a specified one follows, so that the days it may be have gaps.
    ///
    /// A season that runs into the next year counts as without gaps, which errs on the side of "unknown".
    var hasGaps: Bool {
        guard year.unspecified != 0 || month.hasUnspecifiedDigit || day.hasUnspecifiedDigit else {
            return false
        }
        if let season, let months = Season.months(of: season), months.upperBound > 12 { return false }
        // The digits from left to right, as unspecified or not: gaps come from a specified one after an unspecified.
        var digits: [Bool] = (0..<4).reversed().map { year.unspecified & (1 << UInt8($0)) != 0 }
        for pair in [month, day] where pair.isPresent { digits += [pair.tens == 10, pair.ones == 10] }
        return zip(digits, digits.dropFirst()).contains { $0 && !$1 }
    }

    /// The months it may be, as bits 1 to 12.
    var monthBits: UInt32 {
        guard month.isPresent else { return 0b1_1111_1111_1110 }
        if let season {
            guard let months = Season.months(of: season), months.upperBound <= 12 else {
                return 0b1_1111_1111_1110
            }
            return months.reduce(0) { $0 | 1 << UInt32($1) }
        }
        return month.candidates(in: 1...12)
    }

    /// The days of the month it may be, as bits 1 to 31.
    var dayBits: UInt32 { day.isPresent ? day.candidates(in: 1...31) : ~1 }

    /// The first and the last day it may be, or nil if the calendar has no such day.
    ///
    /// - Complexity: O(1) unless digits are unspecified, then O(years until one fits).
    var span: DaySpan? {
        if year.unspecified == 0, let month = month.value, month <= 12, let day = day.value {
            let years = year.range
            guard years.count == 1, day >= 1, day <= Calendar.length(ofMonth: month, year: years.lowerBound)
            else {
                return nil
            }
            return DaySpan(first: years.lowerBound, month, day, last: years.lowerBound, month, day)
        }
        let years = year.range
        if let season {
            guard let months = Season.months(of: season) else { return nil }
            let lastYear = years.upperBound + (months.upperBound > 12 ? 1 : 0)
            let lastMonth = months.upperBound > 12 ? months.upperBound - 12 : months.upperBound
            let span = DaySpan(
                first: years.lowerBound, months.lowerBound, 1, last: lastYear, lastMonth,
                Calendar.length(ofMonth: lastMonth, year: lastYear))
            return year.isAny ? .unbounded : span
        }
        guard month.isPresent else {
            return year.isAny
                ? .unbounded : DaySpan(first: years.lowerBound, 1, 1, last: years.upperBound, 12, 31)
        }
        guard let first = edge(of: years, fromTheEnd: false), let last = edge(of: years, fromTheEnd: true)
        else {
            return nil
        }
        return year.isAny
            ? .unbounded
            : DaySpan(first: first.year, first.month, first.day, last: last.year, last.month, last.day)
    }

    /// The first or last date in a range of years that agrees with every digit.
    private func edge(
        of years: ClosedRange<Int>, fromTheEnd: Bool
    ) -> (year: Int, month: Int, day: Int)? {
        let months = monthBits
        let days = dayBits
        var year = fromTheEnd ? years.upperBound : years.lowerBound
        while years.contains(year) {
            if self.year.mayBe(year) {
                for step in 1...12 {
                    let month = fromTheEnd ? 13 - step : step
                    guard months & (1 << UInt32(month)) != 0 else { continue }
                    let length = Calendar.length(ofMonth: month, year: year)
                    let fitting = days & Calendar.bits(from: 1, until: length)
                    guard fitting != 0 else { continue }
                    return (
                        year, month,
                        fromTheEnd ? 31 - fitting.leadingZeroBitCount : fitting.trailingZeroBitCount
                    )
                }
            }
            year += fromTheEnd ? -1 : 1
        }
        return nil
    }
}

/// What the season codes of EDTF mean.
enum Season {
    /// The months of a season, where 13 and 14 are January and February of the next year; nil for no season code.
    ///
    /// The codes 21 to 24 don't say on which hemisphere. They are read as northern, as every implementation reads
    /// them; 29 to 32 are the southern ones. Winters count to the year in which they begin. Seasons are
    /// meteorological: whole months.
    static func months(of code: Int) -> ClosedRange<Int>? {
        switch code {
        case 21, 25, 31: 3...5
        case 22, 26, 32: 6...8
        case 23, 27, 29: 9...11
        case 24, 28, 30: 12...14
        // Quarters, thirds and halves of the year.
        case 33...36: (code - 33) * 3 + 1...(code - 33) * 3 + 3
        case 37...39: (code - 37) * 4 + 1...(code - 37) * 4 + 4
        case 40, 41: (code - 40) * 6 + 1...(code - 40) * 6 + 6
        default: nil
        }
    }
}

/// A range of days that may be unbounded.
struct DaySpan: Hashable, Sendable {
    /// Day numbers; `Int32.min` and `Int32.max` stand for no bound.
    var low: Int32
    var high: Int32

    static let unbounded = DaySpan(low: .min, high: .max)

    init(low: Int32, high: Int32) {
        self.low = low
        self.high = high
    }

    /// The days between two dates. A date out of reach becomes the bound that is true of it: no bound on its far
    /// side, the farthest day on its near side.
    init(first: Int, _ firstMonth: Int, _ firstDay: Int, last: Int, _ lastMonth: Int, _ lastDay: Int) {
        let years = Calendar.years
        low =
            first < years.lowerBound
            ? .min
            : first > years.upperBound
                ? .max - 1 : Calendar.dayNumber(year: first, month: firstMonth, day: firstDay)
        high =
            last > years.upperBound
            ? .max
            : last < years.lowerBound
                ? .min + 1 : Calendar.dayNumber(year: last, month: lastMonth, day: lastDay)
    }
}
