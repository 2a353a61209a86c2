internal import LinkChartModel

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Writes a ``Chart`` as DOT: bare for measuring and for Graphviz's own engines, or with everything in its place.
struct DotWriter {
    var chart: Chart
    let ontology: Ontology
    let palette: Palette
    /// What a style file says.
    var looks = ChartLooks()
    /// The legend's markup; nil for none.
    var legend: String?
    /// What is drawn behind everything, in Graphviz's language xdot; nil for nothing.
    var background: String?
    /// Whether tooltips are written too. SVG gets them afterwards, bitmaps have none.
    var writesTooltips = false

    /// Fonts that together have all scripts; the first is what sizes are made for.
    static let font = "Noto Sans,DejaVu Sans,sans-serif"
    static let nameSize = 11.0
    static let detailSize = 9.0
    static let linkSize = 9.0
    /// The size of boxes' titles: the more nodes, the larger the page, and the further away it is seen from.
    let titleSize: Double

    init(
        chart: Chart, ontology: Ontology, theme: DrawingOptions.Theme = .light,
        looks: ChartLooks = ChartLooks()
    ) {
        self.chart = chart
        self.ontology = ontology
        palette = Palette(theme)
        self.looks = looks
        titleSize = chart.nodes.count > 600 ? 18 : chart.nodes.count > 150 ? 13 : 10.5
    }

    func hex(_ ink: Ink) -> String { palette.hex(ink) }

    func style(of node: ChartNode) -> KindStyle {
        var style = looks.nodes[node.id] ?? .of(ontology[node.kind])
        guard node.isGroup else { return style }
        style = style.ofGroup
        style.scale *= node.scale
        return style
    }

    func style(of link: ChartLink) -> LinkStyle { looks.links[link.id] ?? link.family.style }

    /// The width and height of a node that is drawn as a dot, in points.
    func dotSize(of node: ChartNode) -> Double { node.dotSize * style(of: node).scale }

    /// Graphviz's name of the shape that a node is drawn as. Dots of middling size keep their kind's.
    func outlineShape(of node: ChartNode) -> String {
        let shape = style(of: node).shape
        guard node.isDot else { return shape }
        let isPlain = ["box", "hexagon", "ellipse", "octagon"].contains(shape)
        return node.dotSize >= 7 && isPlain ? shape : "circle"
    }

    // MARK: - Texts

    /// A node's text with smaller details, stacked names set off by rules.
    func markup(_ node: ChartNode) -> String {
        let isFaded = node.emphasis == .faded
        let style = style(of: node)
        // Details of a text in a colour of its own are of that colour too.
        let usual = style.text == Inks.text ? Inks.detail : style.text
        let (ink, detail) = (
            hex(isFaded ? Inks.fadedText : style.text), hex(isFaded ? Inks.fadedText : usual)
        )
        let detailSize = Self.detailSize * style.fontSize / Self.nameSize * style.scale
        func line(_ line: LabelLine) -> String {
            switch line.role {
            case .name: DotEscaping.htmlText(line.text)
            case .detail:
                "<FONT POINT-SIZE=\"\(dotNumber(detailSize))\" COLOR=\"\(detail)\">"
                    + DotEscaping.htmlText(line.text) + "</FONT>"
            }
        }
        var items: [[String]] = []
        for text in node.label {
            if text.startsItem || items.isEmpty { items.append([]) }
            items[items.count - 1].append(line(text))
        }
        let cells = items.map { $0.joined(separator: "<BR/>") }
        guard cells.count > 1 else {
            return "<FONT COLOR=\"\(ink)\">\(cells.first ?? "")</FONT>"
        }
        let rows = cells.map { "<TR><TD><FONT COLOR=\"\(ink)\">\($0)</FONT></TD></TR>" }
        let rule = hex(isFaded ? Inks.fadedBorder : style.border)
        return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\" COLOR=\"\(rule)\">"
            + rows.joined(separator: "<HR/>") + "</TABLE>"
    }

    /// A link's text on a ground that interrupts the line.
    func markup(_ lines: [String], link: ChartLink, ground: Ink) -> String {
        let ink =
            switch link.emphasis {
            case .faded: Inks.fadedText
            case .normal, .strong: style(of: link).text
            }
        let text = lines.map(DotEscaping.htmlText).joined(separator: "<BR/>")
        return
            "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\" BGCOLOR=\"\(hex(ground))\">"
            + "<TR><TD><FONT COLOR=\"\(hex(ink))\">\(text)</FONT></TD></TR></TABLE>"
    }

    func markup(_ box: ChartBox) -> String {
        let ink = hex(box.emphasis == .faded ? Inks.fadedText : Inks.boxTitle)
        let count =
            box.count == 0
            ? ""
            : "<FONT COLOR=\"\(hex(box.emphasis == .faded ? Inks.fadedText : Inks.detail))\"> \u{00B7} \(box.count)</FONT>"
        return "<FONT COLOR=\"\(ink)\">" + DotEscaping.htmlText(box.title.uppercased()) + "</FONT>" + count
    }

    // MARK: - Attributes

    func nodeAttributes(_ node: ChartNode) -> DotAttributes {
        let style = style(of: node)
        let isFaded = node.emphasis == .faded
        var attributes = DotAttributes()
        attributes.quoted("id", node.id)
        attributes.quoted("class", node.classes.joined(separator: " "))
        if node.isDot {
            attributes.quoted("label", "")
        } else {
            attributes.html("label", markup(node))
        }
        if writesTooltips { attributes.tooltip("tooltip", node.tooltip) }
        attributes.plain("shape", outlineShape(of: node))
        var styles = ["filled"]
        if style.isRounded { styles.append("rounded") }
        if style.dash != .solid { styles.append(style.dash.rawValue) }
        attributes.quoted("style", styles.joined(separator: ","))
        attributes.quoted("fillcolor", hex(isFaded ? Inks.fadedFill : style.fill))
        attributes.quoted("color", hex(isFaded ? Inks.fadedBorder : style.border))
        let border = node.isDot ? min(style.borderWidth, node.dotSize / 9) : style.borderWidth
        attributes.number("penwidth", node.emphasis == .strong ? border + 1.2 : border)
        if node.isDot {
            let size = dotInches(dotSize(of: node))
            attributes.plain("width", size)
            attributes.plain("height", size)
            return attributes
        }
        if style.outlines > 1 { attributes.plain("peripheries", "\(style.outlines)") }
        attributes.quoted("margin", margin(of: style))
        for (name, value) in sizes(of: style) { attributes.number(name, value) }
        return attributes
    }

    private func margin(of style: KindStyle) -> String {
        "\(dotNumber(style.margin.x * style.scale / 72)),\(dotNumber(style.margin.y * style.scale / 72))"
    }

    /// What differs from the sizes that all nodes have.
    private func sizes(of style: KindStyle) -> [(String, Double)] {
        guard style.fontSize != Self.nameSize || style.scale != 1 else { return [] }
        return [
            ("fontsize", style.fontSize * style.scale), ("height", 0.28 * style.scale),
            ("width", 0.4 * style.scale),
        ]
    }

    func linkAttributes(_ link: ChartLink) -> DotAttributes {
        let style = style(of: link)
        let isFaded = link.emphasis == .faded
        var attributes = DotAttributes()
        if link.isQuiet {
            attributes.quoted("id", link.id)
            attributes.quoted("class", (link.classes + ["quiet"]).joined(separator: " "))
            if writesTooltips { attributes.tooltip("edgetooltip", link.tooltip) }
            // A colour that a style file gives it stays.
            let line = style.line == link.family.style.line ? Inks.quietLine : style.line
            attributes.quoted("color", hex(isFaded ? Inks.fadedLine : line))
            attributes.number("penwidth", width(of: link))
            attributes.plain("arrowhead", "none")
            return attributes
        }
        attributes.quoted("id", link.id)
        attributes.quoted("class", link.classes.joined(separator: " "))
        if writesTooltips { attributes.tooltip("edgetooltip", link.tooltip) }
        attributes.quoted("color", hex(isFaded ? Inks.fadedLine : style.line))
        let dash = link.isEstablished ? style.dash : .dashed
        if dash != .solid { attributes.plain("style", dash.rawValue) }
        attributes.number("penwidth", width(of: link))
        switch link.heads {
        case .none: attributes.plain("arrowhead", "none")
        case .head:
            attributes.plain("arrowhead", link.isEstablished ? style.arrow : style.hollowArrow)
        }
        attributes.number("arrowsize", arrowSize(of: link))
        if style.fontSize != Self.linkSize { attributes.number("fontsize", style.fontSize) }
        return attributes
    }

    func width(of link: ChartLink) -> Double {
        if link.isQuiet { return chart.nodes.count > 5000 ? 0.25 : 0.6 }
        if link.span != nil { return link.ribbonWidth }
        var width = style(of: link).width
        if link.isThick { width = max(2.2, width + 1) }
        if link.emphasis == .strong { width += 1.2 }
        return width
    }

    func arrowSize(of link: ChartLink) -> Double {
        if link.span != nil { return 0.55 + 0.09 * width(of: link) }
        return link.isThick || link.emphasis == .strong ? 0.75 : 0.65
    }

    /// How far an arrowhead reaches, in points.
    func arrowLength(of link: ChartLink) -> Double {
        guard link.heads == .head, !link.isQuiet else { return 0 }
        let factor: Double =
            switch style(of: link).arrow {
            case "none": 0
            case "tee": 0.25
            case "box", "obox": 0.75
            case "diamond", "odiamond": 1.2
            case "dot", "odot": 0.8
            default: 1
            }
        return 10 * arrowSize(of: link) * factor
    }

    func boxAttributes(_ box: ChartBox) -> DotAttributes {
        var attributes = DotAttributes()
        attributes.quoted("id", box.id)
        attributes.quoted("class", "box-\(box.sort.rawValue)")
        attributes.html("label", markup(box))
        if writesTooltips { attributes.tooltip("tooltip", box.tooltip) }
        attributes.quoted("style", "rounded,filled")
        attributes.quoted("color", hex(box.emphasis == .faded ? Inks.fadedBorder : Inks.boxBorder))
        attributes.quoted("fillcolor", hex(ground(of: box)))
        attributes.number("fontsize", titleSize)
        return attributes
    }

    /// What a box is filled with.
    func ground(of box: ChartBox) -> Ink { box.sort == .region ? Inks.regionFill : Inks.boxFill }

    // MARK: - Documents

    /// The graph's, nodes' and edges' common attributes.
    func head(_ more: DotAttributes = DotAttributes()) -> String {
        var graph = DotAttributes()
        graph.quoted("id", "linkchart")
        graph.quoted("class", "linkchart")
        graph.quoted("fontname", Self.font)
        graph.number("fontsize", Self.nameSize)
        graph.quoted("bgcolor", hex(Inks.canvas))
        graph.plain("pad", "0.2")
        graph.plain("outputorder", "edgesfirst")
        graph.plain("charset", "\"UTF-8\"")
        if let background { graph.quoted("_background", background) }
        if let legend {
            graph.html("label", legend)
            graph.plain("labelloc", "b")
            graph.plain("labeljust", "l")
        }
        var text = "digraph linkchart {\n"
        text += "graph \(graph.list);\n"
        if !more.isEmpty { text += "graph \(more.list);\n" }
        text += "node [fontname=\"\(Self.font)\", fontsize=\(dotNumber(Self.nameSize)), "
        text += "height=0.28, width=0.4, target=\"_blank\"];\n"
        text += "edge [fontname=\"\(Self.font)\", fontsize=\(dotNumber(Self.linkSize))];\n"
        return text
    }

    /// A document that only serves to measure: every node but dots, every title and every label once, nothing in
    /// place.
    func measuring(labels: [[String]]) -> String {
        var text = head()
        for (number, node) in chart.nodes.enumerated() where !node.isDot {
            text += "n\(number) [label=<\(markup(node))>, pos=\"0,0\", \(shape(of: node))];\n"
        }
        for (number, box) in chart.boxes.enumerated() {
            text += "b\(number) [label=<\(markup(box))>, pos=\"0,0\", shape=plaintext, margin=0, width=0, "
            text += "height=0, fontsize=\(dotNumber(titleSize))];\n"
        }
        let fontSizes = labelSizes
        for (number, lines) in labels.enumerated() {
            text +=
                "l\(number) [label=<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"><TR><TD>"
            text += lines.map(DotEscaping.htmlText).joined(separator: "<BR/>")
            text += "</TD></TR></TABLE>>, pos=\"0,0\", shape=plaintext, margin=0, width=0, height=0, "
            text += "fontsize=\(dotNumber(fontSizes[lines] ?? Self.linkSize))];\n"
        }
        return text + "}\n"
    }

    private func shape(of node: ChartNode) -> String {
        let style = style(of: node)
        var attributes = "shape=\(style.shape), peripheries=\(style.outlines)"
        attributes += ", margin=\"\(margin(of: style))\""
        for (name, value) in sizes(of: style) { attributes += ", \(name)=\(dotNumber(value))" }
        return attributes
    }

    /// The size of letters of link labels that differ from the usual; of those that occur in several the largest.
    private var labelSizes: [[String]: Double] {
        var sizes: [[String]: Double] = [:]
        guard !looks.links.isEmpty else { return sizes }
        for link in chart.links {
            let size = style(of: link).fontSize
            for lines in LabelPlacer.shapes(of: link) { sizes[lines] = max(sizes[lines] ?? 0, size) }
        }
        return sizes
    }
}
