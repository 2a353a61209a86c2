extension BruteForce {
    /// Whether two different nodes are linked, directions aside.
    private var isLinkedEitherWay: [[Bool]] {
        let isLinked = isLinked
        return isLinked.indices.map { row in
            isLinked.indices.map { row != $0 && (isLinked[row][$0] || isLinked[$0][row]) }
        }
    }

    /// How many triangles each node is a corner of, directions aside.
    public var triangles: [Int] {
        let isLinked = isLinkedEitherWay
        return isLinked.indices.map { a in
            isLinked.indices.reduce(0) { sum, b in
                sum
                    + (b + 1..<max(isLinked.count, b + 1)).count {
                        isLinked[a][b] && isLinked[a][$0] && isLinked[b][$0]
                    }
            }
        }
    }

    /// The fraction of the pairs of each node's neighbours that are linked; 0 where there is no pair.
    public var clustering: [Double] {
        let isLinked = isLinkedEitherWay
        return zip(isLinked, triangles).map { row, triangles in
            let degree = row.count { $0 }
            return degree < 2 ? 0 : Double(triangles) / Double(degree * (degree - 1) / 2)
        }
    }

    /// How many pairs of nodes have arcs both ways, one way, and none.
    public var dyadCensus: (mutual: Int, asymmetric: Int, null: Int) {
        let isLinked = isLinked
        var census = (mutual: 0, asymmetric: 0, null: 0)
        for a in isLinked.indices {
            for b in 0..<a {
                switch (isLinked[a][b], isLinked[b][a]) {
                case (true, true): census.mutual += 1
                case (false, false): census.null += 1
                default: census.asymmetric += 1
                }
            }
        }
        return census
    }

    /// How many sets of three nodes are linked as in each of the sixteen types, by name: every set is compared with
    /// an example of each type in all six orders of the nodes.
    public var triadCensus: [String: Int] {
        let examples: [String: [(Int, Int)]] = [
            "003": [], "012": [(0, 1)], "102": [(0, 1), (1, 0)], "021D": [(1, 0), (1, 2)],
            "021U": [(0, 1), (2, 1)], "021C": [(0, 1), (1, 2)], "111D": [(0, 1), (1, 0), (2, 1)],
            "111U": [(0, 1), (1, 0), (1, 2)], "030T": [(0, 1), (1, 2), (0, 2)],
            "030C": [(0, 1), (1, 2), (2, 0)], "201": [(0, 1), (1, 0), (1, 2), (2, 1)],
            "120D": [(1, 0), (1, 2), (0, 2), (2, 0)], "120U": [(0, 1), (2, 1), (0, 2), (2, 0)],
            "120C": [(0, 1), (1, 2), (0, 2), (2, 0)], "210": [(0, 1), (1, 2), (2, 1), (0, 2), (2, 0)],
            "300": [(0, 1), (1, 0), (1, 2), (2, 1), (0, 2), (2, 0)],
        ]
        let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]]
        var names: [Set<Int>: String] = [:]
        for (name, arcs) in examples {
            for order in orders { names[Set(arcs.map { order[$0.0] * 3 + order[$0.1] })] = name }
        }
        let isLinked = isLinked
        var census = examples.mapValues { _ in 0 }
        for a in isLinked.indices {
            for b in 0..<a {
                for c in 0..<b {
                    let nodes = [a, b, c]
                    let arcs = Set(
                        (0..<9).filter { $0 / 3 != $0 % 3 && isLinked[nodes[$0 / 3]][nodes[$0 % 3]] })
                    census[names[arcs] ?? "none", default: 0] += 1
                }
            }
        }
        return census
    }

    /// The truss number of every linked pair, directions aside, as first node, second node, number, in ascending
    /// order: for each *k*, what is left when links in fewer than *k* - 2 triangles are taken away until there are
    /// none.
    public var trussNumbers: [[Int]] {
        var isLinked = isLinkedEitherWay
        var numbers: [[Int]: Int] = [:]
        var k = 2
        while true {
            var changed = true
            while changed {
                changed = false
                for a in isLinked.indices {
                    for b in 0..<a where isLinked[a][b] {
                        let shared = isLinked.indices.count { isLinked[a][$0] && isLinked[b][$0] }
                        guard shared < k - 2 else { continue }
                        isLinked[a][b] = false
                        isLinked[b][a] = false
                        changed = true
                    }
                }
            }
            var isEmpty = true
            for a in isLinked.indices {
                for b in 0..<a where isLinked[a][b] {
                    numbers[[b, a]] = k
                    isEmpty = false
                }
            }
            if isEmpty { break }
            k += 1
        }
        return numbers.map { $0.key + [$0.value] }.sorted { $0.lexicographicallyPrecedes($1) }
    }
}
