import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct DateComparisonTests {
    @Test(arguments: [
        ("2009", "2010", DateOrder.before), ("2010", "2009", .after), ("2009", "2009", .unknown),
        ("2009-06", "2009", .unknown), ("2009-06-14", "2009-06-15", .before),
        ("2021/..", "2020-12-31", .after),
        ("2021/..", "2030", .unknown), ("../2004", "2005", .before), ("/2004", "2005", .before),
        ("2021/", "2020", .after), ("XXXX-11-27", "2021-11-26", .unknown),
        ("XXXX-11-27", "XXXX-11-26", .unknown),
        ("[2019,2021]", "2020", .unknown), ("[2019,2021]", "2022", .before),
        ("{2019,2021}", "2020", .unknown),
        ("Y-17E7", "2009", .before), ("2009", "Y170000002", .before), ("199X-06", "1989", .after),
        ("2009-24", "2010-03", .before),
    ])
    func orders(left: String, right: String, order: DateOrder) throws {
        #expect(try EDTFDate(left).order(relativeTo: EDTFDate(right)) == order)
        #expect(try EDTFDate(right).order(relativeTo: EDTFDate(left)) == order.reversed)
    }

    @Test(arguments: [
        ("2009-06-14", "2009-06-14", ThreeValued.yes), ("2009", "2009", .unknown), ("2009", "2010", .no),
        ("2004/2006", "2005", .yes), ("2004/2006", "2004", .unknown), ("2021/..", "2030-01-01", .yes),
        ("2021/..", "2021-05-01", .unknown), ("2021/..", "2020", .no), ("2021/", "2030", .unknown),
        ("../2004", "1900", .yes), ("/2004", "1900", .unknown), ("XXXX-11-27", "2021-11-26", .no),
        ("XXXX-11-27", "2021-11-27", .unknown), ("XXXX-11-27", "XXXX-11-26", .no),
        ("XXXX-11-27", "XXXX-11-27", .unknown),
        ("XXXX-02-29", "1896-03/1903", .no), ("XXXX-02-29", "1896/1903", .unknown),
        ("XXXX-02-29", "1901-01/1903", .no),
        ("199X-06", "1995-07", .no), ("199X-06", "1995-06", .unknown), ("[2019,2021]", "2020", .no),
        ("[2019,2021]", "2019/2021", .unknown), ("{2019,2021}", "2020/..", .yes),
        ("{2019..2021}", "2020", .unknown),
        ("{2019..2021}", "2022", .no), ("../..", "2009", .yes), ("2009-XX-15", "2009-06-14", .no),
    ])
    func overlap(left: String, right: String, answer: ThreeValued) throws {
        #expect(try EDTFDate(left).overlaps(EDTFDate(right)) == answer)
        #expect(try EDTFDate(right).overlaps(EDTFDate(left)) == answer)
    }

    @Test(arguments: [
        ("2021-08/..", "2023", true, true), ("2021-08/..", "2021-08", true, true),
        ("2021-08/..", "2021-08-15", true, false),
        ("2021-08/..", "2021-07", false, false), ("2009", "2009/2010", true, true),
        ("2009", "2009-06", true, false),
        ("2021?", "2021", true, false), ("2021-05~", "2020/2022", true, false),
        ("XXXX-11-27", "2021", true, false),
        ("XXXX-11-27", "2021-01/2021-10", false, false), ("2021-11-27", "XXXX-11-27", true, true),
        ("2021-11", "XXXX-11-27", true, false), ("2021-11-26", "XXXX-11-27", false, false),
        ("[2019,2021]", "2019/2021", true, true), ("[2019,2021]", "2019", true, false),
        ("[2019,2021]", "2020", false, false),
        ("{2019,2021}", "2019", true, true), ("2020", "{2019..2021}", true, true),
        ("/2004", "1900", true, false),
        ("../2004", "1900", true, true), ("2004/2006", "2005-03-01", true, true),
        ("2004", "../..", true, true),
    ])
    func slices(date: String, slice: String, possible: Bool, certain: Bool) throws {
        let (date, slice) = (try EDTFDate(date), try EDTFDate(slice))
        #expect(date.isWithin(slice, mode: .possible) == possible)
        #expect(date.isWithin(slice, mode: .certain) == certain)
    }

    @Test func listsInATotalOrder() throws {
        let sorted = ["../2004", "XXXX-11-27", "2009", "2009/..", "2009-06", "2009-06~", "2010"]
        let dates = try sorted.map { try EDTFDate($0) }
        #expect(dates.shuffled().sorted(by: EDTFDate.isListedBefore).map(\.description) == sorted)
    }

    /// Every answer against all readings of both dates on a small calendar.
    @Test func answersAgreeWithAllReadings() throws {
        let seed = freshSeed()
        var samples = SampleDates(random: SplitMix64(seed: seed))
        let universe = DateUniverse()
        var compared = 0
        var answers: [String: Int] = [:]
        while compared < 250 {
            let (left, right) = (samples.next(), samples.next())
            guard let one = try? EDTFDate(left.text), let other = try? EDTFDate(right.text) else { continue }
            let readings = (left.readings(in: universe), right.readings(in: universe))
            guard !readings.0.isEmpty, !readings.1.isEmpty, readings.0.count * readings.1.count < 400_000
            else { continue }
            compared += 1
            let label: Comment = "seed \(seed): \(left.text) and \(right.text)"
            // Shuffled, so that pairs which show that both answers are possible come soon.
            let seen = Seen(
                readings.0.shuffled(using: &samples.random), readings.1.shuffled(using: &samples.random))
            let isTight = left.isTight && right.isTight

            let order = one.order(relativeTo: other)
            #expect(order != .before || seen.alwaysBefore, label)
            #expect(order != .after || seen.alwaysAfter, label)
            if isTight { #expect(order != .unknown || !seen.alwaysBefore && !seen.alwaysAfter, label) }

            let overlap = one.overlaps(other)
            #expect(overlap != .yes || seen.alwaysShares, label)
            #expect(overlap != .no || !seen.sometimesShares, label)
            if isTight { #expect(overlap != .unknown || seen.sometimesShares && !seen.alwaysShares, label) }

            let slices = right.slices(in: universe)
            let within = readings.0.map { reading in
                reading.contains { extent in
                    slices.contains { extent.first <= $0.last && $0.first <= extent.last }
                }
            }
            let possible = one.isWithin(other, mode: .possible)
            let certain = one.isWithin(other, mode: .certain)
            #expect(possible || !within.contains(true), label)
            #expect(!certain || !within.contains(false), label)
            if isTight { #expect(!possible || within.contains(true), label) }
            if isTight, !other.isSet, !SampleDate.hasGaps(right.text) {
                #expect(certain || within.contains(false), label)
            }
            answers["\(order) \(overlap) \(possible) \(certain)", default: 0] += 1
        }
        // The sample must not be all of one kind, or the test would show little.
        #expect(answers.count >= 6, "seed \(seed): \(answers)")
    }

    /// What happens over all pairs of readings.
    struct Seen {
        var alwaysBefore = true
        var alwaysAfter = true
        var alwaysShares = true
        var sometimesShares = false

        init(_ left: [[SampleDate.Extent]], _ right: [[SampleDate.Extent]]) {
            for one in left {
                for other in right {
                    var shares = false
                    var before = true
                    var after = true
                    for first in one {
                        for second in other {
                            if first.first <= second.last, second.first <= first.last { shares = true }
                            if first.last >= second.first { before = false }
                            if first.first <= second.last { after = false }
                        }
                    }
                    if !before { alwaysBefore = false }
                    if !after { alwaysAfter = false }
                    if shares { sometimesShares = true } else { alwaysShares = false }
                    if !alwaysBefore, !alwaysAfter, sometimesShares, !alwaysShares { return }
                }
            }
        }
    }
}
