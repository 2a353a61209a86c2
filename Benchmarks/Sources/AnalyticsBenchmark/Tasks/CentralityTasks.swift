import LinkChartAnalytics

extension AnalysisTask {
    static let centrality = [
        AnalysisTask(name: "pagerank") { question in
            // The peers and the reference stop once a step changes all scores together by less than 1e-6; ours
            // bounds the error of scores and of their sum, which a residual of that size leaves at 2 / (1 - damping) of it.
            question.topFive(
                try question.projection.pageRank(
                    tolerance: 2e-6 / 0.15, relativeTolerance: .infinity,
                    execution: question.execution))
        },
        AnalysisTask(name: "pagerank_exact") { question in
            question.topFive(try question.projection.pageRank(execution: question.execution))
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
            let values = try question.projection.coreNumbers(execution: question.execution).values
            return "max=\(Int(values.max() ?? 0)) sum=\(Int(values.reduce(0, +)))"
        },
        AnalysisTask(name: "eigen") { question in
            question.topFive(try question.projection.eigenvectorCentrality(execution: question.execution))
        },
    ]
}
