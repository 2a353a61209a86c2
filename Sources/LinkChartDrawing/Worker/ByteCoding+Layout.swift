extension ByteWriter {
    mutating func write(_ layout: GraphLayout) {
        write(layout.size)
        write(layout.isDirected)
        write(layout.label) { $0.write($1) }
        write(layout.nodes) { writer, node in
            writer.write(node.name)
            writer.write(node.id) { $0.write($1) }
            writer.write(node.centre)
            writer.write(node.size)
            writer.write(node.shape)
            writer.write(node.label) { $0.write($1) }
            writer.write(node.externalLabel) { $0.write($1) }
        }
        write(layout.edges) { writer, edge in
            writer.write(edge.tail)
            writer.write(edge.head)
            writer.write(edge.id) { $0.write($1) }
            writer.write(edge.curves) { writer, curve in
                writer.write(curve.points) { $0.write($1) }
                writer.write(curve.start) { $0.write($1) }
                writer.write(curve.end) { $0.write($1) }
            }
            for label in [edge.label, edge.externalLabel, edge.tailLabel, edge.headLabel] {
                writer.write(label) { $0.write($1) }
            }
        }
        write(layout.clusters) { writer, cluster in
            writer.write(cluster.name)
            writer.write(cluster.id) { $0.write($1) }
            writer.write(cluster.parent) { $0.write($1) }
            writer.write(cluster.box.origin)
            writer.write(cluster.box.size)
            writer.write(cluster.label) { $0.write($1) }
        }
    }

    private mutating func write(_ point: GraphLayout.Point) {
        write(point.x)
        write(point.y)
    }

    private mutating func write(_ size: GraphLayout.Size) {
        write(size.width)
        write(size.height)
    }

    private mutating func write(_ label: GraphLayout.Label) {
        write(label.centre)
        write(label.size)
        write(label.text) { $0.write($1) }
    }
}

extension ByteReader {
    fileprivate mutating func point() throws(ByteError) -> GraphLayout.Point {
        GraphLayout.Point(x: try double(), y: try double())
    }

    fileprivate mutating func size() throws(ByteError) -> GraphLayout.Size {
        GraphLayout.Size(width: try double(), height: try double())
    }

    fileprivate mutating func optionalPoint() throws(ByteError) -> GraphLayout.Point? {
        try optional { (reader) throws(ByteError) in try reader.point() }
    }

    fileprivate mutating func optionalText() throws(ByteError) -> String? {
        try optional { (reader) throws(ByteError) in try reader.text() }
    }

    fileprivate mutating func label() throws(ByteError) -> GraphLayout.Label? {
        try optional { (reader) throws(ByteError) in
            GraphLayout.Label(
                centre: try reader.point(), size: try reader.size(), text: try reader.optionalText())
        }
    }
}

extension GraphLayout {
    init(from reader: inout ByteReader) throws(ByteError) {
        size = try reader.size()
        isDirected = try reader.flag()
        label = try reader.label()
        nodes = try reader.list { (reader) throws(ByteError) in
            Node(
                name: try reader.text(), id: try reader.optionalText(), centre: try reader.point(),
                size: try reader.size(), shape: try reader.text(), label: try reader.label(),
                externalLabel: try reader.label())
        }
        edges = try reader.list { (reader) throws(ByteError) in
            Edge(
                tail: try reader.integer(), head: try reader.integer(), id: try reader.optionalText(),
                curves: try reader.list { (reader) throws(ByteError) in
                    Curve(
                        points: try reader.list { (reader) throws(ByteError) in try reader.point() },
                        start: try reader.optionalPoint(), end: try reader.optionalPoint())
                },
                label: try reader.label(), externalLabel: try reader.label(), tailLabel: try reader.label(),
                headLabel: try reader.label())
        }
        clusters = try reader.list { (reader) throws(ByteError) in
            Cluster(
                name: try reader.text(), id: try reader.optionalText(),
                parent: try reader.optional { (reader) throws(ByteError) in try reader.integer() },
                box: Box(origin: try reader.point(), size: try reader.size()), label: try reader.label())
        }
        // Whoever uses these as indices must be able to.
        let isSound =
            edges.allSatisfy { nodes.indices.contains($0.tail) && nodes.indices.contains($0.head) }
            && clusters.enumerated().allSatisfy { $1.parent.map((0..<$0).contains) ?? true }
        guard isSound else { throw ByteError() }
    }
}
