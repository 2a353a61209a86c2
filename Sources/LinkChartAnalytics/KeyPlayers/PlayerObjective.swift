/// What a search for key players asks of a measure. Nodes are the projection's numbers.
protocol PlayerObjective: Sendable {
    var nodeCount: Int { get }
    /// About how many arcs ``bestAddition(to:_:)`` looks at.
    var additionCost: Int { get }
    /// From how many nodes distances are measured to compare candidates; nil for all.
    var comparedSources: Int? { get }
    /// From how many nodes distances are measured for a score; nil for all.
    var scoredSources: Int? { get }

    /// The score of a set; higher is better.
    func score(of set: [Int], _ execution: Execution) throws(AnalysisError) -> Double

    /// The node outside a set that would raise its score most, and the score with it; of equal ones that with the
    /// lowest number. Nil if all nodes are in the set.
    func bestAddition(
        to set: [Int], _ execution: Execution
    ) throws(AnalysisError) -> (node: Int, score: Double)?
}

extension PlayerObjective {
    var comparedSources: Int? { nil }
    var scoredSources: Int? { nil }
    /// A score must be higher by more than rounding can make it.
    static var tolerance: Double { 1e-12 }
}
