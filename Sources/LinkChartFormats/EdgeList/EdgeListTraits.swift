extension FormatTraits {
    static let edgeList = FormatTraits(
        extensions: ["edgelist", "edges", "el", "txt"],
        recognises: { head in
            guard let row = head.firstRow, !head.isJSON else { return false }
            let rows = head.rows.prefix(5).map { $0.split { $0 == " " || $0 == "\t" } }
            if rows.allSatisfy({ (2...3).contains($0.count) && $0.allSatisfy { Double($0) != nil } }) {
                return true
            }
            guard !row.contains("\t"), !row.contains(","), !row.contains(";") else { return false }
            return (2...3).contains(row.split(separator: " ").count)
        },
        makeReader: { input, _ in EdgeListReader(input) }, makeWriter: { EdgeListWriter() },
        lacks: Set(GraphPart.allCases).subtracting([.nodeIdentifiers, .titleBlanks, .edges, .rawDates]))
}
