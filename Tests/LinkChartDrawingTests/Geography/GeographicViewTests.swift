import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Geographic view")
struct GeographicViewTests {
    static func graph() throws -> Graph {
        var graph = Graph(title: "Map \\ \"<&")
        let here = graph.add(.state("Afghanistan"))
        let there = graph.add(.state("Pakistan"))
        let small = graph.add(.state("Bahrain"))
        let group = graph.add(.actor("Group <One> & \"Two\"\\"))
        graph.link(group, .basedIn, here)
        graph.link(group, .attacks, there)
        graph.link(small, .funds, group)
        graph.link(graph.add(.actor("Nowhere men")), .attacks, there)
        return graph
    }

    private func options() -> DrawingOptions {
        var options = DrawingOptions()
        options.view = .geographic
        return options
    }

    private func layout(_ graph: Graph) -> (GeographicLayout, ChartLayout, Chart) {
        let chart = ChartBuilder.chart(of: graph, options: options())
        let sizes = ChartSizes(
            nodes: chart.nodes.map { _ in GraphLayout.Size(width: 80, height: 30) },
            titles: chart.boxes.map { _ in GraphLayout.Size(width: 60, height: 14) }, labels: [:])
        let map = GeographicLayout(chart, sizes: sizes, graph: graph)
        return (map, map.layout(), chart)
    }

    @Test("Nothing overlaps and everything is on the page")
    func noOverlaps() throws {
        var graphs = [try Self.graph()]
        for seed in 1...20 as ClosedRange<UInt64> {
            var graph = randomTypedGraph(seed: seed)
            let countries = WorldMap.shared.countries.filter { !$0.names.isEmpty }
            for index in 0..<6 {
                let country = countries[Int(seed) * 7 % 30 + index * 29]
                let state = graph.add(.state(country.names[0], id: "country \(index)"))
                graph.link(graph.add(.actor("Group \(index)", id: "group \(index)")), .attacks, state)
            }
            graphs.append(graph)
        }
        for (number, graph) in graphs.enumerated() {
            let (_, layout, chart) = layout(graph)
            #expect(layout.nodes.count == chart.nodes.count)
            for (index, frame) in layout.nodes.enumerated() {
                #expect(
                    frame.minX >= 0 && frame.maxX <= layout.size.width + 0.01 && frame.minY >= 0
                        && frame.maxY <= layout.size.height + 0.01, "graph \(number), node \(index)")
                for other in layout.nodes[(index + 1)...] {
                    #expect(!frame.overlaps(other), "graph \(number)")
                }
            }
        }
    }

    @Test("States stand in the order in which they lie on the globe")
    func directions() throws {
        var graph = Graph(title: "")
        let names = ["Portugal", "Germany", "Ukraine", "Norway", "Libya"]
        let states = names.map { graph.add(.state($0)) }
        let group = graph.add(.actor("Group"))
        for state in states { graph.link(group, .attacks, state) }
        let (_, layout, chart) = layout(graph)
        func centre(_ name: String) throws -> GraphLayout.Point {
            let number = chart.nodes.firstIndex { $0.label.first?.text == name }
            return layout.nodes[try #require(number, "\(name)")].centre
        }
        #expect(try centre("Portugal").x < centre("Germany").x && centre("Germany").x < centre("Ukraine").x)
        #expect(try centre("Norway").y < centre("Germany").y && centre("Germany").y < centre("Libya").y)
    }

    @Test("What has no place stands under the map, and the picture says so")
    func unplaced() async throws {
        let graph = try Self.graph()
        let (map, layout, chart) = layout(graph)
        let number = try #require(
            chart.nodes.firstIndex { $0.label.contains { $0.text.contains("Nowhere") } })
        #expect(layout.nodes[number].minY > map.mapHeight && map.unplaced == 1)
        let drawing = try await GraphDrawing.render(graph, options: options(), format: .svg)
        #expect(drawing.notes.contains { $0.contains("1 node is not on the map") }, "\(drawing.notes)")
        #expect(drawing.engine.rawValue == "geo")
    }

    @Test("Hostile names stay text, in every format, the same every time")
    func hostile() async throws {
        let graph = try Self.graph()
        let drawing = try await GraphDrawing.render(graph, options: options(), format: .svg)
        expectHarmless(try XMLTree.parse(drawing.bytes).get())
        #expect(drawing.warnings.isEmpty, "\(drawing.warnings)")
        #expect(try await GraphDrawing.render(graph, options: options(), format: .svg).bytes == drawing.bytes)
        for format in [OutputFormat.png, .pdf] {
            #expect(
                try await GraphDrawing.render(graph, options: options(), format: format).bytes.count > 1000)
        }
    }

    @Test("A graph without any place, an empty one, and one across the date line are drawn")
    func edges() async throws {
        var nowhere = Graph(title: "")
        nowhere.link(nowhere.add(.actor("A")), .attacks, nowhere.add(.actor("B")))
        var pacific = Graph(title: "")
        pacific.link(pacific.add(.state("Fiji")), .sanctions, pacific.add(.state("Samoa")))
        var poles = Graph(title: "")
        let camp = poles.add(.place("Camp", attributes: ["lat": -90, "lon": 0]))
        poles.link(poles.add(.actor("P")), .attacks, camp)
        for graph in [Graph(title: ""), nowhere, pacific, poles] {
            let drawing = try await GraphDrawing.render(graph, options: options(), format: .svg)
            expectHarmless(try XMLTree.parse(drawing.bytes).get())
        }
        let map = MapView(
            showing: [.init(longitude: 178, latitude: -18), .init(longitude: -172, latitude: -13.8)],
            width: 900)
        let (fiji, samoa) = (
            try #require(map.point(of: .init(longitude: 178, latitude: -18))),
            try #require(map.point(of: .init(longitude: -172, latitude: -13.8)))
        )
        #expect(samoa.x > fiji.x && samoa.x < 900 && fiji.x > 0)
    }
}
