public import ArgumentParser
public import LinkChart

extension Projection.Name: ExpressibleByArgument {}

/// The options that say which plain graph a question is asked of.
struct ProjectionOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "What counts as a link: facts (established, as written), mechanism (established, along the flow "
                + "of threat or capability), claims (one link a claim), all (also what is not established).",
            valueName: "facts|mechanism|claims|all"))
    var projection: Projection.Name?

    @Flag(help: "Ignore the direction of links.")
    var undirected = false

    @Flag(
        help: ArgumentHelp(
            "Count parallel links one by one; by default they count once, but in --projection claims and where each "
                + "link is ranked, weighed or cut."))
    var parallel = false

    @OptionGroup(title: "Selection")
    var selection: SelectionOptions

    /// How to project, given a command's own default.
    ///
    /// - Parameter fallback: the projection where none is named.
    func recipe(default fallback: Projection.Name) -> Projection.Recipe {
        Projection.Recipe(
            projection ?? fallback, isDirected: !undirected, parallelEdges: parallel ? .kept : nil)
    }
}
