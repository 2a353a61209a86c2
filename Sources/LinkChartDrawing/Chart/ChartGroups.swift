internal import LinkChartAnalytics
internal import LinkChartModel

/// What the nodes of a large picture are gathered in: their territories where most have one, else the communities
/// that their links form.
struct ChartGroups {
    /// One a group, the largest first; none within another.
    var boxes: [ChartBox] = []
    /// By position in ``Chart/nodes``; nil for a node in no group.
    var groupOf: [Int?]
    /// What a reader must know of them, if anything.
    var note: String?
    /// How many groups were put into one because there were too many.
    var merged = 0

    /// The boxes of a chart as they are, without those within which others lie.
    /// - Parameters:
    ///   - most: how many groups there may be; the smallest are put into one.
    ///   - graph: what the chart shows, for the communities.
    /// - Complexity: that of finding communities (Leiden), if territories don't do, else linear but for sorting.
    init(of chart: Chart, graph: Graph, options: DrawingOptions, most: Int) {
        groupOf = chart.nodes.map(\.box)
        let boxed = groupOf.count { $0 != nil }
        if options.grouping != .community, boxed * 2 >= chart.nodes.count, boxed > 0 {
            boxes = chart.boxes.map { box in
                var box = box
                box.parent = nil
                return box
            }
        } else {
            takeCommunities(of: chart, graph: graph, options: options)
        }
        gatherLooseNodes(of: chart)
        sortAndLimit(to: most, chart: chart)
    }

    private mutating func takeCommunities(of chart: Chart, graph: Graph, options: DrawingOptions) {
        let name: Projection.Name = options.showsUnestablished ? .all : .facts
        let projection = Projection(
            of: graph, Projection.Recipe(name, isDirected: false), selection: options.parts)
        guard let found = try? projection.leidenCommunities(seed: 1) else { return }
        var numbers: [Int: Int] = [:]
        var members: [[Int]] = []
        groupOf = chart.nodes.map { node in
            guard let part = node.members.first.flatMap({ found[$0] }) else { return nil }
            if let number = numbers[part] { return number }
            numbers[part] = members.count
            members.append([])
            return members.count - 1
        }
        for (node, group) in groupOf.enumerated() {
            if let group { members[group].append(node) }
        }
        let degrees = chart.degrees()
        var names = IdentifierMaker()
        for (number, nodes) in members.enumerated() {
            // A pair or less is no community.
            if nodes.count < 3 { for node in nodes { groupOf[node] = nil } }
            let hub = nodes.max { (degrees[$0], -$0) < (degrees[$1], -$1) }
            let title = hub.flatMap { chart.nodes[$0].members.first }.map { shortName(of: graph[$0]) } ?? ""
            let id = hub.map { chart.nodes[$0].id } ?? "\(number)"
            var box = ChartBox(
                sort: .community, title: "around \(title)", id: names.identifier("community", id))
            box.tooltip = "Community around \(title): nodes with more links among each other than to others"
            boxes.append(box)
        }
        note =
            "Groups are communities found by their links (Leiden), each named after its most linked member."
    }

    /// A dozen nodes without a group can stand by themselves; more are a group of their own.
    private mutating func gatherLooseNodes(of chart: Chart) {
        let loose = groupOf.indices.filter { groupOf[$0] == nil }
        guard loose.count > 12 else { return }
        let isTerritory = boxes.contains { $0.sort == .state }
        var box = ChartBox(
            sort: .rest, title: isTerritory ? "no single territory" : "other", id: "box-other")
        box.tooltip = box.title
        for node in loose { groupOf[node] = boxes.count }
        boxes.append(box)
    }

    /// Numbers groups by size, leaves out empty ones, and puts those beyond the limit into one.
    private mutating func sortAndLimit(to most: Int, chart: Chart) {
        var sizes = [Int](repeating: 0, count: boxes.count)
        for group in groupOf { if let group { sizes[group] += 1 } }
        let ranked = boxes.indices.filter { sizes[$0] > 0 }.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
        var numbers = [Int?](repeating: nil, count: boxes.count)
        let kept = ranked.count > most ? ranked.prefix(most - 1) : ranked[...]
        for (number, group) in kept.enumerated() { numbers[group] = number }
        var sorted = kept.map { boxes[$0] }
        let others = ranked.dropFirst(kept.count)
        if !others.isEmpty {
            let sort = boxes[others[others.startIndex]].sort
            let what = sort == .community ? "communities" : "territories"
            var box = ChartBox(sort: .rest, title: "\(others.count) smaller \(what)", id: "box-smaller")
            box.tooltip = others.prefix(40).map { boxes[$0].title }.joined(separator: ", ")
            for group in others { numbers[group] = sorted.count }
            sorted.append(box)
            merged = others.count
        }
        groupOf = groupOf.map { $0.flatMap { numbers[$0] } }
        boxes = sorted
    }
}

extension Chart {
    /// How many links of the graph each node has in the picture.
    func degrees() -> [Int] {
        var degrees = [Int](repeating: 0, count: nodes.count)
        for link in links {
            degrees[link.tail] += link.edges.count
            if link.head != link.tail { degrees[link.head] += link.edges.count }
        }
        return degrees
    }

    /// Boxes the nodes by groups.
    mutating func regroup(_ groups: ChartGroups) {
        boxes = groups.boxes
        var counts = [Int](repeating: 0, count: boxes.count)
        for number in nodes.indices {
            nodes[number].box = groups.groupOf[number]
            if let box = nodes[number].box { counts[box] += nodes[number].members.count }
        }
        for number in boxes.indices { boxes[number].count = counts[number] }
        omissions.smallGroups = groups.merged
    }
}
