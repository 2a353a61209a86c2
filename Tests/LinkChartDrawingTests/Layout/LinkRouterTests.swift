import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Ways of links, places of labels")
struct LinkRouterTests {
    private static func layout(seed: UInt64) -> (Chart, ChartLayout, ChartSizes, [Rectangle]) {
        let (chart, sizes) = RandomCharts.chart(seed: seed)
        var layout = ColumnLayout(chart, sizes: sizes, steps: 150).layout()
        let titles = zip(layout.titles, sizes.titles).map { Rectangle(centre: $0, size: $1) }
        let writer = DotWriter(chart: chart, ontology: .builtin, theme: .light)
        var router = LinkRouter(chart: chart, layout: layout, titles: titles, writer: writer)
        layout.courses = router.courses()
        return (chart, layout, sizes, titles)
    }

    @Test("Links begin and end at their nodes and run over no other", arguments: UInt64(0)..<20)
    func avoidsNodes(seed: UInt64) {
        let (chart, layout, _, _) = Self.layout(seed: seed)
        for (number, link) in chart.links.enumerated() {
            let points = LabelPlacer.pieces(of: layout.courses[number])
            guard let first = points.first, let last = points.last else {
                Issue.record("seed \(seed): a link without a course")
                continue
            }
            #expect(layout.nodes[link.tail].inset(by: -1).contains(first), "seed \(seed)")
            #expect(layout.nodes[link.head].inset(by: -1).contains(last), "seed \(seed)")
            guard link.tail != link.head else { continue }
            for (node, frame) in layout.nodes.enumerated() where node != link.tail && node != link.head {
                let inner = frame.inset(by: 3)
                for index in points.indices.dropFirst() {
                    #expect(!inner.isCrossed(from: points[index - 1], to: points[index]), "seed \(seed)")
                }
            }
        }
    }

    @Test("Labels overlap neither nodes nor titles nor each other", arguments: UInt64(0)..<20)
    func labelsAreFree(seed: UInt64) {
        let (chart, layout, sizes, titles) = Self.layout(seed: seed)
        let (labels, missing) = LabelPlacer(chart: chart, layout: layout, titles: titles)
            .place(sizes: sizes.labels, limit: 60)
        let frames = labels.compactMap { $0?.frame }
        for (number, frame) in frames.enumerated() {
            #expect(!layout.nodes.contains(where: frame.overlaps), "seed \(seed)")
            #expect(!titles.contains(where: frame.overlaps), "seed \(seed)")
            #expect(!frames[(number + 1)...].contains(where: frame.overlaps), "seed \(seed)")
        }
        #expect(frames.count + missing > 0)
        let few = LabelPlacer(chart: chart, layout: layout, titles: titles).place(
            sizes: sizes.labels, limit: 3)
        #expect(few.labels.count { $0 != nil } == 3, "seed \(seed)")
    }

    @Test("The way around obstacles is as short as the shortest over all corners", arguments: UInt64(0)..<40)
    func shortestWays(seed: UInt64) {
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        func point() -> GraphLayout.Point {
            GraphLayout.Point(
                x: .random(in: 0...100, using: &generator), y: .random(in: 0...100, using: &generator))
        }
        let obstacles = (0..<4).map { _ in
            Rectangle(
                centre: point(),
                size: GraphLayout.Size(
                    width: .random(in: 5...30, using: &generator),
                    height: .random(in: 5...30, using: &generator)))
        }
        let (a, b) = (point(), point())
        guard !obstacles.contains(where: { $0.contains(a) || $0.contains(b) }) else { return }
        var graph = VisibilityGraph(obstacles: obstacles)
        let path = graph.path(from: a, to: b, ignoring: [])
        func length(_ path: [GraphLayout.Point]) -> Double {
            zip(path, path.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
        }
        func isFree(_ path: [GraphLayout.Point]) -> Bool {
            zip(path, path.dropFirst()).allSatisfy { pair in
                !obstacles.contains { $0.isCrossed(from: pair.0, to: pair.1) }
            }
        }
        let corners = obstacles.flatMap { $0.inset(by: -0.5).corners }
        // All ways over up to three corners.
        var best = Double.infinity
        for first in corners where isFree([a, first]) {
            best = min(best, isFree([first, b]) ? length([a, first, b]) : .infinity)
            for second in corners where isFree([first, second]) {
                best = min(best, isFree([second, b]) ? length([a, first, second, b]) : .infinity)
                for third in corners where isFree([second, third, b]) {
                    best = min(best, length([a, first, second, third, b]))
                }
            }
        }
        guard best < .infinity, !isFree([a, b]) else { return }
        #expect(isFree(path) && length(path) <= best + 1e-9, "seed \(seed)")
    }

    @Test("Lines through, beside and along a rectangle")
    func crossings() {
        let frame = Rectangle(minX: 0, minY: 0, maxX: 10, maxY: 10)
        func point(_ x: Double, _ y: Double) -> GraphLayout.Point { GraphLayout.Point(x: x, y: y) }
        #expect(frame.isCrossed(from: point(-5, 5), to: point(15, 5)))
        #expect(frame.isCrossed(from: point(5, 5), to: point(6, 6)))
        #expect(!frame.isCrossed(from: point(-5, 0), to: point(15, 0)))
        #expect(!frame.isCrossed(from: point(-5, 5), to: point(5, 15.1)))
        #expect(frame.isCrossed(from: point(-5, 5), to: point(5, 14.9)))
        #expect(!frame.isCrossed(from: point(11, 0), to: point(11, 10)))
        #expect(segmentsCross(point(0, 0), point(10, 10), point(0, 10), point(10, 0)))
        #expect(!segmentsCross(point(0, 0), point(10, 10), point(10, 10), point(20, 0)))
    }

    @Test("Rays leave shapes at their outline", arguments: ["box", "ellipse", "hexagon", "octagon", "house"])
    func outlines(shape: String) {
        let frame = Rectangle(minX: 0, minY: 0, maxX: 80, maxY: 40)
        let outline = Outline(shape: shape, frame: frame)
        for degrees in stride(from: 0, to: 360, by: 7) {
            let angle = Double(degrees) * .pi / 180
            let far = GraphLayout.Point(x: 40 + 500 * _cos(angle), y: 20 + 500 * _sin(angle))
            let exit = outline.exit(from: frame.centre, towards: far)
            #expect(frame.inset(by: -0.001).contains(exit))
            #expect(distance(exit, frame.centre) > 12)
        }
    }

    private func _cos(_ x: Double) -> Double { 1 - _sin(x / 2) * _sin(x / 2) * 2 }
    /// The sine by its series, to need no other library here.
    private func _sin(_ x: Double) -> Double {
        var (term, sum) = (x, x)
        for n in 1..<30 {
            term *= -x * x / Double(2 * n * (2 * n + 1))
            sum += term
        }
        return sum
    }
}
