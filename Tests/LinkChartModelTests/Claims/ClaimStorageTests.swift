import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// What a graph keeps of a claim is all of it, byte for byte, however claims lie in memory.
struct ClaimStorageTests {
    /// Pairs that are equal to Unicode and not the same bytes are among them.
    private static let texts = [
        "", "UN", "caf\u{E9}", "cafe\u{301}", "افغانستان", String(repeating: "x", count: 40),
    ]

    private static func party(_ random: inout SplitMix64, nodes: Int) -> Party? {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: nil
        case 1: .node(NodeIndex(Int.random(in: 0..<nodes, using: &random)))
        default: .named(texts.randomElement(using: &random) ?? "")
        }
    }

    private static func date(_ random: inout SplitMix64) throws -> RecordedDate? {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: nil
        case 1: RecordedDate(date: try EDTFDate("20\(Int.random(in: 10..<14, using: &random))"))
        case 2: RecordedDate(raw: texts.randomElement(using: &random), date: try EDTFDate("2011-12"))
        default: RecordedDate(raw: texts.randomElement(using: &random), date: nil)
        }
    }

    private static func claim(_ random: inout SplitMix64, nodes: Int) throws -> Claim {
        let text = { (random: inout SplitMix64) -> String? in
            Bool.random(using: &random) ? texts.randomElement(using: &random) : nil
        }
        var attributes: Attributes = [:]
        for _ in 0..<Int.random(in: 0..<3, using: &random) {
            let value: AttributeValue = text(&random).map { AttributeValue.string($0) } ?? .null
            attributes[texts.randomElement(using: &random) ?? ""] = value
        }
        let confidence =
            Bool.random(using: &random) ? try Confidence(Int.random(in: 0...100, using: &random)) : nil
        return Claim(
            claimant: party(&random, nodes: nodes), via: party(&random, nodes: nodes),
            source: party(&random, nodes: nodes), locator: text(&random).map { Locator($0) },
            statement: text(&random), date: try date(&random),
            modality: Modality.allCases.randomElement(using: &random) ?? .asserted, confidence: confidence,
            reliability: Bool.random(using: &random)
                ? Reliability.allCases.randomElement(using: &random) : nil,
            credibility: Bool.random(using: &random)
                ? Credibility.allCases.randomElement(using: &random) : nil,
            attributes: attributes)
    }

    /// Everything of a claim as bytes; equality of Swift's texts would not see other characters that look the same.
    private static func bytes(_ claim: Claim) -> String {
        let party = { (party: Party?) in
            switch party {
            case nil: "-"
            case .node(let node): "node \(node.position)"
            case .named(let name): "named \(Array(name.utf8))"
            }
        }
        let text = { (text: String?) in text.map { "\(Array($0.utf8))" } ?? "-" }
        let attributes = claim.attributes.map { "\(text($0.name)): \(text($0.value.string)) \($0.value)" }
        return """
            \(party(claim.claimant)) \(party(claim.via)) \(party(claim.source)) \(text(claim.locator?.text)) \
            \(text(claim.statement)) \(text(claim.date?.raw)) \(claim.date?.date?.description ?? "-") \
            \(claim.modality) \(claim.confidence?.value ?? -1) \(claim.reliability?.rawValue ?? "-") \
            \(claim.credibility?.rawValue ?? "-") \(attributes)
            """
    }

    @Test(arguments: 1...30 as ClosedRange<UInt64>)
    func claimsComeBackAsTheyWere(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var graph = Graph()
        let nodes = 5
        let kind = try #require(graph.ontology.kind(named: "Entity"))
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        let indices = try (0..<nodes).map { try graph.addNode(id: "n\($0)", kind: kind) }
        var expected: [[Claim]] = []
        for _ in 0..<6 {
            let claims = try (0..<Int.random(in: 0..<4, using: &random)).map { _ in
                try Self.claim(&random, nodes: nodes)
            }
            try graph.link(from: indices[0], relation, to: indices[1], claims: claims, isParallel: true)
            expected.append(claims)
        }
        for _ in 0..<60 {
            let edge = Int.random(in: 0..<6, using: &random)
            let claim = try Self.claim(&random, nodes: nodes)
            graph.addClaim(claim, to: EdgeIndex(edge))
            expected[edge].append(claim)
        }
        for edge in 0..<6 {
            let found = graph.claims(of: EdgeIndex(edge)).map(Self.bytes)
            #expect(found == expected[edge].map(Self.bytes), "seed \(seed), edge \(edge)")
            #expect(graph.standing(of: EdgeIndex(edge)) == EdgeStanding(of: expected[edge]))
        }
        #expect(graph.claimCount == expected.reduce(0) { $0 + $1.count } && graph.brokenInvariants() == [])
    }

    /// More different dates than are looked for.
    @Test func manyDatesComeBack() throws {
        var graph = Graph()
        let (a, b) = (graph.add(.entity("a")), graph.add(.entity("b")))
        let edge = graph.link(a, .relatedTo, b)
        let count = 70_000
        for number in 0..<count {
            graph.addClaim(Claim(date: RecordedDate(raw: "day \(number)", date: nil)), to: edge)
        }
        graph.addClaim(Claim(date: RecordedDate(raw: "day 1", date: nil)), to: edge)
        graph.addClaim(Claim(date: RecordedDate(raw: "day 69999", date: nil)), to: edge)
        let found = graph.claims(of: edge).map { $0.date?.raw }
        #expect(found == (0..<count).map { "day \($0)" } + ["day 1", "day 69999"])
    }
}
