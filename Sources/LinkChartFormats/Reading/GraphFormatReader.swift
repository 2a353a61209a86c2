/// Reads one input of one format into a graph that several inputs may share.
///
/// ``readGraph(inputs:options:)`` first calls ``readHeader(into:)`` of all inputs, then ``readNodes(into:)`` of
/// all, then ``readEdges(into:)`` of all. Thus an input may name nodes that another one defines, in
/// whatever order they are given, and the ontology is known before the first node.
///
/// A reader reports every problem through the builder and goes on: it never throws and never traps. Content
/// is valid UTF-8 and not blank by the time a reader sees it.
public protocol GraphFormatReader {
    /// Reads what must be known before any node: the syntax, the title, the ontology.
    mutating func readHeader(into builder: inout GraphBuilder)

    /// Adds the nodes.
    mutating func readNodes(into builder: inout GraphBuilder)

    /// Adds the edges with their claims.
    mutating func readEdges(into builder: inout GraphBuilder)
}

extension GraphFormatReader {
    /// Nothing, for formats that have no header.
    public mutating func readHeader(into builder: inout GraphBuilder) {}

    /// Nothing, for formats whose edges name their nodes.
    public mutating func readNodes(into builder: inout GraphBuilder) {}
}
