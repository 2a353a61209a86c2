import LinkChart

/// Paths, set for people and for programs.
struct PathReport {
    /// The paths, in the order to print them.
    let paths: [Path]
    /// Why there may be more; nil if there are none.
    let truncation: Truncation?
    let graph: Graph
    /// The claims that count.
    let parts: SelectedParts
    /// Whether paths have a cost beside their hops.
    let isWeighted: Bool

    func report(notes: [String]) -> Report {
        var json = paths.map { object(of: $0) }
        if let truncation {
            json.append(["truncated": true, "reason": .string("\(truncation)")])
        }
        return Report(
            json: .tree(.list(json)), table: table, notes: notes, prose: prose,
            isTruncated: truncation != nil)
    }

    // MARK: - For programs

    private func object(of path: Path) -> AttributeValue {
        var members: Attributes = [
            "hops": .integer(Int64(path.hops)),
            "cost": isWeighted ? .number(path.cost) : .integer(Int64(path.hops)),
        ]
        if let reliability = path.reliability { members["reliability"] = .number(reliability) }
        members["nodes"] = .list(path.nodes.map { .string(graph.id(of: $0)) })
        members["edges"] = .list(
            path.steps.map { step in
                let edge = graph[step.edge]
                return [
                    "id": .string(edge.id), "from": .string(graph.id(of: edge.source)),
                    "relation": .string(edge.definition.name), "to": .string(graph.id(of: edge.target)),
                    "forward": .bool(step.isForward),
                    "claims": .list(parts.claims(of: step.edge, in: graph).map { object(of: $0) }),
                ]
            })
        return .object(members)
    }

    private func object(of claim: Claim) -> AttributeValue {
        var members: Attributes = [:]
        members["claimant"] = party(claim.claimant)
        members["via"] = party(claim.via)
        members["source"] = party(claim.source)
        members["locator"] = claim.locator.map { .string($0.text) }
        members["statement"] = claim.statement.map { .string($0) }
        members["date"] = claim.date.flatMap { $0.date.map { "\($0)" } ?? $0.raw }.map { .string($0) }
        members["modality"] = .string(claim.modality.rawValue)
        members["confidence"] = claim.confidence.map { .integer(Int64($0.value)) }
        return .object(members)
    }

    private func party(_ party: Party?) -> AttributeValue? {
        switch party {
        case .node(let node): .string(graph.id(of: node))
        case .named(let name): ["name": .string(name)]
        case nil: nil
        }
    }

    /// One row a hop.
    private var table: TextTable {
        var table = TextTable(
            ["path", "hop", "from", "relation", "to", "forward", "edge", "claimants"].map { .init(name: $0) })
        for (number, path) in paths.enumerated() {
            for (hop, step) in path.steps.enumerated() {
                let edge = graph[step.edge]
                let claimants = parts.claims(of: step.edge, in: graph).compactMap { name($0.claimant) }
                table.rows.append([
                    .init(number + 1), .init(hop + 1), .init(graph.id(of: edge.source)),
                    .init(edge.definition.name), .init(graph.id(of: edge.target)),
                    .init(step.isForward ? "true" : "false"), .init(edge.id),
                    .init(unique(claimants).joined(separator: "; ")),
                ])
            }
        }
        return table
    }

    // MARK: - For people

    /// Paths over the same nodes, with the links that each hop can take.
    private struct Chain {
        var nodes: [NodeIndex]
        var hops: [[Path.Step]]
        var paths = 0
        var cost: Double
    }

    private var chains: [Chain] {
        var positions: [[NodeIndex]: Int] = [:]
        var chains: [Chain] = []
        for path in paths {
            let position = positions[path.nodes] ?? chains.count
            if position == chains.count {
                positions[path.nodes] = position
                chains.append(
                    Chain(
                        nodes: path.nodes, hops: Array(repeating: [], count: path.hops), cost: path.cost))
            }
            chains[position].paths += 1
            for (hop, step) in path.steps.enumerated() where !chains[position].hops[hop].contains(step) {
                chains[position].hops[hop].append(step)
            }
        }
        return chains
    }

    private func prose(_ style: TerminalStyle) -> String {
        var text = ""
        let chains = chains
        for (number, chain) in chains.enumerated() {
            let names = chain.nodes.map { TerminalText.visible(graph.name(of: $0)) }
            var head = count(chain.hops.count, "hop")
            if isWeighted { head += ", cost \(jsonNumber(chain.cost))" }
            text +=
                style.bold("\(number + 1). \(names.joined(separator: " > "))") + style.dim("  (\(head))")
                + "\n"
            for (hop, steps) in chain.hops.enumerated() {
                for step in steps { text += line(step, from: names[hop], to: names[hop + 1], style) }
            }
            text += "\n"
        }
        guard !chains.isEmpty else { return "" }
        text += count(chains.count, "chain")
        if chains.count != paths.count { text += ", \(count(paths.count, "path")) link by link" }
        return text + "\n"
    }

    private func line(_ step: Path.Step, from: String, to: String, _ style: TerminalStyle) -> String {
        let edge = graph[step.edge]
        let relation = TerminalText.visible(edge.definition.name)
        let arrow = step.isForward ? "-\(relation)->" : "<-\(relation)-"
        var text = "   \(from) \(style.blue(arrow)) \(to)"
        if edge.standing.isContested { text += style.yellow("  contested") }
        if !EdgeStanding(of: parts.claims(of: step.edge, in: graph)).isEstablished {
            text += style.yellow("  not established")
        }
        text += "\n"
        for claim in parts.claims(of: step.edge, in: graph) {
            var words = name(claim.claimant) ?? "(nobody named)"
            if let via = name(claim.via) { words += " via \(via)" }
            words += ", \(claim.modality.rawValue)"
            if let confidence = claim.confidence { words += ", confidence \(confidence.value)" }
            if let source = name(claim.source), claim.locator == nil { words += ", \(source)" }
            if let locator = claim.locator { words += ", \(locator.text)" }
            if let statement = claim.statement { words += ": \(statement)" }
            text += style.dim("      \(TerminalText.visible(words))") + "\n"
        }
        return text
    }

    private func name(_ party: Party?) -> String? {
        switch party {
        case .node(let node): graph.name(of: node)
        case .named(let name): name
        case nil: nil
        }
    }

    private func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
