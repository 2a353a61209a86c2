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
        /// SVG and HTML follow the reader's preference; other formats are light.
        case auto
        /// Dark on white.
        case light
        /// Light on almost black.
        case dark
        /// White boxes on pale grey, for long looking at a bright screen; SVG follows the reader's preference.
        case screen
        /// Black and dark greys on white without tinted areas, for paper.
        case print
        /// Text at 7 to 1 and lines at 3 to 1 or better (WCAG 2.2, AAA).
        case contrast
    }

    /// How much is folded to make room.
    public enum Detail: String, Sendable, CaseIterable {
        /// Links that a box tells are not drawn; nodes with the same links are stacked; leaves that only say to
        /// what somebody belongs are written into that node.
        case folded
        /// Every node and link is drawn by itself.
        case full
    }

    /// What the page's two dimensions mean.
    public enum View: String, Sendable, CaseIterable {
        /// Nothing: nodes stand where their links are short and clear.
        case network
        /// The globe: nodes stand beside the states and places they belong to.
        case geographic = "geo"
        /// Time from left to right, one lane a group.
        case timeline
    }

    /// What tells the panels of small multiples apart.
    public enum Facet: String, Sendable, CaseIterable {
        /// The year, or some years, in which links hold.
        case year
        /// The relation.
        case relation
        /// Who claims it.
        case claimant
        /// The states of a link's ends.
        case territory
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
    /// Where Graphviz runs. With a worker, its crashes and endless layouts are errors of this one picture.
    public var isolation: GraphvizIsolation
    /// How long a layout engine may take before a faster one is tried, which a note then says; nil for as long as it
    /// likes. Only a worker can be stopped.
    public var layoutTime: Duration?
    /// More nodes than these are thinned to those with most links; nil for as many as the layout can show.
    var mostNodes: Int?
    /// Rules for how nodes and links look; nil for the built-in ones.
    public var style: StyleSheet?
    /// What ``StyleSheet/measures`` asks for: by name, a value for each node of the graph by its position, NaN where
    /// it has none.
    public var measures: [String: [Double]]
    /// What the page's two dimensions mean.
    public var view: View
    /// What tells the panels of small multiples apart; nil for one picture. Only of the view ``View/network``.
    public var multiples: Facet?
    /// Whether nodes carry small pictures of what they are, in SVG.
    public var showsIcons: Bool

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
        isolation = .inProcess
        layoutTime = .seconds(10)
        style = nil
        measures = [:]
        view = .network
        multiples = nil
        showsIcons = false
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
