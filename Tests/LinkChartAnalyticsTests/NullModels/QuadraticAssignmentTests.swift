import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct QuadraticAssignmentTests {
    @Test func agreesWithTheDefinition() throws {
        try onRandomGraphs(300, upTo: 9) { graph, random, context in
            let parallelEdges: Projection.ParallelEdges = random.chance(0.5) ? .kept : .merged
            let second = PlainGraph.gnp(
                graph.nodeCount, 0.4, isDirected: random.chance(0.5), loops: 0.1, parallels: 0.1,
                using: &random)
            let one = graph.projection(parallelEdges: parallelEdges)
            let two = second.projection(parallelEdges: parallelEdges)
            let (mine, theirs) = (merged(graph, parallelEdges), merged(second, parallelEdges))
            let identity = Array(0..<graph.nodeCount)
            let expected = BruteForce(mine).correlation(with: theirs, identity)
            guard expected.isFinite else {
                let error = #expect(throws: AnalysisError.self, "\(context)") {
                    try one.quadraticAssignment(with: two)
                }
                #expect(error?.code == .undefined)
                return
            }
            let found = try one.quadraticAssignment(with: two, permutations: 3, seed: 6)
            #expect(abs(found.correlation - expected) < 1e-12, "\(context)")
            for sample in 0..<3 {
                var numbers = RandomNumbers(seed: 6, sample: sample)
                var places = identity
                numbers.shuffle(&places)
                let moved = BruteForce(mine).correlation(with: theirs, places)
                #expect(abs(found.distribution.samples[sample] - moved) < 1e-12, "\(context)")
            }
        }
    }

    private func merged(_ graph: PlainGraph, _ parallelEdges: Projection.ParallelEdges) -> PlainGraph {
        guard parallelEdges == .merged else { return graph }
        let links = graph.links.map { graph.isDirected || $0.from <= $0.to ? $0 : $0.reversed }
        return PlainGraph(graph.nodeCount, isDirected: graph.isDirected, links: Array(Set(links)))
    }

    /// R's sna: a graph and itself after every node has taken the place of the one before it.
    @Test(arguments: ReferenceGraph.all.filter { ROpinion.all[$0.name]?.correlationWithMoved != nil })
    func agreesWithSna(reference: ReferenceGraph) throws {
        let theirs = try #require(ROpinion.all[reference.name]?.correlationWithMoved)
        let count = reference.nodes
        let moved = PlainGraph(
            count, isDirected: reference.directed,
            links: reference.edges.map { .init(($0[0] + count - 1) % count, ($0[1] + count - 1) % count) })
        let found = try reference.plain.projection().quadraticAssignment(
            with: moved.projection(), permutations: 1)
        #expect(abs(found.correlation - theirs) < 1e-11, "\(found.correlation) against \(theirs)")
    }

    /// With all permutations of five nodes known, the p-value comes near the exact one.
    @Test func pValuesComeNear() throws {
        let one = PlainGraph(5, isDirected: true, [(0, 1), (1, 2), (2, 3), (0, 3)])
        let two = PlainGraph(5, isDirected: true, [(0, 1), (1, 2), (3, 2), (0, 4)])
        var all: [[Int]] = [[]]
        for node in 0..<5 {
            all = all.flatMap { places in
                (0...places.count).map { Array(places[..<$0] + [node] + places[$0...]) }
            }
        }
        let values = all.map { BruteForce(one).correlation(with: two, $0) }
        let observed = BruteForce(one).correlation(with: two, [0, 1, 2, 3, 4])
        let exact = Double(values.count { $0 >= observed - 1e-12 }) / 120
        let found = try one.projection().quadraticAssignment(with: two.projection(), permutations: 4000)
        #expect(exact > 0.01 && exact < 0.9)
        #expect(abs(found.distribution.pGreater - exact) < 0.03)
    }

    @Test func weightsCount() throws {
        let graph = PlainGraph(4, [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2)])
        let typed = graph.graph(weights: [1, 2, 3, 4, 5])
        let projection = typed.projection(.facts, isDirected: false, keepingEdges: true)
        let byWeight = EdgeWeights.attribute("weight", of: typed)
        let same = try projection.quadraticAssignment(
            with: projection, weights: byWeight, otherWeights: byWeight, permutations: 100)
        #expect(abs(same.correlation - 1) < 1e-12 && same.distribution.samples.contains { $0 < 0.9 })
        // Weights 1, 2, 3, 4, 5 and 0 against 1, 1, 1, 1, 1 and 0: covariance 2.5 by hand.
        let mixed = try projection.quadraticAssignment(
            with: projection, weights: byWeight, permutations: 1)
        #expect(abs(mixed.correlation - 2.5 / (17.5 * 5.0 / 6).squareRoot()) < 1e-12)
        let huge = graph.graph(weights: [1e308, 1.2e308, 1.3e308, 1.4e308, 1.5e308])
        let large = huge.projection(.facts, isDirected: false, keepingEdges: true)
        let weights = EdgeWeights.attribute("weight", of: huge)
        let found = try large.quadraticAssignment(
            with: large, weights: weights, otherWeights: weights, permutations: 2)
        #expect(abs(found.correlation - 1) < 1e-9)
    }

    @Test func threadsErrorsAndEncoding() throws {
        var random = SplitMix64(seed: 6)
        let one = PlainGraph.gnp(40, 0.1, using: &random).projection()
        let two = PlainGraph.gnp(40, 0.1, isDirected: true, using: &random).projection()
        let found = try one.quadraticAssignment(with: two, permutations: 50, execution: .threads(1))
        for threads in 2...3 {
            let other = try one.quadraticAssignment(
                with: two, permutations: 50, execution: .threads(threads))
            #expect(other.distribution == found.distribution)
        }
        #expect(found.distribution.pTwoSided > 0.01)
        let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(found)) as? [String: Any]
        #expect(abs((json?["correlation"] as? Double ?? 2) - found.correlation) < 1e-15)
        #expect((json?["other"] as? String)?.contains("facts, directed") == true)

        let graph = PlainGraph.path(5).graph()
        let part = SelectedParts(nodes: [true, true, true, true, false])
        let otherPart = SelectedParts(nodes: [false, true, true, true, true])
        let errors = [
            #expect(throws: AnalysisError.self) { try one.quadraticAssignment(with: two, permutations: 0) },
            #expect(throws: AnalysisError.self) {
                try graph.projection(.facts).quadraticAssignment(
                    with: graph.projection(.facts, selection: part))
            },
            #expect(throws: AnalysisError.self) {
                try graph.projection(.facts, selection: part).quadraticAssignment(
                    with: graph.projection(.facts, selection: otherPart))
            },
            #expect(throws: AnalysisError.self) {
                try PlainGraph(1).projection().quadraticAssignment(with: PlainGraph(1).projection())
            },
        ]
        #expect(errors.map { $0?.code } == [.badParameter, .badParameter, .badParameter, .undefined])
        let stopped = #expect(throws: AnalysisError.self) {
            try one.quadraticAssignment(with: two, execution: Execution(isCancelled: { true }))
        }
        #expect(stopped == .cancelled)
    }

    /// Nearly equal numbers are not equal: there is a correlation, and only with all equal there is none.
    @Test func nearlyEqualWeightsAreNotAlike() throws {
        let plain = PlainGraph.complete(4)
        let graph = plain.graph()
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let uneven = EdgeWeights(plain.links.indices.map { 1e7 + Double($0 % 2) }, of: graph)
        let found = try projection.quadraticAssignment(
            with: projection, weights: uneven, otherWeights: uneven, permutations: 20)
        #expect(abs(found.correlation - 1) < 0.1)
        let even = EdgeWeights(plain.links.map { _ in 1e7 }, of: graph)
        let error = #expect(throws: AnalysisError.self) {
            try projection.quadraticAssignment(with: projection, weights: even, permutations: 20)
        }
        #expect(error?.code == .undefined)
    }
}
