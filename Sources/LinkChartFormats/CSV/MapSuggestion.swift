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
    /// The names by which the ends were found.
    private var found: EndNames?

    /// What the table is called in it.
    private var sheet: String?

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
        guard let input = input.readable() else { return nil }
        let place = Self.place(in: input)
        sheet = place.sheet
        input.content.withBytes { bytes in
            let end = place.layout.range?.upperBound ?? bytes.count
            let file = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[..<end])
            let found = TableOpening(
                file, from: place.layout.range?.lowerBound ?? input.contentStart, prefersTab: false,
                map: ColumnMap(), layout: place.layout)
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

    /// The first sheet of a workbook that has more than one column; all of any other input.
    private static func place(in input: GraphInput) -> (layout: TableLayout, sheet: String?) {
        let sheets = input.workbook?.sheets.filter { !$0.range.isEmpty } ?? []
        guard let sheet = sheets.first(where: { $0.width > 1 && $0.rows.count > 1 }) ?? sheets.first else {
            return (TableLayout(), nil)
        }
        return (
            TableLayout(range: sheet.range, isTyped: true, width: min(sheet.width, 1_024)),
            sheets.count > 1 ? sheet.name : nil
        )
    }

    private mutating func findEnds() {
        guard map[.source] == nil || map[.target] == nil else { return }
        let keys = profiles.map { foldedKey($0.name) }
        let named = profiles.indices.filter { profiles[$0].holdsNames || profiles[$0].holdsIdentifiers }
        for pair in EndNames.all {
            if let ends = pair.columns(of: keys, among: named) {
                map[.source] = ends.source
                map[.target] = ends.target
                found = pair
                return
            }
        }
        // Those who act are also acted upon: the two columns that share most.
        let candidates = profiles.indices.filter { profiles[$0].holdsNames }
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
        findDescriptions(of: .source, name: .sourceName, kind: .sourceKind)
        findDescriptions(of: .target, name: .targetName, kind: .targetKind)
        if map[.relation].map({ profiles[$0].holdsDirections }) == true { map[.relation] = nil }
        if map[.relation] == nil {
            let words = free.filter {
                isFree($0) && profiles[$0].isOfFewWords && !profiles[$0].holdsDirections
            }
            map[.relation] =
                words.first { column in
                    let key = foldedKey(profiles[column].name)
                    return EndNames.relationNames.contains(key)
                        || EndNames.relationHints.contains { key.contains($0) }
                }
        }
        findDates(free.filter { profiles[$0].holdsDates && isFree($0) })
        if map[.weight] == nil {
            map[.weight] = free.first { column in
                guard isFree(column), profiles[column].holdsNumbers else { return false }
                let key = foldedKey(profiles[column].name)
                return EndNames.amounts.contains { key.contains($0) }
            }
        }
        if map[.statement] == nil {
            map[.statement] = free.first { isFree($0) && profiles[$0].holdsSentences }
        }
        if map[.document] == nil { map[.document] = free.first { isFree($0) && profiles[$0].holdsAddresses } }
    }

    /// Looks for columns that say what an end is called and of what kind it is: `country_name` beside `country_code`,
    /// `DonorType` beside `Donor`.
    private mutating func findDescriptions(of end: TableColumn, name: TableColumn, kind: TableColumn) {
        guard let position = map[end] else { return }
        let key = foldedKey(profiles[position].name)
        let ending = ["code", "id", "iso", "number", "no", "nr"].first { key.hasSuffix($0) && key != $0 }
        let stem = String(key.dropLast(ending?.count ?? 0))
        let column = { (suffixes: [String], self: Self) in
            self.profiles.indices.first { column in
                let other = foldedKey(self.profiles[column].name)
                return self.isFree(column) && suffixes.contains { other == stem + $0 }
            }
        }
        if map[name] == nil, ending != nil { map[name] = column(["name", "label", "title", ""], self) }
        if map[kind] == nil, let found = column(["type", "kind", "typ", "art", "класс", "тип"], self),
            profiles[found].isOfFewWords
        {
            map[kind] = found
        }
    }

    private mutating func findDates(_ dates: [Int]) {
        guard map[.valid] == nil, map[.validFrom] == nil, map[.date] == nil else { return }
        let isNamed = { (column: Int, hints: [String], self: Self) in
            let key = foldedKey(self.profiles[column].name)
            return hints.contains { key.hasPrefix($0) || key.hasSuffix($0) }
        }
        let first = dates.first { isNamed($0, EndNames.beginnings, self) }
        let last = dates.first { isNamed($0, EndNames.endings, self) && $0 != first }
        if let first, let last {
            map[.validFrom] = first
            map[.validTo] = last
        } else {
            map[.valid] = dates.first { !isNamed($0, EndNames.reports, self) } ?? dates.first
        }
    }

    // MARK: - Writing

    private mutating func write(isOfLinks: Bool, hasHeader: Bool, _ ontology: Ontology) {
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
    private func relationOfAllRows(_ ontology: Ontology) -> String {
        let keys = [TableColumn.source, .target].map { map[$0].map { foldedKey(profiles[$0].name) } ?? "" }
        if keys[1].contains("border") || keys[1].contains("neighbo"), areStates { return "borders" }
        guard let relation = found?.relation, ontology.relation(named: relation) != nil else {
            return "relatedTo"
        }
        return relation
    }

    private var areStates: Bool {
        [TableColumn.source, .target].allSatisfy { end in
            map[end].map { isOfStates(profiles[$0], named: end == .source ? .sourceName : .targetName) }
                ?? false
        }
    }

    /// Whether a column's values, or the names beside them, are countries.
    private func isOfStates(_ profile: ColumnProfile, named: TableColumn) -> Bool {
        let names = map[named].map { profiles[$0] }
        return max(profile.shareOfCountries, names?.shareOfCountries ?? 0) >= 0.6
    }

    /// The column of an end's kind, with what its words probably mean.
    private func kinds(
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

    private func kind(
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
