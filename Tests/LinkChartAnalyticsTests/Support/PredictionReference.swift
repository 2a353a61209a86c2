import Foundation
import Testing

/// What NetworkX, scikit-learn and SciPy say: prediction.json; README.md there names the fields.
struct PredictionReference: Decodable, Sendable {
    struct Ranking: Decodable, Sendable {
        var positives: [Double]
        var negatives: [Double]
        var rocAUC: Double
        var averagePrecision: Double
        var standardError: Double?
        var precisionAt5: Double
    }
    struct OfGraph: Decodable, Sendable {
        var simRank: [[Double]]?
        var disparity: [[Double]?]?
    }

    var rankings: [Ranking]
    var graphs: [String: OfGraph]

    static let all: PredictionReference = {
        do {
            let file = ReferenceGraph.folder.appending(path: "prediction.json")
            return try JSONDecoder().decode(PredictionReference.self, from: Data(contentsOf: file))
        } catch {
            Issue.record("prediction.json can't be read: \(error)")
            return PredictionReference(rankings: [], graphs: [:])
        }
    }()
}
