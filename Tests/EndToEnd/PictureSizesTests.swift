import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `linkchart render` on graphs of some hundred and some thousand nodes: the layout that is chosen, and figures of what
/// comes out.
struct PictureSizesTests {
    /// Actors, people and incidents of a few states, most links within a state.
    private static func write(nodes count: Int, states: Int, to path: String) throws {
        var seed: UInt64 = 12
        func random(_ bound: Int) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(seed >> 33) % bound
        }
        var nodes = (0..<states).map { #"{"id":"s\#($0)","kind":"State","name":"State \#($0)"}"# }
        var edges: [String] = []
        var members = [[String]](repeating: [], count: states)
        for number in 0..<(count - states) {
            let state = random(states)
            let isPerson = number % 3 == 0
            let id = "n\(number)"
            nodes.append(
                #"{"id":"\#(id)","kind":"\#(isPerson ? "Person" : "Actor")","name":"\#(isPerson ? "Person" : "Group") \#(number)"}"#
            )
            edges.append(
                #"{"from":"\#(id)","relation":"\#(isPerson ? "nationalOf" : "basedIn")","to":"s\#(state)"}"#)
            members[state].append(id)
        }
        func person(_ id: String) -> Bool { (Int(id.dropFirst()) ?? 0) % 3 == 0 }
        for _ in 0..<count {
            let (here, other) = (random(states), random(states))
            let there = random(8) == 0 ? other : here
            let from = members[here][random(members[here].count)]
            let to = members[there][random(members[there].count)]
            guard from != to, !person(to) else { continue }
            let relation =
                person(from)
                ? ["leads", "memberOf"][random(2)] : ["attacks", "alliedWith", "trains"][random(3)]
            edges.append(#"{"from":"\#(from)","relation":"\#(relation)","to":"\#(to)"}"#)
        }
        let text =
            #"{"linkchart":1,"title":"Made up","nodes":["# + nodes.joined(separator: ",\n") + #"],"edges":["#
            + edges.joined(separator: ",\n") + "]}"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    private struct Quality: Decodable {
        var nodes: Int
        var labels: Int
        var nodeOverlaps: Int
        var labelOverlaps: Int
        var labelNodeOverlaps: Int
        var strayLabels: Int
        var aspect: Double
        var crossings: Int
    }

    private static func quality(_ run: Program.Run) throws -> Quality {
        try JSONDecoder().decode(Quality.self, from: run.output)
    }

    @Test(arguments: [(300, 8, "islands"), (3000, 15, "islands"), (6500, 20, "map")])
    func everySizeIsReadable(nodes: Int, states: Int, layout: String) throws {
        let scratch = try Scratch()
        let graph = scratch.file("graph.linkchart.json").path
        try Self.write(nodes: nodes, states: states, to: graph)
        let picture = scratch.file("picture.svg").path
        let run = try Program.run("render", graph, "-o", picture, "--quality", "json")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.errors.contains(layout == "map" ? "this is a map of their groups" : "laid out as \(layout)"))
        let quality = try Self.quality(run)
        #expect(quality.nodeOverlaps == 0 && quality.labelOverlaps == 0 && quality.labelNodeOverlaps == 0)
        #expect(quality.strayLabels == 0)
        #expect((0.7...2.6).contains(quality.aspect), "\(quality.aspect)")
        #expect(quality.nodes == (layout == "map" ? states : quality.nodes))
        let svg = try Data(contentsOf: URL(fileURLWithPath: picture))
        let parser = XMLParser(data: svg)
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        let text = String(decoding: svg, as: UTF8.self)
        if nodes > 600 { #expect(text.contains("ribbons, numbered and wider for more, stand for")) }
        if layout == "islands" { #expect(text.contains("are dots without names")) }
        let again = scratch.file("again.svg").path
        _ = try Program.run("render", graph, "-o", again, "--quiet")
        #expect(try Data(contentsOf: URL(fileURLWithPath: again)) == svg)
    }

    @Test func figuresGoWhereThePictureDoesNot() throws {
        let scratch = try Scratch()
        let file = try Program.run(
            "render", ArticleAnswersTests.article, "-o", scratch.file("a.svg").path, "--quality", "text")
        let text = String(decoding: file.output, as: UTF8.self)
        #expect(text.contains("overlapping labels") && text.contains("crossings"))
        let pipe = try Program.run(
            "render", ArticleAnswersTests.article, "-o", "-", "--format", "svg", "--quality", "text")
        #expect(pipe.output.starts(with: Data("<?xml".utf8)))
        #expect(pipe.errors.contains("overlapping labels"))
        let wrong = try Program.run(
            "render", ArticleAnswersTests.article, "-o", "-", "--format", "svg", "--quality", "xml")
        #expect(wrong.status == 64)
    }

    @Test func everyOwnLayoutDrawsTheArticle() throws {
        for engine in ["columns", "islands", "map", "cloud"] {
            let run = try Program.run(
                "render", ArticleAnswersTests.article, "-o", "-", "--format", "svg", "--engine", engine,
                "--bundle")
            #expect(run.status == 0, "\(engine): \(run.errors)")
            #expect(XMLParser(data: run.output).parse(), "\(engine)")
        }
        let communities = try Program.run(
            "render", ArticleAnswersTests.article, "-o", "-", "--format", "svg", "--group", "community")
        #expect(communities.status == 0 && communities.errors.contains("Leiden"))
    }
}
