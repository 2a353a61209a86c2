import LinkChartModel
import Testing

@Suite struct ModalityTests {
    @Test func classesOfModality() {
        let all = Modality.allCases
        #expect(all.count == 8)
        #expect(all.filter(\.isEstablishing) == [.asserted, .confirmed, .estimated])
        #expect(all.filter(\.isAffirming) == [.asserted, .confirmed, .estimated, .alleged])
        #expect(all.filter(\.isNegating) == [.negated, .denied])
    }

    @Test(arguments: Modality.allCases)
    func namesRoundTrip(modality: Modality) {
        #expect(Modality(named: modality.description) == modality)
        #expect(Modality(named: "-\(modality.rawValue.uppercased())_") == modality)
    }

    @Test func unknownNamesAreRefusedWithASuggestion() {
        #expect(Modality(named: "aledged") == nil)
        #expect(Modality.nearest(to: "aledged") == "alleged")
        #expect(Modality(named: "") == nil)
        #expect(Modality.nearest(to: "whatever") == nil)
    }

    @Test func flowReverses() {
        #expect(Flow.allCases.map(\.reversed) == [.reverse, .forward, .both, .none])
        #expect(Flow(named: "Both") == .both)
        #expect(Polarity(named: "HOSTILE") == .hostile)
        #expect(Polarity.allCases.count == 3)
    }
}
