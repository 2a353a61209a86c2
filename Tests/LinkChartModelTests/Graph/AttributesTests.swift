import LinkChartTestKit
import Testing

@testable import LinkChartModel

struct AttributesTests {
    @Test func keepsOrderButComparesWithout() {
        let one: Attributes = ["low": 1, "high": 2]
        let other: Attributes = ["high": 2, "low": 1]
        #expect(one == other && one.hashValue == other.hashValue)
        #expect(one.map(\.name) == ["low", "high"] && other.map(\.name) == ["high", "low"])
        #expect(one != ["low": 1] && one != ["low": 1, "high": 3] && one != ["low": 1, "height": 2])
        #expect(Set<AttributeValue>([.object(one), .object(other), .list([1]), 1, 1.0]).count == 4)
    }

    /// Against a dictionary and a list of names in the order they came.
    @Test func behavesAsADictionaryInOrder() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for _ in 0..<100 {
            var attributes = Attributes()
            var values: [String: AttributeValue] = [:]
            var order: [String] = []
            for _ in 0..<30 {
                let name = ["a", "b", "c", "", "é"].pick(&random)
                let value: AttributeValue? = [nil, 1, "x", .null].pick(&random)
                attributes[name] = value
                if value == nil { order.removeAll { $0 == name } }
                if value != nil && values[name] == nil { order.append(name) }
                values[name] = value
                #expect(attributes.map(\.name) == order, "seed \(seed)")
                #expect(attributes.allSatisfy { values[$0.name] == $0.value }, "seed \(seed)")
                #expect(attributes.count == values.count && attributes[name] == value, "seed \(seed)")
            }
            #expect(
                Attributes(order.shuffled(using: &random).map { ($0, values[$0] ?? .null) }) == attributes)
        }
    }

    @Test func mergesAndNamesConflicts() {
        var own: Attributes = ["a": 1, "b": "x", "c": ["low": 1, "high": 2]]
        let conflicts = own.merge(["b": "y", "a": 1, "c": ["high": 2, "low": 1], "d": .null])
        #expect(conflicts == ["b"])
        #expect(own == ["a": 1, "b": "x", "c": ["low": 1, "high": 2], "d": .null])
        #expect(Attributes([("a", 1), ("a", 2)]) == ["a": 2])
    }

    @Test func readsValues() {
        #expect(AttributeValue.integer(3).double == 3 && AttributeValue.number(0.5).double == 0.5)
        #expect(AttributeValue.string("3").double == nil && AttributeValue.string("3").string == "3")
        #expect(AttributeValue.bool(true).string == nil && AttributeValue.null.double == nil)
    }
}
