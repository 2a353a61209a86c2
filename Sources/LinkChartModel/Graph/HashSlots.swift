/// The slots of an open-addressing hash table of numbers, whose keys lie elsewhere.
///
/// A slot holds the upper half of its key's hash and the number + 1. It belongs where the hash's uppermost
/// bits say, so entries lie nearly in the order of their hashes: the table doubles in one pass from front to
/// back, without looking at a key. Collisions go to the next free slot (linear probing; D. E. Knuth, The Art
/// of Computer Programming, vol. 3, section 6.4).
///
/// The owner compares keys, one candidate after another:
/// ```swift
/// var probe = slots.probe(hash)
/// while let candidate = slots.next(&probe) { if keys[candidate] == key { return candidate } }
/// slots.enter(number, at: probe)
/// ```
struct HashSlots: Sendable {
    private var slots: [UInt64] = []
    private(set) var count = 0
    /// 64 less the binary logarithm of the number of slots.
    private var shift: UInt64 = 64

    /// A search for one hash, and where it has come to.
    struct Probe {
        fileprivate let hash: UInt64
        fileprivate var slot: Int
    }

    /// Whether nothing was entered or reserved yet, so that there is nothing to search.
    var isEmpty: Bool { slots.isEmpty }

    /// Makes room for as many more numbers.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if (count &+ more) &* 4 > slots.count &* 3 { grow(by: more) }
    }

    /// Starts a search.
    ///
    /// - Precondition: not ``isEmpty``; if something is to be entered, room is reserved for it.
    @inline(__always)
    func probe(_ hash: UInt64) -> Probe { Probe(hash: hash, slot: Int(truncatingIfNeeded: hash &>> shift)) }

    /// The next number whose key's hash is near enough to compare keys; nil at the end of the search.
    ///
    /// - Complexity: expected constant for a whole search, if the hashes are spread well.
    @inline(__always)
    func next(_ probe: inout Probe) -> Int? {
        while true {
            let entry = slots[probe.slot]
            // The search ends, because at least a quarter of the slots is free.
            if entry == 0 { return nil }
            if (entry ^ probe.hash) &>> 32 == 0 {
                probe.slot = (probe.slot &+ 1) & (slots.count &- 1)
                return Int(truncatingIfNeeded: entry & 0xFFFF_FFFF) &- 1
            }
            probe.slot = (probe.slot &+ 1) & (slots.count &- 1)
        }
    }

    /// Enters a number where a search ended.
    @inline(__always)
    mutating func enter(_ number: Int, at probe: Probe) {
        slots[probe.slot] = (probe.hash & 0xFFFF_FFFF_0000_0000) | UInt64(truncatingIfNeeded: number &+ 1)
        count &+= 1
    }

    @inline(never)
    private mutating func grow(by more: Int) {
        var size = max(64, slots.count)
        while (count + more) * 4 > size * 3 { size *= 2 }
        // With more slots than upper halves of hashes these no longer say where an entry belongs.
        precondition(size <= 1 << 32, "more than 3 * 2^30 numbers")
        let old = slots
        shift = UInt64(64 - size.trailingZeroBitCount)
        slots = [UInt64](repeating: 0, count: size)
        let shift = shift
        slots.withUnsafeMutableBufferPointer { slots in
            for entry in old where entry != 0 {
                var slot = Int(truncatingIfNeeded: entry &>> shift)
                while slots[slot] != 0 { slot = (slot &+ 1) & (size &- 1) }
                slots[slot] = entry
            }
        }
    }
}
