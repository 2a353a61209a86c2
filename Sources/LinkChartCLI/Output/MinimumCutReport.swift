import LinkChart

/// What separates one node from another, as the command `cuts` prints it.
struct MinimumCutReport {
    let source: NodeIndex
    let target: NodeIndex
    let projection: Projection
    let graph: Graph
    /// Whether a node cut was asked for, also if there can be none.
    let isNodeCutAsked: Bool
    let nodeCut: NodeCut?
    let edgeCut: EdgeCut?

    func report(notes: [String]) -> Report {
        var table = TextTable([
            .init(name: "cut"), .init(name: "id"), .init(name: "what"), .init(name: "kind"),
            .init(name: "capacity", isNumeric: true),
        ])
        for node in nodeCut?.nodes.nodes ?? [] {
            let view = graph[node]
            table.rows.append([
                .init("node"), .init(view.id), .init(view.name), .init(view.kindName), .init(1),
            ])
        }
        let links = edgeCut?.links ?? []
        for (link, capacity) in zip(links, TextTable.Cell.scores(links.map(\.capacity))) {
            guard let edge = link.edge.map({ graph[$0] }) else { continue }
            let ends = (graph[edge.source], graph[edge.target])
            table.rows.append([
                .init("edge"), .init(edge.id),
                .init("\(ends.0.name) \(edge.definition.name) \(ends.1.name)"),
                .init("\(ends.0.kindName) -> \(ends.1.kindName)"), capacity,
            ])
        }
        return Report(json: .tree(json), table: table, notes: remarks + notes)
    }

    private var json: AttributeValue {
        var members: [(String, AttributeValue)] = [
            ("from", .string(graph.id(of: source))), ("to", .string(graph.id(of: target))),
            ("projection", .string(projection.description)),
        ]
        if isNodeCutAsked { members.append(("nodeCut", nodeCut.map(json(of:)) ?? .null)) }
        if let edgeCut { members.append(("edgeCut", json(of: edgeCut))) }
        return .object(Attributes(members))
    }

    private func json(of cut: NodeCut) -> AttributeValue {
        [
            "size": .integer(Int64(cut.nodes.count)),
            "nodes": .list(
                cut.nodes.map { node in
                    let view = graph[node]
                    return [
                        "id": .string(view.id), "name": .string(view.name), "kind": .string(view.kindName),
                    ]
                }),
            "sourceSide": .integer(Int64(cut.sourceSide.count)),
            "targetSide": .integer(Int64(cut.targetSide.count)),
        ]
    }

    private func json(of cut: EdgeCut) -> AttributeValue {
        [
            "size": .integer(Int64(cut.links.count)), "weights": .string(cut.weights.description),
            "capacity": .number(cut.capacity),
            "edges": .list(
                cut.links.compactMap { link -> AttributeValue? in
                    guard let edge = link.edge.map({ graph[$0] }) else { return nil }
                    return [
                        "edge": .string(edge.id), "from": .string(graph.id(of: edge.source)),
                        "relation": .string(edge.definition.name), "to": .string(graph.id(of: edge.target)),
                        "capacity": .number(link.capacity),
                    ]
                }),
            "sourceSide": .integer(Int64(cut.sourceSide.count)),
            "targetSide": .integer(Int64(cut.targetSide.count)),
        ]
    }

    /// What was found, and why it is little.
    private var remarks: [String] {
        let (from, to) = (graph.name(of: source), graph.name(of: target))
        var remarks = ["minimum cuts from \(from) to \(to) on \(projection.description)"]
        let isApart = (nodeCut.map { $0.nodes.isEmpty } ?? true) && (edgeCut.map { $0.links.isEmpty } ?? true)
        if isApart && (nodeCut != nil || edgeCut != nil) {
            remarks.append(
                "nothing to cut: \(from) does not reach \(to)"
                    + (projection.isDirected
                        ? " along the links' directions (--undirected disregards them)" : ""))
            return remarks
        }
        if let nodeCut {
            remarks.append(
                "node cut: \(count(nodeCut.nodes.count, "node")); then \(from) reaches "
                    + "\(count(nodeCut.sourceSide.count - 1, "other")), not \(count(nodeCut.targetSide.count, "node"))"
            )
        } else if isNodeCutAsked {
            remarks.append("no node cut: \(from) is linked with \(to) directly")
        }
        if let edgeCut {
            let capacity =
                edgeCut.weights == .unit
                ? "" : ", \(TextTable.Cell.scores([edgeCut.capacity])[0].text) by \(edgeCut.weights)"
            remarks.append(
                "edge cut: \(count(edgeCut.links.count, "edge"))\(capacity); then \(from) reaches "
                    + "\(count(edgeCut.sourceSide.count - 1, "other")), not \(count(edgeCut.targetSide.count, "node"))"
            )
        }
        return remarks
    }
}
