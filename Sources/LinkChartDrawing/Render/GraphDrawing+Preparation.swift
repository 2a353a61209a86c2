extension GraphDrawing {
    /// Begins to load Graphviz and its fonts, and returns at once.
    ///
    /// That takes some 15 ms, as long as reading a small graph: whoever is going to draw can have it done
    /// meanwhile. Drawing works without it, and what fails here is told by whatever is drawn later.
    public static func prepare() {
        let sample = "digraph { n [pos=\"0,0\", label=\"Aa\", fontname=\"\(DotWriter.font)\"] }"
        Task.detached(priority: .high) {
            _ = try? await GraphvizEngine.render(dot: sample, engine: .nop2, format: .svg)
        }
    }
}
