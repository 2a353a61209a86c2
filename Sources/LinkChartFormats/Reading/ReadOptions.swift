public import LinkChartModel

/// How inputs are to be read.
public struct ReadOptions: Sendable {
    /// The format of all inputs; nil to tell each one's from its name and content.
    public var format: GraphFormat?
    /// What the columns of tables stand for and what their cells mean.
    public var columnMap: ColumnMap
    /// Whether nothing may be lost or missing: a warning, whatever is left out, and a node that is named but not
    /// defined then count as errors. What is only written in another way, or guessed and kept raw beside, does not.
    public var isStrict: Bool
    /// The ontology of inputs that bring none; nil for the built-in one.
    public var ontology: Ontology?
    /// How many diagnostics of one code are kept for each input.
    public var diagnosticLimit: Int

    /// Options; without arguments, the usual ones.
    public init(
        format: GraphFormat? = nil, columnMap: ColumnMap = ColumnMap(), isStrict: Bool = false,
        ontology: Ontology? = nil, diagnosticLimit: Int = 50
    ) {
        self.format = format
        self.columnMap = columnMap
        self.isStrict = isStrict
        self.ontology = ontology
        self.diagnosticLimit = diagnosticLimit
    }
}

/// What reading gave: the graph of all that was right, and what was not.
public struct ReadResult: Sendable {
    /// What was right.
    public var graph: Graph
    /// What was not, and what is worth knowing.
    public var diagnostics: Diagnostics
    /// What was read, merged, normalised, guessed and skipped.
    public var report: BuildReport
    /// Whether a warning counts as an error.
    public var isStrict: Bool

    /// Whether something is wrong; under ``ReadOptions/isStrict``, whether something may be, or is left out.
    public var hasErrors: Bool {
        diagnostics.hasErrors || (isStrict && diagnostics.count(of: .warning) > 0)
    }
}
