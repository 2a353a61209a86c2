import LinkChartTestKit
import Testing

@testable import LinkChartModel

/// The table against a dictionary of byte lists: strings are the same if their bytes are.
struct StringTableTests {
    private struct Twins {
        var table = StringTable()
        var numbers: [[UInt8]: Int] = [:]
        var strings: [[UInt8]] = []

        mutating func insert(_ string: String) {
            let bytes = Array(string.utf8)
            let (number, isNew) = table.insert(string)
            #expect(isNew == (numbers[bytes] == nil))
            if isNew {
                numbers[bytes] = strings.count
                strings.append(bytes)
            }
            #expect(number == numbers[bytes])
        }

        func check(_ context: String) {
            #expect(table.count == strings.count, "\(context)")
            for (number, bytes) in strings.enumerated() {
                #expect(Array(table[number].utf8) == bytes, "\(context)")
                #expect(table.withBytes(of: number, Array.init) == bytes, "\(context)")
                #expect(bytes.withUnsafeBufferPointer(table.number(ofBytes:)) == number, "\(context)")
                #expect(table.number(of: String(decoding: bytes, as: UTF8.self)) == number, "\(context)")
            }
            var broken = Broken()
            table.check(&broken, "strings")
            #expect(broken.found.isEmpty, "\(context)")
        }
    }

    @Test func agreesWithADictionary() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for round in 0..<30 {
            var twins = Twins()
            let alphabet = ["a", "b", "é", "e\u{301}", "布", "\u{0}", "🚢"].prefix(
                Int.random(in: 1...7, using: &random))
            for _ in 0..<300 {
                let length = Int.random(in: 0..<Int.random(in: 1..<20, using: &random), using: &random)
                twins.insert((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "" }.joined())
                if Int.random(in: 0..<50, using: &random) == 0 {
                    twins.table.reserve(strings: 40, bytes: 100)
                }
            }
            twins.check("seed \(seed), round \(round)")
            #expect(twins.table.number(of: "not there") == nil)
        }
    }

    @Test func holdsTheEmptyStringAndLongOnes() {
        var twins = Twins()
        #expect(twins.table.number(of: "") == nil && StringTable().count == 0)
        for length in [0, 1, 7, 8, 9, 15, 16, 17, 1_000, 100_000] {
            twins.insert(String(repeating: "x", count: length))
        }
        twins.insert("")
        twins.check("lengths")
        #expect(twins.table.number(of: "") == 0)
    }

    /// Composed and decomposed letters are two strings here, though Swift calls them equal.
    @Test func comparesBytes() {
        var table = StringTable()
        #expect(table.insert("é").number == 0)
        #expect(table.insert("e\u{301}").number == 1)
        #expect(table.number(of: "é"[...]) == 0)
    }

    @Test func copiesAreIndependent() {
        var table = StringTable()
        table.insert("a")
        let copy = table
        table.insert("b")
        #expect(copy.count == 1 && copy.number(of: "b") == nil && table.number(of: "b") == 1)
    }
}

/// The slots against a dictionary, with hashes that collide in every way there is.
struct HashSlotsTests {
    @Test(arguments: ["random", "one hash", "one place", "one upper half", "last place"])
    func agreesWithADictionary(hashes: String) {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for round in 0..<20 {
            var slots = HashSlots()
            var keys: [UInt64] = []
            var numbers: [UInt64: Int] = [:]
            func hash(_ key: UInt64) -> UInt64 {
                switch hashes {
                case "random":
                    var mixed = SplitMix64(seed: key)
                    return mixed.next()
                case "one hash": return 0xDEAD_BEEF_0000_0000
                case "one place": return 0xAAAA_AA00_0000_0000 | key << 32
                case "one upper half": return 0x1234_5678_0000_0000 | key
                default: return 0xFFFF_FFFF_0000_0000 | key
                }
            }
            func find(_ key: UInt64) -> Int? {
                guard !slots.isEmpty else { return nil }
                var probe = slots.probe(hash(key))
                while let candidate = slots.next(&probe) { if keys[candidate] == key { return candidate } }
                return nil
            }
            for step in 0..<300 {
                let key = UInt64.random(in: 0..<200, using: &random)
                #expect(find(key) == numbers[key], "seed \(seed), round \(round), step \(step)")
                guard numbers[key] == nil else { continue }
                slots.reserve(Int.random(in: 1...(step == 100 ? 500 : 2), using: &random))
                var probe = slots.probe(hash(key))
                while slots.next(&probe) != nil {}
                slots.enter(keys.count, at: probe)
                numbers[key] = keys.count
                keys.append(key)
                #expect(slots.count == keys.count)
            }
            for key in 0..<UInt64(220) { #expect(find(key) == numbers[key], "seed \(seed), round \(round)") }
        }
    }
}
