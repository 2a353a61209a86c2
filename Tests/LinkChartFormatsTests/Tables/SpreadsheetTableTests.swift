import LinkChartFormats
import LinkChartModel
import Testing

/// What spreadsheet programs do to tables that they save as text, and tables without a header.
@Suite("Tables of spreadsheets")
struct SpreadsheetTableTests {
    private func read(_ text: String, name: String = "t.csv", map: ColumnMap = ColumnMap()) -> ReadResult {
        readGraph(
            inputs: [GraphInput(name: name, text: text)], options: ReadOptions(columnMap: map))
    }

    private func edges(_ graph: Graph) -> [String] {
        graph.edges.map { edge in
            let weight = edge.attributes["weight"]?.double.map { " \($0)" } ?? ""
            return "\(graph.id(of: edge.source)) \(graph.id(of: edge.target))\(weight)"
        }
    }

    @Test("a line may tell the separator, columns may end in nothing, and a formula may keep digits")
    func oddities() {
        for separator in [";", "\t", "|", ","] {
            let text =
                "sep=\(separator)\r\nsource;target;weight;number;;\r\n=\"001\";b;2;=\"007\";;\r\n\"b\r\nc\";=\"001\";3;\"=\"\"08\"\"\"\r\n"
                .split(separator: ";", omittingEmptySubsequences: false).joined(separator: separator)
            let result = read(text)
            #expect(
                Set(result.diagnostics.map(\.code)).subtracting([.suspiciousName]).isEmpty,
                "\(DiagnosticRenderer().text(of: result.diagnostics))")
            #expect(edges(result.graph) == ["001 b 2.0", "b\r\nc 001 3.0"])
            #expect(result.graph.edges.map { $0.attributes["number"] } == ["007", "08"])
        }
    }

    @Test("numbers with decimal commas are numbers, in a table that has them")
    func decimalCommas() {
        let result = read("source;target;weight;share\na;b;1,5;0,25\nb;c;1.234,75;-3,5\nc;d;1.000;x\n")
        #expect(edges(result.graph) == ["a b 1.5", "b c 1234.75", "c d 1000.0"])
        #expect(result.graph.edges.map { $0.attributes["share"] } == [0.25, -3.5, "x"])
        #expect(result.report.inputs[0].normalised.map(\.count) == [5])
        // Groups of digits alone tell nothing, and with points there are no commas.
        let groups = read("source;target;share\na;b;1,500\n").graph
        #expect(groups.edges.map { $0.attributes["share"] } == ["1,500"])
        let points = read("source;target;share\na;b;1,5\nb;c;2.5\n").graph
        #expect(points.edges.map { $0.attributes["share"] } == ["1,5", 2.5])
    }

    @Test("UTF-16 and UTF-32 are read, with a byte order mark or without")
    func encodings() {
        let text = "Source\tTarget\tNote\r\nМосква\tكابل\t😀 é\r\n"
        let expected = ["Москва كابل"]
        for isLittle in [true, false] {
            let order = { (bytes: [UInt8]) in isLittle ? bytes : bytes.reversed() }
            let wide = text.utf16.flatMap { order([UInt8($0 & 0xFF), UInt8($0 >> 8)]) }
            let mark = order([0xFF, 0xFE])
            let widest = text.unicodeScalars.flatMap { scalar in
                order((0..<4).map { UInt8(scalar.value >> ($0 * 8) & 0xFF) })
            }
            for bytes in [mark + wide, order([0xFF, 0xFE, 0, 0]) + widest] {
                let result = readGraph(inputs: [GraphInput(name: "t.txt", bytes: bytes)])
                #expect(result.diagnostics.isEmpty && edges(result.graph) == expected)
                #expect(result.graph.edges.first?.attributes["Note"] == "😀 é")
                #expect(result.report.inputs[0].normalised.first?.what == "encoding")
            }
            let ascii = "<graphml><graph><node id=\"a\"/></graph></graphml>".utf16.flatMap {
                order([UInt8($0 & 0xFF), UInt8($0 >> 8)])
            }
            #expect(readGraph(inputs: [GraphInput(name: "g.graphml", bytes: ascii)]).graph.nodeCount == 1)
        }
        // Half a pair of surrogates is told; a file that is none of that is refused.
        let broken: [UInt8] =
            [0xFF, 0xFE]
            + String(repeating: "a b\n", count: 200).utf16.flatMap {
                [UInt8($0 & 0xFF), UInt8($0 >> 8)]
            } + [0x00, 0xD8, 0x61, 0x00]
        #expect(
            readGraph(inputs: [GraphInput(name: "t.edgelist", bytes: broken)]).diagnostics.contains {
                $0.code == .invalidUTF8
            })
        let noise = [0xFF, 0xFE] + (0..<400).map { UInt8(truncatingIfNeeded: 0xD8 + $0 % 2 * 4) }
        #expect(
            readGraph(inputs: [GraphInput(name: "t.csv", bytes: noise)]).diagnostics.map(\.code)
                == [.unsupportedEncoding])
    }

    // MARK: - Matrices and lists

    @Test("Gephi's matrices and lists of neighbours have the edges that Gephi reads from them")
    func gephi() throws {
        for (file, nodes, count, first) in [
            ("spreadsheet__matrix.csv", 5, 6, "A B 1.0"), ("spreadsheet__adj_list.csv", 9, 7, "a b"),
            ("spreadsheet__complex_matrix.csv", 26, 650, "Bruno Pellaud Bruno Pellaud 60.0"),
        ] {
            guard let path = SharedFiles.path("data/graphs/gephi-fixtures/\(file)") else { return }
            let result = try readGraph(paths: [path])
            #expect(result.graph.nodeCount == nodes && result.graph.edgeCount == count, "\(file)")
            #expect(result.diagnostics.contains { $0.code == .guessedShape } && !result.hasErrors)
            if file != "spreadsheet__complex_matrix.csv" { #expect(edges(result.graph).first == first) }
        }
    }

    @Test("a matrix may leave out its corner and have commas; tables of numbers are none")
    func matrices() {
        #expect(
            edges(read("a,b,c\na,0,1,\nb,,0,2.5\nc,-1,0,0\n").graph) == ["a b 1.0", "b c 2.5", "c a -1.0"])
        #expect(edges(read(";a;b\na;0;1,5\nb;0,5;0\n").graph) == ["a b 1.5", "b a 0.5"])
        for table in [",x,y\n0,1,2\n1,3,4\n", ",2019,2020\nAfrica,3,4\nAsia,5,6\n", "a,b\nc,d\n"] {
            #expect(read(table).diagnostics.map(\.code) == [.missingColumn], "\(table)")
        }
        let bad = read(",a,b\na,0,1\nb,nan,0\n")
        #expect(bad.diagnostics.contains { $0.code == .badNumber } && bad.graph.edgeCount == 1)
    }

    @Test("lists of neighbours are told with care")
    func lists() {
        #expect(edges(read("a,b,c\nb,c\nd\n").graph) == ["a b", "a c", "b c"])
        #expect(read("a,b,c\nb,c\nd\n").graph.nodeCount == 4)
        // Prose, and rows that share nothing.
        #expect(read("a,b,c\nd,e\n").diagnostics.map(\.code) == [.missingColumn])
        #expect(read("a,b,c\nb,c\n", name: "t.txt").graph.edgeCount == 0)
    }

    @Test("a column that stands for two things may mean something else as each")
    func secondReading() throws {
        let map = try ColumnMap(
            yaml: GraphInput(
                name: "map.yaml",
                text: """
                    source: Wer
                    target: Wen
                    relation: {column: Art, means: {X: attacks, Y: funds}}
                    targetKind: {column: Art, means: {X: State, Y: Actor}, value: Actor}
                    sourceKind: {value: Actor}
                    """))
        let result = read("Wer,Art,Wen\na,X,b\na,Y,c\nb,X,a\n", map: map)
        let graph = result.graph
        let found = graph.edges.map {
            "\(graph.id(of: $0.source)) \($0.definition.name) \(graph.id(of: $0.target))"
        }
        #expect(
            found.prefix(2) == ["a attacks b", "a funds c"],
            "\(DiagnosticRenderer().text(of: result.diagnostics))")
        #expect(graph.node(id: "b").map { graph[$0].kindName } == "State")
        #expect(graph.node(id: "c").map { graph[$0].kindName } == "Actor")
        #expect(graph.edges.first?.attributes["rawRelation"] == "X")
    }

    @Test("NetDraw's data, properties and ties become nodes and edges")
    func netDraw() throws {
        let text = """
            *Node data
            "ID", group
            "Ann B" 1
            Cy ""
            *Node properties
            ID x y shortlabel
            "Ann B" 1.5 2 Annie
            *Tie data
            from to strength kind
            "Ann B" Cy 2 old
            Cy Dan 1 new
            *Other
            x
            """
        let result = read(text.replacing(",", with: ""), name: "t.vna")
        let graph = result.graph
        #expect(edges(graph) == ["Ann B Cy 2.0", "Cy Dan 1.0"])
        #expect(graph.nodes.map(\.name) == ["Annie", "Cy", "Dan"])
        #expect(graph.nodes.first?.attributes["x"] == 1.5 && graph.nodes.first?.attributes["group"] == 1)
        #expect(Set(result.diagnostics.map(\.code)) == [.missingNode, .unknownElement])
        #expect(read("*Nothing\nx\n", name: "t.vna").diagnostics.contains { $0.code == .missingKey })
        guard let path = SharedFiles.path("data/graphs/gephi-fixtures/emptyattribute.vna") else { return }
        let fixture = try readGraph(paths: [path])
        #expect(fixture.diagnostics.isEmpty && fixture.graph.nodes.map(\.id) == ["1", "2", "3"])
        #expect(fixture.graph.nodes.first?.attributes["spots"] == nil && fixture.graph.edgeCount == 3)
    }
}
