import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

@testable import LinkChartDrawing

/// What the interactive page is put together from. How it behaves, browsers say: `Tests/Browser`.
struct InteractivePageTests {
    /// The examples of FIPS 180-4 and NIST's SHA256ShortMsg, with lengths on both sides of a block's padding.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
            "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
        ),
    ])
    func hashesEqualTheStandards(text: String, expected: String) {
        let hash = SHA256.hash(text.utf8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        #expect(hash.joined() == expected)
    }

    @Test func aMillionLettersHashAsTheStandardSays() {
        let hash = SHA256.hash(repeatElement(UInt8(ascii: "a"), count: 1_000_000))
        #expect(base64(hash) == "zcduXJkU+5KBocfihNc+Z/GAmkiklyAOBG05zMcRLNA=")
    }

    @Test func base64EqualsFoundations() {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            #expect(base64(bytes) == Data(bytes).base64EncodedString())
        }
    }

    @Test func textsSurviveJSONAndEndNoElement() throws {
        var texts = [
            "", "\"\\/\u{8}\t\n\u{1F}\u{7F}", "</script><!--", "\u{2028}\u{2029}\u{20A8}\u{2027}", "é阿🇦🇫",
        ]
        // Every scalar of the Basic Multilingual Plane beside the ones that are escaped.
        for start in stride(from: UInt32(0), to: 0x10000, by: 0x100) {
            texts.append(
                String(String.UnicodeScalarView((start..<start + 0x100).compactMap(Unicode.Scalar.init)))
                    + "<")
        }
        var json = PageJSON()
        json.object { json in
            json.key("texts")
            json.array(texts) { $0.string($1) }
        }
        #expect(!json.bytes.contains(UInt8(ascii: "<")) && !json.bytes.contains { $0 < 0x20 })
        let written = String(decoding: json.bytes, as: UTF8.self)
        #expect(!written.unicodeScalars.contains { $0 == "\u{2028}" || $0 == "\u{2029}" })
        let read = try #require(JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: [String]])
        // Compared by scalars: == would take canonically equal texts for the same.
        #expect(
            try #require(read["texts"]).map { Array($0.unicodeScalars) }
                == texts.map { Array($0.unicodeScalars) })
    }

    @Test func numbersHaveTwoDecimalsAndAreNumbers() throws {
        let numbers = [0, -0.0, 1, -1.5, 0.005, 1234.567, -0.004, 99.999, .infinity, .nan, 1e300, 1e12]
        var json = PageJSON()
        json.array(numbers) { $0.number($1) }
        #expect(
            String(decoding: json.bytes, as: UTF8.self)
                == "[0,0,1,-1.5,0.01,1234.57,0,100,0,0,0,1000000000000]")
    }

    @Test func placeholdersAreReplacedOnceAndOnlyInTheTemplate() {
        let html = InteractivePage.html(title: "{{script}} & <b>", data: Array("{\"a\":\"{{style}}\"}".utf8))
        let text = String(decoding: html, as: UTF8.self)
        #expect(text.contains("<title>{{script}} &amp; &lt;b&gt;</title>"))
        #expect(text.contains("id=\"data\">{\"a\":\"{{style}}\"}</script>"))
        #expect(text.hasPrefix("<!doctype html>") && text.hasSuffix("</html>\n"))
        #expect(!text.contains("{{csp}}") && !text.contains("{{data}}"))
        // Nothing in the program's own texts may end the elements they stand in.
        #expect(text.components(separatedBy: "</script").count == 3)
        #expect(text.components(separatedBy: "</style").count == 2)
    }

    @Test func everythingIsInThePageOnceAndFoldedNowhere() async throws {
        var graph = Graph(title: "Two claims")
        let state = graph.add(.state("A", iso: "AA"))
        let group = graph.add(.actor("B"))
        let twin = graph.add(.actor("C"))
        graph.link(state, .hosts, group, claim: Claim(by: state, modality: .denied))
        graph.link(
            state, .hosts, group,
            claim: Claim(by: twin, statement: "It does.", confidence: try Confidence(70)))
        graph.link(state, .hosts, twin)
        var options = DrawingOptions()
        options.show(.all)
        let drawing = try await GraphDrawing.render(graph, options: options, format: .html)
        let text = String(decoding: drawing.bytes, as: UTF8.self)
        let start = try #require(text.range(of: "id=\"data\">")).upperBound
        let end = try #require(text.range(of: "</script>", range: start..<text.endIndex)).lowerBound
        let page = try #require(
            JSONSerialization.jsonObject(with: Data(text[start..<end].utf8)) as? [String: Any])
        let nodes = try #require(page["nodes"] as? [[String: Any]])
        let links = try #require(page["links"] as? [[String: Any]])
        #expect(nodes.map { $0["name"] as? String } == ["A", "B", "C"])
        #expect(links.count == 2)
        #expect(links[0]["isContested"] as? Bool == true)
        let claims = try #require(links[0]["claims"] as? [[String: Any]])
        #expect(claims.map { $0["confidence"] as? Int } == [nil, 70])
        #expect((links[1]["claims"] as? [Any])?.isEmpty == true)
    }
}
