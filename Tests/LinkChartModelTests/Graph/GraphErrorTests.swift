import Testing

@testable import LinkChartModel

/// What the run-time checks refuse, and how they say what would be right.
struct GraphErrorTests {
    private func failure(_ change: (inout Graph) throws(GraphError) -> Void) -> GraphError? {
        var graph = Graph()
        graph.add(.state("Afghanistan"))
        graph.add(.person("Somebody"))
        graph.add(.actor("Group"))
        let counts = [graph.nodeCount, graph.edgeCount, graph.claimCount]
        defer {
            #expect(
                [graph.nodeCount, graph.edgeCount, graph.claimCount] == counts, "a refusal changes nothing")
            #expect(graph.brokenInvariants().isEmpty)
        }
        do throws(GraphError) {
            try change(&graph)
            return nil
        } catch {
            return error
        }
    }

    private let state = AnyNode(index: NodeIndex(0))
    private let person = AnyNode(index: NodeIndex(1))
    private let actor = AnyNode(index: NodeIndex(2))
    private let nobody = AnyNode(index: NodeIndex(3))

    @Test func namesTheNearestRelation() throws {
        let error = try #require(
            failure { graph throws(GraphError) in try graph.link(state, relation: "host", actor) })
        #expect(error.code == .unknownRelation)
        #expect(error.description == "no relation `host` in the ontology; did you mean `hosts`?")
        let far = try #require(
            failure { graph throws(GraphError) in try graph.link(state, relation: "qqqqqqq", actor) })
        #expect(far.suggestion == nil)
    }

    @Test func namesTheNearestKind() throws {
        let error = try #require(
            failure { graph throws(GraphError) in try graph.addNode(id: "x", kind: "Organization") })
        #expect(error.code == .unknownKind)
        #expect(error.suggestion == "did you mean `Organisation`?")
        let number = failure { graph throws(GraphError) in
            try graph.addNode(id: "x", kind: KindID(rawValue: 15))
        }
        #expect(number?.code == .unknownKind)
    }

    @Test func saysWhichEndDoesNotFit() throws {
        let source = try #require(
            failure { graph throws(GraphError) in try graph.link(person, relation: "hosts", actor) })
        #expect(source.code == .wrongSource)
        #expect(source.message == "`hosts` can't start at a node of kind Person")
        #expect(
            source.suggestion?.contains("`hosts` is State | Actor | Place -> Actor | Population | Person")
                == true)
        #expect(source.suggestion?.contains("the other way round it fits") == true)
        let target = try #require(
            failure { graph throws(GraphError) in try graph.link(state, relation: "hosts", state) })
        #expect(target.code == .wrongTarget)
        #expect(target.message == "`hosts` can't lead to a node of kind State")
        #expect(target.suggestion?.contains("for State -> State there is `arms`") == true)
    }

    @Test func refusesNodesOfOtherGraphs() throws {
        #expect(
            failure { graph throws(GraphError) in try graph.link(nobody, relation: "hosts", actor) }?.code
                == .noSuchNode)
        #expect(
            failure { graph throws(GraphError) in try graph.link(state, relation: "hosts", nobody) }?.code
                == .noSuchNode)
        for claim in [
            Claim(claimant: .node(nobody.index)), Claim(via: .node(nobody.index)),
            Claim(source: .node(nobody.index)),
        ] {
            #expect(
                failure { graph throws(GraphError) in
                    try graph.link(state, relation: "hosts", actor, claim: claim)
                }?.code == .noSuchNode)
        }
    }

    @Test func refusesRelationsOfOtherOntologies() throws {
        let far = RelationID(rawValue: 67)
        #expect(
            failure { graph throws(GraphError) in try graph.link(from: state.index, far, to: actor.index) }?
                .code
                == .unknownRelation)
        #expect(
            failure { graph throws(GraphError) in try graph.appendEdges(from: [0], relation: far, to: [1]) }?
                .code
                == .unknownRelation)
    }

    @Test func refusesIdentifiersThatAreTakenOrEmpty() throws {
        #expect(
            failure { graph throws(GraphError) in try graph.addNode(id: "group", kind: "Actor") }?.code
                == .duplicateID)
        #expect(
            failure { graph throws(GraphError) in try graph.addNode(id: "", kind: "Actor") }?.code == .emptyID
        )
        var graph = Graph()
        let node = graph.add(.actor("A")).index
        let rivals = try #require(graph.ontology.relation(named: "rivals"))
        try graph.link(from: node, rivals, to: node, id: "mine")
        for (id, code) in [("mine", GraphError.Code.duplicateID), ("", .emptyID)] {
            let error = #expect(throws: GraphError.self) {
                try graph.link(from: node, rivals, to: node, id: id)
            }
            #expect(error?.code == code)
        }
        #expect(graph.edgeCount == 1)
    }

    @Test func checksBulk() throws {
        let relatedTo = try #require(Ontology.builtin.relation(named: "relatedTo"))
        let hosts = try #require(Ontology.builtin.relation(named: "hosts"))
        #expect(
            failure { graph throws(GraphError) in
                try graph.appendEdges(from: [0, 1], relation: relatedTo, to: [1])
            }?.code == .unequalCounts)
        #expect(
            failure { graph throws(GraphError) in
                try graph.appendEdges(from: [3], relation: relatedTo, to: [1])
            }?.code == .noSuchNode)
        #expect(
            failure { graph throws(GraphError) in
                try graph.appendEdges(from: [0], relation: relatedTo, to: [3])
            }?.code == .noSuchNode)
        #expect(
            failure { graph throws(GraphError) in try graph.appendEdges(from: [0], relation: hosts, to: [2])
            }?.code == .wrongSource)
        #expect(
            failure { graph throws(GraphError) in try graph.appendEdges(from: [], relation: relatedTo, to: [])
            } == nil)
    }
}
