import LinkChartAnalytics
import LinkChartFormats
import LinkChartModel
import LinkChartResolution
import LinkChartTestKit
import Testing

@Suite struct CandidateSearchTests {
    private func pairs(
        _ graph: Graph, _ options: ResolutionOptions = ResolutionOptions()
    ) throws -> [String: ResolutionCandidate] {
        let found = try graph.resolutionCandidates(options)
        return Dictionary(
            uniqueKeysWithValues: found.candidates.map {
                ("\(graph.id(of: $0.first)) \(graph.id(of: $0.second))", $0)
            })
    }

    @Test func threeNamesOfOneGroupMeetAndTheTalibanStayApart() throws {
        var graph = Graph()
        graph.add(.actor("Tehrik-e-Taliban Pakistan", id: "full"))
        graph.add(.actor("Tehreek-i-Taliban", id: "short"))
        graph.add(.actor("TTP", id: "ttp"))
        graph.add(.actor("Taliban", id: "taliban"))
        graph.add(.state("Pakistan", id: "pakistan"))
        let found = try pairs(graph)
        #expect(Set(found.keys) == ["full short", "full ttp"])
        #expect(found["full short"]?.evidence == [.similarName])
        #expect(found["full ttp"]?.evidence == [.acronym])
        #expect(found.values.allSatisfy { !$0.isConclusive })
    }

    @Test func identifiersAndCodesAreConclusive() throws {
        var graph = Graph()
        graph.add(.actor("Group A", id: "a", attributes: ["wikidata": "Q43400"]))
        graph.add(.actor("Outfit B", id: "b", attributes: ["qid": "http://www.wikidata.org/entity/Q43400"]))
        graph.add(.state("Iran", id: "iran", iso: "IR"))
        graph.add(.state("Islamic Republic of Iran", id: "ir", iso: "ir"))
        graph.add(.person("Nobody", id: "p", attributes: ["iso2": "IR"]))
        graph.add(.organisation("Firm", id: "f", attributes: ["lei": "5493001KJTIIGC8Y1R12"]))
        graph.add(.entity("Firm and sons", id: "e", attributes: ["LEI": "5493001KJTIIGC8Y1R12"]))
        let found = try pairs(graph)
        #expect(found["a b"]?.evidence == [.identifier] && found["a b"]?.isConclusive == true)
        #expect(found["iran ir"]?.evidence.first == .isoCode && found["iran ir"]?.isConclusive == true)
        // One of the two is of no stated kind.
        #expect(found["f e"]?.score == 0.95 && found["f e"]?.isConclusive == false)
        #expect(found.count == 3)
    }

    @Test func equalNamesAreConclusiveUnlessTheyAreCommon() throws {
        var graph = Graph()
        graph.add(.actor("Jaish-e-Mohammed", id: "jem"))
        graph.add(.actor("Example Group", id: "alias", aliases: ["JAISH E MOHAMMED"]))
        graph.add(.person("Khan", id: "khan1"))
        graph.add(.person("Khan", id: "khan2"))
        graph.add(.organisation("Ministry of Defence", id: "mod1"))
        graph.add(.organisation("Ministry of Defence", id: "mod2"))
        graph.add(.incident("Attack on the post", id: "i1", attributes: ["date": "2021-05-01"]))
        graph.add(.incident("Attack on the post", id: "i2", attributes: ["date": "2021-05-01"]))
        graph.add(.incident("Attack on the post", id: "i3", attributes: ["date": "2022-05-01"]))
        graph.add(.place("Islamabad", id: "city"))
        graph.add(.state("Pakistan", id: "pakistan", aliases: ["Islamabad"]))
        let found = try pairs(graph)
        #expect(found["jem alias"]?.evidence == [.alias] && found["jem alias"]?.isConclusive == true)
        #expect(found["khan1 khan2"]?.isConclusive == false)
        #expect(found["mod1 mod2"]?.isConclusive == false)
        #expect(found["i1 i2"]?.isConclusive == false)
        #expect(found["i1 i3"] == nil && found["i2 i3"] == nil)
        #expect(found["city pakistan"] == nil)
    }

    @Test func whatDiffersSpeaksAgainst() throws {
        var graph = Graph()
        graph.add(.state("Congo", id: "cg", iso: "CG"))
        graph.add(.state("Congo", id: "cd", iso: "CD"))
        graph.add(
            .organisation("National Directorate of Security", id: "nds1", attributes: ["wikidata": "Q1"]))
        graph.add(
            .organisation("National Directorate of Security", id: "nds2", attributes: ["wikidata": "Q2"]))
        let x = graph.add(.organisation("Border Directorate Alpha", id: "x"))
        let y = graph.add(.organisation("Border Directorate Alpha", id: "y"))
        let (a, b) = (graph.add(.state("Aland", id: "aland")), graph.add(.state("Bland", id: "bland")))
        graph.link(x, .locatedIn, a)
        graph.link(y, .locatedIn, b)
        let result = try graph.resolutionCandidates()
        #expect(result.contradicted == 2)
        let found = try pairs(graph)
        #expect(found["cg cd"] == nil && found["nds1 nds2"] == nil)
        let apart = try #require(found["x y"])
        #expect(!apart.isConclusive && apart.score == 0.8)
    }

    @Test func kindsMustAgree() throws {
        var graph = Graph()
        graph.add(.actor("Green Crescent Foundation", id: "actor"))
        graph.add(.organisation("Green Crescent Foundation", id: "organisation"))
        graph.add(.entity("Green Crescent Foundation", id: "entity"))
        graph.add(.place("Green Crescent Foundation", id: "place"))
        let found = try pairs(graph)
        #expect(
            Set(found.keys) == ["actor organisation", "actor entity", "organisation entity", "entity place"])
        #expect(found.values.allSatisfy { !$0.isConclusive && $0.score == 0.95 })
        let kinds = KindSet([.actor, .organisation])
        #expect(try Set(pairs(graph, ResolutionOptions(kinds: kinds)).keys) == ["actor organisation"])
    }

    @Test func acronymsThatSpellOutThemselvesMeanNothingElse() throws {
        var graph = Graph()
        graph.add(.organisation("Inter-Services Intelligence", id: "isi", aliases: ["ISI"]))
        graph.add(.organisation("Islamic State of Iraq", id: "other"))
        graph.add(.organisation("BLA", id: "bla"))
        graph.add(.organisation("Balochistan Liberation Army", id: "army"))
        graph.add(.organisation("Banana Lovers Association", id: "fruit"))
        let found = try pairs(graph, ResolutionOptions(minimumScore: 0.7))
        #expect(found["isi other"] == nil)
        // Two meanings: each says less.
        let scores = ["bla army", "bla fruit"].compactMap { found[$0]?.score }
        #expect(scores.count == 2 && scores.allSatisfy { abs($0 - 0.76) < 1e-9 })
    }

    @Test func theArticleHasNoFalseConclusivePair() throws {
        let graph = try readGraph(paths: [Files.article]).graph
        let found = try graph.resolutionCandidates()
        #expect(found.candidates.allSatisfy { !$0.isConclusive })
        let taliban = graph.node(id: "taliban")
        #expect(!found.candidates.contains { $0.first == taliban || $0.second == taliban })
    }

    @Test func candidatesAreSortedAndTheSameEachTime() throws {
        let graph = RandomNames.graph(seed: 5, nodes: 60)
        let found = try graph.resolutionCandidates().candidates
        #expect(try graph.resolutionCandidates().candidates == found)
        for (a, b) in zip(found, found.dropFirst()) { #expect(a.score >= b.score) }
        #expect(found.allSatisfy { $0.first < $0.second && $0.score >= 0.75 && $0.score <= 1 })
        #expect(Set(found.map { [$0.first, $0.second] }).count == found.count)
    }

    /// The blocks miss nothing that comparing each with each finds.
    @Test(arguments: 1...150)
    func blocksFindWhatAllPairsFind(seed: UInt64) throws {
        let graph = RandomNames.graph(seed: seed, nodes: 40)
        for score in [0.75, 0.9] {
            let blocked = try graph.resolutionCandidates(ResolutionOptions(minimumScore: score))
            let all = try graph.resolutionCandidates(
                ResolutionOptions(minimumScore: score, isExhaustive: true))
            let missed = Set(all.candidates).subtracting(blocked.candidates)
            let told = missed.map {
                "\(graph[$0.first].name) \(graph[$0.first].aliases) | \(graph[$0.second].name) "
                    + "\(graph[$0.second].aliases) \($0.score)"
            }
            #expect(missed.isEmpty, "seed \(seed): \(told)")
            #expect(blocked.candidates.count == all.candidates.count)
        }
    }

    @Test func graphsAtTheEnds() throws {
        #expect(try Graph().resolutionCandidates().candidates.isEmpty)
        var graph = Graph()
        graph.add(.actor("Alone"))
        #expect(try graph.resolutionCandidates().candidates.isEmpty)
        for name in HostileText.all { graph.add(.actor(name, aliases: [name, "!"])) }
        _ = try graph.resolutionCandidates()
        // A thousand of one name are a group, not a million pairs.
        var crowd = Graph()
        for number in 0..<1000 { crowd.add(.actor("Harbour Guard", id: "n\(number)")) }
        let found = try crowd.resolutionCandidates()
        #expect(found.cappedBlocks > 0 && found.candidates.count >= 999 && found.candidates.count < 20_000)
        let groups = ResolutionGroups(found.candidates, decisions: ResolutionDecisions(of: crowd)).groups
        #expect(groups.map(\.count) == [1000])
    }

    @Test func aSearchCanBeCancelled() {
        let graph = RandomNames.graph(seed: 1, nodes: 10)
        #expect(throws: AnalysisError.self) {
            try graph.resolutionCandidates(execution: Execution(isCancelled: { true }))
        }
    }
}
