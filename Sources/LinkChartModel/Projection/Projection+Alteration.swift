extension Projection {
    /// The same nodes with other arcs: what a backbone leaves, or a randomised graph.
    ///
    /// - Parameters:
    ///   - original: what has the nodes; what was left out of it is still said.
    ///   - arcs: the arcs that leave each node, in ascending order of neighbours where parallel edges are merged; of
    ///     an undirected projection both arcs of every link.
    ///   - isForward: whether each arc runs the way its edge is written; empty unless `arcs` keep their edges.
    ///   - parallelEdges: what the arcs now hold.
    ///   - alteration: what became of the arcs, in words.
    /// - Complexity: linear in nodes and arcs.
    /// - Precondition: there are as many rows as nodes, and every neighbour is one of them.
    package init(
        altering original: Projection, arcs: CompressedRows, isForward: [Bool] = [],
        parallelEdges: ParallelEdges, alteration: String
    ) {
        precondition(arcs.nodeCount == original.nodeCount)
        precondition(isForward.count == arcs.edges.count)
        recipe = Recipe(
            original.recipe.name, isDirected: original.isDirected, parallelEdges: parallelEdges)
        omissions = original.omissions
        self.alteration = original.alteration.map { "\($0), \(alteration)" } ?? alteration
        outgoing = arcs
        incoming = original.isDirected ? arcs.transposed() : arcs
        self.isForward = isForward
        selectedNodes = original.selectedNodes
        positions = original.positions
    }

    /// The projection with some of its arcs.
    ///
    /// - Parameters:
    ///   - isKept: whether each outgoing arc stays, by its position; without directions both arcs of a link alike.
    ///   - alteration: why the others are gone, in words.
    /// - Complexity: linear in nodes and arcs.
    package func keeping(arcs isKept: [Bool], alteration: String) -> Projection {
        var offsets = [0]
        offsets.reserveCapacity(nodeCount + 1)
        var neighbours: [UInt32] = []
        var edges: [UInt32] = []
        var directions: [Bool] = []
        for node in 0..<nodeCount {
            for arc in outgoing.row(node) where isKept[arc] {
                neighbours.append(outgoing.neighbours[arc])
                guard !isForward.isEmpty else { continue }
                edges.append(outgoing.edges[arc])
                directions.append(isForward[arc])
            }
            offsets.append(neighbours.count)
        }
        return Projection(
            altering: self, arcs: CompressedRows(offsets: offsets, neighbours: neighbours, edges: edges),
            isForward: directions, parallelEdges: recipe.parallelEdges, alteration: alteration)
    }
}
