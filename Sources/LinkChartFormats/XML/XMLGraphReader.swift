internal import LinkChartModel

/// How far a file has been read that is read in one pass where its edges follow its nodes.
enum XMLReadingPhase { case header, nodes, edges }

/// A reader of an XML format whose nodes and edges are elements.
///
/// It walks the document once: each phase goes on where the one before stopped. Edges that stand before the last node
/// wait in memory; where all edges come last, as they do in most files, none does.
protocol XMLGraphReader: GraphFormatReader {
    var source: MappedFile { get }
    var parser: XMLPullParser { get }
    var phase: XMLReadingPhase { get set }
    var waiting: EdgeQueue { get set }
    /// Whether an element is open.
    var isOpen: Bool { get }
    /// Whether the document is of the format at all.
    var isReadable: Bool { get }
    /// Elements that are nodes, and so must all be read before the first edge.
    static var nodeElements: [StaticString] { get }

    /// Takes what has just begun.
    mutating func begin(into builder: inout GraphBuilder)
    /// Takes what has just ended.
    mutating func end(into builder: inout GraphBuilder)
    /// Gives the graph what has been read of it so far: its ontology must be known before the first node.
    mutating func flushGraph(into builder: inout GraphBuilder)
}

extension XMLGraphReader {
    mutating func readNodes(into builder: inout GraphBuilder) {
        phase = .nodes
        run(into: &builder)
    }

    mutating func readEdges(into builder: inout GraphBuilder) {
        phase = .edges
        waiting.flush(into: &builder)
        run(into: &builder)
        guard isReadable else { return }
        // What follows the document must be right too.
        while parser.next() {}
        parser.reportProblem(to: &builder)
    }

    /// Reads on as far as this phase goes.
    mutating func run(into builder: inout GraphBuilder) {
        while isOpen, parser.next() {
            switch parser.event.kind {
            case .text: continue
            case .end: end(into: &builder)
            case .start:
                if mustWait() {
                    parser.putBack()
                    flushGraph(into: &builder)
                    return
                }
                begin(into: &builder)
            }
        }
        flushGraph(into: &builder)
    }

    /// Whether the element that begins belongs to a later phase.
    private func mustWait() -> Bool {
        let isEdge = parser.isNamed("edge")
        switch phase {
        case .header: return isEdge || Self.nodeElements.contains { parser.isNamed($0) }
        case .nodes:
            guard isEdge else { return false }
            let offset = parser.offset
            return !Self.nodeElements.contains { source.mayHaveElements($0, from: offset) }
        case .edges: return false
        }
    }

    /// Adds an edge, or lets it wait for the nodes.
    mutating func addEdge(_ draft: ElementDraft, into builder: inout GraphBuilder) {
        if phase == .edges { EdgeQueue.add(draft, into: &builder) } else { waiting.append(draft) }
    }

    /// Goes to the first element, which must have this name.
    mutating func openDocument(_ name: StaticString, of format: String, into builder: inout GraphBuilder)
        -> Bool
    {
        guard parser.next() else {
            parser.reportProblem(to: &builder)
            return false
        }
        guard parser.isNamed(name) else {
            builder.report(
                .wrongType, "this is no \(format): its outermost element is `<\(parser.name)>`",
                at: parser.event.range)
            return false
        }
        return true
    }
}
