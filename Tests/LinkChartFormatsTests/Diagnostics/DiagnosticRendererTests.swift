import LinkChartFormats
import LinkChartTestKit
import Testing

@Suite struct DiagnosticRendererTests {
    /// A diagnostic on `length` bytes from where `mark` begins in a text.
    private func diagnostic(on mark: String, in text: String, width: Int = 100) -> Diagnostic {
        let offset = text.range(of: mark)
        var places = SourcePlaces()
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            let range = SourceRange(offset: offset, length: mark.utf8.count)
            let place = places.place(of: offset, in: bytes)
            return Diagnostic(
                .unknownRelation, "no relation `host` in the ontology", suggestion: "did you mean `hosts`?",
                file: "a.yaml", line: place.line, column: place.column,
                excerpt: places.excerpt(of: range, in: bytes, width: width))
        }
    }

    @Test func rendersAsTheArchitectureShows() {
        let text = String(repeating: "\n", count: 40) + "    relation: host\n"
        #expect(
            DiagnosticRenderer().text(of: diagnostic(on: "host", in: text)) == """
                error[L0102]: no relation `host` in the ontology
                   --> a.yaml:41:15
                41 |     relation: host
                   |               ^^^^ did you mean `hosts`?

                """)
    }

    @Test func countsCharactersAndAlignsByCells() {
        // Two wide characters and a letter with an accent of its own: three characters in five cells.
        let text = "中国e\u{301}: host\r\nnext"
        let rendered = DiagnosticRenderer().text(of: diagnostic(on: "host", in: text))
        #expect(rendered.contains("a.yaml:1:6\n"))
        #expect(rendered.contains("1 | 中国e\u{301}: host\n  |        ^^^^ did"))
    }

    @Test func showsTabsAsOneCellAndControlsAsPictures() {
        let rendered = DiagnosticRenderer().text(of: diagnostic(on: "host", in: "\ta\u{1B}[2J\u{202E}host"))
        #expect(rendered.contains("1 |  a␛[2J<U+202E>host\n  |" + String(repeating: " ", count: 15) + "^^^^"))
    }

    @Test func cutsLongLines() {
        let text = String(repeating: "x", count: 5_000) + "host" + String(repeating: "y", count: 5_000)
        let rendered = DiagnosticRenderer().text(of: diagnostic(on: "host", in: text, width: 10))
        #expect(rendered.contains("a.yaml:1:5001\n"))
        #expect(rendered.contains("1 | …xxxxxxxxxxhostyyyyy…\n  |            ^^^^"))
    }

    @Test func findsPlacesInAnyOrder() {
        let bytes = Array("\u{FEFF}ab\ncdé\n\nf".utf8)
        let expected: [Int: (Int, Int)] = [
            3: (1, 1), 5: (1, 3), 6: (2, 1), 8: (2, 3), 10: (2, 4), 11: (3, 1), 12: (4, 1),
        ]
        bytes.withUnsafeBufferPointer { bytes in
            var places = SourcePlaces()
            for offset in [3, 12, 8, 5, 11, 10, 6, 6, 12, 3, 11, 8] {
                let place = places.place(of: offset, in: bytes)
                #expect(place.line == expected[offset]?.0 && place.column == expected[offset]?.1, "\(offset)")
            }
        }
    }

    /// Questions of all sorts, far and near, in a text of many lines, against counting from the beginning each time.
    @Test(arguments: 0..<8 as Range<UInt64>)
    func findsPlacesFarAndNear(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var bytes: [UInt8] = []
        while bytes.count < 70_000 {
            let length = Int.random(in: 0...(seed % 2 == 0 ? 60 : 30_000), using: &random)
            bytes += repeatElement(0x61, count: length)
            bytes.append(0x0A)
        }
        bytes.withUnsafeBufferPointer { bytes in
            var places = SourcePlaces()
            for _ in 0..<300 {
                let offset = Int.random(in: 0...bytes.count, using: &random)
                let before = bytes[..<offset]
                let line = 1 + before.count { $0 == 0x0A }
                let start = (before.lastIndex(of: 0x0A) ?? -1) + 1
                switch Int.random(in: 0..<3, using: &random) {
                case 0: #expect(places.line(of: offset, in: bytes) == line, "seed \(seed), offset \(offset)")
                case 1: _ = places.excerpt(of: SourceRange(offset: offset), in: bytes)
                default:
                    let place = places.place(of: offset, in: bytes)
                    #expect(
                        place.line == line && place.column == offset - start + 1, "seed \(seed), \(offset)")
                }
            }
        }
    }

    @Test func keepsFiftyOfACodeAndCountsTheRest() {
        var diagnostics = Diagnostics()
        for line in 1...1_000 {
            diagnostics.report(Diagnostic(.noSuchNode, "none", file: "a", line: line, column: 1))
        }
        diagnostics.report(Diagnostic(.badDate, "none", file: "a", line: 3, column: 1))
        #expect(diagnostics.count == 51)
        #expect(diagnostics.count(of: .error) == 1_000 && diagnostics.count(of: .warning) == 1)
        #expect(diagnostics.sorted[3].code == .badDate)
        let text = DiagnosticRenderer().text(of: diagnostics)
        #expect(text.hasSuffix("… and 950 more of L0105 in a\n\n1000 errors, 1 warning\n"))
    }

    @Test func givesTheStableJSON() {
        var diagnostics = Diagnostics()
        diagnostics.report(Diagnostic(.noSuchNode, "no \"x\"", file: "a", line: 2, column: 1))
        #expect(
            diagnostics.jsonText(style: .compact)
                == #"[{"severity":"error","code":"L0105","file":"a","line":2,"column":1,"#
                + #""message":"no \"x\"","suggestion":null}]"#)
    }

    @Test func codesAreUniqueAndExplained() {
        #expect(Set(DiagnosticCode.allCases.map(\.rawValue)).count == DiagnosticCode.allCases.count)
        for code in DiagnosticCode.allCases {
            #expect(code.rawValue.count == 5 && code.meaning.hasSuffix("."), "\(code)")
        }
    }
}

extension String {
    /// The offset in bytes at which a part begins.
    func range(of part: String) -> Int {
        let whole = Array(utf8)
        let wanted = Array(part.utf8)
        return whole.indices.first { whole[$0...].starts(with: wanted) } ?? 0
    }
}
