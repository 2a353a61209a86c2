import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Every value of a JSON document is somewhere in the graph that is read of it, or is said to be left out.
@Suite struct NothingIsDroppedTests {
    private func leaves(_ value: Any, _ path: String, _ found: inout [(path: String, text: String)]) {
        switch value {
        case let object as [String: Any]:
            for (key, member) in object { leaves(member, path + "." + key, &found) }
        case let list as [Any]:
            for member in list { leaves(member, path, &found) }
        case is NSNull: break
        case let number as NSNumber where isTruth(number): break
        default: found.append((path, "\(value)"))
        }
    }

    private func isTruth(_ number: NSNumber) -> Bool { String(cString: number.objCType) == "c" }

    @Test(arguments: EveryFormat.json)
    func everyValueIsKept(format: GraphFormat) throws {
        let bytes = try EveryFormat.sample(of: format)
        let lines =
            (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
            ? [Data(bytes)] : bytes.split(separator: 0x0A).map { Data($0) }
        var found: [(path: String, text: String)] = []
        for line in lines { leaves(try JSONSerialization.jsonObject(with: line), "", &found) }
        #expect(!found.isEmpty)
        let result = EveryFormat.read(bytes, format)
        var style = String(decoding: try graphBytes(result.graph, as: .nativeJSON), as: UTF8.self)
            .lowercased()
        // What was left out is said.
        style += result.report.inputs[0].skipped.flatMap(\.examples).map(\.raw).joined(separator: "\n")
        for (path, text) in found where !text.isEmpty {
            let inJSON = String(
                decoding: try JSONSerialization.data(
                    withJSONObject: [text], options: [.withoutEscapingSlashes]), as: UTF8.self
            ).dropFirst(2).dropLast(2).lowercased()
            let isThere = style.contains(inJSON) || style.contains(text.lowercased())
            #expect(isThere || Self.expected[format]?.contains(path) == true, "\(format): \(path) \(text)")
        }
    }

    /// What the format says for itself and not of the graph, and what an older version of an object said.
    private static let expected: [GraphFormat: Set<String>] = [
        .stix: [".objects.name"], .nodeLink: [".links.key"], .cytoscape: [".format_version"],
        // A date that its own raw text gives is not written beside it.
        .nativeJSON: [".linkchart", ".edges.claims.date.date"],
    ]
}
