internal import LinkChartModel

extension FormatTraits {
    static let gdelt = FormatTraits(
        extensions: ["export.csv", "csv", "tsv"], synonyms: ["gdelt2", "gdelt1"],
        recognises: { head in
            if isTable(of: GDELTEvents.self, head) { return true }
            // Trailing tabs count, so the line is taken as it stands.
            let line = head.text.drop { $0.isNewline }.prefix { !$0.isNewline }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard GDELTEvents.names(ofWidth: fields.count) != nil else { return false }
            return fields[1].utf8.count == 8 && Int(fields[1]) != nil && Int(fields[0]) != nil
        },
        makeReader: { eventReader(of: GDELTEvents.self, $0, $1) })

    static let acled = FormatTraits(
        extensions: ["acled.csv", "csv", "tsv"], recognises: { isTable(of: ACLEDEvents.self, $0) },
        makeReader: { eventReader(of: ACLEDEvents.self, $0, $1) })

    static let ucdp = FormatTraits(
        extensions: ["ucdp.csv", "csv", "tsv"], synonyms: ["ged", "ucdp-ged"],
        recognises: { isTable(of: UCDPEvents.self, $0) },
        makeReader: { eventReader(of: UCDPEvents.self, $0, $1) })

    static let gtd = FormatTraits(
        extensions: ["gtd.csv", "csv", "tsv"], recognises: { isTable(of: GTDEvents.self, $0) },
        makeReader: { eventReader(of: GTDEvents.self, $0, $1) })

    /// Whether the first row names the columns by which a data set's tables are told.
    private static func isTable<Schema: EventSchema>(of schema: Schema.Type, _ head: FormatHead) -> Bool {
        guard let row = head.firstRow else { return false }
        let names = row.split { ",;\t|".contains($0) }.map { name in
            name.filter { $0 != "\"" && $0 != " " }.lowercased()
        }
        return Set(schema.telling).isSubset(of: names)
    }

    /// A reader of events; of a plain table if a column map says what its columns are.
    private static func eventReader<Schema: EventSchema>(
        of schema: Schema.Type, _ input: GraphInput, _ options: ReadOptions
    ) -> any GraphFormatReader {
        guard options.format == nil, !options.columnMap.isEmpty else {
            return EventTableReader<Schema>(input)
        }
        let row = input.content.withBytes { FormatHead($0) }.firstRow ?? ""
        let isMapped = options.columnMap.columns.values.allSatisfy { row.contains($0) }
        return isMapped
            ? TableReader(input, prefersTab: false, options: options) : EventTableReader<Schema>(input)
    }

    /// A reader of the events in a sheet of a workbook; nil if its first row is none of a data set's tables.
    static func eventReader(
        _ input: GraphInput, _ place: TableLayout, _ options: ReadOptions
    ) -> (any GraphFormatReader)? {
        guard options.columnMap.isEmpty, let range = place.range else { return nil }
        let head = input.content.withBytes { FormatHead($0[range]) }
        if isTable(of: ACLEDEvents.self, head) { return EventTableReader<ACLEDEvents>(input, place: place) }
        if isTable(of: UCDPEvents.self, head) { return EventTableReader<UCDPEvents>(input, place: place) }
        if isTable(of: GTDEvents.self, head) { return EventTableReader<GTDEvents>(input, place: place) }
        return isTable(of: GDELTEvents.self, head) ? EventTableReader<GDELTEvents>(input, place: place) : nil
    }
}
