import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Files of `shared/data` against what Python's csv, json and xml readers see in them:
/// `Tests/Reference/events-and-texts/make_events_and_texts.py` asked them.
@Suite("Events and texts beside Python's readers")
struct EventsAndTextsReferenceTests {
    nonisolated(unsafe) private static let reference: [String: Any] = {
        let file = Repository.root.appendingPathComponent("Tests/Reference/events-and-texts/reference.json")
        let data = (try? Data(contentsOf: file)) ?? Data()
        return (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:]
    }()

    private func read(_ path: String) throws -> ReadResult? {
        guard let file = SharedFiles.path("data/" + path) else { return nil }
        return try readGraph(paths: [file])
    }

    @Test func ucdp() throws {
        guard let result = try read("events/ucdp/ucdpged_1000.csv") else { return }
        let reference = try #require(Self.reference["ucdp"] as? [String: Any])
        let events = try #require(reference["events"] as? [[Any]])
        let graph = result.graph
        #expect(graph.nodes.count { $0.kindName == "Incident" } == events.count)
        #expect(!result.hasErrors && result.diagnostics.count(of: .warning) == 0)
        var deaths = 0
        var countries: Set<String> = []
        for event in events {
            let id = try #require(event[0] as? String)
            let node = try Samples.node(graph, "ucdp-" + id)
            let numbers = try #require(event[4...6].map { $0 as? Int } as? [Int])
            let fatalities = node.attributes["fatalities"]
            #expect(
                fatalities == [
                    "low": .integer(Int64(numbers[0])), "best": .integer(Int64(numbers[1])),
                    "high": .integer(Int64(numbers[2])),
                ])
            deaths += numbers[1]
            let date = try #require(node.attributes["date"]?.string)
            let (start, end) = (try #require(event[1] as? String), try #require(event[2] as? String))
            if date.count == 7 {
                // Some day of a whole month is that month.
                #expect(start == date + "-01" && end > date + "-27" && end < date + "-32")
            } else {
                #expect(date.contains(start) && date.contains(end))
                #expect(date.hasPrefix("[") == (event[3] as? Int != 1 && start != end))
            }
            let edges = graph.edges.filter { $0.source == node.index }
            let names = edges.map { $0.attributes["name"]?.string ?? graph.name(of: $0.target) }
            #expect(names.contains { $0 == event[8] as? String })
            #expect(names.contains { $0.hasPrefix(event[9] as? String ?? "?") })
            #expect(edges.count == 3)
            for edge in edges where edge.definition.name == "occurredIn" {
                let place = graph[edge.target]
                #expect((place.kindName == "State") == (event[11] as? String == "6"))
                let state =
                    place.kindName == "State"
                    ? place : graph.edges.first { $0.source == edge.target }.map { graph[$0.target] }
                countries.insert(state?.id ?? "")
                let sources = event[12] as? Int ?? 0
                #expect(sources == 0 ? edge.claims.count <= 1 : [1, sources].contains(edge.claims.count))
            }
        }
        #expect(deaths == reference["deaths"] as? Int)
        #expect(countries.count == reference["countries"] as? Int)
    }

    @Test(arguments: ["PETR.UnitTest.records.xml", "GigaWord.sample.PETR.xml"])
    func petrarch(name: String) throws {
        guard let result = try read("events/petrarch/" + name) else { return }
        let all = try #require(Self.reference["petrarch"] as? [String: Any])
        let sentences = try #require(all[name] as? [[Any]])
        let graph = result.graph
        #expect(graph.nodes.count { $0.kindName == "Document" } == sentences.count)
        #expect(
            graph.nodes.count { $0.kindName == "Incident" }
                == sentences.reduce(0) { $0 + ((($1[4]) as? [Any])?.count ?? 0) })
        var seen: [String: Int] = [:]
        for sentence in sentences {
            let given = try #require(sentence[0] as? String)
            seen[given, default: 0] += 1
            let id = seen[given] == 1 ? given : "\(given)-\(seen[given] ?? 0)"
            let node = try Samples.node(graph, id)
            #expect(node.attributes["text"]?.string == sentence[2] as? String)
            #expect(node.attributes["parse"]?.string?.unicodeScalars.count == sentence[3] as? Int)
            #expect(node.attributes["rawDate"]?.string == sentence[1] as? String)
            for (position, coding) in try #require(sentence[4] as? [[String]]).enumerated() {
                let event = try Samples.node(graph, "\(id)#\(position + 1)")
                #expect(event.attributes["eventcode"]?.string == coding[2])
                var codes: [String: String] = [:]
                for edge in graph.edges where edge.source == event.index {
                    let target = graph[edge.target]
                    codes[edge.attributes["role"]?.string ?? "", default: ""] +=
                        target.attributes["cameo"]?.string ?? target.attributes["code"]?.string
                        ?? "\"\(target.id)\""
                }
                #expect(codes["source"] ?? event.attributes["sourcecode"]?.string == coding[0])
                #expect(codes["target"] ?? event.attributes["targetcode"]?.string == coding[1])
            }
        }
    }

    @Test func plover() throws {
        guard let result = try read("events/plover/PLOVER_GSR_CAMEO.txt") else { return }
        let records = try #require(Self.reference["plover"] as? [[Any]])
        let graph = result.graph
        #expect(result.report.inputs.first?.format == .plover)
        let incidents = graph.nodes.filter { $0.kindName == "Incident" }
        #expect(incidents.count == records.count - 1)
        let told = result.diagnostics.map { "\($0.severity) \($0.line ?? 0)" }
        #expect(told == ["warning 120", "warning 4825"])
        var position = 0
        for record in records where record[1] as? String != "DOCUMENT" {
            let node = incidents[position]
            position += 1
            #expect(node.id.hasPrefix(try #require(record[0] as? String)))
            #expect(node.subtype == record[1] as? String)
            #expect(node.attributes["date"]?.string == record[2] as? String)
            #expect(node.attributes["mode"]?.string == record[4] as? String)
            if let dead = (record[5] as? String).flatMap({ Int64($0) }) {
                #expect(
                    node.attributes["fatalities"]
                        == ["low": .integer(dead), "best": .integer(dead), "high": .integer(dead)])
            }
            let edges = graph.edges.filter { $0.source == node.index }
            for (role, list) in [("source", record[6]), ("target", record[7])] {
                let actors = try #require(list as? [[Any]])
                let texts = Set(actors.compactMap { $0[2] as? String })
                let found = edges.filter { $0.attributes["role"]?.string == role }
                let names = Set(found.map { $0.attributes["name"]?.string ?? graph.name(of: $0.target) })
                #expect(names == texts, "\(node.id) \(role)")
                #expect(found.allSatisfy { $0.claims.allSatisfy { $0.statement == record[3] as? String } })
            }
            #expect(edges.contains { $0.definition.name == "occurredIn" } == (record[8] is String))
        }
    }

    @Test func brat() throws {
        let files = try #require(Self.reference["brat"] as? [String: [String: Any]])
        #expect(files.count > 25)
        for (name, expected) in files.sorted(by: { $0.key < $1.key }) {
            guard let result = try read("re/brat/" + name) else { return }
            let counts = try #require(expected["counts"] as? [String: Int])
            let graph = result.graph
            let things = graph.nodes.count { $0.kindName != "Incident" && $0.kindName != "Document" }
            #expect(things == expected["things"] as? Int, "\(name)")
            #expect(graph.nodes.count { $0.kindName == "Incident" } == counts["E"] ?? 0, "\(name)")
            #expect(graph.edgeCount == expected["arguments"] as? Int, "\(name)")
            #expect(graph.claimCount == graph.edgeCount, "\(name)")
            let mismatched = (counts["T"] ?? 0) - (expected["matching"] as? Int ?? 0)
            #expect(result.diagnostics.count(of: .textMismatch) == mismatched, "\(name)")
            #expect(!result.hasErrors, "\(name): \(DiagnosticRenderer().text(of: result.diagnostics))")
        }
    }

    @Test func docRED() throws {
        guard let result = try read("re/docred/redocred_dev_revised.json") else { return }
        let documents = try #require(Self.reference["docred"] as? [[Any]])
        let graph = result.graph
        // Three names of the corpus hold line breaks.
        #expect(result.diagnostics.map(\.code) == [.suspiciousName, .suspiciousName, .suspiciousName])
        var vertices: [String: Int] = [:]
        var mentions: [String: Int] = [:]
        for node in graph.nodes where !node.isSource {
            let document = String(node.id[..<(node.id.lastIndex(of: "#") ?? node.id.endIndex)])
            vertices[document, default: 0] += 1
            if case .list(let list)? = node.attributes["mentions"] {
                mentions[document, default: 0] += list.count
            }
        }
        var labels: [NodeIndex: Int] = [:]
        var evidence: [NodeIndex: Int] = [:]
        var relations: [String: Int] = [:]
        for edge in graph.edges {
            relations[edge.attributes["rawRelation"]?.string ?? "", default: 0] += 1
            for claim in edge.claims {
                guard case .node(let document)? = claim.source else { continue }
                labels[document, default: 0] += 1
                let numbers = claim.locator.map { $0.text.split(separator: ",").count } ?? 0
                evidence[document, default: 0] += numbers
            }
        }
        for document in documents {
            let title = try #require(document[0] as? String)
            let node = try #require(graph.node(id: title))
            #expect(vertices[title] == document[1] as? Int && mentions[title] == document[2] as? Int)
            #expect(labels[node, default: 0] == document[3] as? Int)
            #expect(evidence[node, default: 0] == document[4] as? Int)
        }
        #expect(relations == Self.reference["docredRelations"] as? [String: Int])
    }
}
