internal import LinkChartModel

/// The arcs along which shortest paths run: between two nodes the cheapest one, no loops.
struct DistinctArcs: Sendable {
    /// Every neighbour once, in ascending order.
    let rows: CompressedRows
    /// The cost of each arc in the order of the rows; nil if each costs the same.
    let costs: [Double]?
    /// Whether an arc costs nothing.
    let hasFreeArcs: Bool
    /// Costs as near as this, relative to the smaller one, are equal.
    let tolerance: Double
    /// The costs of the projection's own arcs, in the unit of `costs`.
    private let allCosts: [Double]?

    /// All arcs cost the same.
    ///
    /// - Parameter rows: every neighbour once, in ascending order, no loops.
    init(distinct rows: CompressedRows) {
        self.rows = rows
        costs = nil
        allCosts = nil
        hasFreeArcs = false
        tolerance = 0
    }

    /// - Throws: ``AnalysisError`` if the projection does not keep its edges, or an edge has no cost that can be.
    init(_ projection: Projection, _ costs: EdgeCosts?) throws(AnalysisError) {
        guard let costs else {
            self.init(
                distinct: CompressedRows(
                    mergingSorted: projection.outgoing.sorted(), and: nil, keepingLoops: false))
            return
        }
        guard projection.keepsEdges else {
            throw AnalysisError(
                .badParameter, "costs are those of edges, and this projection does not keep its own",
                suggestion: "project the graph with keepingEdges: true")
        }
        let values = try projection.arcCosts(costs).outgoing
        let all =
            costs.meaning == .confidence
            ? CommensurableCosts(
                confidences: projection.outgoing.edges.map { costs.confidences[Int($0)] },
                nodeCount: projection.nodeCount)
            : CommensurableCosts(values, nodeCount: projection.nodeCount)
        self.init(projection.outgoing, all)
    }

    private init(_ rows: CompressedRows, _ all: CommensurableCosts) {
        var offsets = [0]
        var neighbours: [UInt32] = []
        var costs: [Double] = []
        offsets.reserveCapacity(rows.nodeCount + 1)
        neighbours.reserveCapacity(rows.arcCount)
        costs.reserveCapacity(rows.arcCount)
        for node in 0..<rows.nodeCount {
            let first = neighbours.count
            for arc in rows.row(node).sorted(by: { rows.neighbours[$0] < rows.neighbours[$1] }) {
                let neighbour = rows.neighbours[arc]
                guard Int(neighbour) != node, all.values[arc] < .infinity else { continue }
                if neighbours.count > first, neighbours[neighbours.count - 1] == neighbour {
                    costs[costs.count - 1] = min(costs[costs.count - 1], all.values[arc])
                } else {
                    neighbours.append(neighbour)
                    costs.append(all.values[arc])
                }
            }
            offsets.append(neighbours.count)
        }
        self.rows = CompressedRows(offsets: offsets, neighbours: neighbours)
        self.costs = costs
        allCosts = all.values
        hasFreeArcs = costs.contains(0)
        tolerance = all.tolerance
    }

    /// For every arc of the projection the arc here that it is, as long as it is as cheap as that one; -1 for loops
    /// and dearer ones.
    func positions(of projection: Projection) -> [Int] {
        let theirs = projection.outgoing
        var positions = [Int](repeating: -1, count: theirs.arcCount)
        for node in 0..<rows.nodeCount {
            let row = rows.row(node)
            for arc in theirs.row(node) {
                let neighbour = theirs.neighbours[arc]
                var (low, high) = (row.lowerBound, row.upperBound)
                while low < high {
                    let middle = (low + high) / 2
                    if rows.neighbours[middle] < neighbour { low = middle + 1 } else { high = middle }
                }
                guard low < row.upperBound, rows.neighbours[low] == neighbour else { continue }
                if let costs, let allCosts, allCosts[arc] > costs[low] * (1 + tolerance) { continue }
                positions[arc] = low
            }
        }
        return positions
    }
}
