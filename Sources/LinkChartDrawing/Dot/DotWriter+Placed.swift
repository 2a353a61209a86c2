extension DotWriter {
    /// The whole picture with everything in its place, for the engine `nop2`, which only draws.
    func placed(_ layout: ChartLayout) -> String {
        let page = Page(height: layout.size.height)
        var graph = DotAttributes()
        graph.quoted("bb", "0,0,\(dotNumber(layout.size.width)),\(dotNumber(layout.size.height))")
        if let legend = layout.legend { graph.quoted("lp", page.text(legend)) }
        var text = head(graph)
        let order = drawingOrder
        let contents = BoxContents(chart, order: order)
        for (number, box) in chart.boxes.enumerated() where box.parent == nil {
            text += cluster(number, contents, layout, page)
        }
        for number in order where chart.nodes[number].box == nil || layout.boxes.isEmpty {
            text += self.node(number, layout, page)
        }
        for (number, link) in chart.links.enumerated() {
            text += edge(number, link, layout, page)
        }
        return text + "}\n"
    }

    private func cluster(
        _ number: Int, _ contents: BoxContents, _ layout: ChartLayout, _ page: Page
    ) -> String {
        let box = chart.boxes[number]
        guard let frame = layout.boxes[number] else { return members(number, contents, layout, page) }
        var attributes = boxAttributes(box)
        let low = GraphLayout.Point(x: frame.minX, y: frame.maxY)
        let high = GraphLayout.Point(x: frame.maxX, y: frame.minY)
        attributes.quoted("bb", "\(page.text(low)),\(page.text(high))")
        attributes.quoted("lp", page.text(layout.titles[number]))
        return "subgraph cluster_\(number) {\ngraph \(attributes.list);\n"
            + members(number, contents, layout, page)
            + "}\n"
    }

    private func members(
        _ number: Int, _ contents: BoxContents, _ layout: ChartLayout, _ page: Page
    ) -> String {
        var text = ""
        for inner in contents.boxes[number] { text += cluster(inner, contents, layout, page) }
        for node in contents.nodes[number] { text += self.node(node, layout, page) }
        return text
    }

    /// What lies directly in each box.
    private struct BoxContents {
        var boxes: [[Int]]
        var nodes: [[Int]]

        init(_ chart: Chart, order: [Int]) {
            boxes = Array(repeating: [], count: chart.boxes.count)
            nodes = boxes
            for (number, box) in chart.boxes.enumerated() {
                if let parent = box.parent { boxes[parent].append(number) }
            }
            for number in order {
                if let box = chart.nodes[number].box { nodes[box].append(number) }
            }
        }
    }

    /// The nodes from the one that is drawn first to the one that is drawn over all others.
    private var drawingOrder: [Int] {
        guard !looks.nodes.isEmpty else { return Array(chart.nodes.indices) }
        return chart.nodes.indices.sorted { a, b in
            (style(of: chart.nodes[a]).order, a) < (style(of: chart.nodes[b]).order, b)
        }
    }

    private func node(_ number: Int, _ layout: ChartLayout, _ page: Page) -> String {
        var attributes = nodeAttributes(chart.nodes[number])
        attributes.quoted("pos", page.text(layout.nodes[number].centre))
        return "n\(number) \(attributes.list);\n"
    }

    private func edge(_ number: Int, _ link: ChartLink, _ layout: ChartLayout, _ page: Page) -> String {
        let course = layout.courses[number]
        guard course.curve.count >= 4 else { return "" }
        var attributes = linkAttributes(link)
        var points = course.curve.map(page.text).joined(separator: " ")
        if let tip = course.tip { points = "e,\(page.text(tip)) \(points)" }
        attributes.quoted("pos", points)
        if let label = layout.labels[number] {
            attributes.html("label", markup(label.lines, link: link, ground: ground(under: label, layout)))
            attributes.quoted("lp", page.text(label.centre))
        }
        return "n\(link.tail) -> n\(link.head) \(attributes.list);\n"
    }

    /// What lies under a label: the innermost box that its middle is in, or the page.
    private func ground(under label: ChartLayout.LinkLabel, _ layout: ChartLayout) -> Ink {
        var ground = Inks.canvas
        for (number, box) in chart.boxes.enumerated() {
            if layout.boxes[number]?.contains(label.centre) == true { ground = self.ground(of: box) }
        }
        return ground
    }

    /// Turns our coordinates into Graphviz's, in which y grows upwards.
    private struct Page {
        let height: Double

        func text(_ point: GraphLayout.Point) -> String {
            "\(dotNumber(point.x)),\(dotNumber(height - point.y))"
        }
    }
}
