#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

extension BruteForce {
    /// PageRank by solving its equations.
    public func pageRank(damping: Double = 0.85) -> [Double] {
        let count = graph.nodeCount
        let arcCounts = arcCounts
        var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
        for from in 0..<count {
            let total = arcCounts[from].reduce(0, +)
            for to in 0..<count {
                let step =
                    total == 0 ? 1 / Double(count) : Double(arcCounts[from][to]) / Double(total)
                matrix[to][from] = (from == to ? 1 : 0) - damping * step
            }
        }
        return Self.solve(matrix, [Double](repeating: (1 - damping) / Double(count), count: count))
    }

    /// How far a vector is from being a left eigenvector of the arc counts: the greatest difference between
    /// an entry of *x* A and the same entry of λ *x*, where λ fits best.
    public func eigenvectorResidual(_ vector: [Double]) -> (eigenvalue: Double, residual: Double) {
        let arcCounts = arcCounts
        let product = (0..<graph.nodeCount).map { to in
            (0..<graph.nodeCount).reduce(0) { $0 + vector[$1] * Double(arcCounts[$1][to]) }
        }
        let square = vector.reduce(0) { $0 + $1 * $1 }
        guard square > 0 else { return (0, 0) }
        let eigenvalue = zip(vector, product).reduce(0) { $0 + $1.0 * $1.1 } / square
        return (eigenvalue, zip(vector, product).map { abs($1 - eigenvalue * $0) }.max() ?? 0)
    }

    /// The largest modulus of an eigenvalue of the arc counts, from the growth of the number of walks.
    ///
    /// For each strong component the number of closed walks of length 2^k grows like the radius to that power;
    /// the matrix A + 1 is squared so often that rounding is all that is left of the difference.
    public var spectralRadius: Double {
        var radius = 0.0
        for component in strongComponents {
            var matrix = component.map { from in
                component.map { to in Double(arcCounts[from][to]) + (from == to ? 1 : 0) }
            }
            var logarithm = 0.0
            var power = 1.0
            for _ in 0..<60 {
                let largest = matrix.flatMap { $0 }.max() ?? 0
                guard largest > 0 else { break }
                logarithm += power * log(largest)
                matrix = matrix.map { $0.map { $0 / largest } }
                matrix = Self.product(matrix, matrix)
                power /= 2
            }
            radius = max(radius, exp(logarithm) - 1)
        }
        return radius
    }

    /// Solves a system of linear equations by elimination with row pivots.
    ///
    /// - Precondition: the matrix is square and regular.
    public static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
        var rows = matrix.enumerated().map { $0.element + [right[$0.offset]] }
        let count = right.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
            rows.swapAt(column, pivot)
            for row in 0..<count where row != column {
                let factor = rows[row][column] / rows[column][column]
                guard factor != 0 else { continue }
                for place in column...count { rows[row][place] -= factor * rows[column][place] }
            }
        }
        return (0..<count).map { rows[$0][count] / rows[$0][$0] }
    }

    private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
        a.map { row in
            b.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } }
        }
    }
}
