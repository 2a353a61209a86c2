extension QuantifiedNumber {
    /// Reads a number in English, in digits or words, with its qualifier.
    ///
    /// ```swift
    /// try QuantifiedNumber("more than 6,000")      // moreThan 6000
    /// try QuantifiedNumber("tens of thousands")    // 20,000 to 200,000
    /// try QuantifiedNumber("10-15")                // between 10 and 15
    /// try QuantifiedNumber("half a million")       // 500000
    /// ```
    ///
    /// What comes out of ``description`` is read as the same number. Commas are thousands separators and full stops are
    /// decimal points; "1,5" is refused, because it could be either.
    ///
    /// - Parameter text: The phrase and nothing else: a noun after it is not skipped.
    /// - Throws: ``QuantifiedNumberError`` if it is no number, or a range out of order.
    /// - Complexity: O(n) in the length of the text.
    public init(_ text: some StringProtocol) throws(QuantifiedNumberError) {
        guard let tokens = NumberPhrase.tokens(of: String(text)), let phrase = NumberPhrase(tokens[...])
        else {
            throw .unreadable(String(text))
        }
        switch phrase {
        case .qualified(let qualifier, let value): try self.init(qualifier, value)
        case .range(let low, let best, let high): try self.init(low: low, best: best, high: high)
        }
    }
}

/// A number phrase of English.
enum NumberPhrase {
    case qualified(NumberQualifier, Double?)
    case range(low: Double, best: Double?, high: Double)

    /// A piece of a phrase.
    enum Token: Equatable {
        case number(Double)
        case word(String)
        case sign(Character)
    }

    /// Parses a whole phrase; nil if it is none.
    init?(_ tokens: ArraySlice<Token>) {
        if let magnitude = Self.magnitude(tokens) {
            self = magnitude
        } else if let (qualifier, rest) = Self.qualifier(of: tokens), let value = Self.value(rest) {
            // Before ranges: "twenty-five" is a number.
            self = .qualified(qualifier, value)
        } else if let range = Self.range(tokens) {
            self = range
        } else {
            return nil
        }
    }

    // MARK: - Grammar

    /// "hundreds", "tens of thousands", "several hundred", "a few dozen".
    private static func magnitude(_ tokens: ArraySlice<Token>) -> NumberPhrase? {
        let words = tokens.compactMap { token in if case .word(let word) = token { word } else { nil } }
        guard words.count == tokens.count else { return nil }
        let phrase = words.joined(separator: " ")
        let plurals: [String: NumberQualifier] = [
            "tens": .tens, "dozens": .dozens, "hundreds": .hundreds, "thousands": .thousands,
            "tens of thousands": .tensOfThousands, "hundreds of thousands": .hundredsOfThousands,
            "millions": .millions, "a few dozen": .dozens, "a few hundred": .hundreds,
            "a few thousand": .thousands, "a few million": .millions,
        ]
        if let plural = plurals[phrase] { return .qualified(plural, nil) }
        guard words.first == "several" else { return nil }
        if words.count == 1 { return .qualified(.several, nil) }
        guard words.count == 2, let unit = units[words[1]] else { return nil }
        return .qualified(.several, unit)
    }

    /// "between 10 and 15", "from 10 to 15", "10 to 15", "10-15", "14 (between 10 and 20)".
    private static func range(_ tokens: ArraySlice<Token>) -> NumberPhrase? {
        if let open = tokens.firstIndex(of: .sign("(")), tokens.last == .sign(")") {
            guard let best = value(tokens[..<open]),
                case .range(let low, nil, let high)? = range(tokens[(open + 1)...].dropLast())
            else { return nil }
            return .range(low: low, best: best, high: high)
        }
        var rest = tokens
        var separators: [Token] = [.word("to"), .sign("-")]
        if rest.first == .word("between") {
            separators = [.word("and")]
            rest = rest.dropFirst()
        } else if rest.first == .word("from") {
            rest = rest.dropFirst()
        }
        // A dash at the beginning is a minus, and "two hundred and ten" has an "and" of its own: try each.
        for split in rest.indices.dropFirst() where separators.contains(rest[split]) {
            if let low = value(rest[..<split]), let high = value(rest[(split + 1)...]) {
                return .range(low: low, best: nil, high: high)
            }
        }
        return nil
    }

    /// What qualifies the number, and the tokens of the number.
    private static func qualifier(of tokens: ArraySlice<Token>) -> (NumberQualifier, ArraySlice<Token>)? {
        for (words, qualifier) in prefixes where tokens.starts(with: words) {
            return (qualifier, tokens.dropFirst(words.count))
        }
        for (words, qualifier) in suffixes
        where tokens.count > words.count && tokens.suffix(words.count) == words[...] {
            return (qualifier, tokens.dropLast(words.count))
        }
        return (.exactly, tokens)
    }

    private static func phrases(_ table: [(String, NumberQualifier)]) -> [([Token], NumberQualifier)] {
        table.map { (tokens(of: $0.0) ?? [], $0.1) }
    }

    private static let prefixes = phrases([
        ("more than", .moreThan), ("greater than", .moreThan), ("over", .moreThan), ("above", .moreThan),
        ("upwards of", .moreThan), (">=", .atLeast), ("≥", .atLeast), (">", .moreThan),
        ("at least", .atLeast),
        ("no fewer than", .atLeast), ("no less than", .atLeast), ("not less than", .atLeast),
        ("a minimum of", .atLeast),
        ("no more than", .atMost), ("not more than", .atMost), ("at most", .atMost), ("up to", .atMost),
        ("as many as", .atMost), ("a maximum of", .atMost), ("<=", .atMost), ("≤", .atMost),
        ("less than", .lessThan),
        ("fewer than", .lessThan), ("under", .lessThan), ("below", .lessThan), ("<", .lessThan),
        ("nearly", .nearly),
        ("almost", .nearly), ("close to", .nearly), ("just under", .nearly), ("around", .around),
        ("about", .around),
        ("approximately", .around), ("approx.", .around), ("roughly", .around), ("circa", .around),
        ("ca.", .around),
        ("c.", .around), ("some", .around), ("an estimated", .around), ("~", .around), ("≈", .around),
        ("exactly", .exactly),
    ])

    private static let suffixes = phrases([
        ("+", .atLeast), ("or more", .atLeast), ("at least", .atLeast), ("or fewer", .atMost),
        ("or less", .atMost),
        ("or so", .around),
    ])

    // MARK: - Cardinals

    /// The value of a number in digits or words: "13,000", "1.2 million", "two dozen", "a hundred and ten".
    static func value(_ tokens: ArraySlice<Token>) -> Double? {
        var tokens = tokens
        let isNegative = tokens.first == .sign("-")
        if isNegative { tokens = tokens.dropFirst() }
        var total = 0.0
        var group: Double?
        var last = Double.infinity
        for (index, token) in zip(tokens.indices, tokens) {
            switch token {
            case .number(let number):
                guard group == nil, total == 0 else { return nil }
                group = number
            case .word(let word):
                if let unit = units[word] {
                    // "thousand" multiplies the group before it, and each unit is less than the one before.
                    if unit == 100 || unit == 12, let before = group, before < 100 {
                        group = before * unit
                    } else {
                        guard let before = group, unit < last, unit >= 1_000 else { return nil }
                        total += before * unit
                        last = unit
                        group = nil
                    }
                } else if let small = cardinals[word] {
                    // "twenty" takes a digit, "hundred" takes anything below it.
                    let before = group.map { $0.whole ?? 1 }
                    let room = before.map { $0 % 100 == 0 ? 100.0 : 10.0 } ?? 1_000
                    guard before.map({ $0 >= 20 && $0 % 10 == 0 }) ?? true, small < room else { return nil }
                    group = (group ?? 0) + small
                } else if word == "a" || word == "an" || word == "half" {
                    // "a hundred", "half a million".
                    guard index == tokens.startIndex || tokens[index - 1] == .word("half") else { return nil }
                    let following = word == "half" ? index + 2 : index + 1
                    guard following < tokens.endIndex, case .word(let next) = tokens[following],
                        units[next] != nil
                    else {
                        return nil
                    }
                    if word == "half" { guard tokens[index + 1] == .word("a") else { return nil } }
                    group = group ?? (word == "half" ? 0.5 : 1)
                } else if word == "and" {
                    guard index > tokens.startIndex, index + 1 < tokens.endIndex, group != nil || total > 0
                    else {
                        return nil
                    }
                } else {
                    return nil
                }
            case .sign("-"):
                // "twenty-five"
                guard index > tokens.startIndex, case .word(let before) = tokens[index - 1],
                    index + 1 < tokens.endIndex, case .word(let after) = tokens[index + 1],
                    let ten = cardinals[before], ten >= 20, let one = cardinals[after], 1...9 ~= one
                else { return nil }
            case .sign:
                return nil
            }
        }
        guard group != nil || total > 0 else { return nil }
        total += group ?? 0
        return isNegative ? -total : total
    }

    private static let units: [String: Double] = [
        "dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
    ]

    private static let cardinals: [String: Double] = {
        let small = [
            "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve",
            "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ]
        let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
        var cardinals: [String: Double] = [:]
        for (value, name) in small.enumerated() { cardinals[name] = Double(value) }
        for (index, name) in tens.enumerated() { cardinals[name] = Double(20 + index * 10) }
        return cardinals
    }()

    // MARK: - Tokens

    /// Splits a phrase; nil if a number in it is malformed.
    static func tokens(of text: String) -> [Token]? {
        var tokens: [Token] = []
        var rest = text[...]
        while let next = rest.first {
            if next.isWhitespace {
                rest.removeFirst()
            } else if next.isASCII, next.isNumber {
                let written = rest.prefix { $0.isASCII && $0.isNumber || $0 == "," || $0 == "." }
                rest = rest.dropFirst(written.count)
                let exponent = exponent(rest)
                rest = rest.dropFirst(exponent.count)
                guard let number = number(written, exponent) else { return nil }
                tokens.append(.number(number))
            } else if next.isLetter {
                let letters = rest.prefix { $0.isLetter || $0 == "." }
                rest = rest.dropFirst(letters.count)
                tokens.append(.word(foldedKey(letters)))
            } else {
                rest.removeFirst()
                let isDash = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"]
                    .contains(next)
                tokens.append(.sign(isDash ? "-" : next))
            }
        }
        return tokens
    }

    /// The power of ten after a number, as in `1e-05`; empty if there is none.
    private static func exponent(_ text: Substring) -> Substring {
        guard text.first == "e" else { return "" }
        let signs = text.dropFirst().prefix(1).prefix { $0 == "+" || $0 == "-" }.count
        let digits = text.dropFirst(1 + signs).prefix { $0.isASCII && $0.isNumber }.count
        return digits > 0 ? text.prefix(1 + signs + digits) : ""
    }

    /// Digits with commas between thousands and a decimal point.
    private static func number(_ text: Substring, _ exponent: Substring) -> Double? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        guard text.utf8.count <= 40, exponent.utf8.count <= 5 else { return nil }
        if groups.count > 1 {
            guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 }) else {
                return nil
            }
        }
        if parts.count == 2 {
            guard !parts[1].isEmpty, parts[1].allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
        }
        let value = Double(groups.joined() + (parts.count == 2 ? "." + parts[1] : "") + exponent)
        return value.flatMap { $0.isFinite ? $0 : nil }
    }
}
