internal import LinkChartModel

/// What is known of a table before its first row is looked at.
struct TableLayout {
    /// Where it stands in the file; nil for all of it.
    var range: Range<Int>?
    /// Whether it is a sheet of a workbook: commas between fields, texts in quotes, numbers and truth values without.
    var isTyped = false
    /// How many columns it has at least.
    var width = 0

    /// The line `sep=;` with which Excel is told what separates the fields, if a table begins with one.
    static func separatorLine(
        _ file: UnsafeRawBufferPointer, from start: Int
    ) -> (delimiter: UInt8, end: Int)? {
        var line = Array(file[start...].prefix(16).prefix { $0 != 0x0A && $0 != 0x0D })
        var end = start + line.count
        if line.first == 0x22, line.last == 0x22, line.count > 1 { line = Array(line.dropFirst().dropLast()) }
        guard line.count == 5,
            line.prefix(4).elementsEqual("sep=".utf8) || line.prefix(4).elementsEqual("SEP=".utf8)
        else { return nil }
        while end < file.count, file[end] == 0x0A || file[end] == 0x0D { end += 1 }
        return (line[4], end)
    }
}

/// Numbers as much of the world writes them: `1.234,56`.
enum DecimalComma {
    /// The number's text with a point; nil for what is no such number.
    ///
    /// In a table with decimal commas a point stands between groups of three digits.
    static func withPoint(_ text: String) -> String? {
        var digits: [UInt8] = []
        var (group, fraction) = (0, -1)
        var hasGroups = false
        for (position, byte) in text.utf8.enumerated() {
            switch byte {
            case 0x2D, 0x2B:
                guard position == 0 else { return nil }
                if byte == 0x2D { digits.append(byte) }
            case 0x30...0x39:
                digits.append(byte)
                if fraction >= 0 { fraction += 1 } else { group += 1 }
            case 0x2E:
                guard fraction < 0, hasGroups ? group == 3 : (1...3).contains(group) else { return nil }
                hasGroups = true
                group = 0
            case 0x2C:
                guard fraction < 0, hasGroups ? group == 3 : group > 0 else { return nil }
                fraction = 0
                digits.append(0x2E)
            default: return nil
            }
        }
        guard fraction > 0 || (fraction < 0 && hasGroups && group == 3) else { return nil }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The number that a text is; nil for what is no number with a comma.
    static func value(_ text: String) -> AttributeValue? {
        guard let text = withPoint(text) else { return nil }
        return Int64(text).map { .integer($0) } ?? Double(text).map { .number($0) }
    }

    /// Whether a table's numbers are so written: some have a comma that can't stand between groups of digits, and none
    /// has a point that can't.
    static func isUsed(in rows: ArraySlice<[String]>) -> Bool {
        var isUsed = false
        for cell in rows.joined() {
            let parts = cell.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
            guard parts.count == 2, let last = parts.last, !last.isEmpty,
                parts.joined().utf8.allSatisfy({ $0 &- 0x30 < 10 || $0 == 0x2D || $0 == 0x2B })
            else { continue }
            let isGroup = last.count == 3 && (1...3).contains(parts[0].count)
            if cell.contains(".") {
                if !isGroup { return false }
            } else if !isGroup {
                isUsed = true
            }
        }
        return isUsed
    }
}
