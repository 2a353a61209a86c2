import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Islands and bundles of links between them")
struct IslandLayoutTests {
    /// A random chart at the level of detail of islands.
    private static func chart(seed: UInt64, nodes: Int = 90, links: Int = 160) -> (
        Chart, ChartSizes, DotWriter
    ) {
        let (chart, sizes) = RandomCharts.chart(seed: seed, nodes: nodes, links: links)
        return (chart, sizes, DotWriter(chart: chart, ontology: .builtin))
    }

    @Test(
        "Nothing overlaps, islands hold their nodes and titles, and the page holds all",
        arguments: UInt64(0)..<4)
    func nothingOverlaps(seed: UInt64) {
        var (chart, sizes, _) = Self.chart(seed: seed)
        for box in chart.boxes.indices { chart.boxes[box].parent = nil }
        let layout = IslandLayout(chart, sizes: sizes, seed: seed).layout()
        #expect(layout.nodes.count == chart.nodes.count)
        let page = Rectangle(
            minX: -0.01, minY: -0.01, maxX: layout.size.width + 0.01, maxY: layout.size.height + 0.01)
        for (number, frame) in layout.nodes.enumerated() {
            #expect(page.contains(frame), "seed \(seed)")
            #expect(abs(frame.width - sizes.nodes[number].width) < 1e-6)
            for other in layout.nodes[(number + 1)...] {
                #expect(!frame.inset(by: 0.01).overlaps(other), "seed \(seed)")
            }
            if let box = chart.nodes[number].box, let around = layout.boxes[box] {
                #expect(around.inset(by: -0.01).contains(frame), "seed \(seed)")
            }
        }
        let islands = chart.boxes.indices.compactMap { layout.boxes[$0] }
        for (number, frame) in islands.enumerated() {
            for other in islands[(number + 1)...] { #expect(!frame.overlaps(other), "seed \(seed)") }
        }
        for (number, box) in layout.boxes.enumerated() {
            guard let box else { continue }
            let title = Rectangle(centre: layout.titles[number], size: sizes.titles[number])
            #expect(box.inset(by: -0.01).contains(title), "seed \(seed)")
            #expect(!layout.nodes.contains { $0.inset(by: 0.01).overlaps(title) }, "seed \(seed)")
        }
        let again = IslandLayout(chart, sizes: sizes, seed: seed).layout()
        #expect(again.nodes == layout.nodes && again.boxes == layout.boxes)
    }

    @Test("Links begin and end at their nodes' outlines and avoid other islands", arguments: UInt64(0)..<4)
    func courses(seed: UInt64) {
        var (chart, sizes, writer) = Self.chart(seed: seed)
        for box in chart.boxes.indices { chart.boxes[box].parent = nil }
        let layout = IslandLayout(chart, sizes: sizes, seed: seed).layout()
        let router = BundleRouter(chart: chart, layout: layout, writer: writer)
        for courses in [router.straightCourses(), router.bundledCourses()] {
            for (number, link) in chart.links.enumerated() where link.tail != link.head {
                let course = courses[number]
                #expect(course.curve.count % 3 == 1 && course.curve.count >= 4, "seed \(seed)")
                #expect(course.curve.allSatisfy { $0.x.isFinite && $0.y.isFinite })
                guard let start = course.curve.first, let end = course.tip ?? course.curve.last else {
                    continue
                }
                #expect(layout.nodes[link.tail].inset(by: -0.6).contains(start), "seed \(seed)")
                #expect(layout.nodes[link.head].inset(by: -0.6).contains(end), "seed \(seed)")
            }
        }
        // Only a road too wide for the water between two islands may touch a third one.
        let quality = [router.straightCourses(), router.bundledCourses()].map { courses in
            var islands = DrawingGeometry(size: layout.size)
            islands.nodes = chart.boxes.indices.map { box in
                .init(outline: layout.boxes[box].map { $0.inset(by: 3).corners } ?? [])
            }
            .filter { !$0.outline.isEmpty }
            let numbers = chart.boxes.indices.filter { layout.boxes[$0] != nil }
            func island(_ node: Int) -> Int {
                chart.nodes[node].box.flatMap { numbers.firstIndex(of: $0) } ?? -1
            }
            islands.edges = chart.links.indices.map { number in
                .init(
                    tail: island(chart.links[number].tail), head: island(chart.links[number].head),
                    course: flattened(courses[number].curve))
            }
            return DrawingQuality(of: islands).edgeNodeHits
        }
        #expect(quality[1] * 4 <= quality[0] + 4, "seed \(seed): \(quality)")
    }

    @Test("Lanes of a bundle keep apart between the islands")
    func lanes() {
        var chart = Chart(title: "")
        chart.boxes = (0..<2).map { ChartBox(sort: .state, title: "S\($0)", id: "b\($0)") }
        chart.nodes = (0..<12).map {
            ChartNode(
                members: [NodeIndex($0)], kind: KindID(rawValue: 3), id: "n\($0)", label: [], box: $0 / 6)
        }
        chart.links = (0..<6).map { number in
            ChartLink(
                edges: [EdgeIndex(number)], tail: number, head: 6 + number, family: .hostile, heads: .head,
                flows: true, words: "attacks", id: "l\(number)")
        }
        let sizes = ChartSizes(
            nodes: chart.nodes.map { _ in .init(width: 40, height: 24) },
            titles: chart.boxes.map { _ in .init(width: 20, height: 12) }, labels: [:])
        let layout = IslandLayout(chart, sizes: sizes).layout()
        let writer = DotWriter(chart: chart, ontology: .builtin)
        let courses = BundleRouter(chart: chart, layout: layout, writer: writer).bundledCourses()
        guard let a = layout.boxes[0], let b = layout.boxes[1] else { return }
        // Where the lines pass half way between the islands.
        let middle = (a.centre + b.centre) * 0.5
        let across = (b.centre - a.centre).unit.normal
        let places = courses.compactMap { course -> Double? in
            let points = flattened(course.curve)
            let nearest = points.min { distance($0, middle) < distance($1, middle) }
            return nearest.map { ($0 - middle).x * across.x + ($0 - middle).y * across.y }
        }.sorted()
        #expect(places.count == 6)
        for (low, high) in zip(places, places.dropFirst()) { #expect(high - low > 1.5) }
        #expect((places.last ?? 0) - (places.first ?? 0) < 40)
    }
}
