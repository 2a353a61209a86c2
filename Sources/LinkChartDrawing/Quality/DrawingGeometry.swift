/// What a drawing consists of, as far as reading it is concerned: outlines of nodes, courses of edges, texts.
///
/// It is what ``DrawingQuality`` judges, and can be made of any layout, whoever made it:
///
/// ```swift
/// let (layout, _) = try await GraphvizEngine.layout(dot: text, engine: .sfdp)
/// print(DrawingQuality(of: DrawingGeometry(layout)).crossings)
/// ```
///
/// Lengths are in points, y grows downwards, as in ``GraphLayout``.
public struct DrawingGeometry: Hashable, Sendable {
    /// A node's shape.
    public struct Node: Hashable, Sendable {
        /// The corners of a convex polygon, in order, either way round.
        public var outline: [GraphLayout.Point]
        /// The innermost box around it, by its position in ``DrawingGeometry/boxes``.
        public var box: Int?

        /// Creates a node.
        /// - Parameters:
        ///   - outline: the corners of a convex polygon, in order, either way round.
        ///   - box: the innermost box around it, by its position in ``DrawingGeometry/boxes``.
        public init(outline: [GraphLayout.Point], box: Int? = nil) {
            self.outline = outline
            self.box = box
        }

        /// Creates an upright rectangle.
        public init(frame: GraphLayout.Box, box: Int? = nil) {
            self.init(outline: Rectangle(frame).corners, box: box)
        }
    }

    /// A box around nodes.
    public struct Box: Hashable, Sendable {
        /// Where it is.
        public var frame: GraphLayout.Box
        /// The box around it, by its position in ``DrawingGeometry/boxes``, which is lower than its own.
        public var parent: Int?

        /// Creates a box.
        public init(frame: GraphLayout.Box, parent: Int? = nil) {
            self.frame = frame
            self.parent = parent
        }
    }

    /// An edge's course.
    public struct Edge: Hashable, Sendable {
        /// Position of its tail in ``DrawingGeometry/nodes``.
        public var tail: Int
        /// Position of its head in ``DrawingGeometry/nodes``.
        public var head: Int
        /// The line it is drawn along, as straight pieces; empty where it is not drawn.
        public var course: [GraphLayout.Point]

        /// Creates an edge.
        public init(tail: Int, head: Int, course: [GraphLayout.Point]) {
            self.tail = tail
            self.head = head
            self.course = course
        }
    }

    /// A text outside of nodes.
    public struct Label: Hashable, Sendable {
        /// What a text belongs to.
        public enum Owner: Hashable, Sendable {
            /// An edge, by its position in ``DrawingGeometry/edges``.
            case edge(Int)
            /// A node that it is written beside, by its position in ``DrawingGeometry/nodes``.
            case node(Int)
            /// A box around nodes, or the drawing.
            case other
        }

        /// The room it takes.
        public var box: GraphLayout.Box
        /// What it belongs to.
        public var owner: Owner

        /// Creates a text.
        public init(box: GraphLayout.Box, owner: Owner) {
            self.box = box
            self.owner = owner
        }
    }

    /// The extent of the drawing, without a legend.
    public var size: GraphLayout.Size
    /// The nodes.
    public var nodes: [Node]
    /// The edges.
    public var edges: [Edge]
    /// The texts outside of nodes.
    public var labels: [Label]
    /// The boxes around nodes.
    public var boxes: [Box]

    /// Creates a geometry.
    public init(
        size: GraphLayout.Size, nodes: [Node] = [], edges: [Edge] = [], labels: [Label] = [],
        boxes: [Box] = []
    ) {
        self.boxes = boxes
        self.size = size
        self.nodes = nodes
        self.edges = edges
        self.labels = labels
    }
}

extension DrawingGeometry {
    /// The geometry of a layout by Graphviz. Nodes count as upright rectangles; which boxes they are in is not
    /// known, so that there are none.
    ///
    /// - Complexity: linear in the layout.
    public init(_ layout: GraphLayout) {
        self.init(size: layout.size)
        func box(_ label: GraphLayout.Label) -> GraphLayout.Box {
            GraphLayout.Box(Rectangle(centre: label.centre, size: label.size))
        }
        for (number, node) in layout.nodes.enumerated() {
            nodes.append(Node(outline: Rectangle(centre: node.centre, size: node.size).corners))
            if let label = node.externalLabel { labels.append(Label(box: box(label), owner: .node(number))) }
        }
        for (number, edge) in layout.edges.enumerated() {
            var course: [GraphLayout.Point] = []
            for curve in edge.curves {
                if let start = curve.start { course.append(start) }
                course += flattened(curve.points)
                if let end = curve.end { course.append(end) }
            }
            edges.append(Edge(tail: edge.tail, head: edge.head, course: course))
            for label in [edge.label, edge.externalLabel, edge.tailLabel, edge.headLabel] {
                if let label { labels.append(Label(box: box(label), owner: .edge(number))) }
            }
        }
        for cluster in layout.clusters {
            if let label = cluster.label, label.size.width > 0 {
                labels.append(Label(box: box(label), owner: .other))
            }
        }
    }
}

/// Joined cubic Bézier curves as straight pieces: eight a curve, one where the curve is straight.
func flattened(_ curve: [GraphLayout.Point]) -> [GraphLayout.Point] {
    guard curve.count >= 4 else { return curve }
    var points = [curve[0]]
    for start in stride(from: 0, to: curve.count - 3, by: 3) {
        let (a, b, c, d) = (curve[start], curve[start + 1], curve[start + 2], curve[start + 3])
        let chord = d - a
        let length = chord.length
        func offset(_ point: GraphLayout.Point) -> Double {
            let delta = point - a
            return abs(chord.x * delta.y - chord.y * delta.x)
        }
        // Control points on the chord make no bend.
        if max(offset(b), offset(c)) <= 0.05 * length {
            points.append(d)
            continue
        }
        for step in 1...8 {
            let t = Double(step) / 8
            let s = 1 - t
            points.append(a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t))
        }
    }
    return points
}

extension Rectangle {
    init(_ box: GraphLayout.Box) {
        self.init(
            minX: box.origin.x, minY: box.origin.y, maxX: box.origin.x + box.size.width,
            maxY: box.origin.y + box.size.height)
    }

    /// The smallest rectangle around points; a reversed one, which overlaps nothing, for no points.
    init(around points: some Sequence<GraphLayout.Point>) {
        self.init(minX: .infinity, minY: .infinity, maxX: -.infinity, maxY: -.infinity)
        for point in points {
            minX = min(minX, point.x)
            minY = min(minY, point.y)
            maxX = max(maxX, point.x)
            maxY = max(maxY, point.y)
        }
    }
}

extension GraphLayout.Box {
    init(_ rectangle: Rectangle) {
        self.init(
            origin: GraphLayout.Point(x: rectangle.minX, y: rectangle.minY),
            size: GraphLayout.Size(width: rectangle.width, height: rectangle.height))
    }
}
