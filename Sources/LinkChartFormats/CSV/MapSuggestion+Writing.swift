internal import LinkChartModel

extension MapSuggestion {
    mutating func write(isOfLinks: Bool, hasHeader: Bool, _ ontology: Ontology) {
        var lines = [
            "# Proposed from \(rows) rows\(sheet.map { " of the sheet " + TerminalText.visible($0) } ?? ""). Correct it, then read the table with --map and this file."
        ]
        for column in TableColumn.allCases {
            guard let position = map[column] else { continue }
            let profile = profiles[position]
            let name = hasHeader ? Self.quoted(profile.name) : String(position + 1)
            lines.append("# " + Self.description(of: profile, rows))
            if column == .relation {
                lines += relation(name, profile, ontology)
            } else if column == .sourceKind || column == .targetKind {
                lines += kinds(name, column, profile, ontology)
            } else if [.source, .target, .id].contains(column), !profile.padded.isEmpty {
                lines += [
                    "\(column.rawValue):", "  column: \(name)",
                    "  # The same without the blanks around them:",
                    "  means:",
                ]
                lines += profile.padded.prefix(200).map {
                    "    \(Self.quoted($0)): \(Self.quoted(CellValue.trimmed($0)))"
                }
            } else {
                lines.append("\(column.rawValue): \(name)")
            }
            if column == .source { lines += kind(.sourceKind, of: profile, found?.sourceKind) }
            if column == .target { lines += kind(.targetKind, of: profile, found?.targetKind) }
        }
        if isOfLinks, map[.relation] == nil {
            lines.append("# No column tells the relation. Say which it is in every row:")
            lines.append("relation: {value: \(relationOfAllRows(ontology))}")
        }
        if !isOfLinks, map[.id] == nil, map[.name] == nil {
            lines.append("# No two columns look like the ends of a link. Say which they are:")
            lines.append("# source: COLUMN")
            lines.append("# target: COLUMN")
        }
        let missing = profiles.flatMap(\.emptyTexts)
        if !missing.isEmpty {
            let texts = Set(missing).sorted().map(Self.quoted)
            lines.append("missing: [\(texts.joined(separator: ", "))]")
        }
        let others = profiles.indices.filter { isFree($0) && !profiles[$0].name.isEmpty }
        if !others.isEmpty {
            lines.append("# Kept as attributes:")
            lines += others.map {
                "#   " + Self.quoted(profiles[$0].name) + ": " + Self.description(of: profiles[$0], rows)
            }
        }
        yaml = lines.joined(separator: "\n") + "\n"
    }

    /// The relation that the names of the ends tell, if their kinds go with it.
    func relationOfAllRows(_ ontology: Ontology) -> String {
        let keys = [TableColumn.source, .target].map { map[$0].map { foldedKey(profiles[$0].name) } ?? "" }
        if keys[1].contains("border") || keys[1].contains("neighbo"), areStates { return "borders" }
        guard let relation = found?.relation, ontology.relation(named: relation) != nil else {
            return "relatedTo"
        }
        return relation
    }

    var areStates: Bool {
        [TableColumn.source, .target].allSatisfy { end in
            map[end].map { isOfStates(profiles[$0], named: end == .source ? .sourceName : .targetName) }
                ?? false
        }
    }

    /// Whether a column's values, or the names beside them, are countries.
    func isOfStates(_ profile: ColumnProfile, named: TableColumn) -> Bool {
        let names = map[named].map { profiles[$0] }
        return max(profile.shareOfCountries, names?.shareOfCountries ?? 0) >= 0.6
    }

    /// The column of an end's kind, with what its words probably mean.
    func kinds(
        _ name: String, _ column: TableColumn, _ profile: ColumnProfile, _ ontology: Ontology
    ) -> [String] {
        let words = profile.values.filter { ontology.kind(named: $0) == nil }.prefix(40)
        guard !words.isEmpty else { return ["\(column.rawValue): \(name)"] }
        var lines = ["\(column.rawValue):", "  column: \(name)", "  means:"]
        for word in words {
            if let kind = EndNames.kind(of: word) ?? ontology.nearestKindName(to: word) {
                lines.append("    \(Self.quoted(word)): \(kind)")
            } else {
                lines.append("    \(Self.quoted(word)): Entity  # which kind is it?")
            }
        }
        return lines
    }

    func kind(
        _ column: TableColumn, of profile: ColumnProfile, _ named: String? = nil
    ) -> [String] {
        guard map[column] == nil else { return [] }
        if isOfStates(profile, named: column == .sourceKind ? .sourceName : .targetName) {
            return ["\(column.rawValue): {value: State}"]
        }
        if let named, map[.relation] == nil { return ["\(column.rawValue): {value: \(named)}"] }
        return ["# \(column.rawValue): {value: Actor}"]
    }

    /// The relation's column, with what its words may mean.
    func relation(_ name: String, _ profile: ColumnProfile, _ ontology: Ontology) -> [String] {
        // A map compares words without case and punctuation, so one of each is enough.
        var seen: Set<String> = []
        let words = profile.values.filter {
            ontology.relation(named: $0) == nil && seen.insert(foldedKey($0)).inserted
        }.prefix(40)
        guard !words.isEmpty else { return ["relation: \(name)"] }
        var lines = ["relation:", "  column: \(name)", "  means:"]
        for word in words {
            if let nearest = ontology.nearestRelationName(to: word) {
                lines.append("    \(Self.quoted(word)): \(nearest)")
            } else {
                lines.append("    \(Self.quoted(word)): relatedTo  # which relation is it?")
            }
        }
        return lines
    }

    static func description(of profile: ColumnProfile, _ rows: Int) -> String {
        let examples = profile.values.prefix(3).map { value in
            let text = value.count > 30 ? value.prefix(29) + "…" : value[...]
            return String(text.map { $0.isNewline || $0.isWhitespace ? " " : $0 })
        }
        let different = profile.counts.count
        return
            "\(profile.filled) of \(rows) rows, \(different)\(different == 1000 ? " or more" : "") different: "
            + TerminalText.visible(examples.joined(separator: "; ")) + (different > 3 ? " …" : "")
    }

    /// A text as YAML has it, in quotes where it could mean something else.
    static func quoted(_ text: String) -> String {
        let isPlain =
            text.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x5F || $0 == 0x20 }
            && text.utf8.first.map { ($0 | 0x20) &- 0x61 < 26 } ?? false && text.utf8.last != 0x20
            && !["true", "false", "null", "yes", "no", "on", "off", "y", "n", "nan", "na"].contains(
                text.lowercased())
        if isPlain { return text }
        var json = JSONWriter(style: .compact)
        json.value(AttributeValue.string(text))
        return json.text
    }
}
