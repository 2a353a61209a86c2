import ArgumentParser

@main
struct LinkChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "linkchart")
}
