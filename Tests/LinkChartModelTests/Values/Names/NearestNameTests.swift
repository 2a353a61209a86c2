import LinkChartTestKit
import Testing

@testable import LinkChartModel

@Suite struct NearestNameTests {
    static let relations = [
        "locatedIn", "partOf", "memberOf", "formerlyMemberOf", "hosts", "shields", "enables", "funds", "arms",
        "trains",
        "attacks", "threatens", "rivals", "sanctions", "responsibilityClaimedBy", "spillsOverTo",
    ]

    @Test(arguments: [
        ("host", "hosts"), ("Hosts", "hosts"), ("hsots", "hosts"), ("atacks", "attacks"),
        ("located in", "locatedIn"),
        ("locateIn", "locatedIn"), ("member", "memberOf"), ("claimed-by", "responsibilityClaimedBy"),
        ("spills_over", "spillsOverTo"), ("fund", "funds"), ("trian", "trains"),
    ])
    func suggestsWhatWasMeant(written: String, meant: String) {
        #expect(nearestName(to: written, in: Self.relations) == meant)
    }

    @Test(arguments: ["", "xyzzy", "q", "assassinated"])
    func suggestsNothingFarFetched(written: String) {
        #expect(nearestName(to: written, in: Self.relations) == nil)
    }

    @Test func aSingleWrongLetterSuggestsNothing() {
        #expect(nearestName(to: "A", in: ["B", "C"]) == nil)
    }

    @Test func listsSeveralBestFirst() {
        let names = ["Taliban Pakistan", "Taliban", "Talibar", "Balochistan", "Tehrik-i-Taliban Pakistan"]
        #expect(
            nearestNames(to: "talibann", in: names, limit: 3) == ["Taliban", "Talibar"])
        #expect(
            nearestNames(to: "taliban", in: names, limit: 9)
                == ["Taliban", "Talibar", "Taliban Pakistan", "Tehrik-i-Taliban Pakistan"])
        #expect(nearestNames(to: "taliban", in: names, limit: 0).isEmpty)
    }

    /// The distance against its own definition: breadth-first search over single edits is too wide, so the recursive
    /// definition without a table or a bound.
    @Test func distanceAgreesWithItsRecursiveDefinition() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        var table = AlignmentTable()
        for _ in 0..<2_000 {
            let pair = (0..<2).map { _ in
                (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
                    "abc".unicodeScalars.randomElement(using: &random)
                }
            }
            let expected = recursiveDistance(pair[0][...], pair[1][...])
            for bound in 0...7 {
                let found = table.distance(from: pair[0], to: pair[1], atMost: bound)
                #expect(
                    found == (expected <= bound ? expected : nil), "seed \(seed): \(pair), bound \(bound)")
            }
        }
    }

    private func recursiveDistance(
        _ source: ArraySlice<Unicode.Scalar>, _ target: ArraySlice<Unicode.Scalar>
    ) -> Int {
        guard let last = source.last else { return target.count }
        guard let other = target.last else { return source.count }
        var least = min(
            recursiveDistance(source.dropLast(), target) + 1,
            recursiveDistance(source, target.dropLast()) + 1,
            recursiveDistance(source.dropLast(), target.dropLast()) + (last == other ? 0 : 1))
        if source.count > 1, target.count > 1, source.dropLast().last == other, target.dropLast().last == last
        {
            least = min(least, recursiveDistance(source.dropLast(2), target.dropLast(2)) + 1)
        }
        return least
    }
}
