internal import LinkChartModel

/// What a workbook's number formats make of numbers: dates, times, or nothing but numbers (ECMA-376, part 1, 18.8.30
/// and 18.8.31).
struct NumberFormat: Equatable {
    /// Whether it shows a day, a month or a year.
    var hasDate = false
    /// Whether it shows an hour, a minute or a second.
    var hasTime = false
    /// Whether it counts hours, minutes or seconds beyond a day, as `[h]:mm` does.
    var isElapsed = false

    /// Whether it shows a number as a point in time.
    var isOfTime: Bool { hasDate || hasTime || isElapsed }

    /// A format that every program knows by its number; nil for one that a workbook must define.
    init?(builtin number: Int) {
        switch number {
        // 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean; some of them times.
        case 14...17, 27...31, 36, 50...54, 57, 58: self.init(hasDate: true)
        case 18...21, 32...35, 45, 47, 55, 56: self.init(hasTime: true)
        case 22: self.init(hasDate: true, hasTime: true)
        case 46: self.init(hasTime: true, isElapsed: true)
        case 0...49: self.init()
        default: return nil
        }
    }

    private init(hasDate: Bool = false, hasTime: Bool = false, isElapsed: Bool = false) {
        self.hasDate = hasDate
        self.hasTime = hasTime
        self.isElapsed = isElapsed
    }

    /// A format by its code, such as `yyyy\-mm\-dd` or `[$-409]h:mm AM/PM;@`.
    ///
    /// Only its first section counts, which is that of positive numbers.
    init(code: String) {
        var letters = ""
        var rest = code[...]
        scan: while let character = rest.popFirst() {
            switch character {
            case ";": break scan
            // Texts, fillers and blanks as wide as a letter are no part of the value.
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }.lowercased()
                rest = rest.drop { $0 != "]" }.dropFirst()
                if let unit = inside.first, "hms".contains(unit), inside.allSatisfy({ $0 == unit }) {
                    isElapsed = true
                }
            case "A", "a":
                // `AM/PM` and `A/P` hold no month.
                let next = rest.prefix(4).lowercased()
                if next == "m/pm" {
                    rest = rest.dropFirst(4)
                } else if next.hasPrefix("/p") {
                    rest = rest.dropFirst(2)
                }
            default: letters += character.lowercased()
            }
        }
        if letters == "general" { return }
        hasTime = isElapsed || letters.contains { $0 == "h" || $0 == "s" }
        // An `m` between hours and seconds is one of minutes.
        hasDate =
            letters.contains { $0 == "d" || $0 == "y" } || (!hasTime && letters.contains("m"))
    }
}

/// Points in time as workbooks count them: days since a day zero, with the time of day as a fraction.
enum SerialDate {
    /// The ISO 8601 text of a number under a format; nil if the number is no point in time.
    ///
    /// Excel's first calendar takes 1900 for a leap year: day 60 is its 29 February, which never was, and days before
    /// that are one off.
    ///
    /// - Parameter is1904: whether days count from 1904, as in workbooks of old Macintoshes.
    static func text(_ serial: Double, _ format: NumberFormat, is1904: Bool) -> String? {
        guard serial.isFinite, serial >= 0, serial < 2_958_466 else { return nil }
        if format.isElapsed { return elapsed(serial) }
        // Fractions of days are exact to about a millisecond.
        var milliseconds = Int((serial * 86_400_000).rounded())
        if milliseconds % 1000 == 1 || milliseconds % 1000 == 999 {
            milliseconds = (milliseconds + 1) / 1000 * 1000
        }
        let (day, time) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
        if day == 0, !is1904 || !format.hasDate { return clock(time) }
        let date = is1904 ? date(day - 24_107) : dateSince1900(day)
        return time == 0 && !format.hasTime ? date : date + "T" + clock(time)
    }

    private static func dateSince1900(_ day: Int) -> String {
        if day == 60 { return "1900-02-29" }
        return date((day < 60 ? day + 1 : day) - 25_569)
    }

    private static func date(_ day: Int) -> String { Day(number: Int32(day)).description }

    private static func clock(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let rest = milliseconds % 1000
        return padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" + padded(seconds % 60, 2)
            + (rest == 0 ? "" : "." + padded(rest, 3))
    }

    private static func elapsed(_ serial: Double) -> String {
        clock(Int((serial * 86_400).rounded()) * 1000)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
