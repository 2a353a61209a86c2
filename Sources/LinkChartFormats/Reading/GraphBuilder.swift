public import LinkChartModel

/// A graph that is being read, with everything that readers share: places, diagnostics, the report, and the
/// rules by which nodes and edges of several inputs become one graph.
public struct GraphBuilder: Sendable {
    /// The graph so far. Readers of untyped tables add to it directly.
    public var graph: Graph
    /// How to read.
    public let options: ReadOptions
    /// What was found to say.
    public internal(set) var diagnostics: Diagnostics
    /// What became of the inputs.
    public internal(set) var report = BuildReport()

    /// The inputs in the order they were given.
    public internal(set) var inputs: [GraphInput] = []
    /// The number of the input that is being read.
    public internal(set) var currentInput = 0
    var places: [SourcePlaces] = []
    private var legible: [Bool] = []

    /// Where each node was first defined, and each edge: shorter than the graph where a reader adds to the
    /// graph directly.
    var nodeOrigins = Origins()
    var edgeOrigins = Origins()
    /// Of edges that a later input came to: that input, and the claims they had before it.
    var earlierClaims: [EdgeIndex: (input: Int, claims: Set<Claim>)] = [:]
    /// Documents of which an input says that they are none of the graph's sources, whoever cites them.
    var noSources: Set<NodeIndex> = []
    /// Identifiers of nodes that were left out, so that their edges don't raise a second error each.
    var rejectedNodes: Set<String> = []
    /// Of inputs that can't name a node as the graph does: its name there, and here.
    var renamedNodes: [Int: [String: String]] = [:]
    /// How many hyperedges got an identifier here.
    var namedHyperedges = 0
    /// The place that problems are reported at while something is read that stands in the input as a text of its own.
    var pinnedRange: SourceRange?
    /// What the inputs said of the ontology.
    var ontologies: [(ontology: Ontology, input: Int, range: SourceRange?)] = []
    /// How names that were looked up before came out, so that a million edges fold a name once.
    var kindCache: [String: KindID] = [:]
    var relationCache: [String: RelationID] = [:]
    var statedRelations: [String: StatedRelation] = [:]

    /// A builder of an empty graph.
    public init(options: ReadOptions = ReadOptions()) {
        self.options = options
        graph = Graph(ontology: options.ontology ?? .builtin)
        diagnostics = Diagnostics(limit: options.diagnosticLimit)
    }

    // MARK: - Inputs

    /// Adds an input, after making sure that it is UTF-8.
    ///
    /// - Returns: the input's number.
    mutating func add(_ input: GraphInput) -> Int {
        let number = inputs.count
        inputs.append(input)
        places.append(SourcePlaces())
        report.inputs.append(BuildReport.Input(name: input.name, bytes: input.content.count))
        currentInput = number
        var compression = input.content.withBytes { Compression($0) }
        if compression == .gzip {
            guard unpack(number) else {
                legible.append(false)
                return number
            }
            compression = inputs[number].content.withBytes { Compression($0) }
        }
        if let isRead = openWorkbook(number, isArchive: compression == .zip) {
            legible.append(isRead)
            return number
        }
        if let compression {
            legible.append(false)
            report(
                .compressedFile, "the file is compressed with \(compression.rawValue)",
                suggestion: "unpack it first: \(compression.command)")
            return number
        }
        return checkText(number)
    }

    /// Makes sure that an input is UTF-8 with something in it.
    private mutating func checkText(_ number: Int) -> Int {
        if inputs[number].content.withBytes({ UnicodeForm($0) }) != nil, !decode(number) {
            legible.append(false)
            return number
        }
        transcode(number)
        let input = inputs[number]
        if let noData = input.content.withBytes({ NoData($0) }) {
            legible.append(false)
            report(noData)
            return number
        }
        let check = input.content.withBytes { UTF8Check($0, limit: options.diagnosticLimit) }
        let mayBeEmpty = (options.format ?? inputs[number].detectedFormat)?.traits.allowsEmpty ?? false
        legible.append(!check.isBlank || mayBeEmpty)
        if check.isBlank {
            guard !mayBeEmpty else { return number }
            report(.emptyFile, input.content.count == 0 ? "the file is empty" : "the file holds only blanks")
        } else if !check.invalid.isEmpty {
            for offset in check.invalid {
                let byte = input.content.withBytes { String($0[offset], radix: 16, uppercase: true) }
                report(
                    .invalidUTF8, "the byte 0x\(byte.count == 1 ? "0" : "")\(byte) is not UTF-8 here",
                    at: SourceRange(offset: offset, length: 1),
                    suggestion: "it is read as �; is the file in Latin-1 or Windows-1252?")
            }
            // What is right in the file can still be read, and lines and columns stay the same.
            let repaired = input.content.withBytes { String(decoding: $0, as: UTF8.self) }
            inputs[number] = GraphInput(
                name: input.name, path: input.path, content: MappedFile(copying: repaired.utf8))
            places[number] = SourcePlaces()
        }
        return number
    }

    /// Puts UTF-8 in the place of a content that says that it is in another encoding.
    private mutating func transcode(_ number: Int) {
        let input = inputs[number]
        guard let transcode = (options.format ?? input.detectedFormat)?.traits.transcode,
            let (bytes, encoding, range) = input.content.withBytes({ transcode($0) })
        else { return }
        reportNormalised("encoding", encoding, to: "UTF-8", at: range)
        inputs[number] = GraphInput(
            name: input.name, path: input.path, content: MappedFile(copying: bytes))
        places[number] = SourcePlaces()
    }

    /// Puts what a gzip file holds in its place.
    ///
    /// - Returns: whether there is something to read; if not, a diagnostic says why.
    private mutating func unpack(_ number: Int) -> Bool {
        let packed = inputs[number]
        do throws(FileError) {
            let unpacked = try Unpacked(gzip: packed.content, path: packed.name)
            inputs[number] = packed.unpacked(unpacked.content)
            switch unpacked.problem {
            case nil: return true
            case .truncated:
                report(
                    .truncatedFile, "the gzip file ends in the middle of its data",
                    suggestion: "fetch or copy it again")
                return unpacked.content.count > 0
            case .corrupt(let offset):
                report(
                    .damagedFile, "the gzip data are damaged at byte \(offset) of the packed file",
                    suggestion: "fetch or copy it again")
                return unpacked.content.count > 0
            case .tooLarge(let count):
                report(
                    .bombFile,
                    "the gzip file unpacks to more than \(count >> 20) MB, \(Unpacked.greatestRatio) times its size",
                    suggestion: "if that is meant, unpack it first")
                inputs[number] = packed.unpacked(MappedFile(copying: []))
                return false
            }
        } catch {
            report(.unreadableFile, error.description)
            return false
        }
    }

    /// Whether an input is UTF-8 with something in it.
    func isLegible(_ number: Int) -> Bool { legible[number] }

    /// A reader for an input; nil, with a diagnostic, if there is none.
    mutating func makeReader(forInput number: Int) -> (any GraphFormatReader)? {
        let input = inputs[number]
        currentInput = number
        guard isLegible(number) else { return nil }
        if options.format == nil || options.format == .brat, let companion = BratCompanion(input) {
            report(companion)
            return nil
        }
        // What is asked of a workbook's tables is told by each of its sheets.
        let named = input.workbook == nil ? options.format : .excel
        guard let format = named ?? input.detectedFormat else {
            let names = GraphFormat.allCases.filter(\.isReadable).map(\.rawValue).joined(separator: ", ")
            report(
                .unknownFormat, "neither the name nor the content tells the format",
                suggestion: "give it with --from: \(names)")
            return nil
        }
        report.inputs[number].format = format
        guard let reader = format.traits.makeReader?(input, options) else {
            report(.unreadableFormat, "\(format.rawValue) can be written but not read")
            return nil
        }
        return reader
    }

    // MARK: - The end

    /// Checks what can only be checked on the whole graph, and closes the books.
    mutating func finish() -> ReadResult {
        checkCycles()
        reportEmptiness()
        if options.isStrict { reportLosses() }
        report.nodes = graph.nodeCount
        report.edges = graph.edgeCount
        report.claims = graph.claimCount
        return ReadResult(
            graph: graph, diagnostics: diagnostics, report: report, isStrict: options.isStrict)
    }
}

/// Where nodes or edges were defined: an input and an offset, in eight bytes.
struct Origins: Sendable {
    private var packed: [UInt64] = []
    private static let unknown = UInt64.max

    mutating func set(_ position: Int, input: Int, offset: Int) {
        if packed.count <= position {
            packed.append(contentsOf: repeatElement(Self.unknown, count: position + 1 - packed.count))
        }
        packed[position] = UInt64(input) << 48 | UInt64(offset) & 0xFFFF_FFFF_FFFF
    }

    subscript(position: Int) -> (input: Int, offset: Int)? {
        guard position < packed.count, packed[position] != Self.unknown else { return nil }
        return (Int(packed[position] >> 48), Int(packed[position] & 0xFFFF_FFFF_FFFF))
    }
}
