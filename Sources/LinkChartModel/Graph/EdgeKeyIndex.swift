/// Finds an edge by source, relation, target and validity.
///
/// Open addressing with linear probing; a slot holds a tag of the hash and the edge + 1. Only the first edge
/// of a key is entered, so a hundred thousand parallel edges cost one slot. It is built when it is first
/// needed and then kept up, so that bulk loading does not pay for it.
struct EdgeKeyIndex: Sendable {
    private var slots: [UInt64] = []
    private var occupied = 0
    /// The edges before this one are entered.
    private(set) var covered = 0

    /// An edge's key; the ends of a symmetric relation are put in order, for (a, b) and (b, a) are one fact.
    struct Key: Equatable {
        var source: UInt32
        var target: UInt32
        var relation: UInt16
        var validity: UInt32

        @inline(__always)
        init(source: UInt32, relation: RelationID, target: UInt32, validity: UInt32, isSymmetric: Bool) {
            let swapped = isSymmetric && source > target
            self.source = swapped ? target : source
            self.target = swapped ? source : target
            self.relation = relation.rawValue
            self.validity = validity
        }

        @inline(__always)
        var hash: UInt64 {
            let ends = UInt64(source) << 32 | UInt64(target)
            let rest = UInt64(relation) << 32 | UInt64(validity)
            let product = (ends ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
                by: (rest &* 0xA076_1D64_78BD_642F) ^ 0xE703_7ED1_A0B4_28DB)
            return product.high ^ product.low
        }
    }

    /// Looks a key up among the covered edges, and enters `edge` for it if it is not there.
    ///
    /// - Parameters:
    ///   - edge: the edge to enter; it must be the next one that is not covered.
    ///   - columns: the edges that are entered already.
    ///   - symmetric: which relations are symmetric.
    /// - Returns: the edge that is there already, or nil if `edge` was entered.
    @inline(__always)
    mutating func findOrEnter(
        _ wanted: Key, edge: Int, columns: borrowing EdgeColumns, symmetric: borrowing [Bool]
    ) -> Int? {
        if (occupied + 1) * 4 > slots.count * 3 { grow(columns: columns, symmetric: symmetric) }
        let hash = wanted.hash
        let tag = hash & 0xFFFF_FFFF_0000_0000
        let mask = slots.count &- 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 {
            if slots[slot] & 0xFFFF_FFFF_0000_0000 == tag {
                let found = Int(slots[slot] & 0xFFFF_FFFF) &- 1
                if columns.key(of: found, symmetric) == wanted { return found }
            }
            slot = (slot &+ 1) & mask
        }
        slots[slot] = tag | UInt64(edge + 1)
        occupied &+= 1
        return nil
    }

    /// Says that all edges before `count` are entered.
    mutating func cover(_ count: Int) { covered = count }

    private mutating func grow(columns: borrowing EdgeColumns, symmetric: borrowing [Bool]) {
        let old = slots
        slots = [UInt64](repeating: 0, count: max(64, old.count * 2))
        let mask = slots.count - 1
        for entry in old where entry != 0 {
            let hash = columns.key(of: Int(entry & 0xFFFF_FFFF) - 1, symmetric).hash
            var slot = Int(truncatingIfNeeded: hash) & mask
            while slots[slot] != 0 { slot = (slot + 1) & mask }
            slots[slot] = entry
        }
    }
}
