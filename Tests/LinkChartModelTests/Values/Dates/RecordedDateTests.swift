import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct RecordedDateTests {
    /// What a source wrote, what it means, and what to remark.
    static let readings: [(String, String?, DateRemark?)] = [
        // EDTF comes first.
        ("2009-06", "2009-06", nil), ("2021/..", "2021/..", nil), ("2021-05~", "2021-05~", nil),
        ("XXXX-11-27", "XXXX-11-27", nil),
        ("  2009-06-14\n", "2009-06-14", nil), ("1990/1994", "1990/1994", nil),
        // Zeros for what isn't known.
        ("2009-06-00", "2009-06", nil), ("2005-00-00", "2005", nil), ("2009-00-14", "2009-XX-14", nil),
        ("20090600", "2009-06", nil), ("0/0/2005", "2005", nil),
        ("0000-00-00", nil, .unreadable(suggestion: nil)),
        // GDELT and compact forms.
        ("20251127", "2025-11-27", nil), ("20251127101500", "2025-11-27", nil),
        ("20251127T101500Z", "2025-11-27", nil),
        // Numbers with signs, in the order that they decide.
        ("2/18/10", "2010-02-18", .twoDigitYear(2010)), ("2/18/69", "1969-02-18", .twoDigitYear(1969)),
        ("2/18/68", "2068-02-18", .twoDigitYear(2068)), ("2/18/2010", "2010-02-18", nil),
        ("18/2/2010", "2010-02-18", nil),
        ("18.02.2010", "2010-02-18", nil), ("14-06-2009", "2009-06-14", nil), ("2009/6/4", "2009-06-04", nil),
        ("2009.06.14", "2009-06-14", nil), ("2009-6-4", "2009-06-04", nil),
        ("97/02/10", "1997-02-10", .twoDigitYear(1997)),
        ("03/03/2011", "2011-03-03", nil), ("03/04/2011", "2011", .ambiguousOrder),
        ("3.4.2011", "2011", .ambiguousOrder),
        ("03/04/11", "2011", .ambiguousOrder), ("03-04-05", nil, .ambiguousOrder),
        ("06/0/2009", "2009", .ambiguousOrder),
        ("06/2009", "2009-06", nil), ("2009/06", "2009-06", nil), ("2009/00", "2009", nil),
        // Names of months.
        ("28 December 2022", "2022-12-28", nil), ("December 28, 2022", "2022-12-28", nil),
        ("Dec 2022", "2022-12", nil),
        ("Dec. 28, 2022", "2022-12-28", nil), ("28th of December 2022", "2022-12-28", nil),
        ("December 3rd, 2022", "2022-12-03", nil),
        ("the 1st of Sept. 2022", "2022-09-01", nil), ("2022 December 28", "2022-12-28", nil),
        ("December, 2022", "2022-12", nil),
        ("Wednesday, 28 December 2022", "2022-12-28", nil),
        ("Wed, 28 Dec 2022 10:15:00 GMT", "2022-12-28", nil),
        ("Wed Dec 28 10:15:00 2022", "2022-12-28", nil), ("14-Jun-2009", "2009-06-14", nil),
        ("14-Jun-09", "2009-06-14", .twoDigitYear(2009)),
        ("28-DEC-97", "1997-12-28", .twoDigitYear(1997)), ("28 December", "XXXX-12-28", nil),
        ("December 28", "XXXX-12-28", nil),
        ("December", "XXXX-12", nil), ("summer 2021", "2021-22", nil), ("Spring of 2021", "2021-21", nil),
        ("Jun '09", "2009-06", .twoDigitYear(2009)), ("30 February 2022", nil, .unreadable(suggestion: nil)),
        // Times of day and zones.
        ("2009-06-14T10:00:00+05:30", "2009-06-14", nil), ("2009-06-14 10:00:00", "2009-06-14", nil),
        ("2013-01-03 00:00:00.000", "2013-01-03", nil), ("2009-06-14 10:00 PM", "2009-06-14", nil),
        ("2009-06-14 10:00:00 +0530", "2009-06-14", nil), ("6/14/2009 10:00", "2009-06-14", nil),
        // Words around dates.
        ("circa 2009", "2009~", nil), ("c. June 2009", "2009-06~", nil),
        ("around 2009-06-14", "2009-06-14~", nil),
        ("possibly 2009", "2009?", nil), ("since 2021", "2021/..", nil),
        ("since August 2021", "2021-08/..", nil),
        ("until 2004", "../2004", nil), ("before 2004", "[..2003-12-31]", nil),
        ("after June 2004", "[2004-07-01..]", nil),
        ("between 2019 and 2021", "[2019..2021]", nil), ("2019-2021", "2019/2021", nil),
        ("2019–2021", "2019/2021", nil),
        ("2019 to 2021", "2019/2021", nil), ("from 2019 to March 2021", "2019/2021-03", nil),
        ("March to June 2021", "2021-03/2021-06", nil),
        ("28-30 December 2022", "2022-12-28/2022-12-30", nil),
        ("December 28–30, 2022", "2022-12-28/2022-12-30", nil),
        ("2009-06-14 - 2009-06-16", "2009-06-14/2009-06-16", nil), ("1990s", "199X", nil),
        ("the 1990s", "199X", nil),
        ("early 2021", "2021", .imprecise("early")), ("mid-2021", "2021", .imprecise("mid")),
        ("late June 2021", "2021-06", .imprecise("late")),
        // What can't be read.
        ("after the harvest", nil, .unreadable(suggestion: nil)),
        ("unknown", nil, .unreadable(suggestion: nil)),
        ("2009-13-05", nil, .unreadable(suggestion: "2009-05-13")),
        ("2009-02-30", nil, .unreadable(suggestion: "2009-02")),
        ("13/13/2011", nil, .unreadable(suggestion: nil)), ("99/99/9999", nil, .unreadable(suggestion: nil)),
        ("123456789012345678901234567890", nil, .unreadable(suggestion: nil)),
        ("Ashura 1443", nil, .unreadable(suggestion: nil)),
        ("۲۰۲۱", nil, .unreadable(suggestion: nil)),
        ("December to January 2023", nil, .unreadable(suggestion: nil)),
        ("2009 2010", nil, .unreadable(suggestion: nil)), ("1/2/3/4", nil, .unreadable(suggestion: nil)),
    ]

    @Test(arguments: readings.map { ($0.0, Expected(date: $0.1, remark: $0.2)) })
    func readsRealInputs(text: String, expected: Expected) throws {
        let recorded = RecordedDate(normalizing: text)
        #expect(recorded.date?.description == expected.date)
        #expect(recorded.remark == expected.remark)
        // The text is kept unless the date says it all.
        #expect(recorded.raw == (text == expected.date ? nil : text))
        if let date = expected.date { #expect(try EDTFDate(date) == recorded.date) }
    }

    struct Expected: Sendable {
        let date: String?
        let remark: DateRemark?
    }

    @Test func aMissingDateIsNoMistake() {
        for text in ["", "  "] {
            let recorded = RecordedDate(normalizing: text)
            #expect(recorded.date == nil && recorded.remark == nil && recorded.raw == text)
        }
    }

    @Test(arguments: [
        ("03/04/2011", "2011-03-04", "2011-04-03"), ("3.4.11", "2011-03-04", "2011-04-03"),
        ("03-04-11", "2011-03-04", "2011-04-03"),
        // Where the numbers decide, they win.
        ("14/03/2011", "2011-03-14", "2011-03-14"), ("03/14/2011", "2011-03-14", "2011-03-14"),
        ("2011-03-04", "2011-03-04", "2011-03-04"),
        ("06/00/2009", "2009-06", "2009-XX-06"),
    ])
    func hintsDecide(text: String, monthFirst: String, dayFirst: String) {
        #expect(RecordedDate(normalizing: text, hint: .monthFirst).date?.description == monthFirst)
        #expect(RecordedDate(normalizing: text, hint: .dayFirst).date?.description == dayFirst)
    }

    @Test(arguments: [
        ("2013-01-03", "2013-01-03", 1, "2013-01-03"),
        ("2013-01-03 00:00:00.000", "2013-01-03 00:00:00.000", 1, "2013-01-03"),
        ("2013-01-03", "2013-01-05", 2, "[2013-01-03..2013-01-05]"),
        ("2013-01-07", "2013-01-13", 3, "[2013-01-07..2013-01-13]"),
        ("2013-02-01", "2013-02-28", 4, "2013-02"), ("2013-01-01", "2013-12-31", 5, "2013"),
        ("2013-03-10", "2013-05-20", 5, "[2013-03-10..2013-05-20]"),
        ("2013-01-03", "2013-01-05", 1, "2013-01-03/2013-01-05"),
    ])
    func readsUCDP(start: String, end: String, precision: Int, date: String) {
        let recorded = RecordedDate.ucdp(start: start, end: end, precision: precision)
        #expect(recorded.date?.description == date)
        #expect(recorded.remark == nil)
    }

    @Test func readsBrokenUCDP() {
        let swapped = RecordedDate.ucdp(start: "2013-01-05", end: "2013-01-03", precision: 2)
        #expect(
            swapped.date == nil && swapped.raw == "2013-01-05/2013-01-03" && swapped.remark?.isWarning == true
        )
        let half = RecordedDate.ucdp(start: "2013-01-05", end: "", precision: 2)
        #expect(half.date?.description == "[2013-01-05..]" && half.remark?.isWarning == true)
        let late = RecordedDate.ucdp(start: "?", end: "2013-01-05", precision: 4)
        #expect(late.date?.description == "[..2013-01-05]" && late.raw == "?/2013-01-05")
        let exact = RecordedDate.ucdp(start: "2013-01-05", end: "", precision: 1)
        #expect(exact.date?.description == "2013-01-05" && exact.remark?.isWarning == true)
        #expect(RecordedDate.ucdp(start: "", end: "", precision: nil).remark == nil)
        let odd = RecordedDate.ucdp(start: "2013-01-03", end: "2013-01-05", precision: 9)
        #expect(odd.date?.description == "[2013-01-03..2013-01-05]" && odd.remark?.isWarning == true)
    }

    @Test(arguments: [
        (2009, 6, 14, "", "2009-06-14", nil), (2009, 6, 0, "", "2009-06", "2009-06-00"),
        (1970, 0, 0, "", "1970", "1970-00-00"),
        (2009, 0, 14, "", "2009-XX-14", "2009-00-14"),
        (2009, 6, 0, "June 1-3, 2009", "2009-06", "June 1-3, 2009"),
    ])
    func readsGTD(year: Int, month: Int, day: Int, words: String, date: String, raw: String?) {
        let recorded = RecordedDate.gtd(year: year, month: month, day: day, approximate: words)
        #expect(recorded.date?.description == date && recorded.raw == raw && recorded.remark == nil)
    }

    @Test func readsBrokenGTD() {
        let feb30 = RecordedDate.gtd(year: 2009, month: 2, day: 30)
        #expect(
            feb30.date?.description == "2009-02" && feb30.raw == "2009-02-30"
                && feb30.remark?.isWarning == true)
        let month13 = RecordedDate.gtd(year: 2009, month: 13, day: 3)
        #expect(month13.date?.description == "2009" && month13.remark?.isWarning == true)
        let none = RecordedDate.gtd(year: 0, month: 0, day: 0)
        #expect(none.date == nil && none.raw == "0000-00-00" && none.remark?.isWarning == true)
        let odd = RecordedDate.gtd(year: 2009, month: -9, day: -9)
        #expect(odd.date?.description == "2009" && odd.remark?.isWarning == true)
    }

    @Test func remarksAreForPeople() {
        let remarks: [DateRemark] = [
            .unreadable(suggestion: nil), .unreadable(suggestion: "2009"), .ambiguousOrder,
            .twoDigitYear(2010),
            .imprecise("early"), .inconsistent("x"),
        ]
        #expect(Set(remarks.map(\.description)).count == remarks.count)
        #expect(remarks.map(\.isWarning) == [true, true, true, false, false, true])
        #expect(RecordedDate(normalizing: "after the harvest").description == "after the harvest")
        #expect(RecordedDate(normalizing: "28 December 2022").description == "2022-12-28")
    }

    @Test func noTextCrashes() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        let pieces = [
            "2009", "06", "14", "0", "31", "99", "/", "-", "–", ".", ",", ":", " ", "T", "Z", "+", "'", "Dec",
            "summer", "to", "and",
            "between", "since", "before", "after", "c.", "early", "th", "s", "20251127", "é", "XXXX", "..",
            "[", "99999999999999",
        ]
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...8, using: &random)).compactMap { _ in
                pieces.randomElement(using: &random)
            }.joined()
            let recorded = RecordedDate(normalizing: text)
            // Nothing is dropped.
            #expect(recorded.raw == text || recorded.date?.description == text, "seed \(seed): \(text)")
            #expect(
                recorded.date != nil || recorded.remark?.isWarning == true || text.allSatisfy(\.isWhitespace),
                "seed \(seed): \(text)")
        }
    }
}
