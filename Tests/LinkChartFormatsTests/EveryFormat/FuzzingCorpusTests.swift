import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// What the fuzzer checks, for every file of its corpus; those called `found-…` once failed.
@Suite struct FuzzingCorpusTests {
    static let files: [(format: GraphFormat, path: String)] = GraphFormat.allCases.flatMap { format in
        let folder = Repository.root.appendingPathComponent("Fuzzing/corpus/\(format.rawValue)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.sorted().map { (format, folder.appendingPathComponent($0).path) }
    }

    @Test func everyFileComesBack() throws {
        #expect(Self.files.count > 25)
        for (format, path) in Self.files {
            let graph = EveryFormat.read(try Data(contentsOf: URL(fileURLWithPath: path)), format).graph
            let native = try graphBytes(graph, as: .nativeJSON)
            let again = EveryFormat.read(native, .nativeJSON)
            #expect(difference(graph, again.graph) == nil, "\(path)")
            #expect(Set(EveryFormat.errors(again)).subtracting([.cycle]) == [], "\(path)")
            #expect(try graphBytes(again.graph, as: .nativeJSON) == native, "\(path)")
            guard format.isWritable, ![.csv, .tsv, .edgeList].contains(format) else { continue }
            let written = try graphBytes(graph, as: format)
            let back = EveryFormat.read(written, format)
            let (found, expected) = (lines(of: back.graph).sorted(), lines(of: graph).sorted())
            if found != expected {
                let missing = Set(expected).subtracting(found).sorted().prefix(4).joined(separator: "\n- ")
                let added = Set(found).subtracting(expected).sorted().prefix(4).joined(separator: "\n+ ")
                Issue.record("\(path)\n- \(missing)\n+ \(added)\n\(EveryFormat.problems(back).prefix(2_000))")
            }
        }
    }
}
