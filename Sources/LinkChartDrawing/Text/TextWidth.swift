/// How wide a text is, in half-width cells: 2 for East Asian wide and emoji, 0 for combining marks, else 1.
func cellWidth(of text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + cellWidth(of: $1) }
}

private func cellWidth(of character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    switch first.value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        return 2
    case 0...0x1F, 0x7F...0x9F: return 0
    default: return 1
    }
}

/// Breaks a text into lines of about equal width at spaces (not at narrow ones), and within a word only where that is wider
/// than a line.
///
/// - Parameters:
///   - width: the width aimed at, in cells. Lines are a little wider where that saves a line.
/// - Complexity: linear in the text.
func wrapped(_ text: String, width: Int) -> [String] {
    // Pieces of one word go together without a space.
    var words: [(text: Substring, isContinued: Bool)] = []
    for word in text.split(separator: " ") {
        for (number, piece) in pieces(of: word, width: width + width / 2).enumerated() {
            words.append((piece, number > 0))
        }
    }
    guard !words.isEmpty else { return [] }
    let total = words.reduce(words.count - 1) { $0 + cellWidth(of: $1.text) }
    let count = max(1, (total + width - 1) / width)
    // A line may exceed the even share by half of what a word does on average.
    let widest = words.reduce(0) { max($0, cellWidth(of: $1.text)) }
    let aim = max(widest, (total + count - 1) / count + 2)
    var lines: [String] = []
    var lineWidth = 0
    for word in words {
        let wordWidth = cellWidth(of: word.text)
        let space = word.isContinued ? 0 : 1
        if let last = lines.indices.last, lineWidth + space + wordWidth <= aim {
            lines[last] += (word.isContinued ? "" : " ") + word.text
            lineWidth += space + wordWidth
        } else {
            lines.append(String(word.text))
            lineWidth = wordWidth
        }
    }
    return lines
}

/// A word in pieces of at most `width` cells, broken after hyphens and slashes where it has any.
private func pieces(of word: Substring, width: Int) -> [Substring] {
    if let parts = ideographicPieces(of: word, width: width * 2 / 3) { return parts }
    guard cellWidth(of: word) > width else { return [word] }
    var pieces: [Substring] = []
    var start = word.startIndex
    var lastBreak: Substring.Index?
    var cells = 0
    var index = word.startIndex
    while index < word.endIndex {
        let character = word[index]
        cells += cellWidth(of: character)
        if cells > width, index > start {
            let end = lastBreak ?? index
            pieces.append(word[start..<end])
            start = end
            lastBreak = nil
            cells = cellWidth(of: word[start...index])
        }
        index = word.index(after: index)
        if character == "-" || character == "/" || character == "_" { lastBreak = index }
    }
    if start < word.endIndex { pieces.append(word[start...]) }
    return pieces
}

/// A text cut to a number of cells, with an ellipsis where something is missing.
func truncated(_ text: String, cells: Int) -> String {
    guard cellWidth(of: text) > cells else { return text }
    var kept = ""
    var width = 1
    for character in text {
        width += cellWidth(of: character)
        if width > cells { break }
        kept.append(character)
    }
    return kept + "\u{2026}"
}

/// A word of a script that writes no spaces in pieces of about equal width, or nil if it is none or short enough.
///
/// A line may end after any ideograph or syllable, but none begins with closing punctuation or ends with an opening
/// bracket (UAX #14, classes ID, CL and OP).
private func ideographicPieces(of word: Substring, width: Int) -> [Substring]? {
    let total = cellWidth(of: word)
    guard total > width, word.contains(where: isIdeographic) else { return nil }
    let count = (total + width - 1) / width
    let aim = (total + count - 1) / count
    var pieces: [Substring] = []
    var start = word.startIndex
    var cells = 0
    var index = word.startIndex
    while index < word.endIndex {
        let character = word[index]
        let own = cellWidth(of: character)
        if cells + own > aim, index > start {
            let before = word[word.index(before: index)]
            let mayBreak =
                (isIdeographic(character) || isIdeographic(before)) && !closing.contains(character)
                && !opening.contains(before)
            if mayBreak || cells > 2 * width {
                pieces.append(word[start..<index])
                start = index
                cells = 0
            }
        }
        cells += own
        index = word.index(after: index)
    }
    if start < word.endIndex { pieces.append(word[start...]) }
    return pieces
}

private func isIdeographic(_ character: Character) -> Bool {
    guard let first = character.unicodeScalars.first else { return false }
    switch first.value {
    case 0x2E80...0x2FDF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D,
        0x20000...0x3FFFD:
        return true
    // Thai, Lao, Khmer and Burmese write no spaces either; breaks between their words would take a dictionary.
    default: return false
    }
}

private let closing: Set<Character> = [
    "。", "，", "、", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "ー", "・",
]
private let opening: Set<Character> = ["（", "「", "『", "【", "《", "〈"]
