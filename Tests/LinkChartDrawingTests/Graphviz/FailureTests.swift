import LinkChartDrawing
import Testing

@Suite struct FailureTests {
    private func failure(
        of dot: String, engine: LayoutEngine = .dot, format: OutputFormat = .svg
    ) async throws -> GraphvizError {
        try await #require(throws: GraphvizError.self) {
            try await GraphvizEngine.render(dot: dot, engine: engine, format: format)
        }
    }

    @Test(arguments: [
        ("digraph {\n a -> ;\n}", 2),
        ("graph { a -> b }", 1),
        ("digraph {\n\n a [label=\"open\n", 3),
        ("digraph { a }\nrubbish {", 2),
        ("\n\n\nnothing like DOT", 4),
        ("digraph { a [label=<<b>] }", 1),
    ])
    func malformedTextNamesItsLine(dot: String, line: Int) async throws {
        let error = try await failure(of: dot)
        #expect(error.code == .syntax)
        #expect(error.line == line)
        #expect(error.message.contains("syntax error"))
        #expect(error.reports.contains { $0.severity == .error })
    }

    /// The scanner of libcgraph is global: what one text leaves open must not swallow the next.
    @Test(arguments: [
        "digraph { a /* open", "digraph { a } /* open", "digraph { a [label=\"open", "digraph { a [label=<<b",
        "digraph { a", "digraph { a [", "graph { a -- b } graph { c", "strict", "digraph { \"a\\", "/*", "\"",
        "<<<<",
    ])
    func aTextLeftOpenDoesNotSwallowTheNext(dot: String) async throws {
        let error = try await failure(of: dot)
        #expect([.syntax, .severalGraphs].contains(error.code), "\(error)")
        let (layout, warnings) = try await GraphvizEngine.layout(dot: "graph { first -- second }")
        #expect(layout.nodes.map(\.name) == ["first", "second"])
        #expect(!layout.isDirected)
        #expect(warnings.isEmpty)
        #expect(try await failure(of: "graph {\n->\n}").line == 2)
    }

    @Test(arguments: ["", "  \n\t", "// only a comment\n", "/* only */"])
    func textWithoutAGraph(dot: String) async throws {
        #expect(try await failure(of: dot).code == .emptyInput)
    }

    @Test func onlyOneGraphIsTaken() async throws {
        #expect(try await failure(of: "graph { a }\n\ngraph { b }").code == .severalGraphs)
        #expect(try await failure(of: "graph { a } graph { b }").code == .severalGraphs)
    }

    @Test func commentsAfterTheGraphAreNoGraph() async throws {
        _ = try await GraphvizEngine.render(dot: "graph { a }\n// done\n# and\n/* so\n on */\n", format: .svg)
    }

    @Test func unknownEngineListsTheKnown() async throws {
        let error = try await failure(of: "graph { a }", engine: LayoutEngine(rawValue: "dott"))
        #expect(error.code == .unknownEngine)
        #expect(error.message.contains("dott") && error.message.contains("neato"))
        #expect(error.engine?.rawValue == "dott")
    }

    /// Formats that open a window would end the process without a display.
    @Test(arguments: [
        "nosuch", "", "x11", "xlib", "gtk", "svg:nosuch", "png:cairo:gd", "../svg", "vml", "pov",
    ])
    func formatThatIsNotAFileIsRefused(name: String) async throws {
        let error = try await failure(of: "graph { a }", format: OutputFormat(rawValue: name))
        #expect(error.code == .unknownFormat)
    }

    @Test func everyFormatOnOfferGivesBytes() async throws {
        for name in try await GraphvizEngine.capabilities().formats {
            let format = OutputFormat(rawValue: name)
            let picture = try await GraphvizEngine.render(dot: "digraph { a -> b }", format: format)
            // An image map of a graph without links is empty but for its frame.
            #expect(!picture.bytes.isEmpty, "\(name)")
        }
    }

    /// Graphviz returns success and a picture in all these cases.
    @Test(arguments: [
        "digraph { a [label=<<b>x>] }", "digraph { a [label=<<b>x</b>] }",
        "digraph { a [label=<<nosuch>x</nosuch>>] }",
        "digraph { a [shape=record, label=\"{a|\"] }",
    ])
    func anErrorReportedIsAnErrorThrown(dot: String) async throws {
        let error = try await failure(of: dot)
        #expect([.layoutFailed, .syntax].contains(error.code))
        #expect(!error.message.isEmpty)
    }

    @Test func warningsComeBesideThePicture() async throws {
        let picture = try await GraphvizEngine.render(
            dot: "digraph { a [shape=onlyhere, color=zzz]; a:port -> b }", format: .svg)
        #expect(picture.warnings.allSatisfy { $0.severity == .warning })
        let texts = picture.warnings.map(\.text)
        #expect(texts.contains { $0.contains("onlyhere") })
        #expect(texts.contains { $0.contains("zzz") })
        #expect(texts.contains { $0.contains("port") })
        let next = try await GraphvizEngine.render(dot: "digraph { a }", format: .svg)
        #expect(next.warnings.isEmpty)
    }

    @Test func aFloodOfMessagesIsCapped() async throws {
        // Graphviz remembers unknown shapes and warns only once a process: the names must be new.
        let nodes = (0..<3000).map { "n\($0) [shape=flood\($0)];" }.joined()
        let picture = try await GraphvizEngine.render(dot: "graph { \(nodes) }", format: .plain)
        #expect(picture.warnings.count > 10)
        #expect(picture.warnings.reduce(0) { $0 + $1.text.utf8.count } <= 8192)
    }

    /// The first error must be seen even when warnings have filled the buffer before.
    @Test func anErrorBehindAFloodOfWarningsIsThrown() async throws {
        let nodes = (0..<3000).map { "n\($0) [shape=before\($0)];" }.joined()
        let error = try await failure(of: "graph { \(nodes) last [label=<<b>x</i>>] }")
        #expect(error.code == .layoutFailed)
        #expect(error.message.contains("mismatched"))
    }
}
