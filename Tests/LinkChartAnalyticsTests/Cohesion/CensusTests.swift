import Foundation
import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Dyads and triads.
@Suite struct CensusTests {
    @Test(arguments: MeasureReference.all)
    func agreeWithNetworkX(reference: MeasureReference) throws {
        let projection = try reference.graph.plain.projection()
        if let census = reference.triadCensus {
            #expect(named(try projection.triadCensus()) == census)
        }
        if let reciprocity = reference.reciprocity {
            expectEqual([try projection.reciprocity() ?? 0], [reciprocity], reference.name)
        }
    }

    @Test(arguments: ROpinion.all.keys.sorted())
    func agreeWithR(name: String) throws {
        let opinion = try #require(ROpinion.all[name])
        let projection = try ReferenceGraph.named(name).plain.projection()
        if let census = opinion.triadCensus { #expect(named(try projection.triadCensus()) == census) }
        if let dyads = opinion.dyadCensus {
            let ours = try projection.dyadCensus()
            #expect(["Mut": ours.mutual, "Asym": ours.asymmetric, "Null": ours.null] == dyads)
        }
    }

    @Test(arguments: [Projection.ParallelEdges.merged, .kept])
    func agreeWithEnumeration(parallelEdges: Projection.ParallelEdges) throws {
        try onRandomGraphs(1500, upTo: 10) { graph, _, context in
            let oracle = BruteForce(graph)
            let projection = graph.projection(parallelEdges: parallelEdges)
            let census = try projection.triadCensus()
            #expect(named(census) == oracle.triadCensus, "\(context)")
            #expect(named(try projection.triadCensus(execution: .threads(1))) == named(census), "\(context)")
            let count = UInt128(graph.nodeCount)
            #expect(census.total == (count < 3 ? 0 : count * (count - 1) * (count - 2) / 6), "\(context)")
            let dyads = try projection.dyadCensus()
            let expected = oracle.dyadCensus
            #expect(dyads.mutual == expected.mutual, "\(context)")
            #expect(dyads.asymmetric == expected.asymmetric, "\(context)")
            #expect(dyads.null == expected.null, "\(context)")
            let arcs = 2 * expected.mutual + expected.asymmetric
            #expect(
                try projection.reciprocity()
                    == (arcs == 0 ? nil : Double(2 * expected.mutual) / Double(arcs)), "\(context)")
        }
    }

    /// Of a million nodes in a star, visiting open triads would take half a million million steps.
    @Test func hubsTakeNoLonger() throws {
        let count = 200_000
        let star = try PlainGraph.star(count).directed().projection().triadCensus()
        let leaves = UInt128(count - 1)
        let open = leaves * (leaves - 1) / 2
        #expect(star[.t021D] + star[.t021U] == open)
        #expect(star.total == UInt128(count) * leaves * UInt128(count - 2) / 6)
        #expect(star[.t003] == star.total - open && star[.t012] == 0)
    }

    @Test func typesKnowWhatTheirNamesSay() {
        for type in TriadType.allCases { #expect(type.mutual + type.asymmetric + type.null == 3) }
        #expect(TriadType.t120C.mutual == 1 && TriadType.t120C.asymmetric == 2 && TriadType.t120C.null == 0)
    }

    @Test func canBeStopped() {
        let stopped = Execution(isCancelled: { true })
        let projection = PlainGraph.cycle(100, isDirected: true).projection()
        #expect(throws: AnalysisError.cancelled) { try projection.triadCensus(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.dyadCensus(execution: stopped) }
        #expect(throws: AnalysisError.cancelled) { try projection.reciprocity(execution: stopped) }
    }

    @Test func canBeEncoded() throws {
        let projection = PlainGraph(3, isDirected: true, [(0, 1), (1, 0), (1, 2)]).projection()
        struct Triads: Decodable {
            var projection: String
            var counts: [String: Int]
        }
        let triads = try JSONDecoder().decode(
            Triads.self, from: JSONEncoder().encode(projection.triadCensus()))
        #expect(triads.counts["111U"] == 1 && triads.counts.count == 16)
        #expect(triads.projection == "facts, directed, parallel edges merged")
        struct Dyads: Decodable {
            var mutual: Int
            var asymmetric: Int
            var null: Int
            var reciprocity: Double?
        }
        let dyads = try JSONDecoder().decode(Dyads.self, from: JSONEncoder().encode(projection.dyadCensus()))
        #expect(dyads.mutual == 1 && dyads.asymmetric == 1 && dyads.null == 1)
        #expect(dyads.reciprocity == 2.0 / 3)
    }

    private func named(_ census: TriadCensus) -> [String: Int] {
        Dictionary(uniqueKeysWithValues: TriadType.allCases.map { ($0.rawValue, Int(census[$0])) })
    }
}
