import Testing

@testable import LinkChartModel

struct NodeFinderTests {
    private var graph = Graph()

    init() {
        graph.add(.state("Afghanistan", id: "afghanistan", aliases: ["Kabul", "IEA"]))
        graph.add(.state("Pakistan", id: "PK", aliases: ["Islamabad"]))
        graph.add(.actor("Tehrik-i-Taliban Pakistan", id: "ttp", aliases: ["TTP", "Pakistani Taliban"]))
        graph.add(.place("Kābul", id: "kabul-city"))
        graph.add(.person("Ayman al-Ẓawāhirī", id: "zawahiri"))
        graph.add(.actor("Islamic State – Khorasan", id: "iskp", aliases: ["ISIS-K", "Daesh", "ISIL-K"]))
        graph.add(.state("中国", id: "china", aliases: ["China"]))
        graph.add(.organisation("", id: "nameless"))
        graph.add(.person("PK", id: "pk-the-person"))
    }

    private func find(_ name: String) -> Result<String, NodeFinder.Failure> {
        do throws(NodeFinder.Failure) {
            return .success(graph.id(of: try NodeFinder(graph).node(called: name)))
        } catch {
            return .failure(error)
        }
    }

    @Test(arguments: [
        ("ttp", "ttp"), ("TTP", "ttp"), ("tehrik i taliban pakistan", "ttp"), ("Pakistani-Taliban", "ttp"),
        ("AFGHANISTAN", "afghanistan"), ("I.E.A.", "afghanistan"), ("ayman al zawahiri", "zawahiri"),
        ("Islamic State - Khorasan", "iskp"), ("isisk", "iskp"), ("中国", "china"), ("china", "china"),
        ("ＣＨＩＮＡ", "china"), ("kabul-city", "kabul-city"), ("Kabul City", "kabul-city"),
        ("nameless", "nameless"),
        // An identifier wins over a name that reads the same.
        ("PK", "PK"), ("pk-the-person", "pk-the-person"),
    ])
    func finds(name: String, id: String) { #expect(find(name) == .success(id)) }

    @Test func listsSeveral() {
        guard case .failure(let failure) = find("Kabul") else {
            Issue.record("an alias of one node and the name of another are both meant")
            return
        }
        #expect(failure.matches.map { graph.id(of: $0) } == ["afghanistan", "kabul-city"])
        #expect(failure.description == "2 nodes are called `Kabul`: `afghanistan`, `kabul-city`")
        guard case .failure(let spelt) = find("pk") else {
            Issue.record("`pk` is no identifier, and two nodes are called so")
            return
        }
        #expect(spelt.suggestions == ["PK", "pk-the-person"])
    }

    @Test(arguments: [
        ("Afganistan", "afghanistan"), ("Pakistn", "PK"), ("Taliban", "ttp"), ("Zawahri", "zawahiri"),
        ("Daeesh", "iskp"),
    ])
    func suggestsTheNearest(name: String, id: String) {
        guard case .failure(let failure) = find(name) else {
            Issue.record("\(name) is nobody")
            return
        }
        #expect(failure.matches.isEmpty && failure.suggestions.contains(id), "\(failure)")
        #expect(Set(failure.suggestions).count == failure.suggestions.count && failure.suggestions.count <= 5)
        #expect(failure.description.contains("no node is called `\(name)`; the nearest are"))
    }

    @Test(arguments: ["", "???", "qqqqqqqqqqqqqq"]) func suggestsNothing(name: String) {
        guard case .failure(let failure) = find(name) else {
            Issue.record("`\(name)` is nobody")
            return
        }
        #expect(failure.suggestions.isEmpty && failure.description == "no node is called `\(name)`")
    }

    @Test func findsManyAndNobodyQuickly() throws {
        var large = Graph()
        for number in 0..<20_000 { large.add(.person("Person \(number)")) }
        let finder = NodeFinder(large)
        for number in stride(from: 0, to: 20_000, by: 7) {
            #expect(try finder.node(called: "PERSON \(number)") == NodeIndex(number))
        }
        #expect(throws: NodeFinder.Failure.self) { try finder.node(called: "Persona 7") }
    }
}
