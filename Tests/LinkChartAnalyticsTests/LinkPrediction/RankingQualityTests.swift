import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct RankingQualityTests {
    @Test func agreesWithScikitLearn() throws {
        let cases = PredictionReference.all.rankings
        #expect(cases.count == 40)
        for (number, theirs) in cases.enumerated() {
            let ours = try RankingQuality(positives: theirs.positives, negatives: theirs.negatives)
            expectEqual(
                [ours.rocAUC, ours.averagePrecision, ours.rocAUCStandardError ?? -1, ours.precision(at: 5)],
                [theirs.rocAUC, theirs.averagePrecision, theirs.standardError ?? -1, theirs.precisionAt5],
                digits: 1e-11, "case \(number)")
            #expect(ours.positives == theirs.positives.count && ours.negatives == theirs.negatives.count)
        }
    }

    /// By hand: above 3 + - - +, with a tie of one of each.
    @Test func aRankingByHand() throws {
        let quality = try RankingQuality(positives: [9, 5, 2], negatives: [8, 5, 1])
        // Of nine pairs, 9 wins three, 5 wins one and ties one, 2 wins one.
        #expect(abs(quality.rocAUC - 5.5 / 9) < 1e-15)
        #expect(abs(quality.averagePrecision - (1.0 + 2.0 / 4 + 3.0 / 5) / 3) < 1e-15)
        let precisions = (0...7).map { quality.precision(at: $0) }
        expectEqual(precisions, [0, 1, 0.5, 1.5 / 3, 0.5, 0.6, 0.5, 0.5], digits: 1e-15, "precision")
        #expect(quality.chancePrecision == 0.5)
    }

    @Test func extremes() throws {
        let best = try RankingQuality(positives: [2, 3], negatives: [0, -.infinity])
        #expect(best.rocAUC == 1 && best.averagePrecision == 1 && best.rocAUCStandardError == 0)
        let worst = try RankingQuality(positives: [0], negatives: [1, 2, .infinity])
        #expect(worst.rocAUC == 0 && worst.averagePrecision == 0.25 && worst.rocAUCStandardError == nil)
        let none = try RankingQuality(positives: [1, 1], negatives: [1, 1, 1, 1])
        #expect(none.rocAUC == 0.5 && abs(none.averagePrecision - 1.0 / 3) < 1e-15)
    }

    @Test func badScores() {
        let errors = [
            #expect(throws: AnalysisError.self) { try RankingQuality(positives: [], negatives: [1]) },
            #expect(throws: AnalysisError.self) { try RankingQuality(positives: [1], negatives: []) },
            #expect(throws: AnalysisError.self) { try RankingQuality(positives: [.nan], negatives: [1]) },
            #expect(throws: AnalysisError.self) { try RankingQuality(positives: [1], negatives: [1, .nan]) },
        ]
        #expect(errors.allSatisfy { $0?.code == .undefined })
    }

    /// Quantiles from tables.
    @Test func estimates() {
        let quantiles = [
            1: 12.7062, 4: 2.7764, 6: 2.4469, 9: 2.2622, 19: 2.0930, 99: 1.9842, 100_000: 1.9600,
        ]
        for (freedom, quantile) in quantiles {
            #expect(abs(Estimate.quantile(freedom) - quantile) < 1.5e-4, "\(freedom)")
        }
        let estimate = Estimate([1, 2, 3, 4])
        #expect(estimate.mean == 2.5 && abs(estimate.standardDeviation - 1.2909944487358056) < 1e-14)
        #expect(abs(estimate.high - 4.5542) < 1e-3 && abs(estimate.low - 0.4458) < 1e-3)
        let one = Estimate([7])
        #expect(one.low == 7 && one.high == 7 && one.standardDeviation == 0)
    }
}
