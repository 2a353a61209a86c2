import Foundation
import Testing

/// The core stays without Foundation: it costs every user start-up time and size.
struct FoundationTests {
    /// What the core's sources may import: the standard library's own modules, and in analytics, whose
    /// algorithms run on all cores, the C library for mathematics and Dispatch for
    /// threads.
    @Test(arguments: [
        ("LinkChartModel", ["Swift", "Synchronization"]),
        (
            "LinkChartAnalytics",
            ["Swift", "Synchronization", "LinkChartModel", "Dispatch", "Glibc", "Musl", "Darwin"]
        ),
    ])
    func sourcesImportNone(module: String, allowed: [String]) throws {
        let folder = SharedFiles.repository.appending(path: "Sources").appending(path: module)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var count = 0
        for case let file as URL in files where file.pathExtension == "swift" {
            count += 1
            for (number, line) in try String(contentsOf: file, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            {
                guard let imported = Self.importedModule(of: line) else { continue }
                #expect(
                    allowed.contains(imported),
                    "\(file.lastPathComponent):\(number + 1) imports \(imported)")
            }
        }
        #expect(count > 0, "no source of \(module) was read")
    }

    /// The module that a line imports, whatever attributes and access the line begins with.
    static func importedModule(of line: some StringProtocol) -> String? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let position = words.firstIndex(of: "import"), position + 1 < words.count else { return nil }
        let modifiers = ["public", "package", "internal", "fileprivate", "private"]
        guard words[..<position].allSatisfy({ modifiers.contains(String($0)) || $0.hasPrefix("@") }) else {
            return nil
        }
        let kinds = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name =
            kinds.contains(String(words[position + 1]))
            ? words.dropFirst(position + 2).first : words[position + 1]
        return name.map { String($0.prefix { $0 != "." && $0 != ";" }) }
    }

    @Test func importsAreRecognised() {
        for (line, module) in [
            ("import Foundation", "Foundation"), ("public import Foundation", "Foundation"),
            ("  @preconcurrency import Foundation", "Foundation"),
            ("import struct Foundation.URL", "Foundation"),
            ("@_exported public import LinkChartModel", "LinkChartModel"), ("import Glibc;", "Glibc"),
        ] {
            #expect(Self.importedModule(of: line) == module, "\(line)")
        }
        for line in ["// import Foundation", "let import = 3", "important", "import", ""] {
            #expect(Self.importedModule(of: line) == nil, "\(line)")
        }
    }
}
