import Foundation
import LinkChartDrawing
import Testing

/// Light, dark and automatic, against files that people have looked at.
@Suite struct ThemeTests {
    private static func theme(_ mode: SVGTheme.Mode) -> SVGTheme {
        SVGTheme(
            mode: mode,
            pairs: [
                ColorPair(0xFFFFFF, 0x14181D), ColorPair(0xF5F7F9, 0x1D242C), ColorPair(0x9AA5B1, 0x56616D),
                ColorPair(0x333333, 0xE3E8EE, for: .text), ColorPair(0xD6E9F5, 0x123A52, for: .fill),
                ColorPair(0x0072B2, 0x56B4E9), ColorPair(0xD55E00, 0xFF7F2A, for: [.stroke, .fill]),
                ColorPair(0xFBE3D3, 0x4A2410), ColorPair(0x000000, 0xE3E8EE, for: .stroke),
            ],
            ink: ColorPair(0x111111, 0xEEEEEE), background: ColorPair(0xFFFFFF, 0x14181D),
            css: ".linkchart .xborder path{stroke-width:2.5}\n")
    }

    private static func treatment(_ mode: SVGTheme.Mode) -> SVGTreatment {
        SVGTreatment(
            title: "Sample & more", description: "Three nodes, <two> edges.",
            texts: [
                "c1": "Origin, a territory", "n2": "Actor “آ 中 🚀”", "e1": "A & B hosts آ 中, says the UN",
            ],
            theme: theme(mode))
    }

    @Test(arguments: SVGTheme.Mode.allCases)
    func equalsTheGoldenFile(mode: SVGTheme.Mode) throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
        let input = try Data(contentsOf: folder.appending(path: "sample.svg"))
        let result = try Self.treatment(mode).apply(to: Array(input))
        let golden = folder.appending(path: "sample-\(mode.rawValue).svg")
        if ProcessInfo.processInfo.environment["LINKCHART_UPDATE_GOLDEN"] == "1" {
            try Data(result).write(to: golden)
        }
        let expected = try String(contentsOf: golden, encoding: .utf8)
        #expect(String(decoding: result, as: UTF8.self) == expected)
        expectHarmless(try XMLTree.parse(result).get())
    }

    @Test func darkReplacesAttributesForProgramsWithoutCSS() throws {
        let input = Array(
            "<svg><text>a</text><text fill=\"#D55E00\">b</text><path fill=\"#D55E00\" stroke=\"white\"/></svg>"
                .utf8)
        let dark = try XMLTree.parse(Self.treatment(.dark).apply(to: input)).get()
        #expect(dark.all("text").map { $0.attributes["fill"] } == ["#eeeeee", "#d55e00"])
        #expect(dark.all("path").first?.attributes == ["fill": "#ff7f2a", "stroke": "#14181d"])
        let light = try XMLTree.parse(Self.treatment(.light).apply(to: input)).get()
        #expect(light.all("path").first?.attributes == ["fill": "#d55e00", "stroke": "#ffffff"])
        #expect(light.all("text").first?.attributes["fill"] == nil)
    }

    @Test func onlyAutoAsksTheViewer() throws {
        func style(_ mode: SVGTheme.Mode) throws -> String {
            let bytes = try Self.treatment(mode).apply(to: Array("<svg/>".utf8))
            return try #require(XMLTree.parse(bytes).get().all("style").first).text
        }
        #expect(try style(.auto).contains("prefers-color-scheme:dark"))
        #expect(try !style(.light).contains("prefers-color-scheme"))
        #expect(try !style(.dark).contains("prefers-color-scheme"))
        #expect(
            try style(.auto).contains("--c-d6e9f5-fill:#d6e9f5")
                && style(.auto).contains("--c-d6e9f5-fill:#123a52"))
        #expect(try !style(.auto).contains("d6e9f5-stroke"))
    }

    @Test func theFirstOfTwoPairsCounts() throws {
        let pairs = [ColorPair(0x123456, 0x111111, for: .fill), ColorPair(0x123456, 0x222222)]
        for mode in SVGTheme.Mode.allCases {
            let theme = SVGTheme(mode: mode, pairs: pairs)
            let treatment = SVGTreatment(title: "", description: "", theme: theme)
            let input = Array("<svg><path fill=\"#123456\" stroke=\"#123456\"/></svg>".utf8)
            let tree = try XMLTree.parse(treatment.apply(to: input)).get()
            let css = try #require(tree.all("style").first).text
            if mode == .dark {
                #expect(tree.all("path").first?.attributes == ["fill": "#111111", "stroke": "#222222"])
            } else if mode == .auto {
                #expect(css.contains("--c-123456-fill:#111111") && css.contains("--c-123456-stroke:#222222"))
                #expect(!css.contains("--c-123456-fill:#222222"))
            }
        }
    }

    @Test func colorsAreReadAndWritten() {
        #expect(SVGColor("#0a0B0c")?.description == "#0a0b0c")
        #expect(SVGColor("#fff") == SVGColor(0xFFFFFF))
        #expect(SVGColor("white") == SVGColor(0xFFFFFF) && SVGColor("black") == SVGColor(0))
        for text in [
            "", "#", "#12", "#12345", "#1234567", "#12345g", "red;}", "url(#a)", "#+12345", "＃123456",
        ] {
            #expect(SVGColor(text) == nil, "\(text)")
        }
    }
}
