public import LinkChartModel

/// Graphs of equally many nodes and links, all equally likely: what density alone explains.
///
/// - Complexity: O(*n* + *m* log *m*).
/// - Source: P. Erdős, A. Rényi, On random graphs I, Publicationes Mathematicae Debrecen 6 (1959),
///   doi:10.5486/PMD.1959.6.3-4.12.
public struct UniformLinks: NullModel, Hashable {
    /// A model without parameters.
    public init() {}

    public var name: String { "uniformLinks" }

    public func sample(
        _ number: Int, of projection: Projection, seed: UInt64, _ execution: Execution
    ) throws(AnalysisError) -> Projection {
        try execution.check()
        let rows = projection.simpleArcs
        let linkCount = projection.isDirected ? rows.arcCount : rows.arcCount / 2
        var random = RandomNumbers(seed: seed, sample: number)
        let pairs = DyadChoice.choose(
            linkCount, of: projection.nodeCount, isDirected: projection.isDirected, &random)
        return projection.replacingLinks(
            from: pairs.map(\.0), to: pairs.map(\.1),
            alteration: "links placed at random, seed \(seed), sample \(number)")
    }
}

extension NullModel where Self == UniformLinks {
    /// Graphs of equally many nodes and links.
    public static var uniformLinks: Self { Self() }
}

/// Graphs of equally many mutual, one-sided and absent pairs, all equally likely: what density and reciprocity alone
/// explain. Without directions it is the same as ``UniformLinks``.
///
/// - Complexity: O(*n* + *m* log *m*).
/// - Source: P. Holland, S. Leinhardt, Local structure in social networks, Sociological Methodology 7 (1976),
///   doi:10.2307/270703.
public struct DyadCensusConditioned: NullModel, Hashable {
    /// A model without parameters.
    public init() {}

    public var name: String { "dyadCensusConditioned" }

    public func sample(
        _ number: Int, of projection: Projection, seed: UInt64, _ execution: Execution
    ) throws(AnalysisError) -> Projection {
        guard projection.isDirected else {
            return try UniformLinks().sample(number, of: projection, seed: seed, execution)
        }
        try execution.check()
        let linked = projection.simpleRows.arcCount / 2
        let mutual = projection.simpleArcs.arcCount - linked
        var random = RandomNumbers(seed: seed, sample: number)
        var pairs = DyadChoice.choose(linked, of: projection.nodeCount, isDirected: false, &random)
        random.shuffle(&pairs)
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        for (place, pair) in pairs.enumerated() {
            let isTurned = place >= mutual && random.below(2) == 1
            sources.append(isTurned ? pair.1 : pair.0)
            targets.append(isTurned ? pair.0 : pair.1)
            guard place < mutual else { continue }
            sources.append(pair.1)
            targets.append(pair.0)
        }
        return projection.replacingLinks(
            from: sources, to: targets,
            alteration: "pairs placed at random, dyad census kept, seed \(seed), sample \(number)")
    }
}

extension NullModel where Self == DyadCensusConditioned {
    /// Graphs of equally many mutual, one-sided and absent pairs.
    public static var dyadCensus: Self { Self() }
}

/// Chooses pairs of different nodes.
enum DyadChoice {
    /// Some of all pairs of different nodes, every choice equally likely, in ascending order.
    ///
    /// - Parameters:
    ///   - wanted: how many; no more than there are.
    ///   - count: how many nodes.
    ///   - isDirected: whether (*a*, *b*) and (*b*, *a*) are two pairs; else the lower number comes first.
    static func choose(
        _ wanted: Int, of count: Int, isDirected: Bool, _ random: inout RandomNumbers
    ) -> [(UInt32, UInt32)] {
        let total = pairCount(count, isDirected: isDirected)
        return random.chooseSparsely(wanted, of: total).map { pair($0, count, isDirected: isDirected) }
    }

    /// How many pairs there are.
    static func pairCount(_ count: Int, isDirected: Bool) -> Int {
        isDirected ? count * max(count - 1, 0) : count * max(count - 1, 0) / 2
    }

    /// The pair of a number, all pairs being counted row by row.
    static func pair(_ number: Int, _ count: Int, isDirected: Bool) -> (UInt32, UInt32) {
        if isDirected {
            let (first, second) = number.quotientAndRemainder(dividingBy: count - 1)
            return (UInt32(first), UInt32(second < first ? second : second + 1))
        }
        // Pairs with a larger number before: second (second - 1) / 2. Rounding is mended.
        var second = Int((0.5 + (0.25 + 2 * Double(number)).squareRoot()).rounded(.down))
        while second * (second - 1) / 2 > number { second -= 1 }
        while second * (second + 1) / 2 <= number { second += 1 }
        return (UInt32(number - second * (second - 1) / 2), UInt32(second))
    }
}

extension RandomNumbers {
    /// Some of the numbers 0 ..< `count`, in ascending order, every choice equally likely; fast also where few are
    /// wanted of very many.
    mutating func chooseSparsely(_ wanted: Int, of count: Int) -> [Int] {
        guard wanted < count / 8 else { return choose(min(wanted, count), of: count) }
        // R. Floyd's sampling (J. Bentley, Programming pearls, CACM 30 (1987), doi:10.1145/30401.315746).
        var chosen: Set<Int> = []
        chosen.reserveCapacity(wanted)
        for last in (count - wanted)..<count {
            let number = below(last + 1)
            chosen.insert(chosen.contains(number) ? last : number)
        }
        return chosen.sorted()
    }
}
