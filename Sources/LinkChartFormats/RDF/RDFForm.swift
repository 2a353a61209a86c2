internal import LinkChartModel

/// A resource of RDF with what is said of it.
struct RDFResource {
    /// Its identifier; nil for one that has none.
    var iri: String?
    /// What it is, as short names such as `lc:Actor`.
    var types: [String]
    var properties: [(name: String, values: [RDFTerm])] = []

    mutating func add(_ name: String, _ values: RDFTerm...) { properties.append((name, values)) }
}

/// A value of a property in RDF.
enum RDFTerm {
    case resource(String)
    case text(String)
    case integer(Int64)
    case truth(Bool)
    /// A literal of type `rdf:JSON`.
    case json(AttributeValue)
    case nested(RDFResource)
}

/// What a graph's parts are in RDF 1.1.
///
/// Nothing is stated that the graph does not state: an edge is no triple of its ends, but an `rdf:Statement` about them,
/// and each claim says with the terms of PROV-O to whom it is attributed and what it was found in.
///
/// - Source: RDF Schema 1.1 (reification), PROV-O (W3C, 2013).
struct RDFForm {
    let graph: Graph

    /// The prefixes of short names, in alphabetical order.
    static let prefixes: [(name: String, iri: String)] = [
        ("dcterms", "http://purl.org/dc/terms/"), ("lc", "urn:linkchart:term:"),
        ("prov", "http://www.w3.org/ns/prov#"), ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
        ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
        ("skos", "http://www.w3.org/2004/02/skos/core#"), ("xsd", "http://www.w3.org/2001/XMLSchema#"),
    ]

    /// The graph itself, if there is something to say of it.
    var header: RDFResource? {
        guard !graph.title.isEmpty || !graph.attributes.isEmpty else { return nil }
        var resource = RDFResource(iri: "urn:linkchart:graph", types: ["lc:Graph"])
        if !graph.title.isEmpty { resource.add("dcterms:title", .text(graph.title)) }
        addAttributes(graph.attributes, to: &resource)
        return resource
    }

    func resource(of node: Node) -> RDFResource {
        var resource = RDFResource(iri: Self.iri("node", node.id), types: [Self.term(node.kindName)])
        if node.isSource { resource.types.append("prov:Entity") }
        resource.add("rdfs:label", .text(node.name))
        if !node.aliases.isEmpty {
            resource.properties.append(("skos:altLabel", node.aliases.map { .text($0) }))
        }
        if let subtype = node.subtype { resource.add("lc:subtype", .text(subtype)) }
        addAttributes(node.attributes, to: &resource)
        return resource
    }

    func resource(of edge: Edge) -> RDFResource {
        let id = edge.hasOwnID ? edge.id : String(edge.index.position)
        let iri = edge.hasOwnID ? Self.iri("edge", id) : "urn:linkchart:link:" + id
        var resource = RDFResource(iri: iri, types: ["rdf:Statement", "lc:Link"])
        resource.add("rdf:subject", .resource(self.iri(of: edge.source)))
        resource.add("rdf:predicate", .resource(Self.iri("term", edge.definition.name)))
        resource.add("rdf:object", .resource(self.iri(of: edge.target)))
        if let valid = edge.valid { resource.add("lc:valid", .text(Self.text(valid))) }
        resource.add("lc:isEstablished", .truth(graph.standing(of: edge.index).isEstablished))
        addAttributes(edge.attributes, to: &resource)
        let claims = edge.claims.map { RDFTerm.nested(self.resource(of: $0)) }
        if !claims.isEmpty { resource.properties.append(("lc:claim", claims)) }
        return resource
    }

    private func resource(of claim: Claim) -> RDFResource {
        var resource = RDFResource(iri: nil, types: ["lc:Claim"])
        if let claimant = claim.claimant { resource.add("prov:wasAttributedTo", term(of: claimant)) }
        if let via = claim.via { resource.add("lc:via", term(of: via)) }
        if let source = claim.source { resource.add("prov:hadPrimarySource", term(of: source)) }
        if let locator = claim.locator { resource.add("lc:locator", .text(locator.text)) }
        if let statement = claim.statement { resource.add("lc:statement", .text(statement)) }
        if let date = claim.date { resource.add("dcterms:date", .text(Self.text(date))) }
        resource.add("lc:modality", .text(claim.modality.rawValue))
        if let confidence = claim.confidence {
            resource.add("lc:confidence", .integer(Int64(confidence.value)))
        }
        if let reliability = claim.reliability { resource.add("lc:reliability", .text(reliability.rawValue)) }
        if let credibility = claim.credibility {
            resource.add("lc:credibility", .text("\(credibility.rawValue)"))
        }
        addAttributes(claim.attributes, to: &resource)
        return resource
    }

    private func term(of party: Party) -> RDFTerm {
        switch party {
        case .node(let node): return .resource(iri(of: node))
        case .named(let name):
            var resource = RDFResource(iri: nil, types: [])
            resource.add("rdfs:label", .text(name))
            return .nested(resource)
        }
    }

    private func addAttributes(_ attributes: Attributes, to resource: inout RDFResource) {
        if !attributes.isEmpty { resource.add("lc:attributes", .json(.object(attributes))) }
    }

    private func iri(of node: NodeIndex) -> String { Self.iri("node", graph.id(of: node)) }

    private static func text(_ date: RecordedDate) -> String { date.date?.description ?? date.raw ?? "" }

    /// The short name of a kind, which is letters and digits in our ontology but may be anything in another.
    private static func term(_ name: String) -> String {
        let isPlain = name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
        return isPlain && !name.isEmpty ? "lc:" + name : "<" + iri("term", name) + ">"
    }

    /// A name of ours, with all but unreserved characters percent-encoded (RFC 3986, RFC 8141).
    static func iri(_ part: String, _ text: String) -> String {
        var iri = "urn:linkchart:\(part):"
        for byte in text.utf8 {
            let isUnreserved =
                (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
                || byte == 0x5F
            if isUnreserved {
                iri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                iri += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return iri
    }

    /// What an identifier in short or in angle brackets stands for.
    static func expanded(_ name: String) -> String {
        if name.hasPrefix("<") { return String(name.dropFirst().dropLast()) }
        guard let colon = name.firstIndex(of: ":") else { return name }
        let prefix = prefixes.first { $0.name == name[..<colon] }
        return prefix.map { $0.iri + name[name.index(after: colon)...] } ?? name
    }
}
