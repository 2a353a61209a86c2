internal import LinkChartModel

/// Finds out what the rules of a style come to on one graph.
struct StyleResolver {
    /// A rule with the names in it looked up.
    struct Compiled {
        var rule: StyleRule
        var kinds: [(set: KindSet, subtype: String?)]
        var called: Set<String>
        var relations: Set<RelationID>
    }

    let graph: Graph
    let parts: SelectedParts
    let measures: [String: [Double]]
    let rules: [Compiled]
    let territories: TerritoryMap?
    /// Names that this graph does not know, with their places and what they may have been meant to be.
    private(set) var warnings: [String] = []
    /// Claims at each node, where a rule asks.
    private(set) var claimCounts: [Int] = []
    private(set) var linkCounts: [Int] = []

    /// Prepares a style.
    ///
    /// - Parameter measures: by name, a value for each node of the graph; NaN where it has none.
    /// - Complexity: linear in the graph and in the rules.
    init(_ sheet: StyleSheet, graph: Graph, parts: SelectedParts, measures: [String: [Double]] = [:]) {
        self.graph = graph
        self.parts = parts
        self.measures = measures
        let ontology = graph.ontology
        rules = sheet.cascade.map { rule in
            Compiled(
                rule: rule,
                kinds: rule.condition.kinds.map { name in
                    let pieces = name.split(separator: "/", maxSplits: 1).map(String.init)
                    return (
                        ontology.kinds(named: pieces.first ?? "") ?? KindSet(),
                        pieces.count > 1 ? foldedKey(pieces[1]) : nil
                    )
                },
                called: Set(rule.condition.called.map(foldedKey)),
                relations: Set(rule.condition.relations.compactMap { ontology.relation(named: $0) }))
        }
        territories =
            rules.contains { $0.rule.condition.crossesBorder != nil } ? TerritoryMap(of: graph) : nil
        for name in sheet.names {
            switch name.sort {
            case .kind:
                let kind = String(name.name.prefix { $0 != "/" })
                guard ontology.kinds(named: kind) == nil else { continue }
                let hint = ontology.nearestKindName(to: kind).map { "; did you mean `\($0)`?" } ?? ""
                warnings.append("\(name.place): this graph has no kind `\(kind)`\(hint)")
            case .relation:
                guard ontology.relation(named: name.name) == nil else { continue }
                let hint = ontology.nearestRelationName(to: name.name).map { "; did you mean `\($0)`?" } ?? ""
                warnings.append("\(name.place): this graph has no relation `\(name.name)`\(hint)")
            }
        }
        countLinks()
    }

    private mutating func countLinks() {
        claimCounts = Array(repeating: 0, count: graph.nodeCount)
        linkCounts = claimCounts
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            guard parts.includes(edge, of: graph) else { continue }
            let claims = parts.claims(of: edge, in: graph).count
            for node in Set([graph.source(of: edge), graph.target(of: edge)]) {
                claimCounts[node.position] += claims
                linkCounts[node.position] += 1
            }
        }
    }

    // MARK: - What is hidden

    /// The part of the graph that the rules leave to be seen, and how many nodes and links they hide.
    func visibleParts() -> (parts: SelectedParts, hiddenNodes: Int, hiddenLinks: Int) {
        guard rules.contains(where: { $0.rule.properties.isHidden != nil }) else { return (parts, 0, 0) }
        var visible = parts
        var nodes = parts.nodes ?? Array(repeating: true, count: graph.nodeCount)
        var edges = parts.edges ?? Array(repeating: true, count: graph.edgeCount)
        var hidden = (nodes: 0, links: 0)
        for position in nodes.indices where nodes[position] {
            var isHidden = false
            for compiled in rules where compiled.rule.target == .nodes {
                guard let hides = compiled.rule.properties.isHidden,
                    holds(compiled, of: NodeIndex(position))
                else { continue }
                isHidden = hides
            }
            if isHidden {
                nodes[position] = false
                hidden.nodes += 1
            }
        }
        let families = graph.ontology.relations.map(LinkFamily.init)
        for position in edges.indices where edges[position] {
            let edge = EdgeIndex(position)
            var isHidden = false
            for compiled in rules where compiled.rule.target == .links {
                guard let hides = compiled.rule.properties.isHidden,
                    holds(compiled, of: edge, family: families[Int(graph.relation(of: edge).rawValue)])
                else { continue }
                isHidden = hides
            }
            if isHidden {
                edges[position] = false
                hidden.links += 1
            }
        }
        visible.nodes = nodes
        visible.edges = edges
        return (visible, hidden.nodes, hidden.links)
    }

    // MARK: - Looks

    /// The looks of everything in a chart, whose texts are set as the rules say.
    mutating func looks(of chart: inout Chart) -> ChartLooks {
        var looks = ChartLooks()
        var nodeScales = Scales()
        var linkScales = Scales()
        for (number, node) in chart.nodes.enumerated() {
            let (style, amounts) = style(of: node)
            looks.nodes[node.id] = style
            nodeScales.note(amounts, at: number) { value(of: $0, members: node.members) }
            // A group's words are those of all its members, a texture's are none.
            if let template = style.label, !node.isGroup {
                chart.nodes[number].label = label(template, node.members)
            }
        }
        for (number, link) in chart.links.enumerated() {
            let (style, amounts) = style(of: link)
            looks.links[link.id] = style
            linkScales.note(amounts, at: number) { value(of: $0, edges: link.edges) }
            if let template = style.label, link.span == nil, !link.isQuiet {
                chart.links[number].words = printable(text(of: template, link.edges, family: link.family))
            }
        }
        for (number, sizes) in nodeScales.sizes() {
            let id = chart.nodes[number].id
            if let size = sizes.size { looks.nodes[id]?.scale = size }
            if let width = sizes.width { looks.nodes[id]?.borderWidth = width }
        }
        for (number, sizes) in linkScales.sizes() {
            if let width = sizes.width { looks.links[chart.links[number].id]?.width = width }
        }
        looks.scales = nodeScales.words(size: "size", width: "border") + linkScales.words(width: "width")
        looks.separateInks()
        return looks
    }

    private func style(of node: ChartNode) -> (KindStyle, Amounts) {
        let definition = graph.ontology[node.kind]
        let kindWords = words(ofName: definition.name)
        var style = KindStyle(shape: "box", fill: Inks.greyTint, border: Inks.grey, legend: kindWords)
        var amounts = Amounts()
        for compiled in rules where compiled.rule.target == .nodes {
            guard node.members.allSatisfy({ holds(compiled, of: $0) }) else { continue }
            let set = compiled.rule.properties
            if let fill = set.fill { style.fill = fill }
            if let stroke = set.stroke { style.border = stroke }
            if let text = set.text { style.text = text }
            if let shape = set.shape { style.shape = shape }
            if let dash = set.dash { style.dash = dash }
            if let outlines = set.outlines { style.outlines = outlines }
            if let isRounded = set.isRounded { style.isRounded = isRounded }
            if let margin = set.margin { style.margin = margin }
            if let fontSize = set.fontSize { style.fontSize = fontSize }
            if let label = set.label { style.label = label }
            if let order = set.order { style.order = order }
            switch set.icon {
            case .none?: style.icon = nil
            case .automatic?:
                style.icon = .automatic(
                    kind: definition.name, abstract: definition.abstract,
                    subtype: graph[node.members[0]].subtype)
            case .icon(let icon)?: style.icon = icon
            case nil: break
            }
            switch set.size {
            case .constant(let size)?: (style.scale, amounts.size) = (size, nil)
            case .scaled(let scale)?: amounts.size = scale
            case nil: break
            }
            switch set.width {
            case .constant(let width)?: (style.borderWidth, amounts.width) = (width, nil)
            case .scaled(let scale)?: amounts.width = scale
            case nil: break
            }
            let words = set.isVisible ? compiled.rule.condition.words : nil
            if let legend = set.legend ?? words {
                let text = printable(legend == "{kind}" ? kindWords : legend)
                // What says nothing of kinds comes on top of what the kind is called.
                let isOnTop =
                    compiled.rule.condition.kinds.isEmpty && compiled.rule.condition.called.isEmpty
                style.legend = isOnTop ? "\(style.legend), \(text)" : text
            }
        }
        return (style, amounts)
    }

    private func style(of link: ChartLink) -> (LinkStyle, Amounts) {
        var style = LinkStyle(line: Inks.grey, text: Inks.greyText, arrow: "vee", legend: link.family.legend)
        var amounts = Amounts()
        for compiled in rules where compiled.rule.target == .links {
            guard link.edges.contains(where: { holds(compiled, of: $0, family: link.family) }) else {
                continue
            }
            let set = compiled.rule.properties
            if let stroke = set.stroke { style.line = stroke }
            if let text = set.text ?? set.stroke { style.text = text }
            if let dash = set.dash { style.dash = dash }
            if let arrowhead = set.arrowhead { style.arrow = arrowhead }
            if let fontSize = set.fontSize { style.fontSize = fontSize }
            if let label = set.label { style.label = label }
            switch set.width {
            case .constant(let width)?: (style.width, amounts.width) = (width, nil)
            case .scaled(let scale)?: amounts.width = scale
            case nil: break
            }
            let words = set.isVisible ? compiled.rule.condition.words : nil
            if let legend = set.legend ?? words { style.legend = printable(legend) }
        }
        return (style, amounts)
    }
}
