internal import LinkChartModel

/// Finds out what the rules of a style come to on one graph.
struct StyleResolver {
    /// A rule with the names in it looked up.
    private struct Compiled {
        var rule: StyleRule
        var kinds: [(set: KindSet, subtype: String?)]
        var called: Set<String>
        var relations: Set<RelationID>
    }

    let graph: Graph
    let parts: SelectedParts
    let measures: [String: [Double]]
    private let rules: [Compiled]
    private let territories: TerritoryMap?
    private let extendsBuiltin: Bool
    /// Names that this graph does not know, with their places and what they may have been meant to be.
    private(set) var warnings: [String] = []
    /// Claims at each node, where a rule asks.
    private var claimCounts: [Int] = []
    private var linkCounts: [Int] = []

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
        extendsBuiltin = sheet.extendsBuiltin
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

    // MARK: - What applies

    private func holds(_ compiled: Compiled, of node: NodeIndex) -> Bool {
        let condition = compiled.rule.condition
        let view = graph[node]
        if !compiled.kinds.isEmpty {
            let kind = graph.kind(of: node)
            let isAny = compiled.kinds.contains { kinds in
                kinds.set.contains(kind)
                    && (kinds.subtype == nil || kinds.subtype == view.subtype.map { foldedKey($0) })
            }
            guard isAny else { return false }
        }
        if !compiled.called.isEmpty {
            let names = [view.id, view.name] + view.aliases
            guard names.contains(where: { compiled.called.contains(foldedKey($0)) }) else { return false }
        }
        if let claims = condition.claims, !claims.contains(Double(claimCounts[node.position])) {
            return false
        }
        for measure in condition.measures {
            guard let value = value(of: measure.name, node), measure.value.contains(value) else {
                return false
            }
        }
        return condition.attributes.isEmpty || holds(condition.attributes, of: view.attributes)
    }

    private func holds(_ compiled: Compiled, of edge: EdgeIndex, family: LinkFamily) -> Bool {
        let condition = compiled.rule.condition
        let relation = graph.relation(of: edge)
        if !condition.relations.isEmpty, !compiled.relations.contains(relation) { return false }
        if !condition.families.isEmpty, !condition.families.contains(family) { return false }
        if !condition.polarities.isEmpty,
            !condition.polarities.contains(graph.ontology[relation].polarity.rawValue)
        {
            return false
        }
        if let crosses = condition.crossesBorder,
            (territories?.crossesBorder(edge, of: graph) == .yes) != crosses
        {
            return false
        }
        if !condition.attributes.isEmpty, !holds(condition.attributes, of: graph[edge].attributes) {
            return false
        }
        let asksClaims =
            condition.claims != nil || condition.confidence != nil || !condition.modalities.isEmpty
            || condition.isEstablished != nil || condition.isContested != nil
        guard asksClaims else { return true }
        let claims = parts.claims(of: edge, in: graph)
        if let range = condition.claims, !range.contains(Double(claims.count)) { return false }
        if !condition.modalities.isEmpty,
            !claims.contains(where: { condition.modalities.contains($0.modality.rawValue) })
        {
            return false
        }
        if let range = condition.confidence {
            guard let confidence = confidence(of: claims), range.contains(confidence) else { return false }
        }
        let standing = EdgeStanding(of: claims)
        return (condition.isEstablished.map { $0 == standing.isEstablished } ?? true)
            && (condition.isContested.map { $0 == standing.isContested } ?? true)
    }

    private func holds(
        _ tests: [StyleCondition.Named<StyleTest>], of attributes: Attributes
    ) -> Bool {
        tests.allSatisfy { test in
            let value = attributes[test.name]
            switch test.value {
            case .exists(let exists): return (value != nil && value != .null) == exists
            case .isAny(let texts):
                guard let value else { return false }
                let own = Self.texts(of: value).map { $0.lowercased() }
                return texts.contains { own.contains($0.lowercased()) }
            case .range(let range): return value.flatMap(Self.number).map(range.contains) ?? false
            }
        }
    }

    private static func texts(of value: AttributeValue) -> [String] {
        switch value {
        case .string(let text): [text]
        case .integer(let number): ["\(number)"]
        case .number(let number): ["\(number)", styleNumber(number)]
        case .bool(let flag): [flag ? "true" : "false"]
        case .list(let values): values.flatMap(texts)
        case .null, .object: []
        }
    }

    /// A number, also of a text that is one and of a qualified number such as `{atLeast: 6000}`.
    static func number(of value: AttributeValue) -> Double? {
        switch value {
        case .integer, .number: value.double
        case .string(let text): Double(text)
        case .object(let members): members.lazy.compactMap { $0.value.double }.first
        case .null, .bool, .list: nil
        }
    }

    func value(of measure: String, _ node: NodeIndex) -> Double? {
        guard let values = measures[measure], values.indices.contains(node.position) else { return nil }
        return values[node.position].isNaN ? nil : values[node.position]
    }

    /// The greatest confidence that a claim states.
    func confidence(of claims: [Claim]) -> Double? {
        claims.compactMap { ($0.confidence ?? $0.credibility?.confidence)?.value }.max().map(Double.init)
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
            if let template = style.label {
                chart.nodes[number].label = label(template, node.members)
            }
        }
        for (number, link) in chart.links.enumerated() {
            let (style, amounts) = style(of: link)
            looks.links[link.id] = style
            linkScales.note(amounts, at: number) { value(of: $0, edges: link.edges) }
            if let template = style.label {
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

    // MARK: - Values

    private func value(of source: StyleScale.Source, members: [NodeIndex]) -> Double? {
        let values = members.compactMap { node -> Double? in
            switch source {
            case .claims: Double(claimCounts[node.position])
            case .links: Double(linkCounts[node.position])
            case .measure(let name): value(of: name, node)
            case .attribute(let name): graph[node].attributes[name].flatMap(Self.number)
            case .confidence: nil
            }
        }
        return values.max()
    }

    private func value(of source: StyleScale.Source, edges: [EdgeIndex]) -> Double? {
        switch source {
        case .claims: return Double(edges.reduce(0) { $0 + parts.claims(of: $1, in: graph).count })
        case .confidence:
            return edges.compactMap { confidence(of: parts.claims(of: $0, in: graph)) }.max()
        case .attribute(let name):
            return edges.compactMap { graph[$0].attributes[name].flatMap(Self.number) }.max()
        case .links: return Double(edges.count)
        case .measure: return nil
        }
    }

    private func label(_ template: LabelTemplate, _ members: [NodeIndex]) -> [LabelLine] {
        var lines: [LabelLine] = []
        for (number, member) in members.prefix(6).enumerated() {
            for (row, paragraph) in text(of: template, member).split(separator: "\n").enumerated() {
                for (line, text) in wrapped(truncated(printable(String(paragraph)), cells: 160), width: 18)
                    .enumerated()
                {
                    lines.append(
                        LabelLine(
                            text: text, role: row == 0 ? .name : .detail,
                            startsItem: number > 0 && row == 0 && line == 0))
                }
            }
        }
        if members.count > 6 {
            lines.append(LabelLine(text: "+\(members.count - 6) more", role: .detail, startsItem: true))
        }
        return lines
    }

    private func text(of template: LabelTemplate, _ node: NodeIndex) -> String {
        let view = graph[node]
        return template.parts.map { part -> String in
            switch part {
            case .text(let text): text
            case .name: printable(view.name)
            case .short: shortName(of: view)
            case .id: printable(view.id)
            case .kind: words(ofName: view.kindName)
            case .subtype: view.subtype.map { words(ofName: printable($0)) } ?? ""
            case .claims: "\(claimCounts[node.position])"
            case .measure(let name): value(of: name, node).map(styleNumber) ?? "\u{2014}"
            case .attribute(let name): view.attributes[name].map(valueText) ?? ""
            case .relation, .family, .modality, .confidence, .date: ""
            }
        }.joined()
    }

    private func text(of template: LabelTemplate, _ edges: [EdgeIndex], family: LinkFamily) -> String {
        let claims = edges.flatMap { parts.claims(of: $0, in: graph) }
        func distinct(_ texts: [String]) -> String {
            var seen: Set<String> = []
            let texts = texts.filter { !$0.isEmpty && seen.insert($0).inserted }
            return texts.prefix(4).joined(separator: ", ") + (texts.count > 4 ? ", \u{2026}" : "")
        }
        return template.parts.map { part -> String in
            switch part {
            case .text(let text): text
            case .relation:
                distinct(
                    edges.map { edge in
                        let definition = graph.ontology[graph.relation(of: edge)]
                        return words(
                            ofName: definition.flow == .reverse ? definition.inverse : definition.name)
                    })
            case .family: family.legend
            case .id: distinct(edges.map { printable(graph.id(of: $0)) })
            case .claims: "\(claims.count)"
            case .modality: distinct(claims.map(\.modality.rawValue))
            case .confidence: confidence(of: claims).map(styleNumber) ?? "\u{2014}"
            case .date: distinct(edges.map { graph.period(ofEdge: $0).map { "\($0)" } ?? "" })
            case .attribute(let name): distinct(edges.map { graph[$0].attributes[name].map(valueText) ?? "" })
            case .name, .short, .kind, .subtype, .measure: ""
            }
        }.joined()
    }

    private func valueText(_ value: AttributeValue) -> String {
        quantityText(value) ?? Self.texts(of: value).map(printable).joined(separator: ", ")
    }
}

/// The scales that apply to one thing.
struct Amounts {
    var size: StyleScale?
    var width: StyleScale?
}

/// Values on scales, gathered before their least and greatest are known.
struct Scales {
    private struct Entry {
        var number: Int
        var isSize: Bool
        var value: Double
    }
    private var entries: [StyleScale: [Entry]] = [:]
    /// In the order they were met.
    private var order: [StyleScale] = []

    mutating func note(_ amounts: Amounts, at number: Int, _ value: (StyleScale.Source) -> Double?) {
        for (scale, isSize) in [(amounts.size, true), (amounts.width, false)] {
            guard let scale, let value = value(scale.by), value.isFinite else { continue }
            if entries[scale] == nil { order.append(scale) }
            entries[scale, default: []].append(Entry(number: number, isSize: isSize, value: value))
        }
    }

    private func ends(_ scale: StyleScale) -> (least: Double, greatest: Double) {
        let values = (entries[scale] ?? []).map(\.value)
        return (scale.least ?? values.min() ?? 0, scale.greatest ?? values.max() ?? 0)
    }

    func sizes() -> [Int: (size: Double?, width: Double?)] {
        var sizes: [Int: (size: Double?, width: Double?)] = [:]
        for scale in order {
            let (least, greatest) = ends(scale)
            for entry in entries[scale] ?? [] {
                let size = scale.size(of: entry.value, least: least, greatest: greatest)
                if entry.isSize {
                    sizes[entry.number, default: (nil, nil)].size = size
                } else {
                    sizes[entry.number, default: (nil, nil)].width = size
                }
            }
        }
        return sizes
    }

    /// What each scale means: "size: betweenness, 0 to 0.31".
    func words(size: String = "size", width: String) -> [String] {
        var words: [String] = []
        for scale in order {
            let (least, greatest) = ends(scale)
            for isSize in [true, false] where (entries[scale] ?? []).contains(where: { $0.isSize == isSize })
            {
                var text = "\(isSize ? size : width): \(printable(scale.by.words))"
                text += greatest > least ? ", \(styleNumber(least)) to \(styleNumber(greatest))" : ""
                if scale.curve != .linear, greatest > least {
                    text += scale.curve == .sqrt ? " (square root)" : " (logarithmic)"
                }
                words.append(text)
            }
        }
        return words
    }
}
