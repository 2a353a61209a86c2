import ArgumentParser
import LinkChart

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

@main
struct LinkChartCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "linkchart",
        abstract:
            "Build, ask and draw graphs of actors, states and incidents, and of who claims what links them.",
        discussion: """
            A graph is read from what you have (tables, JSON, YAML, edge lists); every link keeps who claims it, \
            where and when. Results go to standard output or -o FILE, everything else to standard error.

            EXAMPLES
              linkchart info graph.linkchart.yaml
              linkchart paths graph.linkchart.yaml --from Afghanistan --to China
              linkchart rank links.csv --by betweenness --top 10 --format csv
              linkchart render graph.linkchart.yaml -o map.svg

            EXIT CODES
              0 done, also with an empty result, which says why it is empty
              64 usage    65 bad data    66 no such input    69 a part is missing
              70 our bug  73 cannot create the output  74 cannot read or write
              75 a limit was hit; what was found is printed, marked as truncated
            """,
        version: LinkChartVersion.current,
        subcommands: [
            Build.self, Check.self, Info.self, Rank.self, Paths.self, Components.self, Cuts.self,
            CommunitiesCommand.self, KeyPlayersCommand.self, Resolve.self, Render.self, StyleCommand.self,
            Convert.self,
            OntologyCommand.self, Doctor.self,
        ])

    static func main() {
        GraphvizWorker.serveIfAsked()
        // A file that grows beyond its limit is then an error of writing, not the end of the program.
        _ = signal(SIGXFSZ, SIG_IGN)
        Render.prepareIfAsked()
        do {
            var command = try parseAsRoot()
            if let computation = command as? any Computation { Deadline.begin(computation.execution.timeout) }
            try command.run()
        } catch let failure as Failure {
            complain(TerminalStyle.errors.red("error: ") + failure.message)
            exit(withError: ExitCode(failure.code.rawValue))
        } catch {
            exit(withError: error)
        }
    }
}
