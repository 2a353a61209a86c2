internal import LinkChartModel

/// A node or an edge of GEXF while its element is read.
struct GEXFElement {
    var draft: ElementDraft
    /// When it is there, by the element's own attributes.
    var lifetime = GEXFSpell()
    /// When it is there, by elements of their own.
    var spells: [GEXFSpell] = []
    /// How it is drawn.
    var drawing: Attributes = [:]
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
        keepLifetime(areNumbers: time.areNumbers)
        keepSpells(areNumbers: time.areNumbers)
        settle()
    }

    /// Makes the edge's validity of its times where they are dates.
    ///
    /// - Parameter isOwn: whether our own writer made the file, where the validity is a value itself.
    mutating func settleEdge(_ time: GEXFTime, isOwn: Bool, into builder: inout GraphBuilder) {
        defer { settle() }
        if isOwn { return }
        let all = (lifetime.isEmpty ? [] : [lifetime]) + spells
        guard let text = time.validity(of: all) else {
            keepLifetime(areNumbers: time.areNumbers)
            keepSpells(areNumbers: time.areNumbers)
            return
        }
        if all.count > 1 {
            keepSpells(areNumbers: false)
            builder.reportNormalised("several spells", "\(all.count) spells", to: text, at: draft.range)
        }
        if all.contains(where: { $0.isOpenAtStart || $0.isOpenAtEnd }) {
            // A validity can't say that an end is left out.
            keepLifetime(areNumbers: false)
            if all.count == 1 { keepSpells(areNumbers: false) }
        }
        setValidity(text, into: &builder)
    }

    private mutating func setValidity(_ text: String, into builder: inout GraphBuilder) {
        if let other = draft.attributes["valid"] {
            draft.attributes["valid"] = nil
            draft.add("value of valid", other)
        }
        guard let days = GEXFTime.daysOnly(text) else {
            draft.attributes["valid"] = .string(text)
            return
        }
        // The text as it stands, and the days that it means.
        draft.attributes["valid"] = .object(["date": .string(days), "raw": .string(text)])
        builder.reportNormalised("time of day", text, to: days, at: draft.range)
    }

    private mutating func keepLifetime(areNumbers: Bool) {
        for (name, value) in lifetime.attributes(areNumbers: areNumbers) { draft.add(name, value) }
    }

    private mutating func keepSpells(areNumbers: Bool) {
        guard !spells.isEmpty else { return }
        draft.add("spells", .list(spells.map { .object($0.attributes(areNumbers: areNumbers)) }))
    }

    private mutating func settle() {
        for name in dynamicNames {
            guard var values = dynamic[name] else { continue }
            if let still = draft.attributes[name] { values.insert(.object(["value": still]), at: 0) }
            draft.attributes[name] = .list(values)
        }
        if !drawing.isEmpty { draft.add(GEXFDrawing.name, .object(drawing)) }
        draft.settle()
    }
}
