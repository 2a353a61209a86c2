internal import LinkChartModel

/// How nodes of a kind look.
struct KindStyle: Sendable, Hashable {
    /// Graphviz's name of the shape.
    var shape: String
    var fill: Ink
    var border: Ink
    /// In points.
    var borderWidth = 1.2
    var isRounded = false
    /// Outlines drawn around each other: two for what stands for many.
    var outlines = 1
    var dash = LinkStyle.Dash.solid
    /// What the legend calls it.
    var legend: String
    /// Space between text and shape in points.
    var margin = Margin(x: 6, y: 3.5)
    /// The text's colour.
    var text = Inks.text
    /// In points.
    var fontSize = DotWriter.nameSize
    /// How much larger than usual it is drawn, text and all.
    var scale = 1.0
    /// A small picture at its corner, where the format can draw one.
    var icon: StyleIcon?
    /// What its text is made of; nil for its name and what is known of it.
    var label: LabelTemplate?
    /// What is drawn later covers what was drawn before; the greater, the later.
    var order = 0

    var isDashed: Bool { dash == .dashed }

    /// The style of a whole group on a map, in the colours of the kind it stands for.
    var ofGroup: KindStyle {
        var style = self
        style.shape = "box"
        style.isRounded = true
        style.dash = .solid
        style.outlines = 1
        style.margin = Margin(x: 9, y: 6)
        return style
    }

    /// Space across and down, in points.
    struct Margin: Hashable, Sendable {
        var x: Double
        var y: Double
    }
}

extension KindStyle {
    /// The style of each built-in kind, by name.
    static let builtin: [String: KindStyle] = [
        "State": KindStyle(
            shape: "box", fill: Inks.blueTint, border: Inks.blue, borderWidth: 2.2, legend: "state"),
        "Region": KindStyle(shape: "box", fill: Inks.yellowTint, border: Inks.yellow, legend: "region"),
        "Place": KindStyle(shape: "house", fill: Inks.yellowTint, border: Inks.yellow, legend: "place"),
        "Actor": KindStyle(
            shape: "hexagon", fill: Inks.vermillionTint, border: Inks.vermillion, legend: "actor",
            margin: .init(x: 2, y: 3)),
        "Organisation": KindStyle(
            shape: "box", fill: Inks.greenTint, border: Inks.green, isRounded: true, legend: "organisation"),
        "Person": KindStyle(
            shape: "ellipse", fill: Inks.purpleTint, border: Inks.purple, legend: "person",
            margin: .init(x: 0, y: 0)),
        "Population": KindStyle(
            shape: "ellipse", fill: Inks.purpleTint, border: Inks.purple, borderWidth: 1, outlines: 2,
            legend: "group of people", margin: .init(x: 0, y: 0)),
        "Incident": KindStyle(
            shape: "octagon", fill: Inks.orangeTint, border: Inks.orange, borderWidth: 1.8,
            legend: "incident", margin: .init(x: 1, y: 0)),
        "Campaign": KindStyle(
            shape: "octagon", fill: Inks.orangeTint, border: Inks.orange, borderWidth: 1.2, outlines: 2,
            legend: "campaign", margin: .init(x: 1, y: 0)),
        "Means": KindStyle(shape: "cylinder", fill: Inks.greyTint, border: Inks.grey, legend: "means"),
        "Document": KindStyle(shape: "note", fill: Inks.paper, border: Inks.slate, legend: "document"),
        "Proposition": KindStyle(
            shape: "box", fill: Inks.paper, border: Inks.slate, isRounded: true, dash: .dashed,
            legend: "disputed statement"),
        "Pledge": KindStyle(shape: "tab", fill: Inks.paper, border: Inks.slate, legend: "pledge"),
        "Proposal": KindStyle(
            shape: "tab", fill: Inks.paper, border: Inks.slate, dash: .dashed, legend: "proposal"),
        "Entity": KindStyle(shape: "box", fill: Inks.greyTint, border: Inks.grey, legend: "entity"),
    ]

    /// The style of a kind: its own, or for a user's kind that of the abstract kind it belongs to, under its
    /// own name.
    static func of(_ kind: KindDefinition) -> KindStyle {
        if let style = builtin[kind.name] { return style }
        let model =
            if kind.abstract.contains("Agent") {
                "Actor"
            } else if kind.abstract.contains("Event") {
                "Incident"
            } else if kind.abstract.contains("Territory") {
                "Place"
            } else {
                "Entity"
            }
        // Every name above is a key of the table.
        var style =
            builtin[model] ?? KindStyle(shape: "box", fill: Inks.greyTint, border: Inks.grey, legend: "")
        style.legend = words(ofName: kind.name)
        return style
    }
}
