/// The positions of a relation table's columns, -1 for those that it does not have.
struct EdgesTableColumns {
    var id, source, relation, target, valid, validFrom, validTo, weight, parallel: Int
    var sourceKind, targetKind, sourceName, targetName: Int
    var claimant, via, document, claimantName, viaName, documentName: Int
    var locator, statement, date, modality, confidence, reliability, credibility, claimAttributes: Int
    var attributes: Int
    /// The columns that stand for nothing of this, with their names.
    var others: [(position: Int, name: String)]
    /// The names of `others`, in an array that the rows share; empty if two are the same.
    var otherNames: [String]
    /// Whether some column is of claims.
    var haveClaims: Bool
    /// The name of the relation's column, as it is written.
    var relationName: String

    init(_ header: TableHeader) {
        let position = { (column: TableColumn) in header.positions[column] ?? -1 }
        id = position(.id)
        source = position(.source)
        relation = position(.relation)
        target = position(.target)
        valid = position(.valid)
        validFrom = position(.validFrom)
        validTo = position(.validTo)
        weight = position(.weight)
        parallel = position(.parallel)
        sourceKind = position(.sourceKind)
        targetKind = position(.targetKind)
        sourceName = position(.sourceName)
        targetName = position(.targetName)
        claimant = position(.claimant)
        via = position(.via)
        document = position(.document)
        claimantName = position(.claimantName)
        viaName = position(.viaName)
        documentName = position(.documentName)
        locator = position(.locator)
        statement = position(.statement)
        date = position(.date)
        modality = position(.modality)
        confidence = position(.confidence)
        reliability = position(.reliability)
        credibility = position(.credibility)
        claimAttributes = position(.claimAttributes)
        attributes = position(.attributes)
        let ofNodes: Set<TableColumn> = [.kind, .name, .aliases, .subtype, .isSource]
        others = header.others(used: Set(TableColumn.allCases).subtracting(ofNodes))
        otherNames = Set(others.map(\.name)).count == others.count ? others.map(\.name) : []
        haveClaims = header.positions.keys.contains(where: \.isOfClaim)
        relationName = header.names.indices.contains(relation) ? header.names[relation] : ""
    }
}

extension TableHeader {
    /// The columns that are kept as attributes, with their names: all but those that stand for one of `used`.
    ///
    /// A column that the map gives to something that this sort of table has not (`kind` in a relation table) is an
    /// attribute of that name.
    func others(used: Set<TableColumn>) -> [(position: Int, name: String)] {
        let names = attributeNames
        return roles.indices.compactMap { position in
            guard let role = roles[position] else {
                return isKept(position) ? (position, names[position]) : nil
            }
            return used.contains(role) ? nil : (position, role.rawValue)
        }
    }
}
