import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

@Suite("Scanning lines of pairs")
struct PairReaderTests {
    /// Lines of all sorts: numbers, names, weights, comments, mistakes, and every sort of line end.
    private func randomText(_ random: inout SplitMix64, separator: String, lines: Int) -> String {
        let lineEnd = random.element(of: ["\n", "\r\n", "\r"])
        let isNumeric = random.chance(0.4)
        let isCareless = random.chance(0.5)
        func name() -> String {
            let number = random.below(30)
            if isNumeric || random.chance(0.3) {
                return String(random.chance(0.1) ? number * 1_000_003 : number)
            }
            switch random.below(8) {
            case 0: return "00\(number)"
            case 1: return "-\(number)"
            case 2: return "پاکستان\(number)"
            case 3: return "a name that is longer than sixteen bytes \(number)".replacing(" ", with: "_")
            case 4: return "sixteen_bytes_\(10 + number)"
            case 5: return String(repeating: "x", count: 1 + number)
            case 6: return "\(number)e1"
            default: return "actor-\(number)"
            }
        }
        func weight() -> String {
            random.element(of: ["1", "17", "255", "0.5", "-3", "1e3", "12345678901", "3.14159", "", "{}"])
        }
        func mistake() -> String {
            random.element(of: [
                "", "  ", "# comment", "% comment", "alone", "alone\(separator)",
                "a\(separator)b\(separator)c",
                "a\(separator)b\(separator)1\(separator)2", "a\(separator)b\(separator)nan",
                "a\u{0}b\(separator)c",
                "a\(separator)b # comment", "a\(separator)b\(separator)-inf", " a\(separator) b ",
            ])
        }
        var text = ""
        for line in 0..<lines {
            if isCareless && random.chance(0.2) {
                text += mistake()
            } else {
                text += name() + separator + name()
                if random.chance(0.3) { text += separator + weight() }
            }
            if line + 1 < lines || random.chance(0.7) { text += lineEnd }
        }
        return text
    }

    private func expectSame(
        _ columns: PairColumns?, _ naive: NaivePairs, _ comment: @autoclosure () -> String,
        source: SourceLocation = #_sourceLocation
    ) {
        guard let columns else {
            Issue.record("refused: \(comment())", sourceLocation: source)
            return
        }
        let names = (0..<columns.names.count).map { columns.names[$0] }
        let edges = zip(columns.sources, columns.targets).map { [Int($0), Int($1)] }
        let weights: [Double?] =
            columns.weights.isEmpty
            ? Array(repeating: nil, count: edges.count) : columns.weights.map { $0.isNaN ? nil : $0 }
        let isSame =
            names == naive.names && edges == naive.edges && weights == naive.weights
            && columns.issues.map(\.kind) == naive.issues
        #expect(isSame, "\(comment())", sourceLocation: source)
        // Every name can be found again.
        for (number, name) in names.enumerated() where columns.names.number(of: name) != number {
            Issue.record("\(name) is lost: \(comment())", sourceLocation: source)
        }
    }

    @Test(
        "random edge lists read as a naive parser reads them, in one part and in any two", arguments: 0..<150)
    func blanks(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = randomText(
            &random, separator: random.element(of: [" ", "\t", "  "]), lines: 1 + random.below(40))
        let naive = NaivePairs(text, separators: [" ", "\t"], collapses: true)
        try Array(text.utf8).withUnsafeBytes { file in
            let reader = PairReader(dialect: .blanks)
            expectSame(
                try reader.read(file, from: 0, parts: 1), naive, "seed \(seed): \(text.debugDescription)")
            for cut in file.indices where file[cut] == 0x0A {
                let parts = [0..<cut + 1, cut + 1..<file.count]
                expectSame(
                    try reader.read(file, in: parts), naive,
                    "seed \(seed), cut \(cut): \(text.debugDescription)")
            }
            for count in 2...5 {
                expectSame(
                    try reader.read(file, from: 0, parts: count), naive, "seed \(seed), \(count) parts")
            }
        }
    }

    @Test("random lists between commas read as a naive parser reads them", arguments: 0..<100)
    func commas(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = randomText(
            &random, separator: random.element(of: [",", ", "]), lines: 1 + random.below(30))
        let naive = NaivePairs(text, separators: [","], collapses: false)
        try Array(text.utf8).withUnsafeBytes { file in
            for count in 1...3 {
                let columns = try PairReader(dialect: .commas).read(file, from: 0, parts: count)
                expectSame(columns, naive, "seed \(seed), \(count) parts: \(text.debugDescription)")
            }
        }
    }

    @Test("names at every distance from the end of the file are read in full", arguments: 1...40)
    func fileEnds(length: Int) throws {
        let name = String(repeating: "n", count: length)
        for tail in ["", "\n", "\r\n", " 5", " 5\n", " 0.25\r\n"] {
            let text = "a b\na \(name)\(tail)"
            let naive = NaivePairs(text, separators: [" "], collapses: true)
            let guarded = GuardedBytes(text.utf8)
            let columns = try PairReader(dialect: .blanks).read(guarded.bytes, from: 0, parts: 1)
            expectSame(columns, naive, text.debugDescription)
        }
    }

    @Test("a table's lines with quotes, wrong numbers of fields or empty names are left to the tokenizer")
    func refusals() throws {
        for text in [
            "a,\"b\"\n", "a,b,c\n", "a\n", ",b\n", "a,\n", "a,b\nc,d,5\n", "\u{0},b\n", "a,b\n\"c,d\n",
        ] {
            try Array(text.utf8).withUnsafeBytes { file in
                let reader = PairReader(dialect: .table(delimiter: 0x2C), columns: 2)
                for parts in 1...2 {
                    let columns = try reader.read(file, from: 0, parts: parts)
                    #expect(columns == nil, "\(text.debugDescription)")
                }
            }
        }
    }

    @Test("parts cover the file without gaps and end after line feeds", arguments: 0..<50)
    func parts(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let bytes = (0..<random.below(200)).map { _ in
            random.element(of: [0x0A, 0x0D, 0x61, 0x20] as [UInt8])
        }
        bytes.withUnsafeBytes { file in
            let start = random.below(bytes.count + 1)
            let parts = PairReader.ranges(of: file, from: start, count: 1 + random.below(8))
            #expect(parts.first?.lowerBound == start && parts.last?.upperBound == bytes.count, "seed \(seed)")
            for (part, next) in zip(parts, parts.dropFirst()) {
                #expect(
                    part.upperBound == next.lowerBound && bytes[part.upperBound - 1] == 0x0A, "seed \(seed)")
            }
        }
    }

    @Test("names that share their first sixteen bytes stay apart")
    func longNames() throws {
        let names =
            (0..<2000).map { "a-common-beginning-of-names-\($0 / 50)-\($0)" } + [
                "a-common-beginni", "a-common-beginn",
            ]
        let text = zip(names, names.reversed()).map { "\($0) \($1)" }.joined(separator: "\n")
        let naive = NaivePairs(text, separators: [" "], collapses: true)
        try Array(text.utf8).withUnsafeBytes { file in
            expectSame(try PairReader(dialect: .blanks).read(file, from: 0, parts: 3), naive, "long names")
        }
    }
}
