/// The algorithm that places nodes and routes edges, by the name Graphviz has for it.
///
/// The set is open because Graphviz loads engines as plugins; a name that no plugin answers to is refused with
/// ``GraphvizError/Code/unknownEngine`` when it is used. ``GraphvizCapabilities/engines`` lists what is there.
public struct LayoutEngine: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name on Graphviz's command line, such as `dot`.
    public let rawValue: String

    /// Creates an engine from its name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// The name.
    public var description: String { rawValue }

    /// Layers in the direction of the edges (Gansner, Koutsofios, North, Vo 1993); draws clusters.
    public static let dot = Self(rawValue: "dot")
    /// Springs by stress majorisation (Gansner, Koren, North 2004).
    public static let neato = Self(rawValue: "neato")
    /// Springs by force reduction (Fruchterman, Reingold 1991); draws clusters.
    public static let fdp = Self(rawValue: "fdp")
    /// Multiscale springs for large graphs (Hu 2005); draws no clusters.
    public static let sfdp = Self(rawValue: "sfdp")
    /// Concentric circles about a root (Wills 1997); draws no clusters.
    public static let twopi = Self(rawValue: "twopi")
    /// Circles, one a biconnected component (Six, Tollis 1999); draws no clusters.
    public static let circo = Self(rawValue: "circo")
    /// Clusters packed as arrays; edges do not influence the places.
    public static let osage = Self(rawValue: "osage")
    /// Squarified treemap of the clusters (Bruls, Huizing, van Wijk 2000); draws no edges.
    public static let patchwork = Self(rawValue: "patchwork")
}
