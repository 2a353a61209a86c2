extension Graph {
    /// What is wrong with the columns, in words; empty if they agree, as they must after every mutation.
    ///
    /// For tests: it looks at everything.
    ///
    /// - Complexity: linear in nodes, edges and claims.
    func brokenInvariants() -> [String] {
        var broken = Broken()
        nodeColumns.check(&broken, ontology)
        edgeColumns.check(&broken, ontology, kinds: nodeColumns.kinds)
        claimLists.check(&broken, nodeCount: nodeCount, edgeCount: edgeCount)
        checkEdgeKeys(&broken)
        return broken.found
    }

    /// Every covered edge is found by its key, or the first edge of that key is.
    private func checkEdgeKeys(_ broken: inout Broken) {
        broken.expect(edgeKeys.covered <= edgeCount, "more edges are covered than there are")
        var firsts: [EdgeKey: Int] = [:]
        for edge in 0..<edgeKeys.covered where edgeColumns.ids[UInt32(edge)] == nil {
            let relation = edgeColumns.relations[edge]
            let key = EdgeKey(
                source: edgeColumns.sources[edge], relation: relation, target: edgeColumns.targets[edge],
                validity: edgeColumns.sameDate(edgeColumns.validityNumber(edge)),
                isSymmetric: ontology.isSymmetric(relation))
            let first = firsts[key, default: edge]
            firsts[key] = first
            var probe = edgeKeys.slots.probe(key.hash)
            var found: Int?
            while found == nil, let candidate = edgeKeys.slots.next(&probe) {
                if edgeColumns.edge(candidate, has: key) { found = candidate }
            }
            broken.expect(found == first, "edge \(edge) is looked up as \(found ?? -1), not \(first)")
        }
        broken.expect(edgeKeys.slots.count == firsts.count, "as many slots as keys")
        for (parallel, edge) in edgeColumns.parallels {
            broken.expect(
                Int(edge) < edgeCount && edgeColumns.edge(Int(edge), has: parallel.key)
                    && firsts[parallel.key].map { $0 < Int(edge) } ?? false,
                "edge \(edge) stands beside an earlier one of its key")
        }
    }
}

/// The statements that turned out false.
struct Broken {
    private(set) var found: [String] = []

    mutating func expect(_ holds: Bool, _ statement: @autoclosure () -> String) {
        if !holds { found.append("not so: " + statement()) }
    }
}

extension StringTable {
    /// Every string is found under its own number.
    func check(_ broken: inout Broken, _ name: String) {
        broken.expect(Int(ends.last ?? 0) == bytes.count, "the last of \(name) ends with the bytes")
        broken.expect(zip(ends, ends.dropFirst()).allSatisfy { $0 <= $1 }, "ends of \(name) ascend")
        for string in 0..<count {
            let found = withBytes(of: string) { number(ofBytes: $0) }
            broken.expect(found == string, "\(name)[\(string)] is looked up as \(found ?? -1)")
        }
    }
}

extension NodeColumns {
    fileprivate func check(_ broken: inout Broken, _ ontology: Ontology) {
        ids.check(&broken, "identifiers")
        names.check(&broken, "names")
        broken.expect(ids.count == kinds.count, "as many identifiers as kinds")
        broken.expect(nameNumbers.count == kinds.count, "as many names as kinds")
        broken.expect(
            kinds.allSatisfy { Int($0.rawValue) < ontology.kinds.count }, "kinds are of the ontology")
        for (node, number) in nameNumbers.enumerated() where number != Self.sameAsID {
            broken.expect(Int(number) < names.count, "node \(node) has a name that is there")
            broken.expect(
                names[Int(number)].utf8.elementsEqual(ids[node].utf8) == false, "no name repeats its id")
        }
        for (node, details) in details {
            broken.expect(Int(node) < kinds.count, "details are of a node that is there")
            broken.expect(details != NodeDetails(), "details say something")
        }
    }
}

extension EdgeColumns {
    fileprivate func check(_ broken: inout Broken, _ ontology: Ontology, kinds: [KindID]) {
        let count = sources.count
        broken.expect(targets.count == count && relations.count == count, "edge columns are equally long")
        for edge in 0..<min(count, targets.count, relations.count) {
            let (source, target) = (Int(sources[edge]), Int(targets[edge]))
            guard source < kinds.count, target < kinds.count, ontology.has(relations[edge]) else {
                broken.expect(false, "edge \(edge) links nodes that are there")
                continue
            }
            broken.expect(
                ontology.allows(kinds[source], relations[edge], kinds[target]), "edge \(edge) is allowed")
        }
        broken.expect(validityNumbers.count <= count, "no validity without its edge")
        broken.expect(
            validityNumbers.allSatisfy { Int($0) <= validities.count }, "validities are there")
        broken.expect(validityNumberOf.count == validities.count, "no validity is kept twice")
        broken.expect(sameDates.count == validities.count, "every validity knows its like")
        for (position, validity) in validities.enumerated() {
            broken.expect(validityNumberOf[validity] == UInt32(position + 1), "validities are found")
            let first = validities.firstIndex { $0 == validity || $0.date != nil && $0.date == validity.date }
            broken.expect(sameDate(UInt32(position + 1)) == first.map { UInt32($0 + 1) }, "dates are one")
        }
        broken.expect(Set(numeric.map(\.name)).count == numeric.count, "no column is kept twice")
        broken.expect(numeric.allSatisfy { $0.values.count <= count }, "no number without its edge")
        for (edge, attributes) in attributes {
            broken.expect(Int(edge) < count && !attributes.isEmpty, "attributes are of an edge and some")
        }
        broken.expect(ids.count == edgeOfID.count, "as many identifiers as edges that have one")
        for (edge, id) in ids {
            broken.expect(Int(edge) < count && edgeOfID[id] == edge, "edge \(edge) is found as `\(id)`")
        }
    }
}

extension ClaimLists {
    fileprivate func check(_ broken: inout Broken, nodeCount: Int, edgeCount: Int) {
        broken.expect(next.count == count, "every claim has a next")
        broken.expect(first.count == last.count && first.count <= edgeCount, "no claims without an edge")
        var seen = Set<UInt32>()
        for edge in first.indices {
            var (number, lastNumber) = (first[edge], UInt32(0))
            while number != 0, seen.insert(number).inserted {
                lastNumber = number
                number = next[Int(number) - 1]
            }
            broken.expect(number == 0, "no claim stands under two edges")
            broken.expect(lastNumber == last[edge], "the list of edge \(edge) ends with its last claim")
        }
        broken.expect(seen.count == count, "every claim stands under an edge")
        for position in 0..<count {
            let claim = self[position]
            for case .node(let node)? in [claim.claimant, claim.via, claim.source] {
                broken.expect(node.position < nodeCount, "parties of claims are there")
            }
        }
    }
}
