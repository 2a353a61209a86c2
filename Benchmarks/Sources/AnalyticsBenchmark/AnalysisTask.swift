import LinkChartAnalytics
import LinkChartModel

/// One thing to time: a question and how its answer is boiled down to a line that other tools' answers can be
/// compared with.
struct AnalysisTask: Sendable {
    /// How it is called on the command line and in the tables; peers call it the same.
    let name: String
    /// Which projection it asks.
    var input = Input.undirected
    /// Asks, and sums up the answer.
    let run: @Sendable (_ question: Question) throws -> String

    /// Which projection is asked.
    enum Input: Sendable {
        /// None: the task makes its own.
        case none
        /// Without directions, parallel edges merged.
        case undirected
        /// With directions, parallel edges merged.
        case directed
        /// Without directions, arcs knowing their edges, so that costs and weights can be asked.
        case weighted
    }

    /// Sorting the edges into rows, without parallel ones and without directions.
    static let project = AnalysisTask(name: "project", input: .none) { question in
        let plain = question.graph.projection(.facts, isDirected: false)
        let bytes = plain.outgoing.neighbours.count * 4 + plain.outgoing.offsets.count * 8
        let each = Double(bytes) / Double(max(plain.arcCount / 2, 1))
        return "\(plain.nodeCount) nodes, \(plain.arcCount) arcs, \(fixed(each, 1)) bytes an edge"
    }

    /// Everything that can be timed.
    static let all = [project] + centrality + paths + structure + communities + similarity
}

/// What a task has at hand.
struct Question: Sendable {
    let graph: Graph
    let projection: Projection
    let execution: Execution
    /// The edges' weights as costs; none for a task whose input is not weighted, so that its memory is its own. Made
    /// once a projection, as the peers' weights are once a graph.
    let costs: EdgeCosts
    /// Sources for tasks that need some, as nodes of the graph.
    let sources: [NodeIndex]
    /// Pairs for tasks that need some.
    let pairs: [(NodeIndex, NodeIndex)]

    /// The five greatest scores' nodes, the greatest score and the sum of all.
    func topFive(_ scores: NodeScores) -> String {
        let best = scores.ranked(in: graph, top: 5)
        let sum = scores.values.reduce(0, +)
        let nodes = best.map(\.id).joined(separator: ",")
        return "top5=\(nodes) max=\(short(best.first?.score ?? 0)) sum=\(short(sum))"
    }
}
