internal import CGraphvizShim

#if canImport(Darwin)
    internal import Darwin
#elseif canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#endif

/// A worker as its parent sees it: a process and two channels. Not shared: its owner is one actor.
///
/// The kernel ends the worker when the thread ends that started it, so that must be a thread that lives as long as
/// the worker is wanted.
final class WorkerProcess {
    /// How an exchange ended without an answer.
    enum Failure: Error {
        /// The time is over; the worker has been ended.
        case late
        /// The worker is gone.
        case gone(Ending)
        /// The answer is longer than allowed; the worker has been ended.
        case tooLong
        /// The answer is no answer; the worker has been ended.
        case confused
    }

    /// How a worker ended.
    struct Ending {
        var signal: Int32?
        var status: Int32?
        /// What it wrote to standard error, at most the last kilobytes.
        var complaint: String
        /// What it said of itself: one of the shim's reasons, or 0.
        var reason = 0
    }

    private let process: pid_t
    private let socket: Int32
    private let errors: Int32
    private var complaint: [UInt8] = []
    private var isOver = false
    /// Jobs that it was given.
    var jobs = 0

    /// - Throws: the error number of the system.
    init(path: String, arguments: [String]) throws(SystemError) {
        var sockets: [Int32] = [-1, -1]
        var pipe: [Int32] = [-1, -1]
        try SystemError.check(lcgv_worker_sockets(&sockets))
        defer { close(sockets[1]) }
        var result = lcgv_worker_pipe(&pipe)
        guard result == 0 else {
            close(sockets[0])
            throw SystemError(number: result)
        }
        defer { close(pipe[1]) }
        var process: pid_t = 0
        result = withCStrings(arguments) { arguments in
            // A crash is told of by the worker itself; the runtime would print a page about it.
            withCStrings(environmentWithout("SWIFT_BACKTRACE") + ["SWIFT_BACKTRACE=enable=no"]) {
                lcgv_worker_spawn(&process, path, arguments, $0, sockets[1], pipe[1])
            }
        }
        guard result == 0 else {
            close(sockets[0])
            close(pipe[0])
            throw SystemError(number: result)
        }
        self.process = process
        socket = sockets[0]
        errors = pipe[0]
    }

    deinit {
        _ = end()
        close(socket)
        close(errors)
    }

    /// Ends the worker, if it still runs, and waits until it is gone.
    @discardableResult
    func end() -> Ending {
        guard !isOver else { return Ending(signal: nil, status: nil, complaint: "") }
        kill(process, SIGKILL)
        return reap()
    }

    private func reap() -> Ending {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        isOver = true
        drainErrors()
        // The macros WIFSIGNALED and its like, which Swift does not see.
        let signal = status & 0x7F
        return Ending(
            signal: signal != 0 ? signal : nil, status: signal == 0 ? (status >> 8) & 0xFF : nil,
            complaint: String(decoding: complaint, as: UTF8.self))
    }

    /// Sends a frame and waits for the next one.
    ///
    /// - Parameters:
    ///   - frame: what to send; empty to wait only.
    ///   - deadline: when to give up; nil to wait for ever.
    ///   - limit: the most bytes of an answer.
    func exchange(
        _ frame: [UInt8], until deadline: ContinuousClock.Instant?, limit: Int
    ) throws(Failure) -> WorkerMessage {
        var sent = 0
        var header: [UInt8] = []
        var content: [UInt8] = []
        var wanted = WorkerMessage.headerLength
        while true {
            try wait(forWriting: sent < frame.count, until: deadline)
            if sent < frame.count {
                let count = frame.withUnsafeBytes {
                    lcgv_worker_send(socket, $0.baseAddress?.advanced(by: sent), frame.count - sent)
                }
                // A worker that is gone may have left a last word, which is read below.
                sent = count >= 0 ? sent + count : (isTemporary ? sent : frame.count)
            }
            if header.count < WorkerMessage.headerLength {
                try receive(WorkerMessage.headerLength - header.count, into: &header)
                guard header.count == WorkerMessage.headerLength else { continue }
                let length = header.withUnsafeBytes {
                    UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self))
                }
                guard length <= UInt64(max(0, limit)) else {
                    end()
                    throw .tooLong
                }
                wanted = Int(length)
                content.reserveCapacity(wanted)
            }
            if content.count < wanted { try receive(wanted - content.count, into: &content) }
            guard content.count == wanted else { continue }
            do {
                return try WorkerMessage(kind: header[8], content: content)
            } catch {
                end()
                throw .confused
            }
        }
    }

    private var isTemporary: Bool { errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR }

    private func wait(forWriting: Bool, until deadline: ContinuousClock.Instant?) throws(Failure) {
        var milliseconds: Int32 = -1
        if let deadline {
            let left = deadline - .now
            guard left > .zero else {
                end()
                throw .late
            }
            let (seconds, attoseconds) = left.components
            milliseconds = Int32(min(3_600_000, seconds * 1000 + attoseconds / 1_000_000_000_000_000 + 1))
        }
        var files = [
            pollfd(fd: socket, events: Int16(forWriting ? POLLIN | POLLOUT : POLLIN), revents: 0),
            pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
        ]
        // Whoever has closed its errors is not asked again, or there would be no waiting.
        let count = errorsAreOpen ? 2 : 1
        guard poll(&files, nfds_t(count), milliseconds) > 0 else { return }
        if files[1].revents != 0 { drainErrors() }
    }

    private var errorsAreOpen = true

    private func drainErrors() {
        var buffer = [UInt8](repeating: 0, count: 16 << 10)
        while errorsAreOpen {
            let count = read(errors, &buffer, buffer.count)
            if count > 0 {
                complaint += buffer[..<count]
                if complaint.count > 8192 { complaint.removeFirst(complaint.count - 8192) }
            } else if count < 0 && isTemporary {
                return
            } else {
                errorsAreOpen = false
            }
        }
    }

    private func receive(_ count: Int, into bytes: inout [UInt8]) throws(Failure) {
        guard count > 0 else { return }
        let room = min(count, 1 << 20)
        var received = 0
        bytes.append(
            contentsOf: [UInt8](unsafeUninitializedCapacity: room) { buffer, initialised in
                received = recv(socket, buffer.baseAddress, room, 0)
                initialised = max(0, received)
            })
        if received > 0 || (received < 0 && isTemporary) { return }
        throw .gone(reap())
    }
}

/// An error number of the system.
struct SystemError: Error, CustomStringConvertible {
    var number: Int32

    static func check(_ result: Int32) throws(SystemError) {
        if result != 0 { throw SystemError(number: result) }
    }

    var description: String { strerror(number).map { String(cString: $0) } ?? "error \(number)" }
}

/// Lends texts as the list of C strings that programs are started with.
private func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { preconditionFailure("a list with its end is not empty") }
        return body(base)
    }
}

/// This process's environment without one variable.
private func environmentWithout(_ name: String) -> [String] {
    var texts: [String] = []
    guard var entry = lcgv_worker_environment() else { return [] }
    while let text = entry.pointee {
        let variable = String(cString: text)
        if !variable.hasPrefix(name + "=") { texts.append(variable) }
        entry += 1
    }
    return texts
}
