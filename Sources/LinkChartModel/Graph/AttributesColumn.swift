/// Lets attributes that come one after another share their list of names where it is the same, as in a table.
struct SharedNames: Sendable {
    private var last: [String] = []

    mutating func share(_ attributes: inout Attributes) {
        if attributes.hasNames(last) { attributes.names = last } else { last = attributes.names }
    }
}

extension Attributes {
    /// Whether the names are these, byte by byte: texts that are equal to Unicode may be written in two ways.
    fileprivate func hasNames(_ others: [String]) -> Bool {
        guard names.count == others.count else { return false }
        let isSameMemory = names.withUnsafeBufferPointer { own in
            others.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress }
        }
        return isSameMemory || zip(names, others).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
    }
}

/// Attributes of some edges or claims, with shared lists of names.
struct AttributesColumn: Sendable {
    private var column = SparseColumn<Attributes>()
    private var names = SharedNames()

    /// How many positions have attributes.
    var count: Int { column.count }

    /// The positions that have attributes, in ascending order.
    var positions: some Sequence<UInt32> { column.positions }

    /// The attributes at a position; nil takes them away.
    subscript(position: UInt32) -> Attributes? {
        get { column[position] }
        set {
            var attributes = newValue
            if var some = newValue {
                names.share(&some)
                attributes = some
            }
            column[position] = attributes
        }
    }
}

extension AttributesColumn: Sequence {
    func makeIterator() -> some IteratorProtocol<(UInt32, Attributes)> { column.makeIterator() }
}
