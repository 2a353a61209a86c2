internal import LinkChartModel

/// The JSON values of an input, read as often as a reader needs them: in one pass the nodes, in another the edges.
///
/// A file of one value is parsed once and its tree kept. Of a file of many, such as JSON Lines, each value is parsed
/// anew in each pass, so that the memory is that of the longest one.
struct JSONRecords {
    private let input: GraphInput
    private var only: DocumentTree?
    private var isKnown = false

    init(_ input: GraphInput) { self.input = input }

    /// Calls `body` with each value; what breaks the rules of JSON is reported in the first pass.
    mutating func forEach(
        into builder: inout GraphBuilder,
        _ body: (_ builder: inout GraphBuilder, _ tree: DocumentTree, _ item: Int) -> Void
    ) {
        if let only {
            if let root = only.root { body(&builder, only, root) }
            return
        }
        var elements = JSONElements(input.content, from: input.contentStart)
        var count = 0
        var first: DocumentTree?
        while let (tree, problems) = elements.next() {
            if !isKnown {
                for problem in problems {
                    builder.report(
                        problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
                }
            }
            guard let tree, let root = tree.root else { continue }
            count += 1
            first = count == 1 ? tree : nil
            body(&builder, tree, root)
        }
        isKnown = true
        only = first
    }

    /// Lets go of what is kept.
    mutating func close() { only = nil }
}
