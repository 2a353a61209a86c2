internal import LinkChartModel

/// When something is there, as GEXF says it.
struct GEXFSpell {
    var start: String?
    var end: String?
    var timestamp: String?
    /// Whether an end of the interval is left out of it, as GEXF before 1.3 could say.
    var isOpenAtStart = false
    var isOpenAtEnd = false

    var isEmpty: Bool { start == nil && end == nil && timestamp == nil }

    /// The parts as attributes, numbers as such.
    func attributes(areNumbers: Bool) -> Attributes {
        var found: Attributes = [:]
        func add(_ name: String, _ text: String?) {
            guard let text else { return }
            found[name] = (areNumbers ? DeclaredType.double.value(text) : nil) ?? .string(text)
        }
        add(isOpenAtStart ? "startopen" : "start", start)
        add(isOpenAtEnd ? "endopen" : "end", end)
        add("timestamp", timestamp)
        return found
    }

    /// Takes one of the attributes of an element; false if it is about something else.
    mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "start": start = value
        case "end": end = value
        case "timestamp": timestamp = value
        case "startopen": (start, isOpenAtStart) = (value, true)
        case "endopen": (end, isOpenAtEnd) = (value, true)
        default: return false
        }
        return true
    }
}

/// The spells of an edge as one validity.
struct GEXFTime {
    /// Whether times are numbers and not dates.
    var areNumbers = true

    /// The time from the first to the last of the spells, as a text that ``RecordedDate`` reads; nil if they are
    /// numbers, whose meaning nobody knows.
    func validity(of spells: [GEXFSpell]) -> String? {
        guard !spells.isEmpty, !spells.contains(where: { isNumber($0) }) else { return nil }
        if spells.count == 1, let timestamp = spells[0].timestamp { return timestamp }
        let starts = spells.map { $0.timestamp ?? $0.start }
        let ends = spells.map { $0.timestamp ?? $0.end }
        // ISO dates sort as texts do.
        let start = starts.contains(nil) ? nil : starts.compactMap(\.self).min()
        let end = ends.contains(nil) ? nil : ends.compactMap(\.self).max()
        guard start != nil || end != nil else { return nil }
        return (start.map { String($0) } ?? "..") + "/" + (end.map { String($0) } ?? "..")
    }

    private func isNumber(_ spell: GEXFSpell) -> Bool {
        areNumbers
            && [spell.start, spell.end, spell.timestamp].contains { text in
                text.map { DeclaredType.double.value($0) != nil } ?? false
            }
    }

    /// The dates of a text without their times of day, which are finer than a graph's dates; nil if it has none.
    static func daysOnly(_ text: String) -> String? {
        guard text.contains("T") else { return nil }
        return text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            String(part.prefix { $0 != "T" })
        }.joined(separator: "/")
    }
}
