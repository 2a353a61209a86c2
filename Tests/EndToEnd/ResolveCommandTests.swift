import Foundation
import Testing

/// `linkchart resolve`, run from outside.
struct ResolveCommandTests {
    static let sources = """
        linkchart: 1
        title: What two sources call them
        nodes:
          - {id: pakistan, kind: State, name: Pakistan, attributes: {iso2: PK}}
          - {id: pk, kind: State, name: Islamic Republic of Pakistan, attributes: {iso2: PK}}
          - {id: full, kind: Actor, name: Tehrik-e-Taliban Pakistan}
          - {id: short, kind: Actor, name: Tehreek-i-Taliban}
          - {id: ttp, kind: Actor, name: TTP}
          - {id: taliban, kind: Actor, name: Taliban}
          - {id: khan, kind: Person, name: Dr. Ayman al-Zawahiri}
          - {id: aiman, kind: Person, name: Aiman Zawahri}
        edges:
          - {from: full, relation: attacks, to: pakistan, claims: {statement: one}}
          - {from: ttp, relation: attacks, to: pk, claims: {statement: two}}
          - {from: taliban, relation: alliedWith, to: full}

        """

    private struct Candidate: Decodable {
        var first: String
        var firstName: String
        var second: String
        var secondName: String
        var kind: String
        var score: Double
        var evidence: [String]
        var conclusive: Bool
        var decision: String?
    }

    private func candidates(_ arguments: [String]) throws -> [Candidate] {
        let run = try Program.run(Program.linkchart, ["resolve"] + arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode([Candidate].self, from: run.output)
    }

    @Test func outputsAreGolden() throws {
        let scratch = try Scratch()
        _ = try scratch.write(Self.sources, to: "sources.linkchart.yaml")
        for (name, arguments) in [
            ("resolve.txt", []), ("resolve.json", ["--top", "2"]), ("resolve.csv", ["--min-score", "0.5"]),
            ("resolve-merge.txt", ["--merge", "--write", "merged.linkchart.yaml"]),
            ("resolve-none.txt", ["--kind", "Place"]),
        ] {
            var arguments = ["resolve", "sources.linkchart.yaml"] + arguments
            if !name.hasSuffix(".txt") { arguments += ["--format", String(name.split(separator: ".")[1])] }
            let run = try Program.run(Program.linkchart, arguments, in: scratch.folder)
            #expect(run.status == 0, "\(run.errors)")
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
        let merged = try String(contentsOf: scratch.file("merged.linkchart.yaml"), encoding: .utf8)
        try expectGolden(merged, "resolve-merged.linkchart.yaml")
    }

    @Test func theThreeNamesMeetAndTheTalibanStay() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.sources, to: "sources.linkchart.yaml")
        let found = try candidates([path])
        let pairs = Set(found.map { "\($0.first) \($0.second)" })
        #expect(pairs == ["pakistan pk", "full short", "full ttp", "khan aiman"])
        #expect(found.filter(\.conclusive).map(\.second) == ["pk"])
        #expect(!pairs.contains { $0.contains("taliban") })
    }

    @Test func aReviewMergesAndIsTakenBack() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.sources, to: "sources.linkchart.yaml")
        // The reviewer gets the table and fills in the last column.
        let table = try Program.run("resolve", path, "--format", "csv")
        var rows = table.text.split(separator: "\n").map(String.init)
        for row in rows.indices.dropFirst() { rows[row] += rows[row].contains("Zawah") ? "no" : "yes" }
        let review = try scratch.write(rows.joined(separator: "\n") + "\n", to: "review.csv")
        let decided = scratch.file("decided.linkchart.yaml").path
        let run = try Program.run(
            "resolve", path, "--decisions", review, "--reviewer", "A. Reviewer", "--write", decided)
        #expect(run.status == 0 && run.errors.contains("4 decisions read: 3 yes, 1 no"), "\(run.errors)")
        #expect(Set(try candidates([decided]).map { $0.decision ?? "open" }) == ["yes", "no"])

        let merged = scratch.file("merged.linkchart.yaml").path
        let merging = try Program.run("resolve", decided, "--merge", "--write", merged)
        #expect(merging.status == 0 && merging.errors.contains("3 nodes merged into 2"), "\(merging.errors)")
        let info = try Program.run("info", merged, "--format", "json").json() as? [String: Any]
        #expect(info?["nodes"] as? Int == 5)
        // What is merged is no candidate again, and what was decided no stays apart.
        #expect(try candidates([merged]).map(\.decision) == ["no"])

        let split = scratch.file("split.linkchart.yaml").path
        let undo = try Program.run("resolve", merged, "--undo", "all", "--write", split)
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(
            try String(contentsOfFile: split, encoding: .utf8)
                == String(contentsOfFile: decided, encoding: .utf8))
        let part = try Program.run("resolve", merged, "--undo", "short", "--write", split, "--format", "json")
        #expect(part.status == 0, "\(part.errors)")
        #expect((try part.json() as? [[String: Any]])?.first?["restored"] as? [String] == ["short"])
    }

    @Test func proposalsAreWrittenOnce() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.sources, to: "sources.linkchart.yaml")
        let (once, twice) = (
            scratch.file("once.linkchart.json").path, scratch.file("twice.linkchart.json").path
        )
        #expect(try Program.run("resolve", path, "--write", once).errors.contains("4 proposals added"))
        #expect(try Program.run("resolve", once, "--write", twice).errors.contains("no new proposals"))
        #expect(
            try Data(contentsOf: URL(fileURLWithPath: once)) == Data(contentsOf: URL(fileURLWithPath: twice)))
        let ranks = { (path: String) in
            try Program.run("rank", path, "--by", "betweenness", "--format", "csv").text
        }
        #expect(try ranks(path) == ranks(once))
    }

    @Test func wrongUseIsExplained() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.sources, to: "sources.linkchart.yaml")
        let out = scratch.file("out.linkchart.yaml").path
        for (options, word) in [
            (["--merge"], "--write"), (["--undo", "all"], "--write"), (["--min-score", "2"], "--min-score"),
            (["--top", "-1"], "--top"), (["--reviewer", "X"], "--decisions"), (["--kind", "Actr"], "Actor"),
            (["--write", "-"], "--write"), (["--write", out, "--merge", "--undo", "all"], "--undo"),
            (["--write", scratch.file("out.xyz").path], "extensions"),
            (["--undo", "nobody", "--write", out], "--undo"),
        ] {
            let run = try Program.run(Program.linkchart, ["resolve", path] + options)
            #expect(
                run.status == 64 && run.output.isEmpty && run.errors.contains(word),
                "\(options): \(run.errors)")
        }
        let bad = try scratch.write("first,second,decision\nfull,short,maybe\n", to: "review.csv")
        let run = try Program.run("resolve", path, "--decisions", bad, "--write", out)
        #expect(
            run.status == 65 && run.errors.contains("review.csv:2") && run.errors.contains("maybe"),
            "\(run.errors)")
        #expect(try Program.run("resolve", path, "--decisions", scratch.file("none.csv").path).status == 66)
        let never = try Program.run("resolve", path, "--undo", "ttp", "--write", out)
        #expect(never.status == 65 && never.errors.contains("was not merged"))
        #expect(!scratch.contents.contains("out.linkchart.yaml"))
    }
}
