import LinkChartModel

/// The identifiers that registers give to what nodes stand for, out of nodes' attributes.
struct Identifiers {
    /// A register.
    struct Register {
        /// The names of attributes, folded.
        var names: Set<String>
        var evidence: ResolutionEvidence
        /// Whether what it has two entries for is two: then different identifiers speak against a candidate.
        var isExclusive: Bool
    }

    static let registers: [Register] = [
        Register(
            names: ["wikidata", "wikidataid", "qid", "wikidataqid"], evidence: .identifier, isExclusive: true),
        Register(names: ["lei", "leicode"], evidence: .identifier, isExclusive: true),
        Register(names: ["imo", "imonumber"], evidence: .identifier, isExclusive: true),
        Register(names: ["stixid"], evidence: .identifier, isExclusive: false),
        Register(names: ["ftmid", "opensanctionsid"], evidence: .identifier, isExclusive: false),
        Register(names: ["mispuuid", "uuid"], evidence: .identifier, isExclusive: false),
        Register(names: ["geonames", "geonamesid"], evidence: .identifier, isExclusive: true),
        Register(names: ["swiftbic", "bic"], evidence: .identifier, isExclusive: false),
        Register(
            names: ["iso", "iso2", "iso31661", "iso31661alpha2", "isoalpha2"], evidence: .isoCode,
            isExclusive: true),
        Register(names: ["iso3", "iso31661alpha3", "isoalpha3"], evidence: .isoCode, isExclusive: true),
    ]

    private static let registerOf: [String: Int] = {
        var found: [String: Int] = [:]
        for (position, register) in registers.enumerated() {
            for name in register.names { found[name] = position }
        }
        return found
    }()

    /// The identifiers of a node, with the number of the register: `(0, "q43400")`.
    ///
    /// - Parameter isTerritory: whether ISO codes are its own, and not those of a state that it belongs to.
    static func identifiers(_ attributes: Attributes, isTerritory: Bool) -> [(register: Int, value: String)] {
        var found: [(register: Int, value: String)] = []
        for (name, value) in attributes {
            guard let register = registerOf[foldedKey(name)] else { continue }
            if registers[register].evidence == .isoCode, !isTerritory { continue }
            append(value, register: register, to: &found)
        }
        return found
    }

    private static func append(
        _ value: AttributeValue, register: Int, to found: inout [(register: Int, value: String)]
    ) {
        switch value {
        case .string(let text):
            // Addresses such as `http://www.wikidata.org/entity/Q43400` end with the identifier.
            let last = text.split(separator: "/").last.map { foldedKey($0) } ?? ""
            if !last.isEmpty { found.append((register, last)) }
        case .integer(let number): found.append((register, String(number)))
        case .list(let values): for value in values { append(value, register: register, to: &found) }
        default: break
        }
    }

    /// Whether two nodes have different identifiers in a register that has one for each.
    ///
    /// - Parameters:
    ///   - a: the attributes of one.
    ///   - b: the attributes of the other.
    ///   - areTerritories: whether ISO codes are theirs, and not those of states that they belong to.
    static func areContradictory(_ a: Attributes, _ b: Attributes, areTerritories: Bool) -> Bool {
        if a.isEmpty || b.isEmpty { return false }
        let first = identifiers(a, isTerritory: areTerritories)
        let second = identifiers(b, isTerritory: areTerritories)
        for position in registers.indices where registers[position].isExclusive {
            let values = Set(first.lazy.filter { $0.register == position }.map(\.value))
            let others = second.lazy.filter { $0.register == position }.map(\.value)
            if !values.isEmpty, !others.isEmpty, !others.contains(where: values.contains) { return true }
        }
        return false
    }
}
