import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct DayTests {
    /// Every day of eight centuries, counted one after the other as a paper calendar does, without formula.
    @Test func everyDayFrom1600To2400() {
        var year = 1600
        var month = 1
        var dayOfMonth = 1
        // 135,140 days before 1970-01-01, from Python's `date(1970, 1, 1) - date(1600, 1, 1)`.
        var number: Int32 = -135_140
        var wrong = 0
        while year <= 2400 {
            let day = Day(number: number)
            if day.year != year || day.month != month || day.dayOfMonth != dayOfMonth { wrong += 1 }
            if Day(year: year, month: month, day: dayOfMonth)?.number != number { wrong += 1 }
            number += 1
            dayOfMonth += 1
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            if dayOfMonth > lengths[month - 1] {
                dayOfMonth = 1
                month += 1
            }
            if month > 12 {
                month = 1
                year += 1
            }
        }
        #expect(wrong == 0)
        // Python: (date(2401, 1, 1) - date(1970, 1, 1)).days
        #expect(number == 157_420)
    }

    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2009, 6, 14, 14_409),
        (1, 1, 1, -719_162),
        (0, 3, 1, -719_468), (-1, 12, 31, -719_529), (-4_800, 3, 1, -2_472_632),
    ])
    func knownDays(year: Int, month: Int, day: Int, number: Int32) {
        #expect(Day(year: year, month: month, day: day)?.number == number)
        #expect(Day(number: number).year == year)
    }

    @Test(arguments: [
        (2009, 2, 29), (1900, 2, 29), (2021, 4, 31), (2021, 13, 1), (2021, 0, 1), (2021, 1, 0), (2021, 1, 32),
        (6_000_000, 1, 1),
    ])
    func impossibleDays(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func farDaysRoundTrip() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for _ in 0..<2_000 {
            let year = Int.random(in: -5_800_000...5_800_000, using: &random)
            let month = Int.random(in: 1...12, using: &random)
            let dayOfMonth = Int.random(in: 1...28, using: &random)
            let day = Day(year: year, month: month, day: dayOfMonth)
            #expect(day?.year == year && day?.month == month && day?.dayOfMonth == dayOfMonth, "seed \(seed)")
        }
    }

    @Test func unixTimeAndText() {
        #expect(Day(unixSeconds: 0)?.description == "1970-01-01")
        #expect(Day(unixSeconds: -1)?.description == "1969-12-31")
        #expect(Day(unixSeconds: -86_400)?.description == "1969-12-31")
        #expect(Day(unixSeconds: -86_401)?.description == "1969-12-30")
        #expect(Day(unixSeconds: 1_466_000_000)?.description == "2016-06-15")
        #expect(Day(unixSeconds: .max) == nil && Day(unixSeconds: .min) == nil)
        #expect(Day(year: -44, month: 3, day: 15)?.description == "-0044-03-15")
        #expect(Day(number: 1) < Day(number: 2))
    }
}
