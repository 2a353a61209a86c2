internal import LinkChartModel

extension Partition {
    /// How well the partition fits the links: modularity, coverage, and every part's links, border and conductance.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - resolution: finite and not negative; how much the weight that strengths let one expect counts.
    ///   - execution: how to run; the numbers do not depend on it.
    /// - Throws: ``AnalysisError`` if a weight or the resolution is impossible, or it was stopped.
    /// - Complexity: O(*n* + *m*).
    public func quality(
        weights: EdgeWeights = .unit, resolution: Double = 1, execution: Execution = .default
    ) throws(AnalysisError) -> PartitionQuality {
        guard resolution >= 0, resolution < .infinity else {
            throw AnalysisError(
                .badParameter, "a resolution of \(resolution): it must be finite and not negative")
        }
        let values = try weights.checkedValues(for: projection)
        var sums = PartSums(count: count, scale: EdgeWeights.scale(of: values, in: projection))
        try sums.add(self, values, execution)
        return sums.quality(of: self, weights.meaning, resolution: resolution)
    }

    /// The modularity of the partition, without directions; see ``PartitionQuality/modularity``.
    ///
    /// - Parameters:
    ///   - weights: how strong each edge is; other than unit needs a projection that keeps its edges.
    ///   - resolution: finite and not negative; how much the weight that strengths let one expect counts.
    ///   - execution: how to run; the number does not depend on it.
    /// - Throws: ``AnalysisError`` if there are no links, where modularity is undefined, if a weight or the
    ///   resolution is impossible, or it was stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: M. Newman, M. Girvan 2004, doi:10.1103/PhysRevE.69.026113.
    public func modularity(
        weights: EdgeWeights = .unit, resolution: Double = 1, execution: Execution = .default
    ) throws(AnalysisError) -> Double {
        let quality = try quality(weights: weights, resolution: resolution, execution: execution)
        guard let modularity = quality.modularity else {
            throw AnalysisError(.undefined, "the projection has no links, so its modularity is undefined")
        }
        return modularity
    }
}

/// What is summed for every part in one pass over the arcs.
private struct PartSums {
    private struct Sums {
        var internalLinks = 0
        var externalLinks = 0
        var inside = 0.0
        /// Between the part and others.
        var border = 0.0
        /// The weight that leaves its nodes, and the one that reaches them, inside included.
        var leaving = 0.0
        var reaching = 0.0
    }

    private var parts: [Sums]
    private let scale: Double

    init(count: Int, scale: Double) {
        parts = [Sums](repeating: Sums(), count: count)
        self.scale = scale
    }

    mutating func add(
        _ partition: Partition, _ weights: [Double]?, _ execution: Execution
    ) throws(AnalysisError) {
        let rows = partition.projection.outgoing
        let isDirected = partition.projection.isDirected
        var meter = WorkMeter(execution, total: rows.arcCount)
        for node in 0..<rows.nodeCount {
            try meter.advance(by: rows.count(node))
            let own = partition.parts[node]
            for arc in rows.row(node) {
                let neighbour = Int(rows.neighbours[arc])
                // Without directions an edge stands in two rows, a loop in one.
                guard isDirected || neighbour >= node else { continue }
                let weight = weights.map { $0[Int(rows.edges[arc])] * scale } ?? 1
                let other = partition.parts[neighbour]
                parts[own].leaving += weight
                parts[other].reaching += weight
                if own == other {
                    parts[own].internalLinks += 1
                    parts[own].inside += weight
                } else {
                    parts[own].externalLinks += 1
                    parts[own].border += weight
                    parts[other].externalLinks += 1
                    parts[other].border += weight
                }
            }
        }
    }

    func quality(
        of partition: Partition, _ meaning: EdgeWeights.Meaning, resolution: Double
    ) -> PartitionQuality {
        // Sums of the largest numbers there are may be beyond them.
        func unscaled(_ weight: Double) -> Double { min(weight / scale, .greatestFiniteMagnitude) }
        let total = parts.reduce(0) { $0 + $1.leaving }
        let inside = parts.reduce(0) { $0 + $1.inside }
        let crossing = parts.reduce(0) { $0 + $1.border } / 2
        var modularity = 0.0
        var directed = 0.0
        for part in parts where total > 0 {
            let share = (part.leaving + part.reaching) / (2 * total)
            modularity += part.inside / total - resolution * share * share
            directed +=
                part.inside / total - resolution * (part.leaving / total) * (part.reaching / total)
        }
        let isDirected = partition.projection.isDirected
        return PartitionQuality(
            projection: partition.projection, weights: meaning,
            parts: zip(parts, partition.sizes).map { part, size in
                let volume = part.leaving + part.reaching
                let divisor = min(volume, 2 * total - volume)
                return PartitionQuality.Part(
                    size: size, internalLinks: part.internalLinks, externalLinks: part.externalLinks,
                    internalWeight: unscaled(part.inside), externalWeight: unscaled(part.border),
                    conductance: divisor > 0 ? part.border / divisor : nil)
            },
            crossingLinks: parts.reduce(0) { $0 + $1.externalLinks } / 2, crossingWeight: unscaled(crossing),
            coverage: total > 0 ? inside / total : nil, modularity: total > 0 ? modularity : nil,
            directedModularity: total > 0 ? (isDirected ? directed : modularity) : nil,
            resolution: resolution)
    }
}
