import LinkChartTestKit
import Testing

/// Expects equal lists to nine digits: of each value, or of 1 where that is larger.
func expectEqual(
    _ ours: [Double], _ theirs: [Double], digits: Double = 1e-9, _ context: @autoclosure () -> String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard ours.count == theirs.count else {
        Issue.record(
            "\(ours.count) values against \(theirs.count): \(context())", sourceLocation: sourceLocation)
        return
    }
    for (node, (a, b)) in zip(ours, theirs).enumerated()
    where !(abs(a - b) <= digits * max(1, abs(a), abs(b))) {
        Issue.record("node \(node): \(a) against \(b): \(context())", sourceLocation: sourceLocation)
        return
    }
}

/// Runs `body` on many random small graphs; a failure prints the seed and the graph.
///
/// - Parameters:
///   - count: how many graphs.
///   - largest: how many nodes each has at most.
func onRandomGraphs(
    _ count: Int, upTo largest: Int, _ body: (PlainGraph, inout SplitMix64, String) throws -> Void
)
    rethrows
{
    let first = testSeed()
    for seed in first..<(first + UInt64(count)) {
        var random = SplitMix64(seed: seed)
        let graph = PlainGraph.anySmall(upTo: largest, using: &random)
        try body(graph, &random, "seed \(seed): \(graph)")
    }
}
