import LinkChartFormats
import LinkChartModel
import LinkChartResolution
import Testing

@Suite struct DecisionTests {
    private var graph = Graph()
    private let full: NodeIndex
    private let short: NodeIndex
    private let other: NodeIndex

    init() {
        full = graph.add(.actor("Tehrik-e-Taliban Pakistan", id: "full")).index
        short = graph.add(.actor("Tehreek-i-Taliban", id: "short")).index
        other = graph.add(.actor("Harbour Guard", id: "other")).index
    }

    @Test func proposalsAreClaimsThatEstablishNothing() throws {
        let candidates = try graph.resolutionCandidates().candidates
        let (proposed, count) = try graph.proposing(candidates)
        #expect(count == 1 && proposed.edgeCount == 1)
        let edge = proposed[EdgeIndex(0)]
        let claim = try #require(Array(edge.claims).first)
        #expect(edge.definition.name == "sameAs" && !edge.standing.isEstablished)
        #expect(claim.claimant == .named("linkchart resolve") && claim.modality == .proposed)
        #expect(claim.confidence?.value == Int((candidates[0].score * 100).rounded()))
        #expect(claim.attributes["evidence"] == ["similarName"])
        #expect(ResolutionDecisions(of: proposed)[full, short] == nil)
        // What is proposed is not proposed again.
        let again = try proposed.proposing(proposed.resolutionCandidates().candidates)
        #expect(again.count == 0 && again.graph.edgeCount == 1 && again.graph.claimCount == 1)
    }

    @Test func claimsDecide() throws {
        for (modalities, decision) in [
            ([], .yes), ([.asserted], .yes), ([.confirmed], .yes), ([.proposed], nil), ([.alleged], nil),
            ([.proposed, .confirmed], .yes), ([.confirmed, .denied], .no), ([.negated], .no),
        ] as [([Modality], ResolutionDecisions.Decision?)] {
            var graph = graph
            let sameAs = try #require(graph.ontology.relation(named: "sameAs"))
            try graph.link(from: short, sameAs, to: full, claims: modalities.map { Claim(modality: $0) })
            #expect(ResolutionDecisions(of: graph)[full, short] == decision, "\(modalities)")
        }
    }

    @Test func aReviewerFillsInTheTable() throws {
        let table = """
            first,firstName,second,decision,remark
            full,,short,yes,"same leaders, same flag"
            full,,Harbour Guard,No,
            short,,other,,
            """
        let (reviews, diagnostics) = ResolutionReview.reviews(
            of: DelimitedTable(GraphInput(name: "review.csv", text: table)), on: graph)
        #expect(diagnostics.isEmpty)
        #expect(reviews.map(\.decision) == [.yes, .no])
        let (decided, count) = try graph.deciding(reviews, reviewer: "A. Reviewer")
        #expect(count == 2)
        let decisions = ResolutionDecisions(of: decided)
        #expect(
            decisions[full, short] == .yes && decisions[other, full] == .no && decisions[short, other] == nil)
        let claims = decided.claims.map(\.claim)
        #expect(claims.map(\.modality) == [.confirmed, .negated])
        #expect(
            claims[0].statement == "same leaders, same flag" && claims[0].claimant == .named("A. Reviewer"))
        #expect(try decided.deciding(reviews, reviewer: "A. Reviewer").count == 0)
    }

    @Test func badTablesAreReported() {
        for (table, code, line) in [
            ("", .emptyFile, nil), ("first,second\nfull,short\n", .missingColumn, 1),
            ("first,second,decision\nfull,short,maybe\n", .badCell, 2),
            ("first,second,decision\nfull,nobody,yes\n", .noSuchNode, 2),
            ("first,second,decision\n\nfull,full,yes\n", .badCell, 3),
            ("first,second,decision\nfull,short,yes,more\n", .wrongFieldCount, 2),
            ("first,second,decision\n\"full,short,yes\n", .unclosedQuote, 2),
        ] as [(String, DiagnosticCode, Int?)] {
            let (_, diagnostics) = ResolutionReview.reviews(
                of: DelimitedTable(GraphInput(name: "review.csv", text: table)), on: graph)
            #expect(diagnostics.first?.code == code && diagnostics.first?.line == line, "\(table)")
            #expect(diagnostics.count == 1)
        }
    }

    @Test func tablesOfAnyDelimiterAreRead() {
        for delimiter in [",", ";", "\t"] {
            let text = ["first,second,decision", "\"full\",short, yes", ""].joined(separator: "\r\n")
                .split(separator: ",").joined(separator: delimiter)
            let (reviews, _) = ResolutionReview.reviews(
                of: DelimitedTable(GraphInput(name: "review.csv", text: "\u{FEFF}" + text)), on: graph)
            #expect(reviews.map(\.decision) == [.yes])
        }
    }

    @Test func groupsGrowButNeverAcrossANo() throws {
        var graph = Graph()
        let nodes = (0..<6).map { graph.add(.actor("Group \($0)", id: "g\($0)")).index }
        let sameAs = try #require(graph.ontology.relation(named: "sameAs"))
        func claim(_ a: Int, _ b: Int, _ modality: Modality) throws {
            try graph.link(from: nodes[a], sameAs, to: nodes[b], claims: [Claim(modality: modality)])
        }
        try claim(0, 1, .confirmed)
        try claim(1, 2, .confirmed)
        try claim(0, 3, .negated)
        try claim(4, 5, .proposed)
        let conclusive = ResolutionCandidate(
            first: nodes[2], second: nodes[3], score: 1, evidence: [.name], isConclusive: true)
        let groups = ResolutionGroups([conclusive], decisions: ResolutionDecisions(of: graph))
        #expect(groups.groups == [[nodes[0], nodes[1], nodes[2]]])
        #expect(groups.vetoed.count == 1 && groups.vetoed[0].second == nodes[3])
    }
}
