internal import LinkChartModel

extension GraphBuilder {
    /// Takes over what a writer of ours put beside an edge of another format: identifier, validity, attributes and
    /// claims, each in its native form.
    mutating func readOwnDetails(_ tree: DocumentTree, _ own: Int, into record: inout EdgeRecord) {
        tree.forEachMember(own) { key, value in
            switch tree.text(key) {
            case "id": record.id = tree.text(value)
            case "valid": record.valid = recordedDate(tree, value, "valid")
            case "attributes": record.attributes = attributes(tree, value)
            case "claims":
                tree.forEachElement(value) { element in
                    if let claim = readClaim(tree, element) { record.claims.append(claim) }
                }
            default: break
            }
        }
        count(claims: record.claims.count)
    }
}
