#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The content of a file, in memory that is never changed.
///
/// A large regular file is mapped, so that reading a gigabyte costs no copy; small files, pipes and devices
/// are read. The memory lives as long as this object.
public final class MappedFile: Sendable {
    /// Where the bytes lie. Valid as long as this object lives: prefer ``withBytes(_:)``, which keeps it.
    public nonisolated(unsafe) let bytes: UnsafeBufferPointer<UInt8>
    private let isMapped: Bool

    /// Files from this size on are mapped. Below it a copy costs next to nothing, and a file that another
    /// process cuts while we read it can do no harm.
    static let mappingThreshold = 8 << 20

    /// The content of a text or of bytes that are in memory already.
    public init(copying content: some Sequence<UInt8>) {
        let array = Array(content)
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: array.count)
        _ = memory.initialize(from: array)
        bytes = UnsafeBufferPointer(memory)
        isMapped = false
    }

    /// Opens and reads, or maps, a file.
    ///
    /// - Parameter path: a path, or `-` for standard input, which is read to its end.
    /// - Throws: ``FileError`` if there is no such file, it is a directory or can't be read.
    public init(path: String) throws(FileError) {
        let isStandardInput = path == "-"
        let descriptor = isStandardInput ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError.reading(path, errno) }
        defer { if !isStandardInput { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw FileError.reading(path, errno) }
        let type = status.st_mode & S_IFMT
        guard type != S_IFDIR else { throw FileError.reading(path, EISDIR) }
        let size = Int(status.st_size)
        if type == S_IFREG && size >= Self.mappingThreshold && !isStandardInput {
            let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0)
            if let address, address != MAP_FAILED {
                _ = madvise(address, size, MADV_SEQUENTIAL)
                let start = address.assumingMemoryBound(to: UInt8.self)
                bytes = UnsafeBufferPointer(start: start, count: size)
                isMapped = true
                return
            }
        }
        isMapped = false
        bytes = try Self.readAll(descriptor, path: path, expected: type == S_IFREG ? size : 0)
    }

    /// Maps a file that is open; the file may be closed then.
    ///
    /// - Returns: nil if the system can't.
    init?(mapping descriptor: Int32, count: Int) {
        guard let address = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0), address != MAP_FAILED
        else {
            return nil
        }
        _ = madvise(address, count, MADV_SEQUENTIAL)
        bytes = UnsafeBufferPointer(start: address.assumingMemoryBound(to: UInt8.self), count: count)
        isMapped = true
    }

    deinit {
        if isMapped {
            munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
        } else {
            bytes.deallocate()
        }
    }

    /// How many bytes there are.
    public var count: Int { bytes.count }

    /// Calls `body` with the bytes; they must not be kept beyond the call.
    public func withBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try withExtendedLifetime(self) { () throws(Failure) in try body(bytes) }
    }

    private static func readAll(
        _ descriptor: Int32, path: String, expected: Int
    ) throws(FileError) -> UnsafeBufferPointer<UInt8> {
        // One byte more than expected, so that the end of the file is seen without growing.
        var memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(expected + 1, 1 << 16))
        var count = 0
        while true {
            if count == memory.count {
                let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: memory.count * 2)
                _ = larger.moveInitialize(
                    fromContentsOf: UnsafeMutableBufferPointer(rebasing: memory[..<count]))
                memory.deallocate()
                memory = larger
            }
            let got = read(descriptor, memory.baseAddress?.advanced(by: count), memory.count - count)
            if got < 0 {
                let error = errno
                if error == EINTR { continue }
                memory.deallocate()
                throw FileError.reading(path, error)
            }
            if got == 0 { break }
            count += got
        }
        return UnsafeBufferPointer(rebasing: memory[..<count])
    }
}
