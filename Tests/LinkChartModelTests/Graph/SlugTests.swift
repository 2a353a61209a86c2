import LinkChartTestKit
import Testing

@testable import LinkChartModel

struct SlugTests {
    @Test(arguments: [
        ("Tehrik-i-Taliban Pakistan", "tehrik-i-taliban-pakistan"), ("  UN  ", "un"), ("", ""), ("-", ""),
        ("A/B (C)", "a-b-c"), ("O'Brien", "o-brien"), ("São Tomé", "sao-tome"), ("喀布尔", "喀布尔"),
        ("<script>alert(1)</script>", "script-alert-1-script"), ("a\u{0}b", "a-b"), ("🚢", ""), ("№ 5", "5"),
    ])
    func makesIdentifiers(name: String, slug: String) { #expect(Graph.slug(name) == slug) }

    /// A name that leaves nothing still gets an identifier.
    @Test func neverIsEmpty() {
        var graph = Graph()
        for (name, id) in [("", nil), ("🚢", nil), ("A", "own"), ("A", "own")] {
            graph.add(.person(name, id: id))
        }
        #expect(graph.nodes.map(\.id) == ["node", "node-2", "own", "own-2"])
        #expect(graph.name(of: NodeIndex(0)) == "" && graph.name(of: NodeIndex(1)) == "🚢")
    }

    /// Both paths, with and without letters beyond ASCII, make the same of ASCII.
    @Test func pathsAgree() {
        let seed = freshSeed()
        var random = SplitMix64(seed: seed)
        for _ in 0..<500 {
            let text = String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0..<12, using: &random)).map { _ in
                        Unicode.Scalar(UInt8.random(in: 1..<128, using: &random))
                    }))
            let slow = Graph.slug(text + " é")
            #expect(
                slow == (Graph.slug(text).isEmpty ? "e" : Graph.slug(text) + "-e"), "seed \(seed): \(text)")
        }
    }
}
