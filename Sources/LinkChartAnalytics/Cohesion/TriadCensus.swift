internal import Synchronization
public import LinkChartModel

/// How many triads, sets of three nodes, there are of each of the sixteen types.
///
/// Parallel arcs count once and loops not at all; without directions every link runs both ways, which leaves four
/// types.
///
/// ```swift
/// let census = try projection.triadCensus()
/// print(census[.t030C])  // how many circles
/// ```
public struct TriadCensus: AnalysisResult {
    /// What was analysed.
    public let projection: Projection
    private let counts: [TriadType: UInt128]

    fileprivate init(_ projection: Projection, _ counts: [TriadType: UInt128]) {
        self.projection = projection
        self.counts = counts
    }

    /// How many triads there are of a type. From some four million nodes on, those without links are more than 64
    /// bits count.
    public subscript(type: TriadType) -> UInt128 { counts[type] ?? 0 }

    /// How many triads there are.
    public var total: UInt128 { counts.values.reduce(0, +) }

    private enum CodingKeys: String, CodingKey { case projection, counts }

    /// Writes the projection in words, and the counts by the names of the types; a count beyond 64 bits as the
    /// nearest floating-point number.
    ///
    /// - Parameter encoder: where to write.
    /// - Throws: what the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(projection.description, forKey: .projection)
        var types = container.nestedContainer(keyedBy: TypeKey.self, forKey: .counts)
        for type in TriadType.allCases {
            let key = TypeKey(stringValue: type.rawValue)
            if let count = UInt64(exactly: self[type]) {
                try types.encode(count, forKey: key)
            } else {
                try types.encode(Double(self[type]), forKey: key)
            }
        }
    }

    private struct TypeKey: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

extension Projection {
    /// The triad census: how many sets of three nodes are linked in each of the sixteen possible ways.
    ///
    /// Only triangles are enumerated. Triads with two linked pairs follow from how many links of each sort every node
    /// has, those with one from the number of linked pairs, and those with none are what is left.
    ///
    /// - Parameter execution: how to run; the counts do not depend on it.
    /// - Throws: ``AnalysisError`` `cancelled` if it was stopped.
    /// - Complexity: O(*n* + *m*^1.5), however many links one node has. Memory: O(*n* + *m*).
    /// - Source: V. Batagelj, A. Mrvar, A subquadratic triad census algorithm for large sparse networks with small
    ///   maximum degree, Social Networks 23 (2001), doi:10.1016/S0378-8733(01)00035-1; counting instead of visiting
    ///   open triads as in M. Ortmann, U. Brandes, Efficient orbit-aware triad and quad census in directed and
    ///   undirected graphs, Applied Network Science 2 (2017), doi:10.1007/s41109-017-0027-2.
    public func triadCensus(execution: Execution = .default) throws(AnalysisError) -> TriadCensus {
        let preparation = execution.part(0, 0.1)
        try preparation.check()
        var meter = WorkMeter(preparation, total: 2 * arcCount + nodeCount)
        let rows = try DyadRows(of: self, &meter)
        let triangles = try TriangleCensus(rows, execution.part(0.1, 1)).counts

        var counts: [TriadType: UInt128] = [:]
        // Two links at a node, whether or not their other ends are linked.
        var links = [NodeLinks](repeating: NodeLinks(), count: nodeCount)
        var (mutual, asymmetric) = (0, 0)
        for node in 0..<nodeCount {
            for arc in rows.offsets[node]..<rows.offsets[node + 1] {
                let dyad = Dyad(rawValue: Int(rows.dyads[arc]))
                links[node].add(dyad)
                links[Int(rows.neighbours[arc])].add(dyad.reversed)
                if dyad == .mutual { mutual += 1 } else { asymmetric += 1 }
            }
        }
        var pairs = OpenPairs()
        for node in links { pairs.add(node) }
        pairs.add(to: &counts)
        // Three of those are in a triangle and must not count.
        for (dyads, count) in triangles {
            counts[TriadType(closedWith: dyads.ab, dyads.ac, dyads.bc), default: 0] += count
            counts[TriadType(openAtNodeWith: dyads.ab, and: dyads.ac), default: 0] -= count
            counts[TriadType(openAtNodeWith: dyads.ab.reversed, and: dyads.bc), default: 0] -= count
            counts[TriadType(openAtNodeWith: dyads.ac.reversed, and: dyads.bc.reversed), default: 0] -= count
        }
        // Every linked pair is in a triad with each other node: what is not counted yet has no further link.
        let others = UInt128(max(nodeCount - 2, 0))
        let connected = counts
        counts[.t012] =
            UInt128(asymmetric) * others - connected.reduce(0) { $0 + $1.value * UInt128($1.key.asymmetric) }
        counts[.t102] =
            UInt128(mutual) * others - connected.reduce(0) { $0 + $1.value * UInt128($1.key.mutual) }
        let nodes = UInt128(nodeCount)
        let all = nodeCount < 3 ? 0 : nodes * (nodes - 1) * (nodes - 2) / 6
        counts[.t003] = all - counts.values.reduce(0, +)
        return TriadCensus(self, counts)
    }
}

/// How many links of each sort a node has.
private struct NodeLinks {
    private(set) var forth: UInt32 = 0
    private(set) var back: UInt32 = 0
    private(set) var mutual: UInt32 = 0

    mutating func add(_ dyad: Dyad) {
        switch dyad {
        case .forth: forth += 1
        case .back: back += 1
        default: mutual += 1
        }
    }

}

/// How many pairs of links meet at a node, by the type of triad that they make if nothing else is linked.
private struct OpenPairs {
    private var counts: (UInt128, UInt128, UInt128, UInt128, UInt128, UInt128) = (0, 0, 0, 0, 0, 0)

    mutating func add(_ links: NodeLinks) {
        let (forth, back, mutual) = (UInt128(links.forth), UInt128(links.back), UInt128(links.mutual))
        counts.0 += Self.pairs(forth)
        counts.1 += Self.pairs(back)
        counts.2 += Self.pairs(mutual)
        counts.3 += forth * back
        counts.4 += mutual * back
        counts.5 += mutual * forth
    }

    func add(to totals: inout [TriadType: UInt128]) {
        for (type, count) in [
            (TriadType.t021D, counts.0), (.t021U, counts.1), (.t201, counts.2), (.t021C, counts.3),
            (.t111D, counts.4), (.t111U, counts.5),
        ] { totals[type, default: 0] += count }
    }

    private static func pairs(_ count: UInt128) -> UInt128 { count == 0 ? 0 : count * (count - 1) / 2 }
}

/// How many triangles there are of each combination of dyads.
private struct TriangleCensus {
    struct Dyads {
        var ab: Dyad
        var ac: Dyad
        var bc: Dyad
    }
    private(set) var counts: [(dyads: Dyads, count: UInt128)] = []

    init(_ rows: DyadRows, _ execution: Execution) throws(AnalysisError) {
        let nodeCount = rows.offsets.count - 1
        let blockSize = 64
        let sum = Mutex([Int](repeating: 0, count: 64))
        try WorkQueue.run(blocks: (nodeCount + blockSize - 1) / blockSize, execution) { queue in
            var counts = [Int](repeating: 0, count: 64)
            var marks = [UInt8](repeating: 0, count: nodeCount)
            while let block = queue.take() {
                let nodes = (block * blockSize)..<min((block + 1) * blockSize, nodeCount)
                Self.count(rows, nodes, &marks, &counts)
            }
            sum.withLock { sum in for index in 0..<64 { sum[index] += counts[index] } }
        }
        for (index, count) in sum.withLock({ $0 }).enumerated() where count > 0 {
            let dyads = [index & 3, index >> 2 & 3, index >> 4].map { Dyad(rawValue: $0) }
            // Where a pair has no arc, there was no triangle.
            guard !dyads.contains([]) else { continue }
            self.counts.append((Dyads(ab: dyads[0], ac: dyads[1], bc: dyads[2]), UInt128(count)))
        }
    }

    private static func count(
        _ rows: DyadRows, _ nodes: Range<Int>, _ marks: inout [UInt8], _ counts: inout [Int]
    ) {
        rows.neighbours.withUnsafeBufferPointer { neighbours in
            rows.dyads.withUnsafeBufferPointer { dyads in
                marks.withUnsafeMutableBufferPointer { marks in
                    counts.withUnsafeMutableBufferPointer { counts in
                        for node in nodes {
                            let row = rows.offsets[node]..<rows.offsets[node + 1]
                            guard row.count > 1 else { continue }
                            for arc in row { marks[Int(neighbours[arc])] = dyads[arc] }
                            for arc in row {
                                let second = Int(neighbours[arc])
                                let first = Int(dyads[arc])
                                for next in rows.offsets[second]..<rows.offsets[second + 1] {
                                    let across = Int(dyads[next]) &<< 4
                                    counts[first | Int(marks[Int(neighbours[next])]) &<< 2 | across] &+= 1
                                }
                            }
                            for arc in row { marks[Int(neighbours[arc])] = 0 }
                        }
                    }
                }
            }
        }
    }
}
