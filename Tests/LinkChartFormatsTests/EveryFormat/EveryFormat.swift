import Foundation
import LinkChartFormats
import LinkChartModel

/// A small file of each format that is read, with all that the format can say: those that fuzzing begins with.
enum EveryFormat: Sendable {
    /// The formats that have a sample.
    static let formats: [GraphFormat] = GraphFormat.allCases.filter { $0.isReadable && path(of: $0) != nil }

    /// Those of them that are texts, whatever their bytes say.
    static let texts: [GraphFormat] = formats.filter { format in
        (try? sample(of: format)).map { String(validating: $0, as: UTF8.self) != nil } ?? false
    }

    static let json: [GraphFormat] = texts.filter { format in
        (try? sample(of: format)).map { $0.first == 0x7B || $0.first == 0x5B } ?? false
    }

    static let xml: [GraphFormat] = texts.filter { format in
        (try? sample(of: format)).map { $0.first == 0x3C } ?? false
    }

    private static let folder = Repository.root.appendingPathComponent("Fuzzing/corpus")

    /// The first file of a format's corpus that has every feature, or else the first that there is.
    static func path(of format: GraphFormat) -> String? {
        let folder = folder.appendingPathComponent(format.rawValue)
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
        let name = names.first { $0.hasPrefix("every-") } ?? names.first { $0 != "seed" }
        return name.map { folder.appendingPathComponent($0).path }
    }

    static func sample(of format: GraphFormat) throws -> [UInt8] {
        guard let path = path(of: format) else { throw CocoaError(.fileNoSuchFile) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    static func text(of format: GraphFormat) throws -> String {
        String(decoding: try sample(of: format), as: UTF8.self)
    }

    static func read(
        _ bytes: some Sequence<UInt8>, _ format: GraphFormat, name: String = "input", isStrict: Bool = false
    ) -> ReadResult {
        readGraph(
            inputs: [GraphInput(name: name, bytes: bytes)],
            options: ReadOptions(format: format, isStrict: isStrict))
    }

    static func read(
        _ text: String, _ format: GraphFormat, name: String = "input", isStrict: Bool = false
    ) -> ReadResult {
        read(text.utf8, format, name: name, isStrict: isStrict)
    }

    static func errors(_ result: ReadResult) -> [DiagnosticCode] {
        result.diagnostics.filter { $0.severity == .error }.map(\.code)
    }

    static func problems(_ result: ReadResult) -> String {
        DiagnosticRenderer().text(of: result.diagnostics)
    }
}
