/// Finds an edge by source, relation, target and validity.
///
/// Only the first edge of a key is entered, so a hundred thousand parallel edges cost one slot. It is built
/// when it is first needed and then kept up, so that bulk loading does not pay for it.
struct EdgeKeyIndex: Sendable {
    var slots = HashSlots()
    /// The edges before this one are entered, but for those that merge with no other.
    var covered = 0
}

/// What makes two edges the same: ends, relation and validity.
struct EdgeKey: Hashable {
    var source: UInt32
    var target: UInt32
    var relation: RelationID
    /// The number, in the edge columns, of the first validity of the same date; 0 for none.
    var validity: UInt32
    /// Whether (a, b) and (b, a) are one fact; then the ends are in order.
    var isSymmetric: Bool

    @inline(__always)
    init(source: UInt32, relation: RelationID, target: UInt32, validity: UInt32, isSymmetric: Bool) {
        let isSwapped = isSymmetric && source > target
        self.source = isSwapped ? target : source
        self.target = isSwapped ? source : target
        self.relation = relation
        self.validity = validity
        self.isSymmetric = isSymmetric
    }

    /// One multiplication to 128 bits and a fold (the idea of wyhash).
    @inline(__always)
    var hash: UInt64 {
        let ends = UInt64(source) << 32 | UInt64(target)
        let rest = UInt64(relation.rawValue) << 32 | UInt64(validity)
        let product = (ends ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
            by: (rest &* 0xA076_1D64_78BD_642F) ^ 0xE703_7ED1_A0B4_28DB)
        return product.high ^ product.low
    }
}

/// An edge that stands beside another of its key, because an attribute has another value there.
struct ParallelEdge: Hashable {
    var key: EdgeKey
    /// The attributes that it was made with.
    var attributes: Attributes
}

extension EdgeColumns {
    /// Whether an edge has this key.
    @inline(__always)
    func edge(_ edge: Int, has key: EdgeKey) -> Bool {
        guard relations[edge] == key.relation, sameDate(validityNumber(edge)) == key.validity else {
            return false
        }
        let ends = (sources[edge], targets[edge])
        return ends == (key.source, key.target) || key.isSymmetric && ends == (key.target, key.source)
    }

    /// The number that stands for a validity in keys: "June 2009" and "2009-06" are one.
    @inline(__always)
    func sameDate(_ number: UInt32) -> UInt32 { number == 0 ? 0 : sameDates[Int(number) - 1] }

    /// The number of an edge's validity; 0 if it has none.
    @inline(__always)
    func validityNumber(_ edge: Int) -> UInt32 { edge < validityNumbers.count ? validityNumbers[edge] : 0 }
}
