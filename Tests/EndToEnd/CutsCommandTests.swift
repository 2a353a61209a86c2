import Foundation
import Testing

/// `linkchart cuts --from … --to …`, run from outside.
struct CutsCommandTests {
    static let article = "graphs/afghanistan.linkchart.yaml"
    /// Two ways from a to d, over b alone or over c and b; a second link from a to b.
    static let ways =
        "source,relation,target,strength\na,hosts,b,1\na,funds,b,1\na,hosts,c,5\nc,hosts,b,1\nb,hosts,d,9\n"

    private struct Answer: Decodable {
        struct NodeCut: Decodable {
            struct Node: Decodable {
                var id: String
                var name: String
                var kind: String
            }
            var size: Int
            var nodes: [Node]
            var sourceSide: Int
            var targetSide: Int
        }
        struct EdgeCut: Decodable {
            struct Edge: Decodable {
                var edge: String
                var from: String
                var relation: String
                var to: String
                var capacity: Double
            }
            var size: Int
            var weights: String
            var capacity: Double
            var edges: [Edge]
            var sourceSide: Int
            var targetSide: Int
        }
        var from: String
        var to: String
        var projection: String
        var nodeCut: NodeCut?
        var edgeCut: EdgeCut?
    }

    private func answer(_ arguments: [String]) throws -> Answer {
        let run = try Program.run(Program.linkchart, ["cuts"] + arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Answer.self, from: run.output)
    }

    private func complaint(_ arguments: [String], status: Int32) throws -> String {
        let run = try Program.run(Program.linkchart, ["cuts"] + arguments)
        #expect(run.status == status && run.output.isEmpty, "\(arguments)")
        return run.errors
    }

    @Test func outputsAreGolden() throws {
        for (name, arguments) in [
            ("cuts-between.txt", ["--from", "Afghanistan", "--to", "China"]),
            ("cuts-linked.txt", ["--from", "ttp", "--to", "Pakistan"]),
            ("cuts-apart.txt", ["--from", "China", "--to", "Afghanistan"]),
            (
                "cuts-between.json",
                ["--from", "Afghanistan", "--to", "China", "--undirected", "--weight", "claims"]
            ),
            ("cuts-between.csv", ["--from", "Afghanistan", "--to", "China", "--nodes"]),
        ] {
            var arguments = ["cuts", Self.article] + arguments
            if !name.hasSuffix(".txt") {
                arguments += ["--format", String(name.split(separator: ".")[1])]
            }
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 0)
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
    }

    @Test func linksCountOrWeigh() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.ways, to: "ways.csv")
        let question = [path, "--from", "a", "--to", "d"]
        let both = try answer(question)
        #expect(both.from == "a" && both.to == "d")
        #expect(both.nodeCut?.nodes.map(\.id) == ["b"] && both.nodeCut?.size == 1)
        #expect(both.nodeCut?.sourceSide == 2 && both.nodeCut?.targetSide == 1)
        #expect(both.edgeCut?.edges.map(\.from) == ["b"] && both.edgeCut?.capacity == 1)
        let weighted = try answer(question + ["--edges", "--weight", "strength"])
        #expect(weighted.nodeCut == nil && weighted.edgeCut?.weights == "strength")
        #expect(weighted.edgeCut?.edges.map(\.to).allSatisfy { $0 == "b" } == true)
        #expect(weighted.edgeCut?.size == 3 && weighted.edgeCut?.capacity == 3)
        #expect(try answer(question + ["--nodes"]).edgeCut == nil)
        #expect(try answer(question + ["--nodes", "--edges"]).edgeCut?.size == 1)
    }

    @Test func impossibleQuestionsSayWhy() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.ways, to: "ways.csv")
        #expect(
            try complaint([path, "--from", "a", "--to", "a"], status: 65).contains(
                "no cut separates a node from itself"))
        #expect(
            try complaint([path, "--from", "a", "--to", "b", "--nodes"], status: 65).contains("directly"))
        #expect(try complaint([path, "--from", "a", "--to", "nobody"], status: 64).contains("nobody"))
        #expect(try complaint([path, "--from", "a"], status: 64).contains("go together"))
        for option in [["--nodes"], ["--edges"], ["--weight", "strength"]] {
            #expect(try complaint([path] + option, status: 64).contains("go with --from and --to"))
        }
        #expect(
            try complaint(
                [path, "--from", "a", "--to", "d", "--nodes", "--weight", "strength"], status: 64
            ).contains("edge cut"))
        #expect(
            try complaint([path, "--from", "a", "--to", "d", "--weight", "length"], status: 65)
                .contains("length"))
    }
}
