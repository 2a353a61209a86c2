/// A small fixed set of names, looked up by their bytes without making a string of each.
struct NameSet: Sendable {
    private let names: [[UInt8]]
    private var buckets: [[UInt8]]

    /// - Parameter names: At most 64, each with at least one byte.
    init(_ names: [String]) {
        self.names = names.map { Array($0.utf8) }
        buckets = Array(repeating: [], count: 256)
        for (index, name) in self.names.enumerated() {
            let bucket = name.withUnsafeBufferPointer(Self.bucket)
            buckets[bucket].append(UInt8(index))
        }
    }

    /// The place of a name in the list that the set was made of; `nil` where it is not in it.
    func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !name.isEmpty else { return nil }
        for index in buckets[Self.bucket(name)] where names[Int(index)].elementsEqual(name) {
            return Int(index)
        }
        return nil
    }

    private static func bucket(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        let last = name.count - 1
        return Int(name[0] &* 31 &+ name[last] &* 7 &+ name[last / 2] &* 3 &+ UInt8(truncatingIfNeeded: last))
    }
}
