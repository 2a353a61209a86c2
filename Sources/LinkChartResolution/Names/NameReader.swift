import LinkChartModel

/// Cuts a name into words and tells what each is.
struct NameReader {
    enum Role { case word, particle, title, legalForm }

    struct Part {
        /// Latin letters, lower case; the word itself in other scripts.
        var text: String
        /// The same with marks between letters that are not to be taken together.
        var spelled: String
        var role: Role
        var word: NameKey.Word
    }

    private(set) var parts: [Part] = []
    private(set) var numbers: [String] = []
    private(set) var acronym: String?
    private let isPersonal: Bool
    private var raws: [RawWord] = []

    /// A word as it stands, in Latin letters.
    private struct RawWord {
        var text = ""
        var letters = 0
        var capitals = 0
        var isAbjad = false
        var isVerbatim = false
        /// Whether a dot and nothing else parts it from the next.
        var isDotted = false
    }

    init(isPersonal: Bool) { self.isPersonal = isPersonal }

    mutating func read(_ name: String) {
        cut(name)
        joinDottedLetters()
        readAcronym()
        takeRomanNumeral()
        let areAllCapitals = raws.allSatisfy { $0.capitals == $0.letters }
        for (position, raw) in raws.enumerated() {
            readNumbers(raw.text)
            append(raw, isFirst: position == 0, areAllCapitals: areAllCapitals)
        }
        joinCompounds()
    }

    // MARK: - Cutting

    private mutating func cut(_ name: String) {
        var word = RawWord()
        var lastSyllable = false
        func isLetter(_ scalar: Unicode.Scalar) -> Bool {
            if scalar.value < 0x80 {
                return scalar.properties.isAlphabetic || Spelling.isDigit(UInt8(scalar.value))
            }
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        }
        func end() {
            // The vowel that Devanagari leaves unwritten is not heard at the end of a word.
            if lastSyllable, word.text.count > 2, word.text.hasSuffix("a") { word.text.removeLast() }
            lastSyllable = false
            if !word.text.isEmpty { raws.append(word) }
            word = RawWord()
        }
        let scalars = Array(name.unicodeScalars)
        for (position, scalar) in scalars.enumerated() {
            let next = position + 1 < scalars.count ? scalars[position + 1] : " "
            switch scalar {
            case "a"..."z", "0"..."9":
                word.text.unicodeScalars.append(scalar)
                if scalar >= "a" { word.letters += 1 }
                lastSyllable = false
            case "A"..."Z":
                word.text.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) | 0x20))
                word.letters += 1
                word.capitals += 1
                lastSyllable = false
            case "'", "’", "‘", "`", "´", "ʿ", "ʾ", "ʼ", "ʻ", "\u{AD}", "\u{200B}", "\u{200C}", "\u{200D}":
                break
            case ".":
                let isBetween = isLetter(next)
                end()
                if isBetween, !raws.isEmpty { raws[raws.count - 1].isDotted = true }
            default:
                guard scalar.value >= 0x80 else {
                    end()
                    break
                }
                let isCapital = scalar.properties.isUppercase
                switch Romanisation.letter(scalar) {
                case .latin(let text) where text.isEmpty && !isLetter(scalar): break
                case .latin(let text):
                    word.text += text
                    word.letters += text.isEmpty ? 0 : 1
                    word.capitals += isCapital ? 1 : 0
                    lastSyllable = false
                case .abjad(let text):
                    // A mark between letters, so that two are not taken for one that Latin writes with both.
                    word.text += word.isAbjad ? "'" + text : text
                    word.letters += 1
                    word.isAbjad = true
                case .syllable(let text):
                    word.text += text + "a"
                    word.letters += 1
                    lastSyllable = true
                case .vowelSign(let text):
                    if lastSyllable { word.text.removeLast() }
                    word.text += text
                    lastSyllable = false
                case .unknown:
                    guard isLetter(scalar) else {
                        end()
                        break
                    }
                    word.text += foldedKey(String(Character(scalar)))
                    word.letters += 1
                    word.isVerbatim = true
                }
            }
            // The genitive of English is no part of the name.
            if (scalar == "'" || scalar == "’"), next == "s" || next == "S", word.letters > 1,
                position + 2 >= scalars.count || !isLetter(scalars[position + 2])
            {
                word.isDotted = false
                end()
                raws.append(RawWord())
            }
        }
        end()
        dropGenitives()
    }

    /// Takes out the marks of genitives, with the letter after each.
    private mutating func dropGenitives() {
        guard raws.contains(where: { $0.text.isEmpty }) else { return }
        var kept: [RawWord] = []
        var skipsNext = false
        for raw in raws {
            if raw.text.isEmpty {
                skipsNext = true
            } else if skipsNext {
                skipsNext = false
            } else {
                kept.append(raw)
            }
        }
        raws = kept
    }

    /// `T.T.P.` is one word, `J. K.` are two.
    private mutating func joinDottedLetters() {
        guard raws.contains(where: \.isDotted) else { return }
        var joined: [RawWord] = []
        for raw in raws {
            if raw.letters == 1, raw.capitals == 1, let last = joined.last, last.isDotted,
                last.capitals == last.letters
            {
                joined[joined.count - 1].text += raw.text
                joined[joined.count - 1].letters += 1
                joined[joined.count - 1].capitals += 1
                joined[joined.count - 1].isDotted = raw.isDotted
            } else {
                joined.append(raw)
            }
        }
        raws = joined
    }

    private mutating func readAcronym() {
        guard raws.count == 1, let only = raws.first, (2...6).contains(only.letters), only.capitals >= 2,
            only.capitals * 2 > only.letters, only.text.utf8.count == only.letters,
            only.text.utf8.allSatisfy({ !Spelling.isDigit($0) })
        else { return }
        acronym = only.text
    }

    /// `Elizabeth II` has a number.
    private mutating func takeRomanNumeral() {
        guard raws.count > 1, let last = raws.last, last.capitals == last.letters, !last.text.isEmpty,
            last.text.utf8.allSatisfy({ "ivx".utf8.contains($0) }), last.text != "x"
        else { return }
        var value = 0
        let values = last.text.utf8.map { $0 == UInt8(ascii: "i") ? 1 : $0 == UInt8(ascii: "v") ? 5 : 10 }
        for (position, digit) in values.enumerated() {
            value += position + 1 < values.count && values[position + 1] > digit ? -digit : digit
        }
        numbers.append(String(value))
        raws.removeLast()
    }

    private mutating func readNumbers(_ text: String) {
        for digits in text.utf8.split(whereSeparator: { !Spelling.isDigit($0) }) {
            let number = digits.drop { $0 == 0x30 }
            numbers.append(String(decoding: number.isEmpty ? digits.prefix(1) : number, as: UTF8.self))
        }
    }

    // MARK: - Words

    private mutating func append(_ raw: RawWord, isFirst: Bool, areAllCapitals: Bool) {
        var text = raw.text
        var role = Role.word
        if raw.isVerbatim {
            let word = NameKey.Word(skeleton: Array(text.utf8), script: .verbatim)
            parts.append(Part(text: text, spelled: text, role: .word, word: word))
            return
        }
        var spelled: String?
        if raw.isAbjad {
            var letters = text.split(separator: "'")
            text = letters.joined()
            if text == "al" {
                role = .particle
            } else if letters.count >= 5, letters[0] == "a", letters[1] == "l", text != "allh" {
                letters.removeFirst(2)
                text = letters.joined()
            }
            spelled = letters.joined(separator: "'")
        }
        if NameWords.particles.contains(text), !(isFirst && text.utf8.count == 1) {
            role = .particle
        } else if isPersonal, NameWords.titles.contains(text) {
            role = .title
        } else if !isPersonal || !isFirst, NameWords.legalForms.contains(text) {
            role = .legalForm
        }
        if role == .word, !raw.isAbjad { text = Self.compoundForm(text) }
        parts.append(part(text, spelled: spelled, role: role, isAbjad: raw.isAbjad))
        let last = parts.count - 1
        parts[last].word.isInitial = raw.letters == 1 && text.utf8.count == 1 && role == .word
        parts[last].word.isCapitals =
            !areAllCapitals && raw.capitals == raw.letters && (2...5).contains(raw.letters)
    }

    private func part(_ text: String, spelled: String? = nil, role: Role, isAbjad: Bool) -> Part {
        let spelled = spelled ?? text
        var word = NameKey.Word(
            skeleton: Spelling.skeleton(spelled.utf8, isAbjad: isAbjad),
            script: isAbjad ? .consonantal : .spelled)
        if let first = text.utf8.first, !Spelling.isDigit(first) { word.initial = first }
        return Part(text: text, spelled: spelled, role: role, word: word)
    }

    /// Two words in one.
    private func joined(_ first: Part, with end: String, isAbjad: Bool) -> Part {
        let spelled = isAbjad ? first.spelled + "'" + end : first.text + end
        return part(spelled.filter { $0 != "'" }, spelled: spelled, role: .word, isAbjad: isAbjad)
    }

    // MARK: - Compounds

    /// Servant-of names, `-ullah` and `-uddin` are written as one word or as two or three.
    private mutating func joinCompounds() {
        guard parts.count > 1 else { return }
        var joined: [Part] = []
        var position = 0
        while position < parts.count {
            let current = parts[position]
            var end = position + 1
            // Articles in between belong to it.
            while end < parts.count - 1, parts[end].role == .particle { end += 1 }
            if current.role == .word, current.word.script != .verbatim, end < parts.count {
                let next = parts[end]
                let isAbjad = current.word.script == .consonantal && next.word.script == .consonantal
                let isNear = end == position + 1
                if next.role == .word, Self.servants.contains(current.text), !next.word.isInitial {
                    let servant = part(
                        "abd", spelled: isAbjad ? "a'b'd" : "abd", role: .word, isAbjad: isAbjad)
                    let name = isAbjad ? next.spelled : next.text
                    joined.append(self.joined(servant, with: name, isAbjad: isAbjad))
                    position = end + 1
                    continue
                }
                if Self.faiths.contains(next.text) {
                    joined.append(self.joined(current, with: isAbjad ? "d'n" : "udin", isAbjad: isAbjad))
                    position = end + 1
                    continue
                }
                if isNear, Self.gods.contains(next.text) {
                    joined.append(self.joined(current, with: isAbjad ? "l" : "ulah", isAbjad: isAbjad))
                    position = end + 1
                    continue
                }
            }
            joined.append(current)
            position += 1
        }
        parts = joined
    }

    private static let servants: Set<String> = [
        "abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus", "abdu", "abdoul", "abdool", "abdl",
    ]
    private static let faiths: Set<String> = [
        "din", "deen", "eddin", "eddine", "uddin", "aldin", "eldin", "addin", "dyn", "udin",
    ]
    private static let gods: Set<String> = ["allah", "ullah", "ollah", "allh", "ulla"]

    /// One spelling for what is written as one word: `Abdurrahman` and `Abdulrahman`, `Salaheddine` and `Salahuddin`.
    private static func compoundForm(_ text: String) -> String {
        let bytes = Array(text.utf8)
        if bytes.count >= 7, text.hasPrefix("abd"), "aeou".utf8.contains(bytes[3]) {
            let rest = bytes[4...]
            if bytes[4] == UInt8(ascii: "l"), rest.count >= 4 {
                return "abd" + String(decoding: rest.dropFirst(), as: UTF8.self)
            }
            if bytes[4] == bytes[5] { return "abd" + String(decoding: rest.dropFirst(), as: UTF8.self) }
        }
        for ending in [
            "uddin", "addin", "eddin", "iddin", "oddin", "eddine", "uldin", "aldin", "eldin", "uddeen",
            "udeen",
        ]
        where text.hasSuffix(ending) && bytes.count >= ending.utf8.count + 3 {
            return text.dropLast(ending.count) + "udin"
        }
        return text
    }
}
