#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Places groups of nodes as islands apart from each other, and the nodes within each by forces.
///
/// An island is a box with its nodes, or a node outside of all boxes. Islands with links between them are near each
/// other; within an island, nodes with links to another one are drawn to the side where that lies, so that
/// bundles of links need not run across.
struct IslandLayout {
    let chart: Chart
    let sizes: ChartSizes
    let seed: UInt64
    /// The island of each node: a box by its position, or the number of boxes plus the node's own position.
    let islandOf: [Int]
    /// The islands that there are, ascending.
    let islands: [Int]
    private var members: [[Int]] = []
    private var ranks: [Int: Int] = [:]
    /// Links between islands: how many, by their ranks, lower first.
    private var bonds: [(first: Int, second: Int, count: Double)] = []
    /// The links that end in each island, by its rank.
    private var linksOf: [[Int]] = []
    private let spacing: Spacing

    /// Space around things, in points.
    struct Spacing {
        /// Between islands, for the links between them.
        var islands = 54.0
        /// Between nodes of an island.
        var nodes = 6.0
        /// Within an island, around its nodes.
        var padding = 9.0
        /// How much of an island's area its nodes may take at first.
        var fill = 0.5
    }

    init(_ chart: Chart, sizes: ChartSizes, seed: UInt64 = 1) {
        self.chart = chart
        self.sizes = sizes
        self.seed = seed
        spacing = chart.boxes.isEmpty ? Spacing(islands: 100) : Spacing()
        islandOf = chart.nodes.enumerated().map { $1.box ?? chart.boxes.count + $0 }
        islands = Set(islandOf).sorted()
        for (rank, island) in islands.enumerated() { ranks[island] = rank }
        members = Array(repeating: [], count: islands.count)
        for (node, island) in islandOf.enumerated() {
            if let rank = ranks[island] { members[rank].append(node) }
        }
        linksOf = members.map { _ in [] }
        var counts: [[Int]: Double] = [:]
        for (number, link) in chart.links.enumerated() {
            guard let (tail, head) = ends(of: link) else { continue }
            linksOf[tail].append(number)
            guard tail != head else { continue }
            linksOf[head].append(number)
            counts[[min(tail, head), max(tail, head)], default: 0] += Double(link.edges.count)
        }
        bonds = counts.map { ($0.key[0], $0.key[1], $0.value) }.sorted {
            ($0.first, $0.second) < ($1.first, $1.second)
        }
    }

    private func ends(of link: ChartLink) -> (Int, Int)? {
        let (tail, head) = link.span.map { ($0.tail, $0.head) } ?? (islandOf[link.tail], islandOf[link.head])
        guard let first = ranks[tail], let second = ranks[head] else { return nil }
        return (first, second)
    }

    /// The layout without courses.
    ///
    /// - Complexity: that of laying out each island and all islands by forces.
    func layout() -> ChartLayout {
        // Twice: the places of islands decide where their nodes turn, and these how large islands become.
        var extents = members.map { estimate($0) }
        var centres = place(extents)
        var contents: [IslandContent] = []
        for rank in islands.indices { contents.append(content(of: rank, centres)) }
        extents = contents.map(\.size)
        let removal = OverlapRemoval(gap: spacing.islands)
        removal.apply(&centres, sizes: extents)
        pack(&centres, extents, removal)
        return assemble(contents, centres)
    }

    // MARK: - Islands

    private func estimate(_ nodes: [Int]) -> GraphLayout.Size {
        if nodes.count == 1, chart.nodes[nodes[0]].box == nil { return sizes.nodes[nodes[0]] }
        let area = nodes.reduce(0) { sum, node in
            let size = sizes.nodes[node]
            return sum + (size.width + spacing.nodes) * (size.height + spacing.nodes)
        }
        let height = (area / spacing.fill / 1.35).squareRoot() + 2 * spacing.padding
        return GraphLayout.Size(width: height * 1.35, height: height + 16)
    }

    /// Where the islands' middles go: of several arrangements the one with the shortest links over the fewest
    /// other islands.
    private func place(_ extents: [GraphLayout.Size]) -> [GraphLayout.Point] {
        let links = bonds.map { ($0.first, $0.second, 1 + log2($0.count)) }
        let masses = extents.map { 1 + ($0.width * $0.height).squareRoot() / 60 }
        let graph = ForceGraph(
            nodeCount: islands.count, links: links.map { (first: $0.0, second: $0.1, weight: $0.2) },
            masses: masses)
        let room = extents.reduce(0) {
            $0 + ($1.width + spacing.islands) * ($1.height + spacing.islands)
        }
        var best: (cost: Double, centres: [GraphLayout.Point])?
        let tries: UInt64 = islands.count > 80 ? 2 : 12
        for number in 0..<tries {
            let force = ForceLayout(seed: seed &* 1000 &+ number, gravity: 2, aspect: 1.25)
            var centres = force.positions(of: graph)
            let frame = Rectangle(around: centres)
            let scale = (room / max(1, frame.width * frame.height)).squareRoot()
            centres = centres.map { $0 * scale }
            let removal = OverlapRemoval(gap: spacing.islands)
            removal.apply(&centres, sizes: extents)
            pack(&centres, extents, removal)
            let cost = cost(of: centres, extents)
            if best.map({ cost < $0.cost }) ?? true { best = (cost, centres) }
        }
        return best?.centres ?? []
    }

    /// Draws islands together as long as they stay apart.
    private func pack(
        _ centres: inout [GraphLayout.Point], _ extents: [GraphLayout.Size], _ removal: OverlapRemoval
    ) {
        for _ in 0..<4 {
            let before = Self.area(centres, extents)
            let middle = Rectangle(around: centres).centre
            var closer = centres.map { middle + ($0 - middle) * 0.9 }
            removal.apply(&closer, sizes: extents)
            guard Self.area(closer, extents) < 0.99 * before else { return }
            centres = closer
        }
    }

    private static func area(_ centres: [GraphLayout.Point], _ extents: [GraphLayout.Size]) -> Double {
        let frame = zip(centres, extents).reduce(Rectangle(around: [])) {
            $0.union(Rectangle(centre: $1.0, size: $1.1))
        }
        return frame.width * frame.height
    }

    private func cost(of centres: [GraphLayout.Point], _ extents: [GraphLayout.Size]) -> Double {
        let frames = zip(centres, extents).map { Rectangle(centre: $0, size: $1) }
        let whole = frames.reduce(Rectangle(around: [])) { $0.union($1) }
        var cost = 0.0
        for (number, bond) in bonds.enumerated() {
            let (a, b) = (centres[bond.first], centres[bond.second])
            let weight = 1 + log2(bond.count)
            cost += weight * distance(a, b) / 100
            for (rank, frame) in frames.enumerated() where rank != bond.first && rank != bond.second {
                if frame.isCrossed(from: a, to: b) { cost += 3 * weight }
            }
            for other in bonds[(number + 1)...]
            where segmentsCross(a, b, centres[other.first], centres[other.second]) {
                cost += 1
            }
        }
        let aspect = whole.width / max(1, whole.height)
        let shape = max(aspect / 1.5, 1.5 / aspect) - 1
        return cost * (1 + 0.5 * shape) + whole.width * whole.height / 100_000
    }

    // MARK: - What is in them

    private func content(of rank: Int, _ centres: [GraphLayout.Point]) -> IslandContent {
        let nodes = members[rank]
        let extents = nodes.map { sizes.nodes[$0] }
        if nodes.count == 1, chart.nodes[nodes[0]].box == nil {
            return IslandContent(single: extents[0])
        }
        var places: [Int: Int] = [:]
        for (place, node) in nodes.enumerated() { places[node] = place }
        var links: [(first: Int, second: Int, weight: Double)] = []
        var pulls = [GraphLayout.Point](repeating: GraphLayout.Point(x: 0, y: 0), count: nodes.count)
        for link in linksOf[rank] {
            let link = chart.links[link]
            guard link.span == nil else { continue }
            switch (places[link.tail], places[link.head]) {
            case (let tail?, let head?): links.append((tail, head, 1))
            case (let own?, nil): pulls[own] = pulls[own] + pull(from: rank, to: link.head, centres)
            case (nil, let own?): pulls[own] = pulls[own] + pull(from: rank, to: link.tail, centres)
            case (nil, nil): break
            }
        }
        let graph = ForceGraph(nodeCount: nodes.count, links: links)
        let force = ForceLayout(
            seed: seed &+ UInt64(rank), gravity: 2, aspect: 1.15, pulls: pulls.map { $0 * 3 })
        let title = chart.nodes[nodes[0]].box.map { sizes.titles[$0] }
        return IslandContent(
            force.positions(of: graph), sizes: extents, title: title, spacing: spacing)
    }

    private func pull(from rank: Int, to node: Int, _ centres: [GraphLayout.Point]) -> GraphLayout.Point {
        guard let other = ranks[islandOf[node]] else { return GraphLayout.Point(x: 0, y: 0) }
        return (centres[other] - centres[rank]).unit
    }

    private func assemble(_ contents: [IslandContent], _ centres: [GraphLayout.Point]) -> ChartLayout {
        let zero = GraphLayout.Point(x: 0, y: 0)
        var layout = ChartLayout(
            size: GraphLayout.Size(width: 0, height: 0),
            nodes: Array(
                repeating: Rectangle(centre: zero, size: .init(width: 0, height: 0)), count: chart.nodes.count
            ),
            boxes: Array(repeating: nil, count: chart.boxes.count),
            titles: Array(repeating: zero, count: chart.boxes.count),
            courses: Array(repeating: .init(curve: [], tip: nil), count: chart.links.count),
            labels: Array(repeating: nil, count: chart.links.count), legend: nil)
        var whole = Rectangle(around: [])
        for rank in islands.indices {
            whole = whole.union(Rectangle(centre: centres[rank], size: contents[rank].size))
        }
        for (rank, island) in islands.enumerated() {
            let frame = Rectangle(centre: centres[rank], size: contents[rank].size)
                .moved(x: -whole.minX, y: -whole.minY)
            for (place, node) in members[rank].enumerated() {
                layout.nodes[node] = contents[rank].frames[place].moved(x: frame.minX, y: frame.minY)
            }
            if island < chart.boxes.count {
                layout.boxes[island] = frame
                layout.titles[island] =
                    contents[rank].title + GraphLayout.Point(x: frame.minX, y: frame.minY)
            }
        }
        layout.size = GraphLayout.Size(width: max(0, whole.width), height: max(0, whole.height))
        return layout
    }
}
