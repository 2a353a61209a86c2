internal import LinkChartModel

/// What the values of a column look like.
struct ColumnProfile {
    var name: String
    /// How many of the rows that were looked at have a value.
    var filled = 0
    /// How often each value occurs, up to a thousand different ones.
    var counts: [String: Int] = [:]
    private var order: [String] = []
    private var numbers = 0
    private var dates = 0
    private var addresses = 0
    private var length = 0

    /// What stands for nothing in many tables.
    static let emptyWords: Set<String> = [
        "NA", "N/A", "n/a", "na", "-", "--", "?", "unknown", "Unknown", "UNKNOWN", "null", "NULL", "None",
        "nan", "NaN",
    ]

    init(name: String) { self.name = name }

    mutating func add(_ text: String) {
        filled += 1
        length += text.count
        if let count = counts[text] {
            counts[text] = count + 1
        } else if counts.count < 1000 {
            counts[text] = 1
            order.append(text)
        }
        if Double(text) != nil || Self.isAmount(text) { numbers += 1 }
        if text.utf8.first.map({ $0 &- 0x30 < 10 }) ?? false, text.contains(where: { "-/.".contains($0) }),
            RecordedDate(normalizing: text).date != nil
        {
            dates += 1
        }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { addresses += 1 }
    }

    /// Whether a text is a number as people write it: with groups of digits, a decimal comma, a currency, a percent sign.
    private static func isAmount(_ text: String) -> Bool {
        var digits = text[...]
        let signs = { (character: Character) in
            character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .currencySymbol }
                || character.isWhitespace || character == "%" || character == "+" || character == "-"
        }
        digits = digits.drop(while: signs)
        for code in ["EUR", "USD", "GBP", "CHF", "RUB", "руб.", "руб"] {
            if digits.hasSuffix(code) { digits = digits.dropLast(code.count) }
            if digits.hasPrefix(code) { digits = digits.dropFirst(code.count) }
        }
        while let last = digits.last, signs(last) { digits = digits.dropLast() }
        digits = digits.drop(while: signs)
        guard let first = digits.utf8.first, first &- 0x30 < 10 else { return false }
        let isOfDigits = digits.allSatisfy { $0.isASCII && $0.isNumber || ".,' \u{A0}\u{202F}".contains($0) }
        // A date has points as well, but not a group of three digits or a fraction at its end alone.
        return isOfDigits && digits.count { $0 == "." } <= 1 || (isOfDigits && digits.contains(","))
    }

    /// The different values, the most frequent first.
    var values: [String] {
        order.enumerated().sorted {
            (-(counts[$0.element] ?? 0), $0.offset) < (-(counts[$1.element] ?? 0), $1.offset)
        }
        .map(\.element)
    }

    private func isMost(_ count: Int) -> Bool { filled > 0 && count * 10 >= filled * 8 }

    var holdsNumbers: Bool { isMost(numbers) }
    /// The words in it that stand for nothing. `NA` among codes of two letters is Namibia.
    var emptyTexts: [String] {
        let codes = counts.keys.count { $0.utf8.count == 2 && $0.utf8.allSatisfy { $0 &- 0x41 < 26 } }
        let areCodes = counts.count > 4 && codes * 10 >= counts.count * 8
        return counts.keys.filter { Self.emptyWords.contains($0) && !(areCodes && $0.utf8.count == 2) }
    }
    /// The values with blanks around them, which are hardly other things than those without.
    var padded: [String] { values.filter { CellValue.trimmed($0) != $0 } }
    /// Whether its values are whole numbers, as identifiers often are.
    var holdsIdentifiers: Bool { holdsNumbers && counts.keys.allSatisfy { Int($0) != nil } }
    /// Whether it says of edges only whether they have a direction, as Gephi's `Type` does.
    var holdsDirections: Bool {
        filled > 0 && counts.keys.allSatisfy { CellValue.directions.contains(foldedKey($0)) }
    }
    var holdsDates: Bool { isMost(dates) }
    var holdsAddresses: Bool { isMost(addresses) }
    var holdsSentences: Bool { filled > 0 && length > 50 * filled }
    /// Whether its values may be names of things.
    var holdsNames: Bool {
        filled > 0 && !holdsNumbers && !holdsDates && !holdsAddresses && !holdsSentences
            && !counts.keys.allSatisfy { Self.emptyWords.contains($0) }
    }
    /// Whether its values come from a short list.
    var isOfFewWords: Bool { holdsNames && counts.count <= max(12, filled / 4) && counts.count <= 60 }

    /// The share of the different values that are countries.
    var shareOfCountries: Double {
        let known = counts.keys.count { Country.named($0) != nil }
        return counts.isEmpty ? 0 : Double(known) / Double(counts.count)
    }

    /// The share of the different values that another column has as well.
    func overlap(_ other: ColumnProfile) -> Double {
        let shared = counts.keys.count { other.counts[$0] != nil }
        return Double(shared) / Double(max(1, min(counts.count, other.counts.count)))
    }
}
