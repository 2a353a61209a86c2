import LinkChartAnalytics
import LinkChartModel
import Testing

/// Paths in typed graphs: directions, claims and confidences.
@Suite struct TypedPathTests {
    private func claim(_ confidence: Int?, _ modality: Modality = .asserted) throws -> Claim {
        Claim(modality: modality, confidence: try confidence.map { try Confidence($0) })
    }

    @Test func stepsSayWhichWayTheyRun() throws {
        var graph = Graph()
        let host = graph.add(.state("Host"))
        let group = graph.add(.actor("Group"))
        let recruits = graph.add(.population("Recruits"))
        let hosting = graph.link(host, .hosts, group)
        // What flows along `recruitsFrom` comes from the population.
        let recruiting = try graph.link(group, relation: "recruitsFrom", recruits)

        let mechanism = graph.projection(.mechanism, keepingEdges: true)
        let reverse = try mechanism.shortestPath(from: recruits.index, to: group.index)
        #expect(reverse.first?.steps == [.init(edge: recruiting, isForward: false)])
        #expect(
            try mechanism.shortestPath(from: host.index, to: recruits.index).noPathReason
                == .nothingReaches(recruits.index)
        )

        let undirected = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let path = try #require(try undirected.shortestPath(from: recruits.index, to: host.index).first)
        #expect(path.nodes == [recruits.index, group.index, host.index])
        #expect(
            path.steps == [
                .init(edge: recruiting, isForward: false), .init(edge: hosting, isForward: false),
            ])
    }

    @Test func anEdgeThatFlowsBothWaysIsWalkedEitherWay() throws {
        var graph = Graph()
        let one = graph.add(.actor("One"))
        let other = graph.add(.actor("Other"))
        let edge = try graph.link(one, relation: "alliedWith", other)
        let projection = graph.projection(.mechanism, keepingEdges: true)
        let there = try projection.allSimplePaths(from: one.index, to: other.index).map(\.steps)
        let back = try projection.allSimplePaths(from: other.index, to: one.index).map(\.steps)
        #expect(there == [[.init(edge: edge, isForward: true)]])
        #expect(back == [[.init(edge: edge, isForward: false)]])
    }

    @Test func twoRelationsAreTwoPathsAndTwoClaimsAreOne() throws {
        var graph = Graph()
        let state = graph.add(.state("State"))
        let group = graph.add(.actor("Group"))
        let hosting = graph.link(state, .hosts, group, claim: try claim(80))
        let funding = try graph.link(state, relation: "funds", group, claim: try claim(40))
        graph.addClaim(try claim(60), to: hosting)
        for name in Projection.Name.allCases {
            for isDirected in [true, false] {
                let projection = graph.projection(name, isDirected: isDirected, keepingEdges: true)
                let all = try projection.allShortestPaths(from: state.index, to: group.index)
                #expect(all.map(\.steps) == [hosting, funding].map { [.init(edge: $0, isForward: true)] })
                let cheapest = try projection.yenKShortestPaths(
                    5, from: state.index, to: group.index, costs: .confidence(of: graph))
                #expect(cheapest.paths.map { $0.steps[0].edge } == [hosting, funding])
                #expect(cheapest.paths.map(\.reliability) == [0.8, 0.4])
            }
        }
    }

    @Test func theMostReliablePathMayBeTheLongerOne() throws {
        var graph = Graph()
        let nodes = (0..<4).map { graph.add(.actor("Actor \($0)")).index }
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        func link(_ from: Int, _ to: Int, _ claims: [Claim]) throws -> EdgeIndex {
            try graph.link(from: nodes[from], relation, to: nodes[to], claims: claims)
        }
        let direct = try link(0, 3, [try claim(50)])
        let first = try link(0, 1, [try claim(30), try claim(90)])
        let second = try link(1, 2, [try claim(80), try claim(100, .predicted)])
        let third = try link(2, 3, [Claim(credibility: .confirmed)])
        let projection = graph.projection(.facts, keepingEdges: true)
        let costs = EdgeCosts.confidence(of: graph)
        let best = try #require(
            try projection.shortestPath(from: nodes[0], to: nodes[3], costs: costs).first)
        #expect(best.steps.map(\.edge) == [first, second, third])
        #expect(abs((best.reliability ?? 0) - 0.9 * 0.8 * 0.9) < 1e-15)
        // -ln 0.648
        #expect(abs(best.cost - 0.433_864_583) < 1e-9)
        #expect(!costs.isAssumed(direct))
        let two = try projection.yenKShortestPaths(3, from: nodes[0], to: nodes[3], costs: costs)
        #expect(two.paths.map(\.hops) == [3, 1])
        #expect(two.paths.map { $0.costed(by: costs) } == two.paths)
    }

    @Test func whatIsNotSpecifiedIsNotZeroButZeroIs() throws {
        var graph = Graph()
        let one = graph.add(.actor("One"))
        let other = graph.add(.actor("Other"))
        let third = graph.add(.actor("Third"))
        let unstated = try graph.link(one, relation: "funds", other, claim: try claim(nil))
        _ = try graph.link(one, relation: "funds", third, claim: try claim(0))
        let projection = graph.projection(.facts, keepingEdges: true)
        let costs = EdgeCosts.confidence(of: graph)
        #expect(costs.isAssumed(unstated))
        let assumed = try projection.shortestPath(from: one.index, to: other.index, costs: costs).first
        #expect(assumed?.reliability == 0.5)
        let sure = EdgeCosts.confidence(of: graph, unspecified: .certain)
        let path = try projection.shortestPath(from: one.index, to: other.index, costs: sure).first
        #expect(path?.cost == 0 && path?.cost.sign == .plus && path?.reliability == 1)
        let none = try projection.shortestPath(from: one.index, to: third.index, costs: costs)
        #expect(none.noPathReason == .onlyThroughZeroConfidence)
        let noneOfMany = try projection.yenKShortestPaths(3, from: one.index, to: third.index, costs: costs)
        #expect(noneOfMany.noPathReason == .onlyThroughZeroConfidence)
        for paths in [
            try projection.allSimplePaths(from: one.index, to: third.index, costs: costs),
            try projection.allShortestPaths(from: one.index, to: third.index, maxHops: 3, costs: costs),
        ] {
            #expect(try paths.collected().noPathReason == .onlyThroughZeroConfidence)
        }
        _ = try graph.link(other, relation: "funds", third, claim: try claim(20))
        let detour = graph.projection(.facts, keepingEdges: true)
        let paths = try detour.allSimplePaths(
            from: one.index, to: third.index, costs: .confidence(of: graph))
        #expect(paths.map(\.hops) == [2])
        #expect(paths.map(\.reliability) == [0.1])
    }

    @Test func selectionsAreKeptTo() throws {
        var graph = Graph()
        let nodes = (0..<3).map { graph.add(.actor("Actor \($0)")).index }
        let relation = try #require(graph.ontology.relation(named: "relatedTo"))
        _ = try graph.link(from: nodes[0], relation, to: nodes[1])
        _ = try graph.link(from: nodes[1], relation, to: nodes[2])
        let parts = SelectedParts(nodes: [true, false, true])
        let projection = graph.projection(.facts, selection: parts, keepingEdges: true)
        #expect(
            try projection.shortestPath(from: nodes[0], to: nodes[1]).noPathReason == .notSelected(nodes[1]))
        #expect(
            try projection.shortestPath(from: nodes[0], to: nodes[2]).noPathReason == .nothingLeaves(nodes[0])
        )
        let distances = projection.breadthFirstSearch(from: nodes[2])
        #expect(distances.reached == [nodes[2]])
        #expect(distances[nodes[2]] == 0)
        #expect(distances[nodes[1]] == nil)
    }
}
