import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartAnalytics

@Suite struct EdgeWeightsTests {
    private let triangle = PlainGraph(3, [(0, 1), (1, 2), (2, 0)])

    @Test func everyArcCountsOne() throws {
        #expect(try EdgeWeights.unit.ofArcs(of: triangle.projection()) == nil)
        #expect(EdgeWeights.unit[EdgeIndex(1)] == 1)
    }

    @Test func attributesAreReadByEdge() throws {
        let graph = triangle.graph(weights: [0.5, 2, 3])
        let projection = graph.projection(.facts, isDirected: true, keepingEdges: true)
        let weights = EdgeWeights.attribute("weight", of: graph)
        #expect(try weights.ofArcs(of: projection) == [0.5, 2, 3])
        #expect(weights[EdgeIndex(2)] == 3)
        #expect(weights.meaning == .attribute("weight"))
        let own = EdgeWeights([1, 0, 7], of: graph)
        #expect(try own.ofArcs(of: projection) == [1, 0, 7])
    }

    @Test(arguments: [-1, .nan, .infinity, -.infinity] as [Double])
    func impossibleWeightsNameTheEdge(value: Double) throws {
        let graph = triangle.graph(weights: [1, value, 1])
        let projection = graph.projection(.facts, isDirected: false, keepingEdges: true)
        let named = EdgeWeights.attribute("weight", of: graph)
        let error = #expect(throws: AnalysisError.self) { try named.ofArcs(of: projection) }
        #expect(error?.code == (value.isNaN ? .missingCost : .badCost))
        #expect(error?.edge == EdgeIndex(1))
        #expect(error?.message.contains("`e2`") == true)
        let own = EdgeWeights([1, value, 1], of: graph)
        #expect(throws: AnalysisError.self) { try own.ofArcs(of: projection) }
    }

    @Test func missingNumbersThrowUnlessReplaced() throws {
        let graph = triangle.graph()
        let projection = graph.projection(.facts, isDirected: true, keepingEdges: true)
        let error = #expect(throws: AnalysisError.self) {
            try EdgeWeights.attribute("strength", of: graph).ofArcs(of: projection)
        }
        #expect(error?.code == .missingCost)
        #expect(error?.suggestion != nil)
        let replaced = EdgeWeights.attribute("strength", of: graph, missing: 4)
        #expect(try replaced.ofArcs(of: projection) == [4, 4, 4])
    }

    @Test func weightsNeedKeptEdges() throws {
        let graph = triangle.graph(weights: [1, 2, 3])
        let error = #expect(throws: AnalysisError.self) {
            try EdgeWeights.attribute("weight", of: graph).ofArcs(of: graph.projection(.facts))
        }
        #expect(error?.code == .badParameter)
    }

    @Test func edgesLeftOutNeedNoWeight() throws {
        let graph = triangle.graph(weights: [1, -1, 1])
        let selection = SelectedParts(edges: [true, false, true])
        let projection = graph.projection(.facts, selection: selection, keepingEdges: true)
        #expect(try EdgeWeights.attribute("weight", of: graph).ofArcs(of: projection) == [1, 1])
    }

    @Test func claimsAndConfidencesAreStrengths() throws {
        var graph = Graph()
        let state = graph.add(.state("A"))
        let group = graph.add(.actor("B"))
        let council = graph.add(.organisation("C"))
        let hosting = graph.link(
            state, .hosts, group, claim: Claim(by: council, confidence: try Confidence(60)))
        graph.addClaim(
            Claim(by: state, modality: .denied, confidence: try Confidence(90)), to: hosting)
        graph.addClaim(Claim(by: group, confidence: try Confidence(30)), to: hosting)
        let funding = graph.link(state, .funds, group)
        let denial = graph.link(
            state, .trains, group, claim: Claim(by: state, modality: .denied))
        let projection = graph.projection(.all, isDirected: true, keepingEdges: true)
        let claims = EdgeWeights.claims(of: graph)
        #expect(claims[hosting] == 2)
        #expect(claims[funding] == 1)
        #expect(claims[denial] == 0)
        #expect(try claims.ofArcs(of: projection) == [2, 1, 0])
        let confidence = EdgeWeights.confidence(of: graph)
        #expect(confidence[hosting] == 0.6)
        #expect(confidence[funding] == 0.5)
        #expect(EdgeWeights.claims(of: triangle.graph())[EdgeIndex(0)] == 1)
    }
}
