import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Texts of a picture")
struct TextTests {
    @Test(
        "Texts break between words into lines of about the same width",
        arguments: [
            ("", []), ("Kunduz", ["Kunduz"]),
            ("Middle Eastern terror group franchises", ["Middle Eastern", "terror group", "franchises"]),
            ("Outfits with global agendas", ["Outfits with", "global agendas"]),
            ("  two   spaces ", ["two spaces"]),
        ] as [(String, [String])])
    func wraps(text: String, lines: [String]) {
        #expect(wrapped(text, width: 16) == lines)
    }

    @Test("A word wider than a line is broken, after hyphens where it has some")
    func breaksWords() {
        let lines = wrapped("Jamaat-ul-Ahrar-and-its-many-splinter-factions", width: 16)
        #expect(lines.joined() == "Jamaat-ul-Ahrar-and-its-many-splinter-factions")
        #expect(lines.allSatisfy { cellWidth(of: $0) <= 24 && ($0 == lines.last || $0.hasSuffix("-")) })
        let endless = wrapped(String(repeating: "x", count: 500), width: 16)
        #expect(endless.allSatisfy { $0.count <= 24 } && endless.joined().count == 500)
    }

    @Test(
        "Text without spaces breaks between ideographs, not before closing punctuation, and gains no spaces")
    func ideographs() {
        for text in ["巴基斯坦塔利班运动联合武装组织", "東トルキスタン・イスラム運動", "「伊斯兰国」呼罗珊省，阿富汗。", "塔利班 巴基斯坦塔利班运动组织"] {
            let lines = wrapped(text, width: 16)
            #expect(lines.count > 1 && lines.allSatisfy { cellWidth(of: $0) <= 20 }, "\(lines)")
            #expect(lines.joined().replacing(" ", with: "") == text.replacing(" ", with: ""))
            #expect(lines.joined().count { $0 == " " } <= text.count { $0 == " " }, "\(lines)")
            #expect(lines.allSatisfy { !"。，」・".contains($0.first ?? "x") }, "\(lines)")
        }
        #expect(wrapped("塔利班", width: 16) == ["塔利班"])
    }

    @Test("Scripts without a font are told with an example; Urdu needs letters that Arabic has not")
    func missingScripts() {
        let names = ["Taliban", "تحریکِ طالبان پاکستان", "塔利班", "Талибан", "तालिबान", "ٹی ٹی پی", "طالبان"]
        #expect(ScriptCheck.missing(in: names) { _ in true }.isEmpty)
        let none = ScriptCheck.missing(in: names) { _ in false }
        #expect(none.map(\.script) == ["Cyrillic", "Urdu", "Arabic", "Devanagari", "Chinese"])
        let missing = ScriptCheck.missing(in: names) { $0 != "ur" }
        #expect(missing.map(\.script) == ["Urdu"] && missing.first?.example == "ٹی ٹی پی")
    }

    @Test("Wide characters count twice, combining ones nothing")
    func widths() {
        #expect(cellWidth(of: "塔利班") == 6)
        #expect(cellWidth(of: "طالبان") == 6)
        #expect(cellWidth(of: "e\u{301}") == 1)
        #expect(truncated("塔利班運動", cells: 7) == "塔利班\u{2026}")
        #expect(truncated("Taliban", cells: 7) == "Taliban")
    }

    @Test("Every random text keeps its words when it is wrapped", arguments: 0..<40)
    func keepsWords(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        let words = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            String(repeating: "w", count: Int.random(in: 1...20, using: &generator))
        }
        let width = Int.random(in: 8...30, using: &generator)
        let lines = wrapped(words.joined(separator: " "), width: width)
        #expect(lines.joined(separator: "").filter { $0 == "w" } == words.joined(), "seed \(seed)")
        let widest = words.map(\.count).max() ?? 0
        #expect(lines.allSatisfy { $0.count <= max(widest, width + 2) }, "seed \(seed): \(lines)")
    }

    @Test(
        "Numbers keep their qualifier",
        arguments: [
            (["around": 13000], "~\u{2009}13,000"), (["moreThan": 6000], ">\u{2009}6,000"),
            (["atLeast": 5], "\u{2265}\u{2009}5"), (["exactly": 2], "2"), ("hundreds", "hundreds"),
            ("tensOfThousands", "tens of thousands"), (["low": 2, "best": 2, "high": 2], "2"),
            (["low": 10, "best": 14, "high": 1000], "10\u{2013}1,000"), (["around": 0.5], "~\u{2009}0.5"),
        ] as [(AttributeValue, String)])
    func quantities(value: AttributeValue, text: String) {
        #expect(quantityText(value) == text)
    }

    @Test(
        "What is no quantity has no text as one",
        arguments: ["much", 5, ["kind": 5], [1, 2]] as [AttributeValue])
    func noQuantities(value: AttributeValue) {
        #expect(quantityText(value) == nil)
    }

    @Test(
        "Dates read as people write them",
        arguments: [
            ("XXXX-11-27", "27 Nov"), ("2021/..", "since 2021"), ("../2004-03", "until Mar 2004"),
            ("2025-11-27", "27 Nov 2025"), ("2021-05~", "c. May 2021"), ("2021?", "2021?"),
            ("2019/2021-02", "2019 \u{2013} Feb 2021"), ("[2019,2021]", "[2019,2021]"), ("soon", "soon"),
            ("2021-13-01", "2021-13-01"), ("/", "/"), ("", ""),
        ])
    func dates(edtf: String, text: String) {
        #expect(dateText(edtf) == text)
    }

    @Test(
        "Names become words",
        arguments: [
            ("memberOf", "member of"), ("hosts", "hosts"), ("ArmedGroup", "armed group"),
            ("snake_case", "snake case"), ("hasIDOf", "has ID of"), ("FBI", "FBI"),
        ])
    func names(name: String, text: String) {
        #expect(words(ofName: name) == text)
    }

    @Test("Nodes are called by acronym if the name is long, by an alias if it is very long")
    func shortNames() {
        var graph = Graph()
        let ttp = graph.add(.actor("Tehrik-i-Taliban Pakistan", aliases: ["Pakistani Taliban", "TTP"]))
        let usa = graph.add(.state("United States", aliases: ["US"]))
        let long = graph.add(
            .person("Deputy permanent representative of Denmark to the UN", aliases: ["danish deputy"]))
        #expect(shortName(of: graph[ttp]) == "TTP")
        #expect(shortName(of: graph[usa]) == "United States")
        #expect(shortName(of: graph[long]) == "Danish deputy")
    }

    @Test("Control characters and overrides of the writing direction are not drawn")
    func printableText() {
        #expect(printable("a\u{0}b\u{7}\n c\u{202E}d\u{FFFE}") == "a b cd")
        #expect(printable("تحریکِ\u{200C}طالبان") == "تحریکِ\u{200C}طالبان")
    }

    @Test("Identifiers are plain, and different texts have different ones")
    func identifiers() {
        #expect(Identifiers.name("al-Qaeda 1_ü") == "al-Qaeda_201_5f_c3_bc")
        var maker = IdentifierMaker()
        #expect(maker.identifier("node", "a") == "node-a")
        #expect(maker.identifier("node", "a") == "node-a_2")
    }
}
