internal import LinkChart

extension Render {
    /// The worker of a drawing without a time limit of its own.
    static let worker = GraphvizWorker()

    /// Starts the worker if a drawing is asked for: loading Graphviz and its fonts takes longer than reading arguments and
    /// a small graph, which can be done meanwhile.
    static func prepareIfAsked() {
        let arguments = CommandLine.arguments.dropFirst()
        guard arguments.first == "render",
            !arguments.contains(where: { $0 == "-h" || $0.hasPrefix("--help") || $0.hasPrefix("--timeout") })
        else { return }
        GraphDrawing.prepare(isolation: .worker(worker))
    }
}
