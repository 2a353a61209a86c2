internal import LinkChartModel

/// Writes a chart with everything behind it as the JSON that the interactive page reads; `DATA.md` beside the page's
/// scripts describes it.
///
/// The chart must be one without folding, so that each link of it is one edge of the graph.
struct PageData {
    let graph: Graph
    let options: DrawingOptions
    let chart: Chart
    let layout: ChartLayout
    let engine: LayoutEngine
    /// What the reader should know that no filter of the page says: notes and what was left out.
    let omissions: [String]

    private let used: UsedDefinitions
    private let texts: TooltipWriter
    private let territories: TerritoryMap
    private let degrees: [Int]
    private var claimants = PartyTable()
    private var sources = PartyTable()
    private var json = PageJSON()

    init(
        graph: Graph, options: DrawingOptions, chart: Chart, layout: ChartLayout, engine: LayoutEngine,
        omissions: [String]
    ) {
        self.graph = graph
        self.options = options
        self.chart = chart
        self.layout = layout
        self.engine = engine
        self.omissions = omissions
        used = UsedDefinitions(chart, graph)
        texts = TooltipWriter(graph: graph, parts: options.parts)
        territories = TerritoryMap(of: graph)
        var degrees = [Int](repeating: 0, count: chart.nodes.count)
        for link in chart.links {
            degrees[link.tail] += 1
            degrees[link.head] += 1
        }
        self.degrees = degrees
    }

    /// The JSON.
    ///
    /// - Complexity: linear in nodes, links, claims and their texts.
    mutating func bytes() -> [UInt8] {
        json = PageJSON()
        json.reserveCapacity(4096 + chart.nodes.count * 300 + chart.links.count * 400)
        // Written as one value after another, because what claims refer to is only known after them.
        var json = self.json
        json.object { json in
            json.member("version", 1)
            json.member("title", chart.title.isEmpty ? "Link chart" : chart.title)
            if let language = graph.attributes["language"]?.string { json.member("language", language) }
            if options.theme != .auto { json.member("theme", options.theme.rawValue) }
            json.member("positions", positions)
            json.key("omissions")
            json.array(omissions) { $0.string($1) }
            writeStart(&json)
            writeDefinitions(&json)
            writeGroups(&json)
            json.key("nodes")
            json.array { json in for number in chart.nodes.indices { writeNode(number, &json) } }
            json.key("links")
            json.array { json in for number in chart.links.indices { writeLink(number, &json) } }
            writeParties(&json)
        }
        return json.bytes
    }

    /// What the page shows first: the node in focus, or the ends of the highlighted chains.
    private func writeStart(_ json: inout PageJSON) {
        var numbers: [NodeIndex: Int] = [:]
        for (number, node) in chart.nodes.enumerated() { numbers[node.members[0]] = number }
        if let highlight = options.highlight, let from = numbers[highlight.from],
            let to = numbers[highlight.to]
        {
            json.key("start")
            json.object { json in
                json.key("path")
                json.array([from, to]) { $0.integer($1) }
            }
        } else if let focus = options.focus, let node = numbers[focus.node] {
            json.key("start")
            json.object { $0.member("node", node) }
        }
    }

    private func writeDefinitions(_ json: inout PageJSON) {
        json.key("kinds")
        json.array(used.kinds) { $0.kind(graph.ontology[$1]) }
        json.key("families")
        json.array(LinkFamily.allCases) { $0.family($1) }
        json.key("relations")
        json.array(used.relations) { $0.relation(graph.ontology[$1]) }
        json.key("modalities")
        json.array(Modality.allCases) { json, modality in
            json.object { json in
                json.member("name", modality.rawValue)
                json.member("label", modality.rawValue)
            }
        }
    }

    private func writeGroups(_ json: inout PageJSON) {
        json.key("groups")
        json.array { json in
            for (number, box) in chart.boxes.enumerated() {
                guard let frame = layout.boxes[number] else { continue }
                var level = 0
                var parent = box.parent
                while let outer = parent {
                    level += 1
                    parent = chart.boxes[outer].parent
                }
                json.object { json in
                    json.member("label", box.title)
                    json.member("kind", box.sort.rawValue)
                    json.member("x", frame.minX)
                    json.member("y", frame.minY)
                    json.member("width", frame.width)
                    json.member("height", frame.height)
                    json.member("level", level)
                }
            }
        }
    }

    // MARK: - Nodes

    private func writeNode(_ number: Int, _ json: inout PageJSON) {
        let drawn = chart.nodes[number]
        let index = drawn.members[0]
        let node = graph[index]
        let frame = layout.nodes[number]
        let growth = drawn.isDot ? growth(number) : 1
        json.object { json in
            json.member("id", node.id)
            json.member("name", node.name)
            json.member("kind", used.kindNumbers[drawn.kind] ?? 0)
            json.member("territory", unlessEmpty: territory(of: index))
            if !node.aliases.isEmpty {
                json.key("aliases")
                json.array(node.aliases) { $0.string($1) }
            }
            json.member("x", frame.centre.x)
            json.member("y", frame.centre.y)
            json.member("width", frame.width * growth)
            json.member("height", frame.height * growth)
            if !drawn.isDot {
                json.key("lines")
                json.array(drawn.label) { json, line in
                    // A string alone is a line of the name.
                    if line.role == .name { return json.string(line.text) }
                    json.object { json in
                        json.member("text", line.text)
                        json.member("isSmall", true, unless: false)
                    }
                }
            }
            let subtype = node.subtype.map { [("type", words(ofName: $0))] } ?? []
            json.member(attributes: subtype + texts.pairs(of: node.attributes))
        }
    }

    /// How much larger than laid out a dot is drawn: with its links, but not so far that dots hide each other.
    private func growth(_ node: Int) -> Double { min(2, 0.8 + 0.15 * Double(degrees[node]).squareRoot()) }

    /// More states than these are counted.
    private static let mostStates = 3

    private func territory(of node: NodeIndex) -> String {
        let states = territories.states(of: node).filter { $0 != node }
        var text = states.prefix(Self.mostStates).map { graph.name(of: $0) }.joined(separator: ", ")
        if states.count > Self.mostStates { text += " +\(states.count - Self.mostStates)" }
        return text
    }

    // MARK: - Links

    private mutating func writeLink(_ number: Int, _ json: inout PageJSON) {
        let link = chart.links[number]
        let edge = graph[link.edges[0]]
        let isReversed = edge.definition.flow == .reverse
        // References into tables that grow while claims are written.
        var (claimants, sources) = (self.claimants, self.sources)
        defer { (self.claimants, self.sources) = (claimants, sources) }
        json.object { json in
            json.member("id", edge.id)
            json.member("from", isReversed ? link.head : link.tail)
            json.member("to", isReversed ? link.tail : link.head)
            json.member("relation", used.relationNumbers[edge.relation] ?? 0)
            json.member("isCrossBorder", link.isThick, unless: false)
            json.member("isEstablished", link.isEstablished, unless: true)
            json.member("isContested", link.isContested, unless: false)
            json.member("isDirected", link.heads == .head, unless: true)
            json.member("isReversed", isReversed, unless: false)
            writeCourse(number, &json)
            if let valid = edge.valid ?? graph.period(ofEdge: edge.index).map({ RecordedDate(date: $0) }) {
                json.member("date", valid)
            }
            let attributes = edge.attributes.filter { $0.name != "implied" }
            json.member(attributes: texts.pairs(of: Attributes(attributes.map { ($0.name, $0.value) })))
            json.key("claims")
            json.array(options.parts.claims(of: edge.index, in: graph)) { json, claim in
                write(claim, &claimants, &sources, &json)
            }
        }
    }

    /// Whether links take ways of their own; where there are very many, a page is quicker without.
    private var hasCurves: Bool {
        switch engine {
        case .columns, .dot: true
        case .islands: chart.nodes.count <= PreparedChart.singleLimits.nodes
        default: false
        }
    }

    /// The line and its words, where the layout leads it: the page draws straight lines by itself.
    private func writeCourse(_ number: Int, _ json: inout PageJSON) {
        let course = layout.courses[number]
        if course.curve.count >= 4, hasCurves {
            json.key("curve")
            json.array { json in
                for (position, point) in course.curve.enumerated() {
                    let isLast = position == course.curve.count - 1
                    let end = isLast ? course.tip ?? point : point
                    json.number(end.x)
                    json.number(end.y)
                }
            }
        }
        guard let label = layout.labels[number] else { return }
        json.member("label", label.lines.joined(separator: " "))
        json.key("labelBox")
        json.array([label.frame.minX, label.frame.minY, label.size.width, label.size.height]) {
            $0.number($1)
        }
    }

    /// Where the positions come from, in words.
    private var positions: String {
        let dots = chart.nodes.contains { $0.isDot } ? "; a dot grows with its links" : ""
        switch engine {
        case .columns:
            let boxes = options.grouping.rawValue
            return "columns from left to right along the flow of threat, boxed by \(boxes)"
        case .islands: return "what belongs together on islands, laid out by forces" + dots
        case .cloud: return "linked nodes near each other, laid out by forces" + dots
        default: return "Graphviz \(engine)" + dots
        }
    }

    // MARK: - Claims

    private func write(
        _ claim: Claim, _ claimants: inout PartyTable, _ sources: inout PartyTable, _ json: inout PageJSON
    ) {
        json.object { json in
            json.member("claimant", claimants.number(of: claim.claimant))
            if let via = claim.via { json.member("via", claimants.number(of: via)) }
            json.member("modality", Modality.allCases.firstIndex(of: claim.modality) ?? 0)
            if let confidence = claim.confidence { json.member("confidence", confidence.value) }
            if let source = claim.source { json.member("source", sources.number(of: source)) }
            json.member("locator", unlessEmpty: claim.locator?.text ?? "")
            json.member("statement", unlessEmpty: claim.statement ?? "")
            if let date = claim.date { json.member("stated", unlessEmpty: date.raw ?? date.description) }
            let grade = (claim.reliability?.rawValue ?? "") + (claim.credibility?.rawValue ?? "")
            let rating = grade.isEmpty ? [] : [("Admiralty code", grade)]
            json.member(attributes: rating + texts.pairs(of: claim.attributes))
        }
    }

    private func writeParties(_ json: inout PageJSON) {
        json.key("claimants")
        var taken: Set<String> = []
        json.array(claimants.parties) { json, party in
            // Deep links name claimants, so no two may have the same identifier.
            var (id, name) =
                switch party {
                case .node(let node): (graph.id(of: node), graph.name(of: node))
                case .named(let name): (name, name)
                case nil: ("nobody", "Nobody named")
                }
            while !taken.insert(id).inserted { id += "'" }
            json.object { json in
                json.member("id", id)
                json.member("name", name)
            }
        }
        json.key("sources")
        json.array(sources.parties) { json, party in
            json.object { json in
                guard case .node(let node) = party else {
                    if case .named(let name) = party { json.member("title", name) }
                    return
                }
                json.member("title", graph.name(of: node))
                let attributes = graph[node].attributes
                func text(_ names: String...) -> String {
                    names.lazy.compactMap { attributes[$0].map(texts.text) }.first ?? ""
                }
                json.member("publisher", unlessEmpty: text("publisher"))
                json.member("author", unlessEmpty: text("author", "authors"))
                json.member("date", unlessEmpty: text("date"))
                json.member("url", unlessEmpty: text("url"))
            }
        }
    }
}
