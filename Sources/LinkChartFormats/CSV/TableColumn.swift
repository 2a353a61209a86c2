public import LinkChartModel

/// What a column of a table can stand for.
///
/// The raw values are the names that writers use and that a ``ColumnMap`` maps from. A column that stands for none of
/// them is kept as an attribute of its own name.
public enum TableColumn: String, NamedCase {
    // MARK: Nodes

    /// The identifier of the node, or of the edge.
    case id
    /// The node's kind.
    case kind
    /// What the node is called.
    case name
    /// What else it is called: several, between `;` or `|`, or a JSON array.
    case aliases
    /// A finer kind.
    case subtype
    /// Whether claims are found in the node; by default, whether the links name it as a document.
    case isSource

    // MARK: Edges

    /// The identifier of the node where the edge starts.
    case source
    /// The edge's relation.
    case relation
    /// The identifier of the node where the edge leads.
    case target
    /// When the edge holds.
    case valid
    /// When it began to hold.
    case validFrom
    /// When it ceased to hold.
    case validTo
    /// A number, kept as the attribute `weight`.
    case weight
    /// Which of several edges of the same ends, relation and validity it is; counted from 1, which is also meant
    /// where it is empty.
    case parallel
    /// The kind of the source, where no other table tells.
    case sourceKind
    /// The kind of the target, where no other table tells.
    case targetKind
    /// What the source is called, where no other table tells.
    case sourceName
    /// What the target is called, where no other table tells.
    case targetName

    // MARK: Claims

    /// Who claims it: the identifier of a node, or else a name.
    case claimant
    /// Who relays the claim: the identifier of a node, or else a name.
    case via
    /// The document it was found in: the identifier of a node, or else a name.
    case document
    /// Who claims it, as a name, even if it is also an identifier.
    case claimantName
    /// Who relays it, as a name, even if it is also an identifier.
    case viaName
    /// The document, as a name, even if it is also an identifier.
    case documentName
    /// Where in the document.
    case locator
    /// What is claimed, in words.
    case statement
    /// When it was stated.
    case date
    /// How it is stated.
    case modality
    /// How likely it is, from 0 to 100.
    case confidence
    /// How far the source can be relied on, A to F.
    case reliability
    /// How credible the information is, 1 to 6.
    case credibility
    /// Whatever else is known of the claim, as a JSON object.
    case claimAttributes

    // MARK: Both

    /// Whatever else is known of the node or the edge, as a JSON object.
    case attributes

    /// Whether a value of the column makes a claim.
    var isOfClaim: Bool {
        switch self {
        case .claimant, .via, .document, .claimantName, .viaName, .documentName, .locator, .statement, .date,
            .modality, .confidence, .reliability, .credibility, .claimAttributes:
            true
        default: false
        }
    }
}

extension TableColumn {
    /// The folded names under which nodes tables have their columns, the most telling first.
    static let nodeNames: [(column: TableColumn, names: [String])] = [
        (.id, ["id", "nodeid", "node", "identifier", "entityid", "uid", "key", "vertex"]),
        (.kind, ["kind", "type", "nodetype", "nodekind", "entitytype", "category", "class"]),
        (.name, ["name", "label", "title", "fullname", "displayname", "caption"]),
        // Where another column is the name, a label tells the kind, as in exports of property graphs.
        (.kind, ["label"]),
        (
            .aliases,
            ["aliases", "alias", "aka", "akas", "alsoknownas", "othernames", "alternativenames", "synonyms"]
        ),
        (.subtype, ["subtype", "subkind", "subclass"]),
        (.isSource, ["issource"]),
        (.attributes, ["attributes", "attrs", "properties"]),
    ]

    /// The folded names under which relation tables have their columns beside the ends, the most telling first.
    static let edgeNames: [(column: TableColumn, names: [String])] = [
        (.id, ["id", "edgeid", "linkid", "relationid", "relationshipid"]),
        (
            .relation,
            [
                "relation", "relationtype", "relationship", "relationshiptype", "reltype", "rel", "predicate",
                "type",
                "label", "edge", "edgetype", "link", "linktype", "verb",
            ]
        ),
        (.valid, ["valid", "validity", "period", "timespan"]),
        (
            .validFrom,
            ["validfrom", "start", "startdate", "datestart", "starttime", "begin", "since", "from"]
        ),
        (.validTo, ["validto", "end", "enddate", "dateend", "endtime", "until", "to"]),
        (.weight, ["weight", "w"]),
        (.parallel, ["parallel"]),
        (.sourceKind, ends(sources, ["kind", "type"])),
        (.targetKind, ends(targets, ["kind", "type"])),
        (.sourceName, ends(sources, ["name", "label"])),
        (.targetName, ends(targets, ["name", "label"])),
        (.claimant, ["claimant", "claimedby", "saidby", "statedby", "author", "speaker"]),
        (.via, ["via", "relayedby", "reportedby"]),
        (
            .document,
            [
                "document", "sourcedocument", "documentid", "doc", "docid", "sourcedoc", "reference", "ref",
                "citation",
                "article", "source", "sources",
            ]
        ),
        (.claimantName, ["claimantname"]),
        (.viaName, ["vianame"]),
        (.documentName, ["documentname"]),
        (.locator, ["locator", "loc"]),
        (.statement, ["statement", "quote", "quotation", "evidence", "sentence", "excerpt"]),
        (.date, ["date", "datestated", "stateddate", "stated", "statedon"]),
        (.modality, ["modality"]),
        (.confidence, ["confidence", "certainty"]),
        (.reliability, ["reliability", "sourcereliability"]),
        (.credibility, ["credibility", "informationcredibility"]),
        (.claimAttributes, ["claimattributes"]),
        (.attributes, ["attributes", "attrs", "properties"]),
    ]

    private static let sources = ["source", "from", "src", "subject", "head"]
    private static let targets = ["target", "to", "dst", "object", "tail"]

    private static func ends(_ ends: [String], _ suffixes: [String]) -> [String] {
        ends.flatMap { end in suffixes.map { end + $0 } }
    }

    /// The folded names of a source and a target that go together, the most telling first. The last ones mean ends only
    /// where nothing else in the table can have a start and an end.
    static let endNames: [(source: [String], target: [String], isDoubtful: Bool)] = [
        (["source", "sourceid"], ["target", "targetid", "destination", "dest"], false),
        (["from", "fromid", "fromnode", "fromnodeid"], ["to", "toid", "tonode", "tonodeid"], false),
        (["src", "srcid"], ["dst", "dstid", "dest", "target"], false),
        (["subject", "subjectid", "subj", "sub"], ["object", "objectid", "obj"], false),
        (["head", "headid"], ["tail", "tailid"], false),
        (["startid", "startnode", "startnodeid"], ["endid", "endnode", "endnodeid"], false),
        (["start"], ["end"], true),
    ]

    /// Whether the first two of some names are those of a source and a target.
    static func areEnds(_ names: [String]) -> Bool {
        guard names.count >= 2 else { return false }
        let keys = (foldedKey(names[0]), foldedKey(names[1]))
        return endNames.contains {
            !$0.isDoubtful && $0.source.contains(keys.0) && $0.target.contains(keys.1)
        }
    }
}
