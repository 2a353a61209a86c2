import LinkChartModel
import LinkChartTestKit

/// Graphs of typed nodes with all that a table can hold, and names that tables have trouble with.
enum RandomTypedGraph {
    private static let texts = [
        "plain", "with, comma", "with \"quotes\"", "two\nlines", "carriage\r\nreturn", " blanks around ",
        "semi;colon",
        "bar|bar", "[bracket", "007", "42", "-1.5", "1e5", "true", "=SUM(A1)", "+1", "@x", "افغانستان", "漢字",
        "é", "{}", "tab\tbed",
        "#hash", "'", "\\",
    ]

    private static func attributes(_ random: inout SplitMix64) -> Attributes {
        var attributes = Attributes()
        let names = [
            "colour", "size", "weight", "Weight", "note, long", "kind", "source", "from", "x y", " spaced",
            "7", "date",
        ]
        for _ in 0..<random.below(4) {
            let value: AttributeValue =
                switch random.below(9) {
                case 0: .null
                case 1: .bool(random.chance(0.5))
                case 2: .integer(Int64(truncatingIfNeeded: random.next()))
                case 3: .number((random.unit() - 0.5) * 1e3)
                case 4: .number(Double(random.below(10)))
                case 5: .list([.integer(1), .string(random.element(of: texts)), .null])
                case 6: .object(["a": .number(0.25), "b": .string(random.element(of: texts))])
                default: .string(random.element(of: texts))
                }
            attributes[random.element(of: names)] = value
        }
        return attributes
    }

    private static func date(_ random: inout SplitMix64) -> RecordedDate? {
        if random.chance(0.5) { return nil }
        return RecordedDate(
            normalizing: random.element(of: [
                "2021/..", "XXXX-11-27", "28 December 2022", "2009-06-00", "after the harvest", "2021-05~",
                "../2004", "2/18/10",
            ]))
    }

    static func make(_ random: inout SplitMix64) -> Graph {
        var graph = Graph()
        let ontology = graph.ontology
        for number in 0..<2 + random.below(12) {
            let id = random.chance(0.5) ? "n\(number)" : "\(random.element(of: texts)) \(number)"
            let aliases = (0..<random.below(3)).map { "\(random.element(of: texts))\($0)" }
            _ = try? graph.addNode(
                id: id, kind: KindID(rawValue: UInt8(random.below(ontology.kinds.count))),
                name: random.chance(0.3) ? nil : random.element(of: texts), aliases: aliases,
                subtype: random.chance(0.2) ? random.element(of: texts) : nil,
                attributes: attributes(&random),
                isSource: random.chance(0.2))
        }
        let relatedTo = ontology.relation(named: "relatedTo")
        func node() -> NodeIndex { NodeIndex(random.below(graph.nodeCount)) }
        for number in 0..<random.below(25) {
            let ends = (node(), node())
            let relations = ontology.relations(from: graph.kind(of: ends.0), to: graph.kind(of: ends.1))
            guard let relation = random.chance(0.3) ? relatedTo : random.element(of: relations) else {
                continue
            }
            let claims = (0..<random.below(4)).map { _ in claim(&random, graph) }
            _ = try? graph.link(
                from: ends.0, relation, to: ends.1, id: random.chance(0.15) ? "id \(number)" : nil,
                valid: date(&random),
                attributes: attributes(&random), claims: claims, isParallel: random.chance(0.2))
        }
        return graph
    }

    private static func party(_ random: inout SplitMix64, _ graph: Graph) -> Party? {
        switch random.below(4) {
        case 0: nil
        case 1: .named(random.element(of: texts))
        // A name that is also an identifier.
        case 2 where random.chance(0.3): .named(graph.id(of: NodeIndex(random.below(graph.nodeCount))))
        default: .node(NodeIndex(random.below(graph.nodeCount)))
        }
    }

    private static func claim(_ random: inout SplitMix64, _ graph: Graph) -> Claim {
        Claim(
            claimant: party(&random, graph), via: party(&random, graph), source: party(&random, graph),
            locator: random.chance(0.5) ? Locator(random.element(of: texts)) : nil,
            statement: random.chance(0.5) ? random.element(of: texts) : nil, date: date(&random),
            modality: random.element(of: Modality.allCases),
            confidence: random.chance(0.3) ? try? Confidence(random.below(101)) : nil,
            reliability: random.chance(0.3) ? random.element(of: Reliability.allCases) : nil,
            credibility: random.chance(0.3) ? random.element(of: Credibility.allCases) : nil,
            attributes: random.chance(0.3) ? attributes(&random) : [:])
    }
}
