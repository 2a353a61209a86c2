extension PlainGraph {
    /// Nodes in a row, each linked to the next.
    public static func path(_ count: Int, isDirected: Bool = false) -> PlainGraph {
        PlainGraph(count, isDirected: isDirected, links: (1..<max(count, 1)).map { Link($0 - 1, $0) })
    }

    /// Nodes in a ring, each linked to the next; one node has a loop.
    public static func cycle(_ count: Int, isDirected: Bool = false) -> PlainGraph {
        PlainGraph(count, isDirected: isDirected, links: (0..<count).map { Link($0, ($0 + 1) % count) })
    }

    /// Node 0 linked to all the others.
    public static func star(_ count: Int, isDirected: Bool = false) -> PlainGraph {
        PlainGraph(count, isDirected: isDirected, links: (1..<max(count, 1)).map { Link(0, $0) })
    }

    /// Every node linked to every other; with directions both ways.
    public static func complete(_ count: Int, isDirected: Bool = false) -> PlainGraph {
        var links: [Link] = []
        for from in 0..<count {
            for to in 0..<count where isDirected ? from != to : from < to { links.append(Link(from, to)) }
        }
        return PlainGraph(count, isDirected: isDirected, links: links)
    }

    /// Nodes in rows and columns, each linked to the next in its row and in its column; row by row.
    public static func grid(rows: Int, columns: Int, isDirected: Bool = false) -> PlainGraph {
        var links: [Link] = []
        for row in 0..<rows {
            for column in 0..<columns {
                let node = row * columns + column
                if column + 1 < columns { links.append(Link(node, node + 1)) }
                if row + 1 < rows { links.append(Link(node, node + columns)) }
            }
        }
        return PlainGraph(rows * columns, isDirected: isDirected, links: links)
    }

    /// Two complete graphs joined by a path.
    ///
    /// - Parameters:
    ///   - bell: how many nodes each of them has.
    ///   - path: how many nodes lie between them.
    public static func barbell(bell: Int, path: Int) -> PlainGraph {
        let count = 2 * bell + path
        var links = complete(bell).links
        links += complete(bell).links.map { Link($0.from + bell + path, $0.to + bell + path) }
        if bell > 0 { links += (bell..<(bell + path + 1)).map { Link($0 - 1, $0) } }
        return PlainGraph(count, links: links)
    }

    /// A tree in which every node has the same number of children, but for the last level's.
    public static func tree(_ count: Int, children: Int = 2, isDirected: Bool = false) -> PlainGraph {
        PlainGraph(
            count, isDirected: isDirected, links: (1..<max(count, 1)).map { Link(($0 - 1) / children, $0) })
    }

    /// Diamonds in a chain: from one end to the other there are 2 to the power of `count` shortest paths.
    public static func diamonds(_ count: Int, isDirected: Bool = false) -> PlainGraph {
        var links: [Link] = []
        for diamond in 0..<count {
            let tip = diamond * 3
            links += [
                Link(tip, tip + 1), Link(tip, tip + 2), Link(tip + 1, tip + 3), Link(tip + 2, tip + 3),
            ]
        }
        return PlainGraph(count * 3 + 1, isDirected: isDirected, links: links)
    }
}
