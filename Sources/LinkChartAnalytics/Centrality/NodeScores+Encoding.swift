internal import LinkChartModel

extension NodeScores: AnalysisResult {
    private enum CodingKeys: String, CodingKey {
        case projection, measure, isNormalized, sampling, nodes, scores
    }

    /// Writes the projection in words, the measure, and the nodes that have a score by their indices in the graph
    /// with their scores.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        try container.encode(measure.rawValue, forKey: .measure)
        try container.encode(isNormalized, forKey: .isNormalized)
        try container.encodeIfPresent(sampling, forKey: .sampling)
        let scored = values.indices.filter { !values[$0].isNaN }
        try container.encode(scored.map { projection.node(at: $0).rawValue }, forKey: .nodes)
        try container.encode(scored.map { values[$0] }, forKey: .scores)
    }
}
