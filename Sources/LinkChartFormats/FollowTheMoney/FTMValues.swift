internal import LinkChartModel

/// What the types of FollowTheMoney take.
enum FTMValues {
    /// Properties that a node of any origin may have under the same name.
    static let common = [
        "description", "summary", "notes", "position", "profession", "street", "city", "postalCode", "region",
        "date", "startDate", "endDate", "birthDate", "deathDate", "incorporationDate", "publishedAt",
        "latitude",
        "longitude",
    ]

    /// Whether a text is one of a type, as far as it is checked: what codes there are is the model's to say, so that
    /// those are taken that look like one.
    static func accepts(_ text: String, as type: FTMModel.ValueType) -> Bool {
        switch type {
        case .date: isDate(text)
        case .entity: FTMForm.isIdentifier(text)
        case .url: isURL(text)
        case .country:
            text.utf8.count == 2
                ? Country.iso2(text.uppercased()) != nil || ["eu", "xk", "zz"].contains(text) : isCode(text)
        case .language, .topic, .gender: isCode(text)
        case .text, .name, .number, .email, .mimeType, .ip, .checksum, .phone: isLegible(text)
        }
    }

    private static func isCode(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D }
    }

    /// Whether something is left of a text without blanks and control characters.
    private static func isLegible(_ text: String) -> Bool {
        text.contains { $0.isLetter || $0.isNumber || $0.isPunctuation || $0.isSymbol }
    }

    private static func isURL(_ text: String) -> Bool {
        let isScheme = text.hasPrefix("http://") || text.hasPrefix("https://")
        let host = text.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first ?? ""
        return isScheme && host.contains(".") && host.first?.isLetter == true
            && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5B && $0 != 0x5D }
    }

    /// A year, a month, a day or a time, without a zone.
    private static func isDate(_ text: String) -> Bool {
        let day = text.prefix(10)
        let pieces = day.split(separator: "-", omittingEmptySubsequences: false)
        guard [4, 7, 10].contains(day.utf8.count), pieces.count == [4: 1, 7: 2, 10: 3][day.utf8.count] else {
            return false
        }
        let numbers = pieces.compactMap { piece in
            piece.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(piece) : nil
        }
        guard numbers.count == pieces.count, numbers[0] > 999 else { return false }
        let month = numbers.count > 1 ? numbers[1] : 1
        guard Day(year: numbers[0], month: month, day: numbers.count > 2 ? numbers[2] : 1) != nil else {
            return false
        }
        let rest = text.dropFirst(10)
        return rest.isEmpty
            || rest.utf8.count <= 9 && rest.first == "T" && rest.utf8.count != 2
                && rest.dropFirst().utf8.allSatisfy { $0 &- 0x30 < 10 || $0 == 0x3A }
    }
}
