import LinkChartModel
import Testing

@Suite struct ThreeValuedTests {
    /// Kleene's connectives by their meaning: an unknown is either, and an answer is sure if all cases agree.
    @Test func connectivesAgreeWithTheirCases() {
        func cases(_ value: ThreeValued) -> [Bool] {
            switch value {
            case .yes: [true]
            case .no: [false]
            case .unknown: [true, false]
            }
        }
        func sum(_ answers: [Bool]) -> ThreeValued {
            answers.allSatisfy { $0 } ? .yes : answers.contains(true) ? .unknown : .no
        }
        for left in ThreeValued.allCases {
            #expect(!left == sum(cases(left).map { !$0 }))
            for right in ThreeValued.allCases {
                let both = cases(left).flatMap { one in cases(right).map { (one, $0) } }
                #expect((left && right) == sum(both.map { $0.0 && $0.1 }))
                #expect((left || right) == sum(both.map { $0.0 || $0.1 }))
            }
        }
    }

    @Test func possibleAndCertain() {
        #expect(ThreeValued.allCases.filter(\.isPossible) == [.yes, .unknown])
        #expect(ThreeValued.allCases.filter(\.isCertain) == [.yes])
        #expect(ThreeValued(true) == .yes && ThreeValued(false) == .no)
    }
}
