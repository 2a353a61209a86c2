import Foundation
import LinkChartDrawing
import LinkChartTestKit
import Testing

/// Whatever text goes in must come out of Graphviz and the treatment as it was, in well-formed XML.
@Suite struct EscapingTests {
    private static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    private let treatment = SVGTreatment(title: "t", description: "d")

    private func strings(seed: UInt64) -> [String] {
        var generator = SplitMix64(seed: seed)
        return seed == 1
            ? HostileStrings.fixed : (0..<60).map { _ in HostileStrings.random(using: &generator) }
    }

    /// What of a string can be drawn at all: XML knows no control characters, and tabs are spaces on paper.
    private func drawable(_ text: String) -> String {
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(
            of: "\r", with: "\n")
        return String(
            String.UnicodeScalarView(
                lines.unicodeScalars.compactMap { scalar in
                    switch scalar.value {
                    case 0x09: " "
                    case 0x0A: "\n"
                    case ..<0x20, 0x7F, 0xFFFE, 0xFFFF: nil
                    default: scalar
                    }
                }))
    }

    private func draw(_ dot: String, treatment: SVGTreatment? = nil) async throws -> XMLTree {
        let picture = try await GraphvizEngine.render(dot: dot, format: .svg)
        let bytes = try (treatment ?? self.treatment).apply(to: picture.bytes)
        let tree = try XMLTree.parse(bytes).get()
        expectHarmless(tree)
        return tree
    }

    @Test(arguments: seeds)
    func plainLabelsArriveUnchanged(seed: UInt64) async throws {
        let strings = strings(seed: seed)
        var dot = "digraph { html [label=<<b>same</b>>]; html2 [label=<plain>];"
        for (index, string) in strings.enumerated() {
            dot += "n\(index) [id=n\(index), label=\(DotEscaping.label(string))];"
            dot += "n\(index) -> html [id=e\(index), label=\(DotEscaping.label(string))];"
        }
        let tree = try await draw(dot + "}")
        for (index, string) in strings.enumerated() {
            let lines = drawable(string).components(separatedBy: "\n").filter { !$0.isEmpty }
            for id in ["n\(index)", "e\(index)"] {
                let group = try #require(tree.element(id: id))
                #expect(group.lines == lines, "seed \(seed), \(id): \(string.debugDescription)")
            }
        }
    }

    @Test(arguments: seeds)
    func htmlTextArrivesUnchanged(seed: UInt64) async throws {
        let strings = strings(seed: seed)
        var dot = "digraph {"
        for (index, string) in strings.enumerated() {
            let text = DotEscaping.htmlText(string)
            dot += "n\(index) [id=n\(index), shape=plain, label=<<table><tr><td align=\"left\">\(text)</td>"
            dot += "<td>end</td></tr></table>>];"
        }
        let tree = try await draw(dot + "}")
        for (index, string) in strings.enumerated() {
            let lines = drawable(string).components(separatedBy: "\n").filter { !$0.isEmpty } + ["end"]
            let group = try #require(tree.element(id: "n\(index)"))
            #expect(group.lines == lines, "seed \(seed): \(string.debugDescription)")
        }
    }

    @Test(arguments: seeds)
    func tooltipsArriveUnchanged(seed: UInt64) async throws {
        let strings = strings(seed: seed)
        var dot = "digraph { target;"
        for (index, string) in strings.enumerated() {
            let tooltip = DotEscaping.tooltip(string)
            dot += "n\(index) [id=n\(index), label=x, tooltip=\(tooltip)];"
            dot += "n\(index) -> target [id=e\(index), tooltip=\(tooltip)];"
            dot += "subgraph cluster_\(index) { id=c\(index); tooltip=\(tooltip); n\(index) }"
        }
        let tree = try await draw(dot + "}")
        for (index, string) in strings.enumerated() {
            let expected = drawable(string)
            for id in ["n\(index)", "e\(index)", "c\(index)"] {
                let group = try #require(tree.element(id: id))
                let titles = group.all("title").map(\.text)
                // Without a tooltip of its own, an element has its name or label.
                let shown = titles.last?.replacingOccurrences(of: "\u{A0}", with: " ")
                #expect(
                    expected.isEmpty || shown == expected, "seed \(seed), \(id): \(string.debugDescription)")
            }
        }
    }

    @Test(arguments: seeds)
    func suppliedTextsArriveUnchanged(seed: UInt64) async throws {
        let strings = strings(seed: seed)
        var treatment = SVGTreatment(title: strings.joined(), description: strings.reversed().joined())
        var dot = "digraph { target;"
        for (index, string) in strings.enumerated() {
            dot +=
                "n\(index) [id=n\(index), tooltip=other]; n\(index) -> target [id=e\(index), tooltip=other];"
            treatment.texts["n\(index)"] = string
            treatment.texts["e\(index)"] = string
        }
        let tree = try await draw(dot + "}", treatment: treatment)
        func legal(_ text: String) -> String {
            // XML reads CR and CR LF as LF; here tabs stay what they are.
            let lines = text.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(
                of: "\r", with: "\n")
            return String(
                String.UnicodeScalarView(
                    lines.unicodeScalars.filter {
                        [0x9, 0xA].contains($0.value)
                            || ($0.value >= 0x20 && ![0xFFFE, 0xFFFF].contains($0.value))
                    }))
        }
        #expect(tree.child("title")?.text == legal(treatment.title))
        #expect(tree.child("desc")?.text == legal(treatment.description))
        for (index, string) in strings.enumerated() {
            for id in ["n\(index)", "e\(index)"] {
                let group = try #require(tree.element(id: id))
                #expect(
                    group.all("title").map(\.text) == [legal(string)],
                    "seed \(seed): \(string.debugDescription)")
            }
        }
    }

    @Test(arguments: seeds)
    func namesStayApart(seed: UInt64) async throws {
        // A leading % marks the names that Graphviz gives itself.
        let names = Set(strings(seed: seed).map(drawable)).filter { !$0.isEmpty && !$0.hasPrefix("%") }
            .sorted()
        let dot = "digraph {" + names.map { "\(DotEscaping.quoted($0)) [label=x];" }.joined() + "}"
        let output = try await GraphvizEngine.run(GraphvizJob(dot: dot, formats: [.svg], readsLayout: true))
        let found = try #require(output.layout).nodes.map(\.name)
        let expected = names.map {
            $0.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n")
        }
        #expect(Set(found).subtracting(expected).isEmpty, "seed \(seed)")
        #expect(Set(expected).subtracting(found).isEmpty, "seed \(seed)")
        let svg = try treatment.apply(to: try #require(output.renderings[.svg]))
        expectHarmless(try XMLTree.parse(svg).get())
    }

    @Test(arguments: seeds)
    func whateverIsLinkedIsHarmless(seed: UInt64) async throws {
        let schemes = [
            "https://example.org/", "http://x/?a=1&b=2&copy;=3&lt=4#", "mailto:a@b?subject=", "#",
            "javascript:",
            "JaVaScRiPt:", " javascript:", "java\nscript:", "data:text/html,", "vbscript:",
            "file:///etc/passwd", "//x/",
            "", "https:", "HTTPS://X/",
        ]
        for (index, string) in strings(seed: seed).enumerated() {
            let address = schemes[index % schemes.count] + string
            guard let url = DotEscaping.url(address) else { continue }
            let tree = try await draw("digraph { a [id=a, URL=\(url), target=_blank]; }")
            let link = try #require(tree.all("a").first, "\(address)")
            #expect(link.attributes["xlink:href"] == LinkPolicy.allowed(address))
        }
    }

    @Test func longTextsAreWrittenInPieces() async throws {
        for unit in ["x", "\\", "\"", "&", "中", "🚀", "\n", "é\\N"] {
            let text = String(repeating: unit, count: 30_000)
            let tree = try await draw(
                "digraph { n [id=n, tooltip=\(DotEscaping.tooltip(text)), class=\(DotEscaping.quoted("c" + text))] }"
            )
            #expect(tree.element(id: "n")?.all("title").last?.text == text, "\(unit.debugDescription)")
        }
        let label = String(repeating: "<&\\", count: 10_000)
        let tree = try await draw("digraph { n [id=n, label=\(DotEscaping.label(label))] }")
        #expect(tree.element(id: "n")?.lines == [label])
    }

    /// Graphviz 2.42 draws a plain label as HTML if an HTML-like label of the same text was read before.
    @Test func plainLabelIsNotTakenForHTML() async throws {
        let tree = try await draw(
            "digraph { a [id=a, label=<<i>x</i>>]; b [id=b, label=\(DotEscaping.label("<i>x</i>"))] }")
        #expect(tree.element(id: "a")?.lines == ["x"])
        #expect(tree.element(id: "b")?.lines == ["<i>x</i>"])
    }

    @Test func htmlAttributesArriveUnchanged() async throws {
        for string in HostileStrings.fixed where !drawable(string).contains("\n") && !string.isEmpty {
            let value = DotEscaping.htmlAttribute(string)
            let tree = try await draw(
                "digraph { n [id=n, shape=plain, label=<<table><tr><td tooltip=\(value) href=\"#x\">y</td></tr></table>>] }"
            )
            #expect(tree.all("a").count == 1, "\(string.debugDescription)")
        }
    }
}

/// Nothing in a drawing may run, load or pretend.
func expectHarmless(_ tree: XMLTree, source: SourceLocation = #_sourceLocation) {
    let elements: Set = [
        "svg", "g", "title", "desc", "style", "text", "tspan", "textPath", "polygon", "polyline", "path",
        "ellipse",
        "circle", "rect", "line", "a", "defs", "linearGradient", "radialGradient", "stop", "clipPath",
    ]
    for element in tree.all {
        #expect(elements.contains(element.name), "\(element.name)", sourceLocation: source)
        for (name, value) in element.attributes {
            #expect(!name.lowercased().hasPrefix("on"), "\(name)", sourceLocation: source)
            #expect(name != "href" && name != "src", "\(name)", sourceLocation: source)
            if name == "xlink:href" {
                let isAllowed = ["http://", "https://", "mailto:", "#"].contains {
                    value.lowercased().hasPrefix($0)
                }
                #expect(isAllowed, "\(value)", sourceLocation: source)
            }
            if ["fill", "stroke", "style", "clip-path"].contains(name) {
                let loads = value.contains("url(") && !value.hasPrefix("url(#")
                #expect(!loads && !value.contains("\\"), "\(value)", sourceLocation: source)
            }
        }
    }
    #expect(tree.all("style").count == 1, sourceLocation: source)
}
