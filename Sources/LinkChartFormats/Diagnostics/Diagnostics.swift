/// Collects diagnostics: all of them are counted, the first of each code and file are kept.
///
/// A file with a million errors thus reports the first fifty of each sort and says how many more there are.
public struct Diagnostics: Sendable {
    /// How many diagnostics of one code and file are kept.
    public let limit: Int
    private var kept: [Diagnostic] = []
    private var counts: [Key: Int] = [:]
    private var totals: [Diagnostic.Severity: Int] = [:]

    private struct Key: Hashable {
        var code: DiagnosticCode
        var file: String?
    }

    /// An empty collection that keeps `limit` diagnostics of each code and file.
    public init(limit: Int = 50) { self.limit = limit }

    /// Reports a diagnostic.
    public mutating func report(_ diagnostic: Diagnostic) {
        report(diagnostic.code, severity: diagnostic.severity, file: diagnostic.file) { diagnostic }
    }

    /// Reports a diagnostic that is only made if it is going to be kept.
    public mutating func report(
        _ code: DiagnosticCode, severity: Diagnostic.Severity? = nil, file: String?,
        make: () -> Diagnostic
    ) {
        totals[severity ?? code.severity, default: 0] += 1
        let count = counts[Key(code: code, file: file), default: 0]
        counts[Key(code: code, file: file)] = count + 1
        guard count < limit else { return }
        var diagnostic = make()
        diagnostic.message = Self.shortened(diagnostic.message)
        diagnostic.suggestion = diagnostic.suggestion.map { Self.shortened($0) }
        kept.append(diagnostic)
    }

    /// A text that quotes a word of megabytes, without the middle.
    private static func shortened(_ text: String) -> String {
        text.utf8.count > 4_000 ? "\(text.prefix(1_000)) \u{2026} \(text.suffix(200))" : text
    }

    /// Whether the next diagnostic of a code and a file would be kept.
    func keeps(_ code: DiagnosticCode, file: String?) -> Bool {
        counts[Key(code: code, file: file), default: 0] < limit
    }

    /// Adds everything that another collection has.
    public mutating func append(_ other: Diagnostics) {
        for diagnostic in other.kept {
            let key = Key(code: diagnostic.code, file: diagnostic.file)
            if counts[key, default: 0] < limit { kept.append(diagnostic) }
        }
        counts.merge(other.counts) { $0 + $1 }
        totals.merge(other.totals) { $0 + $1 }
    }

    /// How many diagnostics of this severity were reported, kept or not.
    public func count(of severity: Diagnostic.Severity) -> Int { totals[severity, default: 0] }

    /// How many diagnostics of this code were reported, kept or not.
    public func count(of code: DiagnosticCode) -> Int {
        counts.reduce(0) { $0 + ($1.key.code == code ? $1.value : 0) }
    }

    /// Whether something is wrong.
    public var hasErrors: Bool { count(of: .error) > 0 }

    /// How many diagnostics were counted but not kept, by code and file, in the order of the codes.
    public var omitted: [(code: DiagnosticCode, file: String?, count: Int)] {
        counts.filter { $0.value > limit }
            .map { (code: $0.key.code, file: $0.key.file, count: $0.value - limit) }
            .sorted { ($0.code.rawValue, $0.file ?? "") < ($1.code.rawValue, $1.file ?? "") }
    }

    /// The kept diagnostics in the order of their files' first mention and, within a file, of their places.
    public var sorted: [Diagnostic] {
        var order: [String?: Int] = [:]
        for diagnostic in kept where order[diagnostic.file] == nil { order[diagnostic.file] = order.count }
        let positions = kept.enumerated().map { position, diagnostic in
            (
                order[diagnostic.file] ?? 0, diagnostic.line ?? Int.max, diagnostic.column ?? Int.max,
                position
            )
        }
        return positions.sorted { $0 < $1 }.map { kept[$0.3] }
    }
}

extension Diagnostics: RandomAccessCollection {
    public var startIndex: Int { 0 }
    public var endIndex: Int { kept.count }
    public subscript(position: Int) -> Diagnostic { kept[position] }
}
