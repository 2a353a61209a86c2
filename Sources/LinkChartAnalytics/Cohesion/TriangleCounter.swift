/// Counts the triangles of rows ordered by degree: the "forward" algorithm, with a bit a pair for the hubs.
///
/// Every triangle is found once, at its corner of the fewest links, *u*: for each pair of the others in the row of
/// *u* the question is whether they are linked. How that is asked depends on what is shorter: the row of *u* before
/// the second corner, looked up in that corner's bits; the second corner's row, looked up among the bits of the
/// row of *u*; or all words of both.
///
/// - Source: T. Schank, D. Wagner, Finding, counting and listing all triangles in large graphs, WEA 2005,
///   doi:10.1007/11427186_54; degree order as in M. Latapy, Theoretical Computer Science 407 (2008),
///   doi:10.1016/j.tcs.2008.07.017.
struct TriangleCounter: ~Copyable {
    private let rows: DegreeOrderedRows.Unsafe
    /// The neighbours of the node at hand, a bit each; all zero between nodes.
    private let marks: UnsafeMutablePointer<UInt64>

    init(_ rows: DegreeOrderedRows.Unsafe) {
        self.rows = rows
        let words = (rows.nodeCount + 63) / 64
        marks = .allocate(capacity: max(words, 1))
        marks.initialize(repeating: 0, count: max(words, 1))
    }

    deinit { marks.deallocate() }

    /// How many triangles have their corner of the fewest links among these nodes.
    func count(of nodes: Range<Int>, _ matrix: borrowing HubMatrix) -> Int {
        var total = 0
        for node in nodes where rows.count(node) > 1 {
            let row = mark(node)
            for place in 1..<row.count {
                let second = Int(row[place])
                let others = UnsafeBufferPointer(rebasing: row[..<place])
                let length = rows.count(second)
                if second < matrix.hubCount {
                    let bits = matrix.row(second)
                    let words = HubMatrix.wordCount(second)
                    if words &* 4 < min(place, length) {
                        total &+= Self.common(bits, marks, words)
                    } else if place <= length {
                        total &+= Self.hits(others, bits)
                    } else {
                        total &+= Self.hits(rowOf(second), marks)
                    }
                } else {
                    total &+= Self.hits(rowOf(second), marks)
                }
            }
            unmark(row)
        }
        return total
    }

    /// Adds the triangles that have their corner of the fewest links among these nodes to each of their corners.
    ///
    /// - Returns: how many there are.
    func count(
        of nodes: Range<Int>, _ matrix: borrowing HubMatrix, atCorners counts: UnsafeMutablePointer<Int>
    ) -> Int {
        var total = 0
        for node in nodes where rows.count(node) > 1 {
            let row = mark(node)
            var here = 0
            for place in 1..<row.count {
                let second = Int(row[place])
                let length = rows.count(second)
                let found: Int
                if second < matrix.hubCount && place <= length {
                    found = Self.hits(
                        UnsafeBufferPointer(rebasing: row[..<place]), matrix.row(second), atCorners: counts)
                } else {
                    found = Self.hits(rowOf(second), marks, atCorners: counts)
                }
                counts[second] &+= found
                here &+= found
            }
            counts[node] &+= here
            total &+= here
            unmark(row)
        }
        return total
    }

    @inline(__always)
    private func rowOf(_ node: Int) -> UnsafeBufferPointer<UInt32> {
        UnsafeBufferPointer(rebasing: rows.neighbours[rows.starts[node]..<rows.ends[node]])
    }

    @inline(__always)
    private func mark(_ node: Int) -> UnsafeBufferPointer<UInt32> {
        let row = rowOf(node)
        for other in row { marks[Int(other &>> 6)] |= 1 &<< UInt64(other & 63) }
        return row
    }

    @inline(__always)
    private func unmark(_ row: UnsafeBufferPointer<UInt32>) {
        for other in row { marks[Int(other &>> 6)] = 0 }
    }

    /// How many of these nodes have their bit set, without a branch for each.
    @inline(__always)
    private static func hits(_ nodes: UnsafeBufferPointer<UInt32>, _ bits: UnsafePointer<UInt64>) -> Int {
        var sum: UInt64 = 0
        for node in nodes { sum &+= (bits[Int(node &>> 6)] &>> UInt64(node & 63)) & 1 }
        return Int(truncatingIfNeeded: sum)
    }

    @inline(__always)
    private static func hits(
        _ nodes: UnsafeBufferPointer<UInt32>, _ bits: UnsafePointer<UInt64>,
        atCorners counts: UnsafeMutablePointer<Int>
    ) -> Int {
        var sum = 0
        for node in nodes {
            let hit = Int(truncatingIfNeeded: (bits[Int(node &>> 6)] &>> UInt64(node & 63)) & 1)
            counts[Int(node)] &+= hit
            sum &+= hit
        }
        return sum
    }

    /// How many bits two rows of words have in common.
    @inline(__always)
    private static func common(
        _ a: UnsafePointer<UInt64>, _ b: UnsafePointer<UInt64>, _ count: Int
    ) -> Int {
        var sum = 0
        for word in 0..<count { sum &+= (a[word] & b[word]).nonzeroBitCount }
        return sum
    }
}
