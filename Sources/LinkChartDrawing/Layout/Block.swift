/// A node, or a box with what is in it: the unit that ``ColumnLayout`` moves.
struct Block {
    /// Position in ``Chart/nodes``; nil for boxes and the root.
    var node: Int?
    /// Position in ``Chart/boxes``; nil for nodes and the root.
    var box: Int?
    var parent: Int?
    var children: [Int] = []
    /// Its column within its parent, counted from the left.
    var column = 0
    var size = GraphLayout.Size(width: 0, height: 0)
    /// Upper left corner within the parent's content.
    var origin = GraphLayout.Point(x: 0, y: 0)
}

/// Space around things, in points.
struct ColumnSpacing: Sendable {
    /// Between columns within a box.
    var inner = 74.0
    /// Between columns of boxes.
    var outer = 72.0
    /// Between nodes of a column.
    var nodes = 18.0
    /// Between boxes of a column.
    var boxes = 20.0
    /// Within a box, around its content.
    var padding = 11.0
    /// Above a box's content, for the title.
    var title = 21.0
}
