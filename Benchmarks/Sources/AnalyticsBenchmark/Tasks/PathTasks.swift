import LinkChartAnalytics
import LinkChartModel

extension AnalysisTask {
    static let paths = [
        AnalysisTask(name: "bfs16") { question in
            var sum = 0
            for source in question.sources.prefix(16) {
                let found = try question.projection.breadthFirstSearch(
                    from: source, execution: question.execution)
                sum += found.hops.reduce(0) { $0 + max(Int($1), 0) }
            }
            return "\(sum)"
        },
        AnalysisTask(name: "sssp4", input: .weighted) { question in
            var sum = 0.0
            for source in question.sources.prefix(4) {
                let found = try question.projection.dijkstra(
                    from: source, costs: question.costs, execution: question.execution)
                sum += found.costs.reduce(0) { $1.isFinite ? $0 + $1 : $0 }
            }
            return "\(Int(sum))"
        },
        AnalysisTask(name: "diameter") { question in
            let summary = try question.projection.distanceSummary(execution: question.execution)
            return "\(summary.diameter ?? 0) average=\(fixed(summary.averagePathLength ?? 0, 6))"
        },
        AnalysisTask(name: "yen", input: .weighted) { question in
            var sum = 0.0
            for (from, to) in question.pairs {
                let found = try question.projection.yenKShortestPaths(
                    10, from: from, to: to, costs: question.costs)
                sum += found.paths.reduce(0) { $0 + $1.cost }
            }
            return "\(Int(sum))"
        },
    ]
}
