import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct NativeRoundTripTests {
    private func read(_ bytes: [UInt8], as format: GraphFormat) -> ReadResult {
        readGraph(inputs: [GraphInput(name: "graph", bytes: bytes)], options: ReadOptions(format: format))
    }

    /// Problems other than those that hostile names and dates are meant to raise.
    private func problems(_ result: ReadResult) -> String {
        let harmless: Set<DiagnosticCode> = [.suspiciousName, .badDate, .selfLoop, .noClaims, .cycle]
        var rest = Diagnostics()
        for diagnostic in result.diagnostics where !harmless.contains(diagnostic.code) {
            rest.report(diagnostic)
        }
        return DiagnosticRenderer().text(of: rest)
    }

    @Test(arguments: 1...300)
    func randomGraphsSurvive(seed: UInt64) throws {
        var random = HostileGraphs(seed: seed)
        let graph = seed % 2 == 0 ? random.graph() : randomTypedGraph(seed: seed)
        let yaml = try graphBytes(graph, as: .nativeYAML)
        let text = String(decoding: yaml, as: UTF8.self)
        let fromYAML = read(yaml, as: .nativeYAML)
        #expect(problems(fromYAML) == "", "seed \(seed)\n\(text)")
        #expect(difference(graph, fromYAML.graph) == nil, "YAML, seed \(seed)\n\(text)")
        let json = try graphBytes(fromYAML.graph, as: .nativeJSON)
        let fromJSON = read(json, as: .nativeJSON)
        #expect(problems(fromJSON) == "", "seed \(seed)\n\(String(decoding: json, as: UTF8.self))")
        #expect(difference(graph, fromJSON.graph) == nil, "JSON, seed \(seed)")
        #expect(
            try graphBytes(fromJSON.graph, as: .nativeYAML) == yaml, "seed \(seed): not the same text again")
        let fromNodeLink = read(try graphBytes(graph, as: .nodeLink), as: .nodeLink)
        #expect(problems(fromNodeLink) == "", "seed \(seed)")
        #expect(difference(graph, fromNodeLink.graph) == nil, "node-link, seed \(seed)")
    }

    @Test func theArticleSurvives() throws {
        for file in try Repository.files(in: "graphs", ending: ".yaml") {
            let graph = try readGraph(paths: [file]).graph
            for format in [GraphFormat.nativeYAML, .nativeJSON] {
                let result = read(try graphBytes(graph, as: format), as: format)
                #expect(problems(result) == "")
                #expect(difference(graph, result.graph) == nil, "\(file) as \(format)")
            }
        }
    }

    @Test func ontologiesSurvive() throws {
        let extended = try Ontology.builtin.extended(
            name: "mine",
            abstractKinds: [AbstractKindDefinition(name: "Asset", meaning: "what is owned: ships")],
            kinds: [
                KindDefinition(
                    name: "Vessel", abstract: ["Asset", "Thing"], fields: "imo",
                    mappings: ["b": "1", "a": "2"])
            ],
            relations: [
                RelationDefinition(
                    "owns", group: "property", domain: ["Agent"], range: ["Asset"], polarity: .cooperative,
                    flow: .none,
                    inverse: "ownedBy", aliases: ["possesses"]),
                RelationDefinition("hosts", group: "support", domain: ["any"], range: ["any"]),
            ])
        let own = try Ontology(
            name: "no", kinds: [KindDefinition(name: "Thing")],
            relations: [RelationDefinition("touches", domain: ["Thing"], range: ["any"], isSymmetric: true)])
        for ontology in [extended, own] {
            var random = HostileGraphs(seed: 7)
            let graph = random.graph(ontology: ontology)
            for format in [GraphFormat.nativeYAML, .nativeJSON] {
                let result = read(try graphBytes(graph, as: format), as: format)
                #expect(problems(result) == "")
                #expect(difference(graph, result.graph) == nil, "\(ontology.name) as \(format)")
                let alone = readOntology(
                    GraphInput(name: "o.\(format)", text: text(of: ontology, as: format)))
                #expect(
                    alone.ontology?.kinds == ontology.kinds && alone.ontology?.relations == ontology.relations
                )
            }
        }
        let all = readOntology(GraphInput(name: "o.yaml", text: text(of: .builtin, as: .nativeYAML)))
        #expect(all.ontology?.relations == Ontology.builtin.relations && all.diagnostics.isEmpty)
    }

    @Test func writesWhatPeopleWouldWrite() throws {
        var graph = Graph(title: "Two states")
        let article = try graph.addNode(
            id: "article", kind: .document, name: "An article",
            attributes: ["publisher": "A paper", "date": "2021-05"],
            isSource: true)
        let a = graph.add(.state("Afghanistan", iso: "NO"))
        let ttp = graph.add(
            .actor("Tehrik-i-Taliban Pakistan", id: "ttp", aliases: ["TTP"], subtype: "armedGroup"))
        try graph.link(
            from: a.index, #require(graph.ontology.relation(named: "hosts")), to: ttp.index,
            valid: RecordedDate(normalizing: "2021/.."), attributes: ["fighters": ["atLeast": 6_000]],
            claims: [
                Claim(
                    claimant: .named("UN"), source: .node(article), locator: .line(12), modality: .estimated,
                    confidence: try Confidence(60)),
                Claim(source: .node(article), statement: String(repeating: "A long one. ", count: 9)),
            ])
        try graph.link(from: a.index, #require(graph.ontology.relation(named: "relatedTo")), to: ttp.index)
        #expect(
            String(decoding: try graphBytes(graph, as: .nativeYAML), as: UTF8.self) == """
                linkchart: 1
                title: Two states
                ontology: builtin
                sources:
                  - {id: article, kind: Document, title: An article, publisher: A paper, date: "2021-05"}
                nodes:
                  - {id: afghanistan, kind: State, name: Afghanistan, attributes: {iso2: "NO"}}
                  - {id: ttp, kind: Actor, name: Tehrik-i-Taliban Pakistan, aliases: [TTP], subtype: armedGroup}
                edges:
                  - from: afghanistan
                    relation: hosts
                    to: ttp
                    valid: 2021/..
                    attributes: {fighters: {atLeast: 6000}}
                    claims:
                      - {claimant: {name: UN}, source: article, locator: L12, modality: estimated, confidence: 60}
                      - source: article
                        modality: asserted
                        statement: "\(String(repeating: "A long one. ", count: 9))"
                  - {from: afghanistan, relation: relatedTo, to: ttp}

                """)
    }
}
