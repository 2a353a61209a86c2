public import LinkChartModel

/// A column map for a table, proposed from its header and its values, for a person to correct.
///
/// ```swift
/// let input = try GraphInput(path: "events.csv")
/// if let suggestion = MapSuggestion(for: input) { print(suggestion.yaml) }
/// ```
public struct MapSuggestion: Sendable {
    /// The map as YAML, with what each column holds as comments.
    public internal(set) var yaml: String
    /// How many rows were looked at.
    public private(set) var rows: Int

    /// How many rows are looked at.
    public static let rowLimit = 2_000

    private(set) var map: [TableColumn: Int] = [:]
    private(set) var profiles: [ColumnProfile] = []
    /// The names by which the ends were found.
    private(set) var found: EndNames?

    /// What the table is called in it.
    private(set) var sheet: String?

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

    func isFree(_ column: Int) -> Bool { !map.values.contains(column) }

    // MARK: - Finding

    /// The first sheet of a workbook that has more than one column; all of any other input.
    static func place(in input: GraphInput) -> (layout: TableLayout, sheet: String?) {
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
}
