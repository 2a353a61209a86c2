import LinkChartDrawing
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

@Suite struct RenderingTests {
    @Test func svgHoldsTheNodes() async throws {
        let picture = try await GraphvizEngine.render(dot: "digraph { alpha -> beta }", format: .svg)
        let text = String(decoding: picture.bytes, as: UTF8.self)
        #expect(text.contains("<svg") && text.contains(">alpha</text>") && text.contains(">beta</text>"))
        #expect(picture.warnings.isEmpty)
    }

    @Test func pngAndPDFCarryTheirSignatures() async throws {
        let job = GraphvizJob(dot: "digraph { a -> b }", formats: [.png, .pdf, .dot, .json, .plain])
        let output = try await GraphvizEngine.run(job)
        #expect(
            output.renderings[.png]?.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) == true)
        #expect(output.renderings[.pdf]?.starts(with: "%PDF-".utf8) == true)
        #expect(output.renderings[.json]?.first == UInt8(ascii: "{"))
        #expect(output.renderings[.plain]?.starts(with: "graph 1 ".utf8) == true)
        let dot = String(decoding: try #require(output.renderings[.dot]), as: UTF8.self)
        #expect(dot.contains("pos="))
    }

    @Test(arguments: ["digraph {}", "graph {}", "strict digraph \"\" { }"])
    func emptyGraphIsAPicture(dot: String) async throws {
        for engine in [LayoutEngine.dot, .neato, .fdp, .sfdp, .twopi, .circo, .osage, .patchwork] {
            let job = GraphvizJob(dot: dot, engine: engine, formats: [.svg, .png, .pdf], readsLayout: true)
            let output = try await GraphvizEngine.run(job)
            #expect(output.layout?.nodes.isEmpty == true, "\(engine)")
            #expect(output.renderings[.svg]?.isEmpty == false, "\(engine)")
        }
    }

    @Test func oneNodeIsDrawnByEveryEngine() async throws {
        for engine in [LayoutEngine.dot, .neato, .fdp, .sfdp, .twopi, .circo, .osage, .patchwork] {
            let (layout, _) = try await GraphvizEngine.layout(dot: "digraph { only }", engine: engine)
            #expect(layout.nodes.map(\.name) == ["only"], "\(engine)")
            #expect(layout.size.width > 0, "\(engine)")
        }
    }

    @Test func blockingCallGivesTheSameBytes() async throws {
        let dot = "digraph named { a -> b -> c -> a }"
        let waited = try await GraphvizEngine.render(dot: dot, format: .svg)
        #expect(try blocking(dot) == waited.bytes)
    }

    @Test func thirtySixTasksAtOnceGetTheirOwnPictures() async throws {
        let engines: [LayoutEngine] = [.dot, .neato, .fdp, .sfdp, .twopi, .circo]
        try await withThrowingTaskGroup(of: (Int, Rendering).self) { group in
            for number in 0..<36 {
                group.addTask {
                    let chain = (0...number).map { "n\(number)x\($0)" }.joined(separator: " -> ")
                    let picture = try await GraphvizEngine.render(
                        dot: "digraph { \(chain) }", engine: engines[number % engines.count], format: .svg)
                    return (number, picture)
                }
            }
            for try await (number, picture) in group {
                let text = String(decoding: picture.bytes, as: UTF8.self)
                #expect(text.contains(">n\(number)x\(number)</text>"))
                #expect(text.split(separator: "class=\"node\"").count == number + 2)
            }
        }
    }

    @Test func threadsThatBlockShareTheGateWithTasks() async throws {
        let done = Counter()
        for _ in 0..<8 {
            Threads.run {
                for _ in 0..<5 where (try? blocking("digraph { a -> b }"))?.isEmpty == false {
                    done.increment()
                }
            }
        }
        for _ in 0..<10 { _ = try await GraphvizEngine.render(dot: "graph { x -- y }", format: .png) }
        while done.value < 40 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(done.value == 40)
    }

    @Test func aLongPathDoesNotExhaustTheStack() async throws {
        // One statement an edge: the parser takes some 2,500 edges in one.
        let path = (0..<4000).map { "n\($0) -> n\($0 + 1);" }.joined()
        let (layout, _) = try await GraphvizEngine.layout(dot: "digraph { \(path) }")
        #expect(layout.nodes.count == 4001)
    }

    @Test func capabilitiesNameTheUsualEnginesAndFormats() async throws {
        let capabilities = try await GraphvizEngine.capabilities()
        #expect(Set(["dot", "neato", "fdp", "sfdp", "twopi", "circo"]).isSubset(of: capabilities.engines))
        #expect(Set(["svg", "png", "pdf", "dot", "json"]).isSubset(of: capabilities.formats))
        #expect(!capabilities.formats.contains("x11"))
        #expect(capabilities.version.first?.isNumber == true)
    }
}

private func blocking(_ dot: String) throws(GraphvizError) -> [UInt8] {
    try GraphvizEngine.renderBlocking(dot: dot, format: .svg).bytes
}
