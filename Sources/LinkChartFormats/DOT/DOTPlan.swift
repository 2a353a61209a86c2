internal import LinkChartModel

/// How a graph is laid out over the graphs and subgraphs of a DOT text: what was kept of a file when it was read is put
/// where it was, as far as the graph still allows.
struct DOTPlan {
    let graph: Graph
    /// The graphs of the file.
    var parts: [Part] = []
    /// For each node its name in the file.
    var names: [String] = []
    /// Whether an edge is in several subgraphs.
    var hasSeveralHomes = false
    var hasParts = false
    var hasNames: Set<NodeIndex> = []
    var hasNodeHome: Set<NodeIndex> = []
    var hasEdgeHome: Set<EdgeIndex> = []
    var hasOwnDirection: Set<EdgeIndex> = []

    /// One graph.
    struct Part {
        var name: String?
        var isDirected = true
        var isStrict = false
        var attributes: DOTMeaning.Raw = []
        var nodes: [NodeIndex] = []
        var subgraphs: [Subgraph] = []
        /// The subgraphs directly in it.
        var roots: [Int] = []
        /// Its edges, each with a subgraph it stands in, in order; one in several is here several times.
        var mentions: [(edge: EdgeIndex, home: Int?)] = []
    }

    /// A subgraph.
    struct Subgraph {
        var id: String
        /// Nil for one without a name.
        var name: String?
        var attributes: DOTMeaning.Raw = []
        /// The subgraphs around it and itself, the outermost first.
        var path: [Int] = []
        var children: [Int] = []
        var nodes: [NodeIndex] = []
        /// Of one without a name, what of the part's mentions stands in it or its own subgraphs.
        var mentions: [Int] = []

        var isAnonymous: Bool { name == nil }
    }

    init(_ graph: Graph) {
        self.graph = graph
        var consumed: Set<String> = []
        let numbers = makeParts(&consumed)
        let homes = makeSubgraphs(&consumed)
        nameNodes(numbers)
        placeNodes(numbers, homes)
        placeEdges(numbers, homes)
        describeFirst(&consumed)
    }

    // MARK: - What is said otherwise

    /// The attributes of a node that need not be written.
    func consumed(_ node: NodeIndex) -> Set<String> {
        var consumed: Set<String> = []
        if hasParts { consumed.insert(DOTMeaning.graphKey) }
        if hasNames.contains(node) { consumed.insert(DOTMeaning.nameKey) }
        if hasNodeHome.contains(node) { consumed.insert(DOTMeaning.subgraphKey) }
        return consumed
    }

    /// The attributes of an edge that need not be written.
    func consumed(_ edge: EdgeIndex) -> Set<String> {
        var consumed: Set<String> = []
        if hasEdgeHome.contains(edge) { consumed.insert(DOTMeaning.subgraphKey) }
        if hasOwnDirection.contains(edge) { consumed.insert("directed") }
        return consumed
    }

    // MARK: - Graphs

    /// Makes the graphs; returns for each node the position of its own.
    mutating func makeParts(_ consumed: inout Set<String>) -> [Int] {
        var first = Part()
        first.isDirected = !graph.isUndirected
        parts = [first]
        let alone = [Int](repeating: 0, count: graph.nodeCount)
        guard case .list(let others)? = graph.attributes["graphs"] else { return alone }
        for other in others {
            guard case .object(let members) = other, let part = Self.part(members) else {
                parts = [first]
                return alone
            }
            parts.append(part)
        }
        var numbers = alone
        for node in graph.nodes {
            switch node.attributes[DOTMeaning.graphKey] {
            case nil: continue
            case .integer(let number)? where number > 1 && number <= parts.count:
                numbers[node.index.position] = Int(number) - 1
            default:
                parts = [first]
                return alone
            }
        }
        for edge in graph.edges where numbers[edge.source.position] != numbers[edge.target.position] {
            // An edge from one graph to another makes them one.
            parts = [first]
            return alone
        }
        hasParts = true
        consumed.insert("graphs")
        return numbers
    }

    static func part(_ members: Attributes) -> Part? {
        var part = Part()
        for (name, value) in members {
            switch (name, value) {
            case ("name", .string(let text)) where DOTValue.canName(text): part.name = text
            case ("directed", false): part.isDirected = false
            case ("strict", true): part.isStrict = true
            case ("attributes", .object(let attributes)):
                guard let raw = raw(attributes, mayBeEmpty: false) else { return nil }
                part.attributes = raw
            default: return nil
            }
        }
        return part
    }

    /// Attributes as they were read; nil if DOT can't hold them so.
    static func raw(_ attributes: Attributes, mayBeEmpty: Bool) -> DOTMeaning.Raw? {
        var raw: DOTMeaning.Raw = []
        for (name, value) in attributes {
            let known = name == "label" ? DOTForm.labelValue(value) : DOTValue(value)
            guard let known, !name.isEmpty, DOTValue.canName(name), mayBeEmpty || known != .text("") else {
                return nil
            }
            raw.append((name, known))
        }
        raw.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return raw
    }

    mutating func describeFirst(_ consumed: inout Set<String>) {
        if !parts[0].isDirected { consumed.insert("directed") }
        if graph.attributes["strict"] == true, Self.isSimple(graph, parts[0]) {
            parts[0].isStrict = true
            consumed.insert("strict")
        }
        for position in parts.indices.dropFirst() where parts[position].isStrict {
            parts[position].isStrict = Self.isSimple(graph, parts[position])
        }
        var attributes = graph.attributes
        for name in consumed { attributes[name] = nil }
        if let name = attributes["name"]?.string, DOTValue.canName(name) {
            parts[0].name = name
        } else if !graph.title.isEmpty, Self.leavesTitle(attributes["label"], graph.title),
            DOTValue.canName(graph.title)
        {
            parts[0].name = graph.title
        }
        let form = DOTForm(graph, isDirected: parts[0].isDirected, graphName: parts[0].name ?? "")
        parts[0].attributes = form.graph(attributes, named: parts[0].name)
    }

    /// Whether a title is left to the name of the graph beside a label: there is none, or HTML, or one that repeats it.
    static func leavesTitle(_ label: AttributeValue?, _ title: String) -> Bool {
        switch label {
        case nil, .object: true
        default: label == .string(DOTLabel.label(showing: title))
        }
    }

    /// Whether no two edges have the same ends, which a strict graph would take for one.
    static func isSimple(_ graph: Graph, _ part: Part) -> Bool {
        var seen: Set<UInt64> = []
        var last: EdgeIndex?
        for (edge, _) in part.mentions where edge != last {
            last = edge
            var ends = (
                UInt64(graph.source(of: edge).position), UInt64(graph.target(of: edge).position)
            )
            if !part.isDirected, ends.0 > ends.1 { ends = (ends.1, ends.0) }
            if !seen.insert(ends.0 << 32 | ends.1).inserted { return false }
        }
        return true
    }

    // MARK: - Nodes and edges

    mutating func nameNodes(_ numbers: [Int]) {
        var taken = [Set<String>](repeating: [], count: parts.count)
        names.reserveCapacity(graph.nodeCount)
        var waiting: [NodeIndex] = []
        for node in graph.nodes {
            let part = numbers[node.index.position]
            var name = node.id
            var isOwn = false
            if let own = node.attributes[DOTMeaning.nameKey]?.string, own.isEmpty || part > 0 {
                name = own
                isOwn = true
            }
            if DOTValue.canName(name), taken[part].insert(name).inserted {
                names.append(name)
                if isOwn { hasNames.insert(node.index) }
            } else {
                names.append("")
                waiting.append(node.index)
            }
        }
        for node in waiting {
            var name = "n\(node.position)"
            while !taken[numbers[node.position]].insert(name).inserted { name += "_" }
            names[node.position] = name
        }
    }

    mutating func placeNodes(_ numbers: [Int], _ homes: Homes) {
        for position in 0..<graph.nodeCount {
            let node = NodeIndex(position)
            let part = numbers[position]
            parts[part].nodes.append(node)
            guard !homes.isEmpty,
                let found = positions(graph[node].attributes[DOTMeaning.subgraphKey], part, homes)
            else { continue }
            hasNodeHome.insert(node)
            for subgraph in found { parts[part].subgraphs[subgraph].nodes.append(node) }
        }
    }

    mutating func placeEdges(_ numbers: [Int], _ homes: Homes) {
        var nodeHomes: [NodeIndex: Set<Int>] = [:]
        for part in parts {
            for subgraph in part.subgraphs {
                for node in subgraph.nodes { nodeHomes[node, default: []].formUnion(subgraph.path) }
            }
        }
        let isDirected = !graph.isUndirected
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            let (source, target) = (graph.source(of: edge), graph.target(of: edge))
            let part = numbers[source.position]
            if hasParts, parts[part].isDirected != isDirected,
                graph[edge].attributes["directed"] == .bool(parts[part].isDirected)
            {
                hasOwnDirection.insert(edge)
            }
            var found: [Int]?
            if !homes.isEmpty {
                found = positions(graph[edge].attributes[DOTMeaning.subgraphKey], part, homes)
            }
            // An edge takes its nodes with it into a subgraph.
            guard let found,
                found.allSatisfy({ home in
                    nodeHomes[source]?.contains(home) == true && nodeHomes[target]?.contains(home) == true
                }), found.count == 1 || canBeMentionedTwice(edge, part)
            else {
                parts[part].mentions.append((edge, nil))
                continue
            }
            hasEdgeHome.insert(edge)
            if found.count > 1 { hasSeveralHomes = true }
            for home in found {
                let mention = parts[part].mentions.count
                parts[part].mentions.append((edge, home))
                for outer in parts[part].subgraphs[home].path where parts[part].subgraphs[outer].isAnonymous {
                    parts[part].subgraphs[outer].mentions.append(mention)
                }
            }
        }
    }

    /// Whether a second statement means the same edge: in a strict graph, and with a key.
    private func canBeMentionedTwice(_ edge: EdgeIndex, _ part: Int) -> Bool {
        parts[part].isStrict || (part == 0 && graph.attributes["strict"] == true) || graph[edge].hasOwnID
            || graph[edge].attributes["key"]?.string != nil
    }
}
