extension GraphDrawing {
    /// Begins to load Graphviz and its fonts, and returns at once.
    ///
    /// That takes some 15 ms, as long as reading a small graph: whoever is going to draw can have it done
    /// meanwhile. Drawing works without it, and what fails here is told by whatever is drawn later.
    ///
    /// - Parameter isolation: where Graphviz is going to run; a worker's process is started.
    public static func prepare(isolation: GraphvizIsolation = .inProcess) {
        Task.detached(priority: .high) {
            switch isolation {
            case .inProcess: _ = try? await GraphvizEngine.run(sample)
            case .worker(let worker): try? await worker.start()
            }
        }
    }

    /// The least that makes Graphviz load its plugins and fonts.
    static let sample = GraphvizJob(
        dot: "digraph { n [pos=\"0,0\", label=\"Aa\", fontname=\"\(DotWriter.font)\"] }", engine: .nop2,
        formats: [.svg])
}
