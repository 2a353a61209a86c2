/// Writes what goes to and from a worker: whole numbers and floating-point numbers as they lie in memory of a
/// little-endian machine, texts and lists led by their length.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: UInt64) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write(_ number: Int) { write(UInt64(bitPattern: Int64(number))) }
    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }
    mutating func write(_ number: Double) { write(number.bitPattern) }

    mutating func write(_ content: [UInt8]) {
        write(content.count)
        bytes += content
    }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 {
            write($0.count)
            bytes.append(contentsOf: $0)
        }
    }

    mutating func write<Value>(_ value: Value?, _ body: (inout ByteWriter, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func write<Value>(_ values: [Value], _ body: (inout ByteWriter, Value) -> Void) {
        write(values.count)
        for value in values { body(&self, value) }
    }
}

/// What a worker sent can't be read: it is broken, or of another version.
struct ByteError: Error {}

/// Reads what a ``ByteWriter`` wrote. It trusts nothing: a worker that a hostile graph took over can send anything.
struct ByteReader {
    private let bytes: [UInt8]
    private var position: Int

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        position = 0
    }

    var isAtEnd: Bool { position == bytes.count }

    mutating func unsigned() throws(ByteError) -> UInt64 {
        guard bytes.count - position >= 8 else { throw ByteError() }
        let number = bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: UInt64.self) }
        position += 8
        return UInt64(littleEndian: number)
    }

    mutating func integer() throws(ByteError) -> Int {
        Int(truncatingIfNeeded: try unsigned())
    }

    mutating func double() throws(ByteError) -> Double { Double(bitPattern: try unsigned()) }

    mutating func flag() throws(ByteError) -> Bool {
        guard position < bytes.count else { throw ByteError() }
        defer { position += 1 }
        return bytes[position] != 0
    }

    mutating func content() throws(ByteError) -> [UInt8] {
        let count = try integer()
        guard count >= 0, count <= bytes.count - position else { throw ByteError() }
        defer { position += count }
        return Array(bytes[position..<(position + count)])
    }

    mutating func text() throws(ByteError) -> String {
        let count = try integer()
        guard count >= 0, count <= bytes.count - position else { throw ByteError() }
        defer { position += count }
        return bytes.withUnsafeBytes {
            String(
                decoding: UnsafeRawBufferPointer(rebasing: $0[position..<(position + count)]), as: UTF8.self)
        }
    }

    mutating func optional<Value>(
        _ body: (inout ByteReader) throws(ByteError) -> Value
    ) throws(ByteError) -> Value? {
        try flag() ? try body(&self) : nil
    }

    mutating func list<Value>(
        _ body: (inout ByteReader) throws(ByteError) -> Value
    ) throws(ByteError) -> [Value] {
        let count = try integer()
        // Every element takes a byte at least, so a false number can't ask for memory.
        guard count >= 0, count <= bytes.count - position else { throw ByteError() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try body(&self)) }
        return values
    }
}
