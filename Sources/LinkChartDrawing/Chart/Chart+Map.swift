internal import LinkChartModel

extension Chart {
    /// The chart with one shape for each group, and one ribbon for all links of a sort from one to another: the
    /// quotient graph.
    ///
    /// - Complexity: linear but for sorting.
    func map(_ groups: ChartGroups, graph: Graph) -> Chart {
        var map = self
        map.boxes = []
        map.nodes = []
        map.links = []
        let degrees = degrees()
        var members = [[Int]](repeating: [], count: groups.boxes.count)
        // A node in no group is a shape by itself.
        var numbers: [Int] = []
        var loose = groups.boxes.count
        for node in nodes.indices {
            if let group = groups.groupOf[node] {
                members[group].append(node)
                numbers.append(group)
            } else {
                numbers.append(loose)
                loose += 1
            }
        }
        for (number, box) in groups.boxes.enumerated() {
            let ranked = members[number].sorted { (degrees[$1], $0) < (degrees[$0], $1) }
            map.nodes.append(shape(of: box, ranked, graph))
        }
        for node in nodes.indices where groups.groupOf[node] == nil {
            var alone = nodes[node]
            alone.box = nil
            map.nodes.append(alone)
        }
        var names = IdentifierMaker()
        let (kept, rest) = Self.readable(ribbons(numbers))
        let greatest = kept.map(\.edgeCount).max() ?? 1
        for ribbon in kept {
            map.links.append(
                link(of: ribbon, tail: ribbon.tail, head: ribbon.head, greatest: greatest, names: &names))
        }
        let largest = map.nodes.lazy.filter(\.isGroup).map(\.members.count).max() ?? 1
        for number in map.nodes.indices where map.nodes[number].isGroup {
            let share = Double(map.nodes[number].members.count) / Double(max(1, largest))
            map.nodes[number].scale = 0.8 + 0.9 * share.squareRoot()
        }
        for link in map.links.indices {
            map.links[link].span = ChartLink.Span(tail: map.links[link].tail, head: map.links[link].head)
        }
        map.omissions.mergedLinks = 0
        map.omissions.stacked = 0
        map.omissions.absorbed = 0
        map.omissions.ribbons = kept.count
        map.omissions.inRibbons = kept.reduce(0) { $0 + $1.edgeCount }
        map.omissions.thinRibbons = rest.reduce(0) { $0 + $1.edgeCount }
        map.omissions.withinGroups = links.reduce(0) {
            $0 + (numbers[$1.tail] == numbers[$1.head] ? $1.edges.count : 0)
        }
        map.omissions.smallGroups = groups.merged
        return map
    }

    /// A group as one shape: its name, how many it holds, and who has most links among them.
    private func shape(of box: ChartBox, _ ranked: [Int], _ graph: Graph) -> ChartNode {
        let people = ranked.flatMap { nodes[$0].members }
        let others = people.filter { $0 != box.node }
        let kinds = Dictionary(grouping: people, by: { graph.kind(of: $0) })
        let common = kinds.max { a, b in (a.value.count, b.key) < (b.value.count, a.key) }?.key
        var node = ChartNode(
            members: box.node.map { [$0] + others } ?? people,
            kind: box.node.map { graph.kind(of: $0) } ?? common ?? nodes[ranked[0]].kind,
            id: "group-" + box.id, label: [])
        node.isGroup = true
        node.label = wrapped(box.title, width: 22).map { LabelLine(text: $0, role: .name) }
        let count = node.members.count
        node.label.append(
            LabelLine(text: "\(grouped(Double(count))) node\(count == 1 ? "" : "s")", role: .detail))
        // A community's hub is in its name already.
        let shown = others.lazy.filter { !box.title.hasSuffix(shortName(of: graph[$0])) }.prefix(3)
        for member in shown {
            node.label.append(
                LabelLine(text: truncated(shortName(of: graph[member]), cells: 26), role: .detail))
        }
        var lines = [box.tooltip, "\(count) node\(count == 1 ? "" : "s"):"]
        for (kind, members) in kinds.sorted(by: { $0.key < $1.key }) {
            lines.append("\(members.count) \u{00D7} \(words(ofName: graph.ontology[kind].name))")
        }
        lines.append(people.prefix(12).map { printable(graph.name(of: $0)) }.joined(separator: ", "))
        if people.count > 12 { lines.append("+\(people.count - 12) more") }
        node.tooltip = lines.joined(separator: "\n")
        node.classes = ["group", "group-\(box.sort.rawValue)"]
        if isHighlighted {
            node.emphasis = ranked.contains { nodes[$0].emphasis == .strong } ? .strong : .faded
        }
        return node
    }
}
