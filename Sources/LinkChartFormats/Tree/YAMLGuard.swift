/// Keeps from Yams what it could not cope with.
///
/// Yams hashes the keys of every mapping with all that they hold, which takes forever for a key that is an alias
/// of aliases of aliases; and a chain of a hundred thousand anchors, each with an alias of the one before,
/// makes a value too deep to be let go of. Neither has a use in a graph, so both are refused before Yams sees
/// them. The scan is rough: it also counts what stands in texts, but needs far more of it than texts have.
struct YAMLGuard {
    /// The reason not to parse, if there is one.
    private(set) var problem: DocumentProblem?

    /// How long a chain of aliases may be.
    static let chainLimit = 2_000

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var anchors = 0
        var aliases = 0
        var aliasKey: Int?
        for position in bytes.indices where bytes[position] == 0x26 || bytes[position] == 0x2A {
            let isAlone = position == 0 || Self.isBefore(bytes[position - 1])
            guard isAlone, position + 1 < bytes.count, !Self.isSpace(bytes[position + 1]) else { continue }
            if bytes[position] == 0x26 {
                anchors += 1
            } else {
                aliases += 1
                if aliasKey == nil && Self.isKey(bytes, position) { aliasKey = position }
            }
        }
        if let aliasKey, anchors > 0 {
            problem = DocumentProblem(
                code: .syntaxError, message: "an alias can't be a key here",
                range: SourceRange(offset: aliasKey, length: 1), suggestion: "write the key itself")
        } else if min(anchors, aliases) > Self.chainLimit {
            problem = DocumentProblem(
                code: .tooManyAliases,
                message: "the document has more than \(Self.chainLimit) anchors with aliases",
                range: SourceRange(offset: 0, length: 0), suggestion: "write the values themselves")
        }
    }

    /// Whether a blank or an opening bracket comes before.
    private static func isBefore(_ byte: UInt8) -> Bool {
        isSpace(byte) || byte == 0x5B || byte == 0x7B || byte == 0x2C
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    /// Whether `*name` is followed by a colon, or preceded by the mark of an explicit key.
    private static func isKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
        var before = start
        while before > 0, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
        if before > 0, before < start, bytes[before - 1] == 0x3F { return true }
        var at = start + 1
        while at < bytes.count, !isSpace(bytes[at]), bytes[at] != 0x2C, bytes[at] != 0x5D, bytes[at] != 0x7D {
            at += 1
        }
        if bytes[at - 1] == 0x3A { return true }
        while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x09 { at += 1 }
        return at < bytes.count && bytes[at] == 0x3A
    }
}
