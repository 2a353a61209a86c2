import Testing

@testable import LinkChartModel

/// A graph is a value: copies are independent and may cross tasks.
struct GraphValueTests {
    private func sample() -> Graph {
        var graph = Graph(title: "sample")
        let a = graph.add(.state("A", iso: "AA"))
        let b = graph.add(.state("B"))
        graph.link(a, .borders, b, attributes: ["km": 12], claim: Claim(by: a))
        return graph
    }

    /// Every mutation, on the copy and on the original: the other side must not notice.
    @Test(arguments: 0..<11)
    func copiesAreIndependent(mutation: Int) throws {
        func mutate(_ graph: inout Graph) throws {
            let relatedTo = try #require(graph.ontology.relation(named: "relatedTo"))
            switch mutation {
            case 0: graph.add(.state("C"))
            case 1: try graph.addNode(id: "c", kind: "Person", attributes: ["x": 1])
            case 2: graph.updateNode(NodeIndex(0), aliases: ["Alpha"])
            case 3: try graph.link(from: NodeIndex(0), relatedTo, to: NodeIndex(1), id: "mine")
            case 4:
                try graph.link(
                    AnyNode(index: NodeIndex(1)), relation: "borders", AnyNode(index: NodeIndex(0)),
                    attributes: ["m": 1])
            case 5: try graph.appendEdges(from: [0, 1], relation: relatedTo, to: [1, 0])
            case 6: graph.setNumbers("weight", [2], from: EdgeIndex(0))
            case 7: graph.addClaim(Claim(statement: "too"), to: EdgeIndex(0))
            case 8:
                try graph.link(
                    from: NodeIndex(0), relatedTo, to: NodeIndex(1), valid: RecordedDate(normalizing: "2021"))
            case 9: graph.title = "other"
            default: graph.attributes["x"] = 1
            }
        }
        for changesOriginal in [true, false] {
            var original = sample()
            var copy = original
            let before = Fingerprint(original)
            if changesOriginal { try mutate(&original) } else { try mutate(&copy) }
            let (changed, kept) = changesOriginal ? (original, copy) : (copy, original)
            #expect(Fingerprint(kept) == before)
            #expect(Fingerprint(changed) != before)
            #expect(changed.brokenInvariants().isEmpty && kept.brokenInvariants().isEmpty)
        }
    }

    @Test func tasksChangeTheirOwnCopies() async {
        let graph = sample()
        let before = Fingerprint(graph)
        let counts = await withTaskGroup(of: (Int, Int).self) { group in
            for task in 0..<8 {
                group.addTask {
                    var own = graph
                    for number in 0..<200 {
                        let node = own.add(.actor("\(task) \(number)"))
                        own.link(node, .rivals, node, claim: Claim(by: node))
                    }
                    return (task, own.nodeCount + own.edgeCount + own.claimCount)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect(counts == Dictionary(uniqueKeysWithValues: (0..<8).map { ($0, 604) }))
        #expect(Fingerprint(graph) == before)
    }

    @Test func tasksReadTogether() async {
        let snapshot = sample().snapshot()
        let finder = NodeFinder(snapshot.graph)
        let found = await withTaskGroup(of: NodeIndex?.self) { group in
            for _ in 0..<16 { group.addTask { try? finder.node(called: " b ") } }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(found == [NodeIndex(1)])
    }

    /// What can be seen of a graph, as one comparable value.
    private struct Fingerprint: Equatable {
        var parts: [String]
        var claims: [Claim]

        init(_ graph: Graph) {
            parts = [graph.title, "\(graph.attributes)"]
            parts += graph.nodes.map { "\($0.id) \($0.name) \($0.kindName) \($0.aliases) \($0.attributes)" }
            parts += graph.edges.map {
                "\($0.id) \($0.source) \($0.relation) \($0.target) \(String(describing: $0.valid)) \($0.attributes)"
            }
            claims = graph.claims.map(\.claim)
        }
    }
}
