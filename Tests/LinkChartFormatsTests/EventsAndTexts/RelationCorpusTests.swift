import LinkChartFormats
import LinkChartModel
import Testing

extension Samples {
    static let docRED = """
        [{"title": "Doc", "sents": [["Ana", "leads", "Acme", "."], ["Ruiz", "left", "."]], "vertexSet": [
          [{"name": "Ana", "pos": [0, 1], "sent_id": 0, "type": "PER"}, {"name": "Ruiz", "pos": [0, 1], "sent_id": 1, "type": "PER"}],
          [{"name": "Acme", "pos": [2, 3], "sent_id": 0, "type": "ORG"}]],
          "labels": [{"h": 0, "t": 1, "r": "P108", "evidence": [0, 1]}, {"h": 0, "t": 1, "r": "leads", "evidence": []}]},
         {"title": "Doc", "sents": [], "vertexSet": [], "split": "dev"}]
        """

    static let spert = """
        [{"tokens": ["Cruz", "lives", "in", "Lima", "."], "entities": [{"type": "Peop", "start": 0, "end": 1},
          {"type": "Loc", "start": 3, "end": 4}], "relations": [{"type": "Live_In", "head": 0, "tail": 1},
          {"type": "Based_In", "head": 0, "tail": 1}], "orig_id": 5284}]
        """
}

@Suite struct RelationCorpusTests {
    @Test func documentsOfDocREDAreRead() throws {
        let result = Samples.read(Samples.docRED, "d.json")
        #expect(result.report.inputs.first?.format == .docRED)
        #expect(result.diagnostics.map(\.code) == [.duplicateNode] && !result.hasErrors)
        let graph = result.graph
        #expect(graph.nodes.map(\.id) == ["Doc", "Doc#0", "Doc#1", "Doc-2"])
        #expect(Samples.edges(graph) == ["Doc#0 relatedTo Doc#1", "Doc#0 leads Doc#1"])
        let ana = try Samples.node(graph, "Doc#0")
        #expect(ana.kindName == "Person" && ana.name == "Ana" && ana.aliases == ["Ruiz"])
        #expect(ana.attributes["rawKind"] == "PER")
        let edge = try Samples.edge(graph, "Doc#0 relatedTo Doc#1")
        #expect(edge.attributes["rawRelation"] == "P108")
        let claim = try #require(Array(edge.claims).first)
        #expect(claim.source == .node(try #require(graph.node(id: "Doc"))))
        #expect(claim.locator == "sents 0, 1" && claim.statement == "Ana leads Acme . Ruiz left .")
        #expect(try Samples.edge(graph, "Doc#0 leads Doc#1").claims.map(\.locator) == [nil])
        #expect(try Samples.node(graph, "Doc-2").attributes["split"] == "dev")
        #expect(try Samples.node(graph, "Doc").attributes["sents"] == ["Ana leads Acme .", "Ruiz left ."])
    }

    @Test func whatIsWrongWithDocREDIsTold() {
        let text = Samples.docRED.replacing("\"t\": 1, \"r\": \"P108\"", with: "\"t\": 9, \"r\": \"P108\"")
            .replacing("\"h\": 0, \"t\": 1, \"r\": \"leads\"", with: "\"h\": 0, \"r\": \"leads\"")
            .replacing("\"vertexSet\": []", with: "\"vertexSet\": [[]]")
        let result = Samples.read(text, "d.json")
        #expect(
            Set(result.diagnostics.map(\.code)) == [.duplicateNode, .noSuchNode, .missingKey, .wrongType])
        #expect(result.graph.edgeCount == 0)
        let none = Samples.read(
            "[{\"title\": \"a\", \"vertexSets\": 1}, [1]]", "d.json", ReadOptions(format: .docRED))
        #expect(Set(none.diagnostics.map(\.code)) == [.missingKey, .wrongType])
    }

    @Test func sentencesOfSpERTAreRead() throws {
        let result = Samples.read(Samples.spert, "conll04_dev.json")
        #expect(result.report.inputs.first?.format == .spert)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        let id = "conll04_dev-5284"
        #expect(Samples.edges(graph) == ["\(id)#0 relatedTo \(id)#1", "\(id)#0 basedIn \(id)#1"])
        let cruz = try Samples.node(graph, "\(id)#0")
        #expect(cruz.kindName == "Person" && cruz.name == "Cruz" && cruz.attributes["end"] == 1)
        #expect(try Samples.node(graph, id).attributes["text"] == "Cruz lives in Lima .")
        let edge = try Samples.edge(graph, "\(id)#0 basedIn \(id)#1")
        #expect(edge.attributes["rawRelation"] == "Based_In" && edge.claims.map(\.locator) == ["tokens 0-3"])
        #expect(edge.claims.map(\.statement) == ["Cruz lives in Lima ."])
        let counted = result.report.inputs.first?.normalised.map { "\($0.what) \($0.count)" }
        #expect(counted == ["kind 2", "relation 1"])
        #expect(result.report.inputs.first?.guessed.map(\.what) == ["relation"])
    }

    @Test func whatIsWrongWithSpERTIsTold() {
        let text = Samples.spert.replacing("\"start\": 3, \"end\": 4", with: "\"start\": 3, \"end\": 40")
            .replacing(
                "\"type\": \"Live_In\", \"head\": 0, \"tail\": 1",
                with: "\"type\": \"Live_In\", \"head\": 0, \"tail\": 5")
        let result = Samples.read(text, "s.json")
        #expect(result.diagnostics.map(\.code) == [.badValue, .noSuchNode])
        #expect(result.graph.nodeCount == 2 && result.graph.edgeCount == 0)
    }
}
