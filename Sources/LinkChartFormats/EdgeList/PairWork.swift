import Dispatch
internal import LinkChartModel

/// The parts of a file while several threads read them.
///
/// Every thread touches what belongs to its own part only; what joins the parts runs on one thread.
final class PairWork: @unchecked Sendable {
    private let file: UnsafeRawBufferPointer
    private let ranges: [Range<Int>]
    private let interners: UnsafeMutablePointer<NodeInterner>
    private let parts: UnsafeMutablePointer<Part>

    private struct Part {
        var scanner: PairScanner
        var lineCount = 0
        var output: PairOutput?
    }

    init(file: UnsafeRawBufferPointer, ranges: [Range<Int>], dialect: PairDialect, columns: Int?) {
        self.file = file
        self.ranges = ranges
        interners = .allocate(capacity: ranges.count)
        parts = .allocate(capacity: ranges.count)
        for part in ranges.indices {
            (interners + part).initialize(to: NodeInterner(file: file))
            (parts + part).initialize(
                to: Part(scanner: PairScanner(file: file, dialect: dialect, columns: columns)))
        }
    }

    deinit {
        interners.deinitialize(count: ranges.count)
        parts.deinitialize(count: ranges.count)
        interners.deallocate()
        parts.deallocate()
    }

    private func forEachPart(_ body: @Sendable (Int) -> Void) {
        if ranges.count == 1 { return body(0) }
        DispatchQueue.concurrentPerform(iterations: ranges.count, execute: body)
    }

    // MARK: - Counting

    /// Counts the line ends of every part, which bound its edges.
    func countLines() {
        forEachPart { part in
            self.parts[part].lineCount =
                Self.lineEnds(UnsafeRawBufferPointer(rebasing: self.file[self.ranges[part]])) + 1
        }
    }

    /// A bound for the lines of all parts; lines that end in CR LF count twice.
    var lineCount: Int { ranges.indices.reduce(0) { $0 + parts[$1].lineCount } }

    private static func lineEnds(_ bytes: UnsafeRawBufferPointer) -> Int {
        let lineFeeds = Bytes8.repeated(0x0A)
        let returns = Bytes8.repeated(0x0D)
        var total = 0
        var position = 0
        while position &+ 8 <= bytes.count {
            // At most 255 words, so that no byte of the sum overflows.
            let stop = min(bytes.count &- 7, position &+ 255 &* 8)
            var counts: UInt64 = 0
            while position < stop {
                let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                counts &+= (Bytes8.zero(word ^ lineFeeds) | Bytes8.zero(word ^ returns)) &>> 7
                position &+= 8
            }
            let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ ((counts &>> 8) & 0x00FF_00FF_00FF_00FF)
            total &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) &>> 48)
        }
        while position < bytes.count {
            total &+= bytes[position] == 0x0A || bytes[position] == 0x0D ? 1 : 0
            position &+= 1
        }
        return total
    }

    // MARK: - Scanning

    /// Reads all parts and joins them in `output`, which has room for ``lineCount`` edges.
    func scan(_ output: PairOutput) {
        var offset = 0
        for part in ranges.indices {
            parts[part].output = output.advanced(by: offset)
            offset += parts[part].lineCount
        }
        forEachPart { part in
            guard let output = self.parts[part].output else { return }
            self.parts[part].scanner.scan(self.ranges[part], interner: &self.interners[part], output: output)
        }
        if !isRefused { join(output) }
    }

    /// Gives the names of later parts the numbers that one thread would have given them.
    private func join(_ output: PairOutput) {
        let maps = UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>.allocate(capacity: ranges.count)
        nonisolated(unsafe) let numbers = maps
        for part in ranges.indices {
            maps[part] = .allocate(capacity: max(1, interners[part].count))
            if part > 0 { interners[0].adopt(interners[part], numbers: maps[part]) }
        }
        let hasWeights = hasWeights
        forEachPart { part in
            guard let own = self.parts[part].output else { return }
            let count = self.parts[part].scanner.edgeCount
            if hasWeights && !self.parts[part].scanner.hasWeights {
                own.weights.update(repeating: .nan, count: count)
            }
            if part == 0 { return }
            let map = numbers[part]
            for edge in 0..<count {
                own.sources[edge] = map[Int(own.sources[edge])]
                own.targets[edge] = map[Int(own.targets[edge])]
            }
        }
        for part in ranges.indices { maps[part].deallocate() }
        maps.deallocate()
        var edges = 0
        for part in ranges.indices {
            let count = parts[part].scanner.edgeCount
            if let own = parts[part].output, own.sources != output.sources + edges {
                (output.sources + edges).update(from: own.sources, count: count)
                (output.targets + edges).update(from: own.targets, count: count)
                if hasWeights { (output.weights + edges).update(from: own.weights, count: count) }
            }
            edges += count
        }
    }

    // MARK: - Results

    /// Whether some part needs a full tokenizer.
    var isRefused: Bool { ranges.indices.contains { parts[$0].scanner.refusedAt != nil } }

    var edgeCount: Int { ranges.indices.reduce(0) { $0 + parts[$1].scanner.edgeCount } }

    var hasWeights: Bool { ranges.indices.contains { parts[$0].scanner.hasWeights } }

    var skippedLines: Int { ranges.indices.reduce(0) { $0 + parts[$1].scanner.skippedLines } }

    var issues: [PairIssue] { ranges.indices.flatMap { parts[$0].scanner.issues } }

    /// The names of all parts, in the order of their numbers.
    func names() -> StringTable { interners[0].names() }
}
