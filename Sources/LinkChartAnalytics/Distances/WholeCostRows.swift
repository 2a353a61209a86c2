internal import LinkChartModel

/// Rows whose arcs cost small whole numbers, each neighbour with its cost beside it, nodes numbered hub first: what
/// ``BucketSearch`` reads.
struct WholeCostRows: Sendable {
    struct Arc: Sendable {
        var node: UInt32
        var cost: UInt32
    }

    /// How nodes are numbered here.
    let numbering: HubFirstNumbering
    let offsets: [Int]
    let arcs: [Arc]
    /// No arc costs more.
    let greatest: UInt32

    var nodeCount: Int { offsets.count - 1 }

    /// Costs above this are none for buckets.
    static let limit: UInt32 = 4095

    /// The costs of all edges as whole numbers, and the greatest, if those of the edges that take part are whole
    /// numbers that suit buckets, and no sum along a path overflows; else nil.
    ///
    /// - Parameters:
    ///   - values: what every edge of the graph costs.
    ///   - edges: the edges that take part, by arc.
    static func whole(
        _ values: [Double], of edges: [UInt32], nodeCount: Int
    ) -> (costs: [UInt16], greatest: UInt32)? {
        // False of a cost that is infinite or no number, too.
        func isWhole(_ cost: Double) -> Bool {
            cost >= 0 && cost <= Double(limit) && cost == cost.rounded(.towardZero)
        }
        // In the order in which they stand all are seen much sooner than arc by arc.
        guard values.allSatisfy(isWhole) || edges.allSatisfy({ isWhole(values[Int($0)]) }) else { return nil }
        let costs = values.map { isWhole($0) ? UInt16($0) : 0 }
        let greatest = UInt32(costs.max() ?? 0)
        return Int(greatest) * nodeCount < Int(UInt32.max) ? (costs, greatest) : nil
    }

    /// Lays out one or two sets of rows, of which every cost is a whole number up to `greatest`.
    ///
    /// - Parameter costs: what each edge costs.
    /// - Complexity: O(*n* + *m*).
    init(_ numbering: HubFirstNumbering, greatest: UInt32, _ sets: [CompressedRows], costs: [UInt16]) {
        self.numbering = numbering
        self.greatest = greatest
        var offsets = [0]
        offsets.reserveCapacity(numbering.oldNumbers.count + 1)
        arcs = [Arc](unsafeUninitializedCapacity: sets.reduce(0) { $0 + $1.arcCount }) { arcs, used in
            for node in numbering.oldNumbers {
                for rows in sets {
                    for arc in rows.row(Int(node)) {
                        arcs.initializeElement(
                            at: used,
                            to: Arc(
                                node: numbering.newNumbers[Int(rows.neighbours[arc])],
                                cost: UInt32(costs[Int(rows.edges[arc])])))
                        used &+= 1
                    }
                }
                offsets.append(used)
            }
        }
        self.offsets = offsets
    }
}
