/// A date in the Extended Date/Time Format, EDTF: as precise as its source was and no more.
///
/// ```swift
/// let since = try EDTFDate("2021/..")      // from some day of 2021 on
/// let attack = try EDTFDate("2009-06")     // some day of June 2009
/// let feast = try EDTFDate("XXXX-11-27")   // a 27 November
/// attack.order(relativeTo: since)          // .before
/// feast.order(relativeTo: since)           // .unknown
/// ```
///
/// EDTF is ISO 8601-2:2019; its levels 0, 1 and 2 are read: years, months, days, times of day (reduced to the day as
/// written, whatever its zone), intervals with open (`..`) or unknown (empty) ends, unspecified digits (`X`), the
/// qualifiers `?`, `~` and `%` on the whole or on components, long and exponential years, significant digits,
/// seasons and other divisions of the year, "one of" sets `[…]` and "all of" sets `{…}`.
///
/// **What a date says.** A date without interval is some day within what is written: `2009` is a day of 2009. An
/// interval begins on some day within its first date and ends on some day within its second. So every date has four
/// bounds, ``earliestStart``, ``latestStart``, ``earliestEnd`` and ``latestEnd``, and comparisons are three-valued.
///
/// **Qualifiers** don't move the bounds, because no standard says by how much they would. They bear on certainty:
/// nothing about a qualified date is certain, so ``isWithin(_:mode:)`` never includes it in `certain` mode.
///
/// Two dates are equal if their canonical texts are: `2021-05~` and `2021-05` are two dates with the same bounds.
public struct EDTFDate: Hashable, Sendable {
    let form: Form
    let bounds: DateBounds

    /// The kinds of expression.
    enum Form: Hashable, Sendable {
        case single(DatePart)
        indirect case interval(Endpoint, Endpoint)
        indirect case set(isOneOf: Bool, [SetMember])
    }

    /// The start or the end of an interval.
    enum Endpoint: Hashable, Sendable {
        case date(DatePart)
        /// `..`: there is none.
        case open
        /// Empty: there is one, but it isn't known.
        case unknown
    }

    /// A member of a set.
    enum SetMember: Hashable, Sendable {
        case date(DatePart)
        /// `a..b`: each from the one to the other, in the precision of their writing.
        case range(DatePart, DatePart)
        /// `..a`: it or any before it.
        case earlier(DatePart)
        /// `a..`: it or any after it.
        case later(DatePart)
    }

    init(form: Form, bounds: DateBounds) {
        self.form = form
        self.bounds = bounds
    }

    /// Reads an EDTF expression.
    ///
    /// For dates as sources write them, see ``RecordedDate``.
    ///
    /// - Parameter text: The expression, without white space around it.
    /// - Throws: ``EDTFError`` with the place and, where there is one, the nearest right text.
    /// - Complexity: O(n) in the length of the text; sets and intervals allocate.
    public init(_ text: some StringProtocol) throws(EDTFError) {
        var parser = EDTFParser(text)
        do throws(EDTFError) {
            self = try parser.date()
        } catch {
            guard error.suggestion == nil, let nearest = EDTFSuggestion.nearest(to: String(text)) else {
                throw error
            }
            throw EDTFError(position: error.position, expected: error.expected, suggestion: nearest)
        }
    }

    /// A day, month or year, or nil if the calendar has no such date.
    ///
    /// - Parameters:
    ///   - year: The astronomical year.
    ///   - month: 1 to 12, or nil for the whole year.
    ///   - day: The day of the month, or nil for the whole month; without a month it must be nil.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        var part = DatePart(year: YearComponent(year))
        if let month {
            guard 1...12 ~= month, !part.year.isLong else { return nil }
            part.month = DigitPair(month)
        }
        if let day {
            guard 1...31 ~= day, month != nil else { return nil }
            part.day = DigitPair(day)
        }
        guard let date = EDTFDate(part) else { return nil }
        self = date
    }

    /// One day.
    public init(_ day: Day) {
        let date = Calendar.date(ofDay: day.number)
        var part = DatePart(year: YearComponent(date.year))
        if !part.year.isLong {
            part.month = DigitPair(date.month)
            part.day = DigitPair(date.day)
        }
        form = .single(part)
        bounds = DateBounds(of: part.span ?? DaySpan(low: day.number, high: day.number))
    }

    /// The day, if the date is nothing but one: `init(_: Day)` makes the same date of it.
    var plainDay: Day? {
        guard case .single(let part) = form, part.day.isPresent, part.qualifierBits == 0,
            bounds.startLow == bounds.endHigh,
            part.year == YearComponent(Int(part.year.isNegative ? -part.year.magnitude : part.year.magnitude))
        else { return nil }
        return Day(number: bounds.startLow)
    }

    /// The interval from one day to another, nil standing for no start or no end; a single day if they are the same.
    ///
    /// - Returns: nil if the end comes before the start.
    public init?(from start: Day?, to end: Day?) {
        if let start, start == end {
            self.init(start)
            return
        }
        func endpoint(_ day: Day?) -> Endpoint {
            guard let day, case .single(let part) = EDTFDate(day).form else { return .open }
            return .date(part)
        }
        self.init(endpoint(start), endpoint(end))
    }

    /// Any one day from one to another, as in "between 3 and 8 June": `[2009-06-03..2009-06-08]`; a whole month or
    /// year is written as such.
    ///
    /// - Returns: nil if the end comes before the start.
    public init?(oneDayFrom start: Day, to end: Day) {
        let from = Calendar.date(ofDay: start.number)
        let to = Calendar.date(ofDay: end.number)
        if start == end {
            self.init(start)
        } else if from == (to.year, 1, 1), (to.month, to.day) == (12, 31) {
            self.init(year: to.year)
        } else if from == (to.year, to.month, 1), to.day == Calendar.length(ofMonth: to.month, year: to.year)
        {
            self.init(year: to.year, month: to.month)
        } else {
            guard case .single(let first) = EDTFDate(start).form, case .single(let last) = EDTFDate(end).form
            else {
                return nil
            }
            self.init(isOneOf: true, [.range(first, last)])
        }
    }

    // MARK: - Bounds

    /// The first day on which it may begin; nil if there is no such bound.
    public var earliestStart: Day? { Self.day(bounds.startLow) }

    /// The last day on which it may begin; nil if there is no such bound. See ``hasOpenStart``.
    public var latestStart: Day? { Self.day(bounds.startHigh) }

    /// The first day on which it may end; nil if there is no such bound. See ``hasOpenEnd``.
    public var earliestEnd: Day? { Self.day(bounds.endLow) }

    /// The last day on which it may end; nil if there is no such bound.
    public var latestEnd: Day? { Self.day(bounds.endHigh) }

    /// Whether it has no start, as `../2004`: it covers all time before its end.
    public var hasOpenStart: Bool { bounds.startHigh == .min }

    /// Whether it has no end, as `2021/..`: it covers all time after its start.
    public var hasOpenEnd: Bool { bounds.endLow == .max }

    private static func day(_ number: Int32) -> Day? {
        number == .min || number == .max ? nil : Day(number: number)
    }

    // MARK: - What kind it is

    /// Whether it is an interval: `2019/2021`, `2021/..`.
    public var isInterval: Bool {
        if case .interval = form { true } else { false }
    }

    /// Whether it is a set: `[2019,2021]`, `{2019,2021}`.
    public var isSet: Bool {
        if case .set = form { true } else { false }
    }

    /// Whether it is one known day.
    public var isDay: Bool { bounds.startLow == bounds.endHigh }

    /// The qualifiers of all of its parts together.
    public var qualifiers: DateQualifier {
        var bits: UInt8 = 0
        forEachPart { bits |= $0.qualifierBits }
        return DateQualifier(rawValue: (bits | bits >> 2 | bits >> 4) & 0b11)
    }

    /// Whether some digit is unspecified.
    public var hasUnspecifiedDigits: Bool {
        var found = false
        forEachPart {
            found =
                found || $0.year.unspecified != 0 || $0.month.hasUnspecifiedDigit
                || $0.day.hasUnspecifiedDigit
        }
        return found
    }

    /// Visits every date part without making an array of them: slices ask this of every edge.
    private func forEachPart(_ visit: (DatePart) -> Void) {
        switch form {
        case .single(let part):
            visit(part)
        case .interval(let start, let end):
            if case .date(let part) = start { visit(part) }
            if case .date(let part) = end { visit(part) }
        case .set(_, let members):
            for member in members {
                switch member {
                case .date(let part), .earlier(let part), .later(let part):
                    visit(part)
                case .range(let first, let last):
                    visit(first)
                    visit(last)
                }
            }
        }
    }

    /// Equal if written the same in canonical form.
    public static func == (left: EDTFDate, right: EDTFDate) -> Bool {
        left.bounds == right.bounds && left.form == right.form
    }

    /// Feeds the bounds, which equal dates share.
    public func hash(into hasher: inout Hasher) { hasher.combine(bounds) }
}
