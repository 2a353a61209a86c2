extension StyleSheet {
    /// Two looks that somebody can hardly tell apart.
    public struct Confusion: Hashable, Sendable, CustomStringConvertible {
        /// What the legend calls the two.
        public var first: String
        /// What the legend calls the two.
        public var second: String
        /// Who can't tell them apart: `trichromacy` is everybody.
        public var vision: String
        /// How different the colours look to them: ΔE₀₀ of CIEDE2000.
        public var difference: Double

        /// One sentence for people.
        public var description: String {
            let who = vision == "trichromacy" ? "all" : "those with \(vision)"
            return
                "`\(first)` and `\(second)` differ by colour alone, and to \(who) only by \(styleNumber(difference)) (CIEDE2000)"
        }
    }

    /// Colours that differ by less than this count as hard to tell apart: some ten times what is just noticeable side by
    /// side, because the two are seen far from each other.
    public static let leastDifference = 10.0

    /// Looks of this style that are told apart by colour alone, and whose colours look too much alike to people with
    /// one of the three colour vision deficiencies, or to everybody.
    ///
    /// Rules are taken as if each were the only one to apply, after those that apply to everything.
    ///
    /// - Parameter theme: the colours to look at.
    /// - Complexity: quadratic in the number of rules.
    public func confusions(in theme: DrawingOptions.Theme = .light) -> [Confusion] {
        struct Look {
            var name: String
            var inks: [Ink]
            var form: [String]
        }
        let palette = Palette(theme)
        var looks: [StyleRule.Target: [Look]] = [:]
        for rule in cascade where rule.properties.stroke != nil || rule.properties.fill != nil {
            guard let name = rule.properties.legend ?? rule.condition.words, name != "{kind}" else {
                continue
            }
            let set = rule.properties
            looks[rule.target, default: []].append(
                Look(
                    name: name, inks: [set.fill, set.stroke].compactMap { $0 },
                    form: [
                        set.shape ?? "", set.dash?.rawValue ?? "", set.arrowhead ?? "",
                        set.outlines.map { "\($0)" } ?? "", set.isRounded == true ? "rounded" : "",
                    ]))
        }
        var confusions: [Confusion] = []
        for target in StyleRule.Target.allCases {
            let looks = looks[target] ?? []
            for (index, first) in looks.enumerated() {
                for second in looks[(index + 1)...]
                where first.form == second.form && first.name != second.name {
                    // The worst of the four visions is told; of fill and border the one that differs more helps.
                    var worst: (vision: ColorVision, difference: Double)?
                    for vision in ColorVision.allCases {
                        let differences = zip(first.inks, second.inks).compactMap { a, b -> Double? in
                            guard let a = SVGColor(palette.hex(a)), let b = SVGColor(palette.hex(b)) else {
                                return nil
                            }
                            return vision.difference(a, b)
                        }
                        guard let greatest = differences.max() else { continue }
                        if greatest < worst?.difference ?? .infinity { worst = (vision, greatest) }
                    }
                    if let worst, worst.difference < Self.leastDifference {
                        confusions.append(
                            Confusion(
                                first: first.name, second: second.name, vision: worst.vision.rawValue,
                                difference: worst.difference))
                    }
                }
            }
        }
        return confusions
    }

    /// The names that a style file may use, for help: by property or condition.
    public static var vocabulary: [(name: String, values: [String])] {
        [
            ("theme", DrawingOptions.Theme.allCases.map(\.rawValue)),
            ("conditions of nodes", StyleConditionReader.nodeKeys),
            ("conditions of links", StyleConditionReader.linkKeys),
            ("family", LinkFamily.allCases.map(\.rawValue)),
            ("measure", knownMeasures),
            ("properties of nodes", StylePropertyReader.nodeKeys),
            ("properties of links", StylePropertyReader.linkKeys),
            ("colour", Inks.named.map(\.name)),
            ("shape", StyleProperties.shapes),
            ("dash", LinkStyle.Dash.allCases.map(\.rawValue)),
            ("arrowhead", StyleProperties.arrowheads),
            ("icon", ["auto", "none"] + StyleIcon.allCases.map(\.rawValue)),
            ("scale", StyleScale.Curve.allCases.map(\.rawValue)),
            ("label of nodes", LabelTemplate.nodeFields + ["attribute:NAME", "measure:NAME"]),
            ("label of links", LabelTemplate.linkFields + ["attribute:NAME"]),
        ]
    }
}
