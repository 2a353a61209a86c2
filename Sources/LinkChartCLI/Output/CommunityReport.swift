import LinkChart

/// Communities, set for people and for programs.
struct CommunityReport {
    let found: Communities
    let quality: PartitionQuality
    /// The communities to print.
    let profiles: [CommunityProfile]
    let graph: Graph

    /// - Parameters:
    ///   - minSize: of how many nodes communities are at least.
    ///   - top: how many were asked for at most.
    ///   - notes: what is to be said of the projection and the selection.
    func report(minSize: Int, top: Int?, notes: [String]) -> Report {
        let members = MemberRows(profiles)
        return Report(
            json: .written { write(to: &$0) },
            table: TextTable(
                ["community", "id", "name", "kind", "internalLinks"].map { .init(name: $0) },
                count: members.count
            ) { row in
                let (community, member) = members[row]
                let node = member.node
                return [
                    .init(community.number + 1), .init(graph.id(of: node)), .init(graph.name(of: node)),
                    .init(kindName(of: node)), .init(member.internalLinks),
                ]
            },
            notes: remarks(minSize: minSize, top: top) + notes, prose: summary,
            lines: .rows(count: members.count) { row, json in
                let (community, member) = members[row]
                json.object {
                    $0.member("community", community.number + 1)
                    write(member, to: &$0)
                }
            })
    }

    private func kindName(of node: NodeIndex) -> String { graph.ontology[graph.kind(of: node)].name }

    // MARK: - For programs

    private func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("method", found.method.rawValue)
            json.member("objective", found.objective?.rawValue)
            json.member("resolution", found.objective == nil ? nil : found.resolution)
            json.member("weights", found.weights.description)
            json.name("seed")
            json.value(found.seed)
            json.member("projection", found.projection.description)
            json.member("quality") {
                $0.object {
                    $0.member("modularity", quality.modularity)
                    $0.member("coverage", quality.coverage)
                    $0.member("conductance", meanConductance)
                    $0.member("crossingLinks", quality.crossingLinks)
                }
            }
            json.member("count", found.count)
            json.member("communities") {
                $0.array { for profile in profiles { write(profile, to: &$0) } }
            }
        }
    }

    private func write(_ profile: CommunityProfile, to json: inout JSONWriter) {
        json.object { json in
            json.member("community", profile.number + 1)
            json.member("size", profile.size)
            json.member("internalLinks", profile.quality.internalLinks)
            json.member("externalLinks", profile.quality.externalLinks)
            json.member("conductance", profile.quality.conductance)
            json.member("commonestKind") {
                $0.object {
                    $0.member("kind", graph.ontology[profile.commonestKind.value].name)
                    $0.member("members", profile.commonestKind.count)
                }
            }
            json.member("commonestState") {
                guard let state = profile.commonestState else { return $0.null() }
                $0.object {
                    $0.member("id", graph.id(of: state.value))
                    $0.member("members", state.count)
                }
            }
            json.member("members") {
                $0.array { for member in profile.members { $0.object { write(member, to: &$0) } } }
            }
        }
    }

    private func write(_ member: CommunityProfile.Member, to json: inout JSONWriter) {
        json.member("id", graph.id(of: member.node))
        json.member("name", graph.name(of: member.node))
        json.member("kind", kindName(of: member.node))
        json.member("internalLinks", member.internalLinks)
    }

    /// The mean over all communities that have a conductance.
    private var meanConductance: Double? {
        let known = quality.parts.compactMap(\.conductance)
        return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }

    // MARK: - For people

    private func summary(_ style: TerminalStyle) -> String {
        let hasStates = profiles.contains { $0.commonestState != nil }
        var columns: [TextTable.Column] = [
            .init(name: "community", isNumeric: true), .init(name: "size", isNumeric: true),
            .init(name: "links", isNumeric: true), .init(name: "conductance", isNumeric: true),
            .init(name: "mostly"),
        ]
        if hasStates { columns.append(.init(name: "in")) }
        columns.append(.init(name: "most central members"))
        let table = TextTable(columns, count: profiles.count) { row in
            let profile = profiles[row]
            let links = profile.quality
            var cells: [TextTable.Cell] = [
                .init(profile.number + 1), .init(grouped(profile.size)),
                .init("\(grouped(links.internalLinks)) + \(grouped(links.externalLinks))"),
                .init(links.conductance.map { rounded($0) } ?? "-"),
                .init(
                    share(
                        graph.ontology[profile.commonestKind.value].name, profile.commonestKind.count, profile
                    )),
            ]
            if hasStates {
                let state = profile.commonestState.map { share(graph.name(of: $0.value), $0.count, profile) }
                cells.append(.init(state ?? ""))
            }
            let names = profile.members.prefix(4).map { graph.name(of: $0.node) }.joined(separator: ", ")
            let more = profile.size > 4 ? ", … \(grouped(profile.size - 4)) more" : ""
            cells.append(.init(names + more))
            return cells
        }
        return table.aligned(style)
    }

    private func share(_ name: String, _ count: Int, _ profile: CommunityProfile) -> String {
        count == profile.size ? name : "\(name) \(grouped(count))/\(grouped(profile.size))"
    }

    private func rounded(_ number: Double) -> String { ScoreForm(decimals: 3).text(number) }

    private func remarks(minSize: Int, top: Int?) -> [String] {
        let plain = found.projection
        let links = quality.parts.reduce(quality.crossingLinks) { $0 + $1.internalLinks }
        var way = found.method.rawValue
        if let objective = found.objective {
            way += ", \(objective.rawValue), resolution \(ScoreForm.short(found.resolution))"
        }
        if found.weights != .unit { way += ", weighed by \(found.weights)" }
        var remarks = [
            "\(count(found.count, "community", plural: "communities")) by \(way), seed \(found.seed), on "
                + "\(plain.description): \(count(plain.nodeCount, "node")), \(count(links, "link"))"
        ]
        if let modularity = quality.modularity, let coverage = quality.coverage {
            remarks.append(
                "modularity \(rounded(modularity)), coverage \(rounded(coverage)), "
                    + "mean conductance \(meanConductance.map { rounded($0) } ?? "undefined"), "
                    + "\(count(quality.crossingLinks, "link")) between communities")
        }
        let small = found.partition.sizes.count { $0 < minSize }
        if small > 0 {
            remarks.append(
                "\(count(small, "community", plural: "communities")) of fewer than \(count(minSize, "node")) "
                    + "left out")
        }
        if let top, found.count - small > top { remarks.append("only the \(grouped(top)) largest printed") }
        if let reason = emptyReason(top: top) { remarks.append(reason) }
        return remarks
    }

    private func emptyReason(top: Int?) -> String? {
        let plain = found.projection
        if plain.nodeCount == 0 {
            return graph.nodeCount == 0
                ? "nothing to divide: the graph has no nodes"
                : "nothing to divide: of \(count(graph.nodeCount, "node")) the selection keeps none"
        }
        if quality.modularity == nil {
            return
                "every node is alone: the projection has no links of any weight, so modularity is undefined"
        }
        guard profiles.isEmpty else { return nil }
        return top == 0 ? "nothing to print: --top 0" : "nothing to print: no community is that large"
    }
}

/// The members of communities one after the other, found by their row.
private struct MemberRows {
    private let profiles: [CommunityProfile]
    /// Where each community begins, and the end of the last.
    private let starts: [Int]

    init(_ profiles: [CommunityProfile]) {
        self.profiles = profiles
        var starts = [0]
        for profile in profiles { starts.append((starts.last ?? 0) + profile.size) }
        self.starts = starts
    }

    var count: Int { starts.last ?? 0 }

    subscript(row: Int) -> (community: CommunityProfile, member: CommunityProfile.Member) {
        // The last community that begins no later.
        var low = 0
        var high = profiles.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= row { low = middle } else { high = middle }
        }
        return (profiles[low], profiles[low].members[row - starts[low]])
    }
}
