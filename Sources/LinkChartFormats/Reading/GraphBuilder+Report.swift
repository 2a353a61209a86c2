extension GraphBuilder {
    /// Counts a value that is kept in another way than it is written.
    public mutating func reportNormalised(
        _ what: String, _ raw: String, to value: String, at range: SourceRange?, count: Int = 1
    ) {
        tally(what, raw, value, at: range, count: count, in: \.normalised)
    }

    /// Counts a decision that the input leaves open; what it does say must be kept beside.
    public mutating func reportGuessed(
        _ what: String, _ raw: String, to value: String, at range: SourceRange?, count: Int = 1
    ) {
        tally(what, raw, value, at: range, count: count, in: \.guessed)
    }

    /// Counts something that is left out.
    public mutating func reportSkipped(_ what: String, _ raw: String, at range: SourceRange?) {
        tally(what, raw, nil, at: range, in: \.skipped)
    }

    mutating func tally(
        _ what: String, _ raw: String, _ value: String?, at range: SourceRange?, count: Int = 1,
        in tallies: WritableKeyPath<BuildReport.Input, [BuildReport.Tally]>
    ) {
        guard
            let position = BuildReport.count(
                raw, value, of: what, count: count, in: &report.inputs[currentInput][keyPath: tallies])
        else { return }
        let line = (pinnedRange ?? range).map { self.line(of: $0.offset) }
        report.inputs[currentInput][keyPath: tallies][position].examples.append(
            BuildReport.Example(raw: raw, value: value, line: line))
    }

    /// Counts nodes, edges and claims of the current input.
    public mutating func count(
        nodes: Int = 0, edges: Int = 0, claims: Int = 0, mergedNodes: Int = 0, mergedEdges: Int = 0
    ) {
        report.inputs[currentInput].nodesRead += nodes
        report.inputs[currentInput].edgesRead += edges
        report.inputs[currentInput].claimsRead += claims
        report.inputs[currentInput].nodesMerged += mergedNodes
        report.inputs[currentInput].edgesMerged += mergedEdges
    }
}
