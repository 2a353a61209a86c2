import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

/// Charts of random graphs with made-up sizes, so that layouts can be tested without measuring text.
enum RandomCharts {
    static func chart(seed: UInt64, nodes: Int = 24, links: Int = 40) -> (chart: Chart, sizes: ChartSizes) {
        let graph = randomTypedGraph(
            seed: seed, TypedGraphRecipe(nodes: nodes, links: links, claimsPerLink: 1, isHostile: false))
        var options = DrawingOptions()
        options.show(.all)
        let chart = ChartBuilder.chart(of: graph, options: options)
        var generator = LinkChartTestKit.SplitMix64(seed: seed)
        let sizes = ChartSizes(
            nodes: chart.nodes.map { _ in
                GraphLayout.Size(
                    width: Double.random(in: 30...140, using: &generator),
                    height: Double.random(in: 20...70, using: &generator))
            },
            titles: chart.boxes.map { _ in GraphLayout.Size(width: 60, height: 14) },
            labels: Dictionary(
                chart.links.flatMap(LabelPlacer.shapes).map { lines in
                    (
                        lines,
                        GraphLayout.Size(
                            width: 5 * Double(lines.map(\.count).max() ?? 1), height: 12 * Double(lines.count)
                        )
                    )
                }, uniquingKeysWith: { first, _ in first }))
        return (chart, sizes)
    }
}

@Suite("Columns of territories")
struct ColumnLayoutTests {
    @Test("Nodes never overlap, lie within their boxes, and boxes within theirs", arguments: UInt64(0)..<30)
    func nothingOverlaps(seed: UInt64) {
        let (chart, sizes) = RandomCharts.chart(seed: seed)
        let layout = ColumnLayout(chart, sizes: sizes, steps: 150).layout()
        for (number, frame) in layout.nodes.enumerated() {
            for other in layout.nodes[(number + 1)...] {
                #expect(!frame.inset(by: 0.01).overlaps(other), "seed \(seed)")
            }
            guard let box = chart.nodes[number].box, let around = layout.boxes[box] else { continue }
            #expect(around.inset(by: -0.01).contains(frame), "seed \(seed)")
        }
        for (number, box) in chart.boxes.enumerated() {
            guard let frame = layout.boxes[number] else { continue }
            let title = Rectangle(centre: layout.titles[number], size: sizes.titles[number])
            #expect(frame.contains(title), "seed \(seed)")
            #expect(!layout.nodes.contains { $0.inset(by: 0.01).overlaps(title) }, "seed \(seed)")
            if let parent = box.parent, let around = layout.boxes[parent] {
                #expect(around.inset(by: -0.01).contains(frame), "seed \(seed)")
            }
            for (other, second) in chart.boxes.enumerated()
            where other > number && second.parent == box.parent {
                #expect(
                    layout.boxes[other].map { !$0.inset(by: 0.01).overlaps(frame) } ?? true, "seed \(seed)")
            }
        }
        let page = Rectangle(
            minX: -0.01, minY: -0.01, maxX: layout.size.width + 0.01, maxY: layout.size.height + 0.01)
        #expect(layout.nodes.allSatisfy(page.contains), "seed \(seed)")
    }

    @Test("The search counts what a move changes as a full count would", arguments: UInt64(0)..<12)
    func incrementalCount(seed: UInt64) {
        let (chart, sizes) = RandomCharts.chart(seed: seed)
        var layout = ColumnLayout(chart, sizes: sizes, steps: 150)
        var search = OrderSearch(layout)
        for parent in layout.topDown {
            for column in layout.columns[parent].indices where layout.columns[parent][column].count > 1 {
                let before = search.badness()
                let change = search.swap(0, &layout, parent, column)
                #expect(abs(before + change - search.badness()) < 1e-6, "seed \(seed)")
                #expect(abs(OrderSearch(layout).badness() - search.badness()) < 1e-6, "seed \(seed)")
            }
        }
    }

    @Test("Moves only ever make the picture better")
    func improves() {
        let (chart, sizes) = RandomCharts.chart(seed: 5, nodes: 30, links: 60)
        var layout = ColumnLayout(chart, sizes: sizes, steps: 150)
        var search = OrderSearch(layout)
        let before = search.badness()
        var steps = 500
        _ = search.improve(&layout, steps: &steps)
        #expect(search.badness() <= before + 1e-6)
    }

    @Test("Stacking is as near to the wishes as any stack can be", arguments: 0..<60)
    func isotonicRegression(seed: Int) {
        var generator = SplitMix64(seed: UInt64(seed))
        let items = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            ColumnLayout.StackItem(
                wanted: Double(Int.random(in: 0...12, using: &generator)),
                weight: Double(Int.random(in: 1...3, using: &generator)),
                height: Double(Int.random(in: 1...3, using: &generator)),
                gap: Double(Int.random(in: 0...2, using: &generator)))
        }
        let empty = ColumnLayout(Chart(title: ""), sizes: ChartSizes(nodes: [], titles: [], labels: [:]))
        let tops = empty.isotonic(items)
        func cost(_ tops: [Double]) -> Double {
            zip(items, tops).reduce(0) { $0 + $1.0.weight * ($1.1 - $1.0.wanted) * ($1.1 - $1.0.wanted) }
        }
        func isStack(_ tops: [Double]) -> Bool {
            items.indices.dropFirst().allSatisfy {
                tops[$0] >= tops[$0 - 1] + items[$0 - 1].height + items[$0].gap - 1e-9
            }
        }
        #expect(isStack(tops), "seed \(seed)")
        // Any stack of whole and half numbers is an opinion to compare with.
        func search(_ prefix: [Double]) -> Double {
            guard prefix.count < items.count else { return isStack(prefix) ? cost(prefix) : .infinity }
            var best = Double.infinity
            let index = prefix.count
            let least = index == 0 ? -20 : prefix[index - 1] + items[index - 1].height + items[index].gap
            var top = least
            while top <= least + (index == 0 ? 40 : 6) {
                best = min(best, search(prefix + [top]))
                top += index == 0 ? 0.5 : 1
            }
            return best
        }
        if items.count <= 4 { #expect(cost(tops) <= search([]) + 1e-9, "seed \(seed)") }
    }

    @Test("Threat runs from left to right where it can")
    func direction() {
        var graph = Graph()
        let source = graph.add(.actor("Source"))
        let middle = graph.add(.actor("Middle"))
        let end = graph.add(.state("End"))
        graph.link(source, .funds, middle)
        graph.link(middle, .attacks, end)
        let incident = graph.add(.incident("Blast"))
        graph.link(incident, .perpetratedBy, middle)
        let chart = ChartBuilder.chart(of: graph, options: DrawingOptions())
        let sizes = ChartSizes(
            nodes: chart.nodes.map { _ in GraphLayout.Size(width: 50, height: 20) }, titles: [], labels: [:])
        let layout = ColumnLayout(chart, sizes: sizes, steps: 150).layout()
        for link in chart.links {
            #expect(layout.nodes[link.tail].maxX < layout.nodes[link.head].minX, "\(link.words)")
        }
        #expect(chart.links.contains { $0.words == "perpetrator of" })
    }
}
