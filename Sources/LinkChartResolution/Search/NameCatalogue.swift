import LinkChartModel

/// All names of a graph's nodes, taken apart; words are numbered, so that a million names are compared by numbers.
struct NameCatalogue {
    /// What is known of a name beside its words.
    struct Flags: OptionSet {
        let rawValue: UInt8
        /// It is the node's name, not an alias.
        static let primary = Flags(rawValue: 1)
        static let altered = Flags(rawValue: 2)
        static let common = Flags(rawValue: 4)
        static let personal = Flags(rawValue: 8)
    }

    /// What is known of a word in a name.
    struct WordFlags: OptionSet {
        let rawValue: UInt8
        static let initial = WordFlags(rawValue: 1)
        static let capitals = WordFlags(rawValue: 2)
    }

    // MARK: Names, one array a property
    private(set) var owners: [UInt32] = []
    private(set) var flags: [Flags] = []
    /// The number of the name without case and punctuation.
    private(set) var foldedNumbers: [UInt32] = []
    /// The number of all skeletons in a row.
    private(set) var joinedNumbers: [UInt32] = []
    /// The number of the list of numbers; 0 for none.
    private(set) var numberLists: [UInt32] = []
    /// The letters of an acronym, one a byte; 0 for other names.
    private(set) var acronyms: [UInt64] = []
    private var wordStarts: [Int] = [0]
    private var initialStarts: [Int] = [0]

    // MARK: Words of names
    private(set) var words: [UInt32] = []
    private(set) var wordFlags: [WordFlags] = []
    private(set) var wordInitials: [UInt8] = []
    /// Initials of words and particles; the highest bit marks particles.
    private(set) var initials: [UInt8] = []

    // MARK: Vocabulary
    private(set) var vocabulary: [NameKey.Word] = []
    /// How much a word counts where states and regions count half, and where they don't.
    private(set) var weights: [Double] = []
    private(set) var personalWeights: [Double] = []
    private(set) var isGeographic: [Bool] = []

    private var vocabularyTable = StringTable()
    private var foldedTable = StringTable()
    private var joinedTable = StringTable()
    private var numberTable = StringTable()
    private var nodesWithWord: [UInt32] = []
    private var lastNodeWithWord: [UInt32] = []

    var count: Int { owners.count }
    var foldedCount: Int { foldedTable.count }
    var joinedCount: Int { joinedTable.count }

    /// The positions of a name's words.
    func wordRange(_ name: Int) -> Range<Int> { wordStarts[name]..<wordStarts[name + 1] }
    /// The positions of a name's initials.
    func initialRange(_ name: Int) -> Range<Int> { initialStarts[name]..<initialStarts[name + 1] }
    /// How long all skeletons in a row are.
    func joinedLength(_ name: Int) -> Int { joinedTable.withBytes(of: Int(joinedNumbers[name])) { $0.count } }

    init() {}

    /// Gathers the names of all nodes of the wanted kinds.
    init(_ graph: Graph, kinds: KindSet?, agreement: KindAgreement) {
        _ = numberTable.insert("")
        var territories: Set<UInt32> = []
        for node in graph.nodes {
            let kind = node.kind
            if let kinds, !kinds.contains(kind) { continue }
            var seen: Set<UInt32> = []
            for (position, name) in ([node.name] + node.aliases).enumerated() {
                let folded = foldedKey(name)
                guard !folded.isEmpty else { continue }
                let number = UInt32(foldedTable.insert(folded).number)
                guard seen.insert(number).inserted else { continue }
                add(
                    NameKey(name, isPersonal: agreement.isPersonal(kind)), folded: number,
                    owner: node.index.rawValue,
                    isPrimary: position == 0, isPersonal: agreement.isPersonal(kind))
                let range = wordRange(count - 1)
                if agreement.isTerritory(kind), range.count == 1 {
                    territories.insert(words[range.lowerBound])
                }
            }
        }
        weigh(territories: territories, nodes: graph.nodeCount)
    }

    /// Adds a name.
    mutating func add(_ key: NameKey, folded: UInt32, owner: UInt32, isPrimary: Bool, isPersonal: Bool) {
        owners.append(owner)
        var flags: Flags = []
        if isPrimary { flags.insert(.primary) }
        if key.isAltered { flags.insert(.altered) }
        if key.isCommon { flags.insert(.common) }
        if isPersonal { flags.insert(.personal) }
        self.flags.append(flags)
        foldedNumbers.append(folded)
        let joined = key.joined.withUnsafeBufferPointer { joinedTable.insert(bytes: $0).number }
        joinedNumbers.append(UInt32(joined))
        if numberTable.count == 0 { _ = numberTable.insert("") }
        let numbers =
            key.numbers.isEmpty ? 0 : numberTable.insert(key.numbers.sorted().joined(separator: " ")).number
        numberLists.append(UInt32(numbers))
        acronyms.append(key.acronym.map { Self.packed($0.utf8) } ?? 0)
        // More words than this are a sentence, not a name.
        for word in key.words.prefix(16) { add(word, owner: owner) }
        wordStarts.append(words.count)
        for (letter, isParticle) in key.initials.prefix(12) {
            initials.append(isParticle ? letter | 0x80 : letter)
        }
        initialStarts.append(initials.count)
    }

    private mutating func add(_ word: NameKey.Word, owner: UInt32) {
        let bytes = [word.script.rawValue] + word.skeleton
        let (number, isNew) = bytes.withUnsafeBufferPointer { vocabularyTable.insert(bytes: $0) }
        if isNew {
            var plain = word
            (plain.isInitial, plain.isCapitals, plain.initial) = (false, false, nil)
            vocabulary.append(plain)
            nodesWithWord.append(0)
            lastNodeWithWord.append(.max)
        }
        if lastNodeWithWord[number] != owner {
            lastNodeWithWord[number] = owner
            nodesWithWord[number] += 1
        }
        words.append(UInt32(number))
        var flags: WordFlags = []
        if word.isInitial { flags.insert(.initial) }
        if word.isCapitals { flags.insert(.capitals) }
        wordFlags.append(flags)
        wordInitials.append(word.initial ?? 0)
    }

    /// Letters as the bytes of a number.
    static func packed(_ letters: some Sequence<UInt8>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Weighs words: one that a single node has counts 1, one that every node has 0.2; initials little.
    mutating func weigh(territories: Set<UInt32>, nodes: Int) {
        let countries = Self.countrySkeletons
        isGeographic = vocabulary.enumerated().map { number, word in
            if territories.contains(UInt32(number)) { return true }
            switch word.script {
            case .spelled: return countries.contains(word.skeleton)
            case .consonantal: return word.skeleton.count >= 4 && Self.countryBones.contains(word.skeleton)
            case .verbatim: return false
            }
        }
        let most = Self.logarithm(Double(max(nodes, 1000)))
        personalWeights = vocabulary.enumerated().map { number, word in
            if word.script == .spelled, word.skeleton.count == 1 { return 0.2 }
            return max(0.2, 1 - 0.8 * Self.logarithm(Double(max(1, nodesWithWord[number]))) / most)
        }
        weights = zip(personalWeights, isGeographic).map { $1 ? $0 / 2 : $0 }
    }

    private static let countrySkeletons = Set(NameWords.countries.map { Spelling.skeleton($0.utf8) })
    private static let countryBones = Set(countrySkeletons.map { Spelling.bones($0) })

    /// The logarithm to the base 2, straight from power to power: the same on every machine, and near enough.
    private static func logarithm(_ value: Double) -> Double {
        Double(value.exponent) + value.significand - 1
    }
}
