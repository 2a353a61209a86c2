internal import LinkChartModel

extension Chart {
    /// More ribbons than these hide each other, however many groups there are.
    static let mostRibbons = 120

    /// All links of a sort from one group to another, as one.
    struct Ribbon {
        var tail: Int
        var head: Int
        /// The first link, which lends its looks.
        var model: ChartLink
        var links: [Int]
        var edgeCount: Int
    }

    /// The links between groups, gathered by group, family and standing, those of most links first.
    ///
    /// - Parameter groupOf: by position in ``nodes``.
    func ribbons(_ groupOf: [Int]) -> [Ribbon] {
        struct Key: Hashable {
            var tail: Int
            var head: Int
            var family: LinkFamily
            var hasHead: Bool
            var isEstablished: Bool
            var emphasis: Emphasis
        }
        var positions: [Key: Int] = [:]
        var ribbons: [Ribbon] = []
        for (number, link) in links.enumerated() where groupOf[link.tail] != groupOf[link.head] {
            var key = Key(
                tail: groupOf[link.tail], head: groupOf[link.head], family: link.family,
                hasHead: link.heads == .head, isEstablished: link.isEstablished, emphasis: link.emphasis)
            if !key.hasHead, key.tail > key.head { swap(&key.tail, &key.head) }
            if let position = positions[key] {
                ribbons[position].links.append(number)
                ribbons[position].edgeCount += link.edges.count
            } else {
                positions[key] = ribbons.count
                ribbons.append(
                    Ribbon(
                        tail: key.tail, head: key.head, model: link, links: [number],
                        edgeCount: link.edges.count))
            }
        }
        return ribbons.enumerated().sorted { a, b in
            (b.element.edgeCount, a.offset) < (a.element.edgeCount, b.offset)
        }.map(\.element)
    }

    /// The ribbons that one can still tell apart: the strongest of each group, then those of most links.
    ///
    /// - Parameter all: those of most links first.
    static func readable(_ all: [Ribbon]) -> (kept: [Ribbon], rest: [Ribbon]) {
        let groups = Set(all.flatMap { [$0.tail, $0.head] }).count
        let most = min(mostRibbons, max(24, 5 * groups / 2))
        guard all.count > most else { return (all, []) }
        var isKept = [Bool](repeating: false, count: all.count)
        var own: [Int: Int] = [:]
        for (number, ribbon) in all.enumerated()
        where own[ribbon.tail, default: 0] < 1 || own[ribbon.head, default: 0] < 1 {
            isKept[number] = true
            own[ribbon.tail, default: 0] += 1
            own[ribbon.head, default: 0] += 1
        }
        var count = isKept.count { $0 }
        for number in all.indices where !isKept[number] && count < most {
            isKept[number] = true
            count += 1
        }
        return (
            all.indices.filter { isKept[$0] }.map { all[$0] },
            all.indices.filter { !isKept[$0] }.map { all[$0] }
        )
    }

    /// A ribbon as a link of the chart.
    ///
    /// - Parameter greatest: how many links the widest ribbon stands for.
    func link(
        of ribbon: Ribbon, tail: Int, head: Int, greatest: Int, names: inout IdentifierMaker
    ) -> ChartLink {
        var drawn = ribbon.model
        drawn.tail = tail
        drawn.head = head
        drawn.edges = ribbon.links.flatMap { links[$0].edges }
        drawn.crossesBorder = ribbon.links.contains { links[$0].crossesBorder }
        drawn.isContested = false
        // A ribbon's width tells how many.
        drawn.marksBorder = false
        drawn.id = names.identifier("ribbon", ribbon.model.id)
        var counts: [String: Int] = [:]
        for number in ribbon.links { counts[links[number].words, default: 0] += links[number].edges.count }
        let ranked = counts.sorted { a, b in (b.value, a.key) < (a.value, b.key) }
        let count = ribbon.edgeCount
        // Its colour says what sort of links it stands for, the tooltip which; one link is not worth a number.
        drawn.words = count == 1 ? "" : grouped(Double(count))
        drawn.ribbonWidth = 1.1 + 5.4 * (Double(count) / Double(max(1, greatest))).squareRoot()
        var lines = ["\(count) link\(count == 1 ? "" : "s"), \(ribbon.model.family.legend)"]
        lines += ranked.prefix(8).map { "\($0.value) \u{00D7} \($0.key)" }
        let tooltips = ribbon.links.prefix(8).map { links[$0].tooltip }.filter { !$0.isEmpty }
        lines += tooltips
        if ribbon.links.count > 8, !tooltips.isEmpty { lines.append("+\(ribbon.links.count - 8) more") }
        drawn.tooltip = lines.joined(separator: "\n")
        drawn.classes = ["ribbon", "family-\(ribbon.model.family.rawValue)"]
        if drawn.crossesBorder { drawn.classes.append("xborder") }
        if !drawn.isEstablished { drawn.classes.append("unestablished") }
        return drawn
    }

    /// Draws the links between boxes as ribbons; those within them show their texture only.
    mutating func gatherIntoRibbons() {
        // A node outside of all boxes is a group by itself.
        let groupOf = nodes.enumerated().map { $1.box ?? boxes.count + $0 }
        let (kept, rest) = Self.readable(ribbons(groupOf))
        var names = IdentifierMaker()
        let degrees = degrees()
        var hubs = [Int?](repeating: nil, count: boxes.count)
        for number in nodes.indices {
            guard let box = nodes[number].box else { continue }
            if hubs[box].map({ degrees[number] > degrees[$0] }) ?? true { hubs[box] = number }
        }
        let greatest = kept.map(\.edgeCount).max() ?? 1
        func end(_ group: Int) -> Int { group < boxes.count ? hubs[group] ?? 0 : group - boxes.count }
        let drawn = kept.map { ribbon in
            var link = link(
                of: ribbon, tail: end(ribbon.tail), head: end(ribbon.head), greatest: greatest, names: &names)
            link.span = ChartLink.Span(tail: ribbon.tail, head: ribbon.head)
            return link
        }
        omissions.ribbons = drawn.count
        omissions.inRibbons = kept.reduce(0) { $0 + $1.edgeCount }
        omissions.thinRibbons = rest.reduce(0) { $0 + $1.edgeCount }
        links.removeAll { groupOf[$0.tail] != groupOf[$0.head] }
        omissions.mergedLinks = 0
        links += drawn
    }

    /// Keeps of the links within boxes, or of all, those that each node has to its most linked neighbours: to as
    /// many as the root of its own links (M. Hamann, G. Lindner, H. Meyerhenke, C. Staudt, D. Wagner 2016,
    /// doi:10.1007/s13278-016-0332-2), the links by which groups hold together.
    ///
    /// - Parameter most: nothing is left out as long as there are no more links than these.
    /// - Complexity: O(*m* log *m*) for *m* links.
    mutating func keepStrongLinks(most: Int) {
        let quiet = links.indices.filter { links[$0].span == nil && links[$0].emphasis == .normal }
        guard quiet.count > most else { return }
        let degrees = degrees()
        var rows = [[Int32]](repeating: [], count: nodes.count)
        for number in quiet {
            rows[links[number].tail].append(Int32(number))
            rows[links[number].head].append(Int32(number))
        }
        func ranks(power: Double) -> [Bool] {
            var isKept = [Bool](repeating: false, count: links.count)
            for (node, row) in rows.enumerated() where !row.isEmpty {
                func other(_ link: Int32) -> Int {
                    let link = links[Int(link)]
                    return link.tail == node ? link.head : link.tail
                }
                let keep = max(1, Int(root(Double(row.count), power)))
                let ranked =
                    row.count <= keep
                    ? row : row.sorted { (degrees[other($1)], $0) < (degrees[other($0)], $1) }
                for link in ranked.prefix(keep) { isKept[Int(link)] = true }
            }
            return isKept
        }
        var isKept = ranks(power: 2)
        if quiet.count(where: { isKept[$0] }) > most { isKept = ranks(power: 4) }
        if quiet.count(where: { isKept[$0] }) > most { isKept = ranks(power: .infinity) }
        let isQuiet = Set(quiet)
        omissions.weakLinks = quiet.filter { !isKept[$0] }.reduce(0) { $0 + links[$1].edges.count }
        links = links.indices.filter { !isQuiet.contains($0) || isKept[$0] }.map { links[$0] }
    }

    private func root(_ value: Double, _ power: Double) -> Double {
        power == 2 ? value.squareRoot() : power == 4 ? value.squareRoot().squareRoot() : 1
    }

    /// Draws links within boxes thin and grey. All others cross a border then, which need not be said of each.
    mutating func quietInnerLinks() {
        for number in links.indices { links[number].marksBorder = false }
        for number in links.indices
        where links[number].span == nil && links[number].emphasis == .normal
            && (nodes[links[number].tail].box == nodes[links[number].head].box)
        {
            links[number].isQuiet = true
            links[number].words = ""
        }
    }
}
