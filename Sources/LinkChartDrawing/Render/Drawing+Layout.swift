extension ChartLayout {
    /// The layout of a picture in public terms: nodes, links and boxes by what they are called in the graph.
    ///
    /// - Complexity: linear in what it holds.
    func published(
        chart: Chart, writer: DotWriter, nodeName: (ChartNode) -> String, boxName: (ChartBox) -> String
    )
        -> GraphLayout
    {
        // Boxes that the engine drew, and where they then stand in the list.
        var positions: [Int: Int] = [:]
        var clusters: [GraphLayout.Cluster] = []
        for (number, box) in chart.boxes.enumerated() {
            guard let frame = boxes[number] else { continue }
            positions[number] = clusters.count
            clusters.append(
                GraphLayout.Cluster(
                    name: boxName(box), id: box.id, parent: box.parent.flatMap { positions[$0] },
                    box: GraphLayout.Box(
                        origin: .init(x: frame.minX, y: frame.minY),
                        size: .init(width: frame.width, height: frame.height)),
                    label: .init(
                        centre: titles[number], size: .init(width: 0, height: 0), text: box.title)))
        }
        let nodes = zip(chart.nodes, nodes).map { node, frame in
            let size = GraphLayout.Size(width: frame.width, height: frame.height)
            return GraphLayout.Node(
                name: nodeName(node), id: node.id, centre: frame.centre, size: size,
                shape: writer.outlineShape(of: node),
                label: node.isDot
                    ? nil
                    : .init(
                        centre: frame.centre, size: size,
                        text: node.label.map(\.text).joined(separator: "\n")),
                externalLabel: nil)
        }
        let edges = chart.links.enumerated().map { number, link in
            let course = courses[number]
            return GraphLayout.Edge(
                tail: link.tail, head: link.head, id: link.id,
                curves: course.curve.isEmpty
                    ? [] : [.init(points: course.curve, start: nil, end: course.tip)],
                label: labels[number].map {
                    .init(centre: $0.centre, size: $0.size, text: $0.lines.joined(separator: "\n"))
                },
                externalLabel: nil, tailLabel: nil, headLabel: nil)
        }
        return GraphLayout(
            size: size, isDirected: true, label: nil, nodes: nodes, edges: edges, clusters: clusters)
    }
}
