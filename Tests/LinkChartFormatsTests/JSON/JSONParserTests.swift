import Foundation
import Testing

@testable import LinkChartFormats

@Suite struct JSONParserTests {
    private func isRight(_ text: String) -> Bool {
        JSONParser.parse(MappedFile(copying: text.utf8)).problems.isEmpty
    }

    /// What is JSON and what is not, as Foundation sees it too.
    @Test(arguments: [
        "null", "0", "-0", "1.5e+3", "1E400", "[]", "{}", "[1,2]", #"{"a":{"b":[null,true,false]}}"#,
        "\"\\u00e9\\n\\/\"",
        #""😀""#, " \t\r\n[1]\n", "01", "+1", "1.", ".5", "1e", "-", "--1", "0x1", "NaN", "tru", "True", "'a'",
        "[1,]",
        "[,1]", "[1 2]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "{1:2}", "[", "]", "{", "\"", "\"\\",
        "\"\\x\"",
        "\"\\u12\"", "\"a\nb\"", "[1] 2", "// c\n1", "[1}", "{]", "\"\u{1}\"", "[\"a\",\"b\"", "nul",
        "[nulll]", "",
    ])
    func agreesWithFoundation(text: String) {
        let object = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
        // Foundation allows a comma too many and no number beyond the largest double; RFC 8259 has it the
        // other way round.
        let isJSON = text == "1E400" || (object != nil && text != "[1,]" && text != "{\"a\":1,}")
        #expect(isRight(text) == isJSON, "\(text)")
    }

    @Test func placesAreBytes() throws {
        let text = #"{"é": [10, "x"]}"#
        let (tree, _) = JSONParser.parse(MappedFile(copying: text.utf8))
        let list = try #require(tree.root.flatMap { tree.value($0, "é") })
        #expect(tree.range(list) == SourceRange(offset: 7, length: 1))
        var elements: [SourceRange] = []
        tree.forEachElement(list) { elements.append(tree.range($0)) }
        #expect(elements == [SourceRange(offset: 8, length: 2), SourceRange(offset: 12, length: 3)])
    }

    @Test func readsBackWhatTheWriterWrites() {
        for seed in 1...200 as ClosedRange<UInt64> {
            var random = HostileGraphs(seed: seed)
            let value = random.value()
            var json = JSONWriter(style: .compact)
            json.value(value)
            let (tree, problems) = JSONParser.parse(MappedFile(copying: json.text.utf8))
            var builder = GraphBuilder()
            #expect(
                problems.isEmpty && tree.root.map { builder.value(tree, $0) } == value,
                "seed \(seed): \(json.text)")
        }
    }
}
