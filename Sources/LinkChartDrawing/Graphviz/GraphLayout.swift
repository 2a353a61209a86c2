/// Where everything in a drawing lies.
///
/// Lengths are in points (1/72 inch). The origin is the upper left corner of the drawing without padding, x grows
/// to the right and **y grows downwards**, as in SVG and on a screen. (Graphviz's own output has y growing
/// upwards from the lower left corner: `y = size.height - theirs`.)
public struct GraphLayout: Hashable, Sendable, Codable {
    /// A place.
    public struct Point: Hashable, Sendable {
        /// Distance from the left edge, in points.
        public var x: Double
        /// Distance from the upper edge, in points.
        public var y: Double

        /// Creates a place.
        public init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// An extent.
    public struct Size: Hashable, Sendable {
        /// Width in points.
        public var width: Double
        /// Height in points.
        public var height: Double

        /// Creates an extent.
        public init(width: Double, height: Double) {
            self.width = width
            self.height = height
        }
    }

    /// An upright rectangle.
    public struct Box: Hashable, Sendable, Codable {
        /// Upper left corner.
        public var origin: Point
        /// Width and height.
        public var size: Size

        /// Creates a rectangle.
        public init(origin: Point, size: Size) {
            self.origin = origin
            self.size = size
        }
    }

    /// Room taken by a text.
    public struct Label: Hashable, Sendable, Codable {
        /// Middle of the text.
        public var centre: Point
        /// Width and height of the text.
        public var size: Size
        /// The text, lines apart by line breaks; nil for an HTML-like or record label.
        public var text: String?

        /// Creates a label's place.
        public init(centre: Point, size: Size, text: String? = nil) {
            self.centre = centre
            self.size = size
            self.text = text
        }
    }

    /// A node.
    public struct Node: Hashable, Sendable, Codable {
        /// Name in the DOT text.
        public var name: String
        /// Value of the attribute `id`, where it is set.
        public var id: String?
        /// Middle of the node's shape.
        public var centre: Point
        /// Extent of the shape's bounding box.
        public var size: Size
        /// The shape by Graphviz's name for it, such as `ellipse` or `box`.
        public var shape: String
        /// The text inside.
        public var label: Label?
        /// The text outside (`xlabel`).
        public var externalLabel: Label?
    }

    /// A run of cubic Bézier pieces joined end to end.
    public struct Curve: Hashable, Sendable, Codable {
        /// 3n + 1 points: a start, then two control points and an end for each of n pieces.
        public var points: [Point]
        /// Where the tip of the tail's arrowhead is, if there is one; the head is drawn from `points.first` to here.
        public var start: Point?
        /// Where the tip of the arrowhead is, if there is one; the head is drawn from `points.last` to here.
        public var end: Point?
    }

    /// An edge.
    public struct Edge: Hashable, Sendable, Codable {
        /// Index of the tail in ``GraphLayout/nodes``.
        public var tail: Int
        /// Index of the head in ``GraphLayout/nodes``.
        public var head: Int
        /// Value of the attribute `id`, where it is set.
        public var id: String?
        /// Its course; usually one curve, none where the engine drew none.
        public var curves: [Curve]
        /// The text along the edge.
        public var label: Label?
        /// The text beside the edge (`xlabel`).
        public var externalLabel: Label?
        /// The text near the tail.
        public var tailLabel: Label?
        /// The text near the head.
        public var headLabel: Label?
    }

    /// A cluster, drawn as a box about its nodes.
    public struct Cluster: Hashable, Sendable, Codable {
        /// Name in the DOT text, such as `cluster_af`.
        public var name: String
        /// Value of the attribute `id`, where it is set.
        public var id: String?
        /// Index in ``GraphLayout/clusters`` of the cluster about this one.
        public var parent: Int?
        /// The box.
        public var box: Box
        /// Its title.
        public var label: Label?
    }

    /// Extent of the drawing without padding.
    public var size: Size
    /// True where edges have a direction (`digraph`).
    public var isDirected: Bool
    /// Title or legend of the whole.
    public var label: Label?
    /// Nodes in the order of the DOT text.
    public var nodes: [Node]
    /// Edges, those of the first node first.
    public var edges: [Edge]
    /// Clusters, each after the one about it. `sfdp`, `twopi` and `circo` draw none.
    public var clusters: [Cluster]
}
