extension FormatTraits {
    static let brat = FormatTraits(
        extensions: ["ann", "a1", "a2"], synonyms: ["standoff"],
        recognises: { head in
            // `T1<tab>Person 0 5<tab>…`: an identifier, and a type before the first blank.
            guard !head.lines.isEmpty else { return false }
            return head.lines.prefix(5).allSatisfy { line in
                let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
                guard fields.count >= 2, let letter = fields[0].first else { return false }
                guard "TREAMN#*".contains(letter), fields[1].contains(where: { $0 == " " || $0 == ":" })
                else { return false }
                return fields[0] == "*" || fields[0].dropFirst().allSatisfy(\.isNumber) && fields[0].count > 1
            }
        },
        allowsEmpty: true, makeReader: { input, _ in BratReader(input) })
}
