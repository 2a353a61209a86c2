/// The key under which names are compared: without case, accents, spaces and punctuation.
///
/// ```swift
/// foldedKey("warns-about")   // "warnsabout"
/// foldedKey("Ayman al-Ẓawāhirī") == foldedKey("ayman al zawahiri")   // true
/// foldedKey("Őrség") == foldedKey("Orseg")   // true
/// ```
///
/// Letters with accents of the Latin, Greek and Cyrillic scripts lose them, whether the accent is part of the
/// character or follows it; so do letters with strokes (`ø`, `ł`, `đ`), which canonical decomposition would leave
/// alone although people type them without. Case is folded fully (`ß` is `ss`, final sigma is sigma). Full-width
/// letters become ASCII. Letters of all other scripts stay as they are; of Arabic script only the optional vowel
/// signs and the elongation stroke go. The key is compared as Swift compares strings, so canonically equivalent
/// texts have equal keys.
///
/// A text of punctuation alone is its own key, so that `+` and `-` stay two names.
///
/// - Parameter text: A name, identifier or keyword.
/// - Returns: The key; `foldedKey(foldedKey(x)) == foldedKey(x)`.
/// - Complexity: O(n) in the length of the text; ASCII takes a path without Unicode look-ups.
public func foldedKey(_ text: some StringProtocol) -> String {
    var text = String(text)
    let ascii: String?? = text.withUTF8 { bytes in
        var isFolded = true
        for byte in bytes {
            if byte >= 0x80 { return nil }
            isFolded = isFolded && ASCII.folded(byte) == byte
        }
        if isFolded { return .some(nil) }
        return String(unsafeUninitializedCapacity: bytes.count) { key in
            var count = 0
            for byte in bytes {
                let folded = ASCII.folded(byte)
                if folded == 0 { continue }
                key[count] = folded
                count += 1
            }
            return count
        }
    }
    switch ascii {
    case .some(.none): return text
    case .some(.some(let key)): return key.isEmpty ? text : key
    case .none: break
    }

    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        FoldingTable.append(scalar, to: &key)
    }
    return key.isEmpty ? text : String(key)
}

/// What ASCII bytes fold to.
private enum ASCII {
    /// A lower-case letter or digit, or 0 for what a key leaves out.
    @inline(__always)
    static func folded(_ byte: UInt8) -> UInt8 {
        switch byte {
        case 0x61...0x7A, 0x30...0x39: byte
        case 0x41...0x5A: byte | 0x20
        default: 0
        }
    }
}

/// Base letters of accented letters, found once from the names that Unicode gives them.
///
/// The standard library doesn't offer canonical decomposition to its users. The character names say the same and
/// more: `LATIN SMALL LETTER O WITH STROKE` is an O to somebody who looks for it.
private enum FoldingTable {
    /// The blocks that hold accented letters: Latin-1 to Latin Extended-B, Greek to Cyrillic Supplement, and Latin
    /// Extended Additional to Greek Extended.
    private static let ranges: [ClosedRange<UInt32>] = [0x00C0...0x024F, 0x0370...0x052F, 0x1E00...0x1FFF]

    /// The base letters in the order of `ranges`; a letter without accent is its own base.
    private static let bases: [[Unicode.Scalar]] = {
        var plain: [String: Unicode.Scalar] = [:]
        for range in [0x0041...0x007A, 0x0250...0x02AF] + ranges {
            for scalar in range.lazy.compactMap(Unicode.Scalar.init) {
                if let name = scalar.properties.name, !name.contains(" WITH ") { plain[name] = scalar }
            }
        }
        return ranges.map { range in
            range.map { value in
                guard let scalar = Unicode.Scalar(value) else { return "\u{FFFD}" }
                if let base = unnamedAccents[scalar] { return base }
                guard let words = scalar.properties.name?.split(separator: " "),
                    let with = words.firstIndex(of: "WITH"),
                    let base = plain[words[..<with].joined(separator: " ")]
                else { return scalar }
                return unnamedAccents[base] ?? base
            }
        }
    }()

    /// Accented letters whose names don't say that they are: the letters with canonical decompositions that alphabets
    /// count as letters of their own, and ligatures' near relatives.
    private static let unnamedAccents: [Unicode.Scalar: Unicode.Scalar] = [
        "Ё": "Е", "ё": "е", "Ѓ": "Г", "ѓ": "г", "Ї": "І", "ї": "і", "Ќ": "К", "ќ": "к", "Ў": "У", "ў": "у",
        "Й": "И", "й": "и", "ϒ": "Υ", "ϓ": "Υ", "ϔ": "Υ", "Ð": "D", "ð": "d", "ĸ": "k", "ı": "i",
    ]

    /// Letters that people type as two.
    private static let digraphs: [Unicode.Scalar: [Unicode.Scalar]] = [
        "æ": ["a", "e"], "œ": ["o", "e"], "þ": ["t", "h"], "ĳ": ["i", "j"],
    ]

    /// Appends what a scalar contributes to a key: nothing, the scalar itself, or its base letter in lower case.
    static func append(_ scalar: Unicode.Scalar, to key: inout String.UnicodeScalarView) {
        if scalar.value < 0x80 {
            let folded = ASCII.folded(UInt8(truncatingIfNeeded: scalar.value))
            if folded != 0 { key.append(Unicode.Scalar(folded)) }
            return
        }
        if isLeftOut(scalar) { return }
        // Full-width forms of ASCII.
        if case 0xFF01...0xFF5E = scalar.value, let narrow = Unicode.Scalar(scalar.value - 0xFEE0) {
            append(narrow, to: &key)
            return
        }
        let base = base(of: scalar)
        // Lower, upper, lower again: the way there that turns `ẞ` and `ß` into `ss` and final sigma into sigma.
        for lower in base.properties.lowercaseMapping.unicodeScalars {
            for upper in lower.properties.uppercaseMapping.unicodeScalars {
                for folded in upper.properties.lowercaseMapping.unicodeScalars where !isLeftOut(folded) {
                    if let pair = digraphs[folded] {
                        key.append(contentsOf: pair)
                    } else {
                        key.append(self.base(of: folded))
                    }
                }
            }
        }
    }

    private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        for (index, range) in ranges.enumerated() where range.contains(scalar.value) {
            return bases[index][Int(scalar.value - range.lowerBound)]
        }
        return scalar
    }

    private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0300...0x036F, 0x0483...0x0489, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF, 0x20D0...0x20FF,
            0xFE00...0xFE0F,
            0xFE20...0xFE2F:
            // Accents that follow their letter, and variation selectors.
            return true
        case 0x02B0...0x02FF:
            // Spacing modifiers: the ʿ and ʾ of transliterated Arabic.
            return true
        case 0x0640, 0x064B...0x0652, 0x0670:
            // Arabic elongation and vowel signs. Madda and hamza stay: they are parts of letters.
            return true
        default: break
        }
        switch scalar.properties.generalCategory {
        case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
            .initialPunctuation,
            .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol,
            .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format:
            return true
        default:
            return false
        }
    }
}
