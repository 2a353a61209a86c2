import LinkChartAnalytics

extension AnalysisTask {
    static let similarity = [
        missingLinks("jaccard100", by: .jaccard),
        missingLinks("adamicadar100", by: .adamicAdar),
        AnalysisTask(name: "rewire") { question in
            let model = DegreePreservingRewiring(stepsPerLink: 10)
            let sample = try question.projection.randomized(by: model, execution: question.execution)
            return "links=\(sample.arcCount / 2)"
        },
    ]

    /// The hundred best of all unlinked pairs that share a neighbour.
    private static func missingLinks(_ name: String, by predictor: some LinkPredictor) -> AnalysisTask {
        AnalysisTask(name: name) { question in
            let best = try question.projection.missingLinks(
                by: predictor, top: 100, execution: question.execution)
            let sum = best.reduce(0) { $0 + $1.score }
            return "max=\(short(best.first?.score ?? 0)) sum100=\(short(sum))"
        }
    }
}
