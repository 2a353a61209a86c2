import Foundation
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

/// The records of a table, read by the tokenizer.
func records(_ text: String, delimiter: UInt8 = 0x2C) -> (records: [[String]], issues: [CSVTokenizer.Issue]) {
    let guarded = GuardedBytes(text.utf8)
    var tokenizer = CSVTokenizer(guarded.bytes, delimiter: delimiter)
    var fields: [CSVField] = []
    var scratch: [UInt8] = []
    var records: [[String]] = []
    while tokenizer.next(&fields) {
        records.append(fields.map { $0.string(in: guarded.bytes) })
        for (field, text) in zip(fields, records[records.count - 1]) {
            let bytes = field.withBytes(in: guarded.bytes, scratch: &scratch) { Array($0) }
            #expect(bytes == Array(text.utf8))
            #expect(field.rawStart >= 0 && field.rawEnd <= guarded.bytes.count)
        }
    }
    return (records, tokenizer.issues)
}

@Suite("Cutting tables into fields")
struct CSVTokenizerTests {
    private struct Case: Decodable {
        var text: String
        var delimiter: String
        var closed: Bool
        var records: [[String]]
    }

    @Test("fields are those that Python's csv module finds")
    func python() throws {
        var tests = URL(filePath: #filePath)
        for _ in 0..<3 { tests.deleteLastPathComponent() }
        let file = tests.appending(path: "Reference/tables/records.json")
        let cases = try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
        #expect(cases.count > 800)
        for (number, item) in cases.enumerated() {
            let (found, issues) = records(item.text, delimiter: item.delimiter.utf8.first ?? 0)
            // Of a record with an open quote Python takes what there is; here it is left out, and the quote reported.
            let expected = item.closed ? item.records : Array(item.records.dropLast())
            #expect(found == expected, "case \(number): \(item.text.debugDescription)")
            #expect(
                issues.contains { $0.kind == .unclosedQuote } == !item.closed,
                "case \(number): \(item.text.debugDescription)")
        }
    }

    /// A second opinion: the same rules as a machine of five states, character by character.
    private func naive(_ text: String, delimiter: Character) -> [[String]]? {
        enum State { case start, unquoted, quoted, closing }
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var state = State.start
        func isEnd(_ character: Unicode.Scalar) -> Bool { character == "\n" || character == "\r" }
        for scalar in text.unicodeScalars {
            let character = Character(scalar)
            switch state {
            case .start where scalar == "\"": state = .quoted
            case .quoted:
                if scalar == "\"" { state = .closing } else { field.unicodeScalars.append(scalar) }
            case .closing where scalar == "\"":
                field.unicodeScalars.append(scalar)
                state = .quoted
            default:
                if character == delimiter || isEnd(scalar) {
                    let isBlank = record.isEmpty && state == .start && isEnd(scalar)
                    if !isBlank { record.append(field) }
                    field = ""
                    state = .start
                    if isEnd(scalar), !record.isEmpty {
                        records.append(record)
                        record = []
                    }
                } else {
                    field.unicodeScalars.append(scalar)
                    state = .unquoted
                }
            }
        }
        if state == .quoted { return nil }
        if state != .start || !record.isEmpty { records.append(record + [field]) }
        return records
    }

    @Test("random tables are cut as a machine of states cuts them", arguments: 0..<60)
    func random(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        for _ in 0..<200 {
            let pieces = [
                "\"", "\"\"", ",", "\n", "\r\n", "\r", "a", "eight by", "more than eight bytes", "é", "漢字",
                ";", " ",
            ]
            let text = (0..<random.below(40)).map { _ in random.element(of: pieces) }.joined()
            guard let expected = naive(text, delimiter: ",") else {
                #expect(
                    records(text).issues.last?.kind == .unclosedQuote,
                    "seed \(seed): \(text.debugDescription)")
                continue
            }
            #expect(records(text).records == expected, "seed \(seed): \(text.debugDescription)")
        }
    }

    @Test("an open quote is reported where it opened, a stray one where it is")
    func issues() {
        #expect(records("a,b\nc,\"d\ne,f\n").issues == [.init(kind: .unclosedQuote, offset: 6)])
        #expect(records("a,b\nc,\"d\ne,f\n").records == [["a", "b"]])
        #expect(
            records("a\"b,\"c\"d\n").issues == [
                .init(kind: .strayQuote, offset: 1), .init(kind: .strayQuote, offset: 6),
            ])
        #expect(records("a,\"b\"\n").issues.isEmpty)
    }

    @Test("writing and reading any fields gives them back", arguments: 0..<30)
    func roundTrip(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let letters = ["a", "\"", ",", "\n", "\r", " ", "é", ";", "=", "\u{0}", "\t"]
        let table = (0..<1 + random.below(6)).map { _ in
            (0..<2 + random.below(4)).map { _ in
                (0..<random.below(12)).map { _ in random.element(of: letters) }.joined()
            }
        }
        let text = table.map {
            $0.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\r\n"
        }
        #expect(records(text.joined()).records == table, "seed \(seed)")
    }
}
