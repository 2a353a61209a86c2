/// The version of this package.
public enum LinkChartVersion {
    /// As `linkchart --version` prints it.
    public static let current = "0.1.0"
}
