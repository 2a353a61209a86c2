public import LinkChartModel

/// A measure of how alike two nodes are, and so of how likely a link between them is, as a value that carries its
/// parameters.
///
/// ```swift
/// let predictors: [any LinkPredictor] = [JaccardCoefficient(), AdamicAdarIndex(), SimRank(decay: 0.9)]
/// for predictor in predictors {
///     print(predictor.name, try predictor.missingLinks(top: 3, in: projection, .default).pairs)
/// }
/// ```
///
/// A predictor of your own needs a name and ``scores(of:in:_:)``; the other questions are then answered by asking for
/// the scores of many pairs.
///
/// - Source: D. Liben-Nowell, J. Kleinberg, The link-prediction problem for social networks, Journal of the American
///   Society for Information Science and Technology 58 (2007), doi:10.1002/asi.20591.
public protocol LinkPredictor: Sendable {
    /// The measure's name, as results state it.
    var name: String { get }

    /// The scores of pairs; the more, the more alike.
    ///
    /// - Parameters:
    ///   - pairs: the pairs, linked or not.
    ///   - projection: what to measure on.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: the pairs in the same order.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `cancelled` if it was stopped,
    ///   or what the measure throws.
    func scores(
        of pairs: [NodePair], in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores

    /// A function that scores pairs of one projection, some thousands at a time, with what all pairs share computed
    /// once.
    ///
    /// Without one of your own, it asks for the ``scores(of:in:_:)`` of every batch.
    ///
    /// - Parameters:
    ///   - projection: what to measure on.
    ///   - execution: how to prepare; the scores do not depend on it.
    /// - Returns: a function of pairs and of how to run; it may throw what ``scores(of:in:_:)`` throws.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped, or what the measure throws.
    func scorer(in projection: Projection, _ execution: Execution) throws(AnalysisError) -> PairScorer

    /// The nodes most like one: of those that share a neighbour with it, linked to it or not.
    ///
    /// - Parameters:
    ///   - node: whom others are compared with.
    ///   - count: how many at most.
    ///   - projection: what to measure on.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: pairs whose first node is the one asked about, by score, the greatest first; equal scores by the
    ///   number of the second node. Nodes that do not score above 0 are left out.
    /// - Throws: ``AnalysisError`` `unknownNode` if the node is not in the projection, `badParameter` if the count is
    ///   negative, `cancelled` if it was stopped, or what the measure throws.
    func mostSimilar(
        to node: NodeIndex, top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores

    /// The links most likely missing: of the pairs that are not linked and share a neighbour, those that score
    /// most.
    ///
    /// - Parameters:
    ///   - count: how many at most.
    ///   - projection: what to measure on.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: pairs by score, the greatest first; equal scores by the numbers of their nodes in the projection.
    ///   The first node of a pair is the one with the lower number. Pairs that do not score above 0 are left out.
    /// - Throws: ``AnalysisError`` `badParameter` if the count is negative, `cancelled` if it was stopped, or what the
    ///   measure throws.
    func missingLinks(
        top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores
}

/// The scores of pairs of one projection, in the order of the pairs.
public typealias PairScorer =
    @Sendable (_ pairs: [NodePair], _ execution: Execution) throws(AnalysisError) -> [Double]

extension LinkPredictor {
    /// Asks for the scores of every batch.
    public func scorer(in projection: Projection, _ execution: Execution) throws(AnalysisError) -> PairScorer
    {
        { pairs, execution throws(AnalysisError) in
            try scores(of: pairs, in: projection, execution).map(\.score)
        }
    }

    /// Scores all nodes that share a neighbour with one.
    public func mostSimilar(
        to node: NodeIndex, top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try PairCandidates.mostSimilar(to: node, top: count, in: projection, by: name, execution) {
            pairs throws(AnalysisError) in
            try scores(of: pairs, in: projection, execution.silent).map(\.score)
        }
    }

    /// Scores all pairs that are not linked and share a neighbour, some thousands at a time.
    public func missingLinks(
        top count: Int, in projection: Projection, _ execution: Execution
    ) throws(AnalysisError) -> PairScores {
        try PairCandidates.check(count)
        let score = try scorer(in: projection, execution.silent)
        return try PairCandidates.missingLinks(top: count, in: projection, by: name, execution) {
            pairs throws(AnalysisError) in try score(pairs, execution.silent)
        }
    }
}

extension Projection {
    /// How alike nodes are, pair by pair.
    ///
    /// ```swift
    /// let scores = try projection.similarity(of: [NodePair(a, b)], by: .jaccard)
    /// ```
    ///
    /// - Parameters:
    ///   - pairs: the pairs, linked or not.
    ///   - predictor: the measure.
    ///   - execution: how to run; the scores do not depend on it.
    /// - Returns: the pairs in the same order.
    /// - Throws: ``AnalysisError`` `unknownNode` if a node is not in the projection, `cancelled` if it was stopped,
    ///   or what the measure throws.
    public func similarity(
        of pairs: [NodePair], by predictor: some LinkPredictor, execution: Execution = .default
    ) throws(AnalysisError) -> PairScores {
        try predictor.scores(of: pairs, in: self, execution)
    }

    /// The nodes most like one: of those that share a neighbour with it, linked to it or not.
    ///
    /// - Parameters:
    ///   - node: whom others are compared with.
    ///   - predictor: the measure.
    ///   - count: how many at most.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: pairs whose first node is the one asked about, the greatest score first.
    /// - Throws: ``AnalysisError`` `unknownNode` if the node is not in the projection, `badParameter` if the count is
    ///   negative, `cancelled` if it was stopped, or what the measure throws.
    public func mostSimilar(
        to node: NodeIndex, by predictor: some LinkPredictor, top count: Int = 10,
        execution: Execution = .default
    ) throws(AnalysisError) -> PairScores {
        try predictor.mostSimilar(to: node, top: count, in: self, execution)
    }

    /// The links most likely missing: of the pairs that are not linked and share a neighbour, those that score most.
    ///
    /// - Parameters:
    ///   - predictor: the measure.
    ///   - count: how many at most.
    ///   - execution: how to run; the result does not depend on it.
    /// - Returns: pairs, the greatest score first; equal scores by the numbers of their nodes.
    /// - Throws: ``AnalysisError`` `badParameter` if the count is negative, `cancelled` if it was stopped, or what the
    ///   measure throws.
    public func missingLinks(
        by predictor: some LinkPredictor, top count: Int = 10, execution: Execution = .default
    ) throws(AnalysisError) -> PairScores {
        try predictor.missingLinks(top: count, in: self, execution)
    }
}
