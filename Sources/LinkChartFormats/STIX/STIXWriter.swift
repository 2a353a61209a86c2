public import LinkChartModel

/// Writes a STIX 2.1 bundle that strict readers take.
///
/// What came from STIX goes back as it was, under its own identifiers. Other nodes become the nearest domain objects and
/// other edges relationships, with identifiers made of their own (UUID version 5), so that the same graph always gives the
/// same bundle. What STIX has no property for, kinds, relations and claims above all, stands in an extension that the
/// bundle defines; the reader restores it. Custom types of other producers, which strict readers refuse, become
/// identities with all that they say in the extension.
///
/// Claims that deny or only allege are never written as plain facts: the relationship carries labels that say so.
public struct STIXWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = STIXForm(graph)
        var json = JSONWriter(style: .rows(depth: 2), sink: sink)
        json.beginObject()
        json.member("type", "bundle")
        json.member("id", form.bundleID)
        json.name("objects")
        json.beginArray()
        for object in form.definitions { json.value(object) }
        for node in graph.nodes {
            if let object = form.object(for: node) { json.value(object) }
        }
        for edge in graph.edges {
            if let object = form.object(for: edge) { json.value(object) }
        }
        json.endArray()
        json.endObject()
        try json.finish()
    }
}

/// What a graph's nodes and edges are in STIX.
struct STIXForm {
    let graph: Graph
    let native: NativeForm
    /// The identifier and the type of each node's object.
    private(set) var ids: [String] = []
    /// Whether a node came from STIX and goes back as it was.
    private(set) var isRaw: [Bool] = []
    /// By which edges each document is cited: the relationships that it is the source of.
    private(set) var citing: [NodeIndex: [EdgeIndex]] = [:]

    /// What the edges of each document and each statement lead to or come from.
    private(set) var neighbours: [NodeIndex: [NodeIndex]] = [:]

    /// When nobody says when something was recorded.
    static let unknownTime = "1970-01-01T00:00:00.000Z"

    init(_ graph: Graph) {
        self.graph = graph
        native = NativeForm(graph)
        ids.reserveCapacity(graph.nodeCount)
        isRaw.reserveCapacity(graph.nodeCount)
        for node in graph.nodes {
            let isRaw = Self.isRaw(node)
            self.isRaw.append(isRaw)
            ids.append(isRaw ? node.id : Self.freeIdentifier(for: node, in: graph))
        }
        for (edge, claim) in graph.claims {
            guard case .node(let source)? = claim.source, !self.isRaw[source.position],
                citing[source]?.last != edge
            else { continue }
            citing[source, default: []].append(edge)
        }
        for edge in graph.edges {
            for (end, other) in [(edge.source, edge.target), (edge.target, edge.source)]
            where !self.isRaw[end.position]
                && (ids[end.position].hasPrefix("report--") || ids[end.position].hasPrefix("note--"))
            {
                neighbours[end, default: []].append(other)
            }
        }
    }

    /// An identifier made of a node's own that no other node has, not even one that came from a bundle of ours.
    private static func freeIdentifier(for node: Node, in graph: Graph) -> String {
        var text = "node \(node.id)"
        while true {
            let id = "\(type(of: node))--\(NameBasedUUID(text).text)"
            guard let other = graph.node(id: id), other != node.index else { return id }
            text += "'"
        }
    }

    // MARK: - The bundle

    var bundleID: String {
        if case .object(let bundle)? = graph.attributes["stixBundle"], let id = bundle["id"]?.string,
            let identifier = STIXIdentifier(id), identifier.type == "bundle", identifier.isStandard
        {
            return id
        }
        return "bundle--" + NameBasedUUID("bundle \(graph.title) \(graph.nodeCount) \(graph.edgeCount)").text
    }

    /// Ourselves, our extensions, and the definitions that the graph came with.
    var definitions: [Attributes] {
        var attributes = graph.attributes
        var kept: [Attributes] = []
        if case .list(let all)? = attributes["stixDefinitions"] {
            let refused = all.filter { value in
                guard case .object(let definition) = value, Self.isStrict(definition) else { return true }
                kept.append(definition)
                return false
            }
            attributes["stixDefinitions"] = refused.isEmpty ? nil : .list(refused)
        }
        var own: Attributes = ["extension_type": "property-extension"]
        if !graph.title.isEmpty { own["title"] = .string(graph.title) }
        if graph.ontology.base != .builtin { own["ontology"] = OntologyForm.value(of: graph.ontology) }
        if !attributes.isEmpty { own["attributes"] = .object(attributes) }
        var program = Self.object("identity", STIXVocabulary.programID)
        program["name"] = "LinkChart"
        program["identity_class"] = "system"
        program["extensions"] = .object([STIXVocabulary.extensionID: .object(own)].attributes)
        return [program, Self.ownExtension, Self.foreignExtension] + kept
    }

    private static let ownExtension: Attributes = {
        var definition = object("extension-definition", STIXVocabulary.extensionID)
        definition["created_by_ref"] = .string(STIXVocabulary.programID)
        definition["name"] = "LinkChart graph"
        definition["description"] = "Kinds, relations, claims and attributes that STIX has no property for."
        definition["schema"] =
            "An object with kind, id, name, aliases, subtype and attributes for a node; relation, id, valid, attributes and claims for an edge."
        definition["version"] = "1.0.0"
        definition["extension_types"] = ["property-extension"]
        return definition
    }()

    private static let foreignExtension: Attributes = {
        var definition = object("extension-definition", STIXVocabulary.foreignExtensionID)
        definition["created_by_ref"] = .string(STIXVocabulary.programID)
        definition["name"] = "Properties of other producers"
        definition["description"] = "Custom properties that an object had in the bundle it came from."
        definition["schema"] = "Any property whose name is that of a custom property."
        definition["version"] = "1.0.0"
        definition["extension_types"] = ["toplevel-property-extension"]
        return definition
    }()

    /// The beginning of an object.
    static func object(_ type: String, _ id: String) -> Attributes {
        [
            "type": .string(type), "spec_version": "2.1", "id": .string(id), "created": .string(unknownTime),
            "modified": .string(unknownTime),
        ]
    }

    /// The markings for the Traffic Light Protocol that the standard defines.
    private static let trafficLights: [String: String] = [
        "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9": "white",
        "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da": "green",
        "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82": "amber",
        "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed": "red",
    ]

    /// Whether a definition is one that strict readers take.
    private static func isStrict(_ definition: Attributes) -> Bool {
        guard let id = definition["id"]?.string, definition["spec_version"]?.string == "2.1",
            let identifier = STIXIdentifier(id), identifier.isStandard,
            identifier.type == "marking-definition", definition["type"]?.string == identifier.type,
            let created = definition["created"]?.string, STIXProperties.isTimestamp(created)
        else { return false }
        let known: Set<String> = [
            "type", "spec_version", "id", "created", "created_by_ref", "definition_type", "definition",
            "name",
        ]
        guard definition.allSatisfy({ known.contains($0.name) }),
            case .object(let content)? = definition["definition"], content.count == 1
        else { return false }
        if let author = definition["created_by_ref"] {
            guard let text = author.string, STIXIdentifier(text)?.type == "identity" else { return false }
        }
        switch definition["definition_type"]?.string {
        case "statement": return content["statement"]?.string != nil
        case "tlp":
            return trafficLights[id] == content["tlp"]?.string && created.hasPrefix("2017-01-20T00:00:00")
        default: return false
        }
    }
}

extension [String: AttributeValue] {
    /// The members of a dictionary whose order means nothing, in alphabetical order.
    var attributes: Attributes { Attributes(sorted { $0.key < $1.key }.map { ($0.key, $0.value) }) }
}
