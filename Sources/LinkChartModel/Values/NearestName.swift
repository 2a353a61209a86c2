/// The candidate that a name most likely was meant to be, for "did you mean" in a diagnostic.
///
/// See ``nearestNames(to:in:limit:)`` for what counts as near.
///
/// - Parameters:
///   - name: What was written.
///   - candidates: What could have been written.
/// - Returns: The nearest candidate, or nil if none is near.
/// - Complexity: O(c · n · m) for c candidates of m letters and a name of n.
public func nearestName(
    to name: some StringProtocol, in candidates: some Sequence<String>
) -> String? {
    nearestNames(to: name, in: candidates, limit: 1).first
}

/// The candidates nearest to a name, best first.
///
/// Both sides are compared by ``foldedKey(_:)``. A candidate is near if at most a third of the longer one's letters
/// (at least one, never all) must be inserted, deleted, replaced or swapped with their neighbour: the
/// Damerau-Levenshtein distance in its optimal string alignment form (L. Boytsov, ACM J. Exp. Algorithmics 16, 2011,
/// doi:10.1145/1963190.1963191). Failing that, a candidate that contains the name, or is contained in it, comes after
/// all of those, if what they share has four letters or more. Equals are ordered by the length of the common
/// beginning, then as given.
///
/// - Parameters:
///   - name: What was written.
///   - candidates: What could have been written.
///   - limit: How many to return at most.
/// - Complexity: O(c · n · m) for c candidates of m letters and a name of n.
public func nearestNames(
    to name: some StringProtocol, in candidates: some Sequence<String>, limit: Int
) -> [String] {
    guard limit > 0 else { return [] }
    let wanted = Array(foldedKey(name).unicodeScalars)
    guard !wanted.isEmpty else { return [] }
    var table = AlignmentTable()
    var found: [NearName] = []
    for (position, candidate) in candidates.enumerated() {
        let key = Array(foldedKey(candidate).unicodeScalars)
        guard !key.isEmpty else { continue }
        let threshold = max(1, max(wanted.count, key.count) / 3)
        let tier: Int
        let cost: Int
        if let distance = table.distance(from: wanted, to: key, atMost: threshold), distance < key.count {
            (tier, cost) = (0, distance)
        } else if key.contains(subsequence: wanted) || wanted.contains(subsequence: key) {
            // The farther the more one of them says that the other doesn't.
            (tier, cost) = (1, abs(key.count - wanted.count))
        } else {
            continue
        }
        let near = NearName(
            name: candidate, tier: tier, cost: cost, sharedStart: zip(wanted, key).prefix { $0 == $1 }.count,
            position: position)
        let index = found.firstIndex { near.isNearer(than: $0) } ?? found.endIndex
        if index < limit {
            found.insert(near, at: index)
            if found.count > limit { found.removeLast() }
        }
    }
    return found.map(\.name)
}

private struct NearName {
    let name: String
    /// 0 for a name within the threshold of edits, 1 for a part or a whole.
    let tier: Int
    let cost: Int
    let sharedStart: Int
    let position: Int

    func isNearer(than other: NearName) -> Bool {
        (tier, cost, -sharedStart, position) < (other.tier, other.cost, -other.sharedStart, other.position)
    }
}

extension [Unicode.Scalar] {
    fileprivate func contains(subsequence part: [Unicode.Scalar]) -> Bool {
        guard part.count >= 4, part.count <= count else { return false }
        return (0...(count - part.count)).contains { self[$0..<($0 + part.count)].elementsEqual(part) }
    }
}

/// Three rows of the dynamic programming table, kept so that a search over many candidates allocates once.
struct AlignmentTable {
    private var beforeLast: [Int] = []
    private var last: [Int] = []
    private var current: [Int] = []

    /// The number of edits between two texts, or nil if it exceeds a bound.
    ///
    /// - Complexity: O(n · m), less where the bound cuts rows short.
    mutating func distance(
        from source: [Unicode.Scalar], to target: [Unicode.Scalar], atMost bound: Int
    ) -> Int? {
        guard abs(source.count - target.count) <= bound else { return nil }
        let width = target.count + 1
        beforeLast = Array(repeating: 0, count: width)
        last = Array(0..<width)
        current = Array(repeating: 0, count: width)
        for row in source.indices {
            current[0] = row + 1
            var least = current[0]
            for column in target.indices {
                let isEqual = source[row] == target[column]
                var cost = min(last[column] + (isEqual ? 0 : 1), last[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, source[row] == target[column - 1], source[row - 1] == target[column] {
                    cost = min(cost, beforeLast[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            // A swap reaches back two rows, so only two rows in excess prove that no later one comes below.
            if least > bound, last.min() ?? 0 > bound { return nil }
            (beforeLast, last, current) = (last, current, beforeLast)
        }
        return last[target.count] <= bound ? last[target.count] : nil
    }
}
