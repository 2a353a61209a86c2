extension FormatTraits {
    static let csv = FormatTraits(
        extensions: ["csv"],
        recognises: { head in head.firstRow.map { $0.contains(",") || $0.contains(";") } ?? false },
        makeReader: { input, options in TableReader(input, prefersTab: false, options: options) },
        makeWriter: { SingleTableWriter(table: .relations, delimiter: .comma) },
        lacks: [.title, .graphAttributes, .ontology])

    static let tsv = FormatTraits(
        extensions: ["tsv", "tab"], recognises: { $0.firstRow?.contains("\t") ?? false },
        makeReader: { input, options in TableReader(input, prefersTab: true, options: options) },
        makeWriter: { SingleTableWriter(table: .relations, delimiter: .tab) },
        lacks: [.title, .graphAttributes, .ontology])
}
