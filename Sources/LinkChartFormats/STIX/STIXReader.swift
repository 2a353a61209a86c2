import LinkChartModel

/// Reads STIX 2.0 and 2.1: a bundle, a single object, a TAXII envelope, an array or lines of any of them.
///
/// Domain objects and observables become nodes, relationships and sightings edges, and so do the references that an
/// object embeds. The identity that `created_by_ref` names is the claimant, external references and reports that
/// contain a relationship are its claims' sources, and an opinion on it affirms or negates it. Of an object in several
/// versions the newest counts. Whatever has no place of its own is kept as an attribute under its own name.
struct STIXReader: GraphFormatReader {
    var records: JSONRecords
    /// The newest version of each object, and whether it has been read.
    var versions: [String: Version] = [:]
    /// What the graph's relationships and sightings are called.
    var edgeIDs: Set<String> = []
    /// Which objects speak of a relationship.
    var statements: [String: [Statement]] = [:]
    /// What nodes are called that our own writer gave an identifier of STIX.
    var ownIDs: [String: String] = [:]
    /// Dates by the text of their timestamps, of which bundles repeat most.
    var dates: [String: EDTFDate?] = [:]
    private var markings: [AttributeValue] = []

    struct Version {
        var modified: String
        var count = 1
        var isRead = false
    }

    /// An object that speaks of a relationship.
    struct Statement {
        var node: NodeIndex
        var claimant: Party?
        var date: RecordedDate?
        var opinion: String?
        var text: String?
    }

    init(_ input: GraphInput) { records = JSONRecords(input) }

    // MARK: - Objects

    /// Calls `body` with each object of the input that has a type and an identifier.
    mutating func forEachObject(
        into builder: inout GraphBuilder,
        _ body: (inout STIXReader, inout GraphBuilder, STIXObject) -> Void
    ) {
        // Moved out while it is in use, so that the body may change the rest of the reader.
        var records = self.records
        self.records.close()
        records.forEach(into: &builder) { builder, tree, item in
            if let objects = tree.value(item, "objects"), Self.isContainer(tree, item) {
                tree.forEachElement(objects) { element in
                    if let object = STIXObject(tree, element) { body(&self, &builder, object) }
                }
            } else if let object = STIXObject(tree, item) {
                body(&self, &builder, object)
            }
        }
        self.records = records
    }

    /// Whether an object holds others: a bundle has that type, a TAXII envelope none. Observed data of STIX 2.0 have
    /// `objects` too.
    private static func isContainer(_ tree: DocumentTree, _ item: Int) -> Bool {
        guard let type = tree.value(item, "type") else { return true }
        return tree.isText(type, "bundle")
    }

    mutating func readHeader(into builder: inout GraphBuilder) {
        var records = self.records
        self.records.close()
        records.forEach(into: &builder) { builder, tree, item in
            readHeader(tree, item, into: &builder)
        }
        self.records = records
        guard !markings.isEmpty else { return }
        var all = markings
        if case .list(let earlier)? = builder.graph.attributes["stixDefinitions"] {
            all = earlier + markings.filter { !earlier.contains($0) }
        }
        builder.graph.attributes["stixDefinitions"] = .list(all)
    }

    private mutating func readHeader(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "a STIX bundle or object must be an object of JSON")
            return
        }
        guard Self.isContainer(tree, item) else {
            readHeader(ofObject: tree, item, into: &builder)
            return
        }
        var bundle: Attributes = [:]
        var objects: Int?
        tree.forEachMember(item) { key, value in
            switch tree.text(key) {
            case "objects": objects = value
            case "type": break
            default: bundle[tree.text(key)] = builder.value(tree, value)
            }
        }
        // Of a bundle of our own the identifier is made of the graph; one that a graph came with is kept with it.
        if objects.map({ isOwn(tree, $0) }) ?? false { bundle["id"] = nil }
        if !bundle.isEmpty, builder.graph.attributes["stixBundle"] == nil {
            builder.graph.attributes["stixBundle"] = .object(bundle)
        }
        guard let objects else {
            let range = tree.range(item)
            let hasType = tree.value(item, "type") != nil
            builder.report(
                .missingKey, hasType ? "the bundle has no `objects`" : "a STIX object needs a key `type`",
                at: range, severity: hasType ? .note : nil)
            if !hasType { builder.reportSkipped("object without a type", "", at: range) }
            return
        }
        builder.forEachEntry(tree, objects, of: "objects") { builder, element in
            readHeader(ofObject: tree, element, into: &builder)
        }
    }

    /// Whether objects are of a bundle that our own writer wrote.
    private func isOwn(_ tree: DocumentTree, _ objects: Int) -> Bool {
        var isOwn = false
        tree.forEachElement(objects) { object in
            guard !isOwn, let id = tree.value(object, "id") else { return }
            isOwn = tree.text(id) == STIXVocabulary.programID
        }
        return isOwn
    }

    private mutating func readHeader(
        ofObject tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder
    ) {
        guard tree.kind(item) == .mapping else {
            builder.reportWrongType(tree, item, "a STIX object must be an object of JSON")
            builder.reportSkipped("object that is none", tree.text(item), at: tree.range(item))
            return
        }
        guard let object = STIXObject(tree, item) else {
            let hasType = tree.value(item, "type").map { tree.kind($0) == .string } ?? false
            let name = hasType ? "id" : "type"
            builder.report(.missingKey, "a STIX object needs a text under `\(name)`", at: tree.range(item))
            builder.reportSkipped("object without a type or an identifier", "", at: tree.range(item))
            return
        }
        if object.id == STIXVocabulary.programID {
            if let own = object.ownExtension { readGraph(object.tree, own, into: &builder) }
            return
        }
        check(object, into: &builder)
        let modified = object.text("modified") ?? object.text("created") ?? ""
        if var version = versions[object.id] {
            version.count += 1
            version.modified = max(version.modified, modified)
            versions[object.id] = version
        } else {
            versions[object.id] = Version(modified: modified)
            if object.isEdge { edgeIDs.insert(object.id) }
            if STIXVocabulary.metaTypes.contains(object.type) { readDefinition(object, into: &builder) }
        }
    }

    private func check(_ object: STIXObject, into builder: inout GraphBuilder) {
        let found = STIXIdentifier(object.id)?.type
        guard found != object.type else { return }
        builder.report(
            .badIdentifier,
            found == nil
                ? "`\(object.id)` is no identifier of STIX"
                : "the identifier of this \(object.type) says that it is a \(found ?? "")",
            at: object.tree.range(object.idItem),
            suggestion: "\(object.type)--, and then a UUID")
    }

    private mutating func readDefinition(_ object: STIXObject, into builder: inout GraphBuilder) {
        // Our own definitions are written anew.
        guard object.id != STIXVocabulary.extensionID, object.id != STIXVocabulary.foreignExtensionID else {
            return
        }
        markings.append(builder.value(object.tree, object.item))
    }

    /// What our own writer says of the graph as a whole.
    private func readGraph(_ tree: DocumentTree, _ item: Int, into builder: inout GraphBuilder) {
        guard tree.kind(item) == .mapping else { return }
        if let title = tree.value(item, "title"), builder.graph.title.isEmpty {
            builder.graph.title = tree.text(title)
        }
        // Never a path: a bundle of strangers shall open no files.
        if let ontology = tree.value(item, "ontology"), tree.kind(ontology) == .mapping {
            builder.readOntology(tree, ontology)
        }
        if let attributes = tree.value(item, "attributes") {
            builder.graph.attributes.merge(builder.attributes(tree, attributes))
        }
    }

    /// Whether an object is the version to read: the newest, and of equal ones the first.
    mutating func isCurrent(_ object: STIXObject, into builder: inout GraphBuilder) -> Bool {
        guard var version = versions[object.id] else { return false }
        guard version.count > 1 else { return true }
        let modified = object.text("modified") ?? object.text("created") ?? ""
        if modified == version.modified && !version.isRead {
            version.isRead = true
            versions[object.id] = version
            return true
        }
        let isOlder = modified != version.modified
        builder.report(
            .supersededObject,
            isOlder
                ? "`\(object.id)` is there in a newer version"
                : "`\(object.id)` is there twice in one version",
            at: object.tree.range(object.idItem))
        builder.reportSkipped(
            isOlder ? "older version of an object" : "repetition of an object", object.id,
            at: object.tree.range(object.item))
        return false
    }
}

/// One object of STIX in its document.
struct STIXObject {
    let tree: DocumentTree
    let item: Int
    let idItem: Int
    let type: String
    let id: String

    /// An object with a type and an identifier; nil if it lacks one.
    init?(_ tree: DocumentTree, _ item: Int) {
        guard tree.kind(item) == .mapping, let type = tree.value(item, "type"), tree.kind(type) == .string,
            let id = tree.value(item, "id"), tree.kind(id) == .string
        else { return nil }
        let text = tree.text(id)
        guard !text.isEmpty else { return nil }
        self.tree = tree
        self.item = item
        idItem = id
        self.type = tree.text(type)
        self.id = text
    }

    /// Whether it stands for an edge.
    var isEdge: Bool { type == "relationship" || type == "sighting" }

    /// The text of a property; nil if it is missing or no text.
    func text(_ name: StaticString) -> String? {
        tree.value(item, name).flatMap { tree.kind($0) == .string ? tree.text($0) : nil }
    }

    /// The object of our own extension.
    var ownExtension: Int? { extensionObject(STIXVocabulary.extensionID) }

    /// Whether our own writer has written it, with properties of other producers.
    var isRewritten: Bool { extensionObject(STIXVocabulary.foreignExtensionID) != nil }

    private func extensionObject(_ id: String) -> Int? {
        guard let extensions = tree.value(item, "extensions"), tree.kind(extensions) == .mapping else {
            return nil
        }
        var found: Int?
        tree.forEachMember(extensions) { key, value in
            if tree.text(key) == id, tree.kind(value) == .mapping { found = value }
        }
        return found
    }
}
