import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// Inputs that gzip has packed.
@Suite struct CompressedInputTests {
    private static let table = "H4sIAAAAAAACAyvOLy1KTtUpSSxKTy3hStRJ4krSSeYCAJI2UMIWAAAA"
    private static let twoParts = "H4sIAAAAAAACAzNUMOICAFe7O1wEAAAAH4sIAAAAAAACAzNSMOYCAPgllVcEAAAA"

    private func bytes(_ text: String) throws -> [UInt8] { [UInt8](try #require(Data(base64Encoded: text))) }

    private func read(_ bytes: [UInt8], _ name: String) -> ReadResult {
        readGraph(inputs: [GraphInput(name: name, bytes: bytes)])
    }

    @Test func theInnerEndingTellsTheFormat() throws {
        let result = read(try bytes(Self.table), "links.CSV.gz")
        #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message))")
        #expect(result.graph.nodeCount == 3 && result.graph.edgeCount == 2)
        #expect(result.report.inputs.first?.format == .csv)
    }

    @Test func theContentTellsIfNoEndingDoes() throws {
        let result = read(try bytes(Self.table), "-")
        #expect(result.report.inputs.first?.format == .csv && result.graph.edgeCount == 2)
    }

    @Test func partsStandOneBehindTheOther() throws {
        var packed = try bytes(Self.twoParts)
        #expect(read(packed, "links.el.gz").graph.edgeCount == 2)
        packed += [UInt8](repeating: 0, count: 512)
        let padded = read(packed, "links.el.gz")
        #expect(padded.graph.edgeCount == 2 && !padded.hasErrors)
    }

    /// Cut off anywhere, it is an error, and what is there is still read as far as it goes.
    @Test func truncated() throws {
        let packed = try bytes(Self.table)
        for length in 2..<packed.count {
            let result = read(Array(packed[..<length]), "links.csv.gz")
            #expect(result.hasErrors, "\(length)")
            #expect(result.diagnostics.contains { $0.code == .truncatedFile }, "\(length)")
        }
    }

    @Test func damaged() throws {
        var packed = try bytes(Self.table)
        packed[packed.count - 6] ^= 0xFF
        let result = read(packed, "links.csv.gz")
        let damage = try #require(result.diagnostics.first { $0.code == .damagedFile })
        #expect(damage.message.contains("damaged at byte"))
        let rubbish = read([0x1F, 0x8B, 0x08, 0xFF, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], "links.csv.gz")
        #expect(rubbish.hasErrors && rubbish.graph.nodeCount == 0)
    }
}
