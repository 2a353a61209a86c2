import LinkChartModel
import Testing

/// The examples of the EDTF specification (ISO 8601-2:2019, as the Library of Congress publishes it), level by level.
///
/// First and last day are those of the Python package `edtf` 5.0, except where a comment says why not.
@Suite struct EDTFStandardTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        /// The canonical text, if it isn't the same.
        var canonical: String?
        let first: String?
        let last: String?

        init(_ text: String, _ first: String?, _ last: String?, canonical: String? = nil) {
            self.text = text
            self.canonical = canonical
            self.first = first
            self.last = last
        }

        var testDescription: String { text }
    }

    static let level0 = [
        Example("1985-04-12", "1985-04-12", "1985-04-12"),
        Example("1985-04", "1985-04-01", "1985-04-30"),
        Example("1985", "1985-01-01", "1985-12-31"),
        Example("1985-04-12T23:20:30", "1985-04-12", "1985-04-12", canonical: "1985-04-12"),
        Example("1985-04-12T23:20:30Z", "1985-04-12", "1985-04-12", canonical: "1985-04-12"),
        Example("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12", canonical: "1985-04-12"),
        Example("1985-04-12T23:20:30+04:30", "1985-04-12", "1985-04-12", canonical: "1985-04-12"),
        Example("1964/2008", "1964-01-01", "2008-12-31"),
        Example("2004-06/2006-08", "2004-06-01", "2006-08-31"),
        Example("2004-02-01/2005-02-08", "2004-02-01", "2005-02-08"),
        Example("2004-02-01/2005-02", "2004-02-01", "2005-02-28"),
        Example("2004-02-01/2005", "2004-02-01", "2005-12-31"),
        Example("2005/2006-02", "2005-01-01", "2006-02-28"),
    ]

    static let level1 = [
        // Beyond the days that can be numbered: only the near side has a bound.
        Example("Y170000002", "5881580-07-10", nil),
        Example("Y-170000002", nil, "-5877641-06-24"),
        Example("2001-21", "2001-03-01", "2001-05-31"),
        Example("2001-22", "2001-06-01", "2001-08-31"),
        Example("2001-23", "2001-09-01", "2001-11-30"),
        // `edtf` cuts winters off at the end of the year, for simplicity as it says.
        Example("2001-24", "2001-12-01", "2002-02-28"),
        Example("1984?", "1984-01-01", "1984-12-31"),
        Example("2004-06~", "2004-06-01", "2004-06-30"),
        Example("2004-06-11%", "2004-06-11", "2004-06-11"),
        Example("201X", "2010-01-01", "2019-12-31"),
        Example("20XX", "2000-01-01", "2099-12-31"),
        Example("2004-XX", "2004-01-01", "2004-12-31"),
        Example("1985-04-XX", "1985-04-01", "1985-04-30"),
        Example("1985-XX-XX", "1985-01-01", "1985-12-31"),
        Example("1985-04-12/..", "1985-04-12", nil),
        Example("1985-04/..", "1985-04-01", nil),
        Example("1985/..", "1985-01-01", nil),
        Example("../1985-04-12", nil, "1985-04-12"),
        Example("../1985-04", nil, "1985-04-30"),
        Example("../1985", nil, "1985-12-31"),
        // `edtf` assumes that unknown ends are ten years off; here they are unbounded.
        Example("1985-04-12/", "1985-04-12", nil),
        Example("1985-04/", "1985-04-01", nil),
        Example("1985/", "1985-01-01", nil),
        Example("/1985-04-12", nil, "1985-04-12"),
        Example("/1985-04", nil, "1985-04-30"),
        Example("/1985", nil, "1985-12-31"),
        Example("-1985", "-1985-01-01", "-1985-12-31"),
    ]

    static let level2 = [
        Example("Y-17E7", nil, "-5877641-06-24"),
        // Significant digits widen a year, as the standard says and `edtf` doesn't do.
        Example("1950S2", "1900-01-01", "1999-12-31"),
        Example("Y171010000S3", "5881580-07-10", nil),
        Example("Y3388E2S3", "338000-01-01", "338999-12-31"),
        Example("2001-25", "2001-03-01", "2001-05-31"),
        Example("2001-28", "2001-12-01", "2002-02-28"),
        Example("2003-30", "2003-12-01", "2004-02-29"),
        Example("2001-31", "2001-03-01", "2001-05-31"),
        Example("2001-34", "2001-04-01", "2001-06-30"),
        Example("2001-39", "2001-09-01", "2001-12-31"),
        Example("2001-41", "2001-07-01", "2001-12-31"),
        Example("[1667,1668, 1670..1672]", "1667-01-01", "1672-12-31", canonical: "[1667,1668,1670..1672]"),
        Example("[..1760-12-03]", nil, "1760-12-03"),
        Example("[1760-12..]", "1760-12-01", nil),
        Example("[1760-01,1760-02,1760-12..]", "1760-01-01", nil),
        Example("[1667,1760-12]", "1667-01-01", "1760-12-31"),
        Example("[..1984]", nil, "1984-12-31"),
        Example("{1667,1668,1670..1672}", "1667-01-01", "1672-12-31"),
        Example("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        Example("{..1984}", nil, "1984-12-31"),
        Example("2004-06~-11", "2004-06-11", "2004-06-11"),
        Example("2004?-06-11", "2004-06-11", "2004-06-11"),
        Example("?2004-06-~11", "2004-06-11", "2004-06-11", canonical: "2004?-06-~11"),
        Example("2004-%06-11", "2004-06-11", "2004-06-11"),
        Example("156X-12-25", "1560-12-25", "1569-12-25"),
        Example("15XX-12-25", "1500-12-25", "1599-12-25"),
        // A date of no year at all is unbounded.
        Example("XXXX-12-XX", nil, nil),
        Example("1XXX-XX", "1000-01-01", "1999-12-31"),
        Example("1XXX-12", "1000-12-01", "1999-12-31"),
        Example("1984-1X", "1984-10-01", "1984-12-31"),
        Example("2004-06-~01/2004-06-~20", "2004-06-01", "2004-06-20"),
        Example("2004-06-XX/2004-07-03", "2004-06-01", "2004-07-03"),
    ]

    @Test(arguments: level0 + level1 + level2)
    func examplesOfTheStandard(example: Example) throws {
        let date = try EDTFDate(example.text)
        #expect(date.description == example.canonical ?? example.text)
        #expect(date.earliestStart?.description == example.first)
        #expect(date.latestEnd?.description == example.last)
        #expect(try EDTFDate(date.description) == date)
    }

    @Test func boundsOfIntervals() throws {
        let interval = try EDTFDate("2004/2006")
        #expect(interval.latestStart?.description == "2004-12-31")
        #expect(interval.earliestEnd?.description == "2006-01-01")

        let open = try EDTFDate("2021/..")
        #expect(open.hasOpenEnd && !open.hasOpenStart && open.earliestEnd == nil && open.latestEnd == nil)

        let unknown = try EDTFDate("2021/")
        #expect(
            !unknown.hasOpenEnd && unknown.earliestEnd?.description == "2021-01-01"
                && unknown.latestEnd == nil)

        let before = try EDTFDate("/2004")
        #expect(!before.hasOpenStart && before.earliestStart == nil)
        #expect(before.latestStart?.description == "2004-12-31")
        #expect(try EDTFDate("../2004").hasOpenStart)

        // An end inside of the year of the start narrows when it can have begun.
        let within = try EDTFDate("2004/2004-06")
        #expect(within.latestStart?.description == "2004-06-30")
        #expect(within.earliestEnd?.description == "2004-06-01")
    }

    @Test func gapsAndLeapDays() throws {
        #expect(try EDTFDate("199X-02-29").earliestStart?.description == "1992-02-29")
        #expect(try EDTFDate("199X-02-29").latestEnd?.description == "1996-02-29")
        #expect(try EDTFDate("2009-XX-31").latestEnd?.description == "2009-12-31")
        #expect(try EDTFDate("2009-X2-3X").earliestStart?.description == "2009-12-30")
        #expect(try EDTFDate("-01XX").earliestStart?.description == "-0199-01-01")
        #expect(try EDTFDate("-01XX").latestEnd?.description == "-0100-12-31")
        #expect(throws: EDTFError.self) { try EDTFDate("190X-02-30") }
        #expect(throws: EDTFError.self) { try EDTFDate("2009-XX-32") }
    }

    @Test func kindsAndQualifiers() throws {
        #expect(try EDTFDate("2021-05~").qualifiers == .approximate)
        #expect(try EDTFDate("2021?/2022~").qualifiers == [.uncertain, .approximate])
        #expect(try EDTFDate("2021/2022").qualifiers.isEmpty)
        #expect(try EDTFDate("2004?-06-~11").qualifiers == [.uncertain, .approximate])
        #expect(try EDTFDate("2004-%06-11").qualifiers == [.uncertain, .approximate])
        #expect(try EDTFDate("[2019,2021?]").qualifiers == .uncertain)
        #expect(try EDTFDate("2021/..").isInterval && !EDTFDate("2021").isInterval)
        #expect(try EDTFDate("[2019,2021]").isSet && EDTFDate("{2019,2021}").isSet && !EDTFDate("2019").isSet)
        #expect(
            try EDTFDate("2021-05-01").isDay && !EDTFDate("2021-05").isDay && !EDTFDate("XXXX-05-01").isDay)
        #expect(try EDTFDate("199X").hasUnspecifiedDigits && EDTFDate("2009/2010-XX").hasUnspecifiedDigits)
        #expect(try !EDTFDate("2009").hasUnspecifiedDigits)
        #expect(try EDTFDate("2021-05~") != EDTFDate("2021-05"))
    }

    /// Qualifiers mean the same wherever they may stand: one to the right of a component goes for all before it too.
    @Test(arguments: [
        ("?2004", "2004?", true), ("2004~-06", "?2004-06", false), ("?2004-?06-?11", "2004-06-11?", true),
        ("2004?-06~", "2004%-~06", true), ("2004-06?-11~", "2004-06%-~11", true),
        ("~2004-~06-11", "2004-06~-11", true),
        ("2004?-06?-11", "2004-06?-11", true), ("2004?-06?-11", "2004?-06-11", false),
    ])
    func qualifiersInAnyPlace(written: String, same: String, isSame: Bool) throws {
        #expect(try (EDTFDate(written) == EDTFDate(same)) == isSame)
    }

    @Test func makers() {
        #expect(EDTFDate(year: 2009, month: 6, day: 14)?.description == "2009-06-14")
        #expect(EDTFDate(year: 2009, month: 6)?.description == "2009-06")
        #expect(EDTFDate(year: -44)?.description == "-0044")
        #expect(EDTFDate(year: 12_009)?.description == "Y12009")
        #expect(EDTFDate(year: 2009, month: 2, day: 29) == nil)
        #expect(EDTFDate(year: 2009, month: 13) == nil && EDTFDate(year: 2009, day: 3) == nil)
        let first = Day(year: 2009, month: 6, day: 3)
        let last = Day(year: 2009, month: 6, day: 8)
        #expect(EDTFDate(from: first, to: last)?.description == "2009-06-03/2009-06-08")
        #expect(EDTFDate(from: first, to: nil)?.description == "2009-06-03/..")
        #expect(EDTFDate(from: nil, to: last)?.description == "../2009-06-08")
        #expect(EDTFDate(from: first, to: first)?.description == "2009-06-03")
        #expect(EDTFDate(from: last, to: first) == nil)
    }

    @Test func makesOneDayOfARange() throws {
        func date(_ start: String, _ end: String) throws -> String? {
            let first = try #require(try EDTFDate(start).earliestStart)
            let last = try #require(try EDTFDate(end).earliestStart)
            return EDTFDate(oneDayFrom: first, to: last)?.description
        }
        #expect(try date("2009-06-03", "2009-06-08") == "[2009-06-03..2009-06-08]")
        #expect(try date("2009-06-03", "2009-06-03") == "2009-06-03")
        #expect(try date("2009-06-01", "2009-06-30") == "2009-06")
        #expect(try date("2008-02-01", "2008-02-28") == "[2008-02-01..2008-02-28]")
        #expect(try date("2009-01-01", "2009-12-31") == "2009")
        #expect(try date("2009-01-01", "2010-12-31") == "[2009-01-01..2010-12-31]")
        #expect(try date("2009-06-08", "2009-06-03") == nil)
    }
}
