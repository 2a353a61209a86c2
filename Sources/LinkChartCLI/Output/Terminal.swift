#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

import LinkChart

/// What the terminal at the other end of a stream can show.
struct TerminalStyle {
    var hasColour: Bool

    /// The style for standard output: colour only on a terminal, and not under `NO_COLOR`.
    static let output = TerminalStyle(hasColour: isColourful(STDOUT_FILENO))
    /// The style for standard error.
    static let errors = TerminalStyle(hasColour: isColourful(STDERR_FILENO))

    private static func isColourful(_ stream: Int32) -> Bool {
        if let no = getenv("NO_COLOR"), no.pointee != 0 { return false }
        if let term = getenv("TERM"), String(cString: term) == "dumb" { return false }
        return isatty(stream) == 1
    }

    func bold(_ text: String) -> String { wrapped(text, "1") }
    func dim(_ text: String) -> String { wrapped(text, "2") }
    func red(_ text: String) -> String { wrapped(text, "1;31") }
    func yellow(_ text: String) -> String { wrapped(text, "1;33") }
    func blue(_ text: String) -> String { wrapped(text, "1;34") }
    func green(_ text: String) -> String { wrapped(text, "32") }

    private func wrapped(_ text: String, _ code: String) -> String {
        hasColour ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

/// Whether standard error is a terminal, where progress is worth showing.
var errorsGoToTerminal: Bool { isatty(STDERR_FILENO) == 1 }

/// Writes a line to standard error.
func complain(_ line: String) {
    writeToErrors(line + "\n")
}

/// Writes all of a text to standard error; what a closed terminal makes of it is nobody's concern.
func writeToErrors(_ text: String) { try? DescriptorSink.standardError.write(text) }

/// Writes all of a text to standard output.
///
/// - Throws: ``Failure`` of input and output: a full disk, a closed pipe.
func writeToOutput(_ text: String) throws {
    do throws(FileError) {
        try DescriptorSink.standardOutput.write(text)
    } catch {
        throw Failure(error)
    }
}

/// Writes all of a file's bytes to standard output.
func writeToOutput(_ bytes: [UInt8]) throws {
    do {
        let sink = DescriptorSink.standardOutput
        try bytes.withUnsafeBytes { try sink.write($0) }
    } catch let error as FileError {
        throw Failure(error)
    }
}
