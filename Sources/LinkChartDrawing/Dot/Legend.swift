internal import LinkChartModel

/// What stands under a picture: its title, what shapes and lines mean as far as they occur, and what was left
/// out or folded.
struct Legend {
    let writer: DotWriter
    /// The engine's name and whatever else is to be said of the drawing itself.
    var notes: [String] = []

    /// How much larger than usual it is written, for pages that one sees from further away.
    private var scale = 1.0
    private var size: Double { 9 * scale }
    /// What a character of the legend takes on average, in points.
    private var cell: Double { 4.9 * scale }

    init(writer: DotWriter) { self.writer = writer }

    /// The markup for a page of a width in points.
    func markup(width: Double) -> String {
        var legend = self
        legend.scale = max(1, min(2, width / 1600))
        return legend.table(width: max(width, 420))
    }

    private func table(width: Double) -> String {
        var rows = ["<TR><TD ALIGN=\"LEFT\">\(heading)</TD></TR>"]
        let key = wrap(nodeItems, width: width) + wrap(lineItems, width: width)
        let widest = key.map(\.width).max() ?? 0
        for row in key {
            // Graphviz spreads a table over its cell; an empty cell takes up what is left instead.
            let rest = Int(max(1, widest - row.width))
            rows.append(
                "<TR><TD ALIGN=\"LEFT\"><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"3\" CELLPADDING=\"2\"><TR>"
                    + row.items.map(\.markup).joined() + "<TD WIDTH=\"\(rest)\"></TD></TR></TABLE></TD></TR>")
        }
        let lines = sentences.flatMap { filled($0, width: Int(width * 0.94 / cell) - 6) }
        if !lines.isEmpty {
            let text = lines.map { DotEscaping.htmlText($0) + "<BR ALIGN=\"LEFT\"/>" }.joined()
            rows.append(
                "<TR><TD ALIGN=\"LEFT\" BALIGN=\"LEFT\"><FONT POINT-SIZE=\"\(dotNumber(size))\" "
                    + "COLOR=\"\(writer.hex(Inks.detail))\">\(text)</FONT></TD></TR>")
        }
        return "<TABLE BORDER=\"1\" STYLE=\"ROUNDED\" COLOR=\"\(writer.hex(Inks.legendBorder))\" "
            + "BGCOLOR=\"\(writer.hex(Inks.canvas))\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"2\">"
            + rows.joined() + "</TABLE>"
    }

    private var heading: String {
        let title = writer.chart.title.isEmpty ? "Link chart" : truncated(writer.chart.title, cells: 120)
        let ink = writer.hex(Inks.text)
        return
            "<FONT POINT-SIZE=\"\(dotNumber(12 * scale))\" COLOR=\"\(ink)\"><B>\(DotEscaping.htmlText(title))</B></FONT>"
            + "<FONT POINT-SIZE=\"\(dotNumber(10 * scale))\" COLOR=\"\(writer.hex(Inks.detail))\">  \u{2014} \(DotEscaping.htmlText(standing))</FONT>"
    }

    /// Whose word the picture is.
    private var standing: String {
        let (claims, claimants) = (writer.chart.claims, writer.chart.claimants)
        guard claims > 0 else { return "links as the data states them" }
        let by = claimants == 0 ? "" : " by \(claimants) claimant\(claimants == 1 ? "" : "s")"
        return "claims, not findings: \(claims) claim\(claims == 1 ? "" : "s")\(by)"
    }

    // MARK: - The key

    private struct Item {
        var markup: String
        var width: Double
    }

    private var nodeItems: [Item] {
        nodeStyles.prefix(16).map { style in
            let text = " \(DotEscaping.htmlText(truncated(style.legend, cells: 30))) "
            let rounded = style.isRounded || style.shape == "ellipse" ? " STYLE=\"ROUNDED\"" : ""
            let cell =
                "<TD BORDER=\"\(style.borderWidth > 2 ? 2 : 1)\"\(rounded) COLOR=\"\(writer.hex(style.border))\" "
                + "BGCOLOR=\"\(writer.hex(style.fill))\">\(font(text, style.text))</TD>"
            return Item(markup: cell, width: Double(cellWidth(of: style.legend)) * self.cell + 18)
        }
    }

    /// The looks that occur, once each, in the order of kinds.
    private var nodeStyles: [KindStyle] {
        struct Key: Hashable {
            var shape: String
            var legend: String
            var inks: [Ink]
        }
        var found: [KindID: [KindStyle]] = [:]
        var seen: Set<Key> = []
        for node in writer.chart.nodes where !node.label.isEmpty || node.isDot {
            // A community's colour is that of most of its members, which says little of the rest.
            if node.classes.contains("group-community") { continue }
            // Without a style file all nodes of a kind look the same.
            if writer.looks.nodes.isEmpty, found[node.kind] != nil { continue }
            let style = writer.style(of: node)
            let inks = writer.looks.nodes.isEmpty ? [] : [style.fill, style.border]
            if seen.insert(Key(shape: style.shape, legend: style.legend, inks: inks)).inserted {
                found[node.kind, default: []].append(style)
            } else if found[node.kind] == nil {
                found[node.kind] = []
            }
        }
        return found.sorted { $0.key < $1.key }.flatMap(\.value)
    }

    /// The looks of links that occur, once each, in the order of families.
    private var linkStyles: [LinkStyle] {
        struct Key: Hashable {
            var line: Ink
            var dash: LinkStyle.Dash
            var arrow: String
            var legend: String
        }
        var found: [LinkFamily: [LinkStyle]] = [:]
        var seen: Set<Key> = []
        for link in writer.chart.links where !link.isQuiet {
            if writer.looks.links.isEmpty, found[link.family] != nil { continue }
            let style = writer.style(of: link)
            let key = Key(line: style.line, dash: style.dash, arrow: style.arrow, legend: style.legend)
            if seen.insert(key).inserted { found[link.family, default: []].append(style) }
        }
        return LinkFamily.allCases.flatMap { found[$0] ?? [] }
    }

    private var lineItems: [Item] {
        var items: [Item] = []
        for style in linkStyles.prefix(16) {
            let glyph =
                (style.dash == .solid ? "\u{2501}" : "\u{254C}")
                + Self.glyphs[style.arrow, default: "\u{25B6}"]
            let text = truncated(style.legend, cells: 40)
            items.append(
                line(
                    font(DotEscaping.htmlText(glyph), style.line)
                        + font("\u{A0}" + DotEscaping.htmlText(text), Inks.text),
                    text, glyph))
        }
        if writer.chart.links.contains(where: \.isThick) {
            items.append(
                line(
                    "<B>\(font("thick", Inks.text))</B>" + font(": crosses a border", Inks.text),
                    "thick: crosses a border", ""))
        }
        if writer.chart.links.contains(where: { !$0.isEstablished }) {
            items.append(
                line(
                    font("\u{254C}\u{25B7}", Inks.grey) + font("\u{A0}hollow: not established", Inks.text),
                    "hollow: not established", "  "))
        }
        for words in writer.looks.scales.prefix(6) {
            let text = truncated(words, cells: 60)
            items.append(line(font(DotEscaping.htmlText(text), Inks.detail), text, ""))
        }
        return items
    }

    private static let glyphs = [
        "normal": "\u{25B6}", "box": "\u{25A0}", "diamond": "\u{25C6}", "dot": "\u{25CF}", "vee": ">",
        "onormal": "\u{25B7}", "obox": "\u{25A1}", "odiamond": "\u{25C7}", "odot": "\u{25CB}",
        "inv": "\u{25C0}", "oinv": "\u{25C1}", "tee": "\u{2503}", "crow": "<", "none": "",
    ]

    private func line(_ markup: String, _ text: String, _ glyph: String) -> Item {
        Item(
            markup: "<TD>\(markup)</TD>",
            width: Double(cellWidth(of: text) + 2 * glyph.count) * cell + 10)
    }

    /// - Parameter text: markup.
    private func font(_ text: String, _ ink: Ink) -> String {
        "<FONT POINT-SIZE=\"\(dotNumber(size))\" COLOR=\"\(writer.hex(ink))\">\(text)</FONT>"
    }

    private func wrap(_ items: [Item], width: Double) -> [(items: [Item], width: Double)] {
        var rows: [(items: [Item], width: Double)] = []
        for item in items {
            if rows.isEmpty || rows[rows.count - 1].width + item.width + 3 > width - 20 {
                rows.append(([], 0))
            }
            rows[rows.count - 1].items.append(item)
            rows[rows.count - 1].width += item.width + 3
        }
        return rows
    }

    /// Breaks a text into lines that are each as full as can be.
    private func filled(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, cellWidth(of: last) + 1 + cellWidth(of: word) <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }

    // MARK: - What is not drawn by itself

    private var sentences: [String] {
        let omissions = writer.chart.omissions
        var sentences: [String] = []
        var told: [String] = []
        if omissions.toldByBoxes > 0 {
            let relations = omissions.boxRelations.prefix(6).joined(separator: ", ")
            told.append(
                "boxes stand for \(omissions.toldByBoxes) links (\(relations)\(omissions.boxRelations.count > 6 ? ", \u{2026}" : ""))"
            )
        }
        if omissions.mergedLinks > 0 {
            told.append("\(omissions.mergedLinks) links share a line with another")
        }
        if omissions.stacked > 0 { told.append("stacked names share their links") }
        if omissions.absorbed > 0 {
            told.append(
                "\(omissions.absorbed) node\(omissions.absorbed == 1 ? " is" : "s are") named within another")
        }
        if omissions.foldedDocuments > 0 {
            told.append("what \(omissions.foldedDocuments) documents say, their publishers say")
        }
        if omissions.ribbons > 0 {
            let links = "\(omissions.inRibbons) links between groups"
            told.append("\(omissions.ribbons) ribbons, numbered and wider for more, stand for \(links)")
        }
        if omissions.withinGroups > 0 {
            told.append("\(omissions.withinGroups) links are within groups")
        }
        if omissions.smallGroups > 0 {
            told.append("the \(omissions.smallGroups) smallest groups are drawn as one")
        }
        if omissions.unnamed > 0 {
            told.append("\(omissions.unnamed) nodes with few links are dots without names")
        }
        if omissions.unlabelled > 0 {
            told.append(
                "\(omissions.unlabelled) sort\(omissions.unlabelled == 1 ? "" : "s") of link found no room for words"
            )
        }
        if !told.isEmpty { sentences.append("In short form: " + told.joined(separator: "; ") + ".") }
        let leftOut = omissions.leftOut
        if !leftOut.isEmpty { sentences.append("Left out: " + leftOut.joined(separator: "; ") + ".") }
        return sentences + notes
    }
}
