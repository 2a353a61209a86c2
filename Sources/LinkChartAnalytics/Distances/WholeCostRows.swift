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

    /// The greatest of the edges' costs if all are whole numbers that suit buckets, and no sum along a path
    /// overflows; else nil.
    static func greatest(of edges: [UInt32], values: [Double], nodeCount: Int) -> UInt32? {
        var greatest = 0.0
        for edge in edges {
            let cost = values[Int(edge)]
            // False of a cost that is infinite, too.
            guard cost <= Double(limit), cost == cost.rounded(.towardZero) else { return nil }
            greatest = max(greatest, cost)
        }
        let whole = UInt32(greatest)
        return Int(whole) * nodeCount < Int(UInt32.max) ? whole : nil
    }

    /// Lays out one or two sets of rows, of which every cost is a whole number up to `greatest`.
    ///
    /// - Parameter values: what each edge costs.
    /// - Complexity: O(*n* + *m*).
    init(_ numbering: HubFirstNumbering, greatest: UInt32, _ sets: [CompressedRows], values: [Double]) {
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
                                cost: UInt32(values[Int(rows.edges[arc])])))
                        used &+= 1
                    }
                }
                offsets.append(used)
            }
        }
        self.offsets = offsets
    }
}
