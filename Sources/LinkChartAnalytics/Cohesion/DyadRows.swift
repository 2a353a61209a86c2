internal import LinkChartModel

/// The links of a directed graph, each at one end as in ``DegreeOrderedRows``, with the directions in which its
/// arcs run.
struct DyadRows: Sendable {
    /// Where each row begins, and the end of the last; nodes are numbered hub first.
    let offsets: [Int]
    /// The smaller ends of the links, row by row, ascending.
    let neighbours: [UInt32]
    /// How the node of the row is linked with each: a ``Dyad``.
    let dyads: [UInt8]

    /// - Complexity: linear in nodes and arcs.
    init(of projection: Projection, _ meter: inout WorkMeter) throws(AnalysisError) {
        let successors = projection.hubFirstSuccessors.rows
        let predecessors = projection.hubFirstPredecessors.rows
        let count = projection.nodeCount
        var offsets: [Int] = [0]
        offsets.reserveCapacity(count + 1)
        var neighbours: [UInt32] = []
        var dyads: [UInt8] = []
        neighbours.reserveCapacity(projection.isDirected ? successors.arcCount : successors.arcCount / 2)
        dyads.reserveCapacity(neighbours.capacity)
        for node in 0..<count {
            let own = UInt32(truncatingIfNeeded: node)
            let (forth, back) = (successors.row(node), predecessors.row(node))
            var (arc, other) = (forth.lowerBound, back.lowerBound)
            while true {
                let next = arc < forth.upperBound ? successors.neighbours[arc] : .max
                let nextBack = other < back.upperBound ? predecessors.neighbours[other] : .max
                let neighbour = min(next, nextBack)
                // Rows ascend, so that what follows stands in the others' rows; no node has this number if none.
                guard neighbour < own else { break }
                var dyad: Dyad = []
                if next == neighbour {
                    dyad.insert(.forth)
                    arc += 1
                }
                if nextBack == neighbour {
                    dyad.insert(.back)
                    other += 1
                }
                neighbours.append(neighbour)
                dyads.append(UInt8(dyad.rawValue))
            }
            offsets.append(neighbours.count)
            try meter.advance(by: forth.count &+ back.count &+ 1)
        }
        self.offsets = offsets
        self.neighbours = neighbours
        self.dyads = dyads
    }
}
