internal import LinkChartModel

extension Projection {
    /// The underlying simple graph, its nodes numbered by how many neighbours they have, the most first, equal ones
    /// in their order; every row in ascending order.
    ///
    /// Sums over shared neighbours in this order are the same to the last bit for pairs whose shared neighbours have
    /// the same degrees, so that ties are ties.
    var degreeOrderedNeighbours: HubFirstOrder {
        derived.value(DegreeOrderedNeighbours.self) {
            let known = hubFirstNeighbours
            // Loops, parallel arcs and directions count in that numbering, and may have led to another order.
            let isOrdered = (1..<max(nodeCount, 1)).allSatisfy { node in
                let (before, count) = (known.rows.count(node - 1), known.rows.count(node))
                return before > count
                    || before == count && known.oldNumbers[node - 1] < known.oldNumbers[node]
            }
            guard !isOrdered else { return DegreeOrderedNeighbours(order: known) }
            let simple = simpleUndirectedRows
            return DegreeOrderedNeighbours(
                order: HubFirstOrder(HubFirstNumbering(simple), simple, reversed: simple))
        }.order
    }
}

private struct DegreeOrderedNeighbours: Sendable { let order: HubFirstOrder }
