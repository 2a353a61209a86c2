internal import LinkChartModel

/// Reads a table of nothing but sources, targets and perhaps weights: every row is an edge of its own, `relatedTo`, as
/// in an edge list.
///
/// A table without quotes goes the way of edge lists, at their speed. Any other, and any in which something is wrong, is
/// cut into fields with all care.
struct PlainTable {
    private let file: UnsafeRawBufferPointer
    private let opening: TableOpening
    /// Weights that are no numbers, with the numbers of their edges; they are kept as texts.
    private var texts: [(edge: Int, text: AttributeValue)] = []

    init(_ file: UnsafeRawBufferPointer, _ opening: TableOpening) {
        self.file = file
        self.opening = opening
    }

    /// Adds the edges to the graph.
    mutating func read(into builder: inout GraphBuilder) {
        let known = builder.graph.nodeCount
        do throws(GraphError) {
            let reader = PairReader(
                dialect: .table(delimiter: opening.delimiter), columns: opening.header.names.count)
            if let columns = try reader.read(file, from: opening.rowsStart) {
                try builder.append(columns)
            } else {
                let columns = fields(reportingTo: &builder)
                if let first = try builder.append(columns) {
                    for (edge, text) in texts {
                        builder.graph.mergeAttributes(
                            ["weight": text], into: EdgeIndex(first.position + edge))
                    }
                }
            }
        } catch {
            builder.report(.tooLarge, error.message, suggestion: error.suggestion)
        }
        let added = builder.graph.nodeCount - known
        if known > 0 && added > 0 {
            builder.report(
                .missingNode,
                added == 1
                    ? "a node is named only at the end of an edge"
                    : "\(added) nodes are named only at the ends of edges",
                suggestion: "made of kind Entity", severity: builder.options.isStrict ? .error : nil)
            builder.reportGuessed(
                "node that is not defined", builder.graph.id(of: NodeIndex(known)), to: "Entity", at: nil,
                count: added)
        }
    }

    /// The same columns, field by field.
    private mutating func fields(reportingTo builder: inout GraphBuilder) -> PairColumns {
        var rows = TableRows(file, opening)
        var columns = PairColumns(
            names: StringTable(), sources: [], targets: [], weights: [], issues: [], skippedLines: 0)
        while rows.next(&builder) {
            // Both names are looked at before one is added, so that a bad row adds no node.
            let isWhole = rows.text(0) != nil && rows.text(1) != nil
            guard isWhole else {
                let column = rows.text(0) == nil ? 0 : 1
                builder.report(
                    .emptyCell, "the edge has no \(column == 0 ? "source" : "target")",
                    at: rows.range(column),
                    suggestion: "every row needs a source and a target")
                builder.reportSkipped("edge without source or target", "", at: rows.place)
                continue
            }
            var weight = Double.nan
            if let text = rows.text(2) {
                let value = builder.number(inCell: text, at: rows.range(2))
                if let number = value.double {
                    weight = number
                } else {
                    texts.append((columns.sources.count, value))
                }
            }
            for column in 0..<2 {
                let number = rows.withBytes(column) { columns.names.insert(bytes: $0).number } ?? 0
                if column == 0 {
                    columns.sources.append(UInt32(number))
                } else {
                    columns.targets.append(UInt32(number))
                }
            }
            if !weight.isNaN || !columns.weights.isEmpty {
                let missing = columns.sources.count - 1 - columns.weights.count
                if missing > 0 { columns.weights.append(contentsOf: repeatElement(.nan, count: missing)) }
                columns.weights.append(weight)
            }
        }
        return columns
    }
}
