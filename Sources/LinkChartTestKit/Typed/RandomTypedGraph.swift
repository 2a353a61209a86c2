public import LinkChartModel

/// A random graph of the built-in ontology: every kind and relation occurs sooner or later, with aliases,
/// attributes, validities and claims of every modality.
///
/// Meant for tests of formats and views: what is written and read again must be the same.
///
/// - Parameters:
///   - seed: the same seed and recipe give the same graph.
///   - recipe: what it contains.
public func randomTypedGraph(seed: UInt64, _ recipe: TypedGraphRecipe = TypedGraphRecipe()) -> Graph {
    var maker = TypedGraphMaker(seed: seed, recipe: recipe)
    return maker.make()
}

private struct TypedGraphMaker {
    var random: SplitMix64
    let recipe: TypedGraphRecipe
    var graph = Graph()

    init(seed: UInt64, recipe: TypedGraphRecipe) {
        random = SplitMix64(seed: seed)
        self.recipe = recipe
    }

    mutating func make() -> Graph {
        graph.title = text()
        if recipe.hasAttributes && random.chance(0.5) { graph.attributes = attributes() }
        for number in 0..<recipe.nodes { addNode(number) }
        if graph.nodeCount > 0 { for number in 0..<recipe.links { addLink(number) } }
        return graph
    }

    private mutating func addNode(_ number: Int) {
        let kind = KindID(rawValue: UInt8(random.below(graph.ontology.kinds.count)))
        let name = text()
        let plain = Graph.slug(name)
        // Identifiers are unique; one in two is not hostile, so that references are both.
        var id = recipe.isHostile && random.chance(0.5) ? name : plain
        if id.isEmpty || graph.node(id: id) != nil { id = "\(id)#\(number)" }
        do {
            try graph.addNode(
                id: id, kind: kind, name: random.chance(0.2) ? id : name,
                aliases: random.chance(0.4) ? (0...random.below(3)).map { _ in text() } : [],
                subtype: random.chance(0.3) ? "subtype\(random.below(5))" : nil,
                attributes: recipe.hasAttributes && random.chance(0.5) ? attributes() : [:],
                isSource: kind == .document && random.chance(0.5))
        } catch { preconditionFailure("an identifier that is free, and a kind that is there: \(error)") }
    }

    private mutating func addLink(_ number: Int) {
        let ends = (NodeIndex(random.below(graph.nodeCount)), NodeIndex(random.below(graph.nodeCount)))
        let fitting = graph.ontology.relations(from: graph.kind(of: ends.0), to: graph.kind(of: ends.1))
        // `relatedTo` always fits.
        let relation = random.element(of: fitting)
        let claims = (0..<random.below(recipe.claimsPerLink + 1)).map { _ in claim() }
        do {
            try graph.link(
                from: ends.0, relation, to: ends.1,
                id: recipe.hasEdgeIDs && random.chance(0.2) ? "link-\(number)" : nil,
                valid: random.chance(0.4) ? date() : nil,
                attributes: recipe.hasAttributes && random.chance(0.3) ? attributes() : [:], claims: claims)
        } catch { preconditionFailure("a relation that fits, and an identifier that is free: \(error)") }
    }

    private mutating func claim() -> Claim {
        var claim = Claim(modality: random.element(of: Array(Modality.allCases)))
        claim.claimant = party()
        claim.via = party()
        claim.source = party()
        if random.chance(0.5) { claim.locator = locator() }
        if random.chance(0.7) { claim.statement = text() }
        if random.chance(0.4) { claim.date = date() }
        if random.chance(0.6) { claim.confidence = try? Confidence(random.below(101)) }
        if random.chance(0.3) { claim.reliability = random.element(of: Array(Reliability.allCases)) }
        if random.chance(0.3) { claim.credibility = random.element(of: Array(Credibility.allCases)) }
        if recipe.hasAttributes && random.chance(0.2) { claim.attributes = attributes() }
        return claim
    }

    private mutating func party() -> Party? {
        switch random.below(4) {
        case 0: nil
        case 1:
            // A name that is a node's identifier would be taken for the node.
            .named("somebody " + text())
        default: .node(NodeIndex(random.below(graph.nodeCount)))
        }
    }

    private mutating func locator() -> Locator {
        let line = 1 + random.below(200)
        return switch random.below(4) {
        case 0: .line(line)
        case 1: .line(line, characters: 3...(3 + random.below(80)))
        case 2: .lines(line...(line + random.below(9)))
        default: Locator("p. \(line)")
        }
    }

    private mutating func date() -> RecordedDate? {
        guard recipe.hasDates else { return nil }
        return RecordedDate(normalizing: random.element(of: Self.dates))
    }

    private mutating func attributes() -> Attributes {
        var attributes = Attributes()
        for _ in 0...random.below(3) { attributes["key\(random.below(6))"] = value(depth: 0) }
        return attributes
    }

    private mutating func value(depth: Int) -> AttributeValue {
        switch random.below(depth < 2 ? 9 : 7) {
        case 0: .null
        case 1: .bool(random.chance(0.5))
        case 2: .integer(random.element(of: [0, 1, -1, 9_007_199_254_740_993, .max, .min]))
        // Numbers with a fraction or an exponent: the others are whole.
        case 3:
            .number(random.element(of: [0.5, -0.1, 1e300, .leastNonzeroMagnitude, 3.141_592_653_589_793]))
        case 4, 5, 6: .string(text())
        case 7: .list((0..<random.below(4)).map { _ in value(depth: depth + 1) })
        default:
            .object(
                Attributes((0..<random.below(4)).map { ("inner\($0)", value(depth: depth + 1)) }))
        }
    }

    private mutating func text() -> String {
        if recipe.isHostile && random.chance(0.6) { return random.element(of: HostileText.all) }
        return (0...random.below(3)).map { _ in random.element(of: Self.words) }.joined(separator: " ")
    }

    private static let words = [
        "Northern", "River", "Front", "Council", "Ministry", "Guard", "Valley", "Union", "Port", "Brigade",
        "Saint",
        "Old", "Harbour", "Movement", "Accord",
    ]

    private static let dates = [
        "2021", "2021-05", "2021-05-17", "XXXX-11-27", "2021/..", "../2004", "2021-05~", "2021?",
        "[2019,2021]",
        "2009-06-00", "28 December 2022", "20251127", "2004-XX", "2021-05-17/2021-06-02", "after the harvest",
    ]
}
