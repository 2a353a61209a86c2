internal import CZip

/// The files in a zip archive that is in memory, through libzip.
///
/// - Important: What unpacks to more than can be meant is not unpacked: see ``Entry/tooLarge(count:)``.
final class ZipArchive {
    /// What became of one file.
    enum Entry {
        case content(MappedFile)
        /// There is none of that name.
        case missing
        /// It is encrypted.
        case locked
        /// The data contradict themselves, or their check sum, or are packed in a way that is not known.
        case damaged
        /// All that was unpacked so far is more than can be meant.
        case tooLarge(count: Int)
    }

    private let content: MappedFile
    private let path: String
    private let archive: OpaquePointer
    private var numbers: [String: zip_uint64_t] = [:]
    /// How many bytes were unpacked so far.
    private var unpackedCount = 0
    private static let pieceSize = 1 << 18

    /// Opens an archive.
    ///
    /// - Parameter path: what errors call it.
    /// - Returns: nil if it is none, or one that is cut off.
    init?(_ content: MappedFile, path: String) {
        let bytes = content.bytes
        guard
            let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(bytes.count), 0, nil)
        else { return nil }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            return nil
        }
        self.content = content
        self.path = path
        self.archive = archive
        for number in 0..<zip_uint64_t(max(0, zip_get_num_entries(archive, 0))) {
            guard let name = zip_get_name(archive, number, 0) else { continue }
            // Packages of documents compare names without case.
            let key = Self.key(String(cString: name))
            if numbers[key] == nil { numbers[key] = number }
        }
    }

    deinit { zip_discard(archive) }

    private static func key(_ name: String) -> String {
        String(name.drop { $0 == "/" }.map { $0 == "\\" ? "/" : $0 }).lowercased()
    }

    /// Whether there is a file of this name, compared without case.
    func has(_ name: String) -> Bool { numbers[Self.key(name)] != nil }

    /// Unpacks a file; what is large goes to a file without a name, so that memory stays bounded.
    ///
    /// - Throws: ``FileError`` if there is no room for it.
    func unpack(_ name: String) throws(FileError) -> Entry {
        guard let number = numbers[Self.key(name)] else { return .missing }
        var status = zip_stat_t()
        zip_stat_init(&status)
        if zip_stat_index(archive, number, 0, &status) == 0,
            status.valid & zip_uint64_t(ZIP_STAT_ENCRYPTION_METHOD) != 0,
            status.encryption_method != zip_uint16_t(ZIP_EM_NONE)
        {
            return .locked
        }
        guard let file = zip_fopen_index(archive, number, 0) else { return .damaged }
        defer { zip_fclose(file) }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.pieceSize, alignment: 1)
        defer { piece.deallocate() }
        var spool = Spool(path: path)
        while true {
            let count = zip_fread(file, piece.baseAddress, zip_uint64_t(piece.count))
            if count < 0 { return .damaged }
            if count == 0 { return .content(try spool.content()) }
            unpackedCount += Int(count)
            if Unpacked.isTrap(unpackedCount, of: content.count) { return .tooLarge(count: unpackedCount) }
            try spool.append(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)]))
        }
    }
}
