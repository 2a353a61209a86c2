internal import LinkChartModel

/// Parties of claims in the order in which they are met, each with its number in the page's table.
struct PartyTable {
    private(set) var parties: [Party?] = []
    private var numbers: [Party?: Int] = [:]

    /// The party's number; nil stands for nobody named.
    mutating func number(of party: Party?) -> Int {
        if let number = numbers[party] { return number }
        numbers[party] = parties.count
        parties.append(party)
        return parties.count - 1
    }
}

/// The kinds and relations that are met in a chart, numbered in the order of the ontology.
struct UsedDefinitions {
    /// Kinds, and the position of each in `kinds`.
    let kinds: [KindID]
    let kindNumbers: [KindID: Int]
    let relations: [RelationID]
    let relationNumbers: [RelationID: Int]

    init(_ chart: Chart, _ graph: Graph) {
        kinds = Set(chart.nodes.map(\.kind)).sorted()
        let used = Set(chart.links.lazy.flatMap(\.edges).map { graph.relation(of: $0) })
        relations = used.sorted { $0.rawValue < $1.rawValue }
        kindNumbers = Dictionary(uniqueKeysWithValues: kinds.enumerated().map { ($1, $0) })
        relationNumbers = Dictionary(uniqueKeysWithValues: relations.enumerated().map { ($1, $0) })
    }
}

extension PageJSON {
    /// A colour by day and by night.
    mutating func member(_ name: StaticString, _ ink: Ink) {
        key(name)
        array { json in
            json.string(ink.light)
            json.string(ink.dark)
        }
    }

    mutating func kind(_ definition: KindDefinition) {
        let style = KindStyle.of(definition)
        object { json in
            json.member("name", definition.name)
            json.member("label", style.legend)
            json.member("shape", style.shape)
            json.member("fill", style.fill)
            json.member("border", style.border)
            json.member("borderWidth", style.borderWidth)
            json.member("isRounded", style.isRounded, unless: false)
            if style.outlines > 1 { json.member("outlines", style.outlines) }
            json.member("isDashed", style.isDashed, unless: false)
        }
    }

    mutating func family(_ family: LinkFamily) {
        let style = family.style
        object { json in
            json.member("name", family.rawValue)
            json.member("label", family.legend)
            json.member("colour", style.line)
            json.member("text", style.text)
            json.member("dash", style.dash.rawValue)
            json.member("arrow", style.arrow)
            json.member("width", style.width)
        }
    }

    mutating func relation(_ definition: RelationDefinition) {
        object { json in
            json.member("name", definition.name)
            json.member("label", words(ofName: definition.name))
            json.member("inverse", words(ofName: definition.inverse))
            json.member("family", LinkFamily.allCases.firstIndex(of: LinkFamily(definition)) ?? 0)
            json.member("isSummary", definition.isSummary, unless: false)
        }
    }

    /// A date: its words, and the days between which it lies, as far as there are such.
    mutating func member(_ name: StaticString, _ date: RecordedDate) {
        key(name)
        object { json in
            json.member("text", date.raw ?? date.description)
            if let start = date.date?.earliestStart { json.member("start", start.number) }
            if let end = date.date?.latestEnd { json.member("end", end.number) }
        }
    }

    /// Names and values as people read them.
    mutating func member(attributes: [(String, String)]) {
        guard !attributes.isEmpty else { return }
        key("attributes")
        array(attributes) { json, attribute in
            json.array { pair in
                pair.string(attribute.0)
                pair.string(attribute.1)
            }
        }
    }
}
