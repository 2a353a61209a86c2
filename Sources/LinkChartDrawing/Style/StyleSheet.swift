/// How pictures look: rules that say which nodes and links have which colours, shapes, widths and words.
///
/// A rule says what it is for (`nodes` or `links`, with conditions that must all hold) and what it sets. **Order is
/// all**: rules apply from first to last, and of several that set the same property of the same thing the last
/// counts; no rule weighs more than another for being more special. A file's rules come after the built-in ones,
/// unless it says `extends: none`.
///
/// ```swift
/// let style = try StyleSheet(yaml: """
///     rules:
///       - links: {relation: funds}
///         stroke: "#7a1f5c"
///         width: {by: claims, from: 1, to: 5}
///     """)
/// options.style = style
/// ```
///
/// See <doc:StyleFiles> for everything a file may say.
public struct StyleSheet: Hashable, Sendable {
    /// What it is called.
    public var name: String
    /// The colours that go with it, where none are asked for; nil leaves the choice to the caller.
    public var theme: DrawingOptions.Theme?
    /// Whether the built-in rules come first.
    public var extendsBuiltin: Bool
    var rules: [StyleRule]
    /// Names of kinds and relations in the rules, which only a graph can tell right from wrong.
    var names: [StyleName] = []

    init(name: String, theme: DrawingOptions.Theme? = nil, extendsBuiltin: Bool, rules: [StyleRule]) {
        self.name = name
        self.theme = theme
        self.extendsBuiltin = extendsBuiltin
        self.rules = rules
    }

    public static func == (a: Self, b: Self) -> Bool {
        a.name == b.name && a.theme == b.theme && a.extendsBuiltin == b.extendsBuiltin && a.rules == b.rules
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(rules.count)
    }

    /// How many rules it has of its own.
    public var ruleCount: Int { rules.count }

    /// All rules in the order in which they apply.
    var cascade: [StyleRule] { extendsBuiltin ? Self.builtin.rules + rules : rules }

    /// The same with an icon at every node for which no rule says otherwise.
    var withIcons: StyleSheet {
        var sheet = self
        var rule = StyleRule(target: .nodes)
        rule.properties.icon = .automatic
        sheet.rules.insert(rule, at: 0)
        return sheet
    }

    /// The measures of nodes that its rules ask for, such as `betweenness`, sorted: whoever draws has to hand them over
    /// in ``DrawingOptions/measures``.
    public var measures: [String] {
        var names: Set<String> = []
        for rule in rules {
            names.formUnion(rule.condition.measures.map(\.name))
            for case .scaled(let scale)? in [rule.properties.size, rule.properties.width] {
                if case .measure(let name) = scale.by { names.insert(name) }
            }
            for case .measure(let name)? in rule.properties.label?.parts ?? [] { names.insert(name) }
        }
        return names.sorted()
    }
}

/// A name of a kind or relation that a rule mentions, with its place in the file.
struct StyleName: Hashable, Sendable {
    enum Sort: Sendable {
        case kind, relation
    }
    var sort: Sort
    var name: String
    /// `file:line:column`
    var place: String
}

/// What a rule is for and what it sets.
struct StyleRule: Hashable, Sendable {
    enum Target: String, Sendable, CaseIterable {
        case nodes, links
    }
    var target: Target
    var condition = StyleCondition()
    var properties = StyleProperties()
}

/// What must hold of a node or link for a rule to apply to it; everything that is given must hold.
struct StyleCondition: Hashable, Sendable {
    // Nodes.
    /// Concrete or abstract kinds, or subtypes behind a slash: any of them.
    var kinds: [String] = []
    /// Identifiers, names or aliases: any of them.
    var called: [String] = []
    var measures: [Named<StyleRange>] = []

    // Links.
    var relations: [String] = []
    var families: [LinkFamily] = []
    var polarities: [String] = []
    var modalities: [String] = []
    var confidence: StyleRange?
    var isEstablished: Bool?
    var isContested: Bool?
    var crossesBorder: Bool?

    // Both.
    var attributes: [Named<StyleTest>] = []
    var claims: StyleRange?

    struct Named<Value: Hashable & Sendable>: Hashable, Sendable {
        var name: String
        var value: Value
    }

    /// The condition in words for the legend; nil if there is none.
    var words: String? {
        var texts: [String] = []
        func list(_ names: [String]) {
            if !names.isEmpty {
                texts.append(names.map { LinkChartDrawing.words(ofName: $0) }.joined(separator: " or "))
            }
        }
        list(kinds)
        if !called.isEmpty { texts.append(called.joined(separator: " or ")) }
        list(relations)
        if !families.isEmpty { texts.append(families.map(\.legend).joined(separator: " or ")) }
        list(polarities)
        list(modalities)
        texts += attributes.map { "\(LinkChartDrawing.words(ofName: $0.name)) \($0.value.words)" }
        texts += measures.map { "\(LinkChartDrawing.words(ofName: $0.name)) \($0.value.words)" }
        if let claims { texts.append("claims \(claims.words)") }
        if let confidence { texts.append("confidence \(confidence.words)") }
        if let isEstablished { texts.append(isEstablished ? "established" : "not established") }
        if let isContested { texts.append(isContested ? "contested" : "not contested") }
        if let crossesBorder { texts.append(crossesBorder ? "crosses a border" : "within a border") }
        return texts.isEmpty ? nil : texts.joined(separator: ", ")
    }
}

/// Bounds of a number, each perhaps missing.
struct StyleRange: Hashable, Sendable {
    var atLeast: Double?
    var above: Double?
    var atMost: Double?
    var below: Double?

    func contains(_ value: Double) -> Bool {
        (atLeast.map { value >= $0 } ?? true) && (above.map { value > $0 } ?? true)
            && (atMost.map { value <= $0 } ?? true) && (below.map { value < $0 } ?? true)
    }

    /// Whether no number can lie within.
    var isEmpty: Bool {
        let low = max(atLeast ?? -.infinity, above ?? -.infinity)
        let high = min(atMost ?? .infinity, below ?? .infinity)
        if low < high { return false }
        return low > high || above == low || below == low
    }

    var words: String {
        [
            atLeast.map { "\u{2265} \(styleNumber($0))" }, above.map { "> \(styleNumber($0))" },
            atMost.map { "\u{2264} \(styleNumber($0))" }, below.map { "< \(styleNumber($0))" },
        ].compactMap { $0 }.joined(separator: " and ")
    }
}

/// What is asked of an attribute.
enum StyleTest: Hashable, Sendable {
    /// Its text is one of these, whatever the case of its letters.
    case isAny([String])
    case range(StyleRange)
    /// Whether there is one.
    case exists(Bool)

    var words: String {
        switch self {
        case .isAny(let texts): "is " + texts.joined(separator: " or ")
        case .range(let range): range.words
        case .exists(let exists): exists ? "known" : "not known"
        }
    }
}

/// What a rule sets; nil leaves it as it is.
struct StyleProperties: Hashable, Sendable {
    var fill: Ink?
    var stroke: Ink?
    var text: Ink?
    var shape: String?
    var icon: IconChoice?
    var dash: LinkStyle.Dash?
    var arrowhead: String?
    var width: StyleAmount?
    var outlines: Int?
    var isRounded: Bool?
    var margin: KindStyle.Margin?
    var size: StyleAmount?
    var fontSize: Double?
    var label: LabelTemplate?
    var legend: String?
    var isHidden: Bool?
    var order: Int?

    enum IconChoice: Hashable, Sendable {
        case none
        /// By kind and subtype.
        case automatic
        case icon(StyleIcon)
    }

    /// Whether it changes how something looks, so that the legend has to say so.
    var isVisible: Bool {
        fill != nil || stroke != nil || shape != nil || dash != nil || arrowhead != nil || outlines != nil
            || isRounded != nil || text != nil
    }

    // The lists are Graphviz's names that need no image file and can't be made to cost much.
    static let shapes = [
        "box", "ellipse", "circle", "hexagon", "octagon", "pentagon", "diamond", "triangle", "house",
        "invhouse", "trapezium", "parallelogram", "cylinder", "note", "tab", "folder", "component", "box3d",
        "plain",
    ]
    static let arrowheads = [
        "normal", "onormal", "vee", "box", "obox", "diamond", "odiamond", "dot", "odot", "inv", "oinv", "tee",
        "crow", "none",
    ]
}

/// A number, or one that grows with what is known of a node or link.
enum StyleAmount: Hashable, Sendable {
    case constant(Double)
    case scaled(StyleScale)
}

/// From a range of values to a range of sizes.
struct StyleScale: Hashable, Sendable {
    enum Source: Hashable, Sendable {
        case claims, confidence, links
        case measure(String)
        case attribute(String)

        var words: String {
            switch self {
            case .claims: "claims"
            case .confidence: "confidence"
            case .links: "links"
            case .measure(let name), .attribute(let name): LinkChartDrawing.words(ofName: name)
            }
        }
    }

    /// How sizes grow between the ends.
    enum Curve: String, Sendable, CaseIterable {
        case linear, sqrt, log
    }

    var by: Source
    var curve = Curve.sqrt
    /// The size of the least and the greatest value.
    var from: Double
    var to: Double
    /// The values that have these sizes; nil for the least and the greatest there are.
    var least: Double?
    var greatest: Double?

    /// The size of a value.
    ///
    /// - Parameters:
    ///   - value: beyond the ends it has the size of the end.
    ///   - least: the value of size ``from``.
    ///   - greatest: the value of size ``to``; where there is but one value, it is in the middle.
    func size(of value: Double, least: Double, greatest: Double) -> Double {
        guard greatest > least, value.isFinite else { return (from + to) / 2 }
        let value = min(greatest, max(least, value))
        let share = (value - least) / (greatest - least)
        let grown =
            switch curve {
            case .linear: share
            case .sqrt: share.squareRoot()
            // From 0 to 1 whatever the values are, negative ones too.
            case .log: logarithm(1 + 9 * share) / logarithm(10)
            }
        return from + (to - from) * grown
    }
}
