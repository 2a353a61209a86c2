internal import LinkChartModel

/// What a link does, as far as colour, dash and arrowhead tell it: the groups of relations that look alike.
enum LinkFamily: String, Sendable, CaseIterable {
    case hostile, support, movement, incident, information, policy, structure, summary

    /// The family of a relation: by its polarity where that is hostile, else by its group; a user's own groups
    /// by polarity and flow.
    init(_ relation: RelationDefinition) {
        if relation.isSummary {
            self = .summary
            return
        }
        switch relation.group {
        case "structure": self = .structure
        case "information": self = .information
        case "policy": self = .policy
        case _ where relation.polarity == .hostile: self = .hostile
        case "support": self = .support
        case "movement": self = .movement
        case "incident role": self = .incident
        default: self = relation.polarity == .cooperative ? .support : .structure
        }
    }

    /// Whether something of consequence crosses a border with such a link, so that it is drawn thick.
    var carriesThreat: Bool {
        switch self {
        case .hostile, .support, .movement, .incident, .summary: true
        case .information, .policy, .structure: false
        }
    }

    /// What the legend calls it.
    var legend: String {
        switch self {
        case .hostile: "attacks, harms"
        case .support: "hosts, supports"
        case .movement: "moves, uses"
        case .incident: "part in an incident"
        case .information: "warns, reports"
        case .policy: "pledges, policy"
        case .structure: "belongs to, comes from"
        case .summary: "author\u{2019}s conclusion"
        }
    }

    /// How it is drawn.
    var style: LinkStyle {
        var style = look
        style.legend = legend
        return style
    }

    private var look: LinkStyle {
        switch self {
        case .hostile:
            LinkStyle(line: Inks.vermillion, text: Inks.vermillionText, arrow: "normal", width: 1.4)
        case .support: LinkStyle(line: Inks.green, text: Inks.green, arrow: "box")
        case .movement: LinkStyle(line: Inks.purple, text: Inks.purple, dash: .dashed, arrow: "diamond")
        case .incident: LinkStyle(line: Inks.orange, text: Inks.orangeText, arrow: "dot")
        case .information: LinkStyle(line: Inks.blue, text: Inks.blue, dash: .dashed, arrow: "vee")
        case .policy: LinkStyle(line: Inks.slate, text: Inks.slate, dash: .dashed, arrow: "onormal")
        case .structure: LinkStyle(line: Inks.grey, text: Inks.greyText, arrow: "vee", width: 0.9)
        case .summary:
            LinkStyle(line: Inks.vermillion, text: Inks.vermillionText, dash: .dotted, arrow: "onormal")
        }
    }
}

/// How a link is drawn.
struct LinkStyle: Sendable, Hashable {
    enum Dash: String, Sendable, CaseIterable {
        case solid, dashed, dotted
    }

    var line: Ink
    var text: Ink
    var dash = Dash.solid
    /// Graphviz's name of the arrowhead.
    var arrow: String
    /// In points.
    var width = 1.1
    /// In points.
    var fontSize = DotWriter.linkSize
    /// What its text is made of; nil for its relations.
    var label: LabelTemplate?
    /// What the legend calls it.
    var legend = ""

    /// The same arrowhead, hollow.
    var hollowArrow: String {
        switch arrow {
        case "normal", "box", "diamond", "dot", "inv": "o" + arrow
        case "vee": "onormal"
        default: arrow
        }
    }
}
