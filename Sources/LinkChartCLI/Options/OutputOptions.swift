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
        // From here on there is a result; to cut its printing short would leave half of it.
        Deadline.lift()
        try write(report)
        if !quiet {
            for note in report.notes { complain(TerminalStyle.errors.dim(TerminalText.visible(note))) }
        }
        if report.isTruncated {
            throw Failure(code: .limit, message: "a limit was hit; the result is only a part")
        }
    }

    /// Writes a report to the file, which then appears whole or not at all, or to standard output.
    private func write(_ report: Report) throws {
        do throws(FileError) {
            guard let output, output != "-" else {
                return try report.write(
                    as: resultFormat, style: output == nil ? .output : TerminalStyle(hasColour: false),
                    to: DescriptorSink.standardOutput)
            }
            let file = try AtomicFile(path: output)
            try report.write(as: resultFormat, style: TerminalStyle(hasColour: false), to: file)
            try file.commit(isDurable: false)
        } catch {
            throw Failure(error)
        }
    }
}
