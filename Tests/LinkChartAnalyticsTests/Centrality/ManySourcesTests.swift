import LinkChartModel
import LinkChartTestKit
import Synchronization
import Testing

@testable import LinkChartAnalytics

/// Distances from all nodes at once, on graphs of more nodes than one batch of searches takes.
@Suite struct ManySourcesTests {
    /// Sums over breadth-first searches, one after the other.
    private func expected(_ projection: Projection) -> (closeness: [Double], harmonic: [Double]) {
        let count = projection.nodeCount
        var closeness: [Double] = []
        var harmonic: [Double] = []
        for node in 0..<count {
            let hops = projection.breadthFirstSearch(from: NodeIndex(node), .incoming).hops.filter { $0 > 0 }
            let reached = Double(hops.count)
            let sum = Double(hops.reduce(0) { $0 + Int($1) })
            closeness.append(hops.isEmpty ? 0 : reached / Double(count - 1) * reached / sum)
            harmonic.append(hops.reduce(0) { $0 + 1 / Double($1) })
        }
        return (closeness, harmonic)
    }

    private static let graphs: [(String, PlainGraph)] = {
        var random = SplitMix64(seed: 3)
        var result: [(String, PlainGraph)] = []
        for isDirected in [false, true] {
            result += [
                ("R-MAT", .rmat(scale: 10, linksPerNode: 2, isDirected: isDirected, using: &random)),
                ("a tree", .randomTree(700, isDirected: isDirected, using: &random)),
                ("pieces", .gnm(1100, links: 700, isDirected: isDirected, using: &random)),
                ("a cycle", .cycle(540, isDirected: isDirected)),
                ("dense", .gnp(530, 0.1, isDirected: isDirected, using: &random)),
            ]
        }
        return result
    }()

    @Test(arguments: 0..<10)
    func agreesWithOneSearchAfterTheOther(number: Int) throws {
        let (name, graph) = Self.graphs[number]
        let projection = graph.projection()
        let expected = expected(projection)
        expectEqual(try projection.closenessCentrality().values, expected.closeness, digits: 1e-13, name)
        expectEqual(try projection.harmonicCentrality().values, expected.harmonic, digits: 1e-13, name)
    }

    @Test func isTheSameForAnyNumberOfThreads() throws {
        var random = SplitMix64(seed: 4)
        let graph = PlainGraph.gnm(3000, links: 3500, isDirected: true, using: &random)
        let one = try graph.projection().harmonicCentrality(execution: .threads(1)).values
        for threads in [2, 3, 7] {
            let projection = graph.projection()
            #expect(try projection.harmonicCentrality(execution: .threads(threads)).values == one)
        }
    }

    /// Inverse distances are summed as whole numbers, so no rounding tells equal positions apart.
    @Test func nodesInTheSamePositionHaveTheSameScore() throws {
        let cycle = PlainGraph.cycle(201, isDirected: true).projection()
        #expect(Set(try cycle.harmonicCentrality().values).count == 1)
        #expect(Set(try cycle.closenessCentrality().values).count == 1)
        // 1 + 1/2 + 1/3, nearest to its true value.
        #expect(
            try PlainGraph.path(4, isDirected: true).projection().harmonicCentrality().values[3] == 11.0 / 6)
    }

    @Test(arguments: [1, 2])
    func isStoppedAndAskedAgain(threads: Int) throws {
        let projection = PlainGraph.cycle(3000).projection()
        let error = #expect(throws: AnalysisError.self) {
            try projection.closenessCentrality(execution: Execution(threads: threads, isCancelled: { true }))
        }
        #expect(error?.code == .cancelled)
        // In the middle of a batch, which goes on for 1,500 levels.
        let looks = Atomic<Int>(0)
        #expect(throws: AnalysisError.cancelled) {
            try projection.harmonicCentrality(
                execution: Execution(
                    threads: threads,
                    isCancelled: { looks.wrappingAdd(1, ordering: .relaxed).newValue > 40 }))
        }
        #expect(looks.load(ordering: .relaxed) < 60)
    }

    @Test func progressAscendsToOne() throws {
        let seen = Mutex<[Double]>([])
        let execution = Execution(threads: 2, progress: { fraction in seen.withLock { $0.append(fraction) } })
        _ = try PlainGraph(3000).projection().harmonicCentrality(execution: execution)
        let fractions = seen.withLock { $0 }
        #expect(fractions == fractions.sorted() && fractions.last == 1 && fractions.count > 3)
    }

    @Test func membersAreCounted() {
        var random = SplitMix64(seed: 8)
        for round in 0..<2000 {
            var lanes = LaneSet.zero
            for word in 0..<8 {
                lanes[word] = random.next() & (round % 3 == 0 ? random.next() : .max)
                if round % 5 == 0 && random.chance(0.5) { lanes[word] = random.chance(0.5) ? 0 : .max }
            }
            let count = (0..<8).reduce(0) { $0 + lanes[$1].nonzeroBitCount }
            #expect(lanes.memberCount == UInt64(count))
            #expect(lanes.isEmpty == (count == 0))
        }
        #expect(LaneSet.zero.isEmpty && LaneSet(first: 512).memberCount == 512)
        for count in [0, 1, 63, 64, 65, 511] {
            #expect(LaneSet(first: count).memberCount == UInt64(count))
            #expect(LaneSet(lane: count)[count >> 6] == 1 << UInt64(count & 63))
        }
    }

    /// A thousand pieces, and a node of its own in between: a batch keeps to the pieces its sources are in.
    @Test func manyComponents() throws {
        let count = 3000
        let links = (0..<(count / 3)).map { PlainGraph.Link(3 * $0, 3 * $0 + 2) }
        let scores = try PlainGraph(count, links: links).projection().harmonicCentrality().values
        for node in 0..<count { #expect(scores[node] == (node % 3 == 1 ? 0 : 1)) }
    }
}
