import LinkChartFormats
import LinkChartModel
import Testing

/// Gephi's own edge cases, counted by hand in each file: where NetworkX reads one of them otherwise, or fails, these are
/// the numbers of what stands in it.
@Suite struct GephiFixtureTests {
    static let counts: [(file: String, nodes: Int, edges: Int)] = [
        ("cdata.graphml", 2, 1), ("emojis.gml", 1, 0), ("gexf__basic.gexf", 2, 1), ("gexf__data.gexf", 1, 1),
        ("gexf__dynamicedgeweight.gexf", 2, 1), ("gexf__infinity.gexf", 1, 0), ("gexf__meta.gexf", 0, 0),
        ("gexf__slice.gexf", 2, 1), ("gexf__timezone.gexf", 2, 1), ("gexf__zeroweight.gexf", 2, 1),
        ("label.gml", 3, 2), ("spreadsheet__edges_table_dynamic_weights.csv", 3, 4),
        ("spreadsheet__edges_table_opposite_force_undirected_merged.csv", 2, 2),
        ("spreadsheet__edges_table_repeated_with_ids.csv", 4, 3),
        ("spreadsheet__edges_table_repeated_without_ids.csv", 4, 5),
        ("spreadsheet__edges_table_types_test.csv", 2, 2),
        ("spreadsheet__edges_table_with_timeset_intervals.csv", 3, 5),
        ("spreadsheet__edges_table_with_timeset_timestamps.csv", 3, 5),
        ("spreadsheet__nodes_table_types_test.csv", 5, 0), ("withdesc.graphml", 2, 1),
        ("spreadsheet__edges_table_opposite_force_undirected_issue_1848.csv", 176, 7_346),
        // Two rows have the identifier 2; the second is left out and said to be.
        ("spreadsheet__test_utf8_chars.csv", 2, 0), ("spreadsheet__test_utf8_chars_with_bom.csv", 2, 0),
    ]

    private func read(_ file: String) throws -> ReadResult? {
        guard let path = SharedFiles.path("data/graphs/gephi-fixtures/" + file) else { return nil }
        return try readGraph(paths: [path])
    }

    @Test(arguments: counts.map(\.file))
    func hasWhatStandsInTheFile(file: String) throws {
        guard let result = try read(file) else { return }
        let expected = try #require(Self.counts.first { $0.file == file })
        #expect(
            result.graph.nodeCount == expected.nodes && result.graph.edgeCount == expected.edges, "\(file)")
        let codes = result.diagnostics.filter { $0.severity == .error }.map(\.code)
        #expect(codes == (file.contains("utf8_chars") ? [.duplicateNode] : []), "\(file)")
    }

    @Test func valuesAreThoseOfTheFile() throws {
        guard let cdata = try read("cdata.graphml")?.graph else { return }
        #expect(
            cdata.nodes.map(\.name) == ["foo", "bar"] && cdata.edges.first?.attributes["label"] == "foobar")
        let weights = try #require(try read("gexf__dynamicedgeweight.gexf")?.graph.edges.first)
        #expect(
            weights.attributes["Weight"] == [
                ["value": 1.0, "timestamp": 2_004.0], ["value": 2.0, "timestamp": 2_005.0],
            ])
        let infinite = try #require(try read("gexf__infinity.gexf")?.graph.nodes.first)
        #expect(infinite.attributes == ["positive": .number(.infinity), "negative": .number(-.infinity)])
        let meta = try #require(try read("gexf__meta.gexf")?.graph)
        #expect(meta.title == "TITLE" && meta.attributes["creator"] == "Gephi")
        let slice = try #require(try read("gexf__slice.gexf")?.graph)
        #expect(slice.nodes.map { $0.attributes["Price"] } == [12, 8])
        let zones = try #require(try read("gexf__timezone.gexf")?.graph)
        #expect(zones.attributes["timezone"] == "America/Los_Angeles")
        #expect(try read("gexf__zeroweight.gexf")?.graph.edges.first?.attributes["weight"] == 0.0)
        #expect(try read("emojis.gml")?.graph.nodes.first?.name == "✅")
        #expect(try read("withdesc.graphml")?.graph.nodes.map(\.name) == ["Node Zero", "Node One"])
        let types = try #require(try read("spreadsheet__nodes_table_types_test.csv")?.graph.nodes.first)
        #expect(types.attributes["bigint"] == "123456789123456789123456789123456789123456789123456789")
        // One identifier with two weights: the first is kept, and the other said.
        let repeated = try #require(try read("spreadsheet__edges_table_repeated_with_ids.csv"))
        #expect(repeated.diagnostics.contains { $0.code == .conflictingValues && $0.line == 4 })
    }
}
