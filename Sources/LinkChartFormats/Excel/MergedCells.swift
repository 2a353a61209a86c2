/// The merged cells of a sheet that go over several rows: what stands in the first is meant in all.
struct MergedCells {
    private struct Stretch {
        var column: Int
        var rows: ClosedRange<Int>
    }

    private var waiting: [Stretch] = []
    private var active: [(stretch: Stretch, field: [UInt8])] = []
    private static let limit = 100_000
    private static let activeLimit = 256

    init() {}

    /// Looks for them at the end of a sheet's XML, where they stand.
    init(_ document: MappedFile) {
        let word = Array("mergeCell ".utf8)
        let isThere = document.withBytes { bytes in
            // They follow the rows, so a sheet without any is looked through backwards to the last of those only.
            let rowEnd = Array("sheetData>".utf8)
            var position = bytes.count - rowEnd.count
            while position >= 0 {
                if bytes[position] == word[0], bytes[position...].starts(with: word) { return true }
                if bytes[position] == rowEnd[0], bytes[position...].starts(with: rowEnd) { return false }
                position -= 1
            }
            return false
        }
        guard isThere else { return }
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        while parser.next(), waiting.count < Self.limit {
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("sheetData") {
                parser.skipElement()
            } else if parser.isNamed("mergeCell"), let range = parser.attribute("ref") {
                add(range)
            }
        }
        waiting.sort { $0.rows.lowerBound > $1.rows.lowerBound }
    }

    private mutating func add(_ range: String) {
        let ends = range.split(separator: ":").compactMap { WorkbookText.cell($0) }
        guard ends.count == 2, ends[0].row < ends[1].row else { return }
        waiting.append(Stretch(column: ends[0].column, rows: ends[0].row...ends[1].row))
    }

    /// Adds to a row what stands in merged cells that began above it; a row of nothing else stays empty.
    ///
    /// - Returns: how many cells it added.
    mutating func fill(
        _ cells: inout [(column: Int, bytes: Range<Int>)], _ scratch: inout [UInt8], row: Int
    ) -> Int {
        if waiting.isEmpty && active.isEmpty { return 0 }
        active.removeAll { $0.stretch.rows.upperBound < row }
        var filled = 0
        if !cells.isEmpty {
            for (stretch, field) in active where !cells.contains(where: { $0.column == stretch.column }) {
                let start = scratch.count
                scratch.append(contentsOf: field)
                cells.append((stretch.column, start..<scratch.count))
                filled += 1
            }
            if filled > 0 { cells.sort { $0.column < $1.column } }
        }
        while let next = waiting.last, next.rows.lowerBound <= row {
            waiting.removeLast()
            guard next.rows.lowerBound == row, active.count < Self.activeLimit,
                let cell = cells.first(where: { $0.column == next.column })
            else { continue }
            active.append((next, Array(scratch[cell.bytes])))
        }
        return filled
    }
}
