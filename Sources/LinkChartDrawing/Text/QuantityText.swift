internal import LinkChartModel

/// A number with its qualifier as it is written beside a name: `{moreThan: 6000}` is "> 6,000", `hundreds`
/// is "hundreds"; nil for what is no quantity.
///
/// "Around 13,000" never prints as 13000: rule 5 of the ontology.
func quantityText(_ value: AttributeValue) -> String? {
    switch value {
    case .string(let text):
        return quantityWords.contains(text) ? words(ofName: text) : nil
    case .object(let parts):
        if let best = parts["best"]?.double {
            let (low, high) = (parts["low"]?.double ?? best, parts["high"]?.double ?? best)
            return low == high ? grouped(best) : "\(grouped(low))\u{2013}\(grouped(high))"
        }
        guard let part = parts.first, parts.count == 1, let mark = qualifierMarks[part.name] else {
            return nil
        }
        if let number = part.value.double { return mark + grouped(number) }
        return part.value.string.flatMap { quantityWords.contains($0) ? mark + words(ofName: $0) : nil }
    default: return nil
    }
}

private let quantityWords: Set<String> = [
    "dozens", "scores", "hundreds", "thousands", "tensOfThousands", "hundredsOfThousands", "millions",
    "tens", "several", "few", "many",
]

private let qualifierMarks: [String: String] = [
    "exactly": "", "around": "~\u{2009}", "about": "~\u{2009}", "approximately": "~\u{2009}",
    "moreThan": ">\u{2009}", "over": ">\u{2009}", "atLeast": "\u{2265}\u{2009}", "lessThan": "<\u{2009}",
    "fewerThan": "<\u{2009}", "under": "<\u{2009}", "atMost": "\u{2264}\u{2009}", "upTo": "\u{2264}\u{2009}",
    "nearly": "~\u{2009}", "almost": "~\u{2009}",
]

/// A number with its thousands set apart.
func grouped(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e15, number == number.rounded() else { return "\(number)" }
    var digits = String(Int64(abs(number)))
    var groups: [String] = []
    while digits.count > 3 {
        groups.append(String(digits.suffix(3)))
        digits.removeLast(3)
    }
    groups.append(digits)
    return (number < 0 ? "\u{2212}" : "") + groups.reversed().joined(separator: ",")
}

/// A date as it is written beside a name: `2025-11-27` is "27 Nov 2025", `XXXX-11-27` "27 Nov", `2021/..`
/// "since 2021"; other EDTF as it stands.
func dateText(_ text: String) -> String {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    if ends.count == 2 {
        let (start, end) = (dayText(ends[0]), dayText(ends[1]))
        switch (ends[0], ends[1]) {
        case (_, ".."): return start.map { "since \($0)" } ?? text
        case ("..", _): return end.map { "until \($0)" } ?? text
        default:
            guard let start, let end else { return text }
            return "\(start) \u{2013} \(end)"
        }
    }
    return dayText(text[...]) ?? text
}

private func dayText(_ text: Substring) -> String? {
    var text = text
    var mark = ""
    if let last = text.last, "~?%".contains(last) {
        mark = last == "?" ? "?" : ""
        if last != "?" { mark = "c. " }
        text.removeLast()
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let year = parts.first, year.count == 4, year.allSatisfy({ $0.isNumber || $0 == "X" }) else {
        return nil
    }
    var words: [String] = []
    if parts.count == 3, let day = Int(parts[2]) { words.append("\(day)") }
    if parts.count >= 2 {
        guard let month = Int(parts[1]), (1...12).contains(month) else { return nil }
        words.append(monthNames[month - 1])
    }
    if year != "XXXX" { words.append(String(year)) }
    guard !words.isEmpty else { return nil }
    let date = words.joined(separator: " ")
    return mark == "?" ? date + "?" : mark + date
}

private let monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
]
