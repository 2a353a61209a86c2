/// Text as a terminal shows it: how wide it is, and what of it would not be seen.
public enum TerminalText {
    /// How many cells of a terminal the text takes: two for wide East Asian characters and emoji, none for
    /// combining marks.
    ///
    /// The text is taken as it is shown, without control characters: see ``visible(_:)``.
    public static func width(of text: some StringProtocol) -> Int {
        var whole = String(text)
        let length = whole.withUTF8 { bytes in bytes.allSatisfy { $0 < 0x80 } ? bytes.count : nil }
        if let length { return length }
        return text.reduce(0) { $0 + width(of: $1) }
    }

    /// The text with everything made visible that a terminal would act upon or hide: control characters as
    /// their pictures (`␛`), direction marks and other invisible characters as their numbers (`<U+202E>`).
    ///
    /// A name from a file can thus neither move the cursor nor turn round the text that follows it.
    public static func visible(_ text: some StringProtocol) -> String {
        var whole = String(text)
        let isPlain = whole.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 < 0x80 }
        }
        if isPlain { return whole }
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x00...0x1F:
                if let picture = Unicode.Scalar(0x2400 + scalar.value) { shown.append(picture) }
            case 0x7F: shown.append("\u{2421}")
            default:
                if isHidden(scalar) {
                    let digits = String(scalar.value, radix: 16, uppercase: true)
                    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
                    shown.append(contentsOf: "<U+\(padding)\(digits)>".unicodeScalars)
                } else {
                    shown.append(scalar)
                }
            }
        }
        return String(shown)
    }

    /// Whether the text has characters that ``visible(_:)`` would show differently.
    public static func hasHidden(_ text: some StringProtocol) -> Bool {
        var whole = String(text)
        let isPlain = whole.withUTF8 { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        }
        if isPlain { return false }
        return whole.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || isHidden($0) }
    }

    /// C1 controls, marks of direction (the "Trojan Source" trick, CVE-2021-42574), line separators, the byte
    /// order mark and characters without a meaning. Joiners stay: Persian and Hindi need them.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0001:
            true
        case 0..<0x80: false
        default:
            scalar.properties.isNoncharacterCodePoint || scalar.properties.generalCategory == .privateUse
        }
    }

    private static func width(of character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format, .control: continue
            default: width = max(width, isWide(scalar) ? 2 : 1)
            }
            // A picture asked for by the variation selector is wide, whatever the character is by itself.
            if character.unicodeScalars.contains("\u{FE0F}") { width = 2 }
        }
        return width
    }

    /// Wide and full-width characters by Unicode Standard Annex #11 (blocks rather than single characters).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x17000...0x18CFF, 0x1B000...0x1B2FF, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: scalar.properties.isEmojiPresentation
        }
    }
}
