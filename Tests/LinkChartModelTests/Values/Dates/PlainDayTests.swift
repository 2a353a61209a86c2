import LinkChartTestKit
import Testing

@testable import LinkChartModel

@Suite("Dates that are nothing but a day")
struct PlainDayTests {
    @Test("A day is what is left of its date, and only of that")
    func days() throws {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let day = Day(number: Int32(random.below(5_000_000)) - 3_000_000)
            let date = EDTFDate(day)
            #expect(date.plainDay == day && EDTFDate(day) == date, "seed \(seed): \(day)")
        }
        for text in [
            "2009", "2009-06", "2009-06-14?", "2009-06-1X", "2009-06-14/2009-06-15",
            "[2009-06-14..2009-06-15]",
            "2009-06-14/..", "XXXX-06-14",
        ] {
            #expect(try EDTFDate(text).plainDay == nil, "\(text)")
        }
    }

    @Test("Claims give back their days and their other dates, before and after the year 0")
    func claims() throws {
        var graph = Graph()
        let a = graph.add(.state("A")), b = graph.add(.state("B"))
        let dates = try ["-0400-03-01", "0000-01-01", "1969-12-31", "2009-06-14", "2009-06-14?", "2009"].map {
            try EDTFDate($0)
        }
        let edge = graph.link(a, .relatedTo, b)
        for date in dates { graph.addClaim(Claim(date: RecordedDate(date: date)), to: edge) }
        graph.addClaim(Claim(), to: edge)
        #expect(graph.claims(of: edge).map { $0.date?.date } == dates + [nil])
    }
}
