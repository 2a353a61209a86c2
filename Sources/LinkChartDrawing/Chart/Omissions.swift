/// What the graph has and the picture does not draw, or not by itself; the legend says it all.
struct Omissions: Sendable, Hashable {
    // Left out.
    var unselectedNodes = 0
    var unestablished = 0
    var summaries = 0
    var discourseNodes = 0
    var beyondFocus = 0
    var scattered = 0
    var beyondLimit = 0
    // Drawn, but not by themselves.
    var foldedDocuments = 0
    /// Links that the boxes tell, with the names of their relations.
    var toldByBoxes = 0
    var boxRelations: [String] = []
    var absorbed = 0
    var stacked = 0
    /// Links drawn as one with another.
    var mergedLinks = 0
    /// Link labels that found no room or were beyond the limit.
    var unlabelled = 0
    /// Nodes drawn as dots without their names.
    var unnamed = 0
    /// Links between groups that are drawn as ribbons, and how many ribbons.
    var inRibbons = 0
    var ribbons = 0
    /// Links within groups that a map does not draw.
    var withinGroups = 0
    /// Links between groups in ribbons too thin to draw.
    var thinRibbons = 0
    /// Links within groups that are not among the strongest of their ends.
    var weakLinks = 0
    /// Groups drawn as one, because there are too many.
    var smallGroups = 0

    /// What was left out, in words: "12 links not established", …
    var leftOut: [String] {
        func count(_ count: Int, _ one: String, _ many: String) -> String? {
            count == 0 ? nil : "\(count) \(count == 1 ? one : many)"
        }
        return [
            count(
                unestablished, "link not established (predicted, proposed, denied)",
                "links not established (predicted, proposed, denied)"),
            count(
                summaries, "conclusion of an author (threatens, spills over to)",
                "conclusions of authors (threatens, spills over to)"),
            count(discourseNodes, "document or disputed statement", "documents and disputed statements"),
            count(beyondFocus, "node beyond the focus", "nodes beyond the focus"),
            count(
                scattered, "node without a drawn link to the rest", "nodes without a drawn link to the rest"),
            count(beyondLimit, "node with few links", "nodes with few links"),
            count(unselectedNodes, "node not selected", "nodes not selected"),
            count(
                weakLinks, "link to a neighbour with fewer links", "links to neighbours with fewer links"),
            count(thinRibbons, "link in thin ribbons", "links in thin ribbons"),
        ].compactMap { $0 }
    }
}
