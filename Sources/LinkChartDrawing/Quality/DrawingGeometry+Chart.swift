extension DrawingGeometry {
    /// The geometry of one of this package's pictures, without its legend.
    init(
        _ layout: ChartLayout, chart: Chart, titleSizes: [GraphLayout.Size], writer: DotWriter
    ) {
        self.init(size: layout.drawingSize ?? layout.size)
        nodes = chart.nodes.indices.map { number in
            Node(
                outline: Outline(
                    shape: writer.outlineShape(of: chart.nodes[number]), frame: layout.nodes[number]
                ).corners, box: chart.nodes[number].box)
        }
        boxes = chart.boxes.indices.map { number in
            // A box that is not drawn can't be run through.
            let nowhere = Rectangle(minX: 0, minY: 0, maxX: 0, maxY: 0)
            return Box(
                frame: GraphLayout.Box(layout.boxes[number] ?? nowhere), parent: chart.boxes[number].parent)
        }
        edges = chart.links.indices.map { number in
            let course = layout.courses[number]
            var points = flattened(course.curve)
            if let tip = course.tip { points.append(tip) }
            return Edge(tail: chart.links[number].tail, head: chart.links[number].head, course: points)
        }
        for (number, label) in layout.labels.enumerated() {
            if let label {
                labels.append(Label(box: GraphLayout.Box(label.frame), owner: .edge(number)))
            }
        }
        for (number, title) in layout.titles.enumerated() where layout.boxes[number] != nil {
            let frame = Rectangle(centre: title, size: titleSizes[number])
            labels.append(Label(box: GraphLayout.Box(frame), owner: .other))
        }
    }
}
