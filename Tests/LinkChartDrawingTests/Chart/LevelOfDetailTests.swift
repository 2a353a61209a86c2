import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("What is drawn of graphs of each size")
struct LevelOfDetailTests {
    /// Groups of actors in states, with links within and between them.
    static func graph(states: Int, each: Int, crossing: Int, seed: UInt64 = 1) -> Graph {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        var graph = Graph(title: "made up")
        var actors: [[Kinds.Actor]] = []
        for state in 0..<states {
            let home = graph.add(.state("State \(state)"))
            actors.append(
                (0..<each).map { number in
                    let actor = graph.add(.actor("Actor \(state)-\(number)"))
                    graph.link(actor, .basedIn, home)
                    return actor
                })
            for number in 1..<each {
                graph.link(
                    actors[state][number], .alliedWith,
                    actors[state][Int.random(in: 0..<number, using: &generator)])
            }
        }
        for _ in 0..<crossing {
            let from = Int.random(in: 0..<states, using: &generator)
            let to = (from + Int.random(in: 1..<states, using: &generator)) % states
            graph.link(
                actors[from][Int.random(in: 0..<each, using: &generator)], .attacks,
                actors[to][Int.random(in: 0..<each, using: &generator)])
        }
        return graph
    }

    @Test("Sizes choose the layout")
    func engines() {
        func engine(_ graph: Graph) -> LayoutEngine {
            PreparedChart(graph: graph, options: DrawingOptions()).engine
        }
        #expect(engine(Self.graph(states: 3, each: 10, crossing: 8)) == .columns)
        #expect(engine(Self.graph(states: 6, each: 50, crossing: 60)) == .islands)
        #expect(engine(Self.graph(states: 12, each: 200, crossing: 900)) == .islands)
        #expect(engine(Self.graph(states: 20, each: 320, crossing: 2000)) == .map)
    }

    @Test("Up to some hundred nodes each link between islands is drawn; names are shared out and counted")
    func islands() {
        let graph = Self.graph(states: 6, each: 50, crossing: 60)
        let chart = PreparedChart(graph: graph, options: DrawingOptions()).chart
        #expect(!chart.links.contains { $0.span != nil })
        let named = chart.nodes.count { !$0.isDot }
        #expect(named == 60 && chart.omissions.unnamed == chart.nodes.count - 60)
        for box in chart.boxes.indices {
            #expect((7...13).contains(chart.nodes.count { $0.box == box && !$0.isDot }))
        }
        for link in chart.links {
            #expect(link.isQuiet == (chart.nodes[link.tail].box == chart.nodes[link.head].box))
        }
    }

    @Test("Above that ribbons stand for all links of a sort between two islands, none is lost")
    func ribbons() {
        let graph = Self.graph(states: 12, each: 200, crossing: 900)
        let chart = PreparedChart(graph: graph, options: DrawingOptions()).chart
        let ribbons = chart.links.filter { $0.span != nil }
        #expect(ribbons.count <= Chart.mostRibbons && chart.omissions.ribbons == ribbons.count)
        let drawn = ribbons.reduce(0) { $0 + $1.edges.count }
        #expect(chart.omissions.inRibbons == drawn)
        #expect(drawn + chart.omissions.thinRibbons == graph.edges.count { $0.definition.name == "attacks" })
        #expect(Set(ribbons.map(\.id)).count == ribbons.count)
        for ribbon in ribbons {
            for edge in ribbon.edges {
                let (from, to) = (graph.source(of: edge), graph.target(of: edge))
                let box = { (node: NodeIndex) in chart.nodes.first { $0.members.contains(node) }?.box }
                #expect(box(from) == ribbon.span?.tail && box(to) == ribbon.span?.head)
            }
        }
    }

    @Test("A map has one shape a territory and accounts for every node and link")
    func map() {
        let graph = Self.graph(states: 9, each: 30, crossing: 200)
        var options = DrawingOptions()
        options.engine = .map
        let chart = PreparedChart(graph: graph, options: options).chart
        #expect(chart.nodes.count == 9 && chart.nodes.allSatisfy(\.isGroup))
        let members = chart.nodes.flatMap(\.members)
        #expect(members.count == graph.nodeCount && Set(members).count == graph.nodeCount)
        let omissions = chart.omissions
        #expect(
            chart.links.reduce(0) { $0 + $1.edges.count } + omissions.thinRibbons + omissions.withinGroups
                + omissions.toldByBoxes == graph.edgeCount)
        #expect(chart.nodes[0].label.contains { $0.text == "31 nodes" })
    }

    @Test("Without territories groups are communities; too many are put into one, and it is said")
    func communities() {
        var graph = Graph()
        for clique in 0..<50 {
            let actors = (0..<5).map { graph.add(.actor("A\(clique)-\($0)")) }
            for i in 0..<5 { for j in 0..<i { graph.link(actors[i], .alliedWith, actors[j]) } }
        }
        var options = DrawingOptions()
        options.showsScattered = true
        options.detail = .full
        let prepared = PreparedChart(graph: graph, options: options)
        #expect(prepared.engine == .islands)
        #expect(prepared.notes.contains { $0.contains("Leiden") })
        #expect(prepared.chart.boxes.count == 24 && prepared.chart.omissions.smallGroups == 27)
        #expect(prepared.chart.boxes[23].sort == .community || prepared.chart.boxes[23].sort == .rest)
        #expect(prepared.chart.nodes.allSatisfy { $0.box != nil })
        let first = prepared.chart.nodes.filter { $0.box == 0 }
        #expect(Set(first.map { graph.name(of: $0.members[0]).split(separator: "-")[0] }).count == 1)
    }

    @Test("A cloud keeps each node's strongest links and draws every node")
    func cloud() {
        let graph = Self.graph(states: 4, each: 400, crossing: 3000)
        var options = DrawingOptions()
        options.engine = .cloud
        let chart = PreparedChart(graph: graph, options: options).chart
        #expect(chart.nodes.count >= 1600)
        #expect(chart.nodes.count { !$0.isDot } == 60)
        var linked = Set<Int>()
        for link in chart.links { linked.formUnion([link.tail, link.head]) }
        #expect(linked.count >= 1600)
        #expect(
            chart.omissions.weakLinks + chart.omissions.toldByBoxes
                + chart.links.reduce(0) { $0 + $1.edges.count }
                == graph.edgeCount)
    }
}
