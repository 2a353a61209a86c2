internal import LinkChartModel

/// What single relations mean for a picture, by the names the built-in ontology has for them; relations that
/// the graph's ontology lacks play no part.
struct RelationRoles: Sendable {
    /// Say who brought a document out.
    let publishing: Set<RelationID>
    /// Say what a box around the source says as well, if the target is what the box stands for.
    let toldByBox: Set<RelationID>
    /// Say what a box around the target says as well, if the source is what the box stands for.
    let toldByBoxOfSource: Set<RelationID>
    /// Only say to what the source belongs.
    let belonging: Set<RelationID>
    /// Bind a source to a whole it is a part of.
    let partOf: RelationID?
    /// Bind a state or a place to a region it lies in.
    let withinRegion: Set<RelationID>
    /// Lead from a node without territory to one with which it shares a box, surest first.
    let attachments: [(relation: RelationID, isOutgoing: Bool)]
    /// Lead to a region that a node without a state belongs to, surest first.
    let placing: [RelationID]

    init(_ ontology: Ontology) {
        func ids(_ names: [String]) -> [RelationID] { names.compactMap { ontology.relation(named: $0) } }
        publishing = Set(ids(["publishes", "authored"]))
        toldByBox = Set(
            ids([
                "locatedIn", "basedIn", "operatesIn", "occurredIn", "nationalOf", "partOf", "governs",
                "represents", "memberOf",
            ]))
        toldByBoxOfSource = Set(ids(["hosts"]))
        belonging = Set(
            ids(["memberOf", "partOf", "leads", "represents", "accreditedTo", "occurredIn", "locatedIn"]))
        partOf = ontology.relation(named: "partOf")
        withinRegion = Set(ids(["memberOf", "locatedIn", "partOf"]))
        attachments = [
            ("governs", true), ("leads", true), ("represents", true), ("memberOf", true), ("partOf", true),
            ("hosts", false), ("formerlyMemberOf", true),
        ].compactMap { name, isOutgoing in ontology.relation(named: name).map { ($0, isOutgoing) } }
        placing = ids(["basedIn", "locatedIn", "occurredIn", "operatesIn"])
    }
}
