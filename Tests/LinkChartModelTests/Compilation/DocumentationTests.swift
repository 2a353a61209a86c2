import Foundation
import Testing

/// What the articles show must compile: the blocks of one article, one after another, are one program.
@Suite(.enabled(if: Compiler.isThere, "needs swiftc on the search path"))
struct DocumentationTests {
    private static let catalog = SharedFiles.repository
        .appending(path: "Sources/LinkChartModel/Documentation.docc")

    @Test(arguments: [
        "LinkChartModel", "BuildingAGraph", "WhoClaimsWhat", "ChoosingAProjection", "YourOwnOntology",
    ])
    func examplesCompile(article: String) throws {
        let text = try String(contentsOf: Self.catalog.appending(path: "\(article).md"), encoding: .utf8)
        let program = Self.swiftBlocks(of: text).joined(separator: "\n")
        #expect(program.contains("import LinkChartModel"))
        let compiler = try #require(Compiler(), "the built module is nowhere near the test bundle")
        let (isAccepted, diagnostics) = try compiler.check(program, isScript: true)
        #expect(isAccepted && diagnostics.isEmpty, "\(diagnostics)")
    }

    @Test func everyArticleIsTested() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.catalog.path())
        #expect(files.filter { $0.hasSuffix(".md") }.count == 5)
    }

    private static func swiftBlocks(of text: String) -> [String] {
        text.components(separatedBy: "```swift\n").dropFirst().map { $0.components(separatedBy: "\n```")[0] }
    }
}
