/// A day of the proleptic Gregorian calendar.
///
/// ```swift
/// Day(year: 2009, month: 6, day: 14)?.number   // 14409
/// Day(number: 0).description   // "1970-01-01"
/// ```
///
/// Days are numbered from 1970-01-01, which is day 0, and reach about 5.8 million years either way.
public struct Day: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number of days since 1970-01-01, negative before it.
    public let number: Int32

    /// The day of a given number.
    public init(number: Int32) { self.number = number }

    /// The day of a calendar date, or nil if the calendar has no such date or it is out of reach.
    ///
    /// - Parameters:
    ///   - year: The astronomical year: 0 is 1 BCE, -1 is 2 BCE.
    ///   - month: 1 to 12.
    ///   - day: 1 to the length of the month.
    public init?(year: Int, month: Int, day: Int) {
        guard Calendar.years.contains(year), 1...12 ~= month, day >= 1,
            day <= Calendar.length(ofMonth: month, year: year)
        else { return nil }
        number = Calendar.dayNumber(year: year, month: month, day: day)
    }

    /// The day in Coordinated Universal Time of a moment of Unix time, or nil if it is out of reach.
    ///
    /// - Parameter seconds: Seconds since 1970-01-01T00:00:00Z.
    public init?(unixSeconds seconds: Int) {
        let days = seconds >= 0 ? seconds / 86_400 : -((-(seconds + 1)) / 86_400) - 1
        guard let number = Int32(exactly: days), Calendar.days.contains(number) else { return nil }
        self.number = number
    }

    /// The astronomical year.
    public var year: Int { Calendar.date(ofDay: number).year }

    /// The month, 1 to 12.
    public var month: Int { Calendar.date(ofDay: number).month }

    /// The day of the month, from 1.
    public var dayOfMonth: Int { Calendar.date(ofDay: number).day }

    /// The date as EDTF writes it, without unspecified parts: `2009-06-14`. A year beyond four digits, which EDTF
    /// can't write with a month, has its sign and digits: `-12009-06-14`.
    public var description: String {
        let date = Calendar.date(ofDay: number)
        var text = date.year < 0 ? "-" : ""
        text += Calendar.digits(date.year.magnitude, width: 4)
        text +=
            "-" + Calendar.digits(UInt(date.month), width: 2) + "-"
            + Calendar.digits(UInt(date.day), width: 2)
        return text
    }

    /// Orders by time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

/// Arithmetic of the proleptic Gregorian calendar.
enum Calendar {
    /// The years all of whose days have a number.
    static let years = -5_800_000...5_800_000

    /// The numbers of the days in those years.
    static let days =
        dayNumber(
            year: years.lowerBound, month: 1, day: 1)...dayNumber(year: years.upperBound, month: 12, day: 31)

    /// The days from 1970-01-01 to a date.
    ///
    /// Counts years from March, which puts the leap day last, and in eras of 400 years, which are all of one length
    /// (after E. G. Richards, Mapping Time, 1998, chapter 25).
    static func dayNumber(year: Int, month: Int, day: Int) -> Int32 {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
    }

    /// The date of a day number: the inverse of `dayNumber(year:month:day:)`.
    static func date(ofDay number: Int32) -> (year: Int, month: Int, day: Int) {
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    static func isLeap(_ year: Int) -> Bool {
        year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Decimal digits with leading zeros up to a width.
    static func digits(_ value: UInt, width: Int) -> String {
        let text = String(value)
        return text.utf8.count < width ? String(repeating: "0", count: width - text.utf8.count) + text : text
    }
}
