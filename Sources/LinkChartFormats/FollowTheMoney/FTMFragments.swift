internal import LinkChartModel

/// What is known of edges that stand on several lines, each of which may lack what the others have: their ends too.
///
/// Nodes are joined where they are met. An edge can only be made when all of its lines are known, so that a first pass
/// notes which have several and which lack an end, and a second one collects them.
struct FTMFragments {
    /// Hashes of the identifiers of whole edges; one more than there should be joins one line with nothing.
    private var whole: Set<Int> = []
    /// Edges of several lines, by identifier.
    private var repeated: Set<String> = []
    /// Edges that no line so far has both ends of, each joined from its lines.
    private var partial: [String: FTMEntity] = [:]
    /// Identifiers of `partial` in the order of their first lines.
    private var order: [String] = []
    private var collected: [String: Collected] = [:]

    /// An edge of several lines.
    struct Collected {
        var entity: FTMEntity
        var claims: [Claim]
        var lines = 1
    }

    // MARK: - First pass

    /// Takes note of a line that tells of an edge.
    mutating func note(_ entity: FTMEntity, in model: FTMModel) {
        if entity.isWholeEdge {
            if !whole.insert(entity.id.hashValue).inserted { repeated.insert(entity.id) }
            return
        }
        if partial[entity.id] == nil {
            order.append(entity.id)
            partial[entity.id] = entity
        } else if partial[entity.id]?.join(entity, in: model) == false {
            return
        }
        repeated.insert(entity.id)
    }

    /// Ends the first pass.
    ///
    /// - Returns: the edges that have no line, nor several together, with both ends.
    mutating func takeLone() -> [FTMEntity] {
        let lone = order.compactMap { partial[$0] }.filter {
            !$0.isWholeEdge && !whole.contains($0.id.hashValue)
        }
        for entity in lone { repeated.remove(entity.id) }
        whole = []
        partial = [:]
        collected.reserveCapacity(repeated.count)
        order = []
        return lone
    }

    // MARK: - Second pass

    /// Adds a line to the edge that it is a part of.
    ///
    /// - Returns: whether it is a part of an edge of several lines; false too if no schema is its and the others'.
    mutating func collect(_ entity: FTMEntity, _ claims: [Claim], in model: FTMModel) -> Bool {
        guard repeated.contains(entity.id) else { return false }
        if collected[entity.id] == nil {
            order.append(entity.id)
            collected[entity.id] = Collected(entity: entity, claims: claims)
            return true
        }
        guard collected[entity.id]?.entity.join(entity, in: model) == true else { return false }
        let known = Set(collected[entity.id]?.claims ?? [])
        collected[entity.id]?.lines += 1
        collected[entity.id]?.claims += claims.filter { !known.contains($0) }
        return true
    }

    /// Ends the second pass: the edges of several lines, in the order of their first ones.
    mutating func takeCollected() -> [Collected] {
        let all = order.compactMap { collected[$0] }
        collected = [:]
        order = []
        return all
    }
}
