internal import LinkChartModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Numbers the distinct names of a file in the order in which they first appear, without copying them.
///
/// A name is remembered by its place in the file. Whole numbers as people write them (`0`, `17`, not `007`)
/// go through a table indexed by their value; all other names through a hash table whose entries are compared
/// by the first sixteen bytes before anything else is looked at.
struct NodeInterner: ~Copyable {
    /// Where a name stands in the file: offset, length, and whether the dense table numbers it.
    struct Span {
        private var packed: UInt64
        /// No name is longer.
        static let maximumLength = 1 << 21 - 1

        @inline(__always)
        init(offset: Int, length: Int, isDense: Bool = false) {
            packed =
                UInt64(truncatingIfNeeded: offset) &<< 22 | UInt64(truncatingIfNeeded: length) &<< 1
                | (isDense ? 1 : 0)
        }
        @inline(__always) var offset: Int { Int(truncatingIfNeeded: packed &>> 22) }
        @inline(__always) var length: Int { Int(truncatingIfNeeded: packed &>> 1) & Self.maximumLength }
        @inline(__always) var isDense: Bool { packed & 1 == 1 }
    }

    /// The first sixteen bytes of a name, filled up with zeros, and a hash of all of it.
    ///
    /// Names hold no zero bytes, so two names shorter than sixteen bytes are equal if their heads are.
    struct Key {
        var low: UInt64
        var high: UInt64
        var hash: UInt64
    }

    let file: UnsafeRawPointer
    let fileLength: Int
    /// For every small whole number its node + 1, or 0. Zeroed memory that is never touched costs nothing.
    let dense: UnsafeMutablePointer<UInt32>
    /// Numbers below this one are in `dense`.
    let denseLimit: UInt64

    /// One for each node.
    private(set) var spans: UnsafeMutablePointer<Span>
    private var heads: UnsafeMutablePointer<(UInt64, UInt64)>
    private(set) var count = 0
    private var capacity = 0

    /// The upper half of an entry is that of the hash, the lower half the node + 1; 0 is no entry.
    private(set) var slots: UnsafeMutablePointer<UInt64>
    private(set) var mask: Int
    private var occupied = 0

    /// An interner for the names of a file.
    ///
    /// - Parameter file: stays valid and unchanged for as long as the interner is used.
    init(file: UnsafeRawBufferPointer) {
        // Empty files are never interned from.
        self.file = file.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
        fileLength = file.count
        denseLimit = Self.denseLimit(fileLength: file.count)
        dense = Self.zeroed(Int(denseLimit))
        slots = Self.zeroed(1024)
        mask = 1023
        capacity = 1024
        spans = .allocate(capacity: capacity)
        heads = .allocate(capacity: capacity)
    }

    deinit {
        free(dense)
        free(slots)
        spans.deallocate()
        heads.deallocate()
    }

    /// A graph numbered without gaps has at most two nodes a line of four bytes, so the table covers it; numbers
    /// scattered more widely go the way of names, and the table never outgrows the file by much.
    private static func denseLimit(fileLength: Int) -> UInt64 {
        UInt64(min(fileLength / 2 + 64, 100_000_000))
    }

    private static func zeroed<Element>(_ count: Int) -> UnsafeMutablePointer<Element> {
        guard let memory = calloc(count, MemoryLayout<Element>.stride) else {
            // The same as what the standard library's own allocations do.
            fatalError("out of memory")
        }
        return memory.bindMemory(to: Element.self, capacity: count)
    }

    // MARK: - Keys

    /// The key of a name that is `length` bytes long and starts at `offset`.
    @inline(__always)
    func key(offset: Int, length: Int) -> Key {
        let start = file + offset
        var low: UInt64
        var high: UInt64
        if offset &+ 16 <= fileLength {
            low = Bytes8.load(start)
            high = Bytes8.load(start + 8)
            if length < 8 {
                low &= 1 &<< UInt64(truncatingIfNeeded: length &* 8) &- 1
                high = 0
            } else if length < 16 {
                high &= 1 &<< UInt64(truncatingIfNeeded: (length &- 8) &* 8) &- 1
            }
        } else {
            (low, high) = headAtFileEnd(offset: offset, length: length)
        }
        var hash = Self.fold(low ^ 0x9E37_79B9_7F4A_7C15, high ^ 0xA076_1D64_78BD_642F)
        if length > 16 { hash = hashTail(hash, start, length: length) }
        return Key(low: low, high: high, hash: hash)
    }

    private func hashTail(_ head: UInt64, _ start: UnsafeRawPointer, length: Int) -> UInt64 {
        var hash = head
        var next = 16
        while next &+ 8 <= length {
            hash = Self.fold(hash ^ Bytes8.load(start + next), 0xE703_7ED1_A0B4_28DB)
            next &+= 8
        }
        return Self.fold(hash ^ Bytes8.load(start + (length &- 8)), 0xC2B2_AE3D_27D4_EB4F)
    }

    /// The key of a node that the hash table numbers.
    @inline(__always)
    private func key(of node: Int) -> Key {
        let (low, high) = heads[node]
        var hash = Self.fold(low ^ 0x9E37_79B9_7F4A_7C15, high ^ 0xA076_1D64_78BD_642F)
        let span = spans[node]
        if span.length > 16 { hash = hashTail(hash, file + span.offset, length: span.length) }
        return Key(low: low, high: high, hash: hash)
    }

    private func headAtFileEnd(offset: Int, length: Int) -> (UInt64, UInt64) {
        var head: (UInt64, UInt64) = (0, 0)
        for i in 0..<min(length, 16) {
            let byte = UInt64((file + offset + i).load(as: UInt8.self))
            if i < 8 { head.0 |= byte << UInt64(i * 8) } else { head.1 |= byte << UInt64(i * 8 - 64) }
        }
        return head
    }

    @inline(__always)
    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
        let product = a.multipliedFullWidth(by: b)
        return product.high ^ product.low
    }

    // MARK: - Finding

    /// The node + 1 of a name that is no small whole number, or 0 if it has none.
    @inline(__always)
    func find(_ key: Key, offset: Int, length: Int) -> UInt32 {
        var slot = Int(truncatingIfNeeded: key.hash) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return 0 }
            if (entry ^ key.hash) &>> 32 == 0 {
                let node = UInt32(truncatingIfNeeded: entry)
                let head = heads[Int(node) &- 1]
                if head.0 == key.low && head.1 == key.high
                    && (length < 16 || isSame(Int(node) &- 1, offset: offset, length: length))
                {
                    return node
                }
            }
            slot = (slot &+ 1) & mask
        }
    }

    private func isSame(_ node: Int, offset: Int, length: Int) -> Bool {
        let span = spans[node]
        return span.length == length && memcmp(file + span.offset, file + offset, length) == 0
    }

    /// The value of a name that `dense` numbers, or nil.
    func denseValue(offset: Int, length: Int) -> Int? {
        guard length >= 1, length <= 8 else { return nil }
        var value: UInt64 = 0
        for i in 0..<length {
            let digit = (file + offset + i).load(as: UInt8.self) &- 0x30
            if digit > 9 || (i == 0 && digit == 0 && length > 1) { return nil }
            value = value * 10 + UInt64(digit)
        }
        return value < denseLimit ? Int(value) : nil
    }

    /// The node of a name, a new one if there is none.
    ///
    /// - Precondition: the name is not empty, holds no zero byte and is at most `Span.maximumLength` long.
    mutating func intern(offset: Int, length: Int) -> UInt32 {
        if let value = denseValue(offset: offset, length: length) {
            return intern(value, Span(offset: offset, length: length, isDense: true))
        }
        return intern(key(offset: offset, length: length), Span(offset: offset, length: length))
    }

    /// Interns the names of another interner of the same file, in their order.
    ///
    /// - Parameter numbers: receives the node here for each node there.
    mutating func adopt(_ other: borrowing NodeInterner, numbers: UnsafeMutablePointer<UInt32>) {
        for node in 0..<other.count {
            let span = other.spans[node]
            numbers[node] =
                span.isDense ? intern(Int(other.heads[node].0), span) : intern(other.key(of: node), span)
        }
    }

    private mutating func intern(_ value: Int, _ span: Span) -> UInt32 {
        if dense[value] == 0 {
            appendNode(span, head: (UInt64(value), 0))
            dense[value] = UInt32(truncatingIfNeeded: count)
        }
        return dense[value] &- 1
    }

    private mutating func intern(_ key: Key, _ span: Span) -> UInt32 {
        let found = find(key, offset: span.offset, length: span.length)
        if found != 0 { return found &- 1 }
        appendNode(span, head: (key.low, key.high))
        enter(key.hash)
        return UInt32(truncatingIfNeeded: count &- 1)
    }

    /// The names, in the order of their nodes.
    func names() -> StringTable {
        var length = 0
        let ends = [UInt64](unsafeUninitializedCapacity: count) { ends, used in
            for node in 0..<count {
                length &+= spans[node].length
                ends[node] = UInt64(truncatingIfNeeded: length)
            }
            used = count
        }
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { bytes, used in
            if var next = bytes.baseAddress {
                for node in 0..<count {
                    let span = spans[node]
                    UnsafeMutableRawPointer(next).copyMemory(
                        from: file + span.offset, byteCount: span.length)
                    next += span.length
                }
            }
            used = length
        }
        return StringTable(distinct: bytes, ends: ends)
    }

    private mutating func appendNode(_ span: Span, head: (UInt64, UInt64)) {
        if count == capacity { growNodes() }
        spans[count] = span
        heads[count] = head
        count &+= 1
    }

    private mutating func growNodes() {
        let newSpans = UnsafeMutablePointer<Span>.allocate(capacity: capacity * 2)
        let newHeads = UnsafeMutablePointer<(UInt64, UInt64)>.allocate(capacity: capacity * 2)
        newSpans.moveInitialize(from: spans, count: count)
        newHeads.moveInitialize(from: heads, count: count)
        spans.deallocate()
        heads.deallocate()
        (spans, heads, capacity) = (newSpans, newHeads, capacity * 2)
    }

    private mutating func enter(_ hash: UInt64) {
        if occupied &* 2 >= mask { growSlots() }
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] != 0 { slot = (slot &+ 1) & mask }
        slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(truncatingIfNeeded: count)
        occupied &+= 1
    }

    private mutating func growSlots() {
        let size = (mask + 1) * 4
        let larger: UnsafeMutablePointer<UInt64> = Self.zeroed(size)
        for slot in 0...mask where slots[slot] != 0 {
            let hash = key(of: Int(slots[slot] & 0xFFFF_FFFF) - 1).hash
            var place = Int(truncatingIfNeeded: hash) & (size - 1)
            while larger[place] != 0 { place = (place + 1) & (size - 1) }
            larger[place] = slots[slot]
        }
        free(slots)
        (slots, mask) = (larger, size - 1)
    }
}
