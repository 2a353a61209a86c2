import LinkChartModel

/// Compares names of a catalogue.
struct NameComparison {
    let catalogue: NameCatalogue
    /// How alike two words of the vocabulary are.
    let near: NearWords

    private struct Pair {
        var a: Int
        var b: Int
        var value: Double
        var weight: Double
    }

    /// How alike two names are, 0 … 1: the weight of what they share by the weight of all.
    ///
    /// Of names of persons what is missing in one counts half as much, for middle names come and go.
    func similarity(_ a: Int, _ b: Int) -> Double {
        guard catalogue.numberLists[a] == catalogue.numberLists[b] else { return 0 }
        let both = (catalogue.flags[a], catalogue.flags[b])
        let isPersonal = both.0.contains(.personal) && both.1.contains(.personal)
        let weights = isPersonal ? catalogue.personalWeights : catalogue.weights
        let (wordsA, wordsB) = (catalogue.wordRange(a), catalogue.wordRange(b))
        var totals = (total(wordsA, weights), total(wordsB, weights))
        var pairs = self.pairs(wordsA, wordsB, weights)
        pairs.sort { ($0.value * $0.weight, $1.a, $1.b) > ($1.value * $1.weight, $0.a, $0.b) }
        var (freeA, freeB) = (mask(wordsA.count), mask(wordsB.count))
        var (shared, sharedWeight) = (0.0, 0.0)
        var strongest = 0.0
        for pair in pairs where freeA & (1 << pair.a) != 0 && freeB & (1 << pair.b) != 0 {
            freeA &= ~(1 << pair.a)
            freeB &= ~(1 << pair.b)
            // The word that an initial stands for counts half as much more than the initial.
            let (x, y) = (wordsA.lowerBound + pair.a, wordsB.lowerBound + pair.b)
            if catalogue.wordFlags[x].contains(.initial) {
                totals.1 -= (weights[Int(catalogue.words[y])] - pair.weight) / 2
            } else if catalogue.wordFlags[y].contains(.initial) {
                totals.0 -= (weights[Int(catalogue.words[x])] - pair.weight) / 2
            }
            shared += pair.value * pair.weight
            sharedWeight += pair.weight
            strongest = max(strongest, pair.value)
        }
        // Initials and short consonants alone prove nothing.
        guard strongest >= 0.8 || pairs.isEmpty else { return joinedSimilarity(a, b) }
        takeAcronyms(wordsA, &freeA, &totals.0, wordsB, &freeB, &totals.1, weights, &shared, &sharedWeight)
        takeAcronyms(wordsB, &freeB, &totals.1, wordsA, &freeA, &totals.0, weights, &shared, &sharedWeight)
        let all = totals.0 + totals.1
        guard all > 0 else { return 0 }
        var score = isPersonal ? 2 * shared / all : shared / (all - sharedWeight)
        if both.0.contains(.altered) != both.1.contains(.altered) { score *= 0.7 }
        if !isPersonal, hasGeographic(wordsA, freeA), hasGeographic(wordsB, freeB) { score *= 0.6 }
        if isPersonal, wordsA.count == 1, wordsB.count == 1 { score *= 0.85 }
        return max(min(score, 0.97), joinedSimilarity(a, b))
    }

    /// What names can reach at most by their weights: enough to leave most pairs at that.
    func bound(_ a: Int, _ b: Int, _ totals: (Double, Double)) -> Double {
        2 * min(totals.0, totals.1) / (totals.0 + totals.1)
    }

    /// The weight of all words of a name.
    func weight(_ name: Int) -> Double {
        let isPersonal = catalogue.flags[name].contains(.personal)
        return total(catalogue.wordRange(name), isPersonal ? catalogue.personalWeights : catalogue.weights)
    }

    // MARK: - Inside

    private func mask(_ count: Int) -> UInt32 { (1 << UInt32(count)) - 1 }

    private func total(_ words: Range<Int>, _ weights: [Double]) -> Double {
        words.reduce(0) { $0 + weights[Int(catalogue.words[$1])] }
    }

    /// `Boko Haram` and `Bokoharam` are the same without the gap.
    private func joinedSimilarity(_ a: Int, _ b: Int) -> Double {
        catalogue.joinedNumbers[a] == catalogue.joinedNumbers[b] && catalogue.joinedLength(a) >= 5 ? 0.95 : 0
    }

    private func pairs(_ wordsA: Range<Int>, _ wordsB: Range<Int>, _ weights: [Double]) -> [Pair] {
        var pairs: [Pair] = []
        for (i, x) in wordsA.enumerated() {
            for (j, y) in wordsB.enumerated() {
                let (a, b) = (catalogue.words[x], catalogue.words[y])
                var value = a == b ? 1 : near.value(a, b)
                let flags = (catalogue.wordFlags[x], catalogue.wordFlags[y])
                if a != b, flags.0.contains(.initial) || flags.1.contains(.initial) {
                    let initials = (catalogue.wordInitials[x], catalogue.wordInitials[y])
                    value = initials.0 == initials.1 && initials.0 != 0 ? 0.8 : 0
                }
                guard value > 0 else { continue }
                pairs.append(Pair(a: i, b: j, value: value, weight: min(weights[Int(a)], weights[Int(b)])))
            }
        }
        return pairs
    }

    /// Takes capitals of one name that are the initials of words in a row of the other for these words.
    private func takeAcronyms(
        _ wordsA: Range<Int>, _ freeA: inout UInt32, _ totalA: inout Double,
        _ wordsB: Range<Int>, _ freeB: inout UInt32, _ totalB: inout Double,
        _ weights: [Double], _ shared: inout Double, _ sharedWeight: inout Double
    ) {
        for (i, x) in wordsA.enumerated()
        where freeA & (1 << i) != 0 && catalogue.wordFlags[x].contains(.capitals) {
            let letters = catalogue.vocabulary[Int(catalogue.words[x])].skeleton
            let length = letters.count
            guard length >= 2, wordsB.count >= length else { continue }
            for start in 0...(wordsB.count - length) {
                let run = (start..<start + length)
                let fits = run.allSatisfy { j in
                    guard freeB & (1 << j) != 0 else { return false }
                    let initial = [catalogue.wordInitials[wordsB.lowerBound + j]]
                    return Spelling.skeleton(initial) == [letters[j - start]]
                }
                guard fits else { continue }
                let weight = weights[Int(catalogue.words[x])]
                for j in run {
                    totalB -= weights[Int(catalogue.words[wordsB.lowerBound + j])]
                    freeB &= ~(1 << j)
                }
                totalB += weight
                freeA &= ~(1 << i)
                shared += 0.9 * weight
                sharedWeight += weight
                break
            }
        }
    }

    private func hasGeographic(_ words: Range<Int>, _ free: UInt32) -> Bool {
        words.enumerated().contains {
            free & (1 << $0) != 0 && catalogue.isGeographic[Int(catalogue.words[$1])]
        }
    }
}

/// How alike two names are, 0 … 1, each word counting as rare: what a search finds of a graph that knows no others.
///
/// ```swift
/// nameSimilarity("Tehreek-i-Taliban Pakistan", "Tehrik-e-Taliban Pakistan")   // 0.97
/// nameSimilarity("Taliban", "Tehrik-e-Taliban Pakistan")                      // 0.4
/// ```
///
/// - Parameters:
///   - first: a name.
///   - second: another.
///   - isPersonal: whether they are names of persons.
public func nameSimilarity(_ first: String, _ second: String, isPersonal: Bool = false) -> Double {
    if foldedKey(first) == foldedKey(second) { return 1 }
    var catalogue = NameCatalogue()
    // In one order, so that nothing is rounded otherwise the other way round.
    for (number, name) in [min(first, second), max(first, second)].enumerated() {
        catalogue.add(
            NameKey(name, isPersonal: isPersonal), folded: UInt32(number), owner: UInt32(number),
            isPrimary: true,
            isPersonal: isPersonal)
    }
    catalogue.weigh(territories: [], nodes: 2)
    return NameComparison(catalogue: catalogue, near: NearWords(catalogue, isExhaustive: true)).similarity(
        0, 1)
}
