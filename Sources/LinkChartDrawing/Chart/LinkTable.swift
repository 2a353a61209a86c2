internal import LinkChartModel

/// The lines of the picture while folding goes on: edges joined where they would be drawn alike.
struct LinkTable {
    /// A line between two nodes.
    struct Link {
        var edges: [EdgeIndex]
        /// The end it is drawn from: where the threat comes from, if any travels; else as written.
        var tail: NodeIndex
        var head: NodeIndex
        var family: LinkFamily
        var isDirected: Bool
        var flows: Bool
        var isEstablished: Bool
        var isContested: Bool
    }

    private struct Key: Hashable {
        var tail: NodeIndex
        var head: NodeIndex
        var family: LinkFamily
        var isDirected: Bool
        var isEstablished: Bool
        var isContested: Bool
    }

    var links: [Link] = []

    /// Joins the edges of a builder: those of one family between the same nodes, drawn in the same direction.
    init(_ builder: ChartBuilder) {
        var positions: [Key: Int] = [:]
        for drawn in builder.edges {
            var link = Self.link(of: drawn, builder)
            let joins = builder.options.detail == .folded
            var key = Key(
                tail: link.tail, head: link.head, family: link.family, isDirected: link.isDirected,
                isEstablished: link.isEstablished, isContested: link.isContested)
            if joins, !link.isDirected {
                // Without arrowheads the direction is free: that of a link that is there, else the lesser first.
                if link.head < link.tail { swap(&link.tail, &link.head) }
                (key.tail, key.head) = (link.tail, link.head)
                for (tail, head) in [(link.tail, link.head), (link.head, link.tail)] {
                    var other = key
                    (other.tail, other.head, other.isDirected) = (tail, head, true)
                    if positions[other] != nil { key = other }
                }
            }
            if joins, let position = positions[key] {
                links[position].edges.append(drawn.edge)
            } else {
                positions[key] = links.count
                links.append(link)
            }
        }
    }

    private static func link(of drawn: ChartBuilder.DrawnEdge, _ builder: ChartBuilder) -> Link {
        let definition = builder.graph.ontology[builder.graph.relation(of: drawn.edge)]
        let standing = builder.standing(of: drawn.edge)
        let isReversed = definition.flow == .reverse
        return Link(
            edges: [drawn.edge], tail: isReversed ? drawn.to : drawn.from,
            head: isReversed ? drawn.from : drawn.to,
            family: builder.family(of: drawn.edge),
            isDirected: !definition.isSymmetric && definition.flow != .both,
            flows: definition.flow != .none, isEstablished: standing.isEstablished,
            isContested: standing.isContested)
    }

    /// How many lines end at each node.
    func degrees() -> [NodeIndex: Int] {
        var degrees: [NodeIndex: Int] = [:]
        for link in links {
            degrees[link.tail, default: 0] += 1
            if link.head != link.tail { degrees[link.head, default: 0] += 1 }
        }
        return degrees
    }

    // MARK: - Folding

    /// Takes out edges that say what the boxes say.
    mutating func foldBoxLinks(_ builder: inout ChartBuilder) {
        let graph = builder.graph
        var relations: [String] = []
        for position in links.indices {
            let link = links[position]
            guard link.isEstablished, !link.isContested else { continue }
            links[position].edges = link.edges.filter { edge in
                guard !builder.protectedEdges.contains(edge) else { return true }
                let relation = graph.relation(of: edge)
                let (source, target) = (graph.source(of: edge), graph.target(of: edge))
                let isTold =
                    builder.roles.toldByBox.contains(relation)
                    && builder.boxes.boxes(around: source).contains { $0.node == target }
                    || builder.roles.toldByBoxOfSource.contains(relation)
                        && builder.boxes.boxes(around: target).contains { $0.node == source }
                guard isTold, source != target else { return true }
                builder.foldedEdges[builder.roles.toldByBox.contains(relation) ? source : target, default: []]
                    .append(edge)
                builder.omissions.toldByBoxes += 1
                let name = words(ofName: graph.ontology[relation].name)
                if !relations.contains(name) { relations.append(name) }
                return false
            }
        }
        links.removeAll { $0.edges.isEmpty }
        builder.omissions.boxRelations = relations
    }

    /// Writes leaves into the node that they only say something about: the organisation that a person leads,
    /// the place of an incident.
    mutating func absorbLeaves(_ builder: inout ChartBuilder) {
        let graph = builder.graph
        let kinds = KindSet(
            ["Organisation", "Place", "Region", "Means", "Actor"].compactMap {
                graph.ontology.kind(named: $0)
            })
        let degrees = degrees()
        let owners = Set(builder.boxes.boxOf.values.compactMap(\.node))
        var hosts: [NodeIndex: Int] = [:]
        links.removeAll { link in
            guard link.edges.count == 1, let edge = link.edges.first, link.isEstablished, !link.isContested,
                !builder.protectedEdges.contains(edge), link.tail != link.head
            else { return false }
            let relation = graph.relation(of: edge)
            guard builder.roles.belonging.contains(relation) else { return false }
            let (source, target) = (graph.source(of: edge), graph.target(of: edge))
            // The whole goes into its part; the part into its whole only if it does not act by itself.
            for (leaf, host) in [(target, source), (source, target)] {
                let isActor = graph.ontology[graph.kind(of: leaf)].name == "Actor"
                guard degrees[leaf] == 1, degrees[host, default: 0] > (leaf == target ? 0 : 1),
                    kinds.contains(graph.kind(of: leaf)),
                    !(isActor && leaf == source), !owners.contains(leaf), !owners.contains(host),
                    !builder.protectedNodes.contains(leaf), hosts[host, default: 0] < 3,
                    builder.absorbedInto[leaf] == nil, builder.absorbedInto[host] == nil,
                    builder.boxes.boxOf[leaf] == nil || builder.boxes.boxOf[leaf] == builder.boxes.boxOf[host]
                else { continue }
                if leaf == target, hosts[leaf] != nil { continue }
                hosts[host, default: 0] += 1
                builder.absorbedInto[leaf] = host
                builder.foldedEdges[host, default: []].append(edge)
                builder.omissions.absorbed += 1
                return true
            }
            return false
        }
        for leaf in builder.absorbedInto.keys { builder.isDrawn[leaf.position] = false }
    }

    /// Stacks nodes of one kind and box that have the same links to the same others.
    mutating func stackTwins(_ builder: inout ChartBuilder) {
        struct Arm: Hashable, Comparable {
            var other: NodeIndex
            var isTail: Bool
            var text: String
            static func < (a: Arm, b: Arm) -> Bool {
                (a.other, a.isTail ? 1 : 0, a.text) < (b.other, b.isTail ? 1 : 0, b.text)
            }
        }
        struct Signature: Hashable {
            var kind: KindID
            var box: BoxPlan.Key?
            var parent: BoxPlan.Key?
            var arms: [Arm]
        }
        let graph = builder.graph
        let owners = Set(builder.boxes.boxOf.values.compactMap(\.node)).union(
            builder.boxes.parents.values.compactMap(\.node))
        let hosts = Set(builder.absorbedInto.values)
        var arms: [NodeIndex: [Arm]] = [:]
        for link in links where link.tail != link.head {
            let text = linkText(link, graph)
            arms[link.tail, default: []].append(Arm(other: link.head, isTail: true, text: text))
            arms[link.head, default: []].append(Arm(other: link.tail, isTail: false, text: text))
        }
        var firsts: [Signature: NodeIndex] = [:]
        for (node, arms) in arms.sorted(by: { $0.key < $1.key }) {
            guard !builder.protectedNodes.contains(node), !owners.contains(node), !hosts.contains(node) else {
                continue
            }
            let box = builder.boxes.boxOf[node]
            let signature = Signature(
                kind: graph.kind(of: node), box: box, parent: box.flatMap { builder.boxes.parents[$0] },
                arms: arms.sorted())
            if let first = firsts[signature] {
                builder.stackedOn[node] = first
                builder.isDrawn[node.position] = false
                builder.omissions.stacked += 1
            } else {
                firsts[signature] = node
            }
        }
        guard !builder.stackedOn.isEmpty else { return }
        let firstsOfStacks = Set(builder.stackedOn.values)
        var positions: [String: Int] = [:]
        var joined: [Link] = []
        for var link in links {
            link.tail = builder.stackedOn[link.tail] ?? link.tail
            link.head = builder.stackedOn[link.head] ?? link.head
            let key = "\(link.tail.rawValue) \(link.head.rawValue) \(linkText(link, graph))"
            if let position = positions[key],
                firstsOfStacks.contains(link.tail) || firstsOfStacks.contains(link.head)
            {
                joined[position].edges += link.edges
            } else {
                positions[key] = joined.count
                joined.append(link)
            }
        }
        links = joined
    }

    private func linkText(_ link: Link, _ graph: Graph) -> String {
        let relations = Set(link.edges.map { graph.relation(of: $0).rawValue }).sorted()
        return "\(link.family) \(link.isDirected) \(link.isEstablished) \(link.isContested) \(relations)"
    }
}
