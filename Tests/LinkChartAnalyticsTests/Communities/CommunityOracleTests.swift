import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

/// Communities against every partition there is, and against their definitions.
@Suite struct CommunityOracleTests {
    /// A graph as it is tested: its projection, the weights, and the matrix that an oracle goes by.
    private struct Case {
        let projection: Projection
        let weights: EdgeWeights
        let matrix: [[Double]]

        init(_ graph: PlainGraph, _ random: inout SplitMix64) {
            switch random.below(3) {
            case 0:
                projection = graph.projection()
                weights = .unit
                matrix = BruteForce(graph).weightMatrix(merged: true)
            case 1:
                projection = graph.projection(parallelEdges: .kept)
                weights = .unit
                matrix = BruteForce(graph).weightMatrix()
            default:
                let values = graph.links.map { _ in random.chance(0.1) ? 0 : random.unit() * 3 }
                let typed = graph.graph(weights: values)
                projection = typed.projection(.facts, isDirected: graph.isDirected, keepingEdges: true)
                weights = .attribute("weight", of: typed)
                matrix = BruteForce(graph).weightMatrix(values)
            }
        }
    }

    @Test func theBestOfAllPartitionsIsFoundMostly() throws {
        let partitions = (0...8).map { BruteForce.allPartitions(of: $0) }
        #expect(partitions.map(\.count) == [1, 1, 2, 5, 15, 52, 203, 877, 4140])
        var counts = (best: 0, all: 0, louvainBest: 0)
        try onRandomGraphs(400, upTo: 7) { graph, random, context in
            let test = Case(graph, &random)
            let resolution = [1, 1, 0.5, 2][random.below(4)]
            let best = partitions[graph.nodeCount].compactMap {
                BruteForce.modularity(of: $0, test.matrix, resolution: resolution)
            }.max()
            let leiden = try test.projection.leidenCommunities(weights: test.weights, resolution: resolution)
            let louvain = try test.projection.louvainCommunities(
                weights: test.weights, resolution: resolution)
            for found in [leiden, louvain] {
                let exact = BruteForce.modularity(
                    of: found.partition.parts, test.matrix, resolution: resolution)
                #expect((found.modularity == nil) == (exact == nil), "\(context)")
                guard let exact, let best, let modularity = found.modularity else { continue }
                #expect(abs(modularity - exact) < 1e-12, "\(context)")
                #expect(modularity <= best + 1e-12, "\(context)")
                if found.method == .leiden {
                    counts.all += 1
                    if modularity > best - 1e-9 { counts.best += 1 }
                    #expect(modularity > best - 0.06, "\(modularity) of \(best): \(context)")
                } else if modularity > best - 1e-9 {
                    counts.louvainBest += 1
                }
            }
            #expect(BruteForce.areConnected(leiden.partition.parts, test.matrix), "\(context)")
        }
        #expect(counts.all > 200)
        #expect(counts.best * 100 >= counts.all * 95, "\(counts)")
        #expect(counts.louvainBest * 100 >= counts.all * 80, "\(counts)")
    }

    @Test func theBestByTheConstantPottsModelIsFoundMostly() throws {
        let partitions = (0...7).map { BruteForce.allPartitions(of: $0) }
        var counts = (best: 0, all: 0)
        try onRandomGraphs(300, upTo: 7) { graph, random, context in
            let test = Case(graph, &random)
            let resolution = [0, 0.2, 0.5, 1, 3][random.below(5)]
            let quality = { BruteForce.constantPotts(of: $0, test.matrix, resolution: resolution) }
            let best = partitions[graph.nodeCount].map(quality).max() ?? 0
            let found = try test.projection.leidenCommunities(
                weights: test.weights, objective: .constantPotts, resolution: resolution)
            let reached = quality(found.partition.parts)
            #expect(reached <= best + 1e-9, "\(context)")
            #expect(BruteForce.areConnected(found.partition.parts, test.matrix), "\(context)")
            counts.all += 1
            if reached > best - 1e-9 { counts.best += 1 }
        }
        #expect(counts.best * 100 >= counts.all * 95, "\(counts)")
    }

    /// What the Leiden method guarantees (theorems 1 and 2 of the paper): communities are connected, and no two of
    /// them gain by merging; the latter is slow to check, so of most runs of several rounds only the former is.
    @Test func guaranteesHoldOnThousandsOfGraphs() throws {
        for objective in CommunityObjective.allCases {
            try onRandomGraphs(1500, upTo: 24) { graph, random, context in
                let test = Case(graph, &random)
                let resolution = [1, 0.1, 0.4, 1.5][random.below(4)]
                let found = try test.projection.leidenCommunities(
                    weights: test.weights, objective: objective, resolution: resolution, seed: random.next(),
                    iterationLimit: random.chance(0.5) ? 1 : nil)
                let labels = found.partition.parts
                #expect(BruteForce.areConnected(labels, test.matrix), "\(context)")
                guard found.iterations < 2 || random.chance(0.2) else { return }
                let masses =
                    objective == .modularity
                    ? test.matrix.map { $0.reduce(0, +) } : test.matrix.map { _ in 1 }
                let total = test.matrix.reduce(0) { $0 + $1.reduce(0, +) }
                guard total > 0 else { return }
                let penalty = objective == .modularity ? resolution / total : resolution
                var between = [[Double]](
                    repeating: [Double](repeating: 0, count: found.count), count: found.count)
                var mass = [Double](repeating: 0, count: found.count)
                for a in labels.indices {
                    mass[labels[a]] += masses[a]
                    for b in labels.indices { between[labels[a]][labels[b]] += test.matrix[a][b] }
                }
                for a in 0..<found.count {
                    for b in 0..<a {
                        #expect(between[a][b] <= penalty * mass[a] * mass[b] + 1e-9, "\(context)")
                    }
                }
            }
        }
    }

    /// After the last round no node gains by moving: run until nothing improves.
    @Test func noNodeGainsByMoving() throws {
        try onRandomGraphs(300, upTo: 14) { graph, random, context in
            let test = Case(graph, &random)
            let found = try test.projection.leidenCommunities(weights: test.weights, iterationLimit: nil)
            guard let modularity = found.modularity else { return }
            for node in 0..<graph.nodeCount {
                for other in 0...found.count {
                    var labels = found.partition.parts
                    labels[node] = other
                    let moved = BruteForce.modularity(of: labels, test.matrix) ?? 0
                    #expect(moved <= modularity + 1e-9, "node \(node): \(context)")
                }
            }
        }
    }

    @Test func labelsWeighMostAmongNeighbours() throws {
        try onRandomGraphs(1000, upTo: 16) { graph, random, context in
            let test = Case(graph, &random)
            let found = try test.projection.labelPropagationCommunities(
                weights: test.weights, seed: random.next())
            let labels = found.partition.parts
            for node in labels.indices {
                var weights = [Double](repeating: 0, count: found.count)
                for other in labels.indices where other != node {
                    weights[labels[other]] += test.matrix[node][other]
                }
                let heaviest = weights.max() ?? 0
                if heaviest == 0 {
                    #expect(found.partition.sizes[labels[node]] == 1, "\(context)")
                } else {
                    #expect(weights[labels[node]] >= heaviest - 1e-9, "\(context)")
                }
            }
            #expect(
                found.modularity.map {
                    abs($0 - (BruteForce.modularity(of: labels, test.matrix) ?? 9)) < 1e-12
                }
                    ?? true, "\(context)")
        }
    }

    @Test func qualityIsAsDefined() throws {
        try onRandomGraphs(1500, upTo: 9) { graph, random, context in
            let test = Case(graph, &random)
            let labels = (0..<graph.nodeCount).map { _ in random.below(3) }
            let partition = Partition(of: test.projection, labels: labels.map { UInt32($0) }, labelCount: 3)
            let quality = try partition.quality(weights: test.weights, resolution: 0.7)
            let exact = BruteForce.modularity(of: labels, test.matrix, resolution: 0.7)
            #expect((quality.modularity == nil) == (exact == nil), "\(context)")
            if let modularity = quality.modularity, let exact {
                #expect(abs(modularity - exact) < 1e-12, "\(context)")
            }
            let total = test.matrix.reduce(0) { $0 + $1.reduce(0, +) }
            var crossing = 0.0
            for (number, part) in quality.parts.enumerated() {
                let (inside, outside) = test.matrix.split(partition.parts, at: number)
                #expect(abs(part.internalWeight - inside / 2) < 1e-9, "\(context)")
                #expect(abs(part.externalWeight - outside) < 1e-9, "\(context)")
                let volume = min(inside + outside, total - inside - outside)
                if volume > 1e-9 {
                    #expect(abs((part.conductance ?? 9) - outside / volume) < 1e-9, "\(context)")
                }
                crossing += outside / 2
            }
            #expect(abs(quality.crossingWeight - crossing) < 1e-9, "\(context)")
            if let coverage = quality.coverage {
                #expect(abs(coverage - (1 - crossing / (total / 2))) < 1e-9, "\(context)")
            }
            if test.weights.meaning == .unit, test.projection.recipe.parallelEdges == .kept, graph.isDirected
            {
                let directed = BruteForce(graph).directedModularity(of: labels, resolution: 0.7)
                #expect(
                    abs((quality.directedModularity ?? 9) - (directed ?? 9)) < 1e-12, "\(context)")
            }
        }
    }
}

extension [[Double]] {
    /// The sum of the matrix inside a part, and between it and the others.
    fileprivate func split(_ parts: [Int], at number: Int) -> (inside: Double, outside: Double) {
        var sums = (inside: 0.0, outside: 0.0)
        for a in indices where parts[a] == number {
            for b in indices {
                if parts[b] == number { sums.inside += self[a][b] } else { sums.outside += self[a][b] }
            }
        }
        return sums
    }
}
