import Foundation
import Testing

/// `linkchart keyplayers`, run from outside.
struct KeyPlayersCommandTests {
    static let article = "graphs/afghanistan.linkchart.yaml"
    /// Two stars whose centres a broker joins.
    static let stars = "source,target\nx,a1\nx,a2\nx,a3\ny,b1\ny,b2\nx,m\nm,y\n"

    private struct Answer: Decodable {
        struct Player: Decodable {
            var rank: Int
            var id: String
            var name: String
            var kind: String
            var contribution: Double
        }
        var measure: String
        var within: Int?
        var before: Double
        var after: Double
        var exact: Bool
        var starts: Int
        var players: [Player]
    }

    private func answer(_ arguments: [String]) throws -> Answer {
        let run = try Program.run(Program.linkchart, ["keyplayers"] + arguments + ["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        return try JSONDecoder().decode(Answer.self, from: run.output)
    }

    @Test func outputsAreGolden() throws {
        for (name, arguments) in [
            ("keyplayers.txt", ["-k", "3"]),
            ("keyplayers-reach.txt", ["-k", "2", "--measure", "mReach", "--within", "2"]),
            ("keyplayers.json", ["-k", "2", "--measure", "DF"]),
            ("keyplayers.csv", ["-k", "2", "--measure", "KPP-Pos"]),
        ] {
            var arguments = ["keyplayers", Self.article] + arguments
            if !name.hasSuffix(".txt") {
                arguments += ["--format", String(name.split(separator: ".")[1])]
            }
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 0)
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
    }

    @Test func measuresOfTwoStars() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.stars, to: "stars.csv")
        let pair = try answer([path, "-k", "2"])
        #expect(pair.measure == "F" && pair.exact && pair.starts == 0)
        #expect(Set(pair.players.map(\.id)) == ["x", "y"])
        #expect(pair.before == 0 && pair.after == 1)
        // Without y: x splits off 3 leaves, and 4 of the 8 - 1 others stay together.
        let y = try #require(pair.players.first { $0.id == "y" })
        #expect(abs(y.contribution - 4.0 * 3 / (7 * 6)) < 1e-12)
        let reach = try answer([path, "-k", "1", "--measure", "mReach"])
        #expect(reach.within == 1 && reach.players.map(\.id) == ["x"] && reach.after == 5)
        #expect(try answer([path, "-k", "1", "--measure", "dR"]).measure == "dReach")
        #expect(try answer([path, "-k", "1", "--measure", "kpp-neg"]).measure == "F")
        #expect(try answer([path, "-k", "1", "--measure", "DF"]).players.map(\.id) == ["x"])
    }

    @Test func sizesAtTheEnds() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.stars, to: "stars.csv")
        let none = try answer([path, "-k", "0"])
        #expect(none.players.isEmpty && none.before == none.after)
        let text = try Program.run("keyplayers", path, "-k", "0")
        #expect(text.status == 0 && text.output.isEmpty && text.errors.contains("-k 0"))
        let all = try answer([path, "-k", "100"])
        #expect(all.players.count == 8 && all.exact && all.after == 1)
        #expect(try Program.run("keyplayers", path, "-k", "100").errors.contains("all 8 nodes there are"))
        let empty = try scratch.write("source,target\n", to: "empty.csv")
        let nobody = try Program.run("keyplayers", empty)
        #expect(
            nobody.status == 0 && nobody.output.isEmpty && nobody.errors.contains("the graph has no nodes"))
    }

    @Test func badOptionsAreUsageErrors() throws {
        for (options, word) in [
            (["-k", "-1"], "-k"), (["--measure", "G"], "G"), (["--within", "2"], "mReach"),
            (["--measure", "mReach", "--within", "-1"], "within"), (["--restarts", "-1"], "restarts"),
        ] {
            let run = try Program.run(Program.linkchart, ["keyplayers", Self.article] + options)
            #expect(
                run.status == 64 && run.output.isEmpty && run.errors.contains(word),
                "\(options): \(run.errors)")
        }
    }

    @Test func aTimeoutLeavesNoFile() throws {
        let scratch = try Scratch()
        let out = scratch.file("out.csv").path
        let run = try Program.run("keyplayers", Self.article, "--timeout", "0.0000001", "-o", out)
        #expect(run.status == 75 && run.errors.contains("--timeout") && scratch.contents.isEmpty)
    }
}
