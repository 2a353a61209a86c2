import Testing

@testable import LinkChartFormats

@Suite("Column maps")
struct ColumnMapTests {
    @Test("a map is read from an option, with quotes and blanks")
    func parsing() throws {
        #expect(try ColumnMap(parsing: "").columns.isEmpty)
        #expect(try ColumnMap(parsing: "source=a,target=b").columns == [.source: "a", .target: "b"])
        #expect(
            try ColumnMap(
                parsing: #" Source = a b , valid-from="x, ""y""" ,claimed_by= c=d ,"#.replacing(
                    "claimed_by", with: "claimant")
            )
            .columns == [.source: "a b", .validFrom: "x, \"y\"", .claimant: "c=d"])
    }

    @Test("a map is read from YAML")
    func yaml() throws {
        let input = GraphInput(
            name: "map.yaml", text: "# columns\nsource: Von\ntarget: \"Nach, genau\"\nweight: 3\n")
        #expect(try ColumnMap(yaml: input).columns == [.source: "Von", .target: "Nach, genau", .weight: "3"])
        #expect(throws: ColumnMap.Failure.self) { try ColumnMap(yaml: GraphInput(name: "m", text: "- a\n")) }
        #expect(throws: ColumnMap.Failure.self) { try ColumnMap(yaml: GraphInput(name: "m", text: "a: [\n")) }
        #expect(throws: FileError.self) { try ColumnMap(argument: "no-such-map.yaml") }
        #expect(try ColumnMap(argument: "source=a").columns == [.source: "a"])
    }

    @Test(
        "what is wrong with a map is said",
        arguments: [
            ("sorce=a", "did you mean `source`?"), ("a", "source=a"), ("source=", "names no column"),
            ("source=a,source=b", "twice"),
            ("source=\"a", "never closed"), ("xyzzy=a", "one of id, kind"),
        ])
    func failures(text: String, part: String) {
        let failure = #expect(throws: ColumnMap.Failure.self) { try ColumnMap(parsing: text) }
        #expect(failure?.description.contains(part) == true, "\(failure?.description ?? "")")
    }

    @Test(
        "what is wrong with a map in YAML is said, with its place",
        arguments: [
            ("sorce: a\n", "m.yaml:1:1: `sorce`", "did you mean `source`?"),
            ("source: a\nrelation: [a]\n", "m.yaml:2:11:", "relation: COLUMN"),
            ("relation: {colunm: a}\n", "m.yaml:1:12: `colunm`", "column: NAME"),
            ("relation: {means: {a: b}}\n", "neither a column nor a value", "column: NAME"),
            ("links: {source: a}\n", "a list of links", "- source: COLUMN"),
            ("links:\n  - source: a\n    links: []\n", "no links of its own", "beside it"),
            ("links: [a]\n", "no link", "- source: COLUMN"),
            ("missing: {a: b}\n", "empty cells", "missing: ["),
            ("source: ''\n", "names no column", ""), ("- a\n", "no column map", "one entry a line"),
            ("source: a\nrelation:\n  value: [\n", "m.yaml:", ""),
        ])
    func yamlFailures(text: String, part: String, suggestion: String) {
        let failure = #expect(throws: ColumnMap.Failure.self) {
            try ColumnMap(yaml: GraphInput(name: "m.yaml", text: text))
        }
        #expect(failure?.message.contains(part) == true, "\(failure?.description ?? "")")
        #expect(
            suggestion.isEmpty || failure?.suggestion?.contains(suggestion) == true,
            "\(failure?.suggestion ?? "")")
    }

    @Test("the later of two maps counts, and neither loses what the other does not say")
    func merging() throws {
        var map = try ColumnMap(
            yaml: GraphInput(
                name: "m", text: "source: a\nrelation: {column: r, means: {x: attacks}}\nmissing: NA\n"))
        map.merge(try ColumnMap(parsing: "source=b,target=c"))
        #expect(map.columns == [.source: "b", .target: "c", .relation: "r"])
        #expect(map.meanings == [.relation: ["x": "attacks"]] && map.missing == ["NA"])
        map.merge(try ColumnMap(yaml: GraphInput(name: "m", text: "relation: {value: hosts}\n")))
        #expect(
            map.columns[.relation] == nil && map.constants == [.relation: "hosts"] && map.meanings.isEmpty)
    }

    @Test("names of columns are unambiguous: no folded name means two things in one sort of table")
    func names() {
        for names in [TableColumn.nodeNames, TableColumn.edgeNames] {
            var seen: [String: TableColumn] = [:]
            for (column, keys) in names {
                for key in keys where key != "label" {
                    #expect(seen.updateValue(column, forKey: key) == nil, "\(key)")
                }
            }
        }
    }

    @Test("every column is known by its own name")
    func ownNames() {
        let ofNodes: Set<TableColumn> = [.kind, .name, .aliases, .subtype, .isSource]
        for column in TableColumn.allCases {
            if column != .source && column != .target && !ofNodes.contains(column) {
                let header = TableHeader(["source", "target", column.rawValue], map: ColumnMap())
                #expect(header.roles[2] == column)
            }
            if ofNodes.contains(column) {
                #expect(TableHeader(["id", column.rawValue], map: ColumnMap()).roles[1] == column)
            }
        }
    }
}
