#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Why a file can't be read or written.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no file of that name.
        case notFound
        /// It is a directory.
        case isDirectory
        /// It is there but can't be read.
        case unreadable
        /// It can't be made or replaced.
        case cannotWrite
        /// Reading or writing broke off: a full disk, a closed pipe, a broken device.
        case ioError
    }

    /// What is wrong.
    public var code: Code
    /// The file, as it was named.
    public var path: String
    /// The system's number for the error, `errno`; 0 if it had none.
    public var systemError: Int32
    /// What was being done, as in "write".
    public var action: String

    /// An error.
    public init(_ code: Code, path: String, systemError: Int32 = 0, action: String) {
        self.code = code
        self.path = path
        self.systemError = systemError
        self.action = action
    }

    /// The exit code that `sysexits.h` gives for it: 66 for no such input, 73 for can't write, 74 for an
    /// error while reading or writing.
    public var exitCode: Int32 {
        switch code {
        case .notFound, .isDirectory, .unreadable: 66
        case .cannotWrite: 73
        case .ioError: 74
        }
    }

    public var description: String {
        let name = TerminalText.visible(path)
        let reason = systemError == 0 ? "" : ": \(Self.text(ofSystemError: systemError))"
        switch code {
        case .notFound: return "there is no file `\(name)`"
        case .isDirectory: return "`\(name)` is a directory, not a file"
        case .unreadable, .cannotWrite, .ioError: return "can't \(action) `\(name)`\(reason)"
        }
    }

    /// The error as a diagnostic on the input as a whole.
    public var diagnostic: Diagnostic {
        let code: DiagnosticCode =
            switch self.code {
            case .notFound: .noSuchFile
            case .isDirectory: .isDirectory
            case .unreadable, .cannotWrite, .ioError: .unreadableFile
            }
        return Diagnostic(code, description, file: path)
    }

    /// An error of opening or reading a file, by what `errno` says.
    static func reading(_ path: String, _ systemError: Int32) -> FileError {
        let code: Code =
            switch systemError {
            case ENOENT, ENOTDIR: .notFound
            case EISDIR: .isDirectory
            case EIO: .ioError
            default: .unreadable
            }
        return FileError(code, path: path, systemError: systemError, action: "read")
    }

    /// An error of making or writing a file, by what `errno` says.
    static func writing(_ path: String, _ systemError: Int32) -> FileError {
        let code: Code =
            switch systemError {
            case ENOSPC, EDQUOT, EIO, EPIPE, EFBIG: .ioError
            default: .cannotWrite
            }
        return FileError(code, path: path, systemError: systemError, action: "write")
    }

    private static func text(ofSystemError number: Int32) -> String {
        String(cString: strerror(number)).lowercasedFirst
    }
}

extension String {
    /// The text with a small first letter, to stand inside a sentence.
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
