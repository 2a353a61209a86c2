public import LinkChartModel

extension Projection {
    /// Strong components: the parts within which every node reaches every other along the arcs. Without
    /// directions these are the weak components.
    ///
    /// The search keeps its own stack, so that a chain of a million nodes does not overflow the program's.
    ///
    /// - Parameter execution: how to run; the result does not depend on it.
    /// - Returns: the part of every node.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*).
    /// - Source: R. Tarjan, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1 (1972),
    ///   doi:10.1137/0201010, in the form of D. Pearce, A space-efficient algorithm for finding strongly
    ///   connected components, Information Processing Letters 116 (2016), doi:10.1016/j.ipl.2015.08.010.
    public func strongComponents(execution: Execution = .default) throws(AnalysisError) -> Partition {
        guard isDirected else { return try weakComponents(execution: execution) }
        let labels = try outgoing.withUnsafeRows { rows throws(AnalysisError) in
            try Self.strongComponents(rows, execution)
        }
        return Partition(of: self, labels: labels, labelCount: nodeCount)
    }

    /// A node on the way down, with the arc it goes on with and the earliest open node it is known to reach.
    private struct Step {
        var node: UInt32
        var lowest: UInt32
        var arc: Int
    }

    private static func strongComponents(
        _ rows: UnsafeRows, _ execution: Execution
    ) throws(AnalysisError) -> [UInt32] {
        let count = rows.nodeCount
        // 0 for a node not found yet; while its component is open, the place of the earliest open node that it
        // is known to reach, from 1; then the label of its component, from `count` down. The open places and
        // the labels used together never exceed `count`, so that every label is above every place.
        let marks = UnsafeMutableBufferPointer<UInt32>.allocate(capacity: count)
        marks.initialize(repeating: 0)
        defer { marks.deallocate() }
        var path: [Step] = []
        var open: [UInt32] = []
        var place: UInt32 = 1
        var label = UInt32(truncatingIfNeeded: count)
        var meter = WorkMeter(execution, total: rows.neighbours.count + count)

        for start in 0..<count where marks[start] == 0 {
            var node = start
            var arc = rows.offsets[node]
            var lowest = place
            var own = place
            marks[node] = place
            place &+= 1
            while true {
                let end = rows.offsets[node &+ 1]
                var down = -1
                while arc < end {
                    let neighbour = Int(rows.neighbours[arc])
                    arc &+= 1
                    let mark = marks[neighbour]
                    if mark == 0 {
                        down = neighbour
                        break
                    }
                    if mark < lowest { lowest = mark }
                }
                if down >= 0 {
                    path.append(Step(node: UInt32(truncatingIfNeeded: node), lowest: lowest, arc: arc))
                    node = down
                    arc = rows.offsets[node]
                    lowest = place
                    own = place
                    marks[node] = place
                    place &+= 1
                    continue
                }
                try meter.advance(by: rows.count(node) &+ 1)
                if lowest == own {
                    // It reaches nothing earlier: with those found since, it is a component.
                    place &-= 1
                    while let member = open.last, marks[Int(member)] >= own {
                        open.removeLast()
                        marks[Int(member)] = label
                        place &-= 1
                    }
                    marks[node] = label
                    label &-= 1
                } else {
                    marks[node] = lowest
                    open.append(UInt32(truncatingIfNeeded: node))
                }
                guard let step = path.popLast() else { break }
                let reached = marks[node]
                node = Int(step.node)
                arc = step.arc
                // A closed component's label is above every place.
                lowest = min(step.lowest, reached)
                own = marks[node]
            }
        }
        return marks.map { UInt32(truncatingIfNeeded: count) &- $0 }
    }
}
