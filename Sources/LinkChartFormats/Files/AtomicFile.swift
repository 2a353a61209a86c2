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
/// Without ``commit(isDurable:)``, whatever happens, the old file stays as it was and nothing is left behind; on Linux not
/// even by a program that is killed, because the new file has no name until it is complete. A symbolic
/// link stays a link and its target is replaced; a file that is replaced keeps its permissions. What is no
/// regular file (`/dev/null`, a pipe) is written to directly.
public final class AtomicFile: OutputSink {
    /// The path as it was given.
    public let path: String
    /// Where the file will be: the path with symbolic links followed.
    private let destination: String
    /// Where it is written meanwhile; nil once it is renamed, or if it is written to directly.
    private var temporary: String?
    /// Whether the file has no name yet, so that a program killed meanwhile leaves nothing behind.
    private var isNameless = false
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
        descriptor = Self.openNameless(in: Self.split(destination).directory)
        isNameless = descriptor >= 0
        if !isNameless {
            temporary = Self.firstFree(beside: destination) {
                descriptor = open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
                return descriptor >= 0
            }
        }
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

    /// Puts the file in its place.
    ///
    /// - Parameter isDurable: whether to wait until the disk has it, some milliseconds, so that not even a power cut
    ///   can undo it. What can be made again, like a picture, need not wait.
    /// - Throws: ``FileError``; the old file is then still there as it was.
    public func commit(isDurable: Bool = true) throws(FileError) {
        guard descriptor >= 0 else { throw FileError.writing(path, EBADF) }
        // A pipe or a device can't be synchronised, and need not be.
        if isDurable, isNameless || temporary != nil {
            guard fsync(descriptor) == 0 else { throw fail(errno) }
        }
        if isNameless {
            let open = "/proc/self/fd/\(descriptor)"
            temporary = Self.firstFree(beside: destination) {
                linkat(AT_FDCWD, open, AT_FDCWD, $0, AT_SYMLINK_FOLLOW) == 0
            }
            guard temporary != nil else { throw fail(errno) }
            isNameless = false
        }
        if let temporary {
            let open = descriptor
            descriptor = -1
            guard close(open) == 0 else { throw fail(errno) }
            guard rename(temporary, destination) == 0 else { throw fail(errno) }
            self.temporary = nil
            if isDurable { Self.syncDirectory(Self.split(destination).directory) }
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

    /// Opens a file without a name, where the system has such; -1 where it has not.
    private static func openNameless(in directory: String) -> Int32 {
        #if os(Linux)
            // O_TMPFILE is a macro that Swift does not see: this bit together with O_DIRECTORY.
            let nameless = 0o20_000_000 | O_DIRECTORY
            guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
            return open(directory.isEmpty ? "." : directory, nameless | O_WRONLY | O_CLOEXEC, 0o666)
        #else
            return -1
        #endif
    }

    /// The first name beside a file for which `take` succeeds; nil, with `errno` set, if it fails for
    /// another reason than that the name is taken.
    private static func firstFree(beside destination: String, _ take: (String) -> Bool) -> String? {
        let (directory, name) = split(destination)
        for attempt in 0..<10_000 {
            let candidate = "\(directory).\(name.prefix(64)).\(getpid()).\(attempt)"
            if take(candidate) { return candidate }
            guard errno == EEXIST else { return nil }
        }
        return nil
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
