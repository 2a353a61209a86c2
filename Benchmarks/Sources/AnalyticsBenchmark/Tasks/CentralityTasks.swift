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
        AnalysisTask(name: "bc16") { question in
            // As many sources as the GAP reference takes in a trial.
            question.topFive(
                try question.projection.sampledBetweenness(
                    pivots: 16, seed: 1, execution: question.execution))
        },
        AnalysisTask(name: "bc64") { question in
            question.topFive(
                try question.projection.sampledBetweenness(
                    pivots: 64, seed: 1, execution: question.execution))
        },
        AnalysisTask(name: "kadabra") { question in
            let scores = try question.projection.sampledBetweenness(
                epsilon: 0.01, delta: 0.1, seed: 1, normalized: true, execution: question.execution)
            return "\(question.topFive(scores)) samples=\(scores.sampling?.samples ?? 0)"
        },
        AnalysisTask(name: "edgebc") { question in
            let scores = try question.projection.edgeBetweenness(execution: question.execution)
            let best = scores.ranked(in: question.graph, top: 5)
            return "top5=\(best.map { "\($0.from)-\($0.to)" }) max=\(short(best.first?.score ?? 0))"
        },
        AnalysisTask(name: "wbc", input: .weighted) { question in
            question.topFive(
                try question.projection.betweennessCentrality(
                    costs: .attribute("weight", of: question.graph, missing: 1),
                    execution: question.execution))
        },
        AnalysisTask(name: "katz") { question in
            question.topFive(
                try question.projection.katzCentrality(tolerance: 1e-6, execution: question.execution))
        },
        AnalysisTask(name: "hits", input: .directed) { question in
            question.topFive(try question.projection.hits(execution: question.execution).authorities)
        },
        AnalysisTask(name: "constraint") { question in
            let values = try question.projection.burtConstraint(execution: question.execution).values
            return "sum=\(short(values.reduce(0) { $1.isNaN ? $0 : $0 + $1 }))"
        },
    ]
}
