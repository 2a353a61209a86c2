import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartFormats

/// What a table, or several, read as.
func read(_ tables: String..., map: String = "", strict: Bool = false, format: GraphFormat? = .csv) throws
    -> ReadResult
{
    let inputs = tables.enumerated().map { GraphInput(name: "\($0 + 1).csv", text: $1) }
    let columnMap = try ColumnMap(parsing: map)
    return readGraph(
        inputs: inputs, options: ReadOptions(format: format, columnMap: columnMap, isStrict: strict))
}

/// Codes, severities and places, in the order of the files.
func places(_ result: ReadResult) -> [String] {
    result.diagnostics.sorted.map {
        "\($0.code) \($0.severity.rawValue) \($0.file ?? "-"):\($0.line ?? 0):\($0.column ?? 0)"
    }
}

@Suite("Reading tables")
struct TableReaderTests {
    // MARK: - Nodes and links

    @Test("a table of nodes and one of links, in either order, with claims row by row")
    func pair() throws {
        let nodes = """
            id,kind,name,aliases,subtype,iso2,population,code,attributes
            af,State,Afghanistan,,,AF,41000000,007,"{""landlocked"":true,""size"":{""km2"":652867}}"
            ttp,actor,Tehrik-i-Taliban Pakistan,TTP; Pakistani Taliban |the group,armedGroup,,,,
            un,ORGANISATION,,,,,0.5,1.50,
            report,Document,,,,,,,
            """
        let links = """
            source,relation,target,valid,claimant,via,document,locator,statement,date,modality,confidence,pages
            af,hosts,ttp,2021/..,un,somebody,report,L12,They are there.,XXXX-11-27,estimated,60,7
            af,HOSTS,ttp,2021/..,"A. Author",,,p. 4,,,denied,,8
            ttp,hostedBy,af,,,,,,,,,,
            """
        for result in [try read(nodes, links), try read(links, nodes)] {
            let graph = result.graph
            #expect(
                lines(of: graph) == [
                    "node af State name=Afghanistan aliases=[] subtype=- source=false {code: \"007\", iso2: \"AF\", "
                        + "landlocked: true, population: i41000000, size: {km2: i652867}}",
                    "node ttp Actor name=Tehrik-i-Taliban Pakistan "
                        + "aliases=[\"TTP\", \"Pakistani Taliban\", \"the group\"] subtype=armedGroup source=false {}",
                    "node un Organisation name=un aliases=[] subtype=- source=false {code: \"1.50\", population: n0.5}",
                    "node report Document name=report aliases=[] subtype=- source=true {}",
                    "edge - af hosts ttp valid=-/2021/.. {pages: i7}",
                    "  claim node un; named somebody; node report; L12; They are there.; -/XXXX-11-27; estimated; 60; "
                        + "-; -; {}",
                    // What differs from row to row belongs to the claims.
                    "  claim named A. Author; -; -; p. 4; -; -; denied; -; -; -; {pages: i8}",
                    "edge - ttp relatedTo af valid=- {rawRelation: \"hostedBy\"}",
                ])
            #expect(graph.standing(of: EdgeIndex(0)).isContested)
            #expect(result.diagnostics.map(\.code) == [.unknownRelation])
            #expect(result.diagnostics.first?.suggestion?.contains("`hosts`") == true)
            #expect(!result.hasErrors)
        }
    }

    @Test("the tables of the article are the graph of the article")
    func article() throws {
        var root = #filePath.split(separator: "/").map(String.init)
        root.removeLast(4)
        let folder = "/" + root.joined(separator: "/")
        let tables = try readGraph(paths: [
            "\(folder)/examples/tables/afghanistan-nodes.csv",
            "\(folder)/examples/tables/afghanistan-links.csv",
        ])
        let native = try readGraph(paths: ["\(folder)/graphs/afghanistan.linkchart.yaml"])
        #expect(tables.diagnostics.isEmpty)
        // Sources stand first in the native file.
        #expect(
            Set(lines(of: tables.graph).filter { $0.hasPrefix("node") })
                == Set(lines(of: native.graph).filter { $0.hasPrefix("node") }))
        #expect(
            lines(of: tables.graph).filter { !$0.hasPrefix("node") }
                == lines(of: native.graph).filter { !$0.hasPrefix("node") })
        #expect(tables.graph.edgeCount > 100 && tables.graph.claimCount > tables.graph.edgeCount)
    }

    @Test(
        "links that name nodes which no table has: made, and said once; in strict mode every one is an error")
    func missingNodes() throws {
        let nodes = "id,kind\na,State\nb,State\n"
        let links = "source,relation,target\na,borders,b\na,relatedTo,c\nd,relatedTo,e\nd,borders,a\n"
        let result = try read(nodes, links)
        #expect(result.graph.nodes.map(\.id) == ["a", "b", "c", "d", "e"])
        // The note is at the first of them; that `d` has no kind is a warning of its own.
        #expect(places(result) == ["L0120 note 2.csv:3:13", "L0103 warning 2.csv:5:1"])
        #expect(result.diagnostics.first { $0.code == .missingNode }?.message.hasPrefix("3 nodes") == true)
        #expect(result.graph.edges.last?.attributes["rawRelation"] == "borders")
        let strict = try read(nodes, links, strict: true)
        #expect(strict.diagnostics.count { $0.code == .missingNode && $0.severity == .error } == 3)
    }

    @Test("kinds at the ends of a relation table make the same graph as a table of nodes")
    func kindsInLinks() throws {
        let result = try read(
            """
            source,source_type,source_name,relation,target,target_type
            af,State,Afghanistan,hosts,ttp,Actor
            ttp,,,attacks,pk,State
            pk,state,,borders,af,State
            x,Grup,,relatedTo,af,State
            """)
        #expect(
            lines(of: result.graph).prefix(7) == [
                "node af State name=Afghanistan aliases=[] subtype=- source=false {}",
                "node ttp Actor name=ttp aliases=[] subtype=- source=false {}",
                "node pk State name=pk aliases=[] subtype=- source=false {}",
                "node x Entity name=x aliases=[] subtype=- source=false {rawKind: \"Grup\"}",
                "edge - af hosts ttp valid=- {}", "edge - ttp attacks pk valid=- {}",
                "edge - pk borders af valid=- {}",
            ])
        #expect(places(result) == ["L0101 warning 1.csv:5:3"])
    }

    // MARK: - Problems

    @Test("every problem of the rows is reported at its cell")
    func problems() throws {
        let nodes = """
            id,kind,name,attributes
            a,State,A,
            p,Person,P,not json
            ,State,nameless,
            a,State,again,
            g,Stat,G,
            t,Agent,T,
            """
        let links = """
            source,relation,target,valid,confidence,modality,reliability,weight
            a,hosts,p,sometime,60,asserted,,1
            p,hosts,a,,60,asserted,,1
            a,host,p,,101,asserted,,1
            a,hosts,,,,asserted,,1
            a,hosts,p,,,guessed,,1
            a,relatedTo,p,,likely,asserted,Z,heavy
            a,relatedTo,p,,,,,1,extra
            a,relatedTo,p
            a,"open
            """
        let result = try read(nodes, links)
        #expect(
            places(result) == [
                "L0309 error 1.csv:3:12", "L0108 error 1.csv:4:1", "L0106 error 1.csv:5:1",
                "L0101 warning 1.csv:6:3",
                "L0122 warning 1.csv:7:3", "L0109 warning 2.csv:2:11", "L0103 error 2.csv:3:1",
                "L0102 warning 2.csv:4:3",
                "L0110 error 2.csv:4:11", "L0307 error 2.csv:5:9", "L0111 error 2.csv:6:13",
                "L0112 error 2.csv:7:32",
                "L0308 warning 2.csv:7:34", "L0303 error 2.csv:8:21", "L0303 warning 2.csv:9:1",
                "L0301 error 2.csv:10:3",
            ])
        #expect(
            result.diagnostics.contains {
                $0.message.contains("no kind `Stat`") && $0.suggestion?.contains("State") == true
            })
        #expect(result.diagnostics.contains { $0.suggestion?.contains("`hosts`") == true })
        // What is right in a row with a mistake is there.
        #expect(result.graph.nodes.map(\.id) == ["a", "p", "g", "t"])
        #expect(
            lines(of: result.graph).filter { !$0.hasPrefix("node") } == [
                "edge - a hosts p valid=sometime/- {weight: i1}",
                "  claim -; -; -; -; -; -; asserted; 60; -; -; {}",
                "edge - a relatedTo p valid=- {rawRelation: \"host\", weight: i1}",
                "  claim -; -; -; -; -; -; asserted; -; -; -; {rawConfidence: \"101\"}",
                "  claim -; -; -; -; -; -; asserted; 70; -; -; {rawConfidence: \"likely\", weight: \"heavy\"}",
            ])
        #expect(result.report.inputs[1].skipped.map(\.count).reduce(0, +) == 5)
    }

    @Test("a table whose columns nobody knows gets a diagnostic with a way out")
    func unknownColumns() throws {
        let result = try read("Attacker,Victim\nx,y\n")
        #expect(places(result) == ["L0304 error 1.csv:1:1"])
        #expect(result.diagnostics.first?.suggestion?.contains("--map source=Attacker,target=Victim") == true)
        let mapped = try read("Attacker,Victim\nx,y\n", map: "source=attacker,target=VICTIM")
        #expect(mapped.diagnostics.isEmpty && mapped.graph.edgeCount == 1)
        let wrong = try read("Attacker,Victim\nx,y\n", map: "source=Atacker,target=Victim")
        #expect(
            wrong.diagnostics.contains {
                $0.code == .unknownColumn && $0.suggestion == "did you mean `Attacker`?"
            })
    }

    @Test("columns of the same name: the first counts, the second is kept under its number")
    func repeatedColumns() throws {
        let result = try read("source,target,note,note,\na,b,1,2,3\n")
        #expect(result.diagnostics.map(\.code) == [.duplicateColumn])
        #expect(text(of: result.graph[EdgeIndex(0)].attributes) == "{column 5: i3, note 4: i2, note: i1}")
    }

    @Test("blank lines and rows of empty cells are no problem, headers alone are worth a note")
    func emptyRows() throws {
        let headers = try read("id,kind,name\n")
        #expect(headers.diagnostics.map(\.code) == [.emptyFile] && !headers.hasErrors)
        let result = try read("\n\nid,kind\n\na,State\n,\n\r\nb,State\n\n")
        #expect(result.diagnostics.isEmpty && result.graph.nodeCount == 2)
        #expect(try read("").diagnostics.map(\.code) == [.emptyFile])
    }

    // MARK: - Layouts

    @Test(
        "delimiters, quotes, byte order marks and line ends are found out",
        arguments: [
            "source,relation,target\na,relatedTo,b\nb,relatedTo,c\n",
            "source;relation;target\na;relatedTo;b\nb;relatedTo;c\n",
            "source\trelation\ttarget\na\trelatedTo\tb\nb\trelatedTo\tc\n",
            "source|relation|target\na|relatedTo|b\nb|relatedTo|c\n",
            "source relation target\na relatedTo b\nb relatedTo c\n",
            "\u{FEFF}\"source\",\"relation\",\"target\"\r\n\"a\",\"relatedTo\",\"b\"\r\n\"b\",\"relatedTo\",\"c\"",
            "Source,Type,Target\ra,relatedTo,b\rb,relatedTo,c\r",
            "target,PREDICATE,source\nb,related-to,a\nc,relatedTo,b\n",
            " source , relation , target \n a , relatedTo , b \n b , relatedTo , c \n",
            ":START_ID,:TYPE,:END_ID\na,relatedTo,b\nb,relatedTo,c\n",
            "head,relation,tail\na,relatedTo,b\nb,relatedTo,c\n",
            "subject;predicate;object\na;RELATED_TO;b\nb;relatedTo;c\n",
            "start,relation,end\na,relatedTo,b\nb,relatedTo,c\n",
        ])
    func layouts(table: String) throws {
        let result = try read(table)
        #expect(!result.hasErrors)
        let edges = result.graph.edges.map {
            "\(result.graph.id(of: $0.source))-\(result.graph.id(of: $0.target))"
        }
        #expect(edges == ["a-b", "b-c"])
        #expect(result.graph.edges.allSatisfy { $0.definition.name == "relatedTo" && $0.attributes.isEmpty })
    }

    @Test("two or three columns of numbers without a header are edges; so are columns mapped by number")
    func headerless() throws {
        let numbers = try read("1,2\n2,03\n")
        #expect(numbers.graph.nodes.map(\.id) == ["1", "2", "03"])
        #expect(numbers.diagnostics.map(\.code) == [.noHeader] && !numbers.hasErrors)
        #expect(try read("1;2;0.5\n2;3;1\n").graph.numbers("weight") == [0.5, 1])
        let names = try read("x,Ann,Bob\ny,Bob,Cy\n", map: "source=2,target=3")
        #expect(names.graph.nodes.map(\.id) == ["Ann", "Bob", "Cy"])
        #expect(names.graph.edges.map { text(of: $0.attributes) } == ["{1: \"x\"}", "{1: \"y\"}"])
    }

    @Test(
        "`source` is a document where other columns name the ends, and start and end are dates where others do"
    )
    func doubtfulColumns() throws {
        let ends = try read("from,to,source,start,end\na,b,Report,2020,2021-05\n")
        #expect(
            lines(of: ends.graph).suffix(2) == [
                "edge - a relatedTo b valid=-/2020/2021-05 {}",
                "  claim -; -; named Report; -; -; -; asserted; -; -; -; {}",
            ])
        let nodes = try read("id,start,end\nraid,2020,2021\n")
        #expect(
            lines(of: nodes.graph) == [
                "node raid Entity name=raid aliases=[] subtype=- source=false {end: i2021, start: i2020}"
            ])
        let open = try read("source,target,start,end\na,b,2020,\na,c,,2021\na,d,2022,2022\n")
        #expect(open.graph.edges.map { $0.valid?.description } == ["2020/", "/2021", "2022"])
        let dates = try read("source,target,start,end\na,b,28 December 2022,1/30/2023\na,c,soon,2021\n")
        #expect(dates.graph.edges.map { $0.valid?.description } == ["2022-12-28/2023-01-30", "soon/2021"])
        #expect(dates.graph.edges.first?.valid?.raw == "28 December 2022/1/30/2023")
        #expect(places(dates) == ["L0109 warning 1.csv:3:5"])
    }

    @Test("whether edges have a direction is no relation")
    func directedness() throws {
        let result = try read("Source,Target,Type,Weight,Id\na,b,Directed,2,x\nb,a,Undirected,0.5,y\n")
        #expect(result.diagnostics.isEmpty)
        #expect(result.graph.edges.map(\.id) == ["x", "y"])
        #expect(
            result.graph.edges.map { text(of: $0.attributes) } == [
                "{Type: \"Directed\", weight: i2}", "{Type: \"Undirected\", weight: n0.5}",
            ])
    }

    @Test("identifiers of edges: claims of one identifier are of one edge, contradictions are reported")
    func edgeIdentifiers() throws {
        let result = try read(
            """
            id,source,target,statement,colour
            e,a,b,one,red
            e,a,b,two,blue
            f,a,b,,red
            f,a,b,,blue
            e,b,a,three,red
            """)
        #expect(result.graph.edges.map(\.id) == ["e", "f"])
        #expect(result.graph.edges.map { $0.claims.count } == [2, 0])
        #expect(places(result) == ["L0118 warning 1.csv:5:1", "L0107 error 1.csv:6:1"])
    }

    @Test("names alone are identifiers")
    func namesOnly() throws {
        let result = try read("name,kind\nKabul,Place\nLahore,Place\n")
        #expect(result.graph.nodes.map(\.id) == ["Kabul", "Lahore"])
        #expect(result.graph.nodes.map(\.name) == ["Kabul", "Lahore"])
    }

    // MARK: - Plain tables

    @Test("a plain table with and without quotes is the same, each row an edge of its own", arguments: 0..<40)
    func plain(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var plain = "source,target,weight\n"
        var quoted = plain
        for _ in 0..<random.below(40) {
            let row = (0..<2).map { _ in
                random.element(of: ["1", "17", "007", "Ann", "Æ", "a b", "#x", "%", "100000000"])
            }
            let weight = random.element(of: ["", "1", "0.25", "-3", "1e300"])
            plain += "\(row[0]),\(row[1]),\(weight)\n"
            quoted += "\"\(row[0])\",\(row[1]),\"\(weight)\"\n"
        }
        let graphs = [try read(plain), try read(quoted), try read(plain, format: .tsv)].map(\.graph)
        #expect(lines(of: graphs[0]) == lines(of: graphs[1]), "seed \(seed): \(plain)")
        #expect(lines(of: graphs[0]) == lines(of: graphs[2]), "seed \(seed): \(plain)")
        #expect(graphs[0].edgeCount == plain.split(separator: "\n").count - 1, "seed \(seed)")
    }

    @Test("a weight that is no number stays, as a text, with a warning")
    func textWeights() throws {
        let result = try read("source,target,weight\na,b,1\nb,c,<[1,2]>\nc,d,heavy\n")
        #expect(places(result) == ["L0303 error 1.csv:3:9", "L0308 warning 1.csv:4:5"])
        #expect(
            result.graph.edges.map { text(of: $0.attributes) } == ["{weight: i1}", "{weight: \"heavy\"}"])
    }

    @Test("100,000 parallel rows, with claims and without")
    func parallelRows() throws {
        let rows = String(repeating: "a,b\n", count: 100_000)
        #expect(try read("source,target\n" + rows).graph.edgeCount == 100_000)
        let claims = (0..<20_000).map { "a,relatedTo,b,statement \($0)\n" }.joined()
        let result = try read("source,relation,target,statement\n" + claims)
        #expect(result.graph.edgeCount == 1 && result.graph.claimCount == 20_000)
    }

    @Test("no truncation or mutation of tables stops the reader", arguments: 0..<60)
    func mutations(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let tables = [
            "id,kind,name,aliases,attributes\na,State,A,x;y,\"{\"\"n\"\":1}\"\nb,Actor,\"B\nb\",,\n",
            "id,source,relation,target,parallel,valid,claimant,document,date,modality,confidence,weight\n"
                + "e,a,hosts,b,2,2021/..,a,b,2020,denied,60,0.5\n,b,attacks,a,,,,,,,,\n",
            "source,target,weight\n1,2,3\nx,y,\n\"p\",q,1e5\n", "1\t2\n3\t4\n",
        ]
        var bytes = tables.map { Array($0.utf8) }
        for _ in 0..<1 + random.below(10) {
            let table = random.below(bytes.count)
            switch random.below(4) {
            case 0: bytes[table].removeLast(random.below(bytes[table].count + 1))
            case 1 where !bytes[table].isEmpty:
                let byte =
                    random.chance(0.5)
                    ? random.element(of: Array("\",\n\r;{}[]|\t".utf8)) : UInt8(random.below(256))
                bytes[table][random.below(bytes[table].count)] = byte
            case 2: bytes[table].insert(0x22, at: random.below(bytes[table].count + 1))
            default: bytes[table] += bytes[random.below(bytes.count)]
            }
        }
        let result = readGraph(
            inputs: bytes.enumerated().map { GraphInput(name: "\($0).csv", bytes: $1) },
            options: ReadOptions(format: random.chance(0.5) ? .csv : .tsv))
        #expect(result.report.nodes == result.graph.nodeCount, "seed \(seed)")
        _ = DiagnosticRenderer().text(of: result.diagnostics)
        let sink = MemorySink()
        for table in TableWriter.Table.allCases { try TableWriter().write(table, of: result.graph, to: sink) }
    }

    @Test("a million rows of relations", .timeLimit(.minutes(3)))
    func millionRows() throws {
        var text = "source,relation,target,weight\n"
        for row in 0..<1_000_000 { text += "n\(row % 1009),relatedTo,m\(row / 1000),\(row % 7)\n" }
        let result = try read(text)
        #expect(result.graph.nodeCount == 2009 && result.graph.edgeCount == 1_000_000)
        #expect(result.diagnostics.isEmpty)
    }
}
