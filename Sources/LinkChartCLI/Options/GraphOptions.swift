import ArgumentParser
import LinkChart

/// The graph that a command is asked of.
struct GraphOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Files of any format known; several are merged, - is standard input.", valueName: "graph"),
        completion: .file())
    var graphs: [String]
}

/// The format of the input, where its name and content do not tell it.
struct InputFormatOptions: ParsableArguments {
    @Option(
        name: [.customLong("from"), .customLong("input-format")],
        help: ArgumentHelp(
            "Read the input as this format; by default extension and content tell.", valueName: "format"))
    var format: String?

    @OptionGroup var columns: ColumnOptions
}

/// Which columns of a table mean what, where their names do not tell.
struct ColumnOptions: ParsableArguments {
    @Option(
        name: .customLong("map"),
        help: ArgumentHelp(
            "Which columns of a table mean what: source=actor1,target=actor2,relation=type, or a YAML file.",
            valueName: "role=column,…|file"))
    var map: [String] = []
}
