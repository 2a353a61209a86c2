internal import CZlib

/// What a gzip file holds, unpacked as far as it goes.
struct Unpacked {
    /// Why unpacking ended before the file did.
    enum Problem {
        /// The file ends in the middle of its data.
        case truncated
        /// The data contradict themselves, or their check sum, at this byte of the compressed file.
        case corrupt(offset: Int)
        /// It unpacks to more than can be meant: so many bytes, and no end of it.
        case tooLarge(count: Int)
    }

    var content: MappedFile
    var problem: Problem?

    /// Beyond this many bytes, what unpacks to more than ``greatestRatio`` times its size is taken for a trap.
    static let harmlessSize = 256 << 20
    /// Text seldom packs to a hundredth; the format itself allows a thousandth.
    static let greatestRatio = 300

    /// Whether so many bytes are more than a file of this size can be meant to unpack to.
    static func isTrap(_ count: Int, of packed: Int) -> Bool {
        count > harmlessSize && count / max(packed, 1) > greatestRatio
    }

    /// Unpacks a gzip file, of which there may be several parts one behind the other.
    ///
    /// What is large goes to a file that has no name and vanishes with the process, so that memory stays bounded.
    ///
    /// - Throws: ``FileError`` if there is no room to unpack it.
    init(gzip packed: MappedFile, path: String) throws(FileError) {
        var spool = Spool(path: path)
        var inflater = Inflater()
        defer { inflater.end() }
        problem = try packed.withBytes { (bytes) throws(FileError) in
            try inflater.run(bytes) { (piece) throws(FileError) in
                try spool.append(piece)
                return Self.isTrap(spool.count, of: bytes.count) ? .tooLarge(count: spool.count) : nil
            }
        }
        content = try spool.content()
    }
}

/// zlib's unpacking of gzip, piece by piece.
private struct Inflater {
    private var stream = z_stream()
    private var isOpen = false
    private static let pieceSize = 1 << 18
    /// zlib's word for gzip with a window of any size.
    private static let gzipWindow = 15 + 16

    mutating func end() {
        if isOpen { inflateEnd(&stream) }
        isOpen = false
    }

    /// Unpacks all parts, and passes pieces on.
    ///
    /// - Parameter take: takes a piece; says why to stop, or nil to go on.
    /// - Returns: why it ended early.
    mutating func run(
        _ packed: UnsafeBufferPointer<UInt8>,
        _ take: (UnsafeRawBufferPointer) throws(FileError) -> Unpacked.Problem?
    ) throws(FileError) -> Unpacked.Problem? {
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 1)
        defer { piece.deallocate() }
        var position = 0
        while position < packed.count {
            // Zeros behind the last part fill up a tape's block; they are no part.
            if position > 0, packed[position...].allSatisfy({ $0 == 0 }) { return nil }
            end()
            isOpen =
                inflateInit2_(
                    &stream, Int32(Self.gzipWindow), ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
                == Z_OK
            guard isOpen else { return .corrupt(offset: position) }
            var status = Z_OK
            while status != Z_STREAM_END {
                let more = min(packed.count - position, 1 << 30)
                stream.next_in = packed.baseAddress.map { UnsafeMutablePointer(mutating: $0 + position) }
                stream.avail_in = UInt32(more)
                stream.next_out = piece.baseAddress?.assumingMemoryBound(to: UInt8.self)
                stream.avail_out = UInt32(piece.count)
                status = inflate(&stream, Z_NO_FLUSH)
                position += more - Int(stream.avail_in)
                let count = piece.count - Int(stream.avail_out)
                if count > 0, let reason = try take(UnsafeRawBufferPointer(rebasing: piece[..<count])) {
                    return reason
                }
                switch status {
                case Z_OK, Z_STREAM_END: break
                case Z_BUF_ERROR where position == packed.count: return .truncated
                default: return .corrupt(offset: position)
                }
                if status == Z_OK, count == 0, position == packed.count { return .truncated }
            }
        }
        return nil
    }
}
