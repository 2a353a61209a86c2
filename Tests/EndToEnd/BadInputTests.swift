import Foundation
import Testing

/// What bad input gets: a clear diagnostic or a right result, the documented exit code, no partial output, never
/// a crash.
struct BadInputTests {
    private static let head =
        "linkchart: 1\nnodes:\n  - {id: a, kind: State, name: A}\n  - {id: b, kind: Actor, name: B}\n"

    /// A file, what `check` must say of it, and in which line.
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var text: String
        var says: [String]
        var line: Int?
        var testDescription: String { name }
    }

    static let wrong: [Case] = [
        Case(
            name: "unknown kind", text: "linkchart: 1\nnodes:\n  - {id: a, kind: Stat, name: A}\n",
            says: ["Stat", "`State`"], line: 3),
        Case(
            name: "unknown relation", text: head + "edges:\n  - {from: a, relation: host, to: b}\n",
            says: ["host", "`hosts`"], line: 6),
        Case(
            name: "wrong ends", text: head + "edges:\n  - {from: b, relation: nationalOf, to: a}\n",
            says: ["nationalOf", "Actor", "Person"], line: 6),
        Case(
            name: "dangling id",
            text: head
                + "  - {id: taliban, kind: Actor}\nedges:\n  - {from: a, relation: hosts, to: talban}\n",
            says: ["talban", "`taliban`"], line: 7),
        Case(
            name: "duplicate id", text: head + "  - {id: a, kind: Actor, name: Again}\n", says: ["`a`", "3"],
            line: 5),
        Case(
            name: "confidence 101",
            text: head
                + "edges:\n  - {from: a, relation: hosts, to: b, claims: [{claimant: a, confidence: 101}]}\n",
            says: ["101", "100"], line: 6),
        Case(
            name: "cycle of partOf",
            text:
                "linkchart: 1\nnodes:\n  - {id: a, kind: Organisation, name: A}\n  - {id: b, kind: Organisation, name: B}\nedges:\n  - {from: a, relation: partOf, to: b}\n  - {from: b, relation: partOf, to: a}\n",
            says: ["partOf"], line: nil),
        Case(name: "truncated", text: head + "edges:\n  - {from: a, relation: hos", says: [], line: nil),
        Case(name: "empty", text: "", says: ["empty"], line: nil),
        Case(
            name: "a web page", text: "<!DOCTYPE html>\n<html><body>Not found</body></html>\n", says: [],
            line: nil),
        Case(name: "another version", text: "linkchart: 99\nnodes: []\n", says: ["99"], line: 1),
    ]

    @Test(arguments: wrong)
    func isReportedWithItsPlace(_ wrong: Case) throws {
        let scratch = try Scratch()
        let path = try scratch.write(wrong.text, to: "bad.linkchart.yaml")
        let run = try Program.run("check", path, "--format", "json")
        #expect(run.status == 65 && !run.isCrash, "\(run.status): \(run.errors)")
        let diagnostics = try #require(try run.json() as? [[String: Any]])
        let errors = diagnostics.filter { $0["severity"] as? String == "error" }
        #expect(!errors.isEmpty)
        for error in errors {
            #expect(
                Set(error.keys) == ["severity", "code", "file", "line", "column", "message", "suggestion"])
            #expect(error["file"] as? String == path)
        }
        let texts = errors.map { "\($0["message"] ?? "") \($0["suggestion"] ?? "")" }
        for word in wrong.says { #expect(texts.contains { $0.contains(word) }, "\(word) in \(texts)") }
        if let line = wrong.line { #expect(errors.contains { $0["line"] as? Int == line }, "\(errors)") }

        // Nothing is computed of a graph that has errors, and nothing half-written is left.
        let out = scratch.file("out.linkchart.yaml").path
        let build = try Program.run("build", path, "-o", out)
        #expect(build.status == 65 && !build.isCrash)
        #expect(scratch.contents == ["bad.linkchart.yaml"])
        let rank = try Program.run("rank", path, "--by", "degree")
        #expect(rank.status == 65 && rank.output.isEmpty)
    }

    @Test func allProblemsOfAFileAreReported() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            Self.head + """
                edges:
                  - {from: a, relation: host, to: b}
                  - {from: a, relation: hosts, to: nobody}
                  - {from: b, relation: nationalOf, to: a}
                  - {from: a, relation: hosts, to: b, claims: [{claimant: a, confidence: 101}]}

                """, to: "many.linkchart.yaml")
        let run = try Program.run("check", path, "--format", "json")
        let diagnostics = try #require(try run.json() as? [[String: Any]])
        let lines = diagnostics.filter { $0["severity"] as? String == "error" }.compactMap {
            $0["line"] as? Int
        }
        #expect(lines == [6, 7, 8, 9])
    }

    @Test func badDateIsKeptAndWarnedOf() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            Self.head + "edges:\n  - {from: a, relation: hosts, to: b, valid: sometime}\n",
            to: "date.linkchart.yaml")
        let run = try Program.run("check", path)
        #expect(run.status == 0)
        #expect(run.text.contains("warning") && run.text.contains("sometime"))
        #expect(try Program.run("check", path, "--strict").status == 65)
        let json = scratch.file("date.linkchart.json").path
        #expect(try Program.run("convert", path, json).status == 0)
        #expect(try String(contentsOfFile: json, encoding: .utf8).contains("sometime"))
    }

    @Test func missingFilesAndDirectories() throws {
        let scratch = try Scratch()
        let missing = try Program.run("info", scratch.file("none.yaml").path)
        #expect(missing.status == 66 && missing.errors.contains("none.yaml"))
        let directory = try Program.run("info", scratch.folder.path)
        #expect(directory.status == 66 && directory.errors.contains("directory"))
        let article = ArticleAnswersTests.article
        let unwritable = try Program.run("convert", article, "/nonexistent/out.linkchart.yaml")
        #expect(unwritable.status == 73)
        let full = try Program.run("convert", article, "/dev/full", "--to", "yaml")
        #expect(full.status == 74)
        #expect(
            try Program.run("render", article, "-o", scratch.folder.path + "/no/such/place.svg").status == 73)
    }

    @Test func invalidUTF8HasAPlace() throws {
        let scratch = try Scratch()
        var bytes = Data(Self.head.utf8)
        bytes.append(contentsOf: [0x20, 0x20, 0x2D, 0x20, 0xFF, 0xFE, 0x0A])
        try bytes.write(to: scratch.file("bytes.linkchart.yaml"))
        let run = try Program.run("check", scratch.file("bytes.linkchart.yaml").path, "--format", "json")
        #expect(run.status == 65)
        let diagnostics = try #require(try run.json() as? [[String: Any]])
        #expect(
            diagnostics.contains { $0["line"] as? Int == 5 && $0["column"] as? Int == 5 }, "\(diagnostics)")
    }

    @Test func wrongUseGetsExitCode64AndTheNearestRightThing() throws {
        let article = ArticleAnswersTests.article
        for (arguments, says) in [
            (["paths", article, "--from", "Afganistan", "--to", "China"], "afghanistan"),
            (["rank", article, "--by", "degree", "--relation", "host"], "hosts"),
            (["rank", article, "--by", "degree", "--kind", "Stat"], "State"),
            (["rank", article, "--by", "beetweenness"], "betweenness"),
            (["info", article, "--from", "ymal"], "yaml"),
            (["convert", article, "out.unknown"], "extension"),
            (["rank", article, "--by", "degree", "--min-confidence", "101"], "100"),
            (["rank", article, "--by", "degree", "--at", "yesterday"], "yesterday"),
            (["frobnicate"], "frobnicate"),
        ] {
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 64, "\(arguments): \(run.status) \(run.errors)")
            #expect(run.errors.contains(says), "\(arguments): \(run.errors)")
            #expect(run.output.isEmpty)
        }
    }

    @Test func hostileNamesDoNoHarm() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            """
            linkchart: 1
            nodes:
              - {id: evil, kind: Actor, name: "<script>alert(1)</script>"}
              - {id: control, kind: Actor, name: "bell\\a escape\\e[31m null"}
              - {id: urdu, kind: Actor, name: "تحریک طالبان پاکستان"}
              - {id: chinese, kind: State, name: "中华人民共和国"}
            edges:
              - {from: evil, relation: attacks, to: chinese}
              - {from: urdu, relation: alliedWith, to: evil}
              - {from: control, relation: attacks, to: chinese}
              - {from: urdu, relation: rivals, to: urdu}

            """, to: "hostile.linkchart.yaml")
        #expect(try Program.run("check", path).status == 0)
        let rank = try Program.run("rank", path, "--by", "degree")
        #expect(rank.text.contains("تحریک طالبان پاکستان") && rank.text.contains("中华人民共和国"))
        #expect(!rank.text.contains("\u{1B}") && !rank.text.contains("\u{07}"))
        // A quote with an accent on it is one character, but its first byte still ends a field.
        let quoted = try scratch.write("source,target\n\"a,\"\"\u{301}b\",c\n", to: "quoted.csv")
        let csv = try Program.run("rank", quoted, "--by", "degree", "--format", "csv")
        #expect(csv.text.contains("\"a,\"\"\u{301}b\""), "\(csv.text)")
        let picture = scratch.file("hostile.svg").path
        let render = try Program.run("render", path, "-o", picture)
        #expect(render.status == 0, "\(render.errors)")
        let svg = try String(contentsOfFile: picture, encoding: .utf8)
        #expect(!svg.contains("<script") && svg.contains("alert(1)"))
        #expect(svg.contains("تحریک") && svg.contains("中华人民共和国"))
        let found = try Program.run("paths", path, "--from", "تحریک طالبان پاکستان", "--to", "中华人民共和国")
        #expect(found.status == 0)
    }

    @Test func aHundredThousandParallelEdges() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            String(repeating: "a b\n", count: 100_000) + "b b\n", to: "parallel.edgelist")
        let info = try Program.run("info", path, "--format", "json")
        #expect(info.status == 0)
        let json = try #require(try info.json() as? [String: Any])
        #expect(json["nodes"] as? Int == 2)
        for measure in ["degree", "betweenness", "closeness", "harmonic", "pagerank", "core"] {
            #expect(try Program.run("rank", path, "--by", measure).status == 0)
        }
        #expect(
            try Program.run("rank", path, "--by", "degree", "--parallel", "--format", "csv").text.contains(
                "100002"))
        #expect(try Program.run("components", path).status == 0)
    }

    @Test func emptyResultsSayWhy() throws {
        let article = ArticleAnswersTests.article
        let none = try Program.run(
            "paths", article, "--from", "China", "--to", "Afghanistan", "--format", "json")
        #expect(none.status == 0)
        #expect((try none.json() as? [Any])?.isEmpty == true)
        #expect(none.errors.contains("no path: "))
        let kinds = try Program.run("rank", article, "--by", "degree", "--relation", "arrests")
        #expect(kinds.status == 0 && kinds.errors.contains("not selected"))
        let silent = try Program.run("rank", article, "--by", "degree", "--min-confidence", "50")
        #expect(silent.status == 0 && silent.errors.contains("149 of 149 claims state no confidence"))
    }

    @Test func missingFontsAreSaid() throws {
        let scratch = try Scratch()
        let fonts = try scratch.write(
            """
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><cachedir>\(scratch.folder.path)</cachedir></fontconfig>
            """, to: "fonts.conf")
        let bare = ["FONTCONFIG_FILE": fonts]
        let doctor = try Program.run("doctor", environment: bare)
        #expect(doctor.status == 69 && doctor.text.contains("missing"))
        let picture = scratch.file("boxes.png").path
        let render = try Program.run(
            "render", ArticleAnswersTests.article, "-o", picture, environment: bare)
        #expect(
            render.status == 0 && render.errors.contains("no font is installed: letters are drawn as boxes"))
        // In SVG it is the reader's fonts that count.
        let drawing = scratch.file("guess.svg").path
        let svg = try Program.run(
            "render", ArticleAnswersTests.article, "-o", drawing, environment: bare)
        #expect(svg.status == 0 && svg.errors.contains("no font is installed: how wide texts are is a guess"))
    }

    @Test func limitsAreNeverSilent() throws {
        let run = try Program.run(
            "paths", ArticleAnswersTests.article, "--from", "Afghanistan", "--to", "China", "--mode",
            "simple",
            "--max-hops", "4", "--limit", "3", "--format", "json")
        #expect(run.status == 75)
        let paths = try #require(try run.json() as? [[String: Any]])
        #expect(paths.count == 4 && paths.last?["truncated"] as? Bool == true)
    }
}
