/// What the Graphviz on this machine can do.
public struct GraphvizCapabilities: Hashable, Sendable {
    /// The release as the library names itself. (Debian's 2.42.2 calls itself 2.43.0.)
    public var version: String
    /// Names of the layout engines whose plugins are installed, sorted.
    public var engines: [String]
    /// Names of the formats that can be rendered to bytes, sorted.
    public var formats: [String]
}
