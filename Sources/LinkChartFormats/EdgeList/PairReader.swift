internal import LinkChartModel

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file of lines of two names and perhaps a weight, read into columns.
///
/// Large files are read by several threads, each a part of its own; the parts' names are then numbered as
/// one thread would have numbered them, so the result does not depend on the number of threads.
struct PairColumns {
    /// The names, in the order of their first appearance.
    var names: StringTable
    /// An edge's source, as the number of its name.
    var sources: [UInt32]
    /// An edge's target, as the number of its name.
    var targets: [UInt32]
    /// An edge's weight, not-a-number where it has none; empty if no edge has one.
    var weights: [Double]
    /// What is wrong, in the order of the file.
    var issues: [PairIssue]
    /// How many lines were empty or comments.
    var skippedLines: Int
}

/// Reads ``PairColumns``.
struct PairReader {
    var dialect: PairDialect
    /// The only number of columns a line may have; nil where two and three may alternate.
    var columns: Int?

    /// Parts smaller than this are not worth a thread.
    private static let minimumPartLength = 4 << 20

    /// Reads a file from an offset on.
    ///
    /// - Parameters:
    ///   - file: all bytes of the file.
    ///   - start: where the first line begins.
    ///   - parts: how many parts to read it in; nil to choose by its size and the processors.
    /// - Returns: nil if the file is a table that needs a full tokenizer.
    /// - Throws: ``GraphError`` with the code `tooLarge` for 2^31 lines and more.
    /// - Complexity: linear in the number of bytes.
    func read(
        _ file: UnsafeRawBufferPointer, from start: Int, parts: Int? = nil
    ) throws(GraphError) -> PairColumns? {
        let count = parts ?? Self.usefulPartCount(file.count - start)
        return try read(file, in: Self.ranges(of: file, from: start, count: count))
    }

    /// Reads a file in given parts, each of which begins at the beginning of a line and ends after a line end or with
    /// the file.
    func read(_ file: UnsafeRawBufferPointer, in parts: [Range<Int>]) throws(GraphError) -> PairColumns? {
        let work = PairWork(file: file, ranges: parts, dialect: dialect, columns: columns)
        work.countLines()
        let capacity = work.lineCount
        guard capacity < 1 << 31 else { throw GraphError(.tooLarge, "2^31 lines or more") }
        var edgeCount = 0
        var weightCount = 0
        var targets: [UInt32] = []
        var weights: [Double] = []
        // The arrays are filled where they lie; memory they do not need is never written to, so costs nothing.
        let sources = [UInt32](unsafeUninitializedCapacity: capacity) { sources, count in
            targets = [UInt32](unsafeUninitializedCapacity: capacity) { targets, count in
                weights = [Double](unsafeUninitializedCapacity: capacity) { weights, count in
                    if let sources = sources.baseAddress, let targets = targets.baseAddress,
                        let weights = weights.baseAddress
                    {
                        work.scan(PairOutput(sources: sources, targets: targets, weights: weights))
                        edgeCount = work.edgeCount
                        weightCount = work.hasWeights ? edgeCount : 0
                    }
                    count = weightCount
                }
                count = edgeCount
            }
            count = edgeCount
        }
        if work.isRefused { return nil }
        return PairColumns(
            names: work.names(), sources: sources, targets: targets, weights: weightCount > 0 ? weights : [],
            issues: work.issues, skippedLines: work.skippedLines)
    }

    /// As many parts as there are processors, if the file is large enough for them.
    private static func usefulPartCount(_ length: Int) -> Int {
        max(1, min(sysconf(Int32(_SC_NPROCESSORS_ONLN)), length / minimumPartLength, 16))
    }

    /// Cuts a file after line ends, into parts of about the same length.
    static func ranges(of file: UnsafeRawBufferPointer, from start: Int, count: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var lower = start
        for part in 1...count {
            var upper = part == count ? file.count : start + (file.count - start) / count * part
            upper = max(upper, lower)
            while upper > lower, upper < file.count, file[upper - 1] != 0x0A { upper += 1 }
            if upper > lower { ranges.append(lower..<upper) }
            lower = upper
        }
        return ranges.isEmpty ? [start..<file.count] : ranges
    }
}
