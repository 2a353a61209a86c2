extension Chart {
    /// More names than these can't be read in one picture.
    static let mostNames = 60
    /// Up to this many nodes each has its name.
    static let fewNodes = 150

    /// Turns all but the most linked nodes of a large picture into dots without names.
    mutating func thinNames(engine: LayoutEngine, limit: Int?) {
        guard nodes.count > Self.fewNodes else { return }
        var degrees = [Int](repeating: 0, count: nodes.count)
        for link in links {
            degrees[link.tail] += link.edges.count
            degrees[link.head] += link.edges.count
        }
        let ranked = nodes.indices.sorted { a, b in
            let (strongA, strongB) = (
                nodes[a].emphasis == .strong ? 1 : 0, nodes[b].emphasis == .strong ? 1 : 0
            )
            return (strongB, degrees[b], a) < (strongA, degrees[a], b)
        }
        for node in ranked.dropFirst(limit ?? Self.mostNames) where nodes[node].emphasis != .strong {
            nodes[node].isDot = true
            omissions.unnamed += 1
        }
    }
}
