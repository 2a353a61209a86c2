internal import LinkChartModel

/// Mentions that are said to be of the same thing.
struct BratClusters {
    /// The first mention of each one's cluster, for all but those first ones.
    private(set) var firsts: [String: String] = [:]
    private var lists: [String: [String]] = [:]

    init(_ annotations: BratAnnotations, _ builder: inout GraphBuilder) {
        var ranks: [String: Int] = [:]
        for (rank, id) in annotations.order.enumerated() { ranks[id] = rank }
        var parents: [String: String] = [:]
        func root(_ id: String) -> String {
            var id = id
            while let parent = parents[id] {
                // Every step halves the way for the next that asks.
                if let above = parents[parent] { parents[id] = above }
                id = parent
            }
            return id
        }
        for (members, range) in annotations.equivalences {
            for member in members where annotations.textBounds[member] == nil {
                builder.report(
                    .noSuchNode, "there is no mention `\(member)`", at: range,
                    suggestion: nearestName(to: member, in: annotations.order).map { "did you mean `\($0)`?" }
                )
                builder.reportSkipped("member of an equivalence that is not there", member, at: range)
            }
            let roots = Set(members.filter { annotations.textBounds[$0] != nil }.map(root))
            guard let first = roots.min(by: { ranks[$0, default: 0] < ranks[$1, default: 0] }) else {
                continue
            }
            for other in roots where other != first { parents[other] = first }
        }
        for id in annotations.order where annotations.textBounds[id] != nil {
            let first = root(id)
            if first != id { firsts[id] = first }
            lists[first, default: []].append(id)
        }
    }

    /// The mention that stands for the cluster of one.
    func first(of id: String) -> String { firsts[id] ?? id }

    /// All mentions of the cluster that one stands for, in the order of the file.
    func members(of first: String) -> [String] { lists[first] ?? [first] }
}
