import Foundation
import Testing

/// What NetworkX and igraph say of the measures of make_measures_reference.py; README.md there names the fields.
struct MeasureReference: Decodable, CustomTestStringConvertible, Sendable {
    struct Cut: Decodable {
        var from: Int
        var to: Int
        var edgeCut: Int
        var nodeCut: Int?
    }

    var name: String
    var katzAlpha: Double
    var katz: [Double]
    var authority: [Double]?
    var hub: [Double]?
    var constraint: [Double?]
    var effectiveSize: [Double?]
    var triangles: [Double]
    var clustering: [Double]
    var transitivity: Double
    var averageClustering: Double
    var edgeBetweenness: [Double]
    var weightedBetweenness: [Double]?
    var weightedEdgeBetweenness: [Double]?
    var eccentricity: [Double]
    var averagePathLength: Double?
    var reachedPairs: Int
    var personalizedPageRank: [Double]
    var triadCensus: [String: Int]?
    var reciprocity: Double?
    var immediateDominators: [Int]?
    var blocks: [[Int]]
    var cuts: [Cut]
    var truss: [[Int]]
    var pairs: [[Int]]
    var jaccard: [Double]
    var adamicAdar: [Double]
    var resourceAllocation: [Double]
    var preferentialAttachment: [Double]
    var modularityOfThirds: Double?
    var modularityOfThirdsAtResolutionHalf: Double?
    var conductanceOfThirds: [Double?]?

    var testDescription: String { name }

    /// The graph that was asked about.
    var graph: ReferenceGraph { get throws { try ReferenceGraph.named(name) } }

    /// One for every graph.
    static let all: [MeasureReference] = ReferenceGraph.all.compactMap { graph in
        do {
            let file = ReferenceGraph.folder.appending(path: "measures/\(graph.name).json")
            return try JSONDecoder().decode(MeasureReference.self, from: Data(contentsOf: file))
        } catch {
            Issue.record("the measures of \(graph.name) can't be read: \(error)")
            return nil
        }
    }
}

/// What R's sna and igraph say: r.json.
struct ROpinion: Decodable, Sendable {
    var betweenness: [Double]
    var cores: [Double]
    var articulationPoints: [Int]
    var constraint: [Double?]?
    var triadCensus: [String: Int]?
    var dyadCensus: [String: Int]?
    var correlationWithMoved: Double?

    /// By the name of the graph.
    static let all: [String: ROpinion] = {
        struct File: Decodable { var graphs: [String: ROpinion] }
        do {
            let file = ReferenceGraph.folder.appending(path: "r.json")
            return try JSONDecoder().decode(File.self, from: Data(contentsOf: file)).graphs
        } catch {
            Issue.record("R's values can't be read: \(error)")
            return [:]
        }
    }()
}
