import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit

extension Path {
    /// A path of a plain graph as its oracle writes it.
    var walk: BruteForce.Walk {
        BruteForce.Walk(nodes: nodes.map(\.position), links: steps.map(\.edge.position), cost: cost)
    }

    /// Whether every step says rightly which way it runs.
    func isTrue(to graph: PlainGraph) -> Bool {
        steps.indices.allSatisfy { position in
            let step = steps[position]
            let link = graph.links[step.edge.position]
            let ends = step.isForward ? (link.from, link.to) : (link.to, link.from)
            return ends == (nodes[position].position, nodes[position + 1].position)
                && (step.isForward || !graph.isDirected)
        }
    }
}

extension [BruteForce.Walk] {
    /// By nodes, then by links: an order for comparing sets.
    var ordered: [BruteForce.Walk] {
        sorted { a, b in
            a.nodes == b.nodes
                ? a.links.lexicographicallyPrecedes(b.links) : a.nodes.lexicographicallyPrecedes(b.nodes)
        }
    }
}
