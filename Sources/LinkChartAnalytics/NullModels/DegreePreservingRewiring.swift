public import LinkChartModel

/// Graphs in which every node has as many links as in the given one, with directions as many each way: what degrees
/// alone explain.
///
/// A Markov chain exchanges the ends of two links chosen at random, again and again; an exchange that would make a loop
/// or a parallel link is not made, but counts as a step, so that in the long run all graphs of these degrees are equally
/// likely. With directions, it also turns round triangles of three links in a circle now and then, since some graphs
/// cannot be reached by exchanges alone.
///
/// - Complexity: O(*n* + *m* + *s* *m*) for *s* steps a link.
/// - Source: R. Milo et al., On the uniform generation of random graphs with prescribed degree sequences (2003),
///   arXiv:cond-mat/0312028; with directions: A. Rao, R. Jana, S. Bandyopadhyay, A Markov chain Monte Carlo method for
///   generating random (0, 1)-matrices with given marginals, Sankhyā A 58 (1996).
public struct DegreePreservingRewiring: NullModel, Hashable {
    /// How long the chain is: so many steps for each link.
    public var stepsPerLink: Int

    /// Of how many steps, with directions, one tries a triangle, on average. Which do is a matter of chance: else a
    /// graph of two forms that triangles alone join would have the same one after a given number of steps.
    private static let triangleInterval = 8

    /// A model.
    ///
    /// - Parameter stepsPerLink: how long the chain is: so many steps for each link; not negative. Ten mix well in
    ///   practice; very uneven degrees, where most exchanges fail, want more.
    public init(stepsPerLink: Int = 20) { self.stepsPerLink = stepsPerLink }

    public var name: String { "degreePreservingRewiring" }

    public func sample(
        _ number: Int, of projection: Projection, seed: UInt64, _ execution: Execution
    ) throws(AnalysisError) -> Projection {
        guard stepsPerLink >= 0 else {
            throw AnalysisError(
                .badParameter, "\(stepsPerLink) steps a link: the number must not be negative")
        }
        let rows = projection.simpleArcs
        let isDirected = projection.isDirected
        var random = RandomNumbers(seed: seed, sample: number)
        var (sources, targets) = rows.links(isDirected: isDirected)
        let (steps, isTooLong) = sources.count.multipliedReportingOverflow(by: stepsPerLink)
        guard !isTooLong else {
            throw AnalysisError(.badParameter, "\(stepsPerLink) steps for each of \(sources.count) links")
        }
        // A single link has nothing to exchange with.
        if sources.count > 1 {
            try sources.withUnsafeMutableBufferPointer { sources throws(AnalysisError) in
                try targets.withUnsafeMutableBufferPointer { targets throws(AnalysisError) in
                    try rows.withUnsafeRows { rows throws(AnalysisError) in
                        var chain = RewiringChain(sources: sources, targets: targets, rows: rows)
                        var meter = WorkMeter(execution, total: steps)
                        for _ in 0..<steps {
                            if !isDirected {
                                chain.exchange(&random)
                            } else if random.below(Self.triangleInterval) == 0 {
                                chain.turnTriangle(&random)
                            } else {
                                chain.exchangeDirected(&random)
                            }
                            try meter.advance()
                        }
                    }
                }
            }
        }
        execution.progress?(1)
        return projection.replacingLinks(
            from: sources, to: targets,
            alteration: "rewired at random, degrees kept, seed \(seed), sample \(number)")
    }
}

extension NullModel where Self == DegreePreservingRewiring {
    /// Graphs in which every node has as many links as in the given one.
    public static var degreePreserving: Self { Self() }
}

/// The links as they are at a step. The arcs of a node stay in its row, whatever they lead to.
private struct RewiringChain: ~Copyable {
    private let sources: UnsafeMutableBufferPointer<UInt32>
    private let targets: UnsafeMutableBufferPointer<UInt32>
    private let rows: UnsafeRows
    private let linked: PairSet

    /// - Parameter rows: with directions, the arcs of node *v* are the links of the positions in its row.
    init(
        sources: UnsafeMutableBufferPointer<UInt32>, targets: UnsafeMutableBufferPointer<UInt32>,
        rows: UnsafeRows
    ) {
        self.sources = sources
        self.targets = targets
        self.rows = rows
        let isDirected = rows.neighbours.count == sources.count
        linked = PairSet(capacity: sources.count)
        for link in 0..<sources.count {
            linked.insert(
                isDirected
                    ? PairSet.key(from: sources[link], to: targets[link])
                    : PairSet.key(between: sources[link], and: targets[link]))
        }
    }

    /// a - b and c - d become a - d and c - b.
    @inline(__always)
    mutating func exchange(_ random: inout RandomNumbers) {
        let one = random.below(sources.count)
        // Whether a meets one end of the other link or the other.
        let choice = random.below(sources.count &* 2)
        let other = choice >> 1
        let isTurned = choice & 1 == 1
        let (a, b) = (sources[one], targets[one])
        let (c, d) = isTurned ? (targets[other], sources[other]) : (sources[other], targets[other])
        guard one != other && a != d && c != b else { return }
        let (first, second) = (PairSet.key(between: a, and: d), PairSet.key(between: c, and: b))
        guard !linked.contains(first) && !linked.contains(second) else { return }
        linked.remove(PairSet.key(between: a, and: b))
        linked.remove(PairSet.key(between: c, and: d))
        linked.insert(first)
        linked.insert(second)
        targets[one] = d
        sources[other] = c
        targets[other] = b
    }

    /// a → b and c → d become a → d and c → b.
    @inline(__always)
    mutating func exchangeDirected(_ random: inout RandomNumbers) {
        let one = random.below(sources.count)
        let other = random.below(sources.count)
        let (a, b) = (sources[one], targets[one])
        let (c, d) = (sources[other], targets[other])
        guard one != other && a != d && c != b else { return }
        let (first, second) = (PairSet.key(from: a, to: d), PairSet.key(from: c, to: b))
        guard !linked.contains(first) && !linked.contains(second) else { return }
        linked.remove(PairSet.key(from: a, to: b))
        linked.remove(PairSet.key(from: c, to: d))
        linked.insert(first)
        linked.insert(second)
        targets[one] = d
        targets[other] = b
    }

    /// a → b → c → a becomes a → c → b → a. To choose it is as likely as to choose what it becomes: out-degrees, on
    /// which the choice of c depends, are the same.
    @inline(__always)
    mutating func turnTriangle(_ random: inout RandomNumbers) {
        let first = random.below(sources.count)
        let (a, b) = (sources[first], targets[first])
        let row = rows.row(Int(b))
        guard !row.isEmpty else { return }
        let second = row.lowerBound &+ random.below(row.count)
        let c = targets[second]
        guard c != a, linked.contains(PairSet.key(from: c, to: a)),
            !linked.contains(PairSet.key(from: b, to: a)), !linked.contains(PairSet.key(from: c, to: b)),
            !linked.contains(PairSet.key(from: a, to: c))
        else { return }
        var third = rows.row(Int(c)).lowerBound
        while targets[third] != a { third &+= 1 }
        linked.remove(PairSet.key(from: a, to: b))
        linked.remove(PairSet.key(from: b, to: c))
        linked.remove(PairSet.key(from: c, to: a))
        linked.insert(PairSet.key(from: a, to: c))
        linked.insert(PairSet.key(from: c, to: b))
        linked.insert(PairSet.key(from: b, to: a))
        targets[first] = c
        targets[second] = a
        targets[third] = b
    }
}
