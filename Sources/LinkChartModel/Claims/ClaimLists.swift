/// The claims of all edges, as one linked list an edge in the order they were added.
///
/// A ``Claim`` takes some 250 bytes, most of which say nothing. Here it lies in columns: what nearly all claims have in
/// one array each; parties and dates, of which many are the same, as numbers; and what few have aside. A claim by a name
/// on a day thus takes about 25 bytes.
struct ClaimLists: Sendable {
    /// What takes a byte each.
    private struct Marks: Sendable {
        var modality: Modality
        var confidence: Confidence?
        var reliability: Reliability?
        var credibility: Credibility?
    }

    private var marks: [Marks] = []
    /// The names among the parties, each once, byte by byte.
    private var names = StringTable()
    private var claimants = PartyColumn()
    private var relays = PartyColumn()
    private var sources = PartyColumn()
    private var dates = DateColumn()
    private var locators = SparseColumn<String>()
    private var statements = SparseColumn<String>()
    private var attributes = AttributesColumn()
    /// The claim after this one on the same edge + 1, or 0.
    private(set) var next: [UInt32] = []
    /// The first and last claim of an edge + 1, or 0; shorter than the edges until the last one is claimed.
    private(set) var first: [UInt32] = []
    private(set) var last: [UInt32] = []

    /// How many claims there are.
    var count: Int { marks.count }

    mutating func append(_ claim: Claim, to edge: Int) {
        if first.count <= edge {
            first.append(contentsOf: repeatElement(0, count: edge + 1 - first.count))
            last.append(contentsOf: repeatElement(0, count: edge + 1 - last.count))
        }
        enter(claim)
        next.append(0)
        let number = UInt32(marks.count)
        if last[edge] == 0 { first[edge] = number } else { next[Int(last[edge]) - 1] = number }
        last[edge] = number
    }

    private mutating func enter(_ claim: Claim) {
        let position = marks.count
        marks.append(
            Marks(
                modality: claim.modality, confidence: claim.confidence, reliability: claim.reliability,
                credibility: claim.credibility))
        if let party = claim.claimant { claimants.enter(party, at: position, &names) }
        if let party = claim.via { relays.enter(party, at: position, &names) }
        if let party = claim.source { sources.enter(party, at: position, &names) }
        if let date = claim.date { dates.enter(date, at: position) }
        if let locator = claim.locator { locators[UInt32(position)] = locator.text }
        if let statement = claim.statement { statements[UInt32(position)] = statement }
        if !claim.attributes.isEmpty { attributes[UInt32(position)] = claim.attributes }
    }

    /// A claim as it was entered.
    subscript(position: Int) -> Claim {
        let marks = self.marks[position]
        return Claim(
            claimant: claimants.party(at: position, names), via: relays.party(at: position, names),
            source: sources.party(at: position, names),
            locator: locators[UInt32(position)].map { Locator($0) }, statement: statements[UInt32(position)],
            date: dates[position], modality: marks.modality, confidence: marks.confidence,
            reliability: marks.reliability, credibility: marks.credibility,
            attributes: attributes[UInt32(position)] ?? [:])
    }

    /// How many claims there are of each modality.
    func countModalities() -> [Modality: Int] {
        marks.reduce(into: [:]) { $0[$1.modality, default: 0] += 1 }
    }

    /// How many claims each claimant makes, nobody included.
    func countClaimants() -> [(claimant: Party?, count: Int)] { claimants.count(among: count, names) }

    /// What an edge's claims amount to.
    func standing(ofEdge edge: Int) -> EdgeStanding {
        var tally = EdgeStanding.Tally()
        var number = edge < first.count ? first[edge] : 0
        while number != 0 {
            tally.add(marks[Int(number) - 1].modality)
            number = next[Int(number) - 1]
        }
        return EdgeStanding(tally)
    }

    /// The modalities of an edge's claims, for which the claims themselves need not be made.
    func modalities(ofEdge edge: Int) -> some Sequence<Modality> {
        sequence(state: edge < first.count ? first[edge] : 0) { number -> Modality? in
            guard number != 0 else { return nil }
            let position = Int(number) - 1
            number = next[position]
            return marks[position].modality
        }
    }
}

/// A party of each claim: four bytes up to the last claim that has one.
private struct PartyColumn: Sendable {
    /// 0 for none, 1 more than a node's index, or counted down from the highest number the number of a name.
    private var codes: [UInt32] = []

    mutating func enter(_ party: Party, at position: Int, _ names: inout StringTable) {
        let code: UInt32
        switch party {
        case .node(let node):
            precondition(node.position < Int(UInt32.max) - names.count, "more than 2^32 nodes and names")
            code = node.rawValue + 1
        case .named(let name): code = UInt32.max - UInt32(names.insert(name).number)
        }
        codes.append(contentsOf: repeatElement(0, count: position - codes.count))
        codes.append(code)
    }

    func party(at position: Int, _ names: StringTable) -> Party? {
        position < codes.count ? Self.party(of: codes[position], names) : nil
    }

    /// How many of so many claims have each party, or none.
    func count(among claims: Int, _ names: StringTable) -> [(Party?, Int)] {
        var counts: [UInt32: Int] = [0: claims - codes.count]
        for code in codes { counts[code, default: 0] += 1 }
        return counts.filter { $0.value > 0 }.map { (Self.party(of: $0.key, names), $0.value) }
    }

    private static func party(of code: UInt32, _ names: StringTable) -> Party? {
        guard code != 0 else { return nil }
        let number = Int(UInt32.max - code)
        return number < names.count ? .named(names[number]) : .node(NodeIndex(rawValue: code - 1))
    }
}

/// A date of each claim: four bytes up to the last claim that has one. Days are numbers in themselves; of other dates
/// each lies here once, unless there are very many.
private struct DateColumn: Sendable {
    /// 0 for none, a day with the highest bit set, or a position in `dates` + 1.
    private var numbers: [UInt32] = []
    private var dates: [RecordedDate] = []
    private var numberOf: [RecordedDate: UInt32] = [:]
    /// The number of the last claim that has a date.
    private var last: UInt32 = 0
    /// As many different dates are looked for.
    private static let most = 1 << 16
    private static let dayBit: UInt32 = 1 << 31

    mutating func enter(_ date: RecordedDate, at position: Int) {
        numbers.append(contentsOf: repeatElement(0, count: position - numbers.count))
        if date.raw == nil, date.remark == nil, let day = date.date?.plainDay {
            numbers.append(Self.dayBit | UInt32(truncatingIfNeeded: day.number) & (Self.dayBit - 1))
            return
        }
        last = number(of: date)
        numbers.append(last)
    }

    private mutating func number(of date: RecordedDate) -> UInt32 {
        if last != 0, Self.areSame(dates[Int(last) - 1], date) { return last }
        let known = numberOf[date]
        if let known, Self.areSame(dates[Int(known) - 1], date) { return known }
        dates.append(date)
        let number = UInt32(dates.count)
        if known == nil, numberOf.count < Self.most { numberOf[date] = number }
        return number
    }

    /// Texts that are equal to Unicode may still be written with other characters.
    private static func areSame(_ a: RecordedDate, _ b: RecordedDate) -> Bool {
        a == b && (a.raw?.utf8.elementsEqual(b.raw?.utf8 ?? "".utf8) ?? true)
    }

    subscript(position: Int) -> RecordedDate? {
        guard position < numbers.count, numbers[position] != 0 else { return nil }
        let number = numbers[position]
        guard number & Self.dayBit != 0 else { return dates[Int(number) - 1] }
        // The bit below the highest is the day's sign.
        let day = Int32(truncatingIfNeeded: number << 1) >> 1
        return RecordedDate(date: EDTFDate(Day(number: day)))
    }
}
