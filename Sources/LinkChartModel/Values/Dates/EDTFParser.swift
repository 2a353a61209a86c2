/// A recursive descent parser of EDTF, levels 0 to 2.
struct EDTFParser {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

    // MARK: - Dates, intervals, sets

    /// Parses all of the text.
    mutating func date() throws(EDTFError) -> EDTFDate {
        switch peek {
        case nil: throw expected("a date")
        case UInt8(ascii: "["): return try set(isOneOf: true, closing: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): return try set(isOneOf: false, closing: UInt8(ascii: "}"))
        default: break
        }
        let start = try endpoint()
        if peek == nil, case .date(let part) = start { return try single(part) }
        guard skip("/") else {
            throw expected(start == .open ? "/ and the end of the interval" : "the end of the date")
        }
        let end = try endpoint()
        guard peek == nil else { throw expected("the end of the interval") }
        guard let date = EDTFDate(start, end) else {
            if start == .unknown, end == .unknown {
                throw EDTFError(position: 0, expected: "a start or an end of the interval")
            }
            let swapped = EDTFDate(end, start)
            throw EDTFError(
                position: 0, expected: "an interval that ends no earlier than it begins",
                suggestion: swapped?.description)
        }
        return date
    }

    /// One end of an interval, or the only date.
    private mutating func endpoint() throws(EDTFError) -> EDTFDate.Endpoint {
        if skipDots() { return .open }
        if peek == nil && position > 0 || peek == UInt8(ascii: "/") { return .unknown }
        return .date(try checkedPart())
    }

    private func single(_ part: DatePart) throws(EDTFError) -> EDTFDate {
        // The part was checked, so its span exists.
        guard let date = EDTFDate(part) else { throw expected("a date of the calendar") }
        return date
    }

    private mutating func set(isOneOf: Bool, closing: UInt8) throws(EDTFError) -> EDTFDate {
        position += 1
        var members: [EDTFDate.SetMember] = []
        var mayContinue = true
        while mayContinue {
            skipSpaces()
            let start = position
            let isEarlier = members.isEmpty && skipDots()
            let part = try checkedPart()
            if isEarlier {
                members.append(.earlier(part))
            } else if skipDots() {
                if peek == closing {
                    members.append(.later(part))
                    mayContinue = false
                } else {
                    members.append(.range(part, try checkedPart()))
                }
            } else {
                members.append(.date(part))
            }
            if let last = members.last, last.bounds(isOneOf: isOneOf) == nil {
                throw EDTFError(position: start, expected: "a range that ends no earlier than it begins")
            }
            skipSpaces()
            mayContinue = mayContinue && skip(",")
        }
        guard peek == closing else {
            throw expected("a comma or \(Character(Unicode.Scalar(closing)))")
        }
        position += 1
        guard peek == nil else { throw expected("the end of the set") }
        guard let date = EDTFDate(isOneOf: isOneOf, members) else { throw expected("a date") }
        return date
    }

    // MARK: - One date

    /// A date that the calendar has.
    private mutating func checkedPart() throws(EDTFError) -> DatePart {
        let start = position
        let part = try self.part()
        if part.span == nil {
            // Years and months are checked where they stand, so the day is too late in the month.
            var month = part
            month.day = .absent
            month[qualifier: .day] = []
            throw EDTFError(
                position: start + dayOffset, expected: "a day that the month has",
                suggestion: start == 0 && peek == nil ? EDTFDate(month)?.description : nil)
        }
        return part
    }

    /// Where the last parsed day began, counted from its date's start, for the message that it doesn't exist.
    private var dayOffset = 0

    private mutating func part() throws(EDTFError) -> DatePart {
        let start = position
        let own = qualifier()
        var part = DatePart(year: try year())
        part[qualifier: .year] = own.union(qualifier())
        guard !part.year.isLong, part.year.significantDigits == 0, skip("-") else { return part }

        let ownOfMonth = qualifier()
        part.month = try month()
        let leftOfMonth = qualifier()
        part[qualifier: .year].formUnion(leftOfMonth)
        part[qualifier: .month] = ownOfMonth.union(leftOfMonth)
        guard part.season == nil, skip("-") else { return part }

        dayOffset = position - start
        let ownOfDay = qualifier()
        part.day = try day()
        let leftOfDay = qualifier()
        part[qualifier: .year].formUnion(leftOfDay)
        part[qualifier: .month].formUnion(leftOfDay)
        part[qualifier: .day] = ownOfDay.union(leftOfDay)
        if peek == UInt8(ascii: "T"), !part.day.hasUnspecifiedDigit {
            position += 1
            try timeOfDay()
        }
        return part
    }

    private mutating func qualifier() -> DateQualifier {
        if skip("?") { return .uncertain }
        if skip("~") { return .approximate }
        if skip("%") { return [.uncertain, .approximate] }
        return []
    }

    private mutating func year() throws(EDTFError) -> YearComponent {
        let start = position
        if skip("Y") { return try longYear(from: start) }
        let isNegative = skip("-")
        var magnitude: Int64 = 0
        var unspecified: UInt8 = 0
        for bit in (0..<4).reversed() {
            magnitude *= 10
            if skip("X") {
                unspecified |= 1 << UInt8(bit)
            } else if let digit = digit() {
                magnitude += Int64(digit)
            } else {
                throw expected("a year of four digits")
            }
        }
        if isNegative, magnitude == 0, unspecified == 0 {
            throw EDTFError(
                position: start, expected: "a year other than -0000", suggestion: suggestion("0000"))
        }
        if let next = peek, isDigit(next) {
            while digit() != nil {}
            let digits = String(decoding: bytes[start..<position], as: UTF8.self)
            let isLong = unspecified == 0 && magnitude >= 1_000 && digits.utf8.count < 8
            throw EDTFError(
                position: start, expected: "a year of four digits, or Y before a longer one",
                suggestion: isLong && start == 0 ? suggestion("Y" + digits) : nil)
        }
        var year = YearComponent(magnitude: magnitude, unspecified: unspecified, isNegative: isNegative)
        if unspecified == 0 { year.significantDigits = try significantDigits() }
        return year
    }

    private mutating func longYear(from start: Int) throws(EDTFError) -> YearComponent {
        let isNegative = skip("-")
        let digitsStart = position
        var magnitude: Int64 = 0
        while let digit = digit() {
            guard position - digitsStart <= 18 else { throw expected("a year of at most 18 digits") }
            magnitude = magnitude * 10 + Int64(digit)
        }
        guard position > digitsStart else { throw expected("the digits of a year") }
        var year = YearComponent(magnitude: magnitude, isNegative: isNegative, isLong: true)
        if skip("E") {
            guard let exponent = number(upTo: 99), exponent > 0 else { throw expected("a power of ten") }
            year.exponent = UInt8(exponent)
        } else if magnitude <= 9_999 {
            let digits = (isNegative ? "-" : "") + Calendar.digits(UInt(magnitude), width: 4)
            throw EDTFError(
                position: start, expected: "a year of more than four digits after Y",
                suggestion: suggestion(digits))
        }
        year.significantDigits = try significantDigits()
        return year
    }

    private mutating func significantDigits() throws(EDTFError) -> UInt8 {
        guard skip("S") else { return 0 }
        guard let count = number(upTo: 99), count > 0 else {
            throw expected("the number of significant digits")
        }
        return UInt8(count)
    }

    private mutating func month() throws(EDTFError) -> DigitPair {
        let start = position
        let pair = try pair(Self.monthsAndSeasons)
        let isMonth =
            pair.value.map { 1...12 ~= $0 || Season.months(of: $0) != nil }
            ?? (pair.candidates(in: 1...12) != 0)
        guard !isMonth else { return pair }
        let rest = String(decoding: bytes[position...], as: UTF8.self)
        let year = String(decoding: bytes[..<start], as: UTF8.self)
        var repair: String?
        if pair.value == 0, rest.isEmpty || rest == "-00", !year.hasPrefix("0000") {
            // 00 is how many databases write "unknown".
            repair = String(year.dropLast())
        } else if let day = pair.value, 13...31 ~= day, rest.utf8.count == 3, rest.hasPrefix("-"),
            let month = Int(rest.dropFirst()), 1...12 ~= month
        {
            repair = year + rest.dropFirst() + "-" + String(day)
        }
        throw EDTFError(
            position: start, expected: Self.monthsAndSeasons, suggestion: repair.flatMap(Self.confirmed))
    }

    private static let monthsAndSeasons = "a month from 01 to 12, or a season from 21 to 41"

    private mutating func day() throws(EDTFError) -> DigitPair {
        let start = position
        let pair = try pair("a day from 01 to 31")
        guard pair.candidates(in: 1...31) == 0 else { return pair }
        let isUnknown = pair.value == 0 && position == bytes.count
        let month = String(decoding: bytes[..<max(0, start - 1)], as: UTF8.self)
        throw EDTFError(
            position: start, expected: "a day from 01 to 31",
            suggestion: isUnknown ? Self.confirmed(month) : nil)
    }

    /// A text if it is EDTF, for suggestions.
    private static func confirmed(_ text: String) -> String? {
        var parser = EDTFParser(text)
        return (try? parser.date()).map(\.description)
    }

    /// A replacement for all of the text, if there is nothing else in it.
    private func suggestion(_ text: String) -> String? { position == bytes.count ? text : nil }

    /// Checks `hh:mm`, `hh:mm:ss` with any fraction, and a zone as `Z`, `±hh`, `±hhmm` or `±hh:mm`.
    private mutating func timeOfDay() throws(EDTFError) {
        guard let hour = number(digits: 2), hour <= 24 else { throw expected("hours from 00 to 24") }
        guard skip(":") else { throw expected("a colon") }
        guard let minute = number(digits: 2), minute <= 59 else { throw expected("minutes from 00 to 59") }
        if skip(":") {
            guard let second = number(digits: 2), second <= 60 else {
                throw expected("seconds from 00 to 60")
            }
            if skip(".") {
                guard digit() != nil else { throw expected("a fraction of a second") }
                while digit() != nil {}
            }
        }
        if skip("Z") { return }
        guard skip("+") || skip("-") else { return }
        guard let hours = number(digits: 2), hours <= 23 else { throw expected("hours of the zone") }
        let hasColon = skip(":")
        guard let next = peek, hasColon || isDigit(next) else { return }
        guard let minutes = number(digits: 2), minutes <= 59 else { throw expected("minutes of the zone") }
    }

    // MARK: - Bytes

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private func expected(_ what: String) -> EDTFError { EDTFError(position: position, expected: what) }

    private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

    private mutating func skipSpaces() {
        while peek == UInt8(ascii: " ") { position += 1 }
    }

    /// Skips an ASCII character if it comes next.
    private mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let byte = peek, UInt32(byte) == character.value else { return false }
        position += 1
        return true
    }

    private mutating func skipDots() -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
            bytes[position + 1] == UInt8(ascii: ".")
        else { return false }
        position += 2
        return true
    }

    private mutating func digit() -> UInt8? {
        guard let byte = peek, isDigit(byte) else { return nil }
        position += 1
        return byte - UInt8(ascii: "0")
    }

    /// Two digits, each of which may be `X`.
    private mutating func pair(_ what: String) throws(EDTFError) -> DigitPair {
        let start = position
        guard let tens = digitOrX(), let ones = digitOrX() else {
            throw EDTFError(position: start, expected: what)
        }
        return DigitPair(tens: tens, ones: ones)
    }

    private mutating func digitOrX() -> UInt8? { digit() ?? (skip("X") ? 10 : nil) }

    private mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + Int(digit)
        }
        return value
    }

    private mutating func number(upTo limit: Int) -> Int? {
        var value: Int?
        while let digit = digit() {
            value = (value ?? 0) * 10 + Int(digit)
            if value ?? 0 > limit { return nil }
        }
        return value
    }
}
