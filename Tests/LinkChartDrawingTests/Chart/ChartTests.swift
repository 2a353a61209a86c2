import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("What a picture shows")
struct ChartTests {
    private func chart(_ graph: Graph, _ change: (inout DrawingOptions) -> Void = { _ in }) -> Chart {
        var options = DrawingOptions()
        change(&options)
        return ChartBuilder.chart(of: graph, options: options)
    }

    private func ids(_ chart: Chart) -> [String] { chart.nodes.map(\.id) }

    /// Two states; a group in one attacks the other, and its leader sits with it.
    private func conflict() -> (graph: Graph, here: Kinds.State, there: Kinds.State, group: Kinds.Actor) {
        var graph = Graph(title: "Conflict")
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        let group = graph.add(.actor("Group"))
        graph.link(group, .basedIn, here)
        graph.link(group, .attacks, there)
        graph.link(here, .hosts, group, attributes: ["fighters": ["moreThan": 600]])
        return (graph, here, there, group)
    }

    @Test("Links that a box tells are folded into it, numbers go to the node")
    func boxes() throws {
        let (graph, _, _, _) = conflict()
        let folded = chart(graph)
        #expect(ids(folded) == ["node-thereland", "node-group"])
        #expect(folded.boxes.map(\.title) == ["Hereland"])
        #expect(folded.boxes[0].standsForNode)
        #expect(folded.links.map(\.words) == ["attacks"])
        #expect(folded.links[0].crossesBorder && folded.links[0].isThick)
        #expect(folded.omissions.toldByBoxes == 2)
        #expect(folded.nodes[1].label.map(\.text) == ["Group", ">\u{2009}600 fighters"])
        #expect(folded.nodes[1].tooltip.contains("Hereland hosts Group"))

        let full = chart(graph) { $0.detail = .full }
        #expect(ids(full).count == 3 && full.links.count == 3 && full.omissions.toldByBoxes == 0)
        #expect(chart(graph) { $0.grouping = .none }.boxes.isEmpty)
    }

    @Test("Unestablished, summary and discourse parts are left out unless asked for, and counted")
    func defaults() throws {
        var (graph, here, there, group) = conflict()
        let author = graph.add(.person("Author"))
        graph.link(author, .warns, group)
        graph.link(here, .spillsOverTo, there)
        graph.link(group, .funds, graph.add(.actor("Rumoured")), claim: Claim(by: author, modality: .alleged))
        let thesis = graph.add(.proposition("All is well"))
        graph.link(author, .disputes, thesis)
        let drawn = chart(graph)
        #expect(drawn.omissions.unestablished == 1)
        #expect(drawn.omissions.summaries == 1)
        #expect(drawn.omissions.discourseNodes == 1)
        #expect(drawn.omissions.scattered == 1)
        #expect(drawn.omissions.leftOut.count == 4)

        let all = chart(graph) { $0.show(.all) }
        #expect(all.omissions.leftOut.isEmpty)
        let alleged = try #require(all.links.first { !$0.isEstablished })
        #expect(alleged.words == "funds (alleged)" && alleged.classes.contains("unestablished"))
        #expect(all.links.contains { $0.family == .summary })
        #expect(ids(all).contains("node-all-is-well"))
    }

    @Test("What a document says, its only publisher says")
    func documents() throws {
        var (graph, _, _, group) = conflict()
        let team = graph.add(.organisation("Team"))
        let report = graph.add(.document("Report"))
        graph.link(team, .publishes, report)
        graph.link(report, .reportsOn, group)
        let drawn = chart(graph)
        #expect(drawn.omissions.foldedDocuments == 1)
        let link = try #require(drawn.links.first { $0.words == "reports on" })
        #expect(drawn.nodes[link.tail].id == "node-team" && drawn.nodes[link.head].id == "node-group")
    }

    @Test("Links of one family between two nodes are one line; contested ones stay apart")
    func merging() throws {
        var (graph, _, _, group) = conflict()
        let friend = graph.add(.actor("Friend"))
        let author = graph.add(.person("Author"))
        graph.link(friend, .shields, group)
        graph.link(friend, .enables, group)
        graph.link(group, .alliedWith, friend)
        graph.link(friend, .funds, group, claim: Claim(by: author))
        graph.link(friend, .funds, group, claim: Claim(by: author, modality: .denied))
        let drawn = chart(graph)
        let support = drawn.links.filter { $0.family == .support }
        #expect(support.map(\.words) == ["shields, enables, allied with", "funds (contested)"])
        #expect(support[1].classes.contains("contested"))
        #expect(drawn.omissions.mergedLinks == 2)
    }

    @Test("Nodes with the same links are stacked, those with other links are not")
    func stacking() throws {
        var (graph, _, there, _) = conflict()
        let twins = ["One", "Two"].map { graph.add(.actor($0)) }
        for twin in twins { graph.link(twin, .attacks, there) }
        let third = graph.add(.actor("Third"))
        graph.link(third, .attacks, there)
        graph.link(third, .funds, twins[0])
        let drawn = chart(graph)
        #expect(drawn.omissions.stacked == 0)
        let fourth = graph.add(.actor("Fourth"))
        graph.link(fourth, .attacks, there)
        let stacked = chart(graph)
        #expect(stacked.omissions.stacked == 1)
        let stack = try #require(stacked.nodes.first { $0.members.count == 2 })
        #expect(stack.label.map(\.text) == ["Two", "Fourth"] && stack.label[1].startsItem)
        #expect(stack.tooltip.contains("Fourth"))
    }

    @Test("Organisations that only say where somebody belongs are written into the person")
    func leaves() throws {
        var (graph, _, _, group) = conflict()
        let director = graph.add(.person("Director"))
        let bureau = graph.add(.organisation("Bureau"))
        graph.link(director, .leads, bureau)
        graph.link(director, .warns, group)
        let drawn = chart(graph)
        #expect(drawn.omissions.absorbed == 1)
        let node = try #require(drawn.nodes.first { $0.id == "node-director" })
        #expect(node.label.map(\.text) == ["Director", "Bureau"])
        #expect(node.tooltip.contains("Director leads Bureau"))
        #expect(!ids(drawn).contains("node-bureau"))
    }

    @Test("Directions follow the threat: relations that run against it are read backwards")
    func orientation() throws {
        var (graph, _, there, group) = conflict()
        let blast = graph.add(.incident("Blast"))
        graph.link(blast, .perpetratedBy, group)
        graph.link(blast, .occurredIn, there)
        let drawn = chart(graph)
        let link = try #require(drawn.links.first { $0.words == "perpetrator of" })
        #expect(drawn.nodes[link.tail].id == "node-group" && drawn.nodes[link.head].id == "node-blast")
        #expect(link.tooltip.contains("Blast perpetrated by Group"))
    }

    @Test("A focus keeps what is near, in both directions")
    func focus() {
        var graph = Graph()
        let chain = (0..<6).map { graph.add(.actor("N\($0)")) }
        for (a, b) in zip(chain, chain.dropFirst()) { graph.link(a, .funds, b) }
        let near = chart(graph) { $0.focus = .init(node: chain[2].index, hops: 1) }
        #expect(ids(near) == ["node-n1", "node-n2", "node-n3"])
        #expect(near.omissions.beyondFocus == 3)
        #expect(near.nodes[1].classes.contains("focus"))
        let only = chart(graph) { $0.focus = .init(node: chain[2].index, hops: 0) }
        #expect(ids(only) == ["node-n2"])
    }

    @Test("Groups of nodes by kind")
    func kinds() {
        var (graph, _, _, _) = conflict()
        graph.add(.actor("Another"))
        let drawn = chart(graph) {
            $0.grouping = .kind
            $0.showsScattered = true
        }
        #expect(Set(drawn.boxes.map(\.title)) == ["state", "actor"])
    }

    @Test("A graph without links is drawn as it is, an empty one as nothing")
    func bare() {
        var graph = Graph()
        #expect(chart(graph).nodes.isEmpty)
        graph.add(.actor("Alone"))
        graph.add(.actor("Alone too"))
        #expect(ids(chart(graph)) == ["node-alone", "node-alone-too"])
    }

    @Test("Many parallel links are one line with a short tooltip")
    func parallel() throws {
        var (graph, _, there, group) = conflict()
        let relation = graph.ontology.relation(named: "relatedTo")
        guard let relation else { return }
        let from = [UInt32](repeating: group.index.rawValue, count: 20_000)
        let to = [UInt32](repeating: there.index.rawValue, count: 20_000)
        try graph.appendEdges(from: from, relation: relation, to: to)
        let drawn = chart(graph)
        #expect(drawn.links.count == 2 && drawn.links[1].edges.count == 20_000)
        #expect(drawn.links[1].tooltip.utf8.count < 2000)
    }

    @Test("More nodes than can be drawn are thinned to those with most links, and counted")
    func limit() {
        var graph = Graph()
        let hub = graph.add(.actor("Hub"))
        for number in 0..<1700 { graph.link(hub, .funds, graph.add(.actor("N\(number)"))) }
        #expect(chart(graph) { $0.detail = .full }.nodes.count == 1701)
        let drawn = chart(graph) {
            $0.detail = .full
            $0.engine = .dot
        }
        #expect(drawn.nodes.count == ChartBuilder.mostNodes && drawn.omissions.beyondLimit == 201)
        // Folded, all of them are one stack.
        let folded = chart(graph)
        #expect(folded.nodes.count == 2)
    }
}
