import Foundation
import Testing

/// The questions of `make demo`, asked of the built program and compared with NetworkX's and igraph's answers
/// (`Tests/Reference/article.json`).
struct ArticleAnswersTests {
    static let article = "graphs/afghanistan.linkchart.yaml"

    /// What NetworkX and igraph say.
    struct Reference: Decodable {
        struct Chains: Decodable {
            struct Path: Decodable, Hashable {
                struct Edge: Decodable, Hashable {
                    var from: String
                    var relation: String
                    var to: String
                    var forward: Bool
                }
                var nodes: [String]
                var edges: [Edge]
            }
            var from: String
            var to: String
            var maxHops: Int
            var paths: [Path]
        }
        var nodes: Int
        var edges: Int
        var claims: Int
        var established: Int
        var facts: [String: [String: Double]]
        var mechanism: [String: [String: Double]]
        var mechanismUndirected: [String: [String: Double]]
        var weakComponents: [[String]]
        var strongComponents: [[String]]
        var articulationPoints: [String]
        var bridges: [[String]]
        var structure: Structure
        var cuts: [Cut]
        var chains: [Chains]

        struct Structure: Decodable {
            var triangles: Int
            var transitivity: Double
            var averageClustering: Double
            var deepestCore: Int
            var reciprocity: Double
        }
        struct Cut: Decodable {
            var from: String
            var to: String
            var nodeCut: Int
            var edgeCut: Int
        }

        static let stored: Result<Reference, any Error> = Result {
            let file = Program.root.appendingPathComponent("Tests/Reference/article.json")
            return try JSONDecoder().decode(Reference.self, from: try Data(contentsOf: file))
        }
    }

    @Test func infoCountsWhatTheGraphHolds() throws {
        let reference = try Reference.stored.get()
        let run = try Program.run("info", Self.article, "--format", "json")
        #expect(run.status == 0)
        let info = try #require(try run.json() as? [String: Any])
        #expect(info["nodes"] as? Int == reference.nodes)
        #expect(info["edges"] as? Int == reference.edges)
        #expect(info["claims"] as? Int == reference.claims)
        let modalities = try #require(info["byModality"] as? [String: Int])
        #expect(modalities.values.reduce(0, +) == reference.claims)
        // What is predicted, proposed or negated does not count as established.
        #expect(reference.edges - reference.established == 12)
        let unestablished = ["predicted", "proposed", "negated", "denied", "alleged"]
        #expect(unestablished.reduce(0) { $0 + (modalities[$1] ?? 0) } == 12)
        let components = try #require(info["components"] as? [String: Int])
        #expect(components["count"] == reference.weakComponents.count)
        #expect(
            Set(info.keys) == [
                "title", "nodes", "edges", "claims", "byKind", "byRelation", "byModality", "byClaimant",
                "dates",
                "components", "crossBorder", "notes",
            ])
    }

    @Test func infoSaysHowCloseKnitTheGraphIs() throws {
        let run = try Program.run("info", Self.article, "--structure", "--format", "json")
        #expect(run.status == 0)
        let info = try #require(try run.json() as? [String: Any])
        let structure = try #require(info["structure"] as? [String: Any])
        let expected = try Reference.stored.get().structure
        #expect(structure["triangles"] as? Int == expected.triangles)
        #expect(structure["deepestCore"] as? Int == expected.deepestCore)
        for (key, value) in [
            ("transitivity", expected.transitivity), ("averageClustering", expected.averageClustering),
            ("reciprocity", expected.reciprocity),
        ] { #expect(abs((structure[key] as? Double ?? .nan) - value) < 1e-12, "\(key)") }
        let text = try Program.run("info", Self.article, "--structure").text
        #expect(text.contains("\(expected.triangles) triangles, transitivity"))
        let table = try Program.run("info", Self.article, "--structure", "--format", "csv").text
        #expect(table.contains("structure,triangles,\(expected.triangles)\n"))
        // Without directions every link is its own answer.
        let undirected = try Program.run(
            "info", Self.article, "--structure", "--undirected", "--format", "csv"
        ).text
        #expect(
            undirected.contains("structure,reciprocity,1\n")
                || undirected.contains("structure,reciprocity,1.0"))
    }

    @Test func minimumCutsHaveTheSizesOfNetworkXAndIgraph() throws {
        for cut in try Reference.stored.get().cuts {
            let run = try Program.run(
                "cuts", Self.article, "--from", cut.from, "--to", cut.to, "--format", "json")
            let answer = try #require(try run.json() as? [String: Any])
            #expect((answer["nodeCut"] as? [String: Any])?["size"] as? Int == cut.nodeCut)
            #expect((answer["edgeCut"] as? [String: Any])?["capacity"] as? Double == Double(cut.edgeCut))
        }
    }

    @Test(arguments: [("facts", []), ("mechanism", []), ("mechanism", ["--undirected"])])
    func ranksEqualNetworkXAndIgraphToNineDigits(
        projection: String, options: [String]
    ) throws {
        let stored = try Reference.stored.get()
        let reference =
            switch (projection, options.isEmpty) {
            case ("facts", _): stored.facts
            case (_, true): stored.mechanism
            default: stored.mechanismUndirected
            }
        #expect(reference.count >= 5)
        for (measure, expected) in reference {
            let run = try Program.run(
                Program.linkchart,
                ["rank", Self.article, "--by", measure, "--projection", projection, "--format", "json"]
                    + options)
            #expect(run.status == 0, "\(measure): \(run.errors)")
            let ranked = try #require(try run.json() as? [[String: Any]])
            #expect(ranked.count == expected.count)
            var last = (score: Double.infinity, id: "")
            for (position, entry) in ranked.enumerated() {
                let id = try #require(entry["id"] as? String)
                let score = try #require(entry["score"] as? Double)
                let wanted = try #require(expected[id])
                #expect(
                    abs(score - wanted) <= 1e-9 * max(1e-3, abs(wanted)),
                    "\(measure) of \(id) on \(projection): \(score), not \(wanted)")
                #expect(entry["rank"] as? Int == position + 1)
                #expect(Set(entry.keys) == ["rank", "id", "name", "kind", "score"])
                #expect(score < last.score || (score == last.score && last.id < id), "order at \(id)")
                last = (score, id)
            }
        }
    }

    @Test func simplePathsAreAllChainsOfTheMechanismAndOnlyThose() throws {
        let reference = try Reference.stored.get()
        for chains in reference.chains {
            let run = try Program.run(
                "paths", Self.article, "--from", chains.from, "--to", chains.to, "--mode", "simple",
                "--max-hops",
                String(chains.maxHops), "--format", "json")
            #expect(run.status == 0)
            let found = try JSONDecoder().decode([Reference.Chains.Path].self, from: run.output)
            #expect(Set(found) == Set(chains.paths), "\(chains.from) to \(chains.to)")
            #expect(found.count == chains.paths.count)
            #expect(found.map(\.edges.count) == found.map(\.edges.count).sorted(), "shortest first")
        }
    }

    @Test func everyHopCarriesItsClaims() throws {
        let run = try Program.run(
            "paths", Self.article, "--from", "Afghanistan", "--to", "China", "--mode", "allShortest",
            "--format",
            "json")
        let paths = try #require(try run.json() as? [[String: Any]])
        #expect(!paths.isEmpty)
        for path in paths {
            #expect(Set(path.keys) == ["hops", "cost", "nodes", "edges"])
            #expect(path["hops"] as? Int == 3)
            for edge in try #require(path["edges"] as? [[String: Any]]) {
                #expect(Set(edge.keys) == ["id", "from", "relation", "to", "forward", "claims"])
                let claims = try #require(edge["claims"] as? [[String: Any]])
                #expect(!claims.isEmpty)
                for claim in claims {
                    #expect(claim["claimant"] is String && claim["locator"] is String)
                    #expect(claim["statement"] is String && claim["modality"] is String)
                }
            }
        }
    }

    @Test func componentsAndCutsEqualNetworkX() throws {
        let reference = try Reference.stored.get()
        for (options, expected) in [
            ([], reference.weakComponents), (["--strong"], reference.strongComponents),
        ] {
            let run = try Program.run(
                Program.linkchart, ["components", Self.article, "--format", "json"] + options)
            let components = try #require(try run.json() as? [[String: Any]])
            let found = components.compactMap { ($0["nodes"] as? [String])?.sorted() }
            #expect(Set(found) == Set(expected))
        }
        let run = try Program.run("cuts", Self.article, "--format", "json")
        let cuts = try #require(try run.json() as? [String: [[String: Any]]])
        let points = (cuts["articulationPoints"] ?? []).compactMap { $0["id"] as? String }
        #expect(points.sorted() == reference.articulationPoints)
        let bridges = (cuts["bridges"] ?? []).map {
            [$0["from"], $0["to"]].compactMap { $0 as? String }.sorted()
        }
        #expect(Set(bridges) == Set(reference.bridges))
    }

    /// What --via can name, and what it can't.
    @Test func hopsAreNamedByRelations() throws {
        let question = ["paths", Self.article, "--from", "Afghanistan", "--to", "China", "--format", "json"]
        let any = try Program.run(
            Program.linkchart, question + ["--via", "any", "--via", "Any", "--via", "any,hosts"])
        let plain = try Program.run(
            Program.linkchart, question + ["--via", "any", "--via", "any", "--via", "any"])
        #expect(any.status == 0 && any.text == plain.text && any.text.contains("\"hops\": 3"))
        for (options, complaint) in [
            (["--via", ","], "--via names no relation"), (["--via", ""], "--via names no relation"),
            (["--via", "host"], "did you mean `hosts`?"),
            (["--via", "hosts", "--mode", "simple"], "neither --mode nor --max-hops"),
        ] {
            let run = try Program.run(Program.linkchart, question + options)
            #expect(run.status == 64 && run.errors.contains(complaint), "\(options): \(run.errors)")
        }
    }

    @Test func tablesForPeopleAreGolden() throws {
        for (name, arguments) in [
            ("info.txt", ["info", Self.article]),
            ("rank-betweenness.txt", ["rank", Self.article, "--by", "betweenness", "--top", "8"]),
            (
                "paths-simple.txt",
                [
                    "paths", Self.article, "--from", "Afghanistan", "--to", "China", "--mode", "simple",
                    "--max-hops", "4",
                ]
            ),
            ("cuts.txt", ["cuts", Self.article]), ("components.txt", ["components", Self.article]),
            ("check.txt", ["check", Self.article]), ("ontology.txt", ["ontology"]),
            ("rank.csv", ["rank", Self.article, "--by", "degree", "--top", "5", "--format", "csv"]),
            (
                "paths-via.txt",
                [
                    "paths", Self.article, "--from", "Afghanistan", "--to", "China", "--via",
                    "hosts,launchedFrom",
                    "--via", "any", "--via", "any",
                ]
            ),
            ("paths.tsv", ["paths", Self.article, "--from", "ttp", "--to", "pakistan", "--format", "tsv"]),
            ("info.json", ["info", Self.article, "--format", "json"]),
            (
                "paths.jsonl",
                ["paths", Self.article, "--from", "ttp", "--to", "pakistan", "--format", "jsonl"]
            ),
        ] {
            let run = try Program.run(Program.linkchart, arguments)
            #expect(run.status == 0)
            try expectGolden(run.text + "--- standard error\n" + run.errors, name)
        }
    }
}
