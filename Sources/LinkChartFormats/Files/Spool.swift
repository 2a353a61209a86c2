#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Bytes that gather in memory and, once they are many, in a file without a name.
struct Spool: ~Copyable {
    /// What is being read, for errors.
    private let path: String
    private var memory: [UInt8] = []
    private var descriptor: Int32 = -1
    /// How many bytes there are.
    private(set) var count = 0

    /// From this many bytes on they go to a file.
    private static let memoryLimit = 64 << 20

    init(path: String) { self.path = path }

    deinit { if descriptor >= 0 { close(descriptor) } }

    mutating func append(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        count += bytes.count
        if descriptor < 0 {
            memory.append(contentsOf: bytes)
            guard memory.count > Self.memoryLimit else { return }
            descriptor = try Self.namelessFile(for: path)
            let gathered = memory
            memory = []
            var failure: FileError?
            gathered.withUnsafeBytes { failure = write($0) }
            if let failure { throw failure }
        } else if let failure = write(bytes) {
            throw failure
        }
    }

    /// Everything that was appended.
    consuming func content() throws(FileError) -> MappedFile {
        guard descriptor >= 0 else { return MappedFile(copying: memory) }
        guard let mapped = MappedFile(mapping: descriptor, count: count) else {
            throw FileError.reading(path, errno)
        }
        return mapped
    }

    /// Writes to the file; returns what went wrong.
    private func write(_ bytes: UnsafeRawBufferPointer) -> FileError? {
        do throws(FileError) {
            try DescriptorSink.writeAll(bytes, to: descriptor, path: path)
            return nil
        } catch {
            return FileError(.ioError, path: path, systemError: error.systemError, action: "unpack")
        }
    }

    private static func namelessFile(for path: String) throws(FileError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var name = Array((folder + "/linkchart.XXXXXX").utf8CString)
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else {
            throw FileError(.ioError, path: path, systemError: errno, action: "unpack, in \(folder),")
        }
        unlink(name)
        return descriptor
    }
}
