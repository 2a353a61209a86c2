/// Where everything of a ``Chart`` lies, in points from the upper left corner, y growing downwards.
struct ChartLayout: Sendable {
    /// A link's course.
    struct Course: Sendable {
        /// 3n + 1 points of joined cubic Bézier curves, from the tail's outline to where the arrowhead begins.
        var curve: [GraphLayout.Point]
        /// The arrowhead's tip; nil where there is no arrowhead.
        var tip: GraphLayout.Point?
    }

    /// The text on a link.
    struct LinkLabel: Sendable {
        var centre: GraphLayout.Point
        var size: GraphLayout.Size
        var lines: [String]

        var frame: Rectangle { Rectangle(centre: centre, size: size) }
    }

    var size: GraphLayout.Size
    /// The extent without the legend, once there is one.
    var drawingSize: GraphLayout.Size?
    /// By position in ``Chart/nodes``.
    var nodes: [Rectangle]
    /// By position in ``Chart/boxes``; nil where the engine draws none.
    var boxes: [Rectangle?]
    /// Centres of the boxes' titles.
    var titles: [GraphLayout.Point]
    /// By position in ``Chart/links``; empty curves where the engine draws none.
    var courses: [Course]
    /// By position in ``Chart/links``; nil where there is none.
    var labels: [LinkLabel?]
    /// The centre of the legend; nil if there is none.
    var legend: GraphLayout.Point?

    /// Makes room for links that lead around everything else.
    mutating func includeEverything() {
        var frame = Rectangle(minX: 0, minY: 0, maxX: size.width, maxY: size.height)
        for course in courses {
            for point in LabelPlacer.pieces(of: course) {
                frame = frame.union(
                    Rectangle(minX: point.x - 2, minY: point.y - 2, maxX: point.x + 2, maxY: point.y + 2))
            }
        }
        move(by: GraphLayout.Point(x: -frame.minX, y: -frame.minY))
        size = GraphLayout.Size(width: frame.width, height: frame.height)
    }

    private mutating func move(by shift: GraphLayout.Point) {
        guard shift.x != 0 || shift.y != 0 else { return }
        nodes = nodes.map { $0.moved(x: shift.x, y: shift.y) }
        boxes = boxes.map { $0?.moved(x: shift.x, y: shift.y) }
        titles = titles.map { $0 + shift }
        courses = courses.map { course in
            Course(curve: course.curve.map { $0 + shift }, tip: course.tip.map { $0 + shift })
        }
    }
}

/// How large everything written is, as Graphviz measured it.
struct ChartSizes: Sendable {
    var nodes: [GraphLayout.Size]
    var titles: [GraphLayout.Size]
    /// By the text of the label.
    var labels: [[String]: GraphLayout.Size]
    var legend: GraphLayout.Size?
}
