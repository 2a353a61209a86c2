/// A set of pairs of nodes, for walks that exchange links: open addressing, a slot a pair, removal without marks.
///
/// - Source: D. Knuth, The Art of Computer Programming 3, section 6.4, algorithms L and R.
struct PairSet: ~Copyable {
    private let slots: UnsafeMutableBufferPointer<UInt64>
    private let mask: Int
    private let shift: UInt64
    /// No pair: no graph has a node of this number.
    private static let empty = UInt64.max

    /// - Parameter count: how many pairs it has to hold.
    init(capacity count: Int) {
        var bits: UInt64 = 4
        // At most half of the slots are taken.
        while (1 << bits) < 2 * count { bits += 1 }
        slots = .allocate(capacity: 1 << Int(bits))
        slots.initialize(repeating: Self.empty)
        mask = (1 << Int(bits)) - 1
        shift = 64 - bits
    }

    deinit { slots.deallocate() }

    /// A pair whose order counts.
    @inline(__always)
    static func key(from first: UInt32, to second: UInt32) -> UInt64 { UInt64(first) << 32 | UInt64(second) }

    /// A pair whose order does not count.
    @inline(__always)
    static func key(between first: UInt32, and second: UInt32) -> UInt64 {
        key(from: min(first, second), to: max(first, second))
    }

    @inline(__always)
    private func home(of key: UInt64) -> Int {
        let product = (key ^ (key >> 32)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: ((product ^ (product >> 29)) &* 0xBF58_476D_1CE4_E5B9) >> shift)
    }

    @inline(__always)
    func contains(_ key: UInt64) -> Bool {
        var slot = home(of: key)
        while slots[slot] != Self.empty {
            if slots[slot] == key { return true }
            slot = (slot &+ 1) & mask
        }
        return false
    }

    /// Adds a pair; says whether it was not there.
    @discardableResult
    func insert(_ key: UInt64) -> Bool {
        var slot = home(of: key)
        while slots[slot] != Self.empty {
            if slots[slot] == key { return false }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = key
        return true
    }

    /// Takes a pair out, if it is there.
    func remove(_ key: UInt64) {
        var slot = home(of: key)
        while slots[slot] != key {
            if slots[slot] == Self.empty { return }
            slot = (slot &+ 1) & mask
        }
        // What stood behind it moves up, unless its own place is behind the gap.
        var gap = slot
        while true {
            slot = (slot &+ 1) & mask
            let other = slots[slot]
            guard other != Self.empty else { break }
            let distance = (slot &- home(of: other)) & mask
            if distance >= (slot &- gap) & mask {
                slots[gap] = other
                gap = slot
            }
        }
        slots[gap] = Self.empty
    }
}
