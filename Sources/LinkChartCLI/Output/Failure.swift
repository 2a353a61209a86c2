import ArgumentParser
import LinkChart

/// Why a command can't do what it was asked: a message for people, and the documented exit code.
struct Failure: Error, CustomStringConvertible {
    /// The exit codes that ARCHITECTURE documents, those of `sysexits.h`.
    enum Code: Int32 {
        case usage = 64
        case badData = 65
        case noInput = 66
        case missingPart = 69
        case bug = 70
        case cannotCreate = 73
        case ioError = 74
        case limit = 75
    }

    var code: Code
    var message: String

    static func usage(_ message: String) -> Failure { Failure(code: .usage, message: message) }
    static func badData(_ message: String) -> Failure { Failure(code: .badData, message: message) }

    var description: String { message }
}
