import LinkChartModel

/// The generator of Marsaglia's xorshift64*, so that a seed gives the same numbers everywhere.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state >> 12
        state ^= state << 25
        state ^= state >> 27
        return state &* 0x2545_F491_4F6C_DD1D
    }
}

/// Graphs of the built-in ontology with everything that a graph can have, and with texts that formats trip over.
struct HostileGraphs {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    /// Texts that mean something to YAML or JSON, to terminals or to browsers.
    static let hostile = [
        "", " ", "x", "on", "yes", "NO", "null", "~", "true", "1e3", "12", "-5", "0x1F", "007", "+92",
        "1_000", "12:30",
        ".5", "5.", ".inf", "2021-05-01", "2021/..", "XXXX-11-27", "- a", "? b", ": c", "a: b", "a #b", "#c",
        "&a",
        "*a", "!t", "|", ">", "%d", "@e", "`f`", "[g]", "{h}", "i, j", "'k'", "\"l\"", "\\m", "a\nb", "\n",
        "a\n\n b\n",
        "\t", "a\tb", "\r\n", "trailing ", " leading", "ends:", "<script>alert(1)</script>", "</script>",
        "]]>", "&amp;",
        "تحریک طالبان پاکستان", "می‌خواهم", "东突厥斯坦伊斯兰运动", "日本語", "é", "e\u{301}", "👩‍👩‍👧", "\u{1F600}",
        "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{A0}", "\u{202E}abc", "\u{2028}", "\u{FEFF}", "\u{FFFD}",
        "\u{FFFF}",
        "\u{E000}", "\u{10FFFF}", "---", "...", "--- a", "<<", "=", "key", "id", "from", "__proto__", "a'b",
        "C:\\x",
        "http://example.org/?a=b&c=d#e", "L12:5-40", "-", "?", ":", "::", "a:b", "0", "-0", "1.0", "1e400",
        "NaN",
        "nothing but a long text " + String(repeating: "of words, and more: ", count: 12),
    ]

    mutating func text() -> String {
        var text = Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &random)]
        if Int.random(in: 0..<4, using: &random) == 0 {
            text += Self.hostile[Int.random(in: 0..<Self.hostile.count, using: &random)]
        }
        return text
    }

    mutating func value(depth: Int = 0) -> AttributeValue {
        switch Int.random(in: 0..<(depth > 2 ? 6 : 8), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .integer([0, 1, -7, 42, .max, .min].randomElement(using: &random) ?? 0)
        case 3:
            return .number(
                [0.1, -1.5, 1e300, .leastNonzeroMagnitude, 3.0, .infinity, -.infinity].randomElement(
                    using: &random) ?? 0)
        case 4, 5: return .string(text())
        case 6:
            let count = Int.random(in: 0...3, using: &random)
            return .list((0..<count).map { _ in value(depth: depth + 1) })
        default: return .object(attributes(depth: depth + 1))
        }
    }

    mutating func attributes(depth: Int = 0) -> Attributes {
        var attributes: Attributes = [:]
        for _ in 0..<Int.random(in: 0...3, using: &random) { attributes[text()] = value(depth: depth) }
        return attributes
    }

    mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        Bool.random(using: &random) ? make(&self) : nil
    }

    mutating func date() -> RecordedDate {
        let texts = [
            "2009", "2009-06", "2009-06-14", "XXXX-11-27", "2021/..", "../2004", "2021-05~", "2021?",
            "[2019,2021]",
            "28 December 2022", "2/18/10", "20251127", "2009-06-00", "after the harvest", "03/04/2011",
            "2021-13-45",
        ]
        let text = texts.randomElement(using: &random) ?? "2009"
        // A date read with a hint can't be read again from its text alone.
        return RecordedDate(normalizing: text, hint: Bool.random(using: &random) ? .dayFirst : .unknown)
    }

    mutating func party(nodes: Int) -> Party {
        Bool.random(using: &random)
            ? .node(NodeIndex(Int.random(in: 0..<nodes, using: &random))) : .named(text())
    }

    mutating func claim(nodes: Int) -> Claim {
        var claim = Claim()
        claim.claimant = maybe { $0.party(nodes: nodes) }
        claim.via = maybe { $0.party(nodes: nodes) }
        claim.source = maybe { $0.party(nodes: nodes) }
        claim.locator = maybe { Locator($0.text()) }
        claim.statement = maybe { $0.text() }
        claim.date = maybe { $0.date() }
        claim.modality = Modality.allCases.randomElement(using: &random) ?? .asserted
        claim.confidence = maybe { try? Confidence(Int.random(in: 0...100, using: &$0.random)) } ?? nil
        claim.reliability = maybe { Reliability.allCases.randomElement(using: &$0.random) ?? .unreliable }
        claim.credibility = maybe { Credibility.allCases.randomElement(using: &$0.random) ?? .doubtful }
        claim.attributes = maybe { $0.attributes() } ?? [:]
        if claim.statement != nil, Int.random(in: 0..<4, using: &random) == 0 {
            claim.attributes["quote"] = .string(claim.statement ?? "")
        }
        return claim
    }

    /// A graph of up to a dozen nodes and two dozen edges.
    mutating func graph(ontology: Ontology = .builtin) -> Graph {
        var graph = Graph(title: text(), ontology: ontology)
        graph.attributes = attributes()
        let kinds = ontology.kinds.indices.map { KindID(rawValue: UInt8($0)) }
        while graph.nodeCount < 12 {
            let id = text()
            guard !id.isEmpty, graph.node(id: id) == nil else { continue }
            let kind = kinds.randomElement(using: &random) ?? .entity
            let name = maybe { $0.text() }
            let aliases = maybe { random in (0..<2).map { _ in random.text() } } ?? []
            _ = try? graph.addNode(
                id: id, kind: kind, name: name, aliases: aliases, subtype: maybe { $0.text() },
                attributes: sometimesMetadata(), isSource: Int.random(in: 0..<5, using: &random) == 0)
        }
        for _ in 0..<Int.random(in: 0...24, using: &random) { addEdge(to: &graph) }
        return graph
    }

    private mutating func sometimesMetadata() -> Attributes {
        var attributes = attributes()
        if Bool.random(using: &random) { attributes["publisher"] = value() }
        if Bool.random(using: &random) { attributes["url"] = value() }
        return attributes
    }

    private mutating func addEdge(to graph: inout Graph) {
        let source = NodeIndex(Int.random(in: 0..<graph.nodeCount, using: &random))
        let target = NodeIndex(Int.random(in: 0..<graph.nodeCount, using: &random))
        let fitting = graph.ontology.relations(from: graph.kind(of: source), to: graph.kind(of: target))
        // A few relations only, so that some edges have the same key.
        guard let relation = fitting.prefix(2).randomElement(using: &random) else { return }
        let id = Int.random(in: 0..<4, using: &random) == 0 ? text() : nil
        let nodeCount = graph.nodeCount
        _ = try? graph.link(
            from: source, relation, to: target, id: id, valid: maybe { $0.date() }, attributes: attributes(),
            claims: maybe { random in (0..<2).map { _ in random.claim(nodes: nodeCount) } } ?? [],
            isParallel: Bool.random(using: &random))
    }
}
