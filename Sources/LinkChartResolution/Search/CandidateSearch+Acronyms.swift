import LinkChartModel

extension CandidateSearch {
    /// Finds names that are made of the initials of others.
    mutating func findAcronyms() {
        var bearers: [UInt64: [UInt32]] = [:]
        for name in 0..<catalogue.count where catalogue.acronyms[name] != 0 {
            bearers[catalogue.acronyms[name], default: []].append(UInt32(name))
        }
        guard !bearers.isEmpty else { return }
        var expansions: [UInt64: [UInt32]] = [:]
        for name in 0..<catalogue.count {
            for acronym in acronyms(of: name) where bearers[acronym] != nil {
                expansions[acronym, default: []].append(UInt32(name))
            }
        }
        for (acronym, names) in expansions {
            guard let bearers = bearers[acronym] else { continue }
            if bearers.count * names.count > options.blockLimit * options.blockLimit {
                cappedBlocks += 1
                continue
            }
            noteAcronym(length: (64 - acronym.leadingZeroBitCount + 7) / 8, bearers, names)
        }
    }

    private mutating func noteAcronym(length: Int, _ bearers: [UInt32], _ names: [UInt32]) {
        // What a node's own names spell out is what its acronym stands for.
        var meanings: [UInt32: Set<UInt32>] = [:]
        for name in names {
            meanings[catalogue.owners[Int(name)], default: []].insert(catalogue.joinedNumbers[Int(name)])
        }
        for bearer in bearers {
            let owner = catalogue.owners[Int(bearer)]
            let kind = graph.kind(of: NodeIndex(rawValue: owner))
            let possible = names.filter {
                let other = NodeIndex(rawValue: catalogue.owners[Int($0)])
                return other.rawValue != owner && agreement.factor(kind, graph.kind(of: other)) > 0
            }
            // The more it may stand for, the less it says.
            let count = Set(possible.map { catalogue.joinedNumbers[Int($0)] }).count
            let base = length >= 4 ? 0.9 : length == 3 ? 0.86 : 0.8
            let score = max(0.5, base - 0.1 * Double(count - 1))
            for name in possible {
                if let own = meanings[owner], !own.contains(catalogue.joinedNumbers[Int(name)]) { continue }
                note(owner, catalogue.owners[Int(name)], .acronym, score)
            }
        }
    }

    /// The acronyms that a name may have: its words' initials, with any of the particles' or none.
    private func acronyms(of name: Int) -> Set<UInt64> {
        let letters = catalogue.initials[catalogue.initialRange(name)]
        guard letters.count >= 2, letters.count <= 10 else { return [] }
        let particles = letters.indices.filter { letters[$0] & 0x80 != 0 }
        let choices =
            particles.count <= 3 ? Array(0..<(1 << particles.count)) : [0, (1 << particles.count) - 1]
        var found: Set<UInt64> = []
        for choice in choices {
            let taken = letters.indices.filter { position in
                guard let particle = particles.firstIndex(of: position) else { return true }
                return choice & (1 << particle) != 0
            }
            guard (2...6).contains(taken.count) else { continue }
            found.insert(NameCatalogue.packed(taken.lazy.map { letters[$0] & 0x7F }))
        }
        return found
    }
}
