/// Finds what somebody meant who wrote a date that isn't EDTF.
enum EDTFSuggestion {
    /// The EDTF of a text in an older notation or as a source would write it; nil if it can't be read surely.
    static func nearest(to text: String) -> String? {
        let modern = modernised(text)
        var parser = EDTFParser(modern)
        if modern != text, let date = try? parser.date() { return date.description }
        let recorded = RecordedDate(normalizing: text)
        guard let date = recorded.date, recorded.remark?.isWarning != true else { return nil }
        return date.description
    }

    /// The text with what the drafts before the standard wrote differently, and with what fingers do.
    private static func modernised(_ text: String) -> String {
        var modern = ""
        for character in text.lowercased() where !character.isWhitespace {
            switch character {
            // The drafts of 2012 had `u` for an unspecified digit.
            case "u", "x": modern.append("X")
            case "y", "e", "s", "t", "z": modern += character.uppercased()
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2212}": modern.append("-")
            default: modern.append(character)
            }
        }
        // And words for the ends of intervals, whose letters the loop has changed like any others.
        for (word, sign) in [("opEn", ".."), ("Xnknown", ""), ("now", ".."), ("prESEnT", "..")] {
            if modern.hasSuffix("/" + word) { modern = modern.dropLast(word.count) + sign }
            if modern.hasPrefix(word + "/") { modern = sign + modern.dropFirst(word.count) }
        }
        return modern
    }
}
