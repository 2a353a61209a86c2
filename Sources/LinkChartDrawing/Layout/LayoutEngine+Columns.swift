extension LayoutEngine {
    /// This package's own layout for up to some 150 nodes: territories side by side, threat running from left to
    /// right, links around nodes.
    public static let columns = Self(rawValue: "columns")
    /// This package's own layout for some hundred to some thousand nodes: territories or communities as islands,
    /// their members placed by forces, the links between two islands bundled side by side.
    public static let islands = Self(rawValue: "islands")
    /// This package's own layout of a graph of any size: one shape a territory or community, one ribbon for all
    /// links of a sort between two, as wide as they are many.
    public static let map = Self(rawValue: "map")
    /// This package's own layout for up to a hundred thousand nodes: every node a dot placed by forces, those with
    /// most links named, of the links the strongest of each node.
    public static let cloud = Self(rawValue: "cloud")

    /// Draws what is in its place already.
    static let nop2 = Self(rawValue: "nop2")

    /// Whether the layout is made by this package, not by Graphviz.
    var isOwn: Bool { [.columns, .islands, .map, .cloud].contains(self) }
}
