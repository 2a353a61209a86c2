public import LinkChartModel

extension Projection {
    /// Weak components: the parts within which every node reaches every other if directions do not count.
    ///
    /// - Parameter execution: how to run; the parts do not depend on it.
    /// - Returns: the part of every node.
    /// - Throws: ``AnalysisError/cancelled`` if it was stopped.
    /// - Complexity: O(*n* + *m*) in practice: most arcs of a graph with one large component are never looked at.
    /// - Source: M. Sutton, T. Ben-Nun, A. Barak, Optimizing parallel graph connectivity computation via subgraph
    ///   sampling, IPDPS 2018, doi:10.1109/IPDPS.2018.00012.
    public func weakComponents(execution: Execution = .default) throws(AnalysisError) -> Partition {
        let forest = NodeForest(nodeCount)
        try outgoing.withUnsafeRows { outgoing throws(AnalysisError) in
            try incoming.withUnsafeRows { incoming throws(AnalysisError) in
                try forest.link(along: outgoing, isDirected ? incoming : nil, execution)
            }
        }
        return Partition(of: self, labels: forest.roots, labelCount: nodeCount)
    }
}
