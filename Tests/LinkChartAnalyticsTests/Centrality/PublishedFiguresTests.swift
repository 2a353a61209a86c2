import LinkChartAnalytics
import LinkChartModel
import LinkChartTestKit
import Testing

/// Centralities as they stand in print.
@Suite struct PublishedFiguresTests {
    /// D. Krackhardt, Assessing the political landscape, Administrative Science Quarterly 35 (1990): three
    /// centralities name three different persons.
    @Test func krackhardtKite() throws {
        let kite = try ReferenceGraph.named("krackhardt-kite").plain.projection()
        let degree = kite.degreeCentrality().values
        #expect(degree[3] == 6 && degree.max() == 6)
        let betweenness = try kite.betweennessCentrality(normalized: true).values
        #expect(rounded(betweenness[7], 3) == 0.389 && betweenness.max() == betweenness[7])
        let closeness = try kite.closenessCentrality().values
        #expect(rounded(closeness[5], 3) == 0.643 && rounded(closeness[6], 3) == 0.643)
        #expect(closeness.max() == closeness[5])
    }

    /// M. Jackson, Social and Economic Networks (2008), table 2.1, of Padgett and Ansell's marriages.
    @Test func florentineFamilies() throws {
        let reference = try ReferenceGraph.named("florentine-families")
        let labels = try #require(reference.labels)
        let families = reference.plain.projection()
        for (name, degree, closeness, betweenness) in [
            ("Medici", 6.0, 0.560, 0.522), ("Strozzi", 4, 0.438, 0.103), ("Guadagni", 4, 0.467, 0.255),
        ] {
            let node = try #require(labels.firstIndex(of: name))
            #expect(families.degreeCentrality().values[node] == degree)
            #expect(rounded(try families.closenessCentrality().values[node], 3) == closeness)
            #expect(
                rounded(try families.betweennessCentrality(normalized: true).values[node], 3) == betweenness)
        }
        let eigenvector = try families.eigenvectorCentrality().values
        for (name, score) in [("Medici", 0.430), ("Strozzi", 0.356), ("Guadagni", 0.289)] {
            #expect(rounded(eigenvector[try #require(labels.firstIndex(of: name))], 3) == score)
        }
    }

    /// W. Zachary, An information flow model for conflict and fission in small groups (1977): the instructor
    /// (1) and the administrator (34) of the karate club have 16 and 17 friends.
    @Test func karateClub() throws {
        let club = try ReferenceGraph.named("karate-club").plain
        let graph = club.graph()
        let projection = graph.projection(.facts, isDirected: false)
        let top = projection.degreeCentrality().ranked(in: graph, top: 2)
        #expect(top.map(\.id) == ["n33", "n0"] && top.map(\.score) == [17, 16])
        #expect(club.links.count == 78)
        let between = try projection.betweennessCentrality(normalized: true).ranked(in: graph, top: 2)
        #expect(between.map(\.id) == ["n0", "n33"])
        #expect(between.map { rounded($0.score, 3) } == [0.438, 0.304])
    }

    private func rounded(_ value: Double, _ digits: Int) -> Double {
        let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
        return (value * scale).rounded() / scale
    }
}
