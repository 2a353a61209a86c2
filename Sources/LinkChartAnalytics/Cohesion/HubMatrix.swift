/// Which hubs are linked with which, one bit a pair: in rows ordered by degree most triangles have two corners
/// among a few thousand hubs, and whether those are linked is one bit looked up.
struct HubMatrix: ~Copyable {
    /// How many of the first nodes have a row of bits.
    let hubCount: Int
    private let words: UnsafeMutablePointer<UInt64>
    private let wordCount: Int

    /// More hubs would not fit into the caches.
    static let largestHubCount = 1 << 13

    init(_ rows: DegreeOrderedRows.Unsafe) {
        hubCount = min(rows.nodeCount, Self.largestHubCount)
        wordCount = Self.start(hubCount)
        words = .allocate(capacity: max(wordCount, 1))
        words.initialize(repeating: 0, count: max(wordCount, 1))
        for hub in 0..<hubCount {
            let row = words + Self.start(hub)
            for arc in rows.starts[hub]..<rows.ends[hub] {
                let other = rows.neighbours[arc]
                row[Int(other &>> 6)] |= 1 &<< UInt64(other & 63)
            }
        }
    }

    deinit { words.deallocate() }

    /// The bits of a hub's row: one for each hub before it.
    @inline(__always)
    func row(_ hub: Int) -> UnsafePointer<UInt64> { UnsafePointer(words + Self.start(hub)) }

    /// How many words a hub's row has.
    @inline(__always)
    static func wordCount(_ hub: Int) -> Int { (hub &+ 63) &>> 6 }

    /// The sum of the lengths of the rows before.
    @inline(__always)
    private static func start(_ hub: Int) -> Int {
        // Row h has ⌈h/64⌉ words: 0, then 64 rows of 1, 64 of 2 …
        guard hub > 0 else { return 0 }
        let full = (hub &- 1) &>> 6
        return 32 &* full &* (full &+ 1) &+ (full &+ 1) &* ((hub &- 1) & 63)
    }
}
