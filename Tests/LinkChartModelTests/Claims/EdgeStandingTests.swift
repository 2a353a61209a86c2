import Testing

@testable import LinkChartModel

struct EdgeStandingTests {
    /// Rule 2, one modality at a time.
    @Test(arguments: [
        (Modality.asserted, true), (.confirmed, true), (.estimated, true), (.alleged, false),
        (.predicted, false),
        (.proposed, false), (.negated, false), (.denied, false),
    ])
    func oneClaimEstablishesOrNot(modality: Modality, isEstablished: Bool) {
        let standing = EdgeStanding(of: [Claim(modality: modality)])
        #expect(standing.isEstablished == isEstablished && !standing.isContested)
    }

    /// All sets of modalities against rule 2 as it reads.
    @Test func truthTable() {
        #expect(Modality.allCases.count == 8)
        for bits in 0..<256 {
            let modalities = Modality.allCases.indices.filter { bits >> $0 & 1 == 1 }.map {
                Modality.allCases[$0]
            }
            let standing = EdgeStanding(of: modalities.map { Claim(modality: $0) })
            let establishing = !Set(modalities).isDisjoint(with: [.asserted, .confirmed, .estimated])
            let affirming = establishing || modalities.contains(.alleged)
            let negating = modalities.contains(.negated) || modalities.contains(.denied)
            #expect(standing.isEstablished == (establishing || modalities.isEmpty), "\(modalities)")
            #expect(standing.isContested == (affirming && negating), "\(modalities)")
        }
    }

    @Test func anEdgeStandsByItsOwnClaims() {
        var graph = Graph()
        let a = graph.add(.state("A"))
        let b = graph.add(.actor("B"))
        let hosts = graph.link(a, .hosts, b, claim: Claim(by: b))
        let arms = graph.link(a, .arms, b)
        #expect(graph.link(a, .hosts, b, claim: Claim(by: a, modality: .denied)) == hosts)
        #expect(graph[hosts].claims.count == 2 && graph.standing(of: hosts).isContested)
        #expect(graph[hosts].standing.isEstablished && graph[arms].standing.isEstablished)
        #expect(!graph[arms].standing.isContested && graph[arms].claims.isEmpty)
        #expect(graph[hosts].claims.map(\.claimant) == [.node(b.index), .node(a.index)])
    }

    @Test func claimsNameTheirParties() {
        var graph = Graph()
        let author = graph.add(.person("Author"))
        let article = graph.add(.document("Article"))
        let council = graph.add(.organisation("Council"))
        let claim = Claim(
            by: council, in: article, via: author, locator: .line(12, characters: 5...40),
            statement: "says so",
            date: EDTFDate(year: 2021), modality: .estimated, confidence: .certain)
        #expect(claim.claimant == .node(council.index) && claim.via == .node(author.index))
        #expect(claim.source == .node(article.index) && claim.locator == "L12:5-40")
        #expect(claim.date?.date == EDTFDate(year: 2021) && claim.modality == .estimated)
        #expect(Claim().modality == .asserted && Claim().confidence == nil)
    }

    @Test func locatorsAreWrittenOneWay() {
        #expect(Locator.line(12).text == "L12")
        #expect(Locator.lines(12...14).description == "L12-L14")
        #expect(Locator.line(12, characters: 5...40) == Locator("L12:5-40"))
    }
}
