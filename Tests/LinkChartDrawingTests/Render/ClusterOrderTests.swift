import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("Order of clusters")
struct ClusterOrderTests {
    private func svg(_ clusters: [Int]) -> [UInt8] {
        var text = "<?xml?>\n<!-- Title: x -->\n<svg>\n<g id=\"g\" class=\"graph\">\n"
        for cluster in clusters {
            text += "<g id=\"c\(cluster)\" class=\"cluster box\">\n<title>cluster_\(cluster)</title>\n"
            text += "<g id=\"a_\(cluster)\">\n<path/>\n</g>\n</g>\n"
        }
        return Array((text + "<!-- n0 -->\n<g class=\"node\"></g>\n</g>\n</svg>\n").utf8)
    }

    @Test("Clusters come in the order of their numbers, whatever order Graphviz has them in")
    func order() {
        let expected = svg([0, 1, 2, 10])
        for shuffled in [[0, 1, 2, 10], [10, 2, 1, 0], [2, 0, 10, 1]] {
            #expect(orderClusters(svg(shuffled)) == expected)
        }
        #expect(orderClusters(svg([])) == svg([]))
        #expect(orderClusters(svg([3])) == svg([3]))
    }

    @Test("The drawn file has boxes in order, each before those within it")
    func drawn() async throws {
        var graph = Graph()
        let region = graph.add(.region("Region"))
        let states = ["A", "B", "C", "D", "E", "F"].map { graph.add(.state($0)) }
        for state in states {
            graph.link(state, .memberOf, region)
            let group = graph.add(.actor("Group of \(graph.name(of: state.index))"))
            graph.link(group, .basedIn, state)
            graph.link(group, .attacks, states[0])
        }
        let chart = ChartBuilder.chart(of: graph, options: DrawingOptions())
        let tree = try XMLTree.parse(try await GraphDrawing.render(graph, format: .svg).bytes).get()
        let drawn = tree.all("g").filter { $0.attributes["class"]?.hasPrefix("cluster") ?? false }
        #expect(drawn.map { $0.attributes["id"] } == chart.boxes.map(\.id))
    }
}
