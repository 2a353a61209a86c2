internal import LinkChartModel

extension ChartBuilder {
    /// Puts the folded table into words and shapes.
    func chart(_ table: LinkTable) -> Chart {
        var chart = Chart(title: printable(graph.title))
        chart.omissions = omissions
        chart.isHighlighted = options.highlight != nil
        (chart.claims, chart.claimants) = countClaims()
        var names = IdentifierMaker()
        let boxNumbers = addBoxes(to: &chart, table, &names)
        let numbers = addNodes(to: &chart, boxNumbers, &names)
        for link in table.links {
            guard let tail = numbers[link.tail], let head = numbers[link.head] else { continue }
            chart.links.append(chartLink(link, tail: tail, head: head, &names))
        }
        chart.omissions.mergedLinks = table.links.reduce(0) { $0 + $1.edges.count - 1 }
        return chart
    }

    private func countClaims() -> (claims: Int, claimants: Int) {
        var claims = 0
        var claimants: Set<Party> = []
        for drawn in edges {
            for claim in options.parts.claims(of: drawn.edge, in: graph) {
                claims += 1
                if let claimant = claim.claimant { claimants.insert(claimant) }
            }
        }
        return (claims, claimants.count)
    }

    // MARK: - Boxes

    private func addBoxes(
        to chart: inout Chart, _ table: LinkTable, _ names: inout IdentifierMaker
    ) -> [BoxPlan.Key: Int] {
        let degrees = table.degrees()
        var keys: [BoxPlan.Key] = []
        var seen: Set<BoxPlan.Key> = []
        // In the order of their first nodes, each after the one around it.
        for position in 0..<graph.nodeCount where isDrawn[position] {
            for key in boxes.boxes(around: NodeIndex(position)).reversed() where seen.insert(key).inserted {
                keys.append(key)
            }
        }
        var numbers: [BoxPlan.Key: Int] = [:]
        for key in keys {
            var box = ChartBox(
                sort: .kind, title: "", id: "",
                parent: boxes.parents[key].flatMap { numbers[$0] })
            switch key {
            case .state: box.sort = .state
            case .region: box.sort = .region
            case .organisation: box.sort = .organisation
            case .kind(let kind):
                box.title = words(ofName: graph.ontology[kind].name)
                box.id = names.identifier("box", graph.ontology[kind].name)
            }
            if let node = key.node {
                box.node = node
                box.title = shortName(of: graph[node])
                box.id = names.identifier("box", graph.id(of: node))
                box.standsForNode =
                    options.detail == .folded && isDrawn[node.position] && degrees[node, default: 0] == 0
                    && !protectedNodes.contains(node)
                box.tooltip = nodeTooltip([node])
            } else {
                box.tooltip = box.title
            }
            if chart.isHighlighted { box.emphasis = .faded }
            numbers[key] = chart.boxes.count
            chart.boxes.append(box)
        }
        return numbers
    }

    // MARK: - Nodes

    private func addNodes(
        to chart: inout Chart, _ boxNumbers: [BoxPlan.Key: Int], _ names: inout IdentifierMaker
    ) -> [NodeIndex: Int] {
        var stacks: [NodeIndex: [NodeIndex]] = [:]
        for (node, first) in stackedOn { stacks[first, default: [first]].append(node) }
        var leaves: [NodeIndex: [NodeIndex]] = [:]
        for (leaf, host) in absorbedInto { leaves[host, default: []].append(leaf) }
        let hidden = Set(chart.boxes.compactMap { $0.standsForNode ? $0.node : nil })

        var numbers: [NodeIndex: Int] = [:]
        for position in 0..<graph.nodeCount where isDrawn[position] {
            let index = NodeIndex(position)
            guard !hidden.contains(index) else { continue }
            let members = (stacks[index] ?? [index]).sorted()
            let absorbed = (leaves[index] ?? []).sorted()
            var node = ChartNode(
                members: members, absorbed: absorbed, kind: graph.kind(of: index),
                id: names.identifier("node", graph.id(of: index)), label: [])
            node.label = label(members, absorbed)
            node.box = boxes.boxOf[index].flatMap { boxNumbers[$0] }
            node.tooltip = nodeTooltip(members + absorbed)
            if chart.isHighlighted { node.emphasis = protectedNodes.contains(index) ? .strong : .faded }
            node.classes = ["kind-" + Identifiers.name(graph.ontology[node.kind].name)]
            if options.focus?.node == index { node.classes.append("focus") }
            if node.emphasis == .strong { node.classes.append("highlight") }
            if node.emphasis == .faded { node.classes.append("faded") }
            numbers[index] = chart.nodes.count
            chart.nodes.append(node)
        }
        return numbers
    }

    /// More stacked names than these are counted.
    private static let mostNames = 6

    private func label(_ members: [NodeIndex], _ absorbed: [NodeIndex]) -> [LabelLine] {
        var lines: [LabelLine] = []
        let isStack = members.count > 1
        for (number, member) in members.prefix(Self.mostNames).enumerated() {
            let view = graph[member]
            for (row, text) in wrapped(shortName(of: view), width: 16).enumerated() {
                lines.append(LabelLine(text: text, role: .name, startsItem: number > 0 && row == 0))
            }
            var details = graph.details(of: member)
            for text in quantities[member] ?? [] where !details.contains(where: { text.hasPrefix($0) }) {
                details.append(text)
            }
            if isStack { details = Array(details.prefix(1)) }
            for text in details.prefix(2) {
                lines += wrapped(truncated(text, cells: 60), width: 20).map {
                    LabelLine(text: $0, role: .detail)
                }
            }
        }
        if members.count > Self.mostNames {
            lines.append(
                LabelLine(text: "+\(members.count - Self.mostNames) more", role: .detail, startsItem: true))
        }
        // An office says where better than the organisation's name does.
        guard members.count == 1, graph[members[0]].attributes["office"] == nil else { return lines }
        for leaf in absorbed {
            let name = shortName(of: graph[leaf])
            let said = lines.map(\.text).joined(separator: " ").lowercased()
            guard !said.contains(name.lowercased()) else { continue }
            let isPart = foldedEdges[members[0]]?.contains { graph.source(of: $0) == leaf } ?? false
            lines += wrapped(isPart ? "incl. \(name)" : name, width: 20).map {
                LabelLine(text: $0, role: .detail)
            }
        }
        if lines.isEmpty { lines.append(LabelLine(text: "(no name)", role: .detail)) }
        return lines
    }

    /// More edges than these are counted in a tooltip.
    private static let mostEdges = 12

    private func nodeTooltip(_ nodes: [NodeIndex]) -> String {
        var texts = nodes.prefix(Self.mostEdges).map { tooltips.text(of: $0) }
        if nodes.count > Self.mostEdges { texts.append("+\(nodes.count - Self.mostEdges) more") }
        var edges: [EdgeIndex] = []
        var seen: Set<EdgeIndex> = []
        for edge in nodes.flatMap({ foldedEdges[$0] ?? [] }) where seen.insert(edge).inserted {
            edges.append(edge)
        }
        return (texts + [edgeTooltip(edges)]).filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// More links than these can't be pointed at one by one; their claims would fill the file.
    private static let mostTooltips = 20_000

    private func edgeTooltip(_ edges: [EdgeIndex]) -> String {
        guard self.edges.count <= Self.mostTooltips else { return "" }
        var texts = edges.prefix(Self.mostEdges).map { tooltips.text(of: $0) }
        if edges.count > Self.mostEdges { texts.append("+\(edges.count - Self.mostEdges) more links") }
        return texts.joined(separator: "\n")
    }

    // MARK: - Links

    private func chartLink(
        _ link: LinkTable.Link, tail: Int, head: Int, _ names: inout IdentifierMaker
    ) -> ChartLink {
        var drawn = ChartLink(
            edges: link.edges, tail: tail, head: head, family: link.family,
            heads: link.isDirected ? .head : .none, flows: link.flows, words: relationText(of: link),
            id: names.identifier("link", graph.id(of: link.edges[0])))
        drawn.crossesBorder = link.flows && crossesBorder(link)
        drawn.isEstablished = link.isEstablished
        drawn.isContested = link.isContested
        if options.highlight != nil {
            drawn.emphasis = link.edges.contains(where: protectedEdges.contains) ? .strong : .faded
        }
        drawn.tooltip = edgeTooltip(link.edges)
        var relations: [String] = []
        for edge in link.edges {
            let name = "relation-" + Identifiers.name(graph.ontology[graph.relation(of: edge)].name)
            if !relations.contains(name), relations.count < 12 { relations.append(name) }
        }
        drawn.classes = ["family-\(link.family.rawValue)"] + relations
        if drawn.crossesBorder { drawn.classes.append("xborder") }
        if !drawn.isEstablished { drawn.classes.append("unestablished") }
        if drawn.isContested { drawn.classes.append("contested") }
        if drawn.emphasis == .strong { drawn.classes.append("highlight") }
        if drawn.emphasis == .faded { drawn.classes.append("faded") }
        return drawn
    }

    /// Whether the ends are of different states; ends whose states are unknown have those of their boxes.
    private func crossesBorder(_ link: LinkTable.Link) -> Bool {
        func territory(_ node: NodeIndex) -> Set<NodeIndex> {
            let states = territories.states(of: node)
            if !states.isEmpty { return Set(states) }
            return Set(boxes.boxes(around: node).compactMap(\.node))
        }
        let (here, there) = (territory(link.tail), territory(link.head))
        return !here.isEmpty && !there.isEmpty && here.isDisjoint(with: there)
    }

    /// The relations of a link as one reads them from tail to head: "hosts, shields".
    private func relationText(of link: LinkTable.Link) -> String {
        var texts: [String] = []
        for edge in link.edges {
            let definition = graph.ontology[graph.relation(of: edge)]
            let isReversed = definition.flow == .reverse
            var text = words(ofName: isReversed ? definition.inverse : definition.name)
            if !link.isEstablished {
                let modalities = Set(options.parts.claims(of: edge, in: graph).map(\.modality))
                if let only = modalities.first, modalities.count == 1 { text += " (\(only.rawValue))" }
            }
            if !texts.contains(text) { texts.append(text) }
        }
        if texts.count > 4 { texts[3...] = ["+\(texts.count - 3)"] }
        return texts.joined(separator: ", ") + (link.isContested ? " (contested)" : "")
    }
}
