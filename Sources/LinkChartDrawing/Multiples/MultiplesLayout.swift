internal import LinkChartModel

/// Repeats one layout in a grid of panels, each with what holds in its facet; the rest is shown as faint dots, so that
/// the eye finds the same node at the same place.
struct MultiplesLayout {
    /// How much smaller than usual nodes are drawn.
    static let scale = 0.8

    private(set) var chart: Chart
    private(set) var layout: ChartLayout
    private(set) var looks: ChartLooks
    private var panels: [(title: String, frame: Rectangle)] = []

    private static let gap = 18.0
    private static let head = 24.0

    init(_ chart: Chart, layout: ChartLayout, looks: ChartLooks, facets: [Facets.Facet], writer: DotWriter) {
        self.chart = chart
        self.layout = layout
        self.looks = ChartLooks(scales: looks.scales)
        self.chart.nodes = []
        self.chart.links = []
        self.chart.boxes = []
        self.layout.nodes = []
        self.layout.boxes = []
        self.layout.titles = []
        self.layout.courses = []
        self.layout.labels = []
        let panel = GraphLayout.Size(
            width: max(180, layout.size.width) + 12, height: layout.size.height + Self.head + 8)
        let columns = Self.columns(count: facets.count, panel)
        for (number, facet) in facets.enumerated() {
            let origin = GraphLayout.Point(
                x: Double(number % columns) * (panel.width + Self.gap),
                y: Double(number / columns) * (panel.height + Self.gap))
            panels.append(
                (
                    facet.title,
                    Rectangle(
                        minX: origin.x, minY: origin.y, maxX: origin.x + panel.width,
                        maxY: origin.y + panel.height)
                ))
            add(
                chart, layout, facet, number,
                shift: origin + GraphLayout.Point(x: 6, y: Self.head), writer)
        }
        let rows = (facets.count + columns - 1) / columns
        self.layout.size = GraphLayout.Size(
            width: Double(min(columns, max(1, facets.count))) * (panel.width + Self.gap) - Self.gap,
            height: max(0, Double(rows) * (panel.height + Self.gap) - Self.gap))
    }

    /// So many that the whole is a little wider than high.
    private static func columns(count: Int, _ panel: GraphLayout.Size) -> Int {
        var best = (columns: 1, error: Double.infinity)
        for columns in 1...max(1, count) {
            let rows = (count + columns - 1) / columns
            let aspect = Double(columns) * panel.width / (Double(rows) * panel.height)
            let error = abs(logarithm(aspect / 1.4)) + 0.04 * Double(columns * rows - count)
            if error < best.error - 1e-9 { best = (columns, error) }
        }
        return best.columns
    }

    private mutating func add(
        _ whole: Chart, _ placed: ChartLayout, _ facet: Facets.Facet, _ number: Int,
        shift: GraphLayout.Point, _ writer: DotWriter
    ) {
        let suffix = "-p\(number + 1)"
        let links = whole.links.enumerated().filter { $0.element.edges.contains(where: facet.edges.contains) }
        let present = Set(links.flatMap { [$0.element.tail, $0.element.head] })
        let (firstNode, firstBox) = (chart.nodes.count, chart.boxes.count)
        for (position, box) in whole.boxes.enumerated() {
            var box = box
            box.id += suffix
            box.parent = box.parent.map { $0 + firstBox }
            let isUsed = present.contains { whole.nodes[$0].box == position }
            if !isUsed { box.emphasis = .faded }
            chart.boxes.append(box)
            layout.boxes.append(placed.boxes[position]?.moved(x: shift.x, y: shift.y))
            layout.titles.append(placed.titles[position] + shift)
        }
        for (position, node) in whole.nodes.enumerated() {
            let style = writer.style(of: node)
            var node = node
            node.id += suffix
            node.box = node.box.map { $0 + firstBox }
            if !present.contains(position) {
                node.isDot = true
                node.emphasis = .faded
                node.classes.append("absent")
            }
            looks.nodes[node.id] = style
            chart.nodes.append(node)
            layout.nodes.append(placed.nodes[position].moved(x: shift.x, y: shift.y))
        }
        for (position, link) in links {
            let style = writer.style(of: link)
            var link = link
            link.id += suffix
            link.tail += firstNode
            link.head += firstNode
            link.edges = link.edges.filter(facet.edges.contains)
            looks.links[link.id] = style
            chart.links.append(link)
            let course = placed.courses[position]
            layout.courses.append(
                ChartLayout.Course(
                    curve: course.curve.map { $0 + shift }, tip: course.tip.map { $0 + shift }))
            layout.labels.append(nil)
        }
    }

    func background(_ palette: Palette, height: Double) -> String {
        var drawing = XDot(height: height, palette: palette)
        for panel in panels {
            drawing.line(width: 0.8)
            drawing.pen(Inks.legendBorder)
            drawing.rectangle(panel.frame, isFilled: false)
            drawing.label(
                truncated(panel.title, cells: 60),
                at: GraphLayout.Point(x: panel.frame.minX + 9, y: panel.frame.minY + 17), size: 13,
                ink: Inks.text)
        }
        return drawing.text
    }
}
