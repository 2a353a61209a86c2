/// How alike two words of names are.
enum WordSimilarity {
    /// What is less than this counts for nothing.
    static let least = 0.6

    /// 1 for the same word, 0 for another, in between for spellings that may be of one word.
    ///
    /// Words with the same consonants may differ in one vowel (`Tahrik`, `Tehrik`), or in two where there are four
    /// consonants or more; others in one letter, if they are long enough for Jaro and Winkler's similarity to reach
    /// 0.92 (W. Winkler, *String Comparator Metrics*, 1990). A word from a script without vowels is compared by
    /// consonants.
    static func value(_ a: NameKey.Word, _ b: NameKey.Word) -> Double {
        if a.script == b.script, a.skeleton == b.skeleton { return 1 }
        guard a.script != .verbatim, b.script != .verbatim else { return 0 }
        if hasDigit(a.skeleton) || hasDigit(b.skeleton) { return 0 }
        let bones = Spelling.bones(a.skeleton)
        let areAlike = bones == Spelling.bones(b.skeleton)
        if a.script == .consonantal || b.script == .consonantal {
            guard areAlike else { return 0 }
            return bones.count >= 3 ? 0.93 : bones.count == 2 ? 0.8 : bones.count == 1 ? 0.65 : 0
        }
        if areAlike, let value = valueOfAlike(a.skeleton, b.skeleton, bones: bones.count) { return value }
        guard min(a.skeleton.count, b.skeleton.count) >= 4, distance(a.skeleton, b.skeleton, atMost: 1) == 1
        else {
            return 0
        }
        let jaroWinkler = jaroWinkler(a.skeleton, b.skeleton)
        return jaroWinkler >= 0.92 ? jaroWinkler - 0.03 : 0
    }

    /// Words of the same bones: the fewer letters differ, the better.
    private static func valueOfAlike(_ a: [UInt8], _ b: [UInt8], bones: Int) -> Double? {
        let firsts = (a.first, b.first)
        let hasSameVowelFirst = firsts.0 == firsts.1 && (firsts.0.map(Spelling.isVowel) ?? false)
        let letters = bones + (hasSameVowelFirst ? 1 : 0)
        guard letters >= 3 else { return nil }
        // Consonants that are not the same have cost one already.
        let haveSameConsonants = Spelling.consonants(a) == Spelling.consonants(b)
        switch distance(a, b, atMost: 2) {
        case 1: return haveSameConsonants ? 0.93 : 0.9
        case 2: return letters >= 4 ? 0.8 : nil
        default: return nil
        }
    }

    private static func hasDigit(_ word: [UInt8]) -> Bool { word.contains(where: Spelling.isDigit) }

    /// The number of letters to insert, delete, replace or swap with their neighbour; nil if it is greater than a
    /// bound (optimal string alignment).
    static func distance(_ a: [UInt8], _ b: [UInt8], atMost bound: Int) -> Int? {
        guard abs(a.count - b.count) <= bound else { return nil }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        var row = last
        for i in a.indices {
            row[0] = i + 1
            var least = row[0]
            for j in b.indices {
                var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    cost = min(cost, beforeLast[j - 1] + 1)
                }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > bound + 1 { return nil }
            (beforeLast, last, row) = (last, row, beforeLast)
        }
        return last[b.count] <= bound ? last[b.count] : nil
    }

    /// Jaro and Winkler's similarity, 0 … 1, with a bonus for up to four letters that both begin with.
    static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
        if a == b { return 1 }
        guard !a.isEmpty, !b.isEmpty else { return 0 }
        let reach = max(0, max(a.count, b.count) / 2 - 1)
        var isTaken = [Bool](repeating: false, count: b.count)
        var matchesOfA: [UInt8] = []
        for (i, letter) in a.enumerated() {
            let first = max(0, i - reach)
            let end = min(b.count, i + reach + 1)
            guard first < end, let j = (first..<end).first(where: { !isTaken[$0] && b[$0] == letter }) else {
                continue
            }
            isTaken[j] = true
            matchesOfA.append(letter)
        }
        guard !matchesOfA.isEmpty else { return 0 }
        let matchesOfB = b.indices.lazy.filter { isTaken[$0] }.map { b[$0] }
        let misplaced = zip(matchesOfA, matchesOfB).count { $0 != $1 }
        let matches = Double(matchesOfA.count)
        let jaro =
            (matches / Double(a.count) + matches / Double(b.count) + (matches - Double(misplaced / 2))
                / matches)
            / 3
        let start = zip(a, b).prefix(4).prefix { $0 == $1 }.count
        return jaro + Double(start) * 0.1 * (1 - jaro)
    }
}
