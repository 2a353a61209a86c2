internal import LinkChartModel

extension EdgesTable {
    /// What a row says of who claims its edge.
    enum RowClaim {
        /// Nothing.
        case none
        /// Something.
        case something
        /// A claim of unknown modality. Without it the edge would count as established, so the row is left out.
        case unreadable
    }

    /// A claim that says nothing.
    static let nothing = Claim()

    /// Reads the row's claim, if it has one, into a claim that says nothing. It is filled in place, because it is large.
    mutating func readClaim(into claim: inout Claim, _ builder: inout GraphBuilder) -> RowClaim {
        guard columns.haveClaims else { return .none }
        let modality = rows.text(columns.modality)
        if let modality {
            guard let known = builder.modality(named: modality, at: rows.range(columns.modality)) else {
                return .unreadable
            }
            claim.modality = known
        }
        claim.claimant = party(columns.claimant, columns.claimantName, builder)
        claim.via = party(columns.via, columns.viaName, builder)
        claim.source = party(columns.document, columns.documentName, builder)
        if case .node(let document) = claim.source { builder.citeSource(document) }
        claim.locator = rows.text(columns.locator).map { Locator($0) }
        claim.statement = rows.text(columns.statement)
        if let text = rows.text(columns.date) {
            claim.date = date(text, at: rows.range(columns.date), &builder)
        }
        if let text = rows.text(columns.confidence) {
            let range = rows.range(columns.confidence)
            if let code = AdmiraltyCode(text) {
                (claim.reliability, claim.credibility) = (code.reliability, code.credibility)
                claim.confidence = code.confidence
            } else {
                claim.confidence = builder.confidence(inCell: text, at: range)
            }
            if claim.confidence?.description != text { claim.attributes["rawConfidence"] = .string(text) }
        }
        readGrades(into: &claim, &builder)
        if let text = rows.text(columns.claimAttributes) {
            claim.attributes.merge(builder.attributes(inCell: text, at: rows.range(columns.claimAttributes)))
        }
        return modality == nil && claim == Self.nothing ? .none : .something
    }

    private func readGrades(into claim: inout Claim, _ builder: inout GraphBuilder) {
        if let text = rows.text(columns.reliability) {
            // Both halves of the Admiralty code often stand in one cell.
            if let code = AdmiraltyCode(text) {
                claim.reliability = code.reliability
                claim.credibility = code.credibility
            } else {
                claim.reliability = builder.reliability(named: text, at: rows.range(columns.reliability))
            }
        }
        if let text = rows.text(columns.credibility) {
            claim.credibility = builder.credibility(named: text, at: rows.range(columns.credibility))
        }
    }

    private mutating func party(_ column: Int, _ nameColumn: Int, _ builder: GraphBuilder) -> Party? {
        guard let text = rows.text(column) else { return rows.text(nameColumn).map { .named($0) } }
        if let party = parties[text] { return party }
        let party = builder.graph.node(id: text).map { Party.node($0) } ?? .named(text)
        // A name may become an identifier with a later row.
        if case .node = party { parties[text] = party }
        return party
    }

    /// The date that a text is, with what is to be said of it.
    mutating func date(_ text: String, at range: SourceRange, _ builder: inout GraphBuilder) -> RecordedDate {
        if let date = dates[text] { return date }
        let date = builder.date(text, at: range)
        // A date that is not written as dates are here is to be told every time.
        if date.raw == nil { dates[text] = date }
        return date
    }
}
