/// Reads dates as sources write them. One reader reads one text.
struct DateReader {
    let hint: DateHint
    private(set) var remark: DateRemark?

    init(hint: DateHint) { self.hint = hint }

    /// The date of a text, or nil with a remark.
    mutating func read(_ text: String) -> EDTFDate? {
        let trimmed = text.trimmingSpaces
        guard !trimmed.isEmpty else { return nil }
        var suggestion: String?
        var parser = EDTFParser(trimmed)
        do throws(EDTFError) {
            return try parser.date()
        } catch {
            suggestion = error.suggestion
        }
        if let tokens = DateToken.tokens(of: trimmed), let date = phrase(tokens[...]) { return date }
        if remark?.isWarning != true { remark = .unreadable(suggestion: suggestion) }
        return nil
    }

    // MARK: - Phrases around dates

    private mutating func phrase(_ tokens: ArraySlice<DateToken>) -> EDTFDate? {
        guard let first = tokens.first else { return nil }
        var rest = tokens.dropFirst()
        guard case .word(let word) = first else { return range(tokens) ?? simple(tokens) }
        if rest.first == .sign(".") { rest = rest.dropFirst() }
        switch word {
        case "circa", "c", "ca", "approximately", "approx", "about", "around", "roughly":
            return qualified(rest, .approximate)
        case "possibly", "perhaps", "maybe", "probably":
            return qualified(rest, .uncertain)
        case "since":
            return simple(rest).flatMap { EDTFDate($0.endpoint, .open) }
        case "until", "till":
            return simple(rest).flatMap { EDTFDate(.open, $0.endpoint) }
        case "before":
            return simple(rest).flatMap { $0.bounds.startLow.dayBefore }
                .flatMap { EDTFDate(isOneOf: true, [.earlier($0)]) }
        case "after":
            return simple(rest).flatMap { $0.bounds.endHigh.dayAfter }
                .flatMap { EDTFDate(isOneOf: true, [.later($0)]) }
        case "between":
            return pair(rest, separators: [.word("and")]) { .init(isOneOf: true, [.range($0, $1)]) }
        case "from":
            return range(rest) ?? simple(rest).flatMap { EDTFDate($0.endpoint, .open) }
        case "early", "mid", "late":
            remark = .imprecise(word)
            return simple(rest.first == .sign("-") ? rest.dropFirst() : rest)
        default:
            return range(tokens) ?? simple(tokens)
        }
    }

    private mutating func qualified(_ tokens: ArraySlice<DateToken>, _ qualifier: DateQualifier) -> EDTFDate?
    {
        guard let date = simple(tokens), case .single(var part) = date.form else { return nil }
        for component in DatePart.Component.allCases.prefix(part.depth) {
            part[qualifier: component] = qualifier
        }
        return EDTFDate(part)
    }

    /// Two dates with something between them, as an interval.
    private mutating func range(_ tokens: ArraySlice<DateToken>) -> EDTFDate? {
        let separators: [DateToken] = [
            .sign("–"), .word("to"), .word("until"), .word("till"), .word("through"),
        ]
        return pair(tokens, separators: separators) { EDTFDate(.date($0), .date($1)) }
    }

    private mutating func pair(
        _ tokens: ArraySlice<DateToken>, separators: [DateToken], _ make: (DatePart, DatePart) -> EDTFDate?
    ) -> EDTFDate? {
        guard let split = tokens.firstIndex(where: separators.contains) else { return nil }
        let right = tokens[(split + 1)...]
        guard case .single(let last)? = simple(right)?.form else { return nil }
        let left = tokens[..<split]
        if case .single(let first)? = simple(left)?.form, !first.year.isAny { return make(first, last) }
        // "March to June 2021": the year is said once.
        guard !last.year.isLong, last.year.unspecified == 0, !last.year.isNegative,
            case .single(let first)? = simple(left + [.number(Int(last.year.magnitude), digits: 4)])?.form
        else { return nil }
        return make(first, last)
    }

    // MARK: - Dates

    private mutating func simple(_ tokens: ArraySlice<DateToken>) -> EDTFDate? {
        let tokens = Array(tokens).essentials
        switch tokens.count {
        case 1: return one(tokens[0])
        case 2: return two(tokens[0], tokens[1])
        case 3: return three(tokens[0], tokens[1], tokens[2])
        case 5 where tokens[1].isSeparator && tokens[1] == tokens[3]:
            return numeric(tokens[0], tokens[2], tokens[4], separator: tokens[1])
        case 5: return daysOfMonth(tokens)
        default: return nil
        }
    }

    private func one(_ token: DateToken) -> EDTFDate? {
        switch token {
        case .number(let value, 4): date(value)
        case .number(let value, 8): date(value / 10_000, zeroable: value / 100 % 100, zeroable: value % 100)
        case .number(let value, 14):
            date(
                value / 10_000_000_000, zeroable: value / 100_000_000 % 100, zeroable: value / 1_000_000 % 100
            )
        case .month(let month) where month <= 12: recurring(month: month)
        default: nil
        }
    }

    private func two(_ first: DateToken, _ second: DateToken) -> EDTFDate? {
        switch (first, second) {
        case (.month(let month), .number(let year, 4)), (.number(let year, 4), .month(let month)):
            return date(year, month: month)
        case (.month(let month), .number(let day, 1...2)), (.number(let day, 1...2), .month(let month)):
            return recurring(month: month, day: day)
        case (.number(let year, 4), .word("s")) where year.isMultiple(of: 10):
            return EDTFDate(DatePart(year: YearComponent(magnitude: Int64(year), unspecified: 0b0001)))
        default:
            return nil
        }
    }

    private mutating func three(_ first: DateToken, _ second: DateToken, _ third: DateToken) -> EDTFDate? {
        switch (first, second, third) {
        case (.number(let day, 1...2), .month(let month), .number(let year, 4)),
            (.month(let month), .number(let day, 1...2), .number(let year, 4)),
            (.number(let year, 4), .month(let month), .number(let day, 1...2)):
            return date(year, month: month, day: day)
        case (.number(let day, 1...2), .month(let month), .number(let year, 2)),
            (.month(let month), .number(let day, 1...2), .number(let year, 2)):
            return date(century(of: year), month: month, day: day)
        case (.month(let month), .sign("'"), .number(let year, 2)),
            (.month(let month), .sign("’"), .number(let year, 2)):
            return date(century(of: year), month: month)
        case (.number(let from, 4), .sign("-"), .number(let to, 4)):
            guard case .single(let start)? = date(from)?.form, case .single(let end)? = date(to)?.form else {
                return nil
            }
            return EDTFDate(.date(start), .date(end))
        case (.number(let year, 4), .sign("/"), .number(let month, 1...2)),
            (.number(let year, 4), .sign("."), .number(let month, 1...2)),
            (.number(let year, 4), .sign("-"), .number(let month, 1...2)):
            return month <= 12 ? date(year, zeroable: month, zeroable: 0) : nil
        case (.number(let month, 1...2), let sign, .number(let year, 4)) where sign.isSeparator:
            return month <= 12 ? date(year, zeroable: month, zeroable: 0) : nil
        default:
            return nil
        }
    }

    /// "28-30 December 2022", "December 28-30, 2022".
    private func daysOfMonth(_ tokens: [DateToken]) -> EDTFDate? {
        let days: (Int, Int)
        let month: Int
        switch (tokens[0], tokens[1], tokens[2], tokens[3]) {
        case (.number(let from, 1...2), .sign("-"), .number(let to, 1...2), .month(let name)),
            (.number(let from, 1...2), .sign("–"), .number(let to, 1...2), .month(let name)),
            (.month(let name), .number(let from, 1...2), .sign("-"), .number(let to, 1...2)),
            (.month(let name), .number(let from, 1...2), .sign("–"), .number(let to, 1...2)):
            (days, month) = ((from, to), name)
        default: return nil
        }
        guard let year = tokens[4].year,
            case .single(let start)? = date(year, month: month, day: days.0)?.form,
            case .single(let end)? = date(year, month: month, day: days.1)?.form
        else { return nil }
        return EDTFDate(.date(start), .date(end))
    }

    /// Three numbers with the same sign between them.
    private mutating func numeric(
        _ first: DateToken, _ second: DateToken, _ third: DateToken, separator: DateToken
    ) -> EDTFDate? {
        guard let middle = second.short else { return nil }
        if let year = first.year, let day = third.short {
            return middle <= 12 ? date(year, zeroable: middle, zeroable: day) : nil
        }
        guard let start = first.short, case .number(let end, let digits) = third else { return nil }
        if digits == 4 { return date(end, eitherOrder: start, middle) }
        guard digits == 2, case .number(_, let startDigits) = first else { return nil }
        if start > 31 { return date(century(of: start), zeroable: middle, zeroable: end) }
        // With dashes, years of two digits come first as often as last.
        let mayBeginWithYear = separator == .sign("-") && startDigits == 2 && middle <= 12 && end <= 31
        if mayBeginWithYear, hint == .unknown {
            remark = .ambiguousOrder
            return nil
        }
        return date(century(of: end), eitherOrder: start, middle)
    }

    // MARK: - From numbers

    private func date(_ year: Int, month: Int? = nil, day: Int? = nil) -> EDTFDate? {
        var part = DatePart(year: YearComponent(year))
        if let month { part.month = DigitPair(month) }
        if let day {
            guard let month, month <= 12, 1...31 ~= day else { return nil }
            part.day = DigitPair(day)
        }
        return EDTFDate(part)
    }

    /// A date in which 0 stands for an unknown month or day, as databases have it.
    private func date(_ year: Int, zeroable month: Int, zeroable day: Int) -> EDTFDate? {
        guard month <= 12, day <= 31 else { return nil }
        if month == 0, day == 0 { return year == 0 ? nil : date(year) }
        if day == 0 { return date(year, month: month) }
        if month == 0 {
            var part = DatePart(year: YearComponent(year))
            part.month = .unspecified
            part.day = DigitPair(day)
            return EDTFDate(part)
        }
        return date(year, month: month, day: day)
    }

    /// A date of which one number is the day and the other the month.
    private mutating func date(_ year: Int, eitherOrder first: Int, _ second: Int) -> EDTFDate? {
        let monthFirst = date(year, zeroable: first, zeroable: second)
        let dayFirst = date(year, zeroable: second, zeroable: first)
        switch (hint, monthFirst, dayFirst) {
        case (.monthFirst, let date?, _), (.dayFirst, _, let date?): return date
        case (_, let date?, nil), (_, nil, let date?): return date
        case (_, let one?, let other?) where one == other: return one
        case (_, nil, nil): return nil
        default:
            remark = .ambiguousOrder
            return date(year)
        }
    }

    private func recurring(month: Int, day: Int? = nil) -> EDTFDate? {
        guard month <= 12 else { return nil }
        var part = DatePart(year: YearComponent(magnitude: 0, unspecified: 0b1111))
        part.month = DigitPair(month)
        if let day {
            guard 1...31 ~= day else { return nil }
            part.day = DigitPair(day)
        }
        return EDTFDate(part)
    }

    /// The year that two digits mean by the rule of POSIX `strptime`: 69 to 99 are of the 20th century.
    private mutating func century(of year: Int) -> Int {
        let full = year >= 69 ? 1_900 + year : 2_000 + year
        remark = .twoDigitYear(full)
        return full
    }
}

extension EDTFDate {
    /// This date as the end of an interval; an interval or a set can't be one and counts as unknown.
    fileprivate var endpoint: Endpoint {
        if case .single(let part) = form { .date(part) } else { .unknown }
    }
}

extension Int32 {
    /// The day before, if this is a day's number and not an infinity.
    fileprivate var dayBefore: DatePart? {
        self == .min || self == .max ? nil : EDTFDate(Day(number: self - 1)).part
    }

    /// The day after, if this is a day's number and not an infinity.
    fileprivate var dayAfter: DatePart? {
        self == .min || self == .max ? nil : EDTFDate(Day(number: self + 1)).part
    }
}

extension EDTFDate {
    fileprivate var part: DatePart? {
        if case .single(let part) = form { part } else { nil }
    }
}

extension String {
    fileprivate var trimmingSpaces: String {
        var view = self[...]
        while view.first?.isWhitespace == true { view.removeFirst() }
        while view.last?.isWhitespace == true { view.removeLast() }
        return String(view)
    }
}
