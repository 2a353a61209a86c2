extension DotWriter {
    /// The picture without places, for one of Graphviz's engines to lay out.
    ///
    /// Link labels are left out: they get their room afterwards (``LabelPlacer``), so that they don't push nodes
    /// apart.
    func unplaced(for engine: LayoutEngine) -> String {
        var graph = DotAttributes()
        switch engine {
        case .dot:
            graph.plain("rankdir", "LR")
            graph.plain("newrank", "true")
            graph.plain("nodesep", "0.2")
            graph.plain("ranksep", "0.7")
        case .fdp:
            graph.plain("overlap", "prism")
            graph.plain("splines", "line")
            graph.plain("K", "0.6")
        case .sfdp, .neato:
            graph.plain("overlap", "prism")
            graph.plain("splines", "line")
        default: graph.plain("splines", "line")
        }
        var text = head(graph)
        for (number, box) in chart.boxes.enumerated() where box.parent == nil { text += cluster(number) }
        for (number, node) in chart.nodes.enumerated() where node.box == nil {
            text += self.node(number, node)
        }
        for link in chart.links {
            var attributes = linkAttributes(link)
            if engine == .dot {
                attributes.number("weight", weight(of: link))
                if link.family == .structure || link.tail == link.head {
                    attributes.plain("constraint", "false")
                }
            }
            text += "n\(link.tail) -> n\(link.head) \(attributes.list);\n"
        }
        return text + "}\n"
    }

    private func weight(of link: ChartLink) -> Double {
        switch link.family {
        case .support: 3
        case .hostile: 2
        default: 1
        }
    }

    private func cluster(_ number: Int) -> String {
        var text = "subgraph cluster_\(number) {\ngraph \(boxAttributes(chart.boxes[number]).list);\n"
        for (inner, box) in chart.boxes.enumerated() where box.parent == number { text += cluster(inner) }
        for (index, node) in chart.nodes.enumerated() where node.box == number {
            text += self.node(index, node)
        }
        return text + "}\n"
    }

    private func node(_ number: Int, _ node: ChartNode) -> String {
        "n\(number) \(nodeAttributes(node).list);\n"
    }
}

extension ChartLayout {
    /// Takes over what one of Graphviz's engines made of ``DotWriter/unplaced(for:)``.
    init(_ layout: GraphLayout, chart: Chart) {
        size = layout.size
        nodes = Array(
            repeating: Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0), count: chart.nodes.count)
        var numbers: [Int] = []
        for node in layout.nodes {
            let number = Int(node.name.dropFirst()) ?? 0
            numbers.append(number)
            if nodes.indices.contains(number) {
                nodes[number] = Rectangle(centre: node.centre, size: node.size)
            }
        }
        boxes = Array(repeating: nil, count: chart.boxes.count)
        titles = Array(repeating: GraphLayout.Point(x: 0, y: 0), count: chart.boxes.count)
        for cluster in layout.clusters {
            guard let number = Int(cluster.name.dropFirst("cluster_".count)), boxes.indices.contains(number)
            else {
                continue
            }
            boxes[number] = Rectangle(
                minX: cluster.box.origin.x, minY: cluster.box.origin.y,
                maxX: cluster.box.origin.x + cluster.box.size.width,
                maxY: cluster.box.origin.y + cluster.box.size.height)
            if let label = cluster.label { titles[number] = label.centre }
        }
        courses = Array(repeating: Course(curve: [], tip: nil), count: chart.links.count)
        labels = Array(repeating: nil, count: chart.links.count)
        legend = nil
        var linkOfID: [String: Int] = [:]
        for (number, link) in chart.links.enumerated() { linkOfID[link.id] = number }
        for edge in layout.edges {
            guard let number = edge.id.flatMap({ linkOfID[$0] }), let curve = edge.curves.first else {
                continue
            }
            courses[number] = Course(curve: curve.points, tip: curve.end)
        }
    }
}
