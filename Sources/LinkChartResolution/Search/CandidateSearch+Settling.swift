import LinkChartModel

extension CandidateSearch {
    /// The candidates that nothing speaks against, in order.
    func settle() -> ResolutionCandidates {
        var contradicted = 0
        var found: [ResolutionCandidate] = []
        let territories = drafts.isEmpty ? nil : TerritoryMap(of: graph)
        for (key, draft) in drafts {
            let (a, b) = (
                NodeIndex(rawValue: UInt32(key >> 32)), NodeIndex(rawValue: UInt32(truncatingIfNeeded: key))
            )
            let nodes = (graph[a], graph[b])
            let attributes = (nodes.0.attributes, nodes.1.attributes)
            var (score, isConclusive) = (draft.score, draft.isConclusive)
            let isIdentified = draft.evidence.contains(.identifier) || draft.evidence.contains(.isoCode)
            if !isIdentified {
                let areTerritories =
                    agreement.isTerritory(nodes.0.kind) && agreement.isTerritory(nodes.1.kind)
                if Identifiers.areContradictory(attributes.0, attributes.1, areTerritories: areTerritories) {
                    contradicted += 1
                    continue
                }
                if agreement.isEvent(nodes.0.kind) {
                    switch overlap(attributes.0, attributes.1, "date") {
                    case .no:
                        contradicted += 1
                        continue
                    case .yes: break
                    case .unknown: score *= 0.8
                    }
                }
                let differs =
                    areApart(a, b, territories)
                    || ["birthDate", "dateOfBirth", "publisher", "date", "founded"].contains {
                        overlap(attributes.0, attributes.1, $0) == .no
                    }
                if differs {
                    score *= 0.8
                    isConclusive = false
                }
            }
            guard score >= options.minimumScore else { continue }
            found.append(
                ResolutionCandidate(
                    first: a, second: b, score: score,
                    evidence: ResolutionEvidence.allCases.filter(draft.evidence.contains),
                    isConclusive: isConclusive))
        }
        found.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
        sortTies(&found)
        return ResolutionCandidates(
            candidates: found, comparisons: comparisons, cappedBlocks: cappedBlocks,
            contradicted: contradicted)
    }

    /// Sorts candidates of one score by their identifiers.
    private func sortTies(_ found: inout [ResolutionCandidate]) {
        var start = 0
        while start < found.count {
            var end = start + 1
            while end < found.count, found[end].score == found[start].score { end += 1 }
            if end - start > 1 {
                let tied = found[start..<end].map { ($0, graph.id(of: $0.first), graph.id(of: $0.second)) }
                let sorted = tied.sorted { ($0.1, $0.2) < ($1.1, $1.2) }
                found.replaceSubrange(start..<end, with: sorted.map(\.0))
            }
            start = end
        }
    }

    /// Whether an attribute of both can mean the same: of dates, whether they overlap.
    private func overlap(_ a: Attributes, _ b: Attributes, _ name: String) -> ThreeValued {
        guard let first = a[name], let second = b[name] else { return .unknown }
        if first == second { return .yes }
        guard let text = first.string, let other = second.string else { return .unknown }
        if foldedKey(text) == foldedKey(other) { return .yes }
        guard let date = RecordedDate(normalizing: text).date,
            let otherDate = RecordedDate(normalizing: other).date
        else { return name == "publisher" ? .no : .unknown }
        return date.overlaps(otherDate) == .no ? .no : .yes
    }

    /// Whether two nodes belong to different states, which offices and places of one name mostly do.
    private func areApart(_ a: NodeIndex, _ b: NodeIndex, _ territories: TerritoryMap?) -> Bool {
        guard let territories, graph.kind(of: a) == graph.kind(of: b) else { return false }
        switch graph.ontology[graph.kind(of: a)].name {
        case "Organisation", "Place", "Population", "Person", "Incident":
            return territories.crossesBorder(from: a, to: b) == .yes
        default: return false
        }
    }
}
