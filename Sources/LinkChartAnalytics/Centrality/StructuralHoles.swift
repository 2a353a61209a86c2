internal import LinkChartModel

/// How much every node is held by its contacts, and how many of them are not redundant: what Burt's measures of
/// structural holes are made of. One pass over all triangles yields both.
struct StructuralHoles: Sendable {
    /// By node of the projection; not a number where a node has no contacts.
    let constraint: [Double]
    /// By node of the projection; not a number where a node has no contacts.
    let effectiveSize: [Double]

    /// How many nodes, and how many arcs, are one piece of work at most.
    private static let nodesAtOnce = 512
    private static let arcsAtOnce = 1 << 14

    init(_ projection: Projection, _ execution: Execution) throws(AnalysisError) {
        let ties = TieStrengths(projection)
        let count = ties.rows.nodeCount
        var starts = [0]
        for node in 0..<count {
            let first = starts[starts.count - 1]
            if node - first >= Self.nodesAtOnce
                || ties.rows.offsets[node] - ties.rows.offsets[first] >= Self.arcsAtOnce
            {
                starts.append(node)
            }
        }
        starts.append(count)
        var constraint = [Double](repeating: .nan, count: count)
        var effectiveSize = constraint
        try ties.rows.withUnsafeRows { rows throws(AnalysisError) in
            try constraint.withUnsafeMutableBufferPointer { constraint throws(AnalysisError) in
                try effectiveSize.withUnsafeMutableBufferPointer { effectiveSize throws(AnalysisError) in
                    try WorkQueue.run(blocks: starts.count - 1, execution) { queue in
                        var ego = Ego(capacity: count)
                        while let piece = queue.take() {
                            for node in starts[piece]..<starts[piece + 1] where rows.count(node) > 0 {
                                (constraint[node], effectiveSize[node]) = ego.measure(node, rows, ties)
                            }
                        }
                    }
                }
            }
        }
        self.constraint = ties.numbering.restored(constraint)
        self.effectiveSize = ties.numbering.restored(effectiveSize)
    }
}

/// A node and its contacts.
private struct Ego {
    /// The place of a contact in the node's row, counted from 1; 0 for all others.
    private var place: [UInt32]
    /// How much of the node's ties runs through others to each contact.
    private var indirect: [Double] = []

    init(capacity: Int) { place = [UInt32](repeating: 0, count: capacity) }

    mutating func measure(
        _ node: Int, _ rows: UnsafeRows, _ ties: TieStrengths
    ) -> (constraint: Double, effectiveSize: Double) {
        let row = rows.row(node)
        indirect.removeAll(keepingCapacity: true)
        indirect.append(contentsOf: repeatElement(0, count: row.count))
        let total = ties.totals[node]
        let redundancy = place.withUnsafeMutableBufferPointer { place in
            indirect.withUnsafeMutableBufferPointer { indirect in
                ties.strengths.withUnsafeBufferPointer { strengths in
                    for arc in row {
                        place[Int(rows.neighbours[arc])] = UInt32(
                            truncatingIfNeeded: arc - row.lowerBound + 1)
                    }
                    var redundancy = 0.0
                    for arc in row {
                        let contact = Int(rows.neighbours[arc])
                        let common = Self.commonTies(
                            with: contact, row, rows, strengths, place, indirect,
                            weight: strengths[arc] / total / ties.totals[contact])
                        redundancy += common / total / ties.largest[contact]
                    }
                    for arc in row { place[Int(rows.neighbours[arc])] = 0 }
                    return redundancy
                }
            }
        }
        var constraint = 0.0
        for (number, arc) in row.enumerated() {
            let held = ties.strengths[arc] / total + indirect[number]
            constraint += held * held
        }
        return (constraint, Double(row.count) - redundancy)
    }

    /// The node's ties to others times a contact's ties to the same, summed; adds the latter times `weight` to
    /// `indirect`.
    @inline(__always)
    private static func commonTies(
        with contact: Int, _ row: Range<Int>, _ rows: UnsafeRows, _ strengths: UnsafeBufferPointer<Double>,
        _ place: UnsafeMutableBufferPointer<UInt32>, _ indirect: UnsafeMutableBufferPointer<Double>,
        weight: Double
    ) -> Double {
        var sum = 0.0
        let theirs = rows.row(contact)
        guard theirs.count > 16 &* row.count else {
            for arc in theirs {
                let number = Int(place[Int(rows.neighbours[arc])])
                guard number > 0 else { continue }
                sum += strengths[row.lowerBound &+ number &- 1] * strengths[arc]
                indirect[number &- 1] += strengths[arc] * weight
            }
            return sum
        }
        // A contact of far more ties than the node: look up the few in its row, which is in ascending order.
        var low = theirs.lowerBound
        for arc in row {
            let wanted = rows.neighbours[arc]
            var high = theirs.upperBound
            while low < high {
                let middle = (low &+ high) >> 1
                if rows.neighbours[middle] < wanted { low = middle &+ 1 } else { high = middle }
            }
            guard low < theirs.upperBound else { break }
            guard rows.neighbours[low] == wanted else { continue }
            sum += strengths[arc] * strengths[low]
            indirect[arc &- row.lowerBound] += strengths[low] * weight
        }
        return sum
    }
}

/// How strong the tie between two nodes is: the arcs between them in both directions, loops left out.
private struct TieStrengths: Sendable {
    /// The numbers that nodes have here.
    let numbering: HubFirstNumbering
    /// The contacts of every node, in ascending order.
    let rows: CompressedRows
    /// The strength of each tie, in the order of the rows.
    let strengths: [Double]
    /// The strength of all ties of a node.
    let totals: [Double]
    /// The strength of the strongest tie of a node.
    let largest: [Double]

    /// - Complexity: linear in nodes and arcs, besides the projection's rows hub first.
    init(_ projection: Projection) {
        let outgoing = projection.hubFirstOutgoing.rows
        let incoming = projection.isDirected ? projection.hubFirstIncoming.rows : nil
        numbering = projection.hubFirstNumbering
        let count = outgoing.nodeCount
        var offsets = [0]
        var neighbours: [UInt32] = []
        var strengths: [Double] = []
        var totals = [Double](repeating: 0, count: count)
        var largest = totals
        offsets.reserveCapacity(count + 1)
        neighbours.reserveCapacity(outgoing.arcCount + (incoming?.arcCount ?? 0))
        strengths.reserveCapacity(neighbours.capacity)
        for node in 0..<count {
            var left = outgoing.row(node)
            var right = incoming?.row(node) ?? 0..<0
            // Two rows in ascending order, with repeats.
            while !(left.isEmpty && right.isEmpty) {
                let ahead = left.isEmpty ? UInt32.max : outgoing.neighbours[left.lowerBound]
                let behind = right.isEmpty ? UInt32.max : incoming?.neighbours[right.lowerBound] ?? .max
                let next = min(ahead, behind)
                var strength = 0.0
                while let first = left.first, outgoing.neighbours[first] == next {
                    strength += 1
                    left = (first + 1)..<left.upperBound
                }
                while let first = right.first, incoming?.neighbours[first] == next {
                    strength += 1
                    right = (first + 1)..<right.upperBound
                }
                guard Int(next) != node else { continue }
                neighbours.append(next)
                strengths.append(strength)
                totals[node] += strength
                largest[node] = max(largest[node], strength)
            }
            offsets.append(neighbours.count)
        }
        rows = CompressedRows(offsets: offsets, neighbours: neighbours)
        self.strengths = strengths
        self.totals = totals
        self.largest = largest
    }
}
