/// A set of searches, one bit each: 512 of them go through the graph side by side.
///
/// Eight words are a cache line, and become vector instructions on any processor.
typealias LaneSet = SIMD8<UInt64>

extension LaneSet {
    /// How many searches there are in a set.
    static let laneCount = 512

    /// The set of one search.
    @inline(__always)
    init(lane: Int) {
        self = .zero
        self[lane >> 6] = 1 &<< UInt64(truncatingIfNeeded: lane & 63)
    }

    /// The searches 0 ..< `count`.
    @inline(__always)
    init(first count: Int) {
        self = .zero
        for lane in 0..<count { self[lane >> 6] |= 1 &<< UInt64(truncatingIfNeeded: lane & 63) }
    }

    @inline(__always)
    var isEmpty: Bool {
        let half = lowHalf | highHalf
        let quarter = half.lowHalf | half.highHalf
        return quarter.x | quarter.y == 0
    }

    /// How many searches are in the set.
    ///
    /// A plain build may not use the processor's instruction for counting bits. Fields that count two, four,
    /// eight and sixteen bits are added across the words as soon as they cannot overflow, so eight words cost
    /// little more than two would.
    @inline(__always)
    var memberCount: UInt64 {
        let twos = self &- ((self &>> 1) & LaneSet(repeating: 0x5555_5555_5555_5555))
        let mask4 = LaneSet(repeating: 0x3333_3333_3333_3333)
        // At most 4 in four bits; two of them 8.
        let fours = (twos & mask4) &+ ((twos &>> 2) & mask4)
        let pair = fours.lowHalf &+ fours.highHalf
        let mask8 = SIMD4<UInt64>(repeating: 0x0f0f_0f0f_0f0f_0f0f)
        // At most 16 in eight bits; two of them 32, then 64.
        let eights = (pair & mask8) &+ ((pair &>> 4) & mask8)
        let half = eights.lowHalf &+ eights.highHalf
        let bytes = half.x &+ half.y
        let sixteens = (bytes & 0x00ff_00ff_00ff_00ff) &+ ((bytes &>> 8) & 0x00ff_00ff_00ff_00ff)
        return (sixteens &* 0x0001_0001_0001_0001) &>> 48
    }
}
