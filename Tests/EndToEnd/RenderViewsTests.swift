import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Styles, themes and views of `linkchart render`, and `linkchart style`.
struct RenderViewsTests {
    private static let article = ArticleAnswersTests.article

    private func svg(_ arguments: String...) throws -> String {
        let run = try Program.run(
            Program.linkchart, ["render", Self.article, "-o", "-", "--format", "svg", "-q"] + arguments)
        #expect(run.status == 0, "\(arguments): \(run.errors)")
        return String(decoding: run.output, as: UTF8.self)
    }

    private func isXML(_ text: String) -> Bool { XMLParser(data: Data(text.utf8)).parse() }

    @Test func theBuiltInStyleAsAFileDrawsTheSamePicture() throws {
        let scratch = try Scratch()
        let file = scratch.file("my.style.yaml").path
        #expect(try Program.run("style", "--print", "-o", file).status == 0)
        #expect(try svg("--style", file) == svg())
        let check = try Program.run("style", file, "--format", "json")
        #expect(
            check.status == 0 && String(decoding: check.output, as: UTF8.self).contains("\"confusions\": []"))
    }

    @Test func rulesByMeasureChangeThePictureAndSayHow() throws {
        let scratch = try Scratch()
        let file = scratch.file("s.yaml")
        try "rules:\n  - nodes: all\n    size: {by: betweenness, from: 1, to: 2}\n".write(
            to: file, atomically: true, encoding: .utf8)
        let picture = try svg("--style", file.path)
        #expect(picture.contains("size: betweenness, 0 to "))
        #expect(isXML(picture))
    }

    @Test func mistakesInAStyleFileHaveAPlaceAndWriteNothing() throws {
        let scratch = try Scratch()
        let file = scratch.file("s.yaml")
        try "rules:\n  - nodes: {kind: Actor}\n    fil: blue\n".write(
            to: file, atomically: true, encoding: .utf8)
        let picture = scratch.file("map.svg").path
        let run = try Program.run("render", Self.article, "-o", picture, "--style", file.path)
        #expect(run.status == 65 && run.errors.contains("s.yaml:3:5") && run.errors.contains("`fill`"))
        #expect(!FileManager.default.fileExists(atPath: picture))
        #expect(try Program.run("style", scratch.file("none.yaml").path).status == 66)
        #expect(try Program.run("style").status == 64)
        #expect(
            String(decoding: try Program.run("style", "--list").output, as: UTF8.self).contains("betweenness")
        )
    }

    @Test func everyThemeAndViewIsDrawn() throws {
        for theme in ["auto", "light", "dark", "screen", "print", "contrast"] {
            #expect(isXML(try svg("--theme", theme)))
        }
        for view in ["geo", "timeline"] { #expect(isXML(try svg("--view", view))) }
        for facet in ["year", "relation", "claimant", "territory"] {
            #expect(isXML(try svg("--multiples", facet)))
        }
        #expect(try svg("--view", "geo") == svg("--view", "geo"))
        #expect(try svg("--icons").contains("class=\"badge\""))
    }

    @Test func viewsThatDoNotGoTogetherAreRefused() throws {
        for arguments in [
            ["--view", "geo", "--engine", "dot"], ["--view", "timeline", "--multiples", "year"],
            ["--view", "globe"], ["--format", "html", "--view", "geo"], ["--multiples", "colour"],
        ] {
            let run = try Program.run(
                Program.linkchart, ["render", Self.article, "-o", "-", "--format", "svg"] + arguments)
            #expect(run.status == 64, "\(arguments): \(run.status) \(run.errors)")
        }
    }
}
