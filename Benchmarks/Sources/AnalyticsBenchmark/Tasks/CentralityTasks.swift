import LinkChartAnalytics

extension AnalysisTask {
    static let centrality = [
        AnalysisTask(name: "pagerank") { question in
            // The peers and the reference stop once a step changes all scores together by less than 1e-6; ours
            // promises how far the end is, which is damping / (1 - damping) steps of that size away.
            question.topFive(
                try question.projection.pageRank(
                    tolerance: 1e-6 * 0.85 / 0.15, execution: question.execution))
        },
        AnalysisTask(name: "bc") { question in
            question.topFive(try question.projection.betweennessCentrality(execution: question.execution))
        },
        AnalysisTask(name: "harmonic") { question in
            question.topFive(try question.projection.harmonicCentrality(execution: question.execution))
        },
        AnalysisTask(name: "closeness") { question in
            question.topFive(try question.projection.closenessCentrality(execution: question.execution))
        },
        AnalysisTask(name: "core") { question in
            let values = question.projection.coreNumbers().values
            return "max=\(Int(values.max() ?? 0)) sum=\(Int(values.reduce(0, +)))"
        },
        AnalysisTask(name: "eigen") { question in
            question.topFive(try question.projection.eigenvectorCentrality(execution: question.execution))
        },
    ]
}
