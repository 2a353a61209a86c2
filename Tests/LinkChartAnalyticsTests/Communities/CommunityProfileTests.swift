import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

/// Who is in a community, checked against counting by hand.
@Suite struct CommunityProfileTests {
    @Test func profilesOfRandomGraphsAreWhatCountingGives() throws {
        let seed = testSeed()
        for round in 0..<60 as Range<UInt64> {
            let graph = randomTypedGraph(seed: seed &+ round)
            for isDirected in [true, false] {
                let projection = Projection(of: graph, .init(.all, isDirected: isDirected))
                let found = try projection.leidenCommunities(seed: round)
                let partition = found.partition
                let quality = try partition.quality()
                let profiles = try partition.profiles(in: graph, quality: quality, of: 0..<partition.count)
                #expect(profiles.map(\.number) == Array(0..<partition.count), "seed \(seed), round \(round)")
                #expect(profiles.map(\.size) == partition.sizes, "seed \(seed), round \(round)")
                for profile in profiles {
                    try expect(
                        profile, of: partition, quality, graph, "seed \(seed), round \(round), \(isDirected)")
                }
                let some = try partition.profiles(in: graph, quality: quality, of: 1..<4)
                #expect(some == Array(profiles.dropFirst().prefix(3)))
            }
        }
    }

    private func expect(
        _ profile: CommunityProfile, of partition: Partition, _ quality: PartitionQuality, _ graph: Graph,
        _ comment: Comment
    ) throws {
        let rows = partition.projection.outgoing
        let members = Set(profile.members.map(\.node))
        #expect(members == Set(partition.members[profile.number]), comment)
        for member in profile.members {
            // Every end of an arc that lies at the member; an undirected edge stands in the rows of both its ends.
            var links = 0
            for node in 0..<rows.nodeCount {
                for neighbour in rows[node] where members.contains(NodeIndex(Int(neighbour))) {
                    guard members.contains(NodeIndex(node)) else { continue }
                    let isLoop = Int(neighbour) == node
                    if node == member.node.position {
                        links += isLoop ? 2 : 1
                    } else if partition.projection.isDirected, Int(neighbour) == member.node.position {
                        links += 1
                    }
                }
            }
            #expect(member.internalLinks == links, comment)
        }
        for (a, b) in zip(profile.members, profile.members.dropFirst()) {
            let (x, y) = (graph.id(of: a.node), graph.id(of: b.node))
            #expect(
                a.internalLinks > b.internalLinks
                    || (a.internalLinks == b.internalLinks && x.utf8.lexicographicallyPrecedes(y.utf8)),
                comment)
        }
        let kinds = Dictionary(grouping: profile.members) { graph.kind(of: $0.node) }
        #expect(kinds[profile.commonestKind.value]?.count == profile.commonestKind.count, comment)
        #expect(kinds.values.allSatisfy { $0.count <= profile.commonestKind.count }, comment)
        let states = profile.members.flatMap { TerritoryMap(of: graph).states(of: $0.node) }
        let counts = Dictionary(states.map { ($0, 1) }, uniquingKeysWith: +)
        #expect((profile.commonestState == nil) == counts.isEmpty, comment)
        if let state = profile.commonestState {
            #expect(counts[state.value] == state.count && state.count == counts.values.max(), comment)
        }
        #expect(profile.quality == quality.parts[profile.number], comment)
    }

    @Test func nothingToDescribe() throws {
        let graph = Graph()
        let partition = try graph.projection(.facts).leidenCommunities().partition
        #expect(try partition.profiles(in: graph, quality: try partition.quality(), of: 0..<5).isEmpty)
    }

    @Test func canBeCancelled() throws {
        let graph = randomTypedGraph(seed: 3)
        let partition = try graph.projection(.all).leidenCommunities().partition
        let quality = try partition.quality()
        #expect(throws: AnalysisError.cancelled) {
            try partition.profiles(
                in: graph, quality: quality, of: 0..<partition.count,
                execution: Execution(isCancelled: { true }))
        }
    }
}
