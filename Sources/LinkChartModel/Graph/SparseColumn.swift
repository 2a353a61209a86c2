/// Values of which many nodes or edges have none, by position: four bytes for every position up to the last that has
/// one, and the value itself for those that do.
///
/// Meant for a column that is filled in the order of positions, as readers do: neither hashing nor growing costs
/// anything there. The order of the values is that in which they came.
struct SparseColumn<Value: Sendable>: Sendable {
    /// Position in `values` + 1, or 0; shorter than the column until the last position has a value.
    private var numbers: [UInt32] = []
    private var values: [Value?] = []
    /// Positions in `values` that were given up.
    private var free: [UInt32] = []

    /// How many positions have a value.
    var count: Int { values.count - free.count }

    /// The value at a position; nil takes it away.
    subscript(position: UInt32) -> Value? {
        get {
            guard position < numbers.count else { return nil }
            let number = numbers[Int(position)]
            return number == 0 ? nil : values[Int(number) - 1]
        }
        set {
            let position = Int(position)
            let number = position < numbers.count ? numbers[position] : 0
            switch (number, newValue) {
            case (0, nil): return
            case (0, let value?):
                if numbers.count <= position {
                    numbers.append(contentsOf: repeatElement(0, count: position + 1 - numbers.count))
                }
                if let reused = free.popLast() {
                    values[Int(reused)] = value
                    numbers[position] = reused + 1
                } else {
                    values.append(value)
                    numbers[position] = UInt32(values.count)
                }
            case (_, nil):
                values[Int(number) - 1] = nil
                free.append(number - 1)
                numbers[position] = 0
            case (_, let value?): values[Int(number) - 1] = value
            }
        }
    }
}

extension SparseColumn: Sequence {
    /// The positions that have a value, in ascending order.
    var positions: some Sequence<UInt32> {
        numbers.indices.lazy.filter { numbers[$0] != 0 }.map { UInt32($0) }
    }

    func makeIterator() -> some IteratorProtocol<(UInt32, Value)> {
        positions.lazy.compactMap { position in self[position].map { (position, $0) } }.makeIterator()
    }
}
