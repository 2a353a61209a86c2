import LinkChartModel
import LinkChartTestKit
import Testing

@Suite struct EDTFRoundTripTests {
    /// Writes random expressions by the grammar of the standard.
    struct Writer {
        var random: SplitMix64

        mutating func expression() -> String {
            switch Int.random(in: 0..<10, using: &random) {
            case 0...4: date()
            case 5: date() + "/" + date()
            case 6:
                [date() + "/..", "../" + date(), date() + "/", "/" + date()].randomElement(using: &random)
                    ?? ""
            case 7: "[" + members() + "]"
            default: "{" + members() + "}"
            }
        }

        private mutating func members() -> String {
            var members = (0..<Int.random(in: 1...3, using: &random)).map { _ in
                Bool.random(using: &random) ? date() : date() + ".." + date()
            }
            if Int.random(in: 0..<4, using: &random) == 0 { members.insert(".." + date(), at: 0) }
            if Int.random(in: 0..<4, using: &random) == 0 { members.append(date() + "..") }
            return members.joined(separator: Bool.random(using: &random) ? "," : ", ")
        }

        private mutating func date() -> String {
            if Int.random(in: 0..<8, using: &random) == 0 {
                return ["Y170000002", "Y-17E7", "1950S2", "Y3388E2S3", "-0044", "Y12009"].randomElement(
                    using: &random) ?? ""
            }
            var text = sign() + digits(4, Int.random(in: 0...2030, using: &random)) + sign()
            if Bool.random(using: &random) { return text }
            if Int.random(in: 0..<6, using: &random) == 0 {
                return text + "-" + sign() + String(Int.random(in: 21...41, using: &random)) + sign()
            }
            text += "-" + sign() + digits(2, Int.random(in: 1...12, using: &random)) + sign()
            if Bool.random(using: &random) { return text }
            text += "-" + sign() + digits(2, Int.random(in: 1...31, using: &random))
            if Int.random(in: 0..<4, using: &random) == 0 { return text + "T12:30:00Z" }
            return text + sign()
        }

        private mutating func sign() -> String {
            Int.random(in: 0..<5, using: &random) == 0
                ? "?~%".randomElement(using: &random).map(String.init) ?? "" : ""
        }

        private mutating func digits(_ width: Int, _ value: Int) -> String {
            let text = String(repeating: "0", count: width - String(value).count) + String(value)
            return String(text.map { Int.random(in: 0..<12, using: &random) == 0 ? "X" : $0 })
        }
    }

    @Test func canonicalTextsParseToTheSameDate() throws {
        let seed = freshSeed()
        var writer = Writer(random: SplitMix64(seed: seed))
        var parsed = 0
        for _ in 0..<20_000 {
            let text = writer.expression()
            // The writer doesn't know the calendar, so some are impossible.
            guard let date = try? EDTFDate(text) else { continue }
            parsed += 1
            let canonical = date.description
            let again = try EDTFDate(canonical)
            #expect(again == date && again.description == canonical, "seed \(seed): \(text) -> \(canonical)")
            #expect(again.hashValue == date.hashValue)
            if let first = date.earliestStart, let last = date.latestStart {
                #expect(first <= last, "seed \(seed): \(text)")
            }
            if let first = date.earliestEnd, let last = date.latestEnd {
                #expect(first <= last, "seed \(seed): \(text)")
            }
            if let first = date.earliestStart, let last = date.latestEnd {
                #expect(first <= last, "seed \(seed): \(text)")
            }
        }
        #expect(parsed > 10_000, "seed \(seed)")
    }

    @Test func brokenTextsAreRefusedWithoutACrash() throws {
        let seed = freshSeed()
        var writer = Writer(random: SplitMix64(seed: seed))
        let alphabet = Array("0123456789-X?~%/.,[]{}YESTZ: uopenJ+é".utf8)
        for _ in 0..<20_000 {
            var bytes = Array(writer.expression().utf8)
            for _ in 0..<Int.random(in: 1...3, using: &writer.random) where !bytes.isEmpty {
                let position = bytes.indices.randomElement(using: &writer.random) ?? 0
                let byte = alphabet.randomElement(using: &writer.random) ?? 0
                switch Int.random(in: 0..<3, using: &writer.random) {
                case 0: bytes[position] = byte
                case 1: bytes.insert(byte, at: position)
                default: bytes.remove(at: position)
                }
            }
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                let date = try EDTFDate(text)
                #expect(try EDTFDate(date.description) == date, "seed \(seed): \(text)")
            } catch {
                #expect((0...text.utf8.count).contains(error.position), "seed \(seed): \(text)")
                if let suggestion = error.suggestion {
                    #expect(throws: Never.self, "seed \(seed): \(text)") { try EDTFDate(suggestion) }
                }
            }
        }
    }
}
