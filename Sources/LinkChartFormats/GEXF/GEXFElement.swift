internal import LinkChartModel

/// A node or an edge of GEXF while its element is read.
struct GEXFElement {
    var draft: ElementDraft
    /// When it is there, by the element's own attributes.
    var lifetime = GEXFSpell()
    /// When it is there, by elements of their own.
    var spells: [GEXFSpell] = []
    var parents: [AttributeValue] = []
    private var dynamic: [String: [AttributeValue]] = [:]
    private var dynamicNames: [String] = []

    init(at range: SourceRange) { draft = ElementDraft(at: range) }

    /// Takes an attribute that is about time, or keeps it as it is.
    mutating func takeTime(_ name: String, _ value: String) {
        if !lifetime.take(name, value) { draft.keep(name, value) }
    }

    /// Adds a value that holds for a time.
    mutating func addDynamic(_ name: String, _ entry: AttributeValue) {
        if dynamic[name] == nil { dynamicNames.append(name) }
        dynamic[name, default: []].append(entry)
    }

    /// Puts what is known of its times among a node's attributes.
    mutating func settleNode(_ time: GEXFTime) {
        settle(time)
        draft.attributes.merge(lifetime.attributes(areNumbers: time.areNumbers))
        keepSpells(time)
    }

    /// Makes the edge's validity of its times where they are dates.
    mutating func settleEdge(_ time: GEXFTime, isOwn: Bool, into builder: inout GraphBuilder) {
        settle(time)
        if isOwn { return }
        let all = (lifetime.isEmpty ? [] : [lifetime]) + spells
        guard let text = time.validity(of: all) else {
            draft.attributes.merge(lifetime.attributes(areNumbers: time.areNumbers))
            keepSpells(time)
            return
        }
        if all.count > 1 {
            keepSpells(time)
            builder.reportNormalised("several spells", "\(all.count) spells", to: text, at: draft.range)
        }
        if all.contains(where: { $0.isOpenAtStart || $0.isOpenAtEnd }) {
            draft.attributes.merge(lifetime.attributes(areNumbers: false))
            if all.count == 1 { keepSpells(time) }
        }
        setValidity(text, into: &builder)
    }

    private mutating func setValidity(_ text: String, into builder: inout GraphBuilder) {
        if let other = draft.attributes["valid"] { draft.attributes["valid_"] = other }
        guard let days = GEXFTime.daysOnly(text) else {
            draft.attributes["valid"] = .string(text)
            return
        }
        // The text as it stands, and the days that it means.
        draft.attributes["valid"] = .object(["date": .string(days), "raw": .string(text)])
        builder.reportNormalised("time of day", text, to: days, at: draft.range)
    }

    private mutating func settle(_ time: GEXFTime) {
        for name in dynamicNames {
            guard let values = dynamic[name] else { continue }
            if let still = draft.attributes[name] {
                draft.attributes[name] = .list([.object(["value": still])] + values)
            } else {
                draft.attributes[name] = .list(values)
            }
        }
        if !parents.isEmpty { draft.attributes["parents"] = .list(parents) }
    }

    private mutating func keepSpells(_ time: GEXFTime) {
        guard !spells.isEmpty else { return }
        draft.attributes["spells"] = .list(
            spells.map { .object($0.attributes(areNumbers: time.areNumbers)) })
    }
}
