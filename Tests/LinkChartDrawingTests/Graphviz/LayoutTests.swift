import Foundation
import LinkChartDrawing
import Testing

/// The layout read from Graphviz's structures against the one Graphviz itself writes as JSON.
@Suite struct LayoutTests {
    private static let samples = [
        "digraph { a -> b -> c; a -> c; c -> a; b -> b }",
        "digraph { rankdir=LR; a -> b [label=\"along\", headlabel=h, taillabel=t, xlabel=x, dir=both]; a [xlabel=out] }",
        """
        digraph { compound=true; label="The whole"; node [shape=box]
        subgraph cluster_one { label="One"; a; subgraph cluster_inner { label=Inner; b; c } }
        subgraph cluster_two { label="Two"; labelloc=b; d; e }
        a -> b; b -> d [lhead=cluster_two]; d -> e [arrowhead=none]; e -> a [dir=back]; a -> d [style=invis] }
        """,
        "graph { a -- b; b -- c; c -- a; c -- d [label=along]; lonely }",
        "digraph { size=\"2,2\"; pad=0.5; a -> b -> c -> d -> e -> f; a:n -> f:s; a -> f; a -> f }",
        "digraph { rankdir=BT; a [shape=record, label=\"<l>left|<r>right\"]; a:l -> b; a:r -> c [minlen=3] }",
        "digraph { concentrate=true; a -> c; b -> c; a -> d; b -> d }",
        "digraph {}",
    ]

    @Test(arguments: samples, [LayoutEngine.dot, .neato, .fdp, .sfdp, .twopi, .circo, .osage])
    func equalsGraphvizJSON(sample: String, engine: LayoutEngine) async throws {
        try await check(sample, engine: engine)
    }

    @Test func theReferenceDrawingEqualsGraphvizJSON() async throws {
        guard let dot = try SharedFiles.text("reference/best.dot") else { return }
        try await check(dot, engine: .dot)
    }

    @Test func yGrowsDownwards() async throws {
        let (layout, _) = try await GraphvizEngine.layout(dot: "digraph { upper -> lower }")
        #expect(layout.nodes[0].centre.y < layout.nodes[1].centre.y)
        #expect(layout.nodes.allSatisfy { $0.centre.y > 0 && $0.centre.y < layout.size.height })
        let curve = try #require(layout.edges.first?.curves.first)
        #expect(curve.points.count % 3 == 1)
        #expect(try #require(curve.end).y > curve.points[0].y)
        #expect(curve.start == nil)
    }

    @Test func clustersKnowTheirParents() async throws {
        let (layout, _) = try await GraphvizEngine.layout(dot: Self.samples[2])
        #expect(layout.clusters.map(\.name).sorted() == ["cluster_inner", "cluster_one", "cluster_two"])
        let inner = try #require(layout.clusters.first { $0.name == "cluster_inner" })
        let outer = layout.clusters[try #require(inner.parent)]
        #expect(outer.name == "cluster_one" && outer.parent == nil)
        #expect(outer.box.origin.x <= inner.box.origin.x && outer.box.origin.y <= inner.box.origin.y)
    }

    private func check(_ dot: String, engine: LayoutEngine) async throws {
        let job = GraphvizJob(dot: dot, engine: engine, formats: [.json], readsLayout: true)
        let output = try await GraphvizEngine.run(job)
        let layout = try #require(output.layout)
        let json = try JSONDecoder().decode(
            JSONGraph.self, from: Data(try #require(output.renderings[.json])))
        let frame = JSONFrame(try #require(json.bb))

        #expect(frame.near(layout.size.width, frame.width) && frame.near(layout.size.height, frame.height))
        let nodes = (json.objects ?? []).filter { $0.nodes == nil && $0.pos != nil }
        #expect(layout.nodes.map(\.name) == nodes.map(\.name))
        for (ours, theirs) in zip(layout.nodes, nodes) {
            frame.expect(ours.centre, theirs.pos, "node \(ours.name)")
            #expect(frame.near(ours.size.width, (Double(theirs.width ?? "") ?? 0) * 72))
            #expect(frame.near(ours.size.height, (Double(theirs.height ?? "") ?? 0) * 72))
            frame.expect(ours.externalLabel?.centre, theirs.xlp, "xlabel of \(ours.name)")
        }
        try compareEdges(layout, json, frame)
        if [.dot, .fdp, .osage].contains(engine) {
            let boxes = (json.objects ?? []).filter { $0.name.hasPrefix("cluster") && $0.bb != nil }
            #expect(Set(layout.clusters.map(\.name)) == Set(boxes.map(\.name)))
            for cluster in layout.clusters {
                let theirs = try #require(boxes.first { $0.name == cluster.name })
                let box = JSONFrame(try #require(theirs.bb))
                frame.expect(cluster.box.origin, "\(box.left),\(box.top)", "corner of \(cluster.name)")
                let corner = GraphLayout.Point(
                    x: cluster.box.origin.x + cluster.box.size.width,
                    y: cluster.box.origin.y + cluster.box.size.height)
                frame.expect(corner, "\(box.right),\(box.bottom)", "other corner of \(cluster.name)")
                frame.expect(cluster.label?.centre, theirs.lp, "title of \(cluster.name)")
            }
        }
        frame.expect(layout.label?.centre, json.lp, "title")
    }

    private func compareEdges(_ layout: GraphLayout, _ json: JSONGraph, _ frame: JSONFrame) throws {
        let names = layout.nodes.map(\.name)
        let objects = Dictionary(uniqueKeysWithValues: (json.objects ?? []).map { ($0._gvid, $0.name) })
        // Edges have no name of their own: the attribute `id` tells parallel ones apart.
        func key(_ tail: String?, _ head: String?, _ id: String?) -> String {
            "\(tail ?? "")>\(head ?? "")#\(id ?? "")"
        }
        let theirs = Dictionary(grouping: json.edges ?? []) { key(objects[$0.tail], objects[$0.head], $0.id) }
        #expect(layout.edges.count == (json.edges ?? []).count)
        for edge in layout.edges {
            let name = key(names[edge.tail], names[edge.head], edge.id)
            let candidates = try #require(theirs[name], "\(name)")
            let pos = frame.text(of: edge.curves)
            let other = candidates.first { frame.nearText(pos, $0.pos ?? "") }
            #expect(other != nil, "\(name): \(pos) is none of \(candidates.map { $0.pos ?? "" })")
            frame.expect(edge.label?.centre, other?.lp, "label of \(name)")
            frame.expect(edge.externalLabel?.centre, other?.xlp, "xlabel of \(name)")
            frame.expect(edge.headLabel?.centre, other?.headLabel, "headlabel of \(name)")
            frame.expect(edge.tailLabel?.centre, other?.tailLabel, "taillabel of \(name)")
        }
    }
}
