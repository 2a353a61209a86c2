import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct CentralityEdgeCaseTests {
    @Test(arguments: CentralityMeasure.allCases)
    func smallestGraphs(measure: CentralityMeasure) throws {
        for isDirected in [true, false] {
            for normalized in [true, false] {
                for count in 0...3 {
                    let empty = PlainGraph(count, isDirected: isDirected).projection()
                    let scores = try empty.centrality(measure, normalized: normalized)
                    let equal: Double =
                        switch measure {
                        case .pageRank: 1 / Double(count)
                        case .eigenvector: 1 / Double(count).squareRoot()
                        case .hub, .authority: 1 / Double(count)
                        case .katz: normalized ? 1 / Double(count).squareRoot() : 1
                        case .constraint, .effectiveSize: .nan
                        default: 0
                        }
                    guard !equal.isNaN || count == 0 else {
                        #expect(scores.values.count == count && scores.values.allSatisfy(\.isNaN))
                        continue
                    }
                    expectEqual(scores.values, Array(repeating: equal, count: count), "\(measure)")
                }
                let loop = PlainGraph(1, isDirected: isDirected, [(0, 0), (0, 0)]).projection()
                let score = try loop.centrality(measure, normalized: normalized).values[0]
                switch measure {
                case .degree: #expect(score == (normalized ? 0 : 2))
                case .inDegree, .outDegree: #expect(score == (normalized ? 0 : isDirected ? 1 : 2))
                case .pageRank, .eigenvector, .hub, .authority: #expect(score == 1)
                // Of alpha 1/2 and a walk of every length.
                case .katz: #expect(abs(score - (normalized ? 1 : 2)) < 1e-11)
                case .constraint, .effectiveSize: #expect(score.isNaN)
                default: #expect(score == 0)
                }
            }
        }
    }

    @Test func parametersOutsideTheirRangeAreRefused() {
        let projection = PlainGraph.path(3).projection()
        for damping in [-0.1, 1, .nan, .infinity] {
            let error = #expect(throws: AnalysisError.self) { try projection.pageRank(damping: damping) }
            #expect(error?.code == .badParameter)
        }
        for tolerance in [0, -1, Double.nan] {
            #expect(throws: AnalysisError.self) { try projection.pageRank(tolerance: tolerance) }
            #expect(throws: AnalysisError.self) {
                try projection.eigenvectorCentrality(tolerance: tolerance)
            }
        }
        let chain = PlainGraph.path(100).projection()
        for projection in [chain, PlainGraph.path(100, isDirected: true).projection()] {
            let pageRank = #expect(throws: AnalysisError.self) { try projection.pageRank(iterationLimit: 2) }
            #expect(pageRank?.code == .notConverged)
        }
        let eigenvector = #expect(throws: AnalysisError.self) {
            try chain.eigenvectorCentrality(iterationLimit: 20)
        }
        #expect(eigenvector?.code == .notConverged)
    }

    @Test func aToleranceNobodyCanReachStillEnds() throws {
        let star = PlainGraph.star(1000).projection()
        let scores = try star.pageRank(tolerance: 1e-300).values
        #expect(abs(scores.reduce(0, +) - 1) < 1e-13)
        let exact = try star.eigenvectorCentrality(tolerance: 1e-300).values
        #expect(abs(exact[0] - 0.5.squareRoot()) < 1e-12)
    }

    /// The eigenvector of a path has the entries sin(π k / (n + 1)).
    @Test func longPathsConverge() throws {
        let count = 150
        let scores = try PlainGraph.path(count).projection().eigenvectorCentrality().values
        let exact = (1...count).map { sine(.pi * Double($0) / Double(count + 1)) }
        let norm = exact.reduce(0) { $0 + $1 * $1 }.squareRoot()
        expectEqual(scores, exact.map { $0 / norm }, "a path of \(count)")
    }

    /// There are 2^1100 shortest paths from end to end: more than a `Double` counts.
    @Test func betweennessOfMorePathsThanCanBeCounted() throws {
        let count = 1100
        let scores = try PlainGraph.diamonds(count, isDirected: true).projection()
            .betweennessCentrality().values
        let nodes = Double(3 * count + 1)
        for diamond in 0..<count {
            let before = Double(3 * diamond)
            let after = nodes - before - 1
            // All pairs across a tip run through it, and half of those across a diamond through each side.
            #expect(abs(scores[3 * diamond] - before * after) <= 1e-9 * before * after)
            let across = (before + 1) * (after - 2) / 2
            #expect(abs(scores[3 * diamond + 1] - across) <= 1e-9 * across, "\(diamond)")
        }
    }

    /// Sine by its series: the tests of a module without Foundation need none for this.
    private func sine(_ angle: Double) -> Double {
        let angle = angle > .pi / 2 ? .pi - angle : angle
        var term = angle
        var sum = angle
        for power in 1...12 {
            term *= -angle * angle / Double(2 * power * (2 * power + 1))
            sum += term
        }
        return sum
    }
}
