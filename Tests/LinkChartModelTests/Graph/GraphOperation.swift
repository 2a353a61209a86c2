import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// A graph and its reference, to which the same random operations are done.
struct TwinGraphs {
    var graph: Graph
    var reference = ReferenceGraph()

    init(ontology: Ontology = .builtin) { graph = Graph(ontology: ontology) }

    // Few names, identifiers, dates and attributes, so that they meet often.
    static let names = [
        "Kabul", "kabul", "Käbul", "Kabul ", "", "-", "喀布尔", "کابل", "e1", "A\u{301}", "Á", "node",
    ]
    static let ids = ["a", "b", "a-2", "e1", "e2", "e3'", "é", "e\u{301}", " ", "x y"]
    static let dates: [RecordedDate?] =
        [nil, nil] + ["2021", "2021-00-00", "1999", "in harvest time"].map { RecordedDate(normalizing: $0) }
    static let attributeNames = ["weight", "note"]
    static let values: [AttributeValue] = [1, 2, 0.5, "x", true, .null, ["low": 1, "high": 2]]

    /// Does one random operation to both.
    mutating func mutate(_ random: inout SplitMix64) throws {
        switch Int.random(in: 0..<20, using: &random) {
        case 0...1: addTyped(&random)
        case 2...3: addByID(&random)
        case 4: findOrAdd(&random)
        case 5: update(&random)
        case 6: appendBulk(&random)
        case 7: setNumbers(&random)
        case 8...9: addClaim(&random)
        case 10...11: linkWithID(&random)
        case 12...14: linkTyped(&random)
        default: linkByName(&random)
        }
    }

    // MARK: - Nodes

    private mutating func addTyped(_ random: inout SplitMix64) {
        let name = Self.names.pick(&random)
        let id = Bool.random(using: &random) ? nil : Self.ids.pick(&random)
        let aliases = Bool.random(using: &random) ? [] : ["alias"]
        let index: NodeIndex
        let kind: String
        var attributes: [String: AttributeValue] = [:]
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            index = graph.add(.state(name, id: id, iso: "AF", aliases: aliases)).index
            (kind, attributes) = ("State", ["iso2": "AF"])
        case 1: (index, kind) = (graph.add(.actor(name, id: id, aliases: aliases)).index, "Actor")
        case 2: (index, kind) = (graph.add(.person(name, id: id, aliases: aliases)).index, "Person")
        default: (index, kind) = (graph.add(.incident(name, id: id, aliases: aliases)).index, "Incident")
        }
        let wanted = id ?? Graph.slug(name)
        reference.add(
            wanted: wanted.isEmpty ? "node" : wanted,
            .init(id: "", name: name, kind: kind, aliases: aliases, attributes: attributes))
        #expect(index.position == reference.nodes.count - 1)
    }

    private mutating func addByID(_ random: inout SplitMix64) {
        let id = (Self.ids + [""]).pick(&random)
        let kind = ["person", "ACTOR", "State", "Means", "Agent", "nothing"].pick(&random)
        let name = Bool.random(using: &random) ? nil : Self.names.pick(&random)
        let isSource = Bool.random(using: &random)
        let known = ["person": "Person", "ACTOR": "Actor", "State": "State", "Means": "Means"][kind]
        do throws(GraphError) {
            let index = try graph.addNode(id: id, kind: kind, name: name, subtype: "s", isSource: isSource)
            #expect(known != nil && !id.isEmpty && reference.node(id: id) == nil)
            reference.nodes.append(
                .init(id: id, name: name ?? id, kind: known ?? "", subtype: "s", isSource: isSource))
            #expect(index.position == reference.nodes.count - 1)
        } catch {
            let code: GraphError.Code = known == nil ? .unknownKind : id.isEmpty ? .emptyID : .duplicateID
            #expect(error.code == code)
            #expect(known == nil || id.isEmpty || reference.node(id: id) != nil)
        }
    }

    private mutating func findOrAdd(_ random: inout SplitMix64) {
        var id = Self.ids.pick(&random)
        let found = id.withUTF8 { graph.findOrAddNode(id: $0, kind: .entity) }
        if reference.node(id: id) == nil { reference.nodes.append(.init(id: id, name: id, kind: "Entity")) }
        #expect(found.position == reference.node(id: id))
    }

    private mutating func update(_ random: inout SplitMix64) {
        guard let node = reference.nodes.indices.randomElement(using: &random) else { return }
        let aliases: [String]? = [nil, [], ["x", "y"]].pick(&random)
        let value: AttributeValue? = [nil, 7].pick(&random)
        let isSource: Bool? = [nil, true, false].pick(&random)
        graph.updateNode(
            NodeIndex(node), aliases: aliases, attributes: value.map { ["seven": $0] }, isSource: isSource)
        if let aliases { reference.nodes[node].aliases = aliases }
        if let value { reference.nodes[node].attributes = ["seven": value] }
        if let isSource { reference.nodes[node].isSource = isSource }
    }

    // MARK: - Edges

    private mutating func linkTyped(_ random: inout SplitMix64) {
        guard let from = reference.nodes.indices.randomElement(using: &random),
            let to = reference.nodes.indices.randomElement(using: &random)
        else { return }
        let attributes = randomAttributes(&random)
        let claim = Bool.random(using: &random) ? randomClaim(&random) : nil
        let valid = Self.dates.pick(&random)?.date
        let name: String
        let edge: EdgeIndex
        if let a: Kinds.State = graph.reference(to: NodeIndex(from)),
            let b: Kinds.State = graph.reference(to: NodeIndex(to))
        {
            name = "borders"
            edge = graph.link(a, .borders, b, valid: valid, attributes: Attributes(attributes), claim: claim)
        } else if let a = graph.typedReference(to: NodeIndex(from)) as? any ActorPlaceOrState,
            let b = graph.typedReference(to: NodeIndex(to)) as? any ActorPersonOrPopulation
        {
            name = "hosts"
            edge = graph.link(a, .hosts, b, valid: valid, attributes: Attributes(attributes), claim: claim)
        } else {
            return
        }
        let expected = reference.link(
            from, definition(name), to, valid: valid.map { RecordedDate(date: $0) },
            attributes: attributes.unordered)
        if let claim { reference.edges[expected].claims.append(claim) }
        #expect(edge.position == expected)
    }

    private mutating func linkByName(_ random: inout SplitMix64) {
        let count = reference.nodes.count
        let (from, to) = (
            Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random)
        )
        let spelling = ["hosts", "allied with", "same-as", "RELATED_TO", "borders", "attacks", "hots"].pick(
            &random)
        let names = [
            "hosts": "hosts", "allied with": "alliedWith", "same-as": "sameAs", "RELATED_TO": "relatedTo",
            "borders": "borders", "attacks": "attacks",
        ]
        let attributes = randomAttributes(&random)
        let claim = Bool.random(using: &random) ? randomClaim(&random) : nil
        do throws(GraphError) {
            let edge = try graph.link(
                AnyNode(index: NodeIndex(from)), relation: spelling, AnyNode(index: NodeIndex(to)),
                attributes: Attributes(attributes), claim: claim)
            let expected = reference.link(
                from, definition(names[spelling] ?? ""), to, valid: nil, attributes: attributes.unordered)
            if let claim { reference.edges[expected].claims.append(claim) }
            #expect(edge.position == expected)
        } catch {
            #expect(error.code == refusal(from, names[spelling], to))
        }
    }

    private mutating func linkWithID(_ random: inout SplitMix64) {
        let count = reference.nodes.count
        let (from, to) = (
            Int.random(in: 0...count, using: &random), Int.random(in: 0...count, using: &random)
        )
        let relation = definition(["relatedTo", "linkedTo", "sameAs"].pick(&random))
        let id = ([nil, nil, "", "e1'"] + Self.ids).pick(&random)
        let valid = Self.dates.pick(&random)
        let attributes = randomAttributes(&random)
        let claims = (0..<Int.random(in: 0...2, using: &random)).map { _ in randomClaim(&random) }
        do throws(GraphError) {
            guard let number = graph.ontology.relation(named: relation.name) else { return }
            let edge = try graph.link(
                from: NodeIndex(from), number, to: NodeIndex(to), id: id, valid: valid,
                attributes: Attributes(attributes), claims: claims)
            #expect(refusal(from, relation.name, to) == nil && id != "")
            let expected: Int
            if let id {
                #expect(!reference.edges.contains { $0.ownID == id })
                expected = reference.edges.count
                reference.edges.append(
                    .init(
                        source: from, relation: relation, target: to, valid: valid, ownID: id,
                        attributes: attributes.unordered))
            } else {
                expected = reference.link(from, relation, to, valid: valid, attributes: attributes.unordered)
            }
            reference.edges[expected].claims += claims
            #expect(edge.position == expected)
        } catch {
            let code = refusal(from, relation.name, to) ?? (id == "" ? .emptyID : .duplicateID)
            #expect(error.code == code)
            if code == .duplicateID { #expect(reference.edges.contains { $0.ownID == id }) }
        }
    }

    private mutating func appendBulk(_ random: inout SplitMix64) {
        let count = reference.nodes.count
        let edges = Int.random(in: 0...3, using: &random)
        guard count > 0, let relatedTo = graph.ontology.relation(named: "relatedTo") else { return }
        let pairs = (0..<edges).map { _ in
            (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
        }
        do throws(GraphError) {
            let first = try graph.appendEdges(
                from: pairs.map { UInt32($0.0) }, relation: relatedTo, to: pairs.map { UInt32($0.1) })
            #expect(first.position == reference.edges.count)
        } catch {
            Issue.record("\(error)")
        }
        for (from, to) in pairs { reference.append(from, definition("relatedTo"), to) }
    }

    private mutating func setNumbers(_ random: inout SplitMix64) {
        guard let first = reference.edges.indices.randomElement(using: &random) else { return }
        let count = Int.random(in: 0...(reference.edges.count - first), using: &random)
        let values = (0..<count).map { _ in [Double.nan, 1, 2.5, -0.5, .infinity].pick(&random) }
        graph.setNumbers("weight", values, from: EdgeIndex(first))
        for (offset, value) in values.enumerated() {
            reference.edges[first + offset].attributes["weight"] =
                value.isNaN ? nil : value == 1 ? .integer(1) : .number(value)
        }
    }

    private mutating func addClaim(_ random: inout SplitMix64) {
        guard let edge = reference.edges.indices.randomElement(using: &random) else { return }
        let claim = randomClaim(&random)
        graph.addClaim(claim, to: EdgeIndex(edge))
        reference.edges[edge].claims.append(claim)
    }

    // MARK: - Parts

    private func definition(_ name: String) -> RelationDefinition {
        graph.ontology.relation(named: name).map { graph.ontology[$0] } ?? RelationDefinition("none")
    }

    /// Why the reference would refuse a link, or nil if it takes it.
    private func refusal(_ from: Int, _ relation: String?, _ to: Int) -> GraphError.Code? {
        guard let relation else { return .unknownRelation }
        guard max(from, to) < reference.nodes.count else { return .noSuchNode }
        func fits(_ kind: String, _ ends: [String]) -> Bool {
            let definition = graph.ontology.kinds.first { $0.name == kind }
            return ends.contains { $0 == "any" || $0 == kind || definition?.abstract.contains($0) == true }
        }
        if !fits(reference.nodes[from].kind, definition(relation).domain) { return .wrongSource }
        return fits(reference.nodes[to].kind, definition(relation).range) ? nil : .wrongTarget
    }

    private func randomAttributes(_ random: inout SplitMix64) -> [(String, AttributeValue)] {
        guard Int.random(in: 0..<3, using: &random) == 0 else { return [] }
        let names = Self.attributeNames.shuffled(using: &random)
        return names.prefix(Int.random(in: 0...2, using: &random)).map { ($0, Self.values.pick(&random)) }
    }

    private func randomClaim(_ random: inout SplitMix64) -> Claim {
        let node = reference.nodes.indices.randomElement(using: &random)
        return Claim(
            claimant: Bool.random(using: &random) ? node.map { .node(NodeIndex($0)) } : .named("somebody"),
            statement: "\(Int.random(in: 0..<9, using: &random))", modality: Modality.allCases.pick(&random))
    }
}

extension Array {
    func pick(_ random: inout SplitMix64) -> Element { self[Int.random(in: 0..<count, using: &random)] }
}

extension [(String, AttributeValue)] {
    var unordered: [String: AttributeValue] { Dictionary(self) { _, last in last } }
}
