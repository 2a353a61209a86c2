import LinkChartAnalytics
import LinkChartModel

extension CandidateSearch {
    /// Finds names that may be two spellings of one.
    ///
    /// Two names can only reach the least score if they share one of the words that make up most of the weight of
    /// either, so only these are looked up (prefix filtering: S. Chaudhuri, V. Ganti and R. Kaushik, *A Primitive
    /// Operator for Similarity Joins in Data Cleaning*, 2006). A word of more names than the block limit is looked up
    /// together with a second word.
    mutating func findSimilarNames() throws(AnalysisError) {
        guard catalogue.count > 1 else { return }
        let near = NearWords(catalogue, isExhaustive: options.isExhaustive)
        try report(0.3)
        let comparison = NameComparison(catalogue: catalogue, near: near)
        let weights = (0..<catalogue.count).map { comparison.weight($0) }
        findJoinedNames()
        if options.isExhaustive {
            for a in 0..<catalogue.count {
                for b in 0..<a { compare(b, a, comparison, weights) }
            }
            return
        }
        let postings = Postings(catalogue)
        let prefixes = PrefixWords(catalogue, minimumScore: options.minimumScore)
        var pairPostings: [UInt64: [UInt32]] = [:]
        var heavy = [Bool](repeating: false, count: catalogue.vocabulary.count)
        for word in heavy.indices { heavy[word] = postings.count(UInt32(word)) > options.blockLimit }
        var isHeavyName = [Bool](repeating: false, count: catalogue.count)
        for name in 0..<catalogue.count where prefixes.words(of: name).contains(where: { heavy[Int($0)] }) {
            isHeavyName[name] = true
            forEachPairOfWords(name, heavy) { pairPostings[$0, default: []].append(UInt32(name)) }
        }
        cappedBlocks += pairPostings.values.count { $0.count > options.blockLimit }
        var lastSeen = [UInt32](repeating: .max, count: catalogue.count)
        func meet(_ a: Int, _ names: some Sequence<UInt32>, _ search: inout CandidateSearch) {
            // Whoever has an initial looks for the others: they do not look for what it stands for.
            let isAsking = prefixes.isAsking[a]
            for other in names where (other > a || isAsking && other < a) && lastSeen[Int(other)] != a {
                lastSeen[Int(other)] = UInt32(a)
                search.compare(a, Int(other), comparison, weights)
            }
        }
        for a in 0..<catalogue.count {
            if a & 0xFFF == 0 { try report(0.4 + 0.6 * Double(a) / Double(catalogue.count)) }
            for word in prefixes.words(of: a) {
                if !heavy[Int(word)] { meet(a, postings.names(word), &self) }
                for other in near.near(word) where !heavy[Int(other)] {
                    meet(a, postings.names(other), &self)
                }
            }
            guard isHeavyName[a] else { continue }
            forEachPairOfWords(a, heavy) { key in
                guard let names = pairPostings[key], names.count <= options.blockLimit else { return }
                meet(a, names, &self)
            }
        }
    }

    /// Calls `body` with each pair of words of a name of which one is common.
    private func forEachPairOfWords(_ name: Int, _ heavy: [Bool], _ body: (UInt64) -> Void) {
        let words = catalogue.words[catalogue.wordRange(name)]
        for (position, a) in words.enumerated() {
            for b in words.prefix(position) where a != b && (heavy[Int(a)] || heavy[Int(b)]) {
                body(UInt64(min(a, b)) << 32 | UInt64(max(a, b)))
            }
        }
    }

    private mutating func compare(_ a: Int, _ b: Int, _ comparison: NameComparison, _ weights: [Double]) {
        let owners = (catalogue.owners[a], catalogue.owners[b])
        guard owners.0 != owners.1, catalogue.numberLists[a] == catalogue.numberLists[b],
            catalogue.foldedNumbers[a] != catalogue.foldedNumbers[b]
        else { return }
        let kinds = (
            graph.kind(of: NodeIndex(rawValue: owners.0)), graph.kind(of: NodeIndex(rawValue: owners.1))
        )
        guard agreement.factor(kinds.0, kinds.1) > 0 else { return }
        comparisons += 1
        let score = comparison.similarity(a, b)
        if score >= options.minimumScore { note(owners.0, owners.1, .similarName, score) }
    }

    /// Names that are the same but for the gaps between their words.
    private mutating func findJoinedNames() {
        var namesOf = [[UInt32]](repeating: [], count: catalogue.joinedCount)
        for name in 0..<catalogue.count where catalogue.joinedLength(name) >= 5 {
            namesOf[Int(catalogue.joinedNumbers[name])].append(UInt32(name))
        }
        for names in namesOf where names.count > 1 {
            forEachPair(names) { search, a, b in
                let (a, b) = (Int(a), Int(b))
                let catalogue = search.catalogue
                guard catalogue.numberLists[a] == catalogue.numberLists[b],
                    catalogue.foldedNumbers[a] != catalogue.foldedNumbers[b]
                else { return }
                search.note(catalogue.owners[a], catalogue.owners[b], .similarName, 0.95)
            }
        }
    }
}

/// The names that each word occurs in.
private struct Postings {
    private var starts: [Int]
    private var entries: [UInt32]

    init(_ catalogue: NameCatalogue) {
        starts = [Int](repeating: 0, count: catalogue.vocabulary.count + 1)
        for word in catalogue.words { starts[Int(word) + 1] += 1 }
        for word in catalogue.vocabulary.indices { starts[word + 1] += starts[word] }
        entries = [UInt32](repeating: 0, count: catalogue.words.count)
        var next = starts
        for name in 0..<catalogue.count {
            for word in catalogue.words[catalogue.wordRange(name)] {
                entries[next[Int(word)]] = UInt32(name)
                next[Int(word)] += 1
            }
        }
    }

    func count(_ word: UInt32) -> Int { starts[Int(word) + 1] - starts[Int(word)] }
    func names(_ word: UInt32) -> ArraySlice<UInt32> { entries[starts[Int(word)]..<starts[Int(word) + 1]] }
}

/// The heaviest words of each name, without one of which no name reaches the least score with it.
private struct PrefixWords {
    private var starts: [Int] = [0]
    private var entries: [UInt32] = []
    /// Whether a name has an initial, and so all of its words here.
    private(set) var isAsking: [Bool] = []

    init(_ catalogue: NameCatalogue, minimumScore: Double) {
        // 2 m / (A + B) >= s and m <= B give m >= s / (2 - s) A.
        let share = minimumScore / (2 - minimumScore)
        for name in 0..<catalogue.count {
            let words = catalogue.words[catalogue.wordRange(name)]
            // An initial is like a word that it shares no list with: the other words must do.
            isAsking.append(catalogue.wordFlags[catalogue.wordRange(name)].contains { $0.contains(.initial) })
            if isAsking[name] {
                entries += words
                starts.append(entries.count)
                continue
            }
            var taken = Self.heaviest(words, catalogue.weights, share)
            if catalogue.flags[name].contains(.personal) {
                for word in Self.heaviest(words, catalogue.personalWeights, share) where !taken.contains(word)
                {
                    taken.append(word)
                }
            }
            entries += taken
            starts.append(entries.count)
        }
    }

    private static func heaviest(_ words: ArraySlice<UInt32>, _ weights: [Double], _ share: Double)
        -> [UInt32]
    {
        let sorted = words.sorted { (weights[Int($1)], $0) < (weights[Int($0)], $1) }
        let total = sorted.reduce(0) { $0 + weights[Int($1)] }
        var rest = total
        var taken: [UInt32] = []
        for word in sorted where rest >= share * total - 1e-9 {
            if !taken.contains(word) { taken.append(word) }
            rest -= weights[Int(word)]
        }
        return taken
    }

    func words(of name: Int) -> ArraySlice<UInt32> { entries[starts[name]..<starts[name + 1]] }
}
