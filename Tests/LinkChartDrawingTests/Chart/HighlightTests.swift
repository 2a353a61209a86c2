import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Highlighted chains")
struct HighlightTests {
    @Test(
        "The chains are all shortest ones, as a search through all paths finds them",
        arguments: UInt64(0)..<40)
    func allShortest(seed: UInt64) {
        let graph = randomTypedGraph(
            seed: seed, TypedGraphRecipe(nodes: 8, links: 18, claimsPerLink: 1, isHostile: false))
        let projection = Projection(of: graph, .init(.mechanism), keepingEdges: true)
        for target in [NodeIndex(1), NodeIndex(5)] {
            let chains = HighlightedChains(
                .init(from: NodeIndex(0), to: target), in: graph, parts: .everything)
            // Every walk of up to seven arcs that never returns, shortest first.
            var shortest: [[Int]] = []
            func walk(_ nodes: [Int], _ arcs: [Int], _ length: Int) {
                if nodes[nodes.count - 1] == target.position {
                    if arcs.count == length { shortest.append(arcs) }
                    return
                }
                guard arcs.count < length else { return }
                for arc in projection.outgoing.row(nodes[nodes.count - 1]) {
                    let next = Int(projection.outgoing.neighbours[arc])
                    if !nodes.contains(next) { walk(nodes + [next], arcs + [arc], length) }
                }
            }
            for length in 1...7 where shortest.isEmpty { walk([0], [], length) }
            let edges = Set(shortest.joined().map { projection.edge(ofArc: $0).edge })
            #expect(chains.edges == edges, "seed \(seed) to \(target.position)")
        }
    }

    @Test("Chains stand out, are never folded, and the rest fades")
    func emphasis() throws {
        var graph = Graph()
        let here = graph.add(.state("Hereland"))
        let group = graph.add(.actor("Group"))
        let other = graph.add(.actor("Other"))
        let there = graph.add(.state("Thereland"))
        graph.link(here, .hosts, group)
        graph.link(group, .basedIn, here)
        graph.link(here, .hosts, other)
        graph.link(other, .basedIn, here)
        graph.link(group, .attacks, there)
        graph.link(other, .funds, group)
        var options = DrawingOptions()
        options.highlight = .init(from: here.index, to: there.index)
        let chart = ChartBuilder.chart(of: graph, options: options)
        let strong = chart.links.filter { $0.emphasis == .strong }
        #expect(strong.map(\.words).sorted() == ["attacks", "base of", "hosts"])
        #expect(chart.links.filter { $0.emphasis == .faded }.map(\.words) == ["funds"])
        #expect(chart.nodes.filter { $0.emphasis == .faded }.map(\.id) == ["node-other"])
    }

    @Test("Without a chain nothing stands out, and the notes say so")
    func none() async throws {
        var graph = Graph()
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        graph.link(here, .borders, there)
        var options = DrawingOptions()
        options.highlight = .init(from: here.index, to: there.index)
        let drawing = try await GraphDrawing.render(graph, options: options)
        #expect(drawing.notes.contains { $0.contains("No chain") })
    }
}
