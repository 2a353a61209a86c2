internal import LinkChartModel

/// What a picture shows, after choosing, folding and grouping and before any layout: nodes, links and boxes.
struct Chart: Sendable {
    /// What the graph is about.
    var title: String
    var nodes: [ChartNode] = []
    var links: [ChartLink] = []
    var boxes: [ChartBox] = []
    var omissions = Omissions()
    /// How many claims stand behind what is drawn, and how many parties make them.
    var claims = 0
    var claimants = 0
    /// Whether something is emphasised and the rest faded.
    var isHighlighted = false
}

/// How strongly something is drawn.
enum Emphasis: Sendable, Hashable {
    case normal, strong, faded
}

/// A shape of the picture: one node, or several with the same links stacked.
struct ChartNode: Sendable {
    /// The nodes drawn here, in order; one unless stacked.
    var members: [NodeIndex]
    /// Nodes written into this one because all that is known of them is that they belong to it.
    var absorbed: [NodeIndex] = []
    var kind: KindID
    /// Unique in the picture, fit for XML and CSS.
    var id: String
    /// The text inside: names, and smaller what is known of them.
    var label: [LabelLine]
    /// Position in ``Chart/boxes`` of the innermost box around it.
    var box: Int?
    var emphasis = Emphasis.normal
    /// Whether it is drawn as a dot without its text, because the picture has too many nodes.
    var isDot = false
    /// The width and height of a dot, in points.
    var dotSize = ChartNode.dotSize
    /// Whether it stands for a whole territory or community on a map of those.
    var isGroup = false
    /// How much larger than usual it is drawn, text and all: a group by how many it holds.
    var scale = 1.0
    /// What a reader sees on pointing at it.
    var tooltip = ""
    var classes: [String] = []
}

extension ChartNode {
    /// The width and height of a dot in pictures of some hundred nodes, in points.
    static let dotSize = 8.64
}

/// A line of text within a shape.
struct LabelLine: Sendable, Hashable {
    enum Role: Sendable {
        /// What it is called.
        case name
        /// What else is known: a number, a date, an office.
        case detail
    }
    var text: String
    var role: Role
    /// Whether a thin rule sets it off from the line above: the next of several stacked names.
    var startsItem = false
}

/// A line of the picture: one edge, or several of the same sort between the same nodes.
struct ChartLink: Sendable {
    /// Which ends carry an arrowhead.
    enum Heads: Sendable {
        case head, none
    }

    var edges: [EdgeIndex]
    /// Position in ``Chart/nodes`` of the end it is drawn from: where the threat comes from, if any travels.
    var tail: Int
    /// Position in ``Chart/nodes`` of the end it is drawn to.
    var head: Int
    var family: LinkFamily
    var heads: Heads
    /// Whether threat, capability or harm travels along it.
    var flows: Bool
    var crossesBorder = false
    /// Whether it is drawn thick because it crosses a border.
    var isThick: Bool { crossesBorder && marksBorder && family.carriesThreat }
    /// Whether it is thick where it crosses a border: not where that is what all drawn links do.
    var marksBorder = true
    var isEstablished = true
    var isContested = false
    var emphasis = Emphasis.normal
    /// Whether it only shows the texture of a group: thin, grey, without words.
    var isQuiet = false
    /// The two islands all of whose links of a sort it stands for; nil where it joins its nodes.
    var span: Span?
    /// How wide it is drawn where it stands for many, in points.
    var ribbonWidth = 1.0
    /// The relations in words, in reading direction from tail to head.
    var words: String
    /// Unique in the picture, fit for XML and CSS.
    var id: String
    var tooltip = ""
    var classes: [String] = []
}

extension ChartLink {
    /// The two islands that a ribbon joins, by their numbers: boxes have those of their positions in
    /// ``Chart/boxes``, nodes outside of boxes follow with their positions in ``Chart/nodes``.
    struct Span: Sendable, Hashable {
        var tail: Int
        var head: Int
    }
}

/// A box around nodes.
struct ChartBox: Sendable {
    enum Sort: String, Sendable {
        case state, region, organisation, kind, community, rest
    }
    var sort: Sort
    /// The state, region or organisation that the box stands for.
    var node: NodeIndex?
    /// Whether the box is all that is drawn of its node.
    var standsForNode = false
    var title: String
    /// Unique in the picture, fit for XML and CSS.
    var id: String
    /// Position in ``Chart/boxes`` of the box around it, which comes before it.
    var parent: Int?
    /// How many nodes of the graph it holds, where the picture is large enough that it says so; else 0.
    var count = 0
    var tooltip = ""
    var emphasis = Emphasis.normal
}
