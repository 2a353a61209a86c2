import Foundation
import Testing

/// `linkchart communities`, run from outside.
struct CommunitiesCommandTests {
    static let article = "graphs/afghanistan.linkchart.yaml"
    /// Two triangles that one link joins, and a node without links.
    static let triangles = "source,target\na,b\nb,c\nc,a\nd,e\ne,f\nf,d\nc,d\ng,g\n"

    private struct Answer: Decodable {
        struct Quality: Decodable {
            var modularity: Double?
            var coverage: Double?
            var conductance: Double?
            var crossingLinks: Int
        }
        struct Community: Decodable {
            struct Member: Decodable {
                var id: String
                var name: String
                var kind: String
                var internalLinks: Int
            }
            var community: Int
            var size: Int
            var internalLinks: Int
            var externalLinks: Int
            var conductance: Double?
            var members: [Member]
        }
        var method: String
        var objective: String?
        var seed: UInt64
        var quality: Quality
        var communities: [Community]
    }

    private func answer(_ arguments: [String]) throws -> Answer {
        let run = try Program.run(Program.linkchart, ["communities"] + arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Answer.self, from: run.output)
    }

    @Test func outputsAreGolden() throws {
        for (name, arguments) in [
            ("communities.txt", ["--min-size", "2"]),
            ("communities.json", ["--top", "2"]),
            ("communities.jsonl", ["--top", "1", "--method", "louvain"]),
            ("communities.csv", ["--weight", "claims", "--top", "1", "--seed", "7"]),
        ] {
            var arguments = ["communities", Self.article] + arguments
            if !name.hasSuffix(".txt") {
                arguments += ["--format", String(name.split(separator: ".")[1])]
            }
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 0)
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
    }

    @Test(arguments: ["leiden", "louvain"])
    func findsTwoTriangles(method: String) throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.triangles, to: "triangles.csv")
        let answer = try answer([path, "--method", method])
        #expect(
            answer.communities.map { $0.members.map(\.id).sorted() } == [
                ["a", "b", "c"], ["d", "e", "f"], ["g"],
            ])
        // The node with the link to the other triangle has no more links inside: all have 2, so ids decide.
        #expect(answer.communities[0].members.map(\.id) == ["a", "b", "c"])
        #expect(answer.communities.map(\.internalLinks) == [3, 3, 1])
        #expect(answer.communities.map(\.externalLinks) == [1, 1, 0])
        #expect(answer.quality.crossingLinks == 1)
        #expect(abs((answer.quality.coverage ?? 0) - 7.0 / 8) < 1e-12)
        // 3/8 - (7/16)^2 twice, and 1/8 - (2/16)^2 for the loop.
        #expect(abs((answer.quality.modularity ?? 0) - (7.0 / 8 - 2 * 49.0 / 256 - 1.0 / 64)) < 1e-12)
        #expect(abs((answer.communities[0].conductance ?? 0) - 1.0 / 7) < 1e-12)
        #expect(answer.method == method && answer.objective == "modularity")
    }

    @Test func labelsSpread() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.triangles, to: "triangles.csv")
        for seed in ["1", "2", "3"] {
            let answer = try answer([path, "--method", "LPA", "--seed", seed])
            #expect(answer.method == "labelPropagation" && answer.objective == nil)
            // A triangle never comes apart; the link between the two may or may not carry a label across.
            #expect([[6, 1], [3, 3, 1]].contains(answer.communities.map(\.size)))
        }
    }

    @Test func sizesAndNumbersSelect() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.triangles, to: "triangles.csv")
        #expect(try answer([path, "--min-size", "2"]).communities.map(\.size) == [3, 3])
        #expect(try answer([path, "--top", "1"]).communities.map(\.community) == [1])
        #expect(try answer([path, "--resolution", "0"]).communities.map(\.size) == [6, 1])
        let potts = try answer([path, "--objective", "CPM", "--resolution", "0.5"])
        #expect(potts.objective == "constantPotts" && potts.communities.map(\.size) == [3, 3, 1])
        let none = try Program.run("communities", path, "--min-size", "9")
        #expect(none.status == 0 && none.output.isEmpty && none.errors.contains("no community is that large"))
        #expect(try Program.run("communities", path, "--top", "0").errors.contains("--top 0"))
    }

    @Test func emptyResultsSayWhy() throws {
        let scratch = try Scratch()
        let empty = try scratch.write("source,target\n", to: "empty.csv")
        let run = try Program.run("communities", empty)
        #expect(run.status == 0 && run.output.isEmpty && run.errors.contains("the graph has no nodes"))
        let answer = try answer([empty])
        #expect(answer.communities.isEmpty && answer.quality.modularity == nil)
        let unlinked = try Program.run("communities", Self.article, "--kind", "Document")
        #expect(unlinked.status == 0 && unlinked.errors.contains("has no links"))
        let nobody = try Program.run("communities", empty, "--kind", "State")
        #expect(nobody.status == 0 && nobody.output.isEmpty)
    }

    @Test func badOptionsAreUsageErrors() throws {
        for (options, word) in [
            (["--method", "girvan"], "girvan"), (["--resolution", "-1"], "resolution"),
            (["--resolution", "nan"], "resolution"), (["--iterations", "0"], "iterations"),
            (["--top", "-1"], "top"),
            (["--method", "labelPropagation", "--resolution", "2"], "maximises nothing"),
            (["--seed", "-1"], "seed"),
        ] {
            let run = try Program.run(Program.linkchart, ["communities", Self.article] + options)
            #expect(
                run.status == 64 && run.output.isEmpty && run.errors.contains(word),
                "\(options): \(run.errors)")
        }
        let weight = try Program.run("communities", Self.article, "--weight", "tonnes")
        #expect(weight.status == 65 && weight.errors.contains("tonnes") && weight.output.isEmpty)
    }

    @Test func threadsDoNotChangeTheAnswer() throws {
        let one = try Program.run("communities", Self.article, "--threads", "1", "--format", "json")
        let two = try Program.run("communities", Self.article, "--threads", "2", "--format", "json")
        #expect(one.status == 0 && one.output == two.output && !one.output.isEmpty)
    }

    @Test func aTimeoutLeavesNoFile() throws {
        let scratch = try Scratch()
        let out = scratch.file("out.csv").path
        let run = try Program.run("communities", Self.article, "--timeout", "0.0000001", "-o", out)
        #expect(run.status == 75 && run.errors.contains("--timeout") && scratch.contents.isEmpty)
    }
}
