/// The best of several pictures made of islands, as ``DrawingQuality`` judges them: other seeds, and links bundled or
/// straight.
///
/// How many are tried follows from the size alone, never from the clock, so that the same graph always gives the
/// same picture.
struct IslandPicture {
    let chart: Chart
    let sizes: ChartSizes
    let writer: DotWriter
    let options: DrawingOptions

    /// The layout with its courses.
    func layout() -> ChartLayout? {
        let tries: UInt64 = chart.nodes.count > 2_000 ? 1 : chart.nodes.count > 700 ? 2 : 4
        var best: (penalty: Double, layout: ChartLayout)?
        for seed in 1...tries {
            var layout = IslandLayout(chart, sizes: sizes, seed: seed).layout()
            let router = BundleRouter(chart: chart, layout: layout, writer: writer)
            var variants: [[ChartLayout.Course]] = []
            if options.bundlesLinks != false { variants.append(router.bundledCourses()) }
            if options.bundlesLinks != true { variants.append(router.straightCourses()) }
            for courses in variants {
                layout.courses = courses
                guard tries > 1 || variants.count > 1 else { return layout }
                let penalty = penalty(of: layout)
                if best.map({ penalty < $0.penalty }) ?? true { best = (penalty, layout) }
            }
        }
        return best?.layout
    }

    private func penalty(of layout: ChartLayout) -> Double {
        var geometry = DrawingGeometry(layout, chart: chart, titleSizes: sizes.titles, writer: writer)
        // What is hardly seen can hardly confuse.
        for (number, link) in chart.links.enumerated() where link.isQuiet {
            geometry.edges[number].course = []
        }
        return DrawingQuality(of: geometry, comparisonLimit: 5_000_000).penalty
    }
}
