import Foundation
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

/// The built program, which offers itself as a worker; it lies beside the test bundle.
private let linkchart: String = {
    var folder = Bundle.main.bundleURL
    for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
        folder = bundle.bundleURL.deletingLastPathComponent()
    }
    return folder.appending(path: "linkchart").path()
}()

private func worker(memory: Int = 512 << 20, seconds: Double = 30, output: Int = 1 << 28) -> GraphvizWorker {
    GraphvizWorker(
        executable: .path(linkchart),
        limits: .init(memory: memory, time: .seconds(seconds), output: output))
}

@Suite struct WorkerTests {
    private static let sample = """
        digraph named { label="The whole"; subgraph cluster_a { label=A; a; b } a -> b -> c -> a
        c [label="two\\nlines", xlabel=x, id=cc]; b -> c [label=l, headlabel=h, taillabel=t, dir=both] }
        """

    @Test(arguments: ["dot", "neato", "sfdp", "twopi", "circo", "osage", "patchwork"])
    func givesWhatThisProcessGives(engine: String) async throws {
        let job = GraphvizJob(
            dot: Self.sample, engine: LayoutEngine(rawValue: engine), formats: [.svg, .json, .pdf, .png],
            readsLayout: true)
        let worker = worker()
        let apart = try await worker.run(job)
        let here = try await GraphvizEngine.run(job)
        #expect(apart.layout == here.layout)
        for format in job.formats {
            #expect(apart.renderings[format] == here.renderings[format], "\(format)")
        }
        #expect(apart.warnings == here.warnings)
    }

    @Test func errorsArriveAsTheyAre() async throws {
        let worker = worker()
        let syntax = try await #require(throws: GraphvizError.self) {
            try await worker.render(dot: "digraph {\n a -> ;\n}", format: .svg)
        }
        #expect(syntax.code == .syntax && syntax.line == 2 && !syntax.reports.isEmpty)
        let engine = try await #require(throws: GraphvizError.self) {
            try await worker.layout(dot: "graph {}", engine: LayoutEngine(rawValue: "dott"))
        }
        #expect(engine.code == .unknownEngine && engine.engine?.rawValue == "dott")
        #expect(try await worker.capabilities() == GraphvizEngine.capabilities())
    }

    @Test func aLayoutWithoutEndIsEndedAndTheNextJobIsDone() async throws {
        let pairs = (0..<200).flatMap { a in (0..<a).map { "n\(a)->n\($0);" } }.joined()
        let worker = worker(seconds: 1)
        let error = try await #require(throws: GraphvizError.self) {
            try await worker.layout(dot: "digraph { \(pairs) }")
        }
        #expect(error.code == .timedOut && error.message.contains("dot") && error.message.contains("1 s"))
        #expect(try await worker.layout(dot: "graph { a }").layout.nodes.count == 1)
    }

    /// No engine is done within a millisecond, so every other one is tried; the last is our own.
    @Test(arguments: [(20, LayoutEngine.columns), (400, .cloud), (2500, .cloud)])
    func aLayoutThatTakesTooLongIsReplacedAndTold(count: Int, last: LayoutEngine) async throws {
        var graph = Graph()
        let nodes = (0..<count).map { graph.add(.actor("Actor \($0)")) }
        for number in 1..<count { graph.link(nodes[number / 2], .funds, nodes[number]) }
        var options = DrawingOptions()
        options.detail = .full
        options.engine = .dot
        options.isolation = .worker(worker())
        options.layoutTime = .milliseconds(1)
        let drawing = try await GraphDrawing.render(graph, options: options)
        #expect(drawing.engine == last)
        let expected = "the engine dot did not finish within 0.001 s: laid out by"
        #expect(drawing.notes.contains { $0.hasPrefix(expected) }, "\(drawing.notes)")
        #expect(try XMLTree.parse(drawing.bytes).get().all("g").count > 20)
        #expect(drawing.layout.nodes.count == drawing.layout.nodes.count { $0.centre.x.isFinite })
    }

    @Test func moreMemoryThanAllowedIsAnError() async throws {
        let worker = worker()
        let error = try await #require(throws: GraphvizError.self) {
            try await worker.render(dot: "graph { a [shape=polygon, sides=2000000000] }", format: .svg)
        }
        #expect(error.code == .outOfMemory && error.message.contains("512 MB"), "\(error)")
        #expect(try await worker.layout(dot: "graph { a }").layout.nodes.count == 1)
    }

    @Test func moreOutputThanAllowedIsAnError() async throws {
        let worker = worker(output: 1000)
        let error = try await #require(throws: GraphvizError.self) {
            try await worker.render(dot: Self.sample, format: .svg)
        }
        #expect(error.code == .outOfMemory)
    }

    @Test(arguments: ["/nonexistent/linkchart", "/bin/true", "/bin/echo", "/etc/hostname"])
    func whatIsNoWorkerIsAnError(path: String) async throws {
        let worker = GraphvizWorker(executable: .path(path))
        let error = try await #require(throws: GraphvizError.self) {
            try await worker.render(dot: "graph {}", format: .svg)
        }
        #expect(error.code == .workerUnavailable, "\(path): \(error)")
    }

    @Test func aProgramThatDoesNotOfferItselfIsNotStarted() async throws {
        let worker = GraphvizWorker()
        let error = try await #require(throws: GraphvizError.self) { try await worker.start() }
        #expect(error.code == .workerUnavailable && error.message.contains("serveIfAsked"))
    }

    /// Files that crash, hang or exhaust Graphviz 2.42: none of them may end this process, and each ends as a picture
    /// or as an error that is told.
    @Test(arguments: hostileFiles)
    func hostileDotEndsCleanly(name: String) async throws {
        guard let url = SharedFiles.url("data/hostile-dot/\(name)") else { return }
        let dot = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        let worker = worker(seconds: 3)
        for (engine, format) in [
            (LayoutEngine.dot, OutputFormat.svg), (.dot, .png), (.fdp, .svg), (.sfdp, .svg),
        ] {
            do {
                let picture = try await worker.render(dot: dot, engine: engine, format: format)
                #expect(!picture.bytes.isEmpty, "\(name), \(engine), \(format)")
            } catch {
                let known: Set<GraphvizError.Code> = [
                    .syntax, .emptyInput, .severalGraphs, .layoutFailed, .renderFailed, .bitmapTooLarge,
                    .unknownEngine, .crashed, .timedOut, .outOfMemory,
                ]
                #expect(known.contains(error.code) && !error.message.isEmpty, "\(name), \(engine): \(error)")
            }
        }
        #expect(try await worker.layout(dot: "graph { a -- b }").layout.nodes.count == 2)
    }

    private static let hostileFiles: [String] = {
        let folder = SharedFiles.url("data/hostile-dot")
        let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0.path()) } ?? []
        return names.filter { $0.hasSuffix(".dot") }.sorted()
    }()
}

@Suite struct WorkerMessageTests {
    /// Nothing that a worker may send crashes its parent.
    @Test func cutAndChangedMessagesAreRefusedOrRead() async throws {
        let job = GraphvizJob(
            dot: "digraph { subgraph cluster_a { a } a -> b [label=l] }", formats: [.svg], readsLayout: true)
        let output = try await GraphvizEngine.run(job)
        let frame = WorkerMessage.output(output).frame
        let content = Array(frame[WorkerMessage.headerLength...])
        guard case .output(let again) = try WorkerMessage(kind: frame[8], content: content) else {
            Issue.record("not an output")
            return
        }
        #expect(again == output)
        for length in 0..<content.count {
            #expect(throws: ByteError.self) {
                _ = try WorkerMessage(kind: frame[8], content: Array(content[..<length]))
            }
        }
        var random = SplitMix64(seed: 5)
        for _ in 0..<3000 {
            var changed = content
            let place = Int.random(in: 0..<changed.count, using: &random)
            changed[place] = UInt8.random(in: 0...255, using: &random)
            _ = try? WorkerMessage(kind: UInt8.random(in: 0...9, using: &random), content: changed)
            _ = try? WorkerMessage(kind: frame[8], content: changed)
        }
    }

    @Test func layoutsSurviveJSON() async throws {
        let dot =
            "digraph { label=t; subgraph cluster_a { label=A; a } a -> b [label=\"l \\\"q\\\"\", xlabel=x] }"
        let layout = try await GraphvizEngine.layout(dot: dot).layout
        let coded = try JSONDecoder().decode(GraphLayout.self, from: JSONEncoder().encode(layout))
        #expect(coded == layout)
        let written = try JSONDecoder().decode(GraphLayout.self, from: Data(layout.json()))
        // Our own has three decimals.
        #expect(written.nodes.map(\.name) == layout.nodes.map(\.name) && written.clusters.count == 1)
        #expect(written.edges.first?.label?.text == "l \"q\"")
        for (ours, theirs) in zip(written.nodes, layout.nodes) {
            #expect(
                abs(ours.centre.x - theirs.centre.x) < 0.001 && abs(ours.centre.y - theirs.centre.y) < 0.001)
        }
        #expect(
            GraphLayout(size: written.size, isDirected: true, nodes: [], edges: [], clusters: []).json().count
                > 10)
    }
}
