#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file that appears whole or not at all: it is written beside its place and renamed when it is complete.
///
/// ```swift
/// let file = try AtomicFile(path: "graph.linkchart.yaml")
/// try file.write("linkchart: 1\n")
/// try file.commit()
/// ```
///
/// Without ``commit()``, whatever happens, the old file stays as it was and nothing is left behind. A symbolic
/// link stays a link and its target is replaced; a file that is replaced keeps its permissions. What is no
/// regular file (`/dev/null`, a pipe) is written to directly.
public final class AtomicFile: OutputSink {
    /// The path as it was given.
    public let path: String
    /// Where the file will be: the path with symbolic links followed.
    private let destination: String
    /// Where it is written meanwhile; nil once it is renamed, or if it is written to directly.
    private var temporary: String?
    private var descriptor: Int32

    /// Prepares to write a file.
    ///
    /// - Throws: ``FileError`` if the file or its directory can't be written to.
    public init(path: String) throws(FileError) {
        self.path = path
        destination = try Self.followLinks(path)
        var status = stat()
        let exists = stat(destination, &status) == 0
        if exists {
            let type = status.st_mode & S_IFMT
            if type == S_IFDIR { throw FileError.writing(path, EISDIR) }
            if access(destination, W_OK) != 0 { throw FileError.writing(path, errno) }
            if type != S_IFREG {
                descriptor = open(destination, O_WRONLY | O_CLOEXEC)
                if descriptor < 0 { throw FileError.writing(path, errno) }
                return
            }
        }
        let (directory, name) = Self.split(destination)
        let prefix = "\(directory).\(name.prefix(64)).\(getpid())"
        var attempt = 0
        repeat {
            let candidate = "\(prefix).\(attempt)"
            descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            if descriptor >= 0 { temporary = candidate }
            attempt += 1
        } while descriptor < 0 && errno == EEXIST && attempt < 10_000
        guard descriptor >= 0 else { throw FileError.writing(path, errno) }
        if exists { _ = fchmod(descriptor, status.st_mode & 0o7777) }
    }

    deinit { abandon() }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        guard descriptor >= 0 else { throw FileError.writing(path, EBADF) }
        do throws(FileError) {
            try DescriptorSink.writeAll(bytes, to: descriptor, path: path)
        } catch {
            abandon()
            throw error
        }
    }

    /// Makes sure that the bytes are on the disk and puts the file in its place.
    ///
    /// - Throws: ``FileError``; the old file is then still there as it was.
    public func commit() throws(FileError) {
        guard descriptor >= 0 else { throw FileError.writing(path, EBADF) }
        if let temporary {
            guard fsync(descriptor) == 0 else { throw fail(errno) }
            let open = descriptor
            descriptor = -1
            guard close(open) == 0 else { throw fail(errno) }
            guard rename(temporary, destination) == 0 else { throw fail(errno) }
            self.temporary = nil
            Self.syncDirectory(Self.split(destination).directory)
        } else {
            let open = descriptor
            descriptor = -1
            guard close(open) == 0 else { throw fail(errno) }
        }
    }

    /// Gives up: the old file stays, the new one goes.
    public func abandon() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        if let temporary { unlink(temporary) }
        temporary = nil
    }

    private func fail(_ systemError: Int32) -> FileError {
        abandon()
        return FileError.writing(path, systemError)
    }

    /// The path that symbolic links at its end lead to, even if there is nothing there yet.
    private static func followLinks(_ path: String) throws(FileError) -> String {
        var path = path
        let original = path
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let count = readlink(path, &buffer, buffer.count - 1)
            guard count > 0 else { return path }
            let target = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path = target.hasPrefix("/") ? target : split(path).directory + target
        }
        throw FileError.writing(original, ELOOP)
    }

    /// The directory with its last slash, or nothing, and the name.
    private static func split(_ path: String) -> (directory: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[...slash]), String(path[path.index(after: slash)...]))
    }

    /// The rename itself must reach the disk too; where a file system can't do that, it is none of our errors.
    private static func syncDirectory(_ directory: String) {
        let descriptor = open(directory.isEmpty ? "." : directory, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }
}
