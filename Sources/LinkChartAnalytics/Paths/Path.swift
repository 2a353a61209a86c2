public import LinkChartModel

/// A way from one node to another that visits no node twice.
///
/// It is a sequence of edges: two edges between the same nodes make two paths.
public struct Path: Hashable, Sendable {
    /// One edge of a path.
    public struct Step: Hashable, Sendable {
        /// The edge.
        public let edge: EdgeIndex
        /// Whether the path runs the way the edge is written, from its source to its target.
        public let isForward: Bool

        /// A step along an edge.
        public init(edge: EdgeIndex, isForward: Bool) {
            self.edge = edge
            self.isForward = isForward
        }
    }

    /// The nodes from first to last, one more than there are steps.
    public let nodes: [NodeIndex]
    /// The edges from first to last.
    public let steps: [Step]
    /// The sum of the edges' costs from first to last; the number of steps if the search knew no costs.
    public let cost: Double
    /// The product of the edges' confidences, 0 to 1, if these made the costs.
    public let reliability: Double?

    /// How many edges it has.
    public var hops: Int { steps.count }

    /// Takes a path along outgoing arcs of a projection that keeps its edges.
    init(in projection: Projection, from source: Int, arcs: [Int], costs: EdgeCosts?) {
        var nodes = [projection.node(at: source)]
        var steps: [Step] = []
        nodes.reserveCapacity(arcs.count + 1)
        steps.reserveCapacity(arcs.count)
        for arc in arcs {
            let (edge, isForward) = projection.edge(ofArc: arc)
            nodes.append(projection.node(at: Int(projection.outgoing.neighbours[arc])))
            steps.append(Step(edge: edge, isForward: isForward))
        }
        self.init(nodes: nodes, steps: steps, costs: costs)
    }

    private init(nodes: [NodeIndex], steps: [Step], costs: EdgeCosts?) {
        self.nodes = nodes
        self.steps = steps
        cost = costs.map { costs in steps.reduce(0) { $0 + costs[$1.edge] } } ?? Double(steps.count)
        reliability = costs?.reliability(of: steps)
    }

    /// The same path with the costs that another measure gives its edges.
    public func costed(by costs: EdgeCosts) -> Path { Path(nodes: nodes, steps: steps, costs: costs) }

    /// The order in which paths are reported where nothing else decides: by cost, then by hops, then by the
    /// indices of nodes and edges.
    public static func precedes(_ a: Path, _ b: Path) -> Bool {
        if a.cost != b.cost { return a.cost < b.cost }
        if a.hops != b.hops { return a.hops < b.hops }
        if a.nodes != b.nodes { return a.nodes.lexicographicallyPrecedes(b.nodes) }
        return a.steps.lexicographicallyPrecedes(b.steps) {
            ($0.edge.rawValue, $0.isForward ? 0 : 1) < ($1.edge.rawValue, $1.isForward ? 0 : 1)
        }
    }
}
