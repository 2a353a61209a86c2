/// The sixteen ways in which three nodes can be linked, as Holland and Leinhardt name them: how many of the three
/// pairs are linked both ways, how many one way, how many not, and a letter for the direction where that leaves
/// several.
///
/// - Source: P. Holland, S. Leinhardt, A method for detecting structure in sociometric data, American Journal of
///   Sociology 76 (1970), doi:10.1086/224954.
public enum TriadType: String, Sendable, CaseIterable, Codable {
    /// No link at all.
    case t003 = "003"
    /// One arc: A → B, C.
    case t012 = "012"
    /// One link both ways: A ↔ B, C.
    case t102 = "102"
    /// One acts on two: A ← B → C.
    case t021D = "021D"
    /// Two act on one: A → B ← C.
    case t021U = "021U"
    /// A chain: A → B → C.
    case t021C = "021C"
    /// A link both ways, and an arc to its one end: A ↔ B ← C.
    case t111D = "111D"
    /// A link both ways, and an arc from its one end: A ↔ B → C.
    case t111U = "111U"
    /// A chain with its short cut: A → B → C, A → C.
    case t030T = "030T"
    /// A circle: A → B → C → A.
    case t030C = "030C"
    /// Two links both ways: A ↔ B ↔ C.
    case t201 = "201"
    /// One acts on two that are linked both ways: A ← B → C, A ↔ C.
    case t120D = "120D"
    /// Two that are linked both ways act on a third: A → B ← C, A ↔ C.
    case t120U = "120U"
    /// A chain between two that are linked both ways: A → B → C, A ↔ C.
    case t120C = "120C"
    /// Two links both ways and an arc: A → B ↔ C, A ↔ C.
    case t210 = "210"
    /// Everyone with everyone, both ways.
    case t300 = "300"

    /// How many of the three pairs are linked both ways.
    public var mutual: Int { digit(0) }
    /// How many of the three pairs are linked one way.
    public var asymmetric: Int { digit(1) }
    /// How many of the three pairs are not linked.
    public var null: Int { digit(2) }

    private func digit(_ place: Int) -> Int {
        let utf8 = rawValue.utf8
        return Int(utf8[utf8.index(utf8.startIndex, offsetBy: place)]) - Int(UInt8(ascii: "0"))
    }
}

/// How two nodes are linked, seen from one of them.
struct Dyad: OptionSet {
    let rawValue: Int
    /// There is an arc from this one to the other.
    static let forth = Dyad(rawValue: 1)
    /// There is an arc from the other to this one.
    static let back = Dyad(rawValue: 2)
    static let mutual: Dyad = [.forth, .back]

    /// The same, seen from the other.
    var reversed: Dyad { Dyad(rawValue: rawValue >> 1 | (rawValue & 1) << 1) }
}

extension TriadType {
    /// The type of two links at a node whose other ends are not linked.
    init(openAtNodeWith first: Dyad, and second: Dyad) {
        switch (first, second) {
        case (.mutual, .mutual): self = .t201
        case (.mutual, .forth), (.forth, .mutual): self = .t111U
        case (.mutual, .back), (.back, .mutual): self = .t111D
        case (.forth, .forth): self = .t021D
        case (.back, .back): self = .t021U
        default: self = .t021C
        }
    }

    /// The type of three nodes that are all linked.
    ///
    /// - Parameters:
    ///   - ab: the first with the second.
    ///   - ac: the first with the third.
    ///   - bc: the second with the third.
    init(closedWith ab: Dyad, _ ac: Dyad, _ bc: Dyad) {
        // The pairs at each corner, seen from there, and the pair across.
        let corners = [(ab, ac, bc), (ab.reversed, bc, ac), (ac.reversed, bc.reversed, ab)]
        switch [ab, ac, bc].count(where: { $0 == .mutual }) {
        case 3: self = .t300
        case 2: self = .t210
        case 1:
            switch TriadType(across: corners.first { $0.2 == .mutual } ?? corners[0]) {
            case .t021D: self = .t120D
            case .t021U: self = .t120U
            default: self = .t120C
            }
        default:
            let isCircle = corners.allSatisfy { TriadType(across: $0) == .t021C }
            self = isCircle ? .t030C : .t030T
        }
    }

    private init(across corner: (Dyad, Dyad, Dyad)) { self.init(openAtNodeWith: corner.0, and: corner.1) }
}
