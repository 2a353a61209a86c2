import ArgumentParser
import LinkChart

struct Doctor: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Say what works on this machine: Graphviz, its plugins, its worker process, fonts for the scripts of names.",
        discussion: """
            Exit code 0 if pictures can be drawn, 69 if a part is missing that this needs.

            EXAMPLES
              linkchart doctor
              linkchart doctor --format json

            JSON: [{check, status, detail, remedy}] with status ok, warning or missing
            """)

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() throws {
        let findings = MachineCheck.all() + [MachineCheck.worker()]
        var table = TextTable(["check", "status", "detail", "remedy"].map { .init(name: $0) })
        var objects: [AttributeValue] = []
        for finding in findings {
            table.rows.append([
                .init(finding.check), .init(finding.status.rawValue), .init(finding.detail),
                .init(finding.remedy ?? ""),
            ])
            objects.append([
                "check": .string(finding.check), "status": .string(finding.status.rawValue),
                "detail": .string(finding.detail), "remedy": finding.remedy.map { .string($0) } ?? .null,
            ])
        }
        try output.print(Report(json: .tree(.list(objects)), table: table))
        if findings.contains(where: { $0.status == .missing }) {
            throw ExitCode(Failure.Code.missingPart.rawValue)
        }
    }
}
