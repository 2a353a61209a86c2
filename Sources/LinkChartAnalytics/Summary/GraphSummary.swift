public import LinkChartModel

/// What a graph holds, counted: the answer to "what have I got here?".
public struct GraphSummary: Sendable {
    /// How often each of several names occurs, most frequent first, then by name.
    public typealias Tally = [(name: String, count: Int)]

    /// Edges by what they say of borders.
    public struct CrossBorder: Sendable, Hashable {
        /// Established edges between nodes whose territories are known and disjoint.
        public var crossing = 0
        /// Established edges between nodes whose territories are known and overlap.
        public var within = 0
        /// Established edges of which an end has no known territory.
        public var unknown = 0

        /// The part of the edges of known territories that cross a border, or nil if there are none.
        public var share: Double? {
            crossing + within == 0 ? nil : Double(crossing) / Double(crossing + within)
        }
    }

    /// The span of what is dated.
    public struct Dates: Sendable, Hashable {
        /// Edges that say when they hold, themselves or by an event at one of their ends.
        public var datedEdges = 0
        /// The first day that any of them can begin on; nil if none is bounded.
        public var earliest: Day?
        /// The last day that any of them can end on; nil if none is bounded.
        public var latest: Day?
    }

    /// What the graph is about.
    public let title: String
    /// How many nodes it has.
    public let nodes: Int
    /// How many edges it has.
    public let edges: Int
    /// How many claims its edges carry.
    public let claims: Int
    /// Nodes by kind.
    public let byKind: Tally
    /// Edges by relation.
    public let byRelation: Tally
    /// Claims by modality.
    public let byModality: Tally
    /// Claims by claimant, by the claimant's name; of a claim that names none, "(nobody named)".
    public let byClaimant: Tally
    /// When things are said to hold.
    public let dates: Dates
    /// Edges that no claim establishes.
    public let unestablished: Int
    /// Edges both affirmed and negated.
    public let contested: Int
    /// Edges that carry no claim at all.
    public let unclaimed: Int
    /// How many established edges cross a border.
    public let crossBorder: CrossBorder

    /// Counts what a graph holds.
    ///
    /// - Complexity: linear in nodes, edges and claims.
    public init(of graph: Graph) {
        title = graph.title
        nodes = graph.nodeCount
        edges = graph.edgeCount
        claims = graph.claimCount

        byKind = Self.tally(
            graph.kinds.lazy.map { Int($0.rawValue) }, names: graph.ontology.kinds.map(\.name))
        byRelation = Self.tally(
            graph.relations.lazy.map { Int($0.rawValue) }, names: graph.ontology.relations.map(\.name))

        var modalities: [String: Int] = [:]
        var claimants: [String: Int] = [:]
        for (modality, count) in graph.claimsByModality { modalities[modality.rawValue] = count }
        for (claimant, count) in graph.claimsByClaimant {
            claimants[Self.name(of: claimant, in: graph), default: 0] += count
        }
        byModality = Self.tally(modalities)
        byClaimant = Self.tally(claimants)

        let standings =
            graph.claimCount == 0 ? [] : (0..<graph.edgeCount).map { graph.standing(of: EdgeIndex($0)) }
        unestablished = standings.count { !$0.isEstablished }
        contested = standings.count { $0.isContested }
        unclaimed =
            graph.claimCount == 0
            ? graph.edgeCount : (0..<graph.edgeCount).count { !graph.isClaimed(EdgeIndex($0)) }
        dates = Self.dates(of: graph)
        crossBorder = Self.crossBorder(of: graph) { standings.isEmpty || standings[$0].isEstablished }
    }

    private static func dates(of graph: Graph) -> Dates {
        var dates = Dates()
        // Only edges and events bring dates; a graph without either need not be searched edge by edge.
        let hasEvents = graph.kinds.contains { $0 == .incident || $0 == .campaign }
        guard graph.hasValidities || hasEvents else { return dates }
        for position in 0..<graph.edgeCount {
            guard let period = graph.period(ofEdge: EdgeIndex(position)) else { continue }
            dates.datedEdges += 1
            dates.earliest = [dates.earliest, period.earliestStart].compactMap { $0 }.min()
            dates.latest = [dates.latest, period.latestEnd].compactMap { $0 }.max()
        }
        return dates
    }

    private static func crossBorder(of graph: Graph, isEstablished: (Int) -> Bool) -> CrossBorder {
        var border = CrossBorder()
        let territories = TerritoryMap(of: graph)
        guard territories.states.contains(where: { !$0.isEmpty }) else {
            border.unknown = (0..<graph.edgeCount).count(where: isEstablished)
            return border
        }
        for position in 0..<graph.edgeCount where isEstablished(position) {
            switch territories.crossesBorder(EdgeIndex(position), of: graph) {
            case .yes: border.crossing += 1
            case .no: border.within += 1
            case .unknown: border.unknown += 1
            }
        }
        return border
    }

    private static func name(of party: Party?, in graph: Graph) -> String {
        switch party {
        case .node(let node): graph.name(of: node)
        case .named(let name): name
        case nil: "(nobody named)"
        }
    }

    private static func tally(_ numbers: some Sequence<Int>, names: [String]) -> Tally {
        var counts = [Int](repeating: 0, count: names.count)
        for number in numbers { counts[number] += 1 }
        return sorted(zip(names, counts).filter { $0.1 > 0 }.map { (name: $0.0, count: $0.1) })
    }

    private static func tally(_ counts: [String: Int]) -> Tally {
        sorted(counts.map { (name: $0.key, count: $0.value) })
    }

    private static func sorted(_ tally: Tally) -> Tally {
        tally.sorted { $0.count != $1.count ? $0.count > $1.count : $0.name < $1.name }
    }
}
