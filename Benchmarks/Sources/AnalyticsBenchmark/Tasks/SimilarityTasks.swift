import LinkChartAnalytics

extension AnalysisTask {
    static let similarity: [AnalysisTask] = []
}
