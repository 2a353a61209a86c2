import Foundation
import Testing

/// Building graphs from extracted data and converting them, with the built program.
struct BuildTests {
    private static let article = ArticleAnswersTests.article
    private static let tables = [
        "examples/tables/afghanistan-nodes.csv", "examples/tables/afghanistan-links.csv",
    ]

    /// The canonical JSON of a graph, by which two graphs are compared.
    private func canonical(_ inputs: String..., scratch: Scratch) throws -> [String: Any] {
        let out = scratch.file("canonical-\(UUID().uuidString).linkchart.json").path
        let run = try Program.run(Program.linkchart, ["build"] + inputs + ["-o", out])
        try #require(run.status == 0, "\(run.errors)")
        let json = try JSONSerialization.jsonObject(with: try Data(contentsOf: URL(fileURLWithPath: out)))
        return try #require(json as? [String: Any])
    }

    @Test func tablesGiveTheGraphOfTheYAML() throws {
        let scratch = try Scratch()
        let fromYAML = try canonical(Self.article, scratch: scratch)
        let fromTables = try canonical(Self.tables[0], Self.tables[1], scratch: scratch)
        for key in ["nodes", "edges"] {
            let a = try #require(fromYAML[key] as? [NSDictionary])
            let b = try #require(fromTables[key] as? [NSDictionary])
            #expect(Set(a.map { sorted($0) }).subtracting(b.map { sorted($0) }).isEmpty, "only in the YAML")
            if key == "edges" { #expect(a.count == b.count) }
        }
    }

    private func sorted(_ object: NSDictionary) -> String {
        let data = try? JSONSerialization.data(withJSONObject: object, options: [.sortedKeys])
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "?"
    }

    @Test func whatTwoInputsSayAlikeIsSaidOnce() throws {
        let scratch = try Scratch()
        let own = try scratch.write(
            """
            linkchart: 1
            nodes: [{id: aa, kind: State}, {id: bb, kind: Actor}]
            edges:
              - {id: first, from: aa, relation: hosts, to: bb, claims: [{claimant: bb}, {claimant: aa}]}

            """, to: "own.linkchart.yaml")
        for (inputs, claims) in [
            ([Self.article, Self.article], 149), ([Self.article] + Self.tables, 149), ([own, own], 2),
        ] {
            let out = scratch.file("merged.linkchart.json").path
            let run = try Program.run(
                Program.linkchart, ["build"] + inputs + ["-o", out, "--format", "json"])
            #expect(run.status == 0, "\(run.errors)")
            #expect((try run.json() as? [String: Any])?["claims"] as? Int == claims, "\(inputs)")
        }
    }

    @Test func yamlAndJSONHoldTheSame() throws {
        let scratch = try Scratch()
        let (json, yaml) = (scratch.file("a.linkchart.json").path, scratch.file("a.linkchart.yaml").path)
        let again = scratch.file("b.linkchart.json").path
        for (from, to) in [(Self.article, json), (json, yaml), (yaml, again)] {
            let run = try Program.run("convert", from, to)
            #expect(run.status == 0, "\(run.errors)")
        }
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: json)) == Data(contentsOf: URL(fileURLWithPath: again)))
    }

    @Test(arguments: ["csv", "nodelink.json"])
    func otherFormatsComeBackEqual(ending: String) throws {
        let scratch = try Scratch()
        let out = scratch.file("graph.\(ending)").path
        let run = try Program.run("convert", Self.article, out)
        #expect(run.status == 0, "\(run.errors)")
        let inputs =
            ending == "csv"
            ? [scratch.file("graph-nodes.csv").path, scratch.file("graph-links.csv").path] : [out]
        for command in [
            ["info"], ["rank", "--by", "pagerank"],
            ["rank", "--by", "betweenness", "--projection", "mechanism"],
        ] {
            let before = try Program.run(
                Program.linkchart, [command[0], Self.article] + command.dropFirst() + ["--format", "csv"])
            let after = try Program.run(
                Program.linkchart, [command[0]] + inputs + command.dropFirst() + ["--format", "csv"])
            #expect(before.status == 0 && after.status == 0, "\(after.errors)")
            #expect(
                Set(before.text.split(separator: "\n")) == Set(after.text.split(separator: "\n")),
                "\(command) after \(ending)")
        }
    }

    @Test func aSelectedPartIsWritten() throws {
        let run = try Program.run("convert", Self.article, "-", "--to", "csv", "--relation", "hosts")
        #expect(run.status == 0)
        let rows = run.text.split(separator: "\n")
        #expect(rows.count > 10)
        #expect(rows.dropFirst().allSatisfy { $0.contains("hosts") })
    }

    @Test func standardInputIsReadByContentOrByName() throws {
        let table = Data("source,target,relation\nAA,BB,relatedTo\nBB,CC,relatedTo\n".utf8)
        for arguments in [
            ["info", "-", "--format", "json"], ["info", "-", "--from", "csv", "--format", "json"],
        ] {
            let run = try Program.run(Program.linkchart, arguments, input: table)
            #expect(run.status == 0, "\(run.errors)")
            let info = try #require(try run.json() as? [String: Any])
            #expect(info["nodes"] as? Int == 3 && info["edges"] as? Int == 2)
        }
    }

    @Test func columnsCanBeMapped() throws {
        let scratch = try Scratch()
        let table = try scratch.write("Täter;Opfer;Art\nA;B;attacks\n", to: "t.csv")
        let map = try scratch.write("source: Täter\ntarget: Opfer\nrelation: Art\n", to: "map.yaml")
        for option in ["source=Täter,target=Opfer,relation=Art", map] {
            let run = try Program.run(
                "paths", table, "--map", option, "--from", "A", "--to", "B", "--projection", "all",
                "--format", "json")
            #expect(run.status == 0, "\(run.errors)")
            #expect((try run.json() as? [Any])?.count == 1)
        }
        let wrong = try Program.run("info", table, "--map", "sauce=Täter")
        #expect(wrong.status == 64 && wrong.errors.contains("source"), "\(wrong.status) \(wrong.errors)")
        let missing = try Program.run("info", table, "--map", scratch.file("none.yaml").path)
        #expect(missing.status == 66)
    }

    @Test func theReportSaysWhatWasRead() throws {
        let scratch = try Scratch()
        let out = scratch.file("out.linkchart.yaml").path
        let run = try Program.run(
            Program.linkchart, ["build"] + Self.tables + ["-o", out, "--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let report = try #require(try run.json() as? [String: Any])
        #expect(
            report["nodes"] as? Int == 77 && report["edges"] as? Int == 136 && report["claims"] as? Int == 149
        )
        let inputs = try #require(report["inputs"] as? [[String: Any]])
        #expect(inputs.count == 2 && inputs.allSatisfy { $0["format"] as? String == "csv" })
    }

    @Test func theExampleInCodeIsTheSameGraph() throws {
        let scratch = try Scratch()
        let out = scratch.file("code.svg").path
        let json = scratch.file("code.linkchart.json").path
        let example = Program.products.appendingPathComponent("ArticleInCode")
        let run = try Program.run(example, [out, json])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.contains("77 nodes, 136 edges, 149 claims"))
        #expect(try Data(contentsOf: URL(fileURLWithPath: out)).starts(with: Data("<?xml".utf8)))
        let reference = scratch.file("file.linkchart.json").path
        #expect(try Program.run("convert", Self.article, reference).status == 0)
        #expect(
            try String(contentsOfFile: json, encoding: .utf8)
                == String(contentsOfFile: reference, encoding: .utf8))
    }
}
