import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// `linkchart render`, run on the article.
struct RenderTests {
    private static let article = ArticleAnswersTests.article

    @Test func everyFormatIsWhatItsNameSays() throws {
        let scratch = try Scratch()
        for (ending, start) in [
            ("svg", Data("<?xml".utf8)), ("png", Data([0x89, 0x50, 0x4E, 0x47])), ("pdf", Data("%PDF-".utf8)),
            ("dot", Data("digraph".utf8)), ("json", Data("{\"format\": \"linkchart-layout\"".utf8)),
            ("html", Data("<!doctype html>".utf8)), ("ps", Data("%!PS-Adobe-3.0".utf8)),
            ("eps", Data("%!PS-Adobe-3.0 EPSF".utf8)), ("jpg", Data([0xFF, 0xD8, 0xFF])),
            ("gif", Data("GIF8".utf8)), ("webp", Data("RIFF".utf8)),
        ] {
            let path = scratch.file("map.\(ending)").path
            let run = try Program.run("render", Self.article, "-o", path)
            #expect(run.status == 0, "\(ending): \(run.errors)")
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            #expect(bytes.starts(with: start), "\(ending) begins with \(Array(bytes.prefix(8)))")
            #expect(run.output.isEmpty)
            let piped = try Program.run("render", Self.article, "-o", "-", "--format", ending)
            #expect(piped.output == bytes, "\(ending) to standard output is the same")
        }
    }

    @Test func theSVGIsAccessibleAndTellsWhoClaims() throws {
        let svg = try svg()
        let shape = try Shape(svg)
        #expect(shape.root["role"] == "img")
        #expect(shape.texts["title", default: []].contains { $0.contains("Afghanistan and its neighbours") })
        #expect(!shape.texts["desc", default: []].isEmpty)
        // Hovering over a link shows what is claimed and by whom.
        #expect(
            svg.contains("United Nations")
                && svg.contains("Puts the TTP militants among them at more than 6,000."))
        #expect(shape.elements["script"] == nil && !svg.contains("<!DOCTYPE"))
        #expect(svg.contains("prefers-color-scheme"))
        #expect(shape.classes.contains("xborder"))
    }

    @Test func focusShowsTheSurroundingsOnly() throws {
        let whole = try Shape(try svg())
        let one = try Shape(try svg("--focus", "Pakistan", "--hops", "1"))
        let two = try Shape(try svg("--focus", "Pakistan", "--hops", "2"))
        #expect(one.nodes > 1 && one.nodes < two.nodes && two.nodes <= whole.nodes + 20)
    }

    @Test func highlightChangesThePictureAndNothingElse() throws {
        let plain = try Shape(try svg())
        let chains = try Shape(try svg("--highlight", "Afghanistan..China"))
        #expect(chains.nodes >= plain.nodes)
        #expect(try svg() != svg("--highlight", "Afghanistan..China"))
        let run = try Program.run(
            "render", Self.article, "-o", "-", "--format", "svg", "--highlight", "Afghanistan")
        #expect(run.status == 64 && run.errors.contains("A..B"))
    }

    @Test func whatIsNotEstablishedIsDrawnOnlyWhenAskedFor() throws {
        #expect(!(try svg()).contains("Joint regional"))
        #expect((try svg("--projection", "all")).contains("Joint regional"))
    }

    @Test func pictureIsTheSameEveryTime() throws {
        let first = try svg()
        for _ in 0..<3 { #expect(try svg() == first) }
    }

    /// Each run is two processes of its own, with other addresses in memory.
    @Test(arguments: ["dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "patchwork"])
    func everyEngineDrawsTheSamePictureEveryTime(engine: String) throws {
        let first = try svg("--engine", engine)
        let shape = try Shape(first)
        #expect(shape.nodes > 30 && shape.elements["script"] == nil)
        for _ in 0..<2 { #expect(try svg("--engine", engine) == first) }
    }

    @Test func aCommandThatIsOutOfTimeLeavesNothing() throws {
        // dot takes minutes for this dense graph.
        let pairs = (0..<260).flatMap { a in (0..<a).filter { (a * 7 + $0 * 3) % 11 == 0 }.map { (a, $0) } }
        let scratch = try Scratch()
        let graph = try scratch.write(
            "source,target\n" + pairs.map { "n\($0.0),n\($0.1)\n" }.joined(), to: "dense.csv")
        let late = try Program.run(
            "render", graph, "-o", scratch.file("late.svg").path, "--engine", "dot", "--timeout", "0.2")
        #expect(late.status == 75 && late.errors.contains("--timeout"), "\(late.errors)")
        #expect(scratch.contents == ["dense.csv"])
    }

    @Test func wrongUseIsNamed() throws {
        for (arguments, says) in [
            (["--engine", "dto"], "dot"), (["--focus", "Pakstan"], "pakistan"), (["--hops", "2"], "--focus"),
            (["--theme", "blue"], "light"),
        ] {
            let run = try Program.run(
                Program.linkchart, ["render", Self.article, "-o", "-", "--format", "svg"] + arguments)
            #expect(run.status == 64, "\(arguments): \(run.status) \(run.errors)")
            #expect(run.errors.contains(says), "\(arguments): \(run.errors)")
        }
        let none = try Program.run("render", Self.article, "-o", "-", "--format", "bmpp")
        #expect(none.status == 64 && none.errors.contains("bmpp"))
        let scratch = try Scratch()
        let run = try Program.run("render", Self.article, "-o", scratch.file("map.unknown").path)
        #expect(run.status == 64 && scratch.contents.isEmpty)
    }

    @Test func doctorFindsWhatPicturesNeed() throws {
        let run = try Program.run("doctor", "--format", "json")
        #expect(run.status == 0, "\(run.text)")
        let findings = try #require(try run.json() as? [[String: Any]])
        #expect(findings.contains { $0["check"] as? String == "Graphviz" && $0["status"] as? String == "ok" })
        #expect(
            findings.contains {
                $0["check"] as? String == "worker process" && $0["status"] as? String == "ok"
            })
    }

    private func svg(_ options: String...) throws -> String {
        let run = try Program.run(
            Program.linkchart, ["render", Self.article, "-o", "-", "--format", "svg"] + options)
        try #require(run.status == 0, "\(options): \(run.errors)")
        return run.text
    }
}

/// What an independent XML parser sees in an SVG.
private final class Shape: NSObject, XMLParserDelegate {
    private(set) var root: [String: String] = [:]
    private(set) var elements: [String: Int] = [:]
    private(set) var texts: [String: [String]] = [:]
    private(set) var classes: Set<String> = []
    private(set) var nodes = 0
    private var path: [String] = []

    init(_ svg: String) throws {
        super.init()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = self
        try #require(parser.parse(), "not well-formed: \(String(describing: parser.parserError))")
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if path.isEmpty { root = attributes }
        path.append(name)
        elements[name, default: 0] += 1
        let words = (attributes["class"] ?? "").split(separator: " ").map(String.init)
        classes.formUnion(words)
        if name == "g" && words.contains("node") { nodes += 1 }
        if name == "title" || name == "desc" { texts[name, default: []].append("") }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        path.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard let name = path.last, let last = texts[name]?.indices.last else { return }
        texts[name]?[last] += string
    }
}
