internal import CGraphvizShim

/// What parent and worker say to each other. A frame is the length of what follows its kind (eight bytes, little
/// end first), the kind (one byte), and the content.
enum WorkerMessage {
    /// The worker is there; it names the protocol's version, so that a worker of another release is not misread.
    case hello(version: Int)
    /// Lay out and render, in at most so many seconds of processor time (0 for no limit).
    case job(GraphvizJob, seconds: Int)
    /// What came of the job.
    case output(GraphvizOutput)
    /// Why nothing came of it.
    case failure(GraphvizError)
    /// A signal is about to end the worker.
    case crash(signal: Int32, reason: Int)
    /// What can you do?
    case question
    /// Version, engines and formats.
    case capabilities(GraphvizCapabilities)

    static let version = 1
    static let headerLength = 9

    var frame: [UInt8] {
        var writer = ByteWriter()
        let kind: UInt8
        switch self {
        case .hello(let version):
            kind = 1
            writer.write(version)
        case .job(let job, let seconds):
            kind = 2
            writer.write(seconds)
            writer.write(job)
        case .output(let output):
            kind = 3
            writer.write(output)
        case .failure(let error):
            kind = 4
            writer.write(error)
        case .crash(let signal, let reason):
            // Written by the signal handler in C; here for tests.
            return [2, 0, 0, 0, 0, 0, 0, 0, UInt8(LCGV_CRASH_KIND), UInt8(signal), UInt8(reason)]
        case .question: kind = 6
        case .capabilities(let capabilities):
            kind = 7
            writer.write(capabilities.version)
            writer.write(capabilities.engines) { $0.write($1) }
            writer.write(capabilities.formats) { $0.write($1) }
        }
        return withUnsafeBytes(of: UInt64(writer.bytes.count).littleEndian) { Array($0) } + [kind]
            + writer.bytes
    }

    init(kind: UInt8, content: [UInt8]) throws(ByteError) {
        var reader = ByteReader(content)
        switch kind {
        case 1: self = .hello(version: try reader.integer())
        case 2:
            let seconds = try reader.integer()
            self = .job(try GraphvizJob(from: &reader), seconds: seconds)
        case 3: self = .output(try GraphvizOutput(from: &reader))
        case 4: self = .failure(try GraphvizError(from: &reader))
        case UInt8(LCGV_CRASH_KIND):
            guard content.count == 2 else { throw ByteError() }
            self = .crash(signal: Int32(content[0]), reason: Int(content[1]))
            return
        case 6: self = .question
        case 7:
            let version = try reader.text()
            let engines = try reader.list { (reader) throws(ByteError) in try reader.text() }
            let formats = try reader.list { (reader) throws(ByteError) in try reader.text() }
            self = .capabilities(
                GraphvizCapabilities(version: version, engines: engines, formats: formats))
        default: throw ByteError()
        }
        guard reader.isAtEnd else { throw ByteError() }
    }
}

extension ByteWriter {
    mutating func write(_ job: GraphvizJob) {
        write(job.dot)
        write(job.engine.rawValue)
        write(job.formats) { $0.write($1.rawValue) }
        write(job.readsLayout)
        write(job.resolution) { $0.write($1) }
        write(job.limits.side)
        write(job.limits.area)
    }

    mutating func write(_ output: GraphvizOutput) {
        write(output.renderings.sorted { $0.key.rawValue < $1.key.rawValue }) { writer, rendering in
            writer.write(rendering.key.rawValue)
            writer.write(rendering.value)
        }
        write(output.layout) { $0.write($1) }
        write(output.warnings) { $0.write($1) }
    }

    mutating func write(_ message: GraphvizMessage) {
        write(message.severity == .error)
        write(message.text)
        write(message.line) { $0.write($1) }
    }

    mutating func write(_ error: GraphvizError) {
        write(error.code.rawValue)
        write(error.message)
        write(error.line) { $0.write($1) }
        write(error.engine) { $0.write($1.rawValue) }
        write(error.format) { $0.write($1.rawValue) }
        write(error.fittingResolution) { $0.write($1) }
        write(error.reports) { $0.write($1) }
    }
}

extension GraphvizJob {
    fileprivate init(from reader: inout ByteReader) throws(ByteError) {
        dot = try reader.text()
        engine = LayoutEngine(rawValue: try reader.text())
        formats = try reader.list { (reader) throws(ByteError) in OutputFormat(rawValue: try reader.text()) }
        readsLayout = try reader.flag()
        resolution = try reader.optional { (reader) throws(ByteError) in try reader.double() }
        limits = BitmapLimits(side: try reader.integer(), area: try reader.integer())
    }
}

extension GraphvizOutput {
    fileprivate init(from reader: inout ByteReader) throws(ByteError) {
        renderings = [:]
        let files = try reader.list { (reader) throws(ByteError) in
            (OutputFormat(rawValue: try reader.text()), try reader.content())
        }
        for (format, bytes) in files { renderings[format] = bytes }
        layout = try reader.optional { (reader) throws(ByteError) in try GraphLayout(from: &reader) }
        warnings = try reader.list { (reader) throws(ByteError) in try GraphvizMessage(from: &reader) }
    }
}

extension GraphvizMessage {
    fileprivate init(from reader: inout ByteReader) throws(ByteError) {
        severity = try reader.flag() ? .error : .warning
        text = try reader.text()
        line = try reader.optional { (reader) throws(ByteError) in try reader.integer() }
    }
}

extension GraphvizError {
    fileprivate init(from reader: inout ByteReader) throws(ByteError) {
        code = Code(rawValue: try reader.text())
        message = try reader.text()
        line = try reader.optional { (reader) throws(ByteError) in try reader.integer() }
        engine = try reader.optional { (reader) throws(ByteError) in LayoutEngine(rawValue: try reader.text())
        }
        format = try reader.optional { (reader) throws(ByteError) in OutputFormat(rawValue: try reader.text())
        }
        fittingResolution = try reader.optional { (reader) throws(ByteError) in try reader.double() }
        reports = try reader.list { (reader) throws(ByteError) in try GraphvizMessage(from: &reader) }
    }
}
