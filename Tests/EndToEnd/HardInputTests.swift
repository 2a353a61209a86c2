import Foundation
import Testing

/// Inputs and outputs that are no ordinary files, files of gigabytes, and users who lose patience.
@Suite struct HardInputTests {
    private static let article = Program.root.appendingPathComponent(
        ArticleAnswersTests.article
    ).path

    /// Runs the program under a shell's command line, with the program as `$0` and the article as `$1`.
    private func shell(_ script: String, _ arguments: String..., in folder: URL) throws -> Program.Run {
        try Program.run(
            URL(fileURLWithPath: "/bin/sh"),
            ["-c", script, Program.linkchart.path, Self.article] + arguments,
            in: folder)
    }

    @Test(arguments: [
        "nothing.json", "nothing.csv", "nothing.graphml", "nothing.yaml", "nothing.gz", "nothing",
    ])
    func fiveGigabytesOfNothing(name: String) throws {
        let scratch = try Scratch()
        let file = scratch.file(name)
        #expect(FileManager.default.createFile(atPath: file.path, contents: nil))
        try FileHandle(forWritingTo: file).truncate(atOffset: 5 << 30)
        let start = Date()
        // The address space holds the mapped file, whose pages are never touched.
        let run = try shell("ulimit -v 12000000; exec \"$0\" check \"$2\"", file.path, in: scratch.folder)
        #expect(run.status == 65 && !run.isCrash, "\(run.errors)")
        #expect(run.text.contains("error[L0312]") && run.text.contains("zero bytes"), "\(run.text)")
        #expect(-start.timeIntervalSinceNow < 20)
    }

    @Test func pipesAreReadAndDevicesToldApart() throws {
        let scratch = try Scratch()
        let piped = try shell(
            "mkfifo f; cat \"$1\" > f & exec \"$0\" info f --from yaml --format json", in: scratch.folder)
        let plain = try Program.run("info", Self.article, "--format", "json")
        #expect(piped.status == 0 && piped.text == plain.text, "\(piped.errors)")
        let null = try Program.run("check", "/dev/null", "--from", "csv")
        #expect(null.status == 65 && null.text.contains("L0004"))
    }

    @Test(.enabled(if: getuid() != 0, "root may read everything"))
    func aFileThatMayNotBeRead() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a b\n", to: "closed.edgelist")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let run = try Program.run("check", path)
        #expect(run.status == 66 && run.errors.lowercased().contains("permission denied"))
    }

    /// A disk that is full in the middle of a file leaves the old file, and nothing beside it.
    @Test func aFullDiskLeavesTheOldFile() throws {
        let scratch = try Scratch()
        _ = try scratch.write("old", to: "out.linkchart.json")
        _ = try scratch.write("old", to: "out-nodes.csv")
        for arguments in [
            "convert \"$1\" out.linkchart.json", "convert \"$1\" out.csv",
            "build \"$1\" -o out.linkchart.json",
        ] {
            let run = try shell("trap '' XFSZ; ulimit -f 16; exec \"$0\" \(arguments)", in: scratch.folder)
            #expect(run.status == 74 && run.errors.contains("can't write"), "\(arguments): \(run.errors)")
            #expect(scratch.contents == ["out-nodes.csv", "out.linkchart.json"], "\(arguments)")
            for name in scratch.contents {
                #expect(try String(contentsOf: scratch.file(name), encoding: .utf8) == "old")
            }
        }
    }

    @Test func anInterruptionWhileReadingLeavesNothing() throws {
        let scratch = try Scratch()
        let run = try shell(
            """
            mkfifo f; (cat "$1"; exec sleep 5) > f & writer=$!
            "$0" build f --from yaml -o out.linkchart.json & reader=$!
            sleep 0.5; kill -TERM $reader; wait $reader; status=$?; kill $writer; exit $status
            """, in: scratch.folder)
        #expect(run.status != 0, "\(run.status)")
        #expect(scratch.contents == ["f"])
    }

    /// Whenever it is ended, the file is there whole or not at all. A shell lets no job in the background be interrupted,
    /// so it is ended by the signal that does the same.
    @Test func anInterruptionWhileWritingLeavesAWholeFileOrNone() throws {
        let scratch = try Scratch()
        let edges = (0..<20_000).map { "n\($0 % 9_001) m\($0 % 7_001) \($0)\n" }.joined()
        let input = try scratch.write(edges, to: "in.edgelist")
        let whole = try Program.run("convert", input, scratch.file("whole.graphml").path)
        #expect(whole.status == 0)
        let size = try Data(contentsOf: scratch.file("whole.graphml")).count
        for hundredths in stride(from: 5, through: 85, by: 20) {
            let out = scratch.file("out.graphml")
            try? FileManager.default.removeItem(at: out)
            _ = try shell(
                "\"$0\" convert \"$2\" out.graphml & writer=$!; sleep \(Double(hundredths) / 100); kill -TERM $writer; wait $writer",
                input, in: scratch.folder)
            let names = scratch.contents
            #expect(Set(names).isSubset(of: ["in.edgelist", "whole.graphml", "out.graphml"]), "\(names)")
            if names.contains("out.graphml") { #expect(try Data(contentsOf: out).count == size) }
        }
    }

    @Test func whatStandsBesideAnnotationsIsTold() throws {
        let scratch = try Scratch()
        _ = try scratch.write("T1\tPerson 0 3\tAna\n", to: "doc.ann")
        let text = try scratch.write("Ana leads Acme.\n", to: "doc.txt")
        let settings = try scratch.write("[entities]\nPerson\n[relations]\n", to: "annotation.conf")
        let alone = try Program.run("check", text)
        #expect(
            alone.status == 65 && alone.text.contains("give `\(scratch.file("doc.ann").path)`"),
            "\(alone.text)")
        let conf = try Program.run("check", settings)
        #expect(conf.status == 65 && conf.text.contains("settings of brat"), "\(conf.text)")
        #expect(try Program.run("check", scratch.file("doc.ann").path).status == 0)
    }

    @Test func aWebPageIsTold() throws {
        let scratch = try Scratch()
        for name in ["page.json", "page.csv", "page.graphml", "page.txt", "page"] {
            let path = try scratch.write("<!doctype html>\n<html><body>404</body></html>\n", to: name)
            let run = try Program.run("check", path)
            #expect(run.status == 65 && run.text.contains("error[L0013]"), "\(name): \(run.text)")
        }
    }

    // MARK: - Losses

    @Test func convertSaysWhatIsLostAndRefusesItIfNothingMayBe() throws {
        let scratch = try Scratch()
        let out = scratch.file("out.mmd").path
        let run = try Program.run("convert", Self.article, out)
        #expect(run.status == 0)
        #expect(
            run.errors.hasPrefix("mermaid has no place for ") && run.errors.contains("149 claims"),
            "\(run.errors)")
        try FileManager.default.removeItem(atPath: out)
        let strict = try Program.run("convert", Self.article, out, "--strict")
        #expect(strict.status == 65 && strict.errors.contains("149 claims"), "\(strict.errors)")
        #expect(scratch.contents == [])
        let whole = try Program.run("convert", Self.article, scratch.file("a.graphml").path, "--strict")
        #expect(whole.status == 0 && whole.errors.isEmpty, "\(whole.errors)")
    }

    @Test func strictBuildsRefuseWhatOthersReport() throws {
        let scratch = try Scratch()
        let input = try scratch.write(
            "<Sentences><Config option=\"x\"/><Sentence id=\"a\"><EventCoding sourcecode=\"USA\" targetcode=\"FRA\" eventcode=\"036\"/><Text>t</Text></Sentence></Sentences>",
            to: "in.xml")
        let out = scratch.file("out.linkchart.yaml").path
        let run = try Program.run("build", input, "-o", out)
        #expect(run.status == 0 && run.text.contains("skipped element `Config`, 1 times"), "\(run.text)")
        try FileManager.default.removeItem(atPath: out)
        let strict = try Program.run("build", input, "-o", out, "--strict")
        #expect(strict.status == 65 && strict.errors.contains("error[L0014]"), "\(strict.errors)")
        #expect(scratch.contents == ["in.xml"])
    }

    @Test func theReportCountsGuesses() throws {
        let scratch = try Scratch()
        let input = try scratch.write(#"[["a", "frobs", "b"], ["a", "leads", "b"]]"#, to: "in.json")
        let run = try Program.run(
            "build", input, "-o", scratch.file("out.linkchart.yaml").path, "--format", "json")
        let report = try #require(try run.json() as? [String: Any])
        let first = try #require((report["inputs"] as? [[String: Any]])?.first)
        let guessed = try #require(first["guessed"] as? [[String: Any]])
        #expect(
            guessed.contains { $0["what"] as? String == "relation" && $0["count"] as? Int == 1 }, "\(guessed)"
        )
        let examples = guessed.flatMap { $0["examples"] as? [[String: Any]] ?? [] }
        #expect(examples.contains { $0["raw"] as? String == "frobs" && $0["line"] as? Int == 1 })
    }
}
