/// Strings interned in one arena of bytes: each distinct string has a number, counting up from 0.
///
/// Bytes lie one after another in a single array and the hash table holds numbers with a tag of the hash, so
/// a million short identifiers cost about 20 bytes each and no `String` is made until one is asked for.
/// Look-up and insertion take expected constant time.
public struct StringTable: Sendable {
    /// The bytes of all strings, one after another.
    @usableFromInline var bytes: [UInt8] = []
    /// `ends[i]` is where string `i` ends and string `i + 1` begins.
    @usableFromInline var ends: [UInt64] = []
    /// Finds a string's number by the hash of its bytes.
    private var slots = HashSlots()

    /// An empty table.
    public init() {}

    /// A table of strings that are known to be distinct, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - bytes: the UTF-8 bytes of all strings, one after another.
    ///   - ends: where each string ends in `bytes`, in ascending order; the last is `bytes.count`.
    /// - Complexity: linear in the number of bytes. No two strings are compared.
    public init(distinct bytes: [UInt8], ends: [UInt64]) {
        precondition(ends.last ?? 0 == UInt64(bytes.count), "strings that end elsewhere than their bytes")
        self.bytes = bytes
        self.ends = ends
        slots.reserve(ends.count)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for number in ends.indices {
                let end = Int(ends[number])
                var probe = slots.probe(Self.hash(UnsafeBufferPointer(rebasing: bytes[start..<end])))
                while slots.next(&probe) != nil {}
                slots.enter(number, at: probe)
                start = end
            }
        }
    }

    /// How many distinct strings it holds.
    @inlinable public var count: Int { ends.count }

    /// Makes room for `strings` more strings of `bytes` bytes in all.
    public mutating func reserve(strings: Int, bytes more: Int) {
        bytes.reserve(more)
        ends.reserve(strings)
        slots.reserve(strings)
    }

    /// The string of this number.
    public subscript(number: Int) -> String {
        withBytes(of: number) { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the UTF-8 bytes of the string of this number.
    @inlinable
    public func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let start = number == 0 ? 0 : Int(ends[number - 1])
        let end = Int(ends[number])
        return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start..<end])) }
    }

    /// The number of a string, or nil if it was never inserted.
    public func number(of string: some StringProtocol) -> Int? {
        var copy = String(string)
        return copy.withUTF8 { number(ofBytes: $0) }
    }

    /// The number of the string with these UTF-8 bytes, or nil if it was never inserted.
    public func number(ofBytes string: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !slots.isEmpty else { return nil }
        var probe = slots.probe(Self.hash(string))
        while let candidate = slots.next(&probe) {
            if withBytes(of: candidate, { Self.areEqual($0, string) }) { return candidate }
        }
        return nil
    }

    /// Inserts a string if it is new.
    ///
    /// - Returns: its number, and whether it was new.
    @discardableResult
    public mutating func insert(_ string: some StringProtocol) -> (number: Int, isNew: Bool) {
        var copy = String(string)
        return copy.withUTF8 { insert(bytes: $0) }
    }

    /// Inserts the string with these UTF-8 bytes if it is new. The caller vouches for valid UTF-8.
    ///
    /// - Returns: its number, and whether it was new.
    @discardableResult
    public mutating func insert(bytes string: UnsafeBufferPointer<UInt8>) -> (number: Int, isNew: Bool) {
        slots.reserve(1)
        var probe = slots.probe(Self.hash(string))
        while let candidate = slots.next(&probe) {
            if withBytes(of: candidate, { Self.areEqual($0, string) }) { return (candidate, false) }
        }
        slots.enter(ends.count, at: probe)
        bytes.append(contentsOf: string)
        ends.append(UInt64(bytes.count))
        return (ends.count - 1, true)
    }

    /// Eight bytes a step; what is left is compared as the last eight bytes, or byte by byte in short strings.
    @inline(__always)
    private static func areEqual(_ a: UnsafeBufferPointer<UInt8>, _ b: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = a.count
        guard count == b.count else { return false }
        let (first, second) = (UnsafeRawBufferPointer(a), UnsafeRawBufferPointer(b))
        var i = 0
        guard count >= 8 else {
            while i < count {
                if first[i] != second[i] { return false }
                i &+= 1
            }
            return true
        }
        while i &+ 8 <= count {
            if word(first, i) != word(second, i) { return false }
            i &+= 8
        }
        return word(first, count &- 8) == word(second, count &- 8)
    }

    @inline(__always)
    private static func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
        bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }

    /// Eight bytes a step of multiply and fold (the idea of wyhash), seeded so that the empty string is not 0.
    private static func hash(_ string: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15 ^ UInt64(string.count)
        let raw = UnsafeRawBufferPointer(string)
        var i = 0
        while i + 8 <= raw.count {
            state = fold(state ^ raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
            i &+= 8
        }
        var tail: UInt64 = 0
        while i < raw.count {
            tail = tail << 8 | UInt64(raw[i])
            i &+= 1
        }
        return fold(fold(state ^ tail) ^ 0xC2B2_AE3D_27D4_EB4F)
    }

    private static func fold(_ x: UInt64) -> UInt64 {
        let product = x.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
