extension Chart {
    /// More names than these can't be read in one picture.
    static let mostNames = 60
    /// Up to this many nodes each has its name.
    static let fewNodes = 150

    /// Turns all but the most linked nodes of a large picture into dots without names.
    ///
    /// Boxes share the names by how many nodes they hold (D'Hondt's method, as seats are given to parties), so
    /// that each large one has some.
    mutating func thinNames(engine: LayoutEngine, limit: Int?) {
        guard engine != .map, nodes.count > Self.fewNodes else { return }
        let degrees = degrees()
        let most = limit ?? Self.mostNames
        var isNamed = nodes.map { $0.emphasis == .strong }
        var lists = [[Int]](repeating: [], count: boxes.count + 1)
        for number in nodes.indices where !isNamed[number] {
            lists[nodes[number].box ?? boxes.count].append(number)
        }
        for list in lists.indices {
            lists[list].sort { (degrees[$1], $0) < (degrees[$0], $1) }
        }
        var taken = [Int](repeating: 0, count: lists.count)
        for _ in 0..<most {
            let next = lists.indices.filter { taken[$0] < lists[$0].count }.max { a, b in
                let first = Double(lists[a].count) / Double(taken[a] + 1)
                let second = Double(lists[b].count) / Double(taken[b] + 1)
                return (first, -a) < (second, -b)
            }
            guard let next else { break }
            isNamed[lists[next][taken[next]]] = true
            taken[next] += 1
        }
        let size = engine == .cloud ? cloudDotSize : nodes.count > 700 ? 5 : ChartNode.dotSize
        for number in nodes.indices where !isNamed[number] {
            nodes[number].isDot = true
            nodes[number].dotSize = size
            omissions.unnamed += 1
        }
    }

    /// Dots that together take about the same room in any cloud, within what can be seen.
    private var cloudDotSize: Double {
        max(1.6, min(ChartNode.dotSize, 520 / Double(nodes.count).squareRoot()))
    }
}
