public import LinkChartModel

/// Writes a graph in one format.
public protocol GraphFormatWriter: Sendable {
    /// Writes a graph; of a file it is the caller who commits.
    ///
    /// - Throws: ``FileError``, the first one that the sink had.
    func write(_ graph: Graph, to sink: any OutputSink) throws(FileError)
}

/// Gathers bytes and passes them on in large pieces.
struct OutputBuffer {
    var bytes: [UInt8] = []
    private let sink: any OutputSink
    private static let size = 1 << 16

    init(_ sink: any OutputSink) {
        self.sink = sink
        bytes.reserveCapacity(Self.size + 4_096)
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    @inline(__always)
    mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Passes the bytes on if enough have gathered.
    mutating func flushIfLarge() throws(FileError) {
        if bytes.count >= Self.size { try flush() }
    }

    /// Passes the bytes on.
    mutating func flush() throws(FileError) {
        if let failure = sink.failure(writing: bytes) { throw failure }
        bytes.removeAll(keepingCapacity: true)
    }
}
