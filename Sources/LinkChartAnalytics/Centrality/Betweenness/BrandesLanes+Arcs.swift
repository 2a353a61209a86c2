extension BrandesLanes {
    /// Adds to `sums` the dependencies of the sources on all arcs.
    ///
    /// - Parameters:
    ///   - sources: at most ``laneCount`` different nodes.
    ///   - outgoing: the graph: no loops, every neighbour once.
    ///   - incoming: its arcs seen from their other ends; the same rows without directions.
    ///   - sums: by arc of `outgoing`.
    /// - Returns: false if a count of paths went beyond what a `Double` can hold; then `sums` is as it was.
    mutating func accumulateArcs(
        from sources: Slice<UnsafeBufferPointer<UInt32>>, outgoing: UnsafeRows, incoming: UnsafeRows,
        to sums: UnsafeMutablePointer<Double>
    ) -> Bool {
        renewMarks()
        let fitsDouble = search(from: sources, outgoing: outgoing, incoming: incoming)
        if fitsDouble { collectArcs(outgoing, to: sums) } else { clear(steps.count - 2) }
        forget()
        return fitsDouble
    }

    /// Goes back step by step and adds the dependencies.
    private mutating func collectArcs(_ outgoing: UnsafeRows, to sums: UnsafeMutablePointer<Double>) {
        // Nothing follows the last step, which the search may have left in the front.
        clear(steps.count - 2)
        // The last mark is the end; a step may be empty before it.
        var level = steps.count - 2
        while level > 0, steps[level].first == steps[level + 1].first { level -= 1 }
        while level >= 0 {
            for entry in steps[level].first..<steps[level + 1].first {
                let node = Int(entries[entry])
                let bits = laneBits[Int(entryLanes[entry])]
                let paths = unsafeBitCast(unsafeBitCast(counts[node], to: Bits.self) & bits, to: Lanes.self)
                var sum = Lanes.zero
                var arc = outgoing.offsets[node]
                let end = outgoing.offsets[node &+ 1]
                while arc < end {
                    // Of the neighbours, those of the step before in the lanes of that step; else 0.
                    let share = paths * front[Int(outgoing.neighbours[arc])]
                    sums[arc] += share.sum()
                    sum += share
                    arc &+= 1
                }
                let value = (Lanes(repeating: 1) + sum) / counts[node]
                next[node] = unsafeBitCast(unsafeBitCast(value, to: Bits.self) & bits, to: Lanes.self)
            }
            let after = steps[level + 1].first
            clearFront(after..<(level + 2 < steps.count ? steps[level + 2].first : after))
            level -= 1
        }
        clear(0)
    }
}
