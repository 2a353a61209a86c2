import LinkChartAnalytics

extension AnalysisTask {
    static let communities = [
        AnalysisTask(name: "leiden") { question in
            let found = try question.projection.leidenCommunities(execution: question.execution)
            return "Q=\(fixed(found.modularity ?? 0, 4)) k=\(found.partition.count)"
        },
        AnalysisTask(name: "louvain") { question in
            let found = try question.projection.louvainCommunities(execution: question.execution)
            return "Q=\(fixed(found.modularity ?? 0, 4)) k=\(found.partition.count)"
        },
    ]
}
