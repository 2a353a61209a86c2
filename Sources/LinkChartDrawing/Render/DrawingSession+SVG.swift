internal import LinkChartModel

extension DrawingSession {
    func treated(_ svg: [UInt8]) throws(SVGError) -> [UInt8] {
        var texts: [String: String] = [:]
        for node in chart.nodes { texts[node.id] = node.tooltip }
        for link in chart.links { texts[link.id] = link.tooltip }
        for box in chart.boxes { texts[box.id] = box.tooltip }
        let treatment = SVGTreatment(
            title: chart.title.isEmpty ? "Link chart" : chart.title, description: description, texts: texts,
            theme: SVGTheme(writer.palette, ownInks: writer.looks.ownInks),
            badges: layout.map { writer.badges($0) } ?? [:])
        return try treatment.apply(to: svg)
    }

    /// The picture in a few sentences, for those who can't see it.
    var description: String {
        let kinds = Dictionary(grouping: chart.nodes, by: \.kind).sorted { $0.key < $1.key }
            .map { "\(words(ofName: graph.ontology[$0.key].name)): \($0.value.count)" }
        let territories = chart.boxes.filter { [.state, .region, .organisation].contains($0.sort) }.map(
            \.title)
        let communities = chart.boxes.count { $0.sort == .community }
        var text = "A link chart of \(chart.nodes.count) nodes (\(kinds.joined(separator: ", "))) "
        text += "and \(chart.links.count) links"
        if !territories.isEmpty { text += ", boxed by territory: \(territories.joined(separator: ", "))" }
        if communities > 0 { text += ", boxed by community: \(communities) of them" }
        text += "."
        let leftOut = chart.omissions.leftOut
        if !leftOut.isEmpty { text += " Left out: \(leftOut.joined(separator: "; "))." }
        return text
    }
}
