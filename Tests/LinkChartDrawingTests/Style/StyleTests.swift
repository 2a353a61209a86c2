import Foundation
import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("Styles")
struct StyleTests {
    /// Relative luminance and contrast as WCAG 2.2 defines them.
    private static func contrast(_ first: String, _ second: String) throws -> Double {
        func luminance(_ hex: String) throws -> Double {
            let rgb = try #require(SVGColor(hex)).rgb
            let channels = [16, 8, 0].map { shift -> Double in
                let value = Double((rgb >> UInt32(shift)) & 0xFF) / 255
                return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            }
            return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
        }
        let (a, b) = (try luminance(first), try luminance(second))
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }

    @Test("No light colour has two dark counterparts, or the switch of themes would mix them up")
    func inksAreApart() {
        #expect(Set(Inks.all.map(\.light)).count == Inks.all.count)
        for ink in Inks.all { #expect(SVGColor(ink.light) != nil && SVGColor(ink.dark) != nil, "\(ink)") }
    }

    @Test("Every kind of the built-in ontology has a style; shapes or colours differ between them")
    func kinds() {
        for kind in Ontology.builtin.kinds {
            #expect(KindStyle.builtin[kind.name] != nil, "\(kind.name)")
        }
        let looks = KindStyle.builtin.values.map {
            "\($0.shape) \($0.fill) \($0.outlines) \($0.isRounded) \($0.isDashed)"
        }
        #expect(Set(looks).count == looks.count)
    }

    @Test("A user's kind looks like the abstract kind it belongs to, under its own name")
    func userKinds() {
        let style = KindStyle.of(KindDefinition(name: "DroneUnit", abstract: ["Agent"]))
        #expect(style.shape == "hexagon" && style.legend == "drone unit")
        #expect(KindStyle.of(KindDefinition(name: "Rumour")).shape == "box")
    }

    @Test("Text in nodes has a contrast of 7 to 1 at least in every theme, borders 3 to 1")
    func nodeTexts() throws {
        for (name, style) in KindStyle.builtin {
            for theme in DrawingOptions.Theme.allCases {
                let hex = Palette(theme).hex
                #expect(try Self.contrast(hex(Inks.text), hex(style.fill)) >= 7, "\(theme) \(name)")
                let detail = try Self.contrast(hex(Inks.detail), hex(style.fill))
                #expect(detail >= (theme == .contrast ? 7 : 4.5), "\(theme) \(name) \(detail)")
                let border = try Self.contrast(hex(style.border), hex(Inks.boxFill))
                #expect(border >= 3, "\(theme) \(name) \(border)")
            }
        }
    }

    @Test(
        "Words on links have a contrast of 4.5 to 1 at least on every ground, lines 3 to 1",
        arguments: LinkFamily.allCases)
    func linkTexts(family: LinkFamily) throws {
        for theme in DrawingOptions.Theme.allCases {
            let hex = Palette(theme).hex
            for ground in [Inks.canvas, Inks.boxFill, Inks.regionFill] {
                let text = try Self.contrast(hex(family.style.text), hex(ground))
                let line = try Self.contrast(hex(family.style.line), hex(ground))
                #expect(text >= (theme == .contrast ? 7 : 4.5), "\(theme) \(ground) \(text)")
                #expect(line >= 3, "\(theme) \(ground) \(line)")
            }
        }
    }

    @Test("Dash and arrowhead tell families apart without colour")
    func familiesDiffer() {
        let looks = LinkFamily.allCases.map { "\($0.style.dash) \($0.style.arrow)" }
        #expect(Set(looks).count == looks.count)
    }

    @Test("Every relation has the family that its group and polarity ask for")
    func families() throws {
        func family(_ name: String) throws -> LinkFamily {
            let relation = try #require(Ontology.builtin.relation(named: name))
            return LinkFamily(Ontology.builtin[relation])
        }
        #expect(try family("attacks") == .hostile)
        #expect(try family("hosts") == .support)
        #expect(try family("splitsFrom") == .hostile)
        #expect(try family("launchedFrom") == .hostile)
        #expect(try family("occurredIn") == .incident)
        #expect(try family("usesMeans") == .movement)
        #expect(try family("warns") == .information)
        #expect(try family("promised") == .policy)
        #expect(try family("partOf") == .structure)
        #expect(try family("threatens") == .summary)
        #expect(LinkFamily(RelationDefinition("befriends", polarity: .cooperative)) == .support)
        #expect(LinkFamily(RelationDefinition("fights", polarity: .hostile)) == .hostile)
    }
}
