import LinkChartAnalytics

extension AnalysisTask {
    static let communities = [
        AnalysisTask(name: "leiden") { question in
            // Three rounds, as the peers are told.
            let found = try question.projection.leidenCommunities(
                iterationLimit: 3, execution: question.execution)
            return "Q=\(fixed(found.modularity ?? 0, 4)) k=\(found.partition.count)"
        },
        AnalysisTask(name: "louvain") { question in
            let found = try question.projection.louvainCommunities(execution: question.execution)
            return "Q=\(fixed(found.modularity ?? 0, 4)) k=\(found.partition.count)"
        },
    ]
}
