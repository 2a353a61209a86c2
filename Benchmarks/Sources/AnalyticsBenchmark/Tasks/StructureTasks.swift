import LinkChartAnalytics

extension AnalysisTask {
    static let structure = [
        AnalysisTask(name: "wcc") { question in
            "\(try question.projection.weakComponents(execution: question.execution).count)"
        },
        AnalysisTask(name: "scc", input: .directed) { question in
            "\(try question.projection.strongComponents(execution: question.execution).count)"
        },
        AnalysisTask(name: "artic") { question in
            "art=\(try question.projection.articulationPoints(execution: question.execution).count)"
        },
    ]
}
