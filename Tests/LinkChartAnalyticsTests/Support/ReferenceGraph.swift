import Foundation
import LinkChartTestKit
import Testing

/// A graph of Tests/Reference with the values that NetworkX and igraph give it.
struct ReferenceGraph: Decodable, CustomTestStringConvertible, Sendable {
    struct Differing: Decodable {
        var networkx: [Double]
        var igraph: [Double]
    }
    struct SimplePaths: Decodable {
        var from: Int
        var to: Int
        var maxHops: Int
        var paths: [[Int]]
    }
    struct KShortestPaths: Decodable {
        var from: Int
        var to: Int
        var k: Int
        var costs: [Double]
        var paths: [[Int]]
    }

    var name: String
    var directed: Bool
    var nodes: Int
    var edges: [[Int]]
    var labels: [String]?
    var weights: [Double]?
    var degree: [Double]
    var inDegree: [Double]
    var outDegree: [Double]
    var betweenness: [Double]
    var closeness: [Double]
    var harmonic: [Double]
    var pagerank: [Double]?
    var eigenvector: [Double]?
    var eigenvectorNote: String?
    var differing: [String: Differing]?
    var core: [Double]
    var weakComponents: [Int]
    var strongComponents: [Int]
    var articulationPoints: [Int]
    var bridges: [[Int]]
    var hops: [[Int]]?
    var shortestPathCounts: [[Int]]?
    var simplePaths: [SimplePaths]?
    var distances: [[Double?]]?
    var kShortestPaths: [KShortestPaths]?

    var testDescription: String { name }

    var plain: PlainGraph {
        PlainGraph(nodes, isDirected: directed, links: edges.map { .init($0[0], $0[1]) })
    }

    /// All of them.
    static let all: [ReferenceGraph] = {
        struct Index: Decodable { var graphs: [String] }
        do {
            let index = try JSONDecoder().decode(
                Index.self, from: Data(contentsOf: folder.appending(path: "index.json")))
            return try index.graphs.map(load)
        } catch {
            Issue.record("the reference values can't be read: \(error)")
            return []
        }
    }()

    static func named(_ name: String) throws -> ReferenceGraph {
        try #require(all.first { $0.name == name })
    }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Reference").standardized

    private static func load(_ name: String) throws -> ReferenceGraph {
        try JSONDecoder().decode(
            ReferenceGraph.self, from: Data(contentsOf: folder.appending(path: "graphs/\(name).json")))
    }
}
