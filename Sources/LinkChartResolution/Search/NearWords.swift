import LinkChartModel

/// Which words of a vocabulary may be spellings of one another, and how alike they are.
///
/// Words one letter apart share what is left when a letter is taken out of either (the neighbourhood that T. Bocek,
/// E. Hunt and B. Stiller, *Fast Similarity Search in Large Dictionaries*, 2007, search by); words farther apart have
/// the same bones. So each word meets few others, and none that it should meet is missed.
struct NearWords {
    /// Where the near words of each word begin.
    private var starts: [Int]
    private var words: [UInt32]
    private var values: [Double]

    /// The near words of a word, itself left out.
    func near(_ word: UInt32) -> some Sequence<UInt32> { words[starts[Int(word)]..<starts[Int(word) + 1]] }

    /// How alike two words are; 0 if they are not near.
    func value(_ a: UInt32, _ b: UInt32) -> Double {
        for position in starts[Int(a)]..<starts[Int(a) + 1] where words[position] == b {
            return values[position]
        }
        return 0
    }

    /// Finds all pairs of near words.
    ///
    /// - Parameter isExhaustive: whether each is compared with each.
    init(_ catalogue: NameCatalogue, isExhaustive: Bool) {
        let vocabulary = catalogue.vocabulary
        var found: [(UInt64, Double)] = []
        func compare(_ a: UInt32, _ b: UInt32) {
            guard a != b,
                !(catalogue.isGeographic[Int(a)] && catalogue.isGeographic[Int(b)]) || isConsonantal(a, b)
            else { return }
            let value = WordSimilarity.value(vocabulary[Int(a)], vocabulary[Int(b)])
            guard value >= WordSimilarity.least else { return }
            found.append((UInt64(a) << 32 | UInt64(b), value))
            found.append((UInt64(b) << 32 | UInt64(a), value))
        }
        // Two territories are two, however near their names, unless one is written without vowels.
        func isConsonantal(_ a: UInt32, _ b: UInt32) -> Bool {
            vocabulary[Int(a)].script == .consonantal || vocabulary[Int(b)].script == .consonantal
        }
        if isExhaustive {
            for a in vocabulary.indices { for b in 0..<a { compare(UInt32(a), UInt32(b)) } }
        } else {
            Self.compareNeighbours(vocabulary, compare)
            Self.compareBones(vocabulary, compare)
        }
        found.sort { $0.0 < $1.0 }
        words = []
        values = []
        starts = [0]
        starts.reserveCapacity(vocabulary.count + 1)
        var position = 0
        for word in vocabulary.indices {
            while position < found.count, Int(found[position].0 >> 32) == word {
                // The same pair may have been met in two ways.
                if position == 0 || found[position - 1].0 != found[position].0 {
                    words.append(UInt32(truncatingIfNeeded: found[position].0))
                    values.append(found[position].1)
                }
                position += 1
            }
            starts.append(words.count)
        }
    }

    /// Compares words that become the same when a letter is taken out of one or both.
    private static func compareNeighbours(_ vocabulary: [NameKey.Word], _ compare: (UInt32, UInt32) -> Void) {
        var entries: [(hash: UInt64, word: UInt32)] = []
        for (number, word) in vocabulary.enumerated()
        where word.script == .spelled && word.skeleton.count >= 3 {
            entries.append((hash(word.skeleton, without: -1), UInt32(number)))
            for left in word.skeleton.indices {
                // Of a doubled letter it does not matter which is taken.
                if left > 0, word.skeleton[left] == word.skeleton[left - 1] { continue }
                entries.append((hash(word.skeleton, without: left), UInt32(number)))
            }
        }
        entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
        forEachGroup(entries) { compareEach($0, compare) }
    }

    /// Compares words of the same bones: all where one has no vowels, else those that may be two letters apart.
    private static func compareBones(_ vocabulary: [NameKey.Word], _ compare: (UInt32, UInt32) -> Void) {
        let hasConsonantal = vocabulary.contains { $0.script == .consonantal }
        var entries: [(hash: UInt64, word: UInt32)] = []
        for (number, word) in vocabulary.enumerated() where word.script != .verbatim {
            let bones = Spelling.bones(word.skeleton)
            guard bones.count >= 3 || (hasConsonantal && !bones.isEmpty) else { continue }
            entries.append((hash(bones, without: -1), UInt32(number)))
        }
        entries.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
        forEachGroup(entries) { group in
            let consonantal = group.filter { vocabulary[Int($0.word)].script == .consonantal }
            for a in consonantal { for b in group where a.word != b.word { compare(a.word, b.word) } }
            guard let first = group.first, Spelling.bones(vocabulary[Int(first.word)].skeleton).count >= 3
            else {
                return
            }
            compareEach(group, compare)
        }
    }

    /// Of more words than this in a group, each is compared with those next to it only.
    private static let groupLimit = 512

    private typealias Entries = ArraySlice<(hash: UInt64, word: UInt32)>

    private static func compareEach(_ group: Entries, _ compare: (UInt32, UInt32) -> Void) {
        for a in group.indices {
            for b in (a + 1)..<max(a + 1, min(group.endIndex, a + groupLimit)) {
                compare(group[a].word, group[b].word)
            }
        }
    }

    private static func forEachGroup(_ entries: [(hash: UInt64, word: UInt32)], _ body: (Entries) -> Void) {
        var start = 0
        while start < entries.count {
            var end = start + 1
            while end < entries.count, entries[end].hash == entries[start].hash { end += 1 }
            if end - start > 1 { body(entries[start..<end]) }
            start = end
        }
    }

    /// A hash of letters of which one may be left out (FNV-1a).
    private static func hash(_ letters: [UInt8], without left: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for (position, letter) in letters.enumerated() where position != left {
            hash = (hash ^ UInt64(letter)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}
