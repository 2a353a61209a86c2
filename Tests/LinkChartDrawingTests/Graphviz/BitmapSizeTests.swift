import LinkChartDrawing
import Testing

@Suite struct BitmapSizeTests {
    /// Width and height that a PNG's header declares.
    private func pixels(_ png: [UInt8]) -> (width: Int, height: Int) {
        func number(_ offset: Int) -> Int { png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) } }
        return (number(16), number(20))
    }

    @Test func resolutionScalesBitmapsOnly() async throws {
        var job = GraphvizJob(dot: "digraph named { a -> b }", formats: [.png, .svg])
        let usual = try await GraphvizEngine.run(job)
        job.resolution = 192
        let double = try await GraphvizEngine.run(job)
        let small = pixels(try #require(usual.renderings[.png]))
        let large = pixels(try #require(double.renderings[.png]))
        #expect(abs(large.width - 2 * small.width) <= 1 && abs(large.height - 2 * small.height) <= 1)
        #expect(usual.renderings[.svg] == double.renderings[.svg])
    }

    /// The size is computed before drawing: a limit one pixel below what comes out must refuse, the very size
    /// must pass.
    @Test(arguments: [
        "digraph { a -> b }", "digraph { pad=1 a -> b }", "digraph { pad=\"1,0.2\" a -> b }",
        "digraph { dpi=300 a -> b }", "digraph { size=\"1,1\" a -> b -> c -> d }", "digraph {}",
        "digraph { size=\"1,1\" pad=0.4 dpi=50 label=\"long enough to be wide\" a -> b -> c }",
        "digraph { rankdir=LR pad=junk a -> b -> c -> d }", "graph { pad=\" 0.5 , 0.25\" a -- b }",
    ])
    func computedSizeIsTheSizeDrawn(dot: String) async throws {
        for engine in [LayoutEngine.dot, .neato] {
            var job = GraphvizJob(dot: dot, engine: engine, formats: [.png])
            let drawn = pixels(try #require(try await GraphvizEngine.run(job).renderings[.png]))
            job.limits.side = max(drawn.width, drawn.height)
            job.limits.area = drawn.width * drawn.height
            _ = try await GraphvizEngine.run(job)
            job.limits.side -= 1
            let bySide = await #expect(throws: GraphvizError.self) { _ = try await GraphvizEngine.run(job) }
            #expect(bySide?.code == .bitmapTooLarge)
            job.limits.side += 1
            job.limits.area -= 1
            let byArea = await #expect(throws: GraphvizError.self) { _ = try await GraphvizEngine.run(job) }
            #expect(byArea?.code == .bitmapTooLarge)
        }
    }

    /// A path of 600 nodes is some 57,000 pixels high, which cairo would silently shrink.
    @Test func tooLargeSaysWhatFitsAndThatFits() async throws {
        let path = (0..<600).map { "n\($0) -> n\($0 + 1);" }.joined()
        var job = GraphvizJob(dot: "digraph { \(path) }", formats: [.png])
        let error = try #require(
            await #expect(throws: GraphvizError.self) { _ = try await GraphvizEngine.run(job) })
        #expect(error.code == .bitmapTooLarge)
        #expect(error.message.contains("32767"))
        let fitting = try #require(error.fittingResolution)
        #expect(error.message.contains("\(fitting)"))
        job.resolution = fitting
        let size = pixels(try #require(try await GraphvizEngine.run(job).renderings[.png]))
        #expect(size.height > 32_000 && size.height <= 32_767)
        job.resolution = fitting + 1
        await #expect(throws: GraphvizError.self) { _ = try await GraphvizEngine.run(job) }
        job.formats = [.svg, .pdf]
        _ = try await GraphvizEngine.run(job)
    }
}
