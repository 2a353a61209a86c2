import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Style files")
struct StyleFileTests {
    private func graph() throws -> Graph {
        var graph = Graph(title: "Small")
        let here = graph.add(.state("Hereland"))
        let there = graph.add(.state("Thereland"))
        let group = graph.add(.actor("Group One", id: "g1", attributes: ["trend": "Rising", "size": 40]))
        let other = graph.add(.actor("Group Two", id: "g2", attributes: ["size": ["atLeast": 90]]))
        let author = graph.add(.person("Author"))
        graph.link(
            here, .hosts, group,
            claim: Claim(by: author, statement: "They stay.", confidence: try Confidence(80)))
        graph.link(group, .basedIn, here)
        graph.link(group, .attacks, there, claim: Claim(by: author, statement: "It strikes."))
        graph.link(group, .rivals, other, claim: Claim(by: author, modality: .denied))
        graph.link(other, .attacks, here, claim: Claim(by: author))
        graph.link(author, .warns, group)
        return graph
    }

    private func looks(_ yaml: String, measures: [String: [Double]] = [:]) throws -> (ChartLooks, Chart) {
        let graph = try graph()
        var options = DrawingOptions()
        options.detail = .full
        options.show(.all)
        var resolver = StyleResolver(
            try StyleSheet(yaml: yaml), graph: graph, parts: .everything, measures: measures)
        _ = resolver.hide(from: &options)
        var chart = ChartBuilder.chart(of: graph, options: options)
        let looks = resolver.looks(of: &chart)
        return (looks, chart)
    }

    private func node(_ name: String, _ chart: Chart) throws -> ChartNode {
        try #require(chart.nodes.first { $0.label.first?.text.hasPrefix(name) == true }, "no node \(name)")
    }

    @Test("The built-in style is a file, which reads back as it was")
    func roundTrip() throws {
        let printed = StyleSheet.builtin.yaml
        #expect(try StyleSheet(yaml: printed) == StyleSheet.builtin)
        #expect(try StyleSheet(yaml: printed).yaml == printed)
    }

    @Test("The built-in style read from its file draws the built-in picture, letter by letter")
    func samePicture() async throws {
        var graphs = [try graph()]
        graphs += (1...12 as ClosedRange<UInt64>).map { randomTypedGraph(seed: $0) }
        for graph in graphs {
            var options = DrawingOptions()
            options.show(.all)
            let plain = try await GraphDrawing.render(graph, options: options, format: .svg)
            options.style = try StyleSheet(yaml: StyleSheet.builtin.yaml)
            #expect(try await GraphDrawing.render(graph, options: options, format: .svg).bytes == plain.bytes)
            options.style = try StyleSheet(yaml: "rules: []")
            #expect(try await GraphDrawing.render(graph, options: options, format: .svg).bytes == plain.bytes)
        }
    }

    @Test("A user's kind looks the same with and without a style file")
    func userKinds() throws {
        let ontology = try Ontology.builtin.extended(
            name: "own",
            kinds: [
                KindDefinition(name: "DroneUnit", abstract: ["Agent", "Thing"]),
                KindDefinition(name: "Rumour"),
                KindDefinition(name: "Front", abstract: ["Territory", "Event"]),
            ])
        var graph = Graph(title: "", ontology: ontology)
        for kind in ["DroneUnit", "Rumour", "Front"] { _ = try graph.addNode(id: kind, kind: kind) }
        var options = DrawingOptions()
        options.show(.all)
        var chart = ChartBuilder.chart(of: graph, options: options)
        var resolver = StyleResolver(.builtin, graph: graph, parts: .everything)
        let looks = resolver.looks(of: &chart)
        #expect(chart.nodes.count == 3)
        for node in chart.nodes { #expect(looks.nodes[node.id] == KindStyle.of(ontology[node.kind])) }
    }

    @Test("The last rule that applies counts, property by property")
    func cascade() throws {
        let (looks, chart) = try looks(
            """
            rules:
              - nodes: {kind: Agent}
                fill: "#112233"
                shape: box
              - nodes: {kind: Actor}
                shape: diamond
              - nodes: {is: Group One}
                stroke: green
            """)
        let one = try #require(looks.nodes[try node("Group One", chart).id])
        #expect(one.fill.light == "#112233" && one.shape == "diamond" && one.border == Inks.green)
        let two = try #require(looks.nodes[try node("Group Two", chart).id])
        #expect(two.border == Inks.vermillion)
        #expect(looks.nodes[try node("Author", chart).id]?.shape == "box")
    }

    @Test("Conditions of nodes: attribute, range, existence, measure, claims, subtype")
    func nodeConditions() throws {
        for (condition, names) in [
            ("attribute: {trend: rising}", ["Group One"]),
            ("attribute: {size: {above: 50}}", ["Group Two"]),
            ("attribute: {size: {atLeast: 40, below: 90}}", ["Group One"]),
            ("kind: Actor, attribute: {trend: {exists: false}}", ["Group Two"]),
            ("measure: {degree: {atLeast: 3}}", ["Author"]),
            ("kind: [State, Person]", ["Author", "Hereland", "Thereland"]),
            ("claims: {atLeast: 3}", ["Group One"]), ("kind: Actor/armedGroup", []),
            ("is: g2", ["Group Two"]),
        ] {
            let (looks, chart) = try looks(
                "rules:\n  - nodes: {\(condition)}\n    shape: component\n",
                measures: ["degree": [0, 1, 2, .nan, 3]])
            let found = chart.nodes.filter { looks.nodes[$0.id]?.shape == "component" }
                .compactMap { $0.label.first?.text }
            #expect(found.sorted() == names, "\(condition)")
        }
    }

    @Test("Conditions of links: relation, polarity, modality, confidence, standing, border")
    func linkConditions() throws {
        for (condition, words) in [
            ("relation: attacks", ["attacks", "attacks"]), ("polarity: cooperative", ["hosts"]),
            ("modality: denied", ["rivals (denied)"]), ("confidence: {above: 50}", ["hosts"]),
            ("established: false", ["rivals (denied)"]),
            ("crossesBorder: true, family: hostile", ["attacks"]),
            ("relation: [hosts, warns]", ["hosts", "warns"]), ("claims: 0", ["base of", "warns"]),
        ] {
            let (looks, chart) = try looks("rules:\n  - links: {\(condition)}\n    arrowhead: crow\n")
            let found = chart.links.filter { looks.links[$0.id]?.arrow == "crow" }.map(\.words)
            #expect(found.sorted() == words, "\(condition)")
        }
    }

    @Test("Sizes grow from the least to the greatest, and the legend says by what")
    func scales() throws {
        let (looks, chart) = try looks(
            """
            rules:
              - nodes: {kind: Actor}
                size: {by: "attribute:size", from: 1, to: 3, scale: linear}
              - links: all
                width: {by: claims, from: 1, to: 4}
            """)
        #expect(looks.nodes[try node("Group One", chart).id]?.scale == 1)
        #expect(looks.nodes[try node("Group Two", chart).id]?.scale == 3)
        #expect(looks.scales == ["size: size, 40 to 90", "width: claims, 0 to 1 (square root)"])
        let scale = StyleScale(by: .claims, curve: .sqrt, from: 1, to: 5)
        #expect(scale.size(of: 25, least: 0, greatest: 100) == 3)
        #expect(scale.size(of: 7, least: 7, greatest: 7) == 3)
        #expect(scale.size(of: -4, least: 0, greatest: 100) == 1)
        let log = StyleScale(by: .claims, curve: .log, from: 0, to: 1)
        #expect(abs(log.size(of: 100, least: 100, greatest: 1000) - 0) < 1e-12)
        #expect(abs(log.size(of: 1000, least: 100, greatest: 1000) - 1) < 1e-12)
    }

    @Test("Labels are made of what is known")
    func labels() throws {
        let (_, chart) = try looks(
            """
            rules:
              - nodes: {kind: Actor}
                label: "{short} {{{attribute:size}}}\\n{kind}, {claims} claims"
              - links: {relation: hosts}
                label: "{relation} {confidence} {claims}"
            """)
        let node = try node("Group One", chart)
        #expect(node.label.map(\.text) == ["Group One {40}", "actor, 3 claims"])
        #expect(chart.links.contains { $0.words == "hosts 80 1" })
    }

    @Test("What a rule hides is not drawn, and the picture says so")
    func hiding() async throws {
        var options = DrawingOptions()
        options.style = try StyleSheet(
            yaml:
                "rules:\n  - nodes: {kind: Person}\n    hide: true\n  - links: {relation: attacks}\n    hide: true\n"
        )
        let drawing = try await GraphDrawing.render(try graph(), options: options, format: .svg)
        let text = String(decoding: drawing.bytes, as: UTF8.self)
        #expect(!text.contains(">Author<") && !text.contains("relation-attacks"))
        #expect(drawing.notes.contains("Hidden by the style: 1 node, 2 links."), "\(drawing.notes)")
    }

    @Test("Names that the graph does not know are named with their place")
    func unknownNames() async throws {
        var options = DrawingOptions()
        options.style = try StyleSheet(
            yaml:
                "rules:\n  - nodes: {kind: Actr}\n    fill: blue\n  - links: {relation: host}\n    stroke: blue\n",
            name: "my.yaml")
        let notes = try await GraphDrawing.render(try graph(), options: options, format: .dot).notes
        #expect(
            notes.contains("my.yaml:2:19: this graph has no kind `Actr`; did you mean `Actor`?"), "\(notes)")
        #expect(notes.contains("my.yaml:4:23: this graph has no relation `host`; did you mean `hosts`?"))
    }

    @Test(
        "Every mistake has a place and what would be right",
        arguments: [
            ("", "s:1:1: an empty file is no style"), ("- a", "s:1:1: this is no style"),
            ("rule: []", "s:1:1: a style has no `rule`; did you mean `rules`?"),
            ("rules:\n  - fill: blue", "s:2:5: a rule says what it is for"),
            ("rules:\n  - nodes: all\n    links: all", "s:3:5: a rule is for nodes or for links"),
            (
                "rules:\n  - nodes: {knd: Actor}",
                "s:2:13: a condition of nodes has no `knd`; did you mean `kind`?"
            ),
            (
                "rules:\n  - nodes: all\n    fil: blue",
                "s:3:5: a rule for nodes has no `fil`; did you mean `fill`?"
            ),
            ("rules:\n  - nodes: all\n    fill: bluw", "s:3:11: no colour `bluw`; did you mean `blue`?"),
            ("rules:\n  - nodes: all\n    fill: #abc", "there is no colour here; put it in quotes"),
            (
                "rules:\n  - nodes: all\n    shape: hexgon",
                "s:3:12: no shape `hexgon`; did you mean `hexagon`?"
            ),
            ("rules:\n  - links: all\n    width: 99", "s:3:12: `width` is a number from 0.1 to 12"),
            ("rules:\n  - links: all\n    width: .nan", "s:3:12: `width` is a number from 0.1 to 12"),
            ("rules:\n  - nodes: {measure: {betwenness: {above: 1}}}", "did you mean `betweenness`?"),
            ("rules:\n  - nodes: {claims: {above: 3, below: 2}}", "no number lies within these bounds"),
            ("rules:\n  - nodes: all\n    label: \"{nam}\"", "did you mean `{name}`?"),
            ("rules:\n  - nodes: all\n    size: {by: degree}", "a scale says by what, from and to"),
            ("theme: dar", "s:1:8: no theme `dar`; did you mean `dark`?"),
            ("linkchartStyle: 2", "version 2 of style files is not known"),
            ("rules:\n  - nodes: all\n    icon: ship", "s:3:11: no icon `ship`"),
            ("rules: [", "s:"), ("rules: []\nrules: []", "the key `rules` is already there at line 1"),
            ("rules:\n  - nodes: {kind: []}", "an empty list matches nothing"),
        ])
    func mistakes(_ yaml: String, _ says: String) throws {
        let error = try #require(throws: DocumentError.self) { try StyleSheet(yaml: yaml, name: "s") }
        #expect("\(error)".contains(says), "\(error)")
    }

    @Test("Truncated and mutated files are read or refused, and never more")
    func mutations() throws {
        let text = Array(StyleSheet.builtin.yaml.utf8)
        for length in stride(from: 0, to: text.count, by: 97) {
            _ = try? StyleSheet(yaml: String(decoding: text.prefix(length), as: UTF8.self))
        }
        var generator = SplitMix64(seed: 7)
        for _ in 0..<300 {
            var bytes = text
            for _ in 0..<4 {
                bytes[Int.random(in: bytes.indices, using: &generator)] = UInt8.random(
                    in: 9...126, using: &generator)
            }
            guard let style = try? StyleSheet(yaml: String(decoding: bytes, as: UTF8.self)) else { continue }
            #expect(try StyleSheet(yaml: style.yaml) == style, "seed 7")
        }
    }

    @Test("Own colours never share a light colour with another dark one")
    func separateInks() throws {
        let (looks, chart) = try looks(
            """
            rules:
              - nodes: {is: g1}
                fill: {light: "#ff0000", dark: "#330000"}
              - nodes: {is: g2}
                fill: {light: "#ff0000", dark: "#440000"}
            """)
        let fills = try ["Group One", "Group Two"].map {
            try #require(looks.nodes[try node($0, chart).id]).fill
        }
        #expect(fills[0].light != fills[1].light)
        #expect(Set(fills.map(\.dark)) == ["#330000", "#440000"])
    }

    @Test("The schema has the reader's keys and words")
    func schema() throws {
        let url = URL(filePath: #filePath).appending(path: "../../../../schemas/style.schema.json")
            .standardized
        let schema = try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any])
        func keys(_ object: Any?) -> Set<String> {
            Set(((object as? [String: Any])?["properties"] as? [String: Any] ?? [:]).keys)
        }
        let parts = try #require(schema["$defs"] as? [String: Any])
        #expect(keys(schema) == Set(StyleSheet.fileKeys))
        #expect(keys(parts["nodeRule"]) == Set(StylePropertyReader.nodeKeys + ["nodes"]))
        #expect(keys(parts["linkRule"]) == Set(StylePropertyReader.linkKeys + ["links"]))
        #expect(keys(parts["nodeCondition"]) == Set(StyleConditionReader.nodeKeys))
        #expect(keys(parts["linkCondition"]) == Set(StyleConditionReader.linkKeys))
        func words(_ rule: String, _ key: String) -> [String] {
            let rule = parts[rule] as? [String: Any]
            let property = (rule?["properties"] as? [String: Any])?[key] as? [String: Any]
            return property?["enum"] as? [String] ?? []
        }
        #expect(words("nodeRule", "shape") == StyleProperties.shapes)
        #expect(words("nodeRule", "icon") == ["auto", "none"] + StyleIcon.allCases.map(\.rawValue))
        #expect(words("linkRule", "arrowhead") == StyleProperties.arrowheads)
    }

    @Test("Icons are drawn at their nodes, well-formed, and only where asked for")
    func icons() async throws {
        var options = DrawingOptions()
        let plain = try await GraphDrawing.render(try graph(), options: options, format: .svg)
        #expect(!String(decoding: plain.bytes, as: UTF8.self).contains("class=\"badge\""))
        options.showsIcons = true
        let drawn = try await GraphDrawing.render(try graph(), options: options, format: .svg)
        expectHarmless(try XMLTree.parse(drawn.bytes).get())
        let text = String(decoding: drawn.bytes, as: UTF8.self)
        #expect(text.components(separatedBy: "class=\"badge\"").count - 1 >= 5)
        for icon in StyleIcon.allCases {
            let allowed = Set("MmLlHhVvCcSsAaZz0123456789.,- ")
            #expect(
                icon.path.allSatisfy(allowed.contains) && icon.path.hasPrefix("M") && icon.path.hasSuffix("z")
            )
        }
        #expect(Set(StyleIcon.allCases.map(\.path)).count == StyleIcon.allCases.count)
    }
}
