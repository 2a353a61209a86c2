import Foundation
import LinkChartDrawing
import LinkChartTestKit
import Testing

@Suite struct TreatmentTests {
    private let theme = SVGTheme(
        pairs: [ColorPair(0xFFFFFF, 0x14181D), ColorPair(0xD6E9F5, 0x123A52), ColorPair(0x0072B2, 0x56B4E9)],
        ink: ColorPair(0x111111, 0xEEEEEE))

    private func treat(_ svg: String, _ treatment: SVGTreatment? = nil) throws -> XMLTree {
        let treatment = treatment ?? SVGTreatment(title: "T", description: "D", theme: theme)
        let tree = try XMLTree.parse(treatment.apply(to: Array(svg.utf8))).get()
        expectHarmless(tree)
        return tree
    }

    private func svg(_ content: String, root: String = "width=\"8pt\" height=\"9pt\" viewBox=\"0 0 8 9\"")
        -> String
    {
        "<svg \(root) xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\(content)</svg>"
    }

    @Test func theDrawingIntroducesItself() async throws {
        let picture = try await GraphvizEngine.render(
            dot: "digraph { bgcolor=white; a [id=n1, class=\"actor armed\"]; a -> b [id=e1] }", format: .svg)
        let treatment = SVGTreatment(
            title: "Who & whom", description: "<2 actors>",
            texts: ["n1": "A group", "e1": "A hosts B, says C"],
            theme: theme, identifier: "map")
        let bytes = try treatment.apply(to: picture.bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "))
        #expect(!text.contains("DOCTYPE") && !text.contains("<!--"))
        let tree = try XMLTree.parse(bytes).get()
        expectHarmless(tree)
        #expect(tree.attributes["role"] == "img")
        #expect(tree.attributes["width"] == "100%" && tree.attributes["height"] == nil)
        #expect(tree.attributes["viewBox"] != nil)
        #expect(tree.attributes["xml:space"] == "preserve")
        #expect(tree.attributes["aria-labelledby"] == "map-title map-desc")
        #expect(tree.element(id: "map-title")?.text == "Who & whom")
        #expect(tree.element(id: "map-desc")?.text == "<2 actors>")
        let node = try #require(tree.element(id: "n1"))
        #expect(node.attributes["class"] == "node actor armed")
        #expect(node.all("title").map(\.text) == ["A group"])
        #expect(tree.element(id: "e1")?.all("title").map(\.text) == ["A hosts B, says C"])
        let other = try #require(tree.all("g").first { $0.attributes["class"] == "node" })
        #expect(other.all("title").map(\.text) == ["b"])
        #expect(tree.all("g").first { $0.attributes["class"] == "graph" }?.child("title") == nil)
    }

    @Test func withinAPageThereIsNoDeclaration() throws {
        let treatment = SVGTreatment(title: "", description: "", isStandalone: false)
        #expect(try treatment.apply(to: Array(svg("").utf8)).starts(with: "<svg ".utf8))
    }

    @Test func aTooltipMovesIntoATitle() throws {
        let group = "<g id=\"node1\" class=\"node\"><title>n1</title><g id=\"a_node1\">"
        let content =
            group
            + "<a xlink:href=\"https://x/\" xlink:title=\"A &lt;tip&gt;&#10;two\" target=\"_blank\"><path d=\"M0,0\"/></a></g></g>"
        let kept = try treat(svg(content))
        #expect(kept.element(id: "node1")?.all("title").map(\.text) == ["n1", "A <tip>\ntwo"])
        let link = try #require(kept.all("a").first)
        #expect(link.attributes == ["xlink:href": "https://x/", "target": "_blank", "rel": "noopener"])
        let replaced = try treat(
            svg(content), SVGTreatment(title: "", description: "", texts: ["node1": "mine"]))
        #expect(replaced.element(id: "node1")?.all("title").map(\.text) == ["mine"])
        let noLink = try treat(svg(content.replacingOccurrences(of: "https://x/", with: "javascript:x")))
        #expect(noLink.all("a").isEmpty)
        #expect(noLink.all("path").count == 1)
        #expect(noLink.element(id: "node1")?.all("title").last?.text == "A <tip>\ntwo")
    }

    @Test(arguments: [
        "<script>alert(1)</script>", "<script xlink:href=\"https://x/\"/>", "<SCRIPT>alert(1)</SCRIPT>",
        "<foreignObject><body xmlns=\"http://www.w3.org/1999/xhtml\"><g><script>1</script></g></body></foreignObject>",
        "<image xlink:href=\"https://x/a.png\"/>", "<use xlink:href=\"https://x/#a\"/>",
        "<style>@import 'x'</style>",
        "<set attributeName=\"href\" to=\"javascript:1\"/>", "<animate/>", "<iframe/>",
        "<svg><script/></svg>",
        "<path onclick=\"alert(1)\" onload=\"x\" ONMOUSEOVER=\"x\" d=\"M0,0\"/>",
        "<g style=\"fill:url(https://x/)\"/>",
        "<path fill=\"url(https://x/)\"/>", "<path fill=\"&#117;rl(https://x/)\"/>",
        "<path fill=\"u\\72l(https://x/)\"/>",
        "<path fill=\"url(#a) url(https://x/)\"/>",
        "<path filter=\"url(https://x/)\" mask=\"url(x)\" cursor=\"url(x)\"/>",
        "<stop style=\"stop-color:url(https://x/)\"/>",
        "<path href=\"javascript:1\" src=\"x\" xml:base=\"https://x/\"/>",
        "<a xlink:href=\"javascript:alert(1)\"><path/></a>", "<a xlink:href=\"&#106;avascript:1\">x</a>",
        "<a xlink:href=\"java&#10;script:1\">x</a>", "<a xlink:href=\"java\u{1}script:1\">x</a>",
        "<a xlink:href=\" javascript:1\" href=\"javascript:1\">x</a>",
        "<a xlink:href=\"data:text/html,x\">x</a>",
        "<a xlink:href=\"//x/\">x</a>", "<a xlink:href=\"\">x</a>", "<a>x</a>",
        "<a target=\"evil\" xlink:href=\"#a\">x</a>",
        "<textPath xlink:href=\"https://x/#p\">x</textPath>",
        "<svg:script xmlns:svg=\"http://www.w3.org/2000/svg\"/>",
        "<g xmlns:x=\"y\" x:onclick=\"z\"/>", "<handler/>", "<text>a<script>b</script>c</text>",
        "<!--<script>--><g/><!--</script>-->", "<?xml-stylesheet href=\"x\"?>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "&undefined;&nbsp;&#0;&#x1f;&#xD800;&#xFFFE;&amp;&", "a\u{1}\u{8}\u{FFFE}b", "]]>",
    ])
    func nothingHarmfulPasses(content: String) throws {
        let tree = try treat(svg(content))
        #expect(tree.all("script").isEmpty && tree.all("image").isEmpty)
        let written = tree.all.dropFirst().filter { $0.name != "style" }
        #expect(!written.contains { $0.attributes.values.contains { $0.contains("javascript") } })
        // The same within a group, twice, so that leaving out ends where it should.
        let nested = try treat(svg("<g>\(content)<rect/></g>\(content)<rect/>"))
        #expect(nested.all("rect").count == 2, "\(content)")
    }

    @Test func aDoctypeWithEntitiesIsDropped() throws {
        let doctype =
            "<!DOCTYPE svg [<!ENTITY x \"<script>alert(1)</script>\"> <!ENTITY y SYSTEM \"file:///etc/passwd\">]>"
        let tree = try treat("<?xml version=\"1.0\"?>\n\(doctype)\n" + svg("<text>&x;&y;</text>"))
        #expect(tree.all("text").first?.text == "&x;&y;")
    }

    @Test(arguments: [
        "", "   ", "text", "<svg", "<svg>", "<svg></g>", "<svg></svg", "<svg></svg><svg></svg>",
        "<svg></svg>x", "</svg>",
        "<svg><g></svg>", "<svg><g></svg></g>", "<html></html>", "<svg a></svg>", "<svg a=b></svg>",
        "<svg a=\"b></svg>",
        "<svg><!-- </svg>", "<svg><![CDATA[ </svg>", "<svg><? </svg>", "<!DOCTYPE svg [ <svg></svg>",
        "<svg>< g/></svg>",
        "<>", "<svg><></></svg>", "<!-- only -->", "<svg><g/ ></svg>", "<script/>",
    ])
    func whatIsNoSVGIsRefused(text: String) {
        let treatment = SVGTreatment(title: "", description: "")
        let error = #expect(throws: SVGError.self) { _ = try treatment.apply(to: Array(text.utf8)) }
        #expect(error.map { [.malformed, .notSVG].contains($0.code) } == true)
    }

    @Test func aDrawingCutOffAnywhereIsRefused() async throws {
        let whole = try await GraphvizEngine.render(
            dot: "digraph { a [URL=\"https://x/\", tooltip=\"é中\"]; subgraph cluster { b } a -> b }",
            format: .svg
        ).bytes
        let treatment = SVGTreatment(title: "t", description: "d", theme: theme)
        let end = String(decoding: whole, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines).utf8
            .count
        for length in 0..<end {
            #expect(throws: SVGError.self, "\(length) bytes") {
                _ = try treatment.apply(to: Array(whole[..<length]))
            }
        }
    }

    /// Random damage must end in an error or in well-formed, harmless XML.
    @Test(arguments: [11, 12, 13, 14] as [UInt64])
    func damageDoesNoHarm(seed: UInt64) async throws {
        let whole = try await GraphvizEngine.render(
            dot: """
                digraph { a [URL="https://x/", tooltip="é中", style=filled, fillcolor="red:blue"];
                subgraph cluster { b [label=<<b>x</b>>] } a -> b [label=l, URL="#b"] }
                """, format: .svg
        ).bytes
        var generator = SplitMix64(seed: seed)
        let treatment = SVGTreatment(title: "t", description: "d", texts: ["node1": "x"], theme: theme)
        for _ in 0..<400 {
            var bytes = whole
            for _ in 0..<Int.random(in: 1...4, using: &generator) {
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0...3, using: &generator) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: place)
                case 2:
                    bytes.insert(UInt8("<>&\"'/=;#".utf8.randomElement(using: &generator) ?? 0), at: place)
                default:
                    let end = Int.random(in: place...min(place + 40, bytes.count), using: &generator)
                    bytes.insert(
                        contentsOf: bytes[place..<end], at: Int.random(in: 0..<bytes.count, using: &generator)
                    )
                }
            }
            guard let result = try? treatment.apply(to: bytes) else { continue }
            switch XMLTree.parse(result) {
            case .success(let tree): expectHarmless(tree)
            case .failure(let failure):
                Issue.record("seed \(seed): \(failure)\n\(String(decoding: result, as: UTF8.self))")
            }
        }
    }

    @Test func invalidUTF8IsMended() throws {
        let start = Array("<svg viewBox=\"0 0 1 1\"><text>a".utf8)
        let bytes = start + [0xFF, 0xC3, 0xED, 0xA0, 0x80] + Array("b</text></svg>".utf8)
        let tree = try XMLTree.parse(SVGTreatment(title: "", description: "").apply(to: bytes)).get()
        #expect(tree.all("text").first?.text.hasPrefix("a\u{FFFD}") == true)
        #expect(tree.all("text").first?.text.hasSuffix("b") == true)
    }

    @Test func treatingTwiceIsTreatingOnce() async throws {
        let picture = try await GraphvizEngine.render(
            dot: "digraph { a [id=n1, URL=\"#x\"] a -> b }", format: .svg)
        let treatment = SVGTreatment(title: "T", description: "D", texts: ["n1": "x"], theme: theme)
        let once = try treatment.apply(to: picture.bytes)
        let twice = try treatment.apply(to: once)
        #expect(try XMLTree.parse(twice).get().outline == XMLTree.parse(once).get().outline)
    }
}
