internal import LinkChartModel

/// What a node is called in the picture: its acronym if it has one and the name is long, a shorter alias if
/// the name is very long, else its name. The whole name is in the tooltip.
func shortName(of node: Node) -> String {
    let name = printable(node.name)
    let width = cellWidth(of: name)
    guard width > 16 else { return name }
    let aliases = node.aliases.map(printable)
    if let acronym = aliases.first(where: isAcronym) { return acronym }
    let isText = ["Proposition", "Document", "Pledge", "Proposal"].contains(node.kindName)
    guard width > 34, !isText,
        let alias = aliases.first(where: { !$0.isEmpty && cellWidth(of: $0) <= width - 6 })
    else { return truncated(name, cells: 72) }
    return truncated(name.first?.isUppercase == true ? capitalized(alias) : alias, cells: 72)
}

/// A text that begins with a capital, if its first word is a plain one in lower case.
private func capitalized(_ text: String) -> String {
    guard let first = text.first, text.prefix(while: { $0 != " " }).allSatisfy(\.isLowercase) else {
        return text
    }
    return first.uppercased() + text.dropFirst()
}

/// Whether a text is an acronym, such as TTP.
private func isAcronym(_ text: String) -> Bool {
    (2...6).contains(text.count) && text.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
        && text.contains(where: \.isUppercase)
}

/// A text without control characters, its runs of white space one space each.
func printable(_ text: String) -> String {
    var result = ""
    var isGap = false
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 0...0x20, 0x85, 0xA0, 0x2028, 0x2029, 0x3000: isGap = true
        // Overrides of the writing direction would turn the text around them.
        case 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069: continue
        case _ where !isXMLCharacter(scalar): continue
        default:
            if isGap, !result.isEmpty { result.append(" ") }
            isGap = false
            result.unicodeScalars.append(scalar)
        }
    }
    return result
}

/// Whether XML 1.0 allows the character (production 2), which excludes most control characters and two
/// noncharacters.
func isXMLCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
}
