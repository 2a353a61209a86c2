extension LayoutEngine {
    /// This package's own: territories in columns, threat from left to right. For up to some 150 nodes.
    public static let columns = Self(rawValue: "columns")
    /// Draws what is in its place already.
    static let nop2 = Self(rawValue: "nop2")
}
