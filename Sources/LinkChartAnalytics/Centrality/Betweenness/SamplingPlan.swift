internal import LinkChartModel

/// When a sample is large enough, so that all estimates are near enough with the probability asked for.
///
/// Each sample counts for a node with its unknown probability *p*. That after *t* samples the share *q* that counted
/// and *p* differ such that *t* D(*q*, *p*) is *L* or more, with D the divergence of Kullback and Leibler, has on either
/// side at most the probability exp(-*L*) (W. Hoeffding 1963, doi:10.1080/01621459.1963.10500830). A first, independent
/// sample tells for which nodes that will be hard, namely those of much betweenness; they get most of the probability
/// to fail, and hardly any is needed by the others: that is the idea of KADABRA. The estimates are looked at a few
/// times, of which each has its part of the probability, so that it is right to stop at any of them.
///
/// M. Borassi, E. Natale, KADABRA is an adaptive algorithm for betweenness via random approximation, ACM Journal of
/// Experimental Algorithmics 24 (2019), doi:10.1145/3284359; L. Pellegrina, F. Vandin, SILVAN: estimating betweenness
/// centralities with progressive sampling and non-uniform Rademacher bounds, ACM TKDD 18 (2023),
/// doi:10.1145/3628601.
struct SamplingPlan {
    /// After how many samples to look first.
    let firstLook: Int
    /// How far off an estimate may be.
    private let radius: Double
    /// Of how many first places the order is to be settled as well; nil for none.
    private let top: Int?
    /// For every node, minus the logarithm of the probability that it may fail on one side.
    private let levels: [Double]

    /// - Parameters:
    ///   - counts: how often each node counted in the first sample.
    ///   - samples: how large that was.
    ///   - radius: how far off an estimate may be.
    ///   - delta: the probability that one of them is further off.
    ///   - top: of how many first places the order is to be settled as well; nil for none.
    init(counts: [Int], of samples: Int, radius: Double, delta: Double, top: Int?) {
        self.radius = radius
        self.top = top
        let radii = Self.radii(counts, of: samples, radius, top)
        let rates = counts.indices.map { node in
            Self.rate(Double(counts[node]) / Double(samples), radius: radii[node])
        }
        // Most nodes count never, and all alike.
        let unseen = counts.count { $0 == 0 }
        let rateOfUnseen = Self.rate(0, radius: radius)
        let seen = counts.indices.filter { counts[$0] > 0 }.map { rates[$0] }
        func failures(after samples: Double) -> Double {
            seen.reduce(Double(unseen) * exponential(-samples * rateOfUnseen)) {
                $0 + exponential(-samples * $1)
            }
        }
        var (low, high) = (0.0, 1.0)
        while failures(after: high) > delta / 4 { high *= 2 }
        for _ in 0..<40 {
            let middle = (low + high) / 2
            if failures(after: middle) > delta / 4 { low = middle } else { high = middle }
        }
        let all = failures(after: high)
        // Each has a little, in case that the first sample was wrong of it.
        let least = 0.1 / Double(counts.count)
        levels = rates.map { rate in
            -logarithm(delta / 2 * (least + (all > 0 ? 0.9 * exponential(-high * rate) / all : 0)))
        }
        firstLook = Int((high * 1.1).rounded(.up))
    }

    /// After how many samples to look next.
    func nextLook(after samples: Int) -> Int { samples + samples / 8 + 1 }

    /// Whether all estimates are near enough.
    ///
    /// - Parameters:
    ///   - counts: how often each node counted.
    ///   - samples: in how many samples.
    ///   - look: the number of this look, from 1.
    func isEnough(_ counts: [Int], of samples: Int, look: Int) -> Bool {
        // 1/2 + 1/6 + 1/12 + ... = 1.
        let extra = logarithm(Double(look) * Double(look + 1))
        func isNear(_ node: Int) -> Bool {
            Double(samples) * Self.rate(Double(counts[node]) / Double(samples), radius: radius)
                >= levels[node] + extra
        }
        guard let top else { return counts.indices.allSatisfy(isNear) }
        let far = counts.indices.filter { !isNear($0) }
        return far.isEmpty || areSettled(far, counts, of: samples, extra, top)
    }

    /// Whether nodes whose estimates may be further off have their places all the same: first ones theirs, others
    /// none among the first.
    private func areSettled(
        _ far: [Int], _ counts: [Int], of samples: Int, _ extra: Double, _ top: Int
    ) -> Bool {
        var intervals = counts.map { count in
            let share = Double(count) / Double(samples)
            return (low: share - radius, high: share + radius)
        }
        for node in far {
            intervals[node] = Self.interval(
                Double(counts[node]) / Double(samples), reach: (levels[node] + extra) / Double(samples))
        }
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        var places = [Int](repeating: 0, count: counts.count)
        for (place, node) in order.enumerated() { places[node] = place }
        // The least that those before have, and the most that those behind have.
        var before = [Double](repeating: .infinity, count: order.count + 1)
        var behind = [Double](repeating: -.infinity, count: order.count + 1)
        for place in order.indices {
            before[place + 1] = min(before[place], intervals[order[place]].low)
        }
        for place in order.indices.reversed() {
            behind[place] = max(behind[place + 1], intervals[order[place]].high)
        }
        return far.allSatisfy { node in
            let (place, interval) = (places[node], intervals[node])
            guard place < top else { return interval.high <= before[min(top, order.count)] }
            return interval.high <= before[place] && interval.low >= behind[place + 1]
        }
    }

    /// How near each estimate has to be to settle what is asked, as far as a first sample tells.
    private static func radii(_ counts: [Int], of samples: Int, _ radius: Double, _ top: Int?) -> [Double] {
        guard let top, top > 0, top < counts.count else {
            return [Double](repeating: radius, count: counts.count)
        }
        let order = counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
        func gap(_ place: Int, _ other: Int) -> Double {
            abs(Double(counts[order[place]] - counts[order[other]])) / Double(samples) / 2
        }
        var radii = [Double](repeating: radius, count: counts.count)
        for (place, node) in order.enumerated() {
            let nearest =
                place < top
                ? min(place > 0 ? gap(place, place - 1) : .infinity, gap(place, place + 1))
                : gap(place, top - 1)
            radii[node] = max(radius, nearest)
        }
        return radii
    }

    /// How fast the probability falls that an estimate is further off than the radius, a sample.
    private static func rate(_ share: Double, radius: Double) -> Double {
        min(divergence(share, share + radius), divergence(share, share - radius))
    }

    /// All probabilities from which the share does not diverge more than this.
    private static func interval(_ share: Double, reach: Double) -> (low: Double, high: Double) {
        func edge(_ outside: Double) -> Double {
            var (inner, outer) = (share, outside)
            for _ in 0..<50 {
                let middle = (inner + outer) / 2
                if divergence(share, middle) <= reach { inner = middle } else { outer = middle }
            }
            return outer
        }
        return (edge(0), edge(1))
    }

    /// The divergence of Kullback and Leibler between two coins; infinite where the second can't yield the first.
    private static func divergence(_ share: Double, _ other: Double) -> Double {
        guard other > 0 || share == 0 && other == 0, other < 1 || share == 1 && other == 1 else {
            return .infinity
        }
        let one = share > 0 ? share * logarithm(share / other) : 0
        let two = share < 1 ? (1 - share) * logarithm((1 - share) / (1 - other)) : 0
        return max(one + two, 0)
    }
}
