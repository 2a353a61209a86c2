import LinkChartFormats
import LinkChartModel
import Testing

@Suite struct JSONWriterTests {
    private func sample(_ style: JSONWriter.Style) -> String {
        var json = JSONWriter(style: style)
        json.object {
            $0.member("title", "a")
            $0.member("nodes") { json in
                json.array { json in
                    json.object {
                        $0.member("id", "x")
                        $0.member("aliases") { $0.strings(["y", "z"]) }
                    }
                    json.object { _ in }
                }
            }
            $0.member("none") { $0.array { _ in } }
        }
        return json.text
    }

    @Test func writesThreeStyles() {
        #expect(
            sample(.compact) == #"{"title":"a","nodes":[{"id":"x","aliases":["y","z"]},{}],"none":[]}"#)
        #expect(
            sample(.pretty) == """
                {
                  "title": "a",
                  "nodes": [
                    {
                      "id": "x",
                      "aliases": [
                        "y",
                        "z"
                      ]
                    },
                    {}
                  ],
                  "none": []
                }
                """)
        #expect(
            sample(.rows(depth: 2)) == """
                {
                  "title": "a",
                  "nodes": [
                    {"id": "x", "aliases": ["y", "z"]},
                    {}
                  ],
                  "none": []
                }
                """)
    }

    @Test func escapesWhatMustBe() {
        var json = JSONWriter(style: .compact)
        json.value("\"\\/\u{8}\u{C}\n\r\t\u{1}\u{1F}\u{7F}\u{2028}é中\u{1F600}<script>")
        #expect(
            json.text
                == "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\\u007f\\u2028é中\u{1F600}<script>\"")
    }

    @Test func writesNumbersThatReadBack() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let number = Double(bitPattern: generator.next())
            guard number.isFinite else { continue }
            var json = JSONWriter(style: .compact)
            json.value(number)
            #expect(Double(json.text) == number, "\(number)")
            #expect(!json.text.contains("nan") && !json.text.contains("inf"))
        }
        var json = JSONWriter(style: .compact)
        json.array {
            $0.value(1.0)
            $0.value(-0.0)
            $0.value(1e300)
            $0.value(Double.infinity)
            $0.value(Double.nan)
            $0.value(Int64.min)
            $0.value(UInt64.max)
        }
        #expect(json.text == "[1.0,-0.0,1e+300,1e999,null,-9223372036854775808,18446744073709551615]")
    }

    @Test func passesEverythingToItsSink() throws {
        let sink = MemorySink()
        var json = JSONWriter(style: .compact, sink: sink)
        json.array { for number in 0..<50_000 { $0.value(number) } }
        #expect(sink.bytes.count > 100_000)
        try json.finish()
        #expect(sink.text == "[" + (0..<50_000).map(String.init).joined(separator: ",") + "]\n")
    }

    @Test func writesAttributesInOrder() {
        var json = JSONWriter(style: .compact)
        json.value(["b": 1, "a": [.null, true, 2.5, "x"], "c": [:]] as AttributeValue)
        #expect(json.text == #"{"b":1,"a":[null,true,2.5,"x"],"c":{}}"#)
    }
}
