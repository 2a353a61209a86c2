internal import LinkChartModel

/// A stretch of a time axis whose ends may be known only roughly: from the earliest to the latest day of each end.
struct TimePeriod: Hashable, Sendable {
    var earliestStart: Double
    var latestStart: Double
    var earliestEnd: Double
    var latestEnd: Double
    /// Where it is marked by one point: the middle of what its beginning may be.
    var mark: Double
    /// Whether nothing tells when it begins or ends.
    var isOpenStart = false
    var isOpenEnd = false

    /// The stretch of a date; nil if no year tells where on the axis it lies.
    init?(_ date: EDTFDate) {
        let start = date.latestStart ?? date.earliestStart
        let end = date.earliestEnd ?? date.latestEnd
        guard let known = start ?? end else { return nil }
        // A date of a year that is not told may be in any: it has no place.
        if !date.isInterval, date.earliestStart == nil || date.latestEnd == nil { return nil }
        isOpenStart = date.earliestStart == nil
        isOpenEnd = date.latestEnd == nil
        mark = 0
        let from = start ?? known
        let to = end ?? known
        earliestStart = Double((date.earliestStart ?? from).number)
        latestStart = Double(from.number)
        earliestEnd = Double(to.number) + 1
        latestEnd = Double((date.latestEnd ?? to).number) + 1
        earliestStart = min(earliestStart, latestStart)
        latestEnd = max(latestEnd, earliestEnd)
        if earliestEnd < latestStart {
            // One day out of a span: it lies somewhere within.
            (latestStart, earliestEnd) = ((earliestStart + latestEnd) / 2, (earliestStart + latestEnd) / 2)
            mark = latestStart
        } else {
            mark = isOpenStart ? earliestEnd : (earliestStart + latestStart) / 2
        }
    }

    init(from: Double, to: Double) {
        (earliestStart, latestStart, earliestEnd, latestEnd) = (from, from, to, to)
        mark = from
    }
}

/// A time axis: days on the page, and round dates to mark on it.
struct TimeAxis: Hashable, Sendable {
    let from: Double
    let to: Double
    let left: Double
    let right: Double

    init(from: Double, to: Double, left: Double, right: Double) {
        // A single day has a week around it.
        let margin = max(3.5, (to - from) * 0.03)
        (self.from, self.to) = (from - margin, to + margin)
        (self.left, self.right) = (left, right)
    }

    func x(_ day: Double) -> Double {
        left + (right - left) * min(1, max(0, (day - from) / (to - from)))
    }

    struct Tick: Hashable, Sendable {
        var day: Double
        var label: String
        var isMajor: Bool
    }

    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Round dates, about one to every 90 points: years, or months or days where the axis is short.
    var ticks: [Tick] {
        let wanted = max(2, (right - left) / 90)
        let step = (to - from) / wanted
        let (first, last) = (Day(number: Int32(from)), Day(number: Int32(to)))
        var ticks: [Tick] = []
        func add(_ year: Int, _ month: Int, _ day: Int, _ label: String, _ isMajor: Bool) {
            guard let date = Day(year: year, month: month, day: day), Double(date.number) >= from,
                Double(date.number) <= to
            else { return }
            ticks.append(Tick(day: Double(date.number), label: label, isMajor: isMajor))
        }
        if step > 270 {
            let years =
                [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { Double($0) * 365.25 >= step * 0.8 } ?? 1000
            for year in first.year...last.year + 1 where year % years == 0 {
                add(year, 1, 1, "\(year)", true)
            }
        } else if step > 20 {
            let months = [1, 2, 3, 6].first { Double($0) * 30.4 >= step * 0.8 } ?? 6
            for year in first.year...last.year {
                for month in stride(from: 1, through: 12, by: months) {
                    add(year, month, 1, month == 1 ? "\(year)" : Self.months[month - 1], month == 1)
                }
            }
        } else {
            let days = [1, 2, 5, 10, 15].first { Double($0) >= step * 0.8 } ?? 15
            var number = first.number
            while number <= last.number {
                let day = Day(number: number)
                if day.dayOfMonth % days == 0 || day.dayOfMonth == 1 {
                    let isFirst = day.dayOfMonth == 1
                    add(
                        day.year, day.month, day.dayOfMonth,
                        isFirst
                            ? "\(Self.months[day.month - 1]) \(day.year)"
                            : "\(day.dayOfMonth) \(Self.months[day.month - 1])",
                        isFirst)
                }
                number += 1
            }
        }
        return ticks
    }
}
