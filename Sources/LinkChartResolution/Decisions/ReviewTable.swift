public import LinkChartFormats
public import LinkChartModel

extension ResolutionReview {
    /// Reads the decisions that a reviewer filled into a table of candidates: the columns `first`, `second` and
    /// `decision`, and perhaps `remark`. Rows without a decision are open still.
    ///
    /// - Parameters:
    ///   - table: as `linkchart resolve --format csv` prints it.
    ///   - graph: the graph that the identifiers are of; names are found too.
    /// - Returns: the decisions, and what is wrong with the table, with its lines.
    public static func reviews(
        of table: DelimitedTable, on graph: Graph
    ) -> (reviews: [ResolutionReview], diagnostics: Diagnostics) {
        var reader = ReviewReader(table: table, graph: graph)
        reader.read()
        return (reader.reviews, reader.diagnostics)
    }
}

private struct ReviewReader {
    let table: DelimitedTable
    let graph: Graph
    let finder: NodeFinder
    let merged: [String: NodeIndex]
    var reviews: [ResolutionReview] = []
    var diagnostics: Diagnostics

    init(table: DelimitedTable, graph: Graph) {
        self.table = table
        self.graph = graph
        finder = NodeFinder(graph)
        merged = MergedNodes.members(of: graph)
        diagnostics = table.diagnostics
    }

    private mutating func report(
        _ code: DiagnosticCode, _ message: String, line: Int? = nil, suggestion: String? = nil
    ) {
        diagnostics.report(Diagnostic(code, message, suggestion: suggestion, file: table.name, line: line))
    }

    private mutating func column(_ names: [String]) -> Int? {
        if let found = table.column(where: { names.contains(foldedKey($0)) }) { return found }
        if !table.header.isEmpty {
            report(
                .missingColumn, "there is no column `\(names[0])`", line: 1,
                suggestion: nearestName(to: names[0], in: table.header).map { "is it `\($0)`?" }
                    ?? "the columns are first, second and decision")
        }
        return nil
    }

    mutating func read() {
        guard let first = column(["first", "a"]), let second = column(["second", "b"]),
            let decision = column(["decision", "same", "issame"])
        else { return }
        let remark = table.column { ["remark", "comment", "note", "reason"].contains(foldedKey($0)) }
        for row in table.rows {
            let text = row.cells[decision]
            if text.isEmpty || text == "?" { continue }
            guard let decided = Self.decision(text) else {
                report(
                    .badCell, "`\(text)` is no decision", line: row.line,
                    suggestion: "write `yes`, `no`, or nothing where it is open")
                continue
            }
            guard let a = node(row.cells[first], line: row.line),
                let b = node(row.cells[second], line: row.line)
            else { continue }
            if a == b {
                let isMerged = merged[row.cells[first]] != nil || merged[row.cells[second]] != nil
                if decided == .yes, isMerged { continue }
                report(
                    .badCell, "`\(row.cells[first])` and `\(row.cells[second])` are one node", line: row.line,
                    suggestion: isMerged ? "split it first with --undo \(graph.id(of: a))" : nil)
                continue
            }
            let words = remark.map { row.cells[$0] } ?? ""
            reviews.append(ResolutionReview(a, b, decided, remark: words.isEmpty ? nil : words))
        }
    }

    private static func decision(_ text: String) -> ResolutionDecisions.Decision? {
        switch foldedKey(text) {
        case "yes", "y", "true", "1", "same", "merge": .yes
        case "no", "n", "false", "0", "different", "not": .no
        default: nil
        }
    }

    private mutating func node(_ name: String, line: Int) -> NodeIndex? {
        if let node = graph.node(id: name) ?? merged[name] { return node }
        do { return try finder.node(called: name) } catch {
            report(
                .noSuchNode, error.description, line: line,
                suggestion: "the columns first and second have identifiers of nodes")
            return nil
        }
    }
}
