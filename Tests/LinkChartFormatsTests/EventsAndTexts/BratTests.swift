import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

extension Samples {
    static let bratText = "Ana Ruiz of Acmé met B. Cruz.\nBombs hit Ruiz in Lima; she did not flee.\n"

    static let brat = """
        T1\tPerson 0 8\tAna Ruiz
        T2\tOrganization 12 16\tAcmé
        T3\tPerson 21 28\tB. Cruz
        T4\tPerson 40 44\tRuiz
        T5\tGPE 48 52\tLima
        T6\tAttack 36 39\thit
        T7\tWeapon 30 35\tBombs
        T8\tMove 66 70\tflee
        T9\tOdd 0 3;9 11\tAna of
        *\tEquiv T1 T4
        E1\tAttack:T6 Target:T4 Place-Arg:T5 Instrument:T7 Theme:E2
        E2\tMove:T8 Agent:T1
        M1\tNegation E2
        A1\tConfidence E1 High
        R1\tMember_Of Arg1:T1 Arg2:T2
        R2\tEmployment Arg1:T3 Arg2:T2
        A2\tSpeculation R2
        N1\tReference T2 Wikidata:Q1\tAcme Corporation
        #1\tAnnotatorNotes T3\tnot sure
        """

    /// Reads annotations from a file with its text beside it.
    static func readBrat(_ annotations: String, text: String?, name: String = "doc.ann") throws -> ReadResult
    {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent(name)
        try Data(annotations.utf8).write(to: file)
        if let text {
            try Data(text.utf8).write(to: file.deletingPathExtension().appendingPathExtension("txt"))
        }
        return try readGraph(paths: [file.path])
    }
}

@Suite struct BratTests {
    @Test func annotationsBecomeNodesAndEdges() throws {
        let result = try Samples.readBrat(Samples.brat, text: Samples.bratText)
        #expect(result.diagnostics.isEmpty, "\(DiagnosticRenderer().text(of: result.diagnostics))")
        let graph = result.graph
        #expect(
            Samples.edges(graph).sorted() == [
                "doc#E1 occurredIn doc#T5", "doc#E1 relatedTo doc#E2", "doc#E1 target doc#T1",
                "doc#E1 usesMeans doc#T7", "doc#E2 perpetratedBy doc#T1", "doc#T1 memberOf doc#T2",
                "doc#T3 relatedTo doc#T2",
            ])
        #expect(
            graph.nodes.map { "\($0.id) \($0.kindName) \($0.name)" } == [
                "doc Document doc", "doc#T1 Person Ana Ruiz", "doc#T2 Organisation Acmé",
                "doc#T3 Person B. Cruz",
                "doc#T5 Place Lima", "doc#T7 Means Bombs", "doc#T9 Entity Ana of", "doc#E1 Incident hit",
                "doc#E2 Incident flee",
            ])
        let ana = try Samples.node(graph, "doc#T1")
        #expect(ana.aliases == ["Ruiz"])
        guard case .list(let mentions)? = ana.attributes["mentions"] else {
            Issue.record("no mentions")
            return
        }
        #expect(
            mentions == [
                ["id": "T1", "type": "Person", "spans": [[0, 8]], "text": "Ana Ruiz"],
                ["id": "T4", "type": "Person", "spans": [[40, 44]], "text": "Ruiz"],
            ])
        let acme = try Samples.node(graph, "doc#T2")
        #expect(acme.attributes["Wikidata"] == "Q1" && acme.aliases == ["Acme Corporation"])
        #expect(acme.attributes["rawKind"] == "Organization")
        #expect(try Samples.node(graph, "doc#T3").attributes["notes"] == "not sure")
        #expect(try Samples.node(graph, "doc#E1").attributes["Confidence"] == "High")
        #expect(try Samples.node(graph, "doc").attributes["text"] == .string(Samples.bratText))
    }

    @Test func claimsHaveTheirPlaceAndModality() throws {
        let graph = try Samples.readBrat(Samples.brat, text: Samples.bratText).graph
        let document = try #require(graph.node(id: "doc"))
        let member = try #require(Array(try Samples.edge(graph, "doc#T1 memberOf doc#T2").claims).first)
        #expect(
            member.source == .node(document) && member.locator == "L1:1-16" && member.modality == .asserted)
        #expect(member.statement == "Ana Ruiz of Acmé")
        let flee = try Samples.edge(graph, "doc#E2 perpetratedBy doc#T1")
        #expect(flee.claims.map(\.modality) == [.negated] && flee.claims.map(\.locator) == ["L1-L2"])
        let work = try Samples.edge(graph, "doc#T3 relatedTo doc#T2")
        #expect(work.claims.map(\.modality) == [.alleged] && work.attributes["rawRelation"] == "Employment")
        #expect(work.attributes["Speculation"] == true && work.attributes["id"] == "R2")
        let place = try Samples.edge(graph, "doc#E1 occurredIn doc#T5")
        #expect(place.attributes["role"] == "Place-Arg" && place.claims.map(\.locator) == ["L2:7-22"])
    }

    @Test func withoutTheTextLocatorsCountCharacters() throws {
        let result = try Samples.readBrat(Samples.brat, text: nil)
        #expect(result.diagnostics.map(\.code) == [.noText])
        let edge = try Samples.edge(result.graph, "doc#T1 memberOf doc#T2")
        #expect(edge.claims.map(\.locator) == ["characters 0-16"])
        // In memory there is no place beside it.
        #expect(Samples.read(Samples.brat, "doc.ann").diagnostics.isEmpty)
    }

    @Test func anEmptyFileHasNoAnnotations() throws {
        let result = try Samples.readBrat("", text: "Some text.")
        #expect(result.diagnostics.isEmpty && result.graph.nodeCount == 1)
    }

    @Test(arguments: [
        ("T1\tPerson 0 x\tA", DiagnosticCode.badAnnotation), ("T1\tPerson 5 2\tA", .badAnnotation),
        ("T1 Person 0 3 A", .badAnnotation), ("R1\tLikes Arg1:T1", .badAnnotation),
        ("E1\tAttack Target:T1", .badAnnotation), ("X1\tY Z", .badAnnotation),
        ("M1\tNegation", .badAnnotation),
        ("*\tEquiv T1", .badAnnotation), ("R1\tLikes Arg1:T1 Arg2:T2", .noSuchNode),
        ("E1\tAttack:T9", .noSuchNode),
        ("T1\tPerson 0 3\tAna\nT1\tPerson 0 3\tAna", .duplicateNode), ("T1\tPerson 0 3\tBob", .textMismatch),
        ("T1\tPerson 0 999\tAna", .textMismatch), ("*\tEquiv T1 T2", .noSuchNode),
        ("M1\tNegation E7", .noSuchNode),
    ])
    func whatIsWrongIsTold(line: String, code: DiagnosticCode) throws {
        let result = try Samples.readBrat(line + "\n", text: Samples.bratText)
        #expect(
            Set(result.diagnostics.map(\.code)) == [code],
            "\(DiagnosticRenderer().text(of: result.diagnostics))")
    }

    @Test func formatIsTold() {
        #expect(GraphFormat.detect(path: nil, firstBytes: Samples.brat.utf8) == .brat)
        #expect(GraphFormat.detect(path: "x.ann", firstBytes: "".utf8) == .brat)
    }
}
