import Foundation
import Testing

/// What `linkchart rank` takes besides a measure's name, run from outside.
struct RankCommandTests {
    static let article = "graphs/afghanistan.linkchart.yaml"
    /// Two ways from a to d, of which the one over c is cheaper.
    static let ways = "source,target,cost\na,b,1\nb,d,5\na,c,2\nc,d,2\nd,e,1\n"

    private func scores(_ arguments: [String]) throws -> [String: Double] {
        let run = try Program.run(Program.linkchart, ["rank"] + arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let rows = try #require(try run.json() as? [[String: Any]])
        var scores: [String: Double] = [:]
        for row in rows {
            scores[try #require(row["id"] as? String)] = try #require(row["score"] as? Double)
        }
        #expect(scores.count == rows.count)
        return scores
    }

    @Test func outputsAreGolden() throws {
        for (name, arguments) in [
            ("rank-constraint.txt", ["--by", "constraint", "--undirected", "--ascending", "--top", "6"]),
            ("rank-confidence.txt", ["--by", "betweenness", "--weight", "confidence", "--top", "6"]),
            (
                "rank-around.txt",
                ["--by", "pagerank", "--around", "Taliban=2,ISKP", "--undirected", "--top", "6"]
            ),
            ("rank-katz.txt", ["--by", "katz", "--top", "6"]),
            ("rank-sampled.txt", ["--by", "betweenness", "--epsilon", "0.02", "--seed", "7", "--top", "4"]),
            ("rank-pivots.csv", ["--by", "betweenness", "--pivots", "20", "--seed", "7", "--top", "4"]),
            ("rank-links.txt", ["--by", "betweenness", "--links", "--top", "5"]),
            ("rank-links.jsonl", ["--by", "betweenness", "--links", "--weight", "confidence", "--top", "2"]),
            ("rank-hits.json", ["--by", "hits", "--top", "3"]),
        ] {
            var arguments = ["rank", Self.article] + arguments
            if !name.hasSuffix(".txt") { arguments += ["--format", String(name.split(separator: ".")[1])] }
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 0, "\(run.errors)")
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
    }

    @Test func costsChooseTheWay() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.ways, to: "ways.csv")
        let plain = try scores([path, "--by", "betweenness"])
        #expect(plain == ["a": 0, "b": 1, "c": 1, "d": 3, "e": 0])
        let cheapest = try scores([path, "--by", "betweenness", "--weight", "cost"])
        #expect(cheapest == ["a": 0, "b": 0, "c": 2, "d": 3, "e": 0])
    }

    @Test func estimatesKeepTheirPromise() throws {
        let exact = try scores([Self.article, "--by", "betweenness", "--normalized"])
        let estimate = try scores(
            [Self.article, "--by", "betweenness", "--normalized", "--epsilon", "0.01", "--seed", "3"])
        #expect(Set(estimate.keys) == Set(exact.keys))
        for (id, score) in exact { #expect(abs((estimate[id] ?? 2) - score) <= 0.01, "\(id)") }
        #expect(estimate != exact)
        let all = try scores([Self.article, "--by", "betweenness", "--normalized", "--pivots", "100000"])
        for (id, score) in exact { #expect(abs((all[id] ?? 2) - score) <= 1e-12, "\(id)") }
    }

    @Test func otherNamesAreTheSame() throws {
        #expect(try scores([Self.article, "--by", "hits"]) == scores([Self.article, "--by", "authority"]))
        let katz = try scores([Self.article, "--by", "katz", "--alpha", "0"])
        #expect(!katz.isEmpty && katz.values.allSatisfy { $0 == 1 })
        // A surfer who never follows a link is where it returns to.
        let home = try scores([Self.article, "--by", "pagerank", "--damping", "0", "--around", "ttp"])
        #expect(home["ttp"] == 1 && home.values.reduce(0, +) == 1)
    }

    @Test(arguments: [
        (["--by", "degree", "--weight", "confidence"], "--weight goes with --by betweenness"),
        (["--by", "degree", "--links"], "--links goes with --by betweenness"),
        (["--by", "betweenness", "--links", "--pivots", "3"], "--links is exact"),
        (["--by", "betweenness", "--links", "--ascending"], "--ascending ranks nodes"),
        (["--by", "betweenness", "--alpha", "0.1"], "--alpha goes with --by katz"),
        (["--by", "betweenness", "--seed", "1"], "--seed goes with --epsilon or --pivots"),
        (["--by", "betweenness", "--delta", "0.1"], "--delta goes with --epsilon"),
        (["--by", "betweenness", "--epsilon", "2"], "--epsilon takes a number from 1e-06 up and below 1"),
        (
            ["--by", "betweenness", "--epsilon", "1e-20"],
            "--epsilon takes a number from 1e-06 up and below 1"
        ),
        (["--by", "betweenness", "--epsilon", "0.1", "--pivots", "3"], "give one of them"),
        (["--by", "betweenness", "--pivots", "0"], "--pivots takes a whole number from 1 up"),
        (["--by", "katz", "--alpha", "nan"], "--alpha takes a number from 0 up"),
        (["--by", "pagerank", "--damping", "1"], "--damping takes a number from 0 up and below 1"),
        (["--by", "pagerank", "--around", "nobody at all"], "nobody at all"),
        (["--by", "pagerank", "--around", "ttp=-1"], "with a weight above 0"),
        (
            ["--by", "pagerank", "--around", "ISKP", "--kind", "State"],
            "as --around says, is not among what is selected"
        ),
        (["--by", "katz", "--alpha", "5", "--undirected"], "settles"),
        (["--by", "betweenness", "--weight", "nothing"], "nothing"),
    ])
    func whatDoesNotGoIsSaid(arguments: [String], complaint: String) throws {
        let run = try Program.run(Program.linkchart, ["rank", Self.article] + arguments)
        #expect(run.status != 0 && !run.isCrash && run.output.isEmpty)
        #expect(run.errors.contains(complaint), "\(run.errors)")
    }

    /// What has no normalised form is not called normalised.
    @Test func normalisingIsSaidWhereItHappens() throws {
        let core = try Program.run("rank", Self.article, "--by", "core", "--normalized")
        #expect(core.errors.contains("core has no normalised form") && !core.errors.contains(", normalised"))
        let degree = try Program.run("rank", Self.article, "--by", "degree", "--normalized")
        #expect(degree.errors.contains("degree, normalised on"))
    }

    @Test func nodesWithoutContactsAreLeftOut() throws {
        let scratch = try Scratch()
        let path = try scratch.write("a b\nc c\n", to: "links.el")
        let run = try Program.run(
            "rank", path, "--by", "constraint", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.text.split(separator: "\n").count == 3)
        #expect(run.errors.contains("1 node left out: no contacts, so no constraint"))
    }
}
