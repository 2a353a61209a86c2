/// What a random typed graph is to contain.
public struct TypedGraphRecipe: Sendable, Hashable {
    /// How many nodes.
    public var nodes: Int
    /// How many links are made; those that meet an equal one add their claims to it.
    public var links: Int
    /// How many claims a link gets at most.
    public var claimsPerLink: Int
    /// Whether names, identifiers and statements are among ``HostileText``.
    public var isHostile: Bool
    /// Whether nodes, edges and claims have attributes.
    public var hasAttributes: Bool
    /// Whether edges and claims have dates, also such as only a person can read.
    public var hasDates: Bool
    /// Whether some edges have identifiers of their own.
    public var hasEdgeIDs: Bool

    /// A recipe.
    public init(
        nodes: Int = 12, links: Int = 24, claimsPerLink: Int = 3, isHostile: Bool = true,
        hasAttributes: Bool = true, hasDates: Bool = true, hasEdgeIDs: Bool = true
    ) {
        self.nodes = nodes
        self.links = links
        self.claimsPerLink = claimsPerLink
        self.isHostile = isHostile
        self.hasAttributes = hasAttributes
        self.hasDates = hasDates
        self.hasEdgeIDs = hasEdgeIDs
    }
}
