#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Takes the bytes that a writer makes, in order.
public protocol OutputSink: AnyObject {
    /// Takes bytes; they are not kept beyond the call.
    func write(_ bytes: UnsafeRawBufferPointer) throws(FileError)
}

extension OutputSink {
    /// Takes a text as UTF-8.
    public func write(_ text: String) throws(FileError) {
        if let failure = failure(writing: Array(text.utf8)) { throw failure }
    }

    /// Takes bytes; returns the error instead of throwing it.
    func failure(writing bytes: [UInt8]) -> FileError? {
        bytes.withUnsafeBytes { buffer in
            do throws(FileError) {
                try write(buffer)
                return nil
            } catch {
                return error
            }
        }
    }
}

/// Gathers bytes in memory.
public final class MemorySink: OutputSink {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// An empty sink.
    public init() {}

    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        self.bytes.append(contentsOf: bytes)
    }

    /// What was written so far, as a text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

/// Writes to an open file, such as standard output.
public final class DescriptorSink: OutputSink {
    private let descriptor: Int32
    private let name: String

    /// A sink that writes to an open file and leaves it open.
    ///
    /// - Parameters:
    ///   - descriptor: the number of the open file.
    ///   - name: what errors call it.
    public init(descriptor: Int32, name: String) {
        self.descriptor = descriptor
        self.name = name
    }

    /// Standard output.
    public static var standardOutput: DescriptorSink {
        DescriptorSink(descriptor: STDOUT_FILENO, name: "standard output")
    }

    /// Standard error.
    public static var standardError: DescriptorSink {
        DescriptorSink(descriptor: STDERR_FILENO, name: "standard error")
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(FileError) {
        try Self.writeAll(bytes, to: descriptor, path: name)
    }

    static func writeAll(
        _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, path: String
    ) throws(FileError) {
        var rest = bytes
        while !rest.isEmpty {
            #if canImport(Darwin)
                let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
            #elseif canImport(Musl)
                let count = Musl.write(descriptor, rest.baseAddress, rest.count)
            #else
                let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            #endif
            if count < 0 {
                let error = errno
                if error == EINTR { continue }
                throw FileError.writing(path, error)
            }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
