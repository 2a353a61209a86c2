extension BrandesLanes {
    /// Goes back step by step and adds the dependencies.
    mutating func collect(
        outgoing: UnsafeRows, incoming: UnsafeRows, sourceWeights: Lanes,
        targetWeights: UnsafePointer<Double>, to sums: UnsafeMutablePointer<Double>
    ) {
        // The last mark is the end; a step may be empty before it.
        var last = steps.count - 2
        while last > 0, steps[last].first == steps[last + 1].first { last -= 1 }
        guard last > 0 else {
            clear(0)
            return
        }
        // Nothing follows the last step.
        var entry = steps[last].first
        while entry < steps[last + 1].first {
            let node = Int(entries[entry])
            let bits = laneBits[Int(entryLanes[entry])]
            let value = Lanes(repeating: targetWeights[node]) / counts[node]
            front[node] = unsafeBitCast(unsafeBitCast(value, to: Bits.self) & bits, to: Lanes.self)
            entry &+= 1
        }
        var level = last - 1
        while level > 0 {
            let range = steps[level].first..<steps[level + 1].first
            let after = steps[level + 1].first..<steps[level + 2].first
            step &+= 1
            if steps[level].arcsOut <= steps[level + 1].arcsIn &* 2 {
                for entry in range {
                    let node = Int(entries[entry])
                    depend(
                        entry, node, on: gathered(node, outgoing), sourceWeights, targetWeights, sums)
                }
            } else {
                let touchedCount = spread(after, incoming)
                step &+= 1
                for entry in range {
                    let node = Int(entries[entry])
                    // One that nothing follows was not touched.
                    touchedIn[node] = step
                    depend(entry, node, on: next[node], sourceWeights, targetWeights, sums)
                }
                var position = 0
                while position < touchedCount {
                    let node = Int(touched[position])
                    if touchedIn[node] != step { next[node] = .zero }
                    position &+= 1
                }
            }
            clearFront(after)
            level -= 1
        }
        clear(1)
    }

    /// Sets the front of a step to 0.
    func clear(_ level: Int) {
        var entry = steps[level].first
        while entry < steps[level + 1].first {
            front[Int(entries[entry])] = .zero
            entry &+= 1
        }
    }

    @inline(__always)
    private func depend(
        _ entry: Int, _ node: Int, on sum: Lanes, _ sourceWeights: Lanes,
        _ targetWeights: UnsafePointer<Double>, _ sums: UnsafeMutablePointer<Double>
    ) {
        let bits = laneBits[Int(entryLanes[entry])]
        let paths = counts[node]
        let product = unsafeBitCast(paths * sum, to: Bits.self) & bits
        let dependency = unsafeBitCast(product, to: Lanes.self)
        sums[node] += (dependency * sourceWeights).sum()
        let value = (Lanes(repeating: targetWeights[node]) + dependency) / paths
        next[node] = unsafeBitCast(unsafeBitCast(value, to: Bits.self) & bits, to: Lanes.self)
    }
}

extension UnsafeRows {
    /// How many arcs the rows have.
    @inline(__always)
    var arcCount: Int { offsets[nodeCount] &- offsets[0] }
}
