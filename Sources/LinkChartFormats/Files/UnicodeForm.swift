/// A form of Unicode other than UTF-8, told by a file's first bytes.
struct UnicodeForm {
    /// How many bytes a unit has: 2 or 4.
    let width: Int
    /// Whether the least byte of a unit comes first.
    let isLittleEndian: Bool
    /// How many bytes of the file are a byte order mark.
    let markLength: Int

    /// What people call it.
    var name: String { width == 2 ? "UTF-16" : "UTF-32" }

    /// The form that a byte order mark announces, or that shows in the zeros of ASCII characters; nil for all others.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) {
            self.init(width: 4, isLittleEndian: true, markLength: 4)
        } else if bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            self.init(width: 4, isLittleEndian: false, markLength: 4)
        } else if bytes.starts(with: [0xFF, 0xFE]) {
            self.init(width: 2, isLittleEndian: true, markLength: 2)
        } else if bytes.starts(with: [0xFE, 0xFF]) {
            self.init(width: 2, isLittleEndian: false, markLength: 2)
        } else {
            guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
            let head = bytes.prefix(64)
            let isZero = { (parity: Int) in
                head.indices.allSatisfy { ($0 % 2 == parity) == (head[$0] == 0) }
            }
            guard isZero(0) || isZero(1) else { return nil }
            self.init(width: 2, isLittleEndian: isZero(1), markLength: 0)
        }
    }

    private init(width: Int, isLittleEndian: Bool, markLength: Int) {
        self.width = width
        self.isLittleEndian = isLittleEndian
        self.markLength = markLength
    }

    /// The text as UTF-8, with `�` for what is no character.
    struct Decoded {
        var content: MappedFile
        /// The first places in the new text of what was no character.
        var invalid: [Int]
        /// How many there are.
        var invalidCount: Int
        /// How many characters there are in all.
        var count: Int
    }

    /// Turns a file into UTF-8.
    ///
    /// - Throws: ``FileError`` if there is no room for it.
    /// - Complexity: linear; what is large goes to a file without a name.
    func decode(_ file: MappedFile, path: String, limit: Int) throws(FileError) -> Decoded {
        var spool = Spool(path: path)
        var piece: [UInt8] = []
        var invalid: [Int] = []
        var (invalidCount, count, written) = (0, 0, 0)
        let bytes = file.bytes
        var position = markLength
        while position < bytes.count {
            let scalar = next(bytes, &position)
            count += 1
            if let scalar {
                piece.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
            } else {
                if invalid.count < limit { invalid.append(written + piece.count) }
                invalidCount += 1
                piece.append(contentsOf: [0xEF, 0xBF, 0xBD])
            }
            if piece.count >= 1 << 16 {
                written += piece.count
                try spool.append(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        try spool.append(piece)
        return Decoded(
            content: try spool.content(), invalid: invalid, invalidCount: invalidCount, count: count)
    }

    /// The character at a position, which moves behind it; nil for what is none.
    @inline(__always)
    private func next(_ bytes: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
        guard let first = unit(bytes, position) else {
            position = bytes.count
            return nil
        }
        position += width
        guard width == 2, first & 0xFC00 == 0xD800, let second = unit(bytes, position),
            second & 0xFC00 == 0xDC00
        else { return Unicode.Scalar(first) }
        position += width
        return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
    }

    @inline(__always)
    private func unit(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int) -> UInt32? {
        guard position + width <= bytes.count else { return nil }
        var unit: UInt32 = 0
        for offset in 0..<width {
            let place = isLittleEndian ? width - 1 - offset : offset
            unit = unit << 8 | UInt32(bytes[position + place])
        }
        return unit
    }
}
