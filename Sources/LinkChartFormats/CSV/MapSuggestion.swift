public import LinkChartModel

/// A column map for a table, proposed from its header and its values, for a person to correct.
///
/// ```swift
/// let input = try GraphInput(path: "events.csv")
/// if let suggestion = MapSuggestion(for: input) { print(suggestion.yaml) }
/// ```
public struct MapSuggestion: Sendable {
    /// The map as YAML, with what each column holds as comments.
    public private(set) var yaml: String
    /// How many rows were looked at.
    public private(set) var rows: Int

    /// How many rows are looked at.
    public static let rowLimit = 2_000

    private var map: [TableColumn: Int] = [:]
    private var profiles: [ColumnProfile] = []

    /// Names of two columns that are the ends of a link, folded; parts of the names are enough.
    private static let ends: [(source: String, target: String)] = [
        ("actor1", "actor2"), ("sidea", "sideb"), ("attacker", "victim"), ("attacker", "target"),
        ("perpetrator", "victim"), ("perpetrator", "target"), ("donor", "recipient"), ("donor", "party"),
        ("sender", "receiver"),
        ("payer", "payee"), ("buyer", "seller"), ("supplier", "customer"), ("exporter", "importer"),
        ("owner", "company"), ("parent", "child"), ("employee", "employer"), ("person", "organi"),
        ("member", "group"),
        ("origin", "destination"), ("angreifer", "ziel"), ("tater", "opfer"), ("von", "nach"),
        ("auteur", "cible"),
        ("origen", "destino"),
    ]
    /// Parts of the names of columns that tell relations, and whole names, folded.
    private static let relationHints = ["relation", "type", "action", "event", "predicate"]
    private static let relationNames: Set<String> = [
        "role", "link", "verb", "art", "rolle", "beziehung", "tipo",
    ]

    /// Looks at a table.
    ///
    /// - Parameters:
    ///   - input: the table.
    ///   - ontology: whose relations and kinds to look for.
    /// - Returns: nil if there is no row.
    /// - Complexity: linear in the first ``rowLimit`` rows.
    public init?(for input: GraphInput, ontology: Ontology = .builtin) {
        var opening: TableOpening?
        var profiles: [ColumnProfile] = []
        var count = 0
        input.content.withBytes { bytes in
            let file = UnsafeRawBufferPointer(bytes)
            let found = TableOpening(file, from: input.contentStart, prefersTab: false, map: ColumnMap())
            opening = found
            profiles = found.header.names.map { ColumnProfile(name: $0) }
            var rows = TableRows(file, found)
            while count < Self.rowLimit, rows.nextSilently() {
                count += 1
                for column in profiles.indices {
                    if let text = rows.text(column) { profiles[column].add(text) }
                }
            }
        }
        guard let opening, count > 0 else { return nil }
        self.profiles = profiles
        rows = count
        yaml = ""
        map = opening.header.positions
        if opening.header.shape != .nodes { findEnds() }
        let isOfLinks = map[.source] != nil && map[.target] != nil
        if isOfLinks { findRest() }
        write(isOfLinks: isOfLinks, hasHeader: opening.hasHeaderRow, ontology)
    }

    private func isFree(_ column: Int) -> Bool { !map.values.contains(column) }

    // MARK: - Finding

    private mutating func findEnds() {
        guard map[.source] == nil || map[.target] == nil else { return }
        let keys = profiles.map { foldedKey($0.name) }
        let candidates = profiles.indices.filter { profiles[$0].holdsNames }
        for (source, target) in Self.ends {
            if let first = candidates.first(where: { keys[$0].contains(source) }),
                let last = candidates.first(where: { $0 != first && keys[$0].contains(target) })
            {
                map[.source] = first
                map[.target] = last
                return
            }
        }
        // Those who act are also acted upon: the two columns that share most.
        var best: (source: Int, target: Int, share: Double)?
        for (position, source) in candidates.enumerated() {
            for target in candidates[(position + 1)...] {
                let share = profiles[source].overlap(profiles[target])
                if share > best?.share ?? 0.1 { best = (source, target, share) }
            }
        }
        let varied = candidates.sorted { profiles[$0].counts.count > profiles[$1].counts.count }.prefix(2)
            .sorted()
        guard let pair = best.map({ [$0.source, $0.target] }) ?? (varied.count == 2 ? varied : nil) else {
            return
        }
        map[.source] = pair[0]
        map[.target] = pair[1]
    }

    private mutating func findRest() {
        let free = profiles.indices.filter(isFree)
        if map[.relation] == nil {
            let words = free.filter { profiles[$0].isOfFewWords }
            map[.relation] =
                words.first { column in
                    let key = foldedKey(profiles[column].name)
                    return Self.relationNames.contains(key)
                        || Self.relationHints.contains { key.contains($0) }
                }
        }
        let dates = free.filter { profiles[$0].holdsDates && isFree($0) }
        if map[.valid] == nil, map[.validFrom] == nil, map[.date] == nil, let first = dates.first {
            if dates.count > 1 {
                map[.validFrom] = first
                map[.validTo] = dates[1]
            } else {
                map[.valid] = first
            }
        }
        if map[.statement] == nil {
            map[.statement] = free.first { isFree($0) && profiles[$0].holdsSentences }
        }
        if map[.document] == nil { map[.document] = free.first { isFree($0) && profiles[$0].holdsAddresses } }
    }

    // MARK: - Writing

    private mutating func write(isOfLinks: Bool, hasHeader: Bool, _ ontology: Ontology) {
        var lines = [
            "# Proposed from \(rows) rows. Correct it, then read the table with --map and this file."
        ]
        for column in TableColumn.allCases {
            guard let position = map[column] else { continue }
            let profile = profiles[position]
            let name = hasHeader ? Self.quoted(profile.name) : String(position + 1)
            lines.append("# " + Self.description(of: profile, rows))
            if column == .relation {
                lines += relation(name, profile, ontology)
            } else {
                lines.append("\(column.rawValue): \(name)")
            }
            if column == .source { lines += kind(.sourceKind, of: profile) }
            if column == .target { lines += kind(.targetKind, of: profile) }
        }
        if isOfLinks, map[.relation] == nil {
            lines.append("# No column tells the relation. Say which it is in every row:")
            lines.append("relation: {value: relatedTo}")
        }
        if !isOfLinks, map[.id] == nil, map[.name] == nil {
            lines.append("# No two columns look like the ends of a link. Say which they are:")
            lines.append("# source: COLUMN")
            lines.append("# target: COLUMN")
        }
        let missing = profiles.flatMap { $0.counts.keys }.filter { ColumnProfile.emptyWords.contains($0) }
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

    private func kind(_ column: TableColumn, of profile: ColumnProfile) -> [String] {
        guard map[column] == nil else { return [] }
        if profile.shareOfCountries >= 0.6 { return ["\(column.rawValue): {value: State}"] }
        return ["# \(column.rawValue): {value: Actor}"]
    }

    /// The relation's column, with what its words may mean.
    private func relation(_ name: String, _ profile: ColumnProfile, _ ontology: Ontology) -> [String] {
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

    private static func description(of profile: ColumnProfile, _ rows: Int) -> String {
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
    private static func quoted(_ text: String) -> String {
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
