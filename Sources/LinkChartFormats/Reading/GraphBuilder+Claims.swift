internal import LinkChartModel

extension GraphBuilder {
    /// Adds claims to an edge, but for those that it has from another input: two files that overlap, or one
    /// file given twice, say the same only once.
    ///
    /// Claims that one input repeats are kept as it has them.
    mutating func addClaims(_ claims: [Claim], to edge: EdgeIndex) {
        guard let origin = edgeOrigins[edge.position], origin.input != currentInput else {
            for claim in claims { graph.addClaim(claim, to: edge) }
            return
        }
        if earlierClaims[edge]?.input != currentInput {
            earlierClaims[edge] = (currentInput, Set(graph.claims(of: edge)))
        }
        for claim in claims where earlierClaims[edge]?.claims.contains(claim) != true {
            graph.addClaim(claim, to: edge)
        }
    }

    /// Adds a claim to an edge, as ``addClaims(_:to:)`` does.
    mutating func addClaim(_ claim: Claim, to edge: EdgeIndex) {
        if let origin = edgeOrigins[edge.position], origin.input != currentInput {
            addClaims([claim], to: edge)
        } else {
            graph.addClaim(claim, to: edge)
        }
    }

    /// The edge that another input has under the identifier of a record, if it is the same edge.
    func twin(of record: EdgeRecord) -> EdgeIndex? {
        guard let id = record.id, let edge = graph.edge(id: id), let origin = edgeOrigins[edge.position],
            origin.input != currentInput
        else { return nil }
        let isSame =
            graph.hasOwnID(edge) && record.hasEnds(of: edge, in: graph)
            && graph.validity(of: edge)?.date == record.valid?.date
        let attributes = graph.attributes(of: edge)
        let agrees = record.attributes.allSatisfy {
            attributes[$0.name] == nil || attributes[$0.name] == $0.value
        }
        return isSame && agrees ? edge : nil
    }
}
