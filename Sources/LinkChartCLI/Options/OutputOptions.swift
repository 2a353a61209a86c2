import ArgumentParser
import LinkChart

extension ResultFormat: ExpressibleByArgument {}

/// Where a result goes, and how it is printed.
struct OutputOptions: ParsableArguments {
    @Option(
        name: [.customShort("o"), .customLong("output")],
        help: ArgumentHelp("Write the result to a file instead of standard output.", valueName: "file"),
        completion: .file())
    var output: String?

    @Option(
        help: ArgumentHelp("table for people; the others are stable.", valueName: "table|json|jsonl|csv|tsv"))
    var format: ResultFormat?

    @Flag(name: .shortAndLong, help: "Leave out the notes about how a result came about.")
    var quiet = false

    /// The format asked for; else the one that the output's extension names; else a table.
    var resultFormat: ResultFormat {
        if let format { return format }
        guard let output, let dot = output.lastIndex(of: ".") else { return .table }
        return ResultFormat(rawValue: output[output.index(after: dot)...].lowercased()) ?? .table
    }

    /// Prints a report, and its notes to standard error.
    ///
    /// - Throws: ``Failure`` if the output can't be written, or with code 75 if the report is truncated.
    func print(_ report: Report) throws {
        let text = try report.rendered(
            as: resultFormat, style: output == nil ? .output : TerminalStyle(hasColour: false))
        try write(text)
        if !quiet {
            for note in report.notes { complain(TerminalStyle.errors.dim(TerminalText.visible(note))) }
        }
        if report.isTruncated {
            throw Failure(code: .limit, message: "a limit was hit; the result is only a part")
        }
    }

    /// Writes a text to the file or to standard output.
    func write(_ text: String) throws {
        guard let output, output != "-" else { return try writeToOutput(text) }
        try writeFile(Array(text.utf8), to: output)
    }
}
