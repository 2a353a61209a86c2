import Foundation
import LinkChartFormats
import LinkChartModel
import LinkChartTestKit
import Testing

@testable import LinkChartDrawing

@Suite("Timeline")
struct TimelineTests {
    private func fronts() throws -> Graph {
        let path = URL(filePath: #filePath).appending(path: "../../../../examples/fronts.linkchart.yaml")
            .standardized
        return try readGraph(paths: [path.path]).graph
    }

    private func timeline(_ graph: Graph) -> Timeline {
        var options = DrawingOptions()
        options.view = .timeline
        options.prepareForView()
        let chart = ChartBuilder.chart(of: graph, options: options)
        return Timeline(chart, graph: graph, parts: .everything)
    }

    @Test("Dates become stretches; what has no year has no place")
    func periods() throws {
        let day = try #require(TimePeriod(EDTFDate("2020-03-05")))
        #expect(day.latestStart == day.earliestStart && day.earliestEnd - day.latestStart == 1)
        let year = try #require(TimePeriod(EDTFDate("2020")))
        #expect(year.latestEnd - year.earliestStart == 366)
        let open = try #require(TimePeriod(EDTFDate("2019/..")))
        #expect(open.isOpenEnd && !open.isOpenStart)
        #expect(TimePeriod(try EDTFDate("XXXX-11-26")) == nil)
        let decade = try #require(TimePeriod(EDTFDate("199X")))
        #expect(decade.earliestStart < decade.latestStart && decade.latestEnd - decade.earliestStart > 3600)
    }

    @Test("Ticks are round, within the axis, and neither few nor many")
    func ticks() throws {
        for (from, to) in [
            ("1994-01-01", "2024-01-01"), ("2020-01-01", "2020-03-01"), ("2020-01-01", "2020-01-09"),
            ("1200-01-01", "2020-01-01"), ("2018-05-01", "2020-01-01"),
        ] {
            let days = try [from, to].map { Double(try #require(EDTFDate($0).earliestStart).number) }
            let axis = TimeAxis(from: days[0], to: days[1], left: 100, right: 1000)
            let ticks = axis.ticks
            #expect((2...26).contains(ticks.count), "\(from) \(to): \(ticks.count)")
            #expect(ticks.allSatisfy { $0.day >= axis.from && $0.day <= axis.to })
            #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.day < $1.day })
        }
        let single = TimeAxis(from: 5, to: 5, left: 0, right: 100)
        #expect(single.x(5) == 50)
    }

    @Test("A lane begins where it split off, ends where it merged, and fades where nothing is told")
    func lanes() throws {
        let graph = try fronts()
        let timeline = timeline(graph)
        func lane(_ id: String) throws -> Timeline.Lane {
            let node = try #require(graph.node(id: id))
            return try #require(timeline.lanes.first { timeline.chart.nodes[$0.node].members == [node] })
        }
        func day(_ text: String) throws -> Double {
            Double(try #require(EDTFDate(text).earliestStart).number)
        }
        let dawn = try lane("dawn")
        #expect(try dawn.period.earliestStart == day("2002-07-01") && !dawn.endsFaded)
        let south = try lane("south")
        #expect(south.beginsFaded && !south.endsFaded)
        #expect(try lane("first").endsFaded)
        #expect(timeline.lanes.count == 7)
        #expect(timeline.events.count == 5)
        let attack = try #require(
            timeline.events.first { timeline.chart.nodes[$0.node].label[0].text == "Bridge attack" })
        #expect(
            timeline.chart.nodes[timeline.lanes[attack.lane].node].members == [
                try #require(graph.node(id: "dawn"))
            ])
        #expect(
            timeline.omissions.contains { $0.contains("without a date or year") }, "\(timeline.omissions)")
    }

    @Test("For few lanes the order is the best there is; for many it is no worse than the given one")
    func order() {
        var generator = SplitMix64(seed: 11)
        for round in 0..<60 {
            let count = Int.random(in: 2...6, using: &generator)
            let connectors = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
                LaneOrder.Connector(
                    first: Int.random(in: 0..<count, using: &generator),
                    second: Int.random(in: 0..<count, using: &generator),
                    alive: Set((0..<count).filter { _ in Bool.random(using: &generator) }))
            }
            let order = LaneOrder(groups: [Array(0..<count)], connectors: connectors)
            let best = order.best()
            #expect(best.sorted() == Array(0..<count))
            // Heap's algorithm, to try all orders another way.
            var least = Double.infinity
            func heap(_ n: Int, _ lanes: inout [Int]) {
                if n <= 1 { least = min(least, order.cost(of: lanes)) }
                guard n > 1 else { return }
                for index in 0..<n {
                    heap(n - 1, &lanes)
                    lanes.swapAt(n % 2 == 0 ? index : 0, n - 1)
                }
            }
            var lanes = Array(0..<count)
            heap(count, &lanes)
            #expect(abs(order.cost(of: best) - least) < 1e-9, "seed 11, round \(round)")
        }
        for round in 0..<20 {
            let groups = [Array(0..<9), Array(9..<14), Array(14..<20)]
            let connectors = (0..<30).map { _ in
                LaneOrder.Connector(
                    first: Int.random(in: 0..<20, using: &generator),
                    second: Int.random(in: 0..<20, using: &generator), alive: Set(0..<20))
            }
            let order = LaneOrder(groups: groups, connectors: connectors)
            let best = order.best()
            #expect(order.cost(of: best) <= order.cost(of: Array(0..<20)), "seed 11, round \(round)")
            // Groups stay together.
            let group = best.map { $0 < 9 ? 0 : $0 < 14 ? 1 : 2 }
            #expect(zip(group, group.dropFirst()).count { $0 != $1 } == 2)
        }
    }

    @Test("The picture is well-formed, harmless, the same every time, and no two nodes overlap")
    func picture() async throws {
        var graph = try fronts()
        let evil = graph.add(.actor("Evil <b>\\\"&'\u{202E}", attributes: ["founded": "2001"]))
        let rivals = try #require(graph.ontology.relation(named: "rivals"))
        _ = try graph.link(
            from: evil.index, rivals, to: try #require(graph.node(id: "river")), id: "evil",
            valid: RecordedDate(date: try EDTFDate("2005")))
        var options = DrawingOptions()
        options.view = .timeline
        let drawing = try await GraphDrawing.render(graph, options: options, format: .svg)
        expectHarmless(try XMLTree.parse(drawing.bytes).get())
        #expect(drawing.warnings.isEmpty, "\(drawing.warnings)")
        #expect(try await GraphDrawing.render(graph, options: options, format: .svg).bytes == drawing.bytes)
        for graph in [Graph(title: ""), randomTypedGraph(seed: 3), randomTypedGraph(seed: 4)] {
            let drawing = try await GraphDrawing.render(graph, options: options, format: .svg)
            expectHarmless(try XMLTree.parse(drawing.bytes).get())
        }
        #expect(try await GraphDrawing.render(graph, options: options, format: .png).bytes.count > 1000)
    }
}
