#if canImport(Glibc)
    private import Glibc
#elseif canImport(Musl)
    private import Musl
#elseif canImport(Darwin)
    private import Darwin
#endif

extension BruteForce {
    /// The neighbours of every node in the underlying simple graph: no directions, no loops.
    public var neighbourSets: [Set<Int>] {
        var sets = [Set<Int>](repeating: [], count: graph.nodeCount)
        for link in graph.links where link.from != link.to {
            sets[link.from].insert(link.to)
            sets[link.to].insert(link.from)
        }
        return sets
    }

    /// A measure of pairs by their neighbours, as NetworkX names it: `commonNeighbours`, `jaccardCoefficient`,
    /// `adamicAdarIndex`, `resourceAllocationIndex`, `preferentialAttachment`; or `hubPromotedIndex`.
    ///
    /// - Precondition: the measure has one of these names.
    public func similarity(_ measure: String, _ one: Int, _ other: Int) -> Double {
        let sets = neighbourSets
        let shared = sets[one].intersection(sets[other]).sorted()
        switch measure {
        case "commonNeighbours": return Double(shared.count)
        case "jaccardCoefficient":
            let union = sets[one].union(sets[other])
            return union.isEmpty ? 0 : Double(shared.count) / Double(union.count)
        case "adamicAdarIndex":
            return shared.reduce(0) { $0 + (sets[$1].count > 1 ? 1 / log(Double(sets[$1].count)) : 0) }
        case "resourceAllocationIndex":
            return shared.reduce(0) { $0 + (sets[$1].count > 1 ? 1 / Double(sets[$1].count) : 0) }
        case "hubPromotedIndex":
            return Double(shared.count) / Double(max(min(sets[one].count, sets[other].count), 1))
        case "preferentialAttachment": return Double(sets[one].count * sets[other].count)
        default: preconditionFailure("no measure of pairs is called \(measure)")
        }
    }

    /// The pairs that are not linked and share a neighbour, the lower number first.
    public var pairsAtDistanceTwo: [(Int, Int)] {
        let sets = neighbourSets
        return sets.indices.flatMap { one in
            sets.indices.filter { other in
                other > one && !sets[one].contains(other) && !sets[one].isDisjoint(with: sets[other])
            }.map { (one, $0) }
        }
    }

    /// SimRank of all pairs by iterating its definition, with 1 / (n m) of the sum over all pairs of predecessors.
    public func simRank(decay: Double, iterations: Int) -> [[Double]] {
        let linked = isLinked
        let count = graph.nodeCount
        let before = (0..<count).map { node in (0..<count).filter { linked[$0][node] } }
        var scores = (0..<count).map { one in (0..<count).map { $0 == one ? 1.0 : 0 } }
        for _ in 0..<iterations {
            let old = scores
            for one in 0..<count {
                for other in 0..<count where other != one {
                    let pairs = before[one].count * before[other].count
                    guard pairs > 0 else { continue }
                    var sum = 0.0
                    for a in before[one] { for b in before[other] { sum += old[a][b] } }
                    scores[one][other] = decay * sum / Double(pairs)
                }
            }
        }
        return scores
    }

    /// The correlation of this graph's adjacency matrix with another's after node *v* has taken place `places[v]` in
    /// it, over ordered pairs of different nodes; NaN if there is none.
    public func correlation(with other: PlainGraph, _ places: [Int]) -> Double {
        let (mine, theirs) = (arcCounts, BruteForce(other).arcCounts)
        var values: [(Double, Double)] = []
        for from in mine.indices {
            for to in mine.indices where to != from {
                values.append((Double(mine[from][to]), Double(theirs[places[from]][places[to]])))
            }
        }
        // Means of equal numbers are rounded, and would leave a variance.
        guard Set(values.map(\.0)).count > 1, Set(values.map(\.1)).count > 1 else { return .nan }
        let count = Double(values.count)
        let means = values.reduce((0.0, 0.0)) { ($0.0 + $1.0 / count, $0.1 + $1.1 / count) }
        var (both, first, second) = (0.0, 0.0, 0.0)
        for value in values {
            both += (value.0 - means.0) * (value.1 - means.1)
            first += (value.0 - means.0) * (value.0 - means.0)
            second += (value.1 - means.1) * (value.1 - means.1)
        }
        return both / (first * second).squareRoot()
    }
}
