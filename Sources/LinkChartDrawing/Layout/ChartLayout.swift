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
}

/// How large everything written is, as Graphviz measured it.
struct ChartSizes: Sendable {
    var nodes: [GraphLayout.Size]
    var titles: [GraphLayout.Size]
    /// By the text of the label.
    var labels: [[String]: GraphLayout.Size]
    var legend: GraphLayout.Size?
}
