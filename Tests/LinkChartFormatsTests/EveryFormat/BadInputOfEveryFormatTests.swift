import Foundation
import LinkChartFormats
import LinkChartModel
import Testing

/// What every reader makes of files that are cut, written in another encoding, or something else altogether.
@Suite struct BadInputOfEveryFormatTests {
    private static let hostileName = "<script>افغانستان漢字e\u{301}\u{202E}x"

    @Test func everyReadableFormatHasASample() {
        let missing = GraphFormat.allCases.filter { $0.isReadable && EveryFormat.path(of: $0) == nil }
        #expect(missing == [], "make a small file with every feature in Fuzzing/corpus/FORMAT")
    }

    @Test(arguments: EveryFormat.formats)
    func theSampleIsReadAndKnownByItsContent(format: GraphFormat) throws {
        let bytes = try EveryFormat.sample(of: format)
        let result = EveryFormat.read(bytes, format)
        #expect(EveryFormat.errors(result) == [], "\(EveryFormat.problems(result))")
        #expect(result.graph.nodeCount > 0 && result.graph.edgeCount > 0)
        let name = try #require(EveryFormat.path(of: format))
        #expect(try GraphInput(path: name).detectedFormat == format)
        // What a byte order mark says is what is the case anyway.
        guard EveryFormat.texts.contains(format) else { return }
        let marked = EveryFormat.read([0xEF, 0xBB, 0xBF] + bytes, format)
        #expect(lines(of: marked.graph) == lines(of: result.graph))
    }

    /// A format that closes what it opens says that the rest is missing; lists of lines can only be shorter.
    @Test(arguments: EveryFormat.texts)
    func aFileCutAtEveryTenthIsTold(format: GraphFormat) throws {
        let bytes = try EveryFormat.sample(of: format)
        let whole = EveryFormat.read(bytes, format).graph
        let closes = EveryFormat.json.contains(format) || EveryFormat.xml.contains(format) || format == .gml
        for tenth in 1..<10 {
            let result = EveryFormat.read(bytes.prefix(bytes.count * tenth / 10), format)
            #expect(result.graph.nodeCount <= whole.nodeCount + 1, "\(format) \(tenth)/10")
            if closes {
                #expect(!EveryFormat.errors(result).isEmpty, "\(format) \(tenth)/10")
                for error in result.diagnostics where error.code == .truncatedFile {
                    #expect(error.line != nil && error.column != nil)
                }
            } else {
                // Brat's last lines are remarks on what is there.
                let isShorter =
                    format == .brat
                    ? try graphBytes(result.graph, as: .nativeJSON).count
                        < graphBytes(whole, as: .nativeJSON).count
                    : result.graph.nodeCount + result.graph.edgeCount + result.graph.claimCount
                        < whole.nodeCount + whole.edgeCount + whole.claimCount
                #expect(isShorter || !result.diagnostics.isEmpty, "\(format) \(tenth)/10")
            }
        }
    }

    @Test(arguments: EveryFormat.texts)
    func otherEncodingsAreTold(format: GraphFormat) throws {
        let text = try EveryFormat.text(of: format)
        let latin1 = Array(text.utf8).map { $0 == 0x61 ? 0xE4 : $0 }
        let result = EveryFormat.read(latin1, format)
        let first = try #require(result.diagnostics.sorted.first { $0.code == .invalidUTF8 })
        #expect(first.line != nil && first.column != nil)
        for (encoding, mark) in [
            (String.Encoding.utf16LittleEndian, [0xFF, 0xFE]), (.utf16BigEndian, [0xFE, 0xFF]),
            (.utf16LittleEndian, []), (.utf32LittleEndian, [0xFF, 0xFE, 0, 0]),
            (.utf32BigEndian, [0, 0, 0xFE, 0xFF]),
        ] as [(String.Encoding, [UInt8])] {
            let data = try #require("\(text.prefix(40))".data(using: encoding))
            let other = EveryFormat.read(mark + Array(data), format)
            #expect(other.diagnostics.map(\.code) == [.unsupportedEncoding], "\(format) \(encoding)")
            #expect(other.graph.nodeCount == 0)
        }
    }

    @Test(arguments: EveryFormat.texts)
    func lineEndsOfAnySortAreOne(format: GraphFormat) throws {
        let text = try EveryFormat.text(of: format)
        let expected = EveryFormat.read(text, format).graph
        let ends = ["\n", "\r\n", "\r"]
        for shift in 0..<3 {
            var mixed = ""
            for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
                mixed += line + ends[(number + shift) % 3]
            }
            let graph = EveryFormat.read(mixed, format).graph
            #expect(
                graph.nodeCount == expected.nodeCount && graph.edgeCount == expected.edgeCount
                    && graph.claimCount == expected.claimCount, "\(format)")
        }
    }

    @Test(arguments: EveryFormat.texts)
    func aWebPageIsNoData(format: GraphFormat) {
        for page in [
            "<!DOCTYPE html>\n<html><head><title>404</title></head><body>Not found</body></html>",
            "\u{FEFF}\n <HTML lang='en'><body>",
            "<?xml version=\"1.0\"?><!-- a -->\n<!DOCTYPE html SYSTEM 'x'><html>",
        ] {
            let result = EveryFormat.read(page, format)
            #expect(result.diagnostics.map(\.code) == [.webPage], "\(format)")
            #expect(result.diagnostics.first?.line == 1 && result.graph.nodeCount == 0)
        }
    }

    @Test(arguments: EveryFormat.texts)
    func nothingIsTold(format: GraphFormat) {
        for (bytes, code) in [
            ([], DiagnosticCode.emptyFile), (Array(" \n\t\n".utf8), .emptyFile),
            ([UInt8](repeating: 0, count: 5_000), .nulByte), ([0], .nulByte),
        ] as [([UInt8], DiagnosticCode)] {
            let result = EveryFormat.read(bytes, format)
            if format == .brat, code == .emptyFile { continue }
            #expect(EveryFormat.errors(result) == [code], "\(format)")
        }
    }

    @Test(arguments: EveryFormat.texts)
    func aLineOfMegabytesIsRead(format: GraphFormat) throws {
        let bytes = try EveryFormat.sample(of: format)
        let long = [UInt8](repeating: 0x78, count: 1_000_000)
        let blank = [UInt8](repeating: 0x20, count: 1_000_000)
        for input in [
            bytes + long, long + [0x0A] + bytes, [0x22] + long + bytes, blank + bytes,
            [UInt8](repeating: 0x5B, count: 1_000_000),
            Array(String(repeating: "{\"a\":", count: 200_000).utf8),
            Array(String(repeating: "<a>", count: 300_000).utf8),
        ] {
            let result = EveryFormat.read(input, format)
            #expect(EveryFormat.problems(result).utf8.count < 1_000_000)
        }
    }

    @Test(
        arguments: EveryFormat.texts,
        ["1e999", "-1e999", "1180591620717411303424", "NaN", "-0", "Infinity", "0x7F", "1e-999"])
    func numbersOutOfRangeAreKeptOrTold(format: GraphFormat, number: String) throws {
        let text = try EveryFormat.text(of: format)
        // First the numbers that stand alone, then those in quotes too; never those in names and dates.
        for pattern in [#"[\w.\-"]+"#, #"[\w.\-]+"#] {
            let mended = text.replacing(try Regex(pattern)) { match in
                let word = text[match.range]
                return word.wholeMatch(of: /\d+(\.\d+)?/) == nil ? String(word) : number
            }
            try expectWhole(EveryFormat.read(mended, format), "\(format) \(number)")
        }
    }

    @Test(arguments: EveryFormat.json)
    func aKeyGivenTwiceIsTold(format: GraphFormat) throws {
        let text = try EveryFormat.text(of: format)
        let member = try Regex(#"\{\s*("[a-zA-Z_]+"):"#)
        let match = try #require(try member.firstMatch(in: text))
        let key = text[try #require(match.output[1].range)]
        let twice = text.replacingCharacters(in: match.range, with: "{\(key): null, \(key):")
        let result = EveryFormat.read(twice, format)
        #expect(
            result.diagnostics.contains { $0.code == .duplicateKey && $0.line != nil }, "\(format) \(key)")
    }

    @Test(arguments: EveryFormat.xml)
    func entitiesAreRefused(format: GraphFormat) throws {
        let text = try EveryFormat.text(of: format)
        let root = try #require(text.firstMatch(of: /<([a-zA-Z]+)[ >]/)?.output.1)
        let start = try #require(text.firstIndex(of: "<\(root)"))
        for declaration in [
            "<!ENTITY a \"b\">", "<!ENTITY a SYSTEM \"file:///etc/passwd\">",
            "<!ENTITY % a SYSTEM \"http://127.0.0.1/x\"> %a;",
            "<!ENTITY a \"\(String(repeating: "lol", count: 10))\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;\">",
        ] {
            var bomb = text
            bomb.insert(contentsOf: "<!DOCTYPE \(root) [\(declaration)]>\n", at: start)
            let result = EveryFormat.read(bomb, format)
            #expect(EveryFormat.errors(result).first == .refusedEntity, "\(format) \(declaration)")
            #expect(result.graph.nodeCount == 0)
        }
    }

    @Test(arguments: EveryFormat.json)
    func jsonLinesAreReadOrTold(format: GraphFormat) throws {
        let one = try EveryFormat.text(of: format).split(whereSeparator: \.isNewline).joined(separator: " ")
        guard let whole = try? JSONSerialization.jsonObject(with: Data(one.utf8)) as? [String: Any] else {
            return
        }
        let line = String(
            decoding: try JSONSerialization.data(withJSONObject: whole, options: [.withoutEscapingSlashes]),
            as: UTF8.self)
        let result = EveryFormat.read(line + "\n" + line + "\n", format, name: "lines.json")
        let single = EveryFormat.read(line, format)
        // Formats that know no lines say where the second document begins; the others read both.
        let isTold = result.diagnostics.contains { $0.line == 2 }
        #expect(
            isTold || result.graph.edgeCount > single.graph.edgeCount
                || result.graph.claimCount > single.graph.claimCount
                || result.report.inputs[0].edgesMerged + result.report.inputs[0].nodesMerged > 0, "\(format)")
    }

    @Test(arguments: EveryFormat.formats)
    func gzipOfItIsTheSame(format: GraphFormat) throws {
        let bytes = try EveryFormat.sample(of: format)
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("linkchart-\(UUID())")
        try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: scratch) }
        let file = scratch.appendingPathComponent("input")
        try Data(bytes).write(to: file)
        let gzip = Process()
        gzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        gzip.arguments = ["gzip", "-n", file.path]
        try gzip.run()
        gzip.waitUntilExit()
        let packed = Array(try Data(contentsOf: file.appendingPathExtension("gz")))
        let result = EveryFormat.read(packed, format)
        #expect(lines(of: result.graph) == lines(of: EveryFormat.read(bytes, format).graph))
        let cut = EveryFormat.read(packed.prefix(packed.count / 2), format)
        #expect(EveryFormat.errors(cut).contains(.truncatedFile), "\(format)")
        var broken = packed
        broken[packed.count / 2] ^= 0x55
        #expect(!EveryFormat.errors(EveryFormat.read(broken, format)).isEmpty, "\(format)")
    }

    /// Names in any script, with marks and with what browsers and terminals obey, come out as they went in.
    @Test(arguments: EveryFormat.texts)
    func hostileNamesComeOutAsTheyWentIn(format: GraphFormat) throws {
        let words: [GraphFormat: String] = [
            .docRED: "Ana", .spert: "Cruz", .brat: "Ana Ruiz", .gdelt: "TALIBAN", .acled: "Taliban",
            .ucdp: "Rami village", .gtd: "Haqqani", .petrarch: "The United States", .plover: "rebels",
            .triples: "\"a\"", .dot: "\"Ana\"", .misp: "Jane Doe", .stix: "Bravo",
            .followTheMoney: "Jane Doe",
        ]
        guard let word = words[format] else { return }
        let name =
            EveryFormat.xml.contains(format)
            ? Self.hostileName.replacing("<", with: "&lt;").replacing(">", with: "&gt;") : Self.hostileName
        let text = try EveryFormat.text(of: format).replacing(
            word, with: word.hasPrefix("\"") ? "\"\(name)\"" : name)
        let result = EveryFormat.read(text, format)
        let native = String(decoding: try graphBytes(result.graph, as: .nativeJSON), as: UTF8.self)
        let escaped = native.replacing("\\u202e", with: "\u{202E}").replacing("\\u202E", with: "\u{202E}")
        #expect(escaped.contains(Self.hostileName), "\(format)")
        try expectWhole(result, "\(format)")
        #expect(!EveryFormat.problems(result).contains("\u{202E}"))
    }

    @Test(arguments: EveryFormat.formats)
    func randomDamageIsRead(format: GraphFormat) throws {
        let seed: UInt64 = 20_261_128
        var random = SeededGenerator(seed: seed)
        let bytes = try EveryFormat.sample(of: format)
        let telling: [UInt8] = Array("{}[]:,-#*\"'\\/<>=;&|TRE \n\t0123456789e\0".utf8) + [0xFF, 0xC0, 0xED]
        for number in 0..<60 {
            let result = EveryFormat.read(damaged(bytes, with: telling, &random), format)
            try expectWhole(result, "\(format), seed \(seed), \(number)")
        }
    }

    /// What was read is whole: the native format holds it, gives it back and writes it in the same bytes.
    private func expectWhole(_ result: ReadResult, _ context: String) throws {
        #expect(EveryFormat.problems(result).isEmpty == result.diagnostics.isEmpty, "\(context)")
        let native = try graphBytes(result.graph, as: .nativeJSON)
        let again = EveryFormat.read(native, .nativeJSON)
        #expect(Set(EveryFormat.errors(again)).subtracting([.cycle]) == [], "\(context)")
        #expect(try graphBytes(again.graph, as: .nativeJSON) == native, "\(context)")
    }
}

extension String {
    /// Where a text begins that stands in this one.
    fileprivate func firstIndex(of text: String) -> Index? { firstRange(of: text)?.lowerBound }
}
