import LinkChartTestKit

/// A small calendar on which dates can be compared by trying every reading.
///
/// It holds the years from 2016 to 2032, of those the months and days on which some date of the tests can begin or end.
/// What a date may be is found by matching its text with the days' texts, not by arithmetic. One day before and one
/// after the universe stand for all time before and after.
struct DateUniverse {
    /// The days' texts in order; a day is an index here.
    let days: [[UInt8]]
    static let past = -1
    var future: Int { days.count }

    init() {
        var days: [String] = []
        for year in 2016...2032 {
            for month in [1, 2, 3, 10, 11, 12] {
                let length = [31, year % 4 == 0 ? 29 : 28, 31, 0, 0, 0, 0, 0, 0, 31, 30, 31][month - 1]
                for day in [1, 2, 15, 28, 29, 30, 31] where day <= length {
                    days.append("\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)")
                }
            }
        }
        self.days = days.map { Array($0.utf8) }
    }

    /// The first day that a text may be, and the last: before and after the universe for any year.
    func first(_ text: String) -> Int? { text.hasPrefix("XXXX") ? Self.past : candidates(text).first }
    func last(_ text: String) -> Int? { text.hasPrefix("XXXX") ? future : candidates(text).last }

    /// The days that a date without interval and set may be: its text is the beginning of theirs, `X` being any digit.
    func candidates(_ text: String) -> [Int] {
        let digits = Array(text.utf8)
        var found: [Int] = []
        days: for index in 0..<days.count {
            for place in 0..<digits.count where digits[place] != days[index][place] {
                if digits[place] != UInt8(ascii: "X") { continue days }
            }
            found.append(index)
        }
        return found
    }
}

/// A date expression of the tests, which knows its own readings.
indirect enum SampleDate: Sendable {
    case single(String)
    case interval(String, String)
    case oneOf([SampleDate])
    case allOf([SampleDate])
    /// Members of sets only.
    case range(String, String)
    case earlier(String)
    case later(String)

    var text: String {
        switch self {
        case .single(let text): text
        case .interval(let start, let end): start + "/" + end
        case .oneOf(let members): "[" + members.map(\.text).joined(separator: ",") + "]"
        case .allOf(let members): "{" + members.map(\.text).joined(separator: ",") + "}"
        case .range(let start, let end): start + ".." + end
        case .earlier(let text): ".." + text
        case .later(let text): text + ".."
        }
    }

    /// A stretch of days, first to last.
    typealias Extent = (first: Int, last: Int)

    /// Every reading: the stretches of days that it then is.
    func readings(in universe: DateUniverse) -> [[Extent]] {
        switch self {
        case .single(let text):
            return universe.candidates(text).map { [($0, $0)] }
        case .interval(let start, let end):
            let starts =
                start == ".."
                ? [DateUniverse.past] : start.isEmpty ? anyTime(universe) : universe.candidates(start)
            let ends =
                end == ".." ? [universe.future] : end.isEmpty ? anyTime(universe) : universe.candidates(end)
            // Too many to try; the caller takes another date.
            guard starts.count * ends.count < 20_000 else { return [] }
            return starts.flatMap { first in ends.filter { $0 >= first }.map { [(first, $0)] } }
        case .oneOf(let members):
            return members.flatMap { $0.readings(in: universe) }
        case .allOf(let members):
            let choices = members.map { $0.joint(in: universe) }
            guard choices.reduce(1, { $0 * $1.count }) < 20_000 else { return [] }
            return choices.reduce([[]]) { readings, more in readings.flatMap { one in more.map { one + $0 } }
            }
        case .range(let start, let end):
            guard let first = universe.first(start), let last = universe.last(end), first <= last else {
                return []
            }
            return (first...last).map { [($0, $0)] }
        case .earlier(let text):
            guard let last = universe.last(text) else { return [] }
            return (DateUniverse.past...last).map { [($0, $0)] }
        case .later(let text):
            guard let first = universe.first(text) else { return [] }
            return (first...universe.future).map { [($0, $0)] }
        }
    }

    /// The readings of a member of an "all of" set. Of a range, its two ends are sure, and the days between them may
    /// all be in it or none.
    private func joint(in universe: DateUniverse) -> [[Extent]] {
        let ends: (first: [Int], last: [Int])
        switch self {
        case .range(let start, let end): ends = (universe.candidates(start), universe.candidates(end))
        case .earlier(let text): ends = ([DateUniverse.past], universe.candidates(text))
        case .later(let text): ends = (universe.candidates(text), [universe.future])
        default: return readings(in: universe)
        }
        return ends.first.flatMap { first in
            ends.last.filter { $0 >= first }.flatMap { last in
                [[(first, first), (last, last)], [(first, last)]]
            }
        }
    }

    private func anyTime(_ universe: DateUniverse) -> [Int] { Array(DateUniverse.past...universe.future) }

    /// The stretches of time that it is as a slice, which is taken whole.
    func slices(in universe: DateUniverse) -> [Extent] {
        func first(_ text: String) -> Int {
            text == ".." || text.isEmpty ? DateUniverse.past : universe.first(text) ?? 0
        }
        func last(_ text: String) -> Int {
            text == ".." || text.isEmpty ? universe.future : universe.last(text) ?? 0
        }
        switch self {
        case .single(let text):
            return Self.hasGaps(text)
                ? universe.candidates(text).map { ($0, $0) } : [(first(text), last(text))]
        case .interval(let start, let end), .range(let start, let end):
            return [(first(start), last(end))]
        case .oneOf(let members), .allOf(let members):
            return members.flatMap { $0.slices(in: universe) }
        case .earlier(let text):
            return [(DateUniverse.past, last(text))]
        case .later(let text):
            return [(first(text), universe.future)]
        }
    }

    /// Whether the implementation promises to answer "unknown" only if both answers are possible.
    ///
    /// It doesn't for "all of" sets, where two uncertain members may together be certain, nor for intervals whose ends
    /// have gaps.
    var isTight: Bool {
        switch self {
        case .single: true
        case .interval(let start, let end): !Self.hasGaps(start) && !Self.hasGaps(end)
        case .oneOf: true
        default: false
        }
    }

    /// Whether a digit follows an `X`.
    static func hasGaps(_ text: String) -> Bool {
        guard let x = text.firstIndex(of: "X") else { return false }
        return text[x...].contains { $0.isNumber }
    }
}

/// Draws sample dates of all kinds.
struct SampleDates {
    var random: SplitMix64

    mutating func next() -> SampleDate {
        switch Int.random(in: 0..<12, using: &random) {
        case 0...4: .single(single())
        case 5...6: .interval(single(), single())
        case 7: .interval(single(), ["..", ""].randomElement(using: &random) ?? "..")
        case 8: .interval(["..", ""].randomElement(using: &random) ?? "..", single())
        case 9...10: .oneOf(members())
        default: .allOf(members())
        }
    }

    private mutating func members() -> [SampleDate] {
        var members: [SampleDate] = (0..<Int.random(in: 1...2, using: &random)).map { _ in
            Int.random(in: 0..<3, using: &random) == 0 ? .range(single(), single()) : .single(single())
        }
        if Int.random(in: 0..<5, using: &random) == 0 { members.insert(.earlier(single()), at: 0) }
        if Int.random(in: 0..<5, using: &random) == 0 { members.append(.later(single())) }
        return members
    }

    private mutating func single() -> String {
        func pick(_ choices: [String]) -> String { choices.randomElement(using: &random) ?? "" }
        // The years at the edges of the universe are left to dates of any year.
        let year = pick(["2020", "2021", "2022", "2021", "202X", "2029", "XXXX"])
        guard Int.random(in: 0..<4, using: &random) > 0 else { return year }
        let month = pick(["01", "02", "02", "03", "10", "11", "12", "XX", "0X", "1X", "X2"])
        guard Int.random(in: 0..<3, using: &random) > 0 else { return year + "-" + month }
        // A day in a month that the universe doesn't have would be a reading that it misses.
        guard month != "XX", month != "0X" else { return year + "-" + month + "-XX" }
        return year + "-" + month + "-" + pick(["01", "02", "15", "28", "29", "30", "31", "XX", "3X", "0X"])
    }
}
