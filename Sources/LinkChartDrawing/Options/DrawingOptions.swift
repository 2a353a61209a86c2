public import LinkChartModel

/// What a picture of a graph shows, and how.
///
/// The defaults make the picture one would print: established facts between actors, states and incidents, boxed
/// by territory, with everything that was left out or folded said in the legend.
///
/// ```swift
/// var options = DrawingOptions()
/// options.focus = .init(node: pakistan, hops: 2)
/// let picture = try await GraphDrawing.render(graph, options: options, format: .svg)
/// ```
public struct DrawingOptions: Sendable {
    /// What the boxes around nodes stand for.
    public enum Grouping: String, Sendable, CaseIterable {
        /// The state, region or organisation that nodes belong to.
        case territory
        /// The nodes' kind.
        case kind
        /// Communities: nodes with more links among each other than to others, found by the Leiden method.
        case community
        /// No boxes.
        case none
    }

    /// The colours.
    public enum Theme: String, Sendable, CaseIterable {
        /// SVG follows the reader's preference; other formats are light.
        case auto
        /// Dark on white.
        case light
        /// Light on almost black.
        case dark
    }

    /// How much is folded to make room.
    public enum Detail: String, Sendable, CaseIterable {
        /// Links that a box tells are not drawn; nodes with the same links are stacked; leaves that only say to
        /// what somebody belongs are written into that node.
        case folded
        /// Every node and link is drawn by itself.
        case full
    }

    /// A node and its surroundings.
    public struct Focus: Hashable, Sendable {
        /// The node in the middle.
        public var node: NodeIndex
        /// How many links away from it a node may be, in either direction.
        public var hops: Int

        /// Creates a focus.
        /// - Parameters:
        ///   - node: The node in the middle.
        ///   - hops: How many links away from it a node may be, in either direction; less than 0 counts as 0.
        public init(node: NodeIndex, hops: Int = 1) {
            self.node = node
            self.hops = max(0, hops)
        }
    }

    /// Chains to stand out while the rest fades.
    public struct Highlight: Hashable, Sendable {
        /// Where the chains start.
        public var from: NodeIndex
        /// Where they end.
        public var to: NodeIndex

        /// Creates a highlight of every shortest chain of the mechanism projection between two nodes.
        public init(from: NodeIndex, to: NodeIndex) {
            self.from = from
            self.to = to
        }
    }

    /// The part of the graph to draw from.
    public var parts: SelectedParts
    /// What the boxes stand for.
    public var grouping: Grouping
    /// A node to draw the surroundings of; nil for the whole graph.
    public var focus: Focus?
    /// Chains to emphasise; nil for none.
    public var highlight: Highlight?
    /// The colours.
    public var theme: Theme
    /// Whether title, key and omissions are written under the picture.
    public var showsLegend: Bool
    /// The most labels on links; nil lets the size of the picture decide, up to 60.
    public var maximumLabels: Int?
    /// The layout; nil chooses by size, and ``Drawing/engine`` says which was taken.
    public var engine: LayoutEngine?
    /// Whether links between two islands run side by side; nil where that makes fewer crossings and less of a
    /// tangle, as ``DrawingQuality`` counts them.
    public var bundlesLinks: Bool?
    /// How much is folded.
    public var detail: Detail
    /// Whether edges are drawn that no claim establishes (dashed, with hollow arrowheads).
    public var showsUnestablished: Bool
    /// Whether summary relations are drawn, an author's conclusions such as "spills over to".
    public var showsSummaries: Bool
    /// Whether documents and propositions are drawn: the debate about the facts.
    public var showsDiscourse: Bool
    /// Whether nodes without a drawn link and small groups apart from the rest are drawn.
    public var showsScattered: Bool
    /// Dots per inch of bitmaps; nil is 144.
    public var resolution: Double?

    /// The defaults: see the properties.
    public init(parts: SelectedParts = .everything) {
        self.parts = parts
        grouping = .territory
        focus = nil
        highlight = nil
        theme = .auto
        showsLegend = true
        maximumLabels = nil
        engine = nil
        bundlesLinks = nil
        detail = .folded
        showsUnestablished = false
        showsSummaries = false
        showsDiscourse = false
        showsScattered = false
        resolution = nil
    }

    /// What the names of projections mean for a picture: `facts` adds the summary relations to the defaults,
    /// `mechanism` and `claims` are the defaults, `all` draws everything there is.
    public mutating func show(_ projection: Projection.Name) {
        switch projection {
        case .facts: showsSummaries = true
        case .mechanism, .claims: break
        case .all:
            showsUnestablished = true
            showsSummaries = true
            showsDiscourse = true
            showsScattered = true
        }
    }
}
