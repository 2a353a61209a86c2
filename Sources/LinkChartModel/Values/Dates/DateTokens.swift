/// A piece of a date as sources write it.
enum DateToken: Hashable {
    /// A number with how many digits it was written.
    case number(Int, digits: Int)
    /// A month, 1 to 12, or a season, 21 to 24, by its English name.
    case month(Int)
    /// Any other word, in lower case without accents.
    case word(String)
    /// A sign; a dash with spaces around it and the longer dashes are `–`, any other is `-`.
    case sign(Character)

    /// The number, if it can be a day or a month or a year of two digits.
    var short: Int? {
        if case .number(let value, let digits) = self, digits <= 2 { value } else { nil }
    }

    /// The number, if it is a year of four digits.
    var year: Int? {
        if case .number(let value, 4) = self { value } else { nil }
    }

    var isSeparator: Bool { self == .sign("/") || self == .sign("-") || self == .sign(".") }

    /// Splits a text; nil if a number in it is too long for a date.
    static func tokens(of text: String) -> [DateToken]? {
        var tokens: [DateToken] = []
        var rest = text[...]
        var spaceBefore = false
        while let next = rest.first {
            if next.isWhitespace {
                rest = rest.drop { $0.isWhitespace }
                spaceBefore = true
                continue
            }
            if next.isASCII, next.isNumber {
                let digits = rest.prefix { $0.isASCII && $0.isNumber }
                rest = rest.dropFirst(digits.count)
                guard digits.count <= 14, let value = Int(digits) else { return nil }
                tokens.append(.number(value, digits: digits.count))
            } else if next.isLetter {
                let letters = rest.prefix { $0.isLetter }
                rest = rest.dropFirst(letters.count)
                let word = foldedKey(letters)
                tokens.append(months[word].map(DateToken.month) ?? .word(word))
            } else {
                rest = rest.dropFirst()
                let isDash = dashes.contains(next)
                let isSpaced = spaceBefore && rest.first?.isWhitespace == true
                tokens.append(.sign(isDash ? (isSpaced || next != "-" ? "–" : "-") : next))
            }
            spaceBefore = false
        }
        return tokens
    }

    private static let dashes: Set<Character> = [
        "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}",
    ]

    private static let months: [String: Int] = {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        var months = ["sept": 9, "spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24]
        for (index, name) in names.enumerated() {
            months[name] = index + 1
            months[String(name.prefix(3))] = index + 1
        }
        return months
    }()
}

extension [DateToken] {
    /// The tokens without weekdays, times of day, ordinal endings and words that add nothing.
    var essentials: [DateToken] {
        var kept: [DateToken] = []
        var index = 0
        while index < count {
            if let end = endOfTime(at: index) {
                index = end
                continue
            }
            switch self[index] {
            case .word(let word) where Self.fillers.contains(word):
                // With the full stop of an abbreviation.
                if index + 1 < count, self[index + 1] == .sign(".") { index += 1 }
            case .word("st"), .word("nd"), .word("rd"), .word("th"):
                if kept.last?.short == nil { kept.append(self[index]) }
            case .sign(","):
                break
            case .sign(let sign) where "-./".contains(sign):
                // A separator beside a month's name separates nothing else.
                let next: DateToken? = index + 1 < count ? self[index + 1] : nil
                if case .month = kept.last { break }
                if case .month = next { break }
                kept.append(self[index])
            default:
                kept.append(self[index])
            }
            index += 1
        }
        return kept
    }

    /// The position after a time of day with its zone, if one begins here.
    private func endOfTime(at start: Int) -> Int? {
        var index = start
        func token(_ offset: Int = 0) -> DateToken? { index + offset < count ? self[index + offset] : nil }
        func isNumber(_ token: DateToken?, digits: ClosedRange<Int>) -> Bool {
            if case .number(_, let count)? = token { digits.contains(count) } else { false }
        }
        if token() == .word("t") { index += 1 }
        if index > start, isNumber(token(), digits: 4...6) {
            index += 1
        } else {
            guard isNumber(token(), digits: 1...2), token(1) == .sign(":"), isNumber(token(2), digits: 2...2)
            else {
                return nil
            }
            index += 3
            if token() == .sign(":"), isNumber(token(1), digits: 2...2) { index += 2 }
        }
        if token() == .sign("."), isNumber(token(1), digits: 1...9) { index += 2 }
        while case .word(let word)? = token(),
            ["am", "pm", "z", "utc", "gmt", "hrs", "hours", "local", "time"].contains(word)
        {
            index += 1
        }
        let isOffset = token() == .sign("+") || token() == .sign("-")
        if isOffset, isNumber(token(1), digits: 4...4) {
            index += 2
        } else if isOffset, isNumber(token(1), digits: 2...2) {
            index += 2
            if token() == .sign(":"), isNumber(token(1), digits: 2...2) { index += 2 }
        }
        return index
    }

    private static let fillers: Set<String> = {
        var fillers: Set<String> = ["of", "the", "on", "in", "at", "year", "ad", "ce"]
        for day in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] {
            fillers.insert(day)
            fillers.insert(String(day.prefix(3)))
        }
        return fillers.union(["tues", "thur", "thurs"])
    }()
}
