extension Graph {
    /// Adds a node of a kind that the compiler knows.
    ///
    /// - Parameter node: made by ``NewNode/state(_:id:iso:aliases:subtype:attributes:)`` and its like. Where it
    ///   brings no identifier, one is made of its name; an identifier that is taken gets a number appended.
    /// - Returns: a typed reference, valid in this graph and its copies.
    /// - Complexity: expected constant.
    /// - Precondition: the graph's ontology has the kind, and there are fewer than 2^32 - 1 nodes.
    @discardableResult
    public mutating func add<Kind: ConcreteKind>(_ node: NewNode<Kind>) -> Kind {
        guard let kind = kindID(of: Kind.self) else {
            preconditionFailure("the ontology `\(ontology.name)` has no kind `\(Kind.kindName)`")
        }
        if Kind.builtinKind == nil { nodeColumns.clientTypes[kind] = Kind.self }
        let wanted = node.id ?? Self.slug(node.name)
        let position = insertUnderFreeID(wanted.isEmpty ? "node" : wanted)
        finishNode(position, name: node.name, kind: kind, details: node.details)
        return Kind(index: NodeIndex(position))
    }

    /// Adds a node of a kind known at run time.
    ///
    /// - Parameters:
    ///   - id: its identifier: any text but the empty one.
    ///   - kind: what it is.
    ///   - name: what it is called; the identifier if nil.
    ///   - aliases: what else it is called.
    ///   - subtype: a finer kind, such as `armedGroup`.
    ///   - attributes: whatever else is known of it.
    ///   - isSource: whether it is one of the graph's sources.
    /// - Throws: ``GraphError`` if the identifier is empty or taken, or the kind unknown.
    /// - Complexity: expected constant.
    @discardableResult
    public mutating func addNode(
        id: String, kind: KindID, name: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:], isSource: Bool = false
    ) throws(GraphError) -> NodeIndex {
        guard Int(kind.rawValue) < ontology.kinds.count else {
            throw GraphError(.unknownKind, "the ontology has no kind number \(kind.rawValue)")
        }
        guard !id.isEmpty else { throw GraphError(.emptyID, "a node needs an identifier") }
        guard nodeCount < Int(UInt32.max) else { throw GraphError(.tooLarge, "more than 2^32 - 1 nodes") }
        let (position, isNew) = nodeColumns.ids.insert(id)
        guard isNew else { throw GraphError(.duplicateID, "a node `\(id)` is already there") }
        finishNode(
            position, name: name ?? id, kind: kind,
            details: NodeDetails(
                aliases: aliases, subtype: subtype, attributes: attributes, isSource: isSource))
        return NodeIndex(position)
    }

    /// Adds a node of a kind known by name at run time.
    ///
    /// - Parameters:
    ///   - id: its identifier: any text but the empty one.
    ///   - kind: the name of its kind, or another spelling of it.
    ///   - name: what it is called; the identifier if nil.
    ///   - aliases: what else it is called.
    ///   - subtype: a finer kind, such as `armedGroup`.
    ///   - attributes: whatever else is known of it.
    ///   - isSource: whether it is one of the graph's sources.
    /// - Throws: ``GraphError`` if the identifier is empty or taken, or the kind unknown.
    @discardableResult
    public mutating func addNode(
        id: String, kind: String, name: String? = nil, aliases: [String] = [], subtype: String? = nil,
        attributes: Attributes = [:], isSource: Bool = false
    ) throws(GraphError) -> NodeIndex {
        guard let kindID = ontology.kind(named: kind) else {
            throw GraphError(
                .unknownKind, "no kind `\(kind)` in the ontology",
                suggestion: ontology.nearestKindName(to: kind).map { "did you mean `\($0)`?" })
        }
        return try addNode(
            id: id, kind: kindID, name: name, aliases: aliases, subtype: subtype, attributes: attributes,
            isSource: isSource)
    }

    /// Adds a node named as an untyped table names it, or finds it: the bytes are identifier and name at once.
    ///
    /// - Parameters:
    ///   - id: valid UTF-8; the caller vouches for it.
    ///   - kind: the kind of a node that is new.
    /// - Returns: the node's index.
    /// - Complexity: expected constant.
    /// - Precondition: fewer than 2^32 - 1 nodes.
    public mutating func findOrAddNode(id: UnsafeBufferPointer<UInt8>, kind: KindID) -> NodeIndex {
        let (number, isNew) = nodeColumns.ids.insert(bytes: id)
        if isNew {
            nodeColumns.nameNumbers.append(NodeColumns.sameAsID)
            nodeColumns.kinds.append(kind)
        }
        return NodeIndex(number)
    }

    /// A reference of a given type, if the node is of that kind.
    public func reference<Kind: ConcreteKind>(to node: NodeIndex, as: Kind.Type = Kind.self) -> Kind? {
        guard node.position < nodeCount, let kind = kindID(of: Kind.self),
            nodeColumns.kinds[node.position] == kind
        else { return nil }
        return Kind(index: node)
    }

    /// Changes what is known of a node beside its identifier and kind; nil leaves a property as it is.
    ///
    /// - Precondition: the node is of this graph.
    public mutating func updateNode(
        _ node: NodeIndex, name: String? = nil, aliases: [String]? = nil, subtype: String? = nil,
        attributes: Attributes? = nil, isSource: Bool? = nil
    ) {
        precondition(node.position < nodeCount, "a node of another graph")
        if let name {
            nodeColumns.nameNumbers[node.position] =
                name == id(of: node) ? NodeColumns.sameAsID : UInt32(nodeColumns.names.insert(name).number)
        }
        var details = nodeColumns.details[node.rawValue] ?? NodeDetails()
        if let aliases { details.aliases = aliases }
        if let subtype { details.subtype = subtype }
        if let attributes { details.attributes = attributes }
        if let isSource { details.isSource = isSource }
        nodeColumns.details[node.rawValue] = details.isEmpty ? nil : details
    }

    // MARK: - Inside

    /// The identifier that a kind type has in this graph's ontology.
    func kindID<Kind: ConcreteKind>(of type: Kind.Type) -> KindID? {
        if ontology.base != .replacement, let builtin = Kind.builtinKind { return builtin }
        return ontology.kind(named: Kind.kindName)
    }

    /// Adds a node as it is in another graph of the same ontology, under an identifier that is not taken.
    mutating func appendNode(_ node: NodeIndex, of other: Graph) -> NodeIndex {
        let (position, isNew) = other.withID(of: node) { nodeColumns.ids.insert(bytes: $0) }
        precondition(isNew, "the identifier is taken")
        finishNode(
            position, name: other.name(of: node), kind: other.kind(of: node),
            details: other.nodeColumns.details[node.rawValue] ?? NodeDetails())
        return NodeIndex(position)
    }

    /// Gives a node that is in the identifiers already the rest of its properties.
    private mutating func finishNode(_ position: Int, name: String, kind: KindID, details: NodeDetails) {
        let isID = nodeColumns.ids.withBytes(of: position) { $0.elementsEqual(name.utf8) }
        nodeColumns.nameNumbers.append(
            isID ? NodeColumns.sameAsID : UInt32(nodeColumns.names.insert(name).number))
        nodeColumns.kinds.append(kind)
        if !details.isEmpty { nodeColumns.details[UInt32(position)] = details }
    }

    /// Enters an identifier, with `-2`, `-3` … appended if it is taken.
    private mutating func insertUnderFreeID(_ wanted: String) -> Int {
        let (taken, isNew) = nodeColumns.ids.insert(wanted)
        if isNew { return taken }
        // Where the last search ended the next begins, so that a million nodes of one name search once each.
        var number = nodeColumns.nextSuffixes[UInt32(taken)] ?? 2
        while true {
            let (position, isNew) = nodeColumns.ids.insert("\(wanted)-\(number)")
            number += 1
            guard isNew else { continue }
            nodeColumns.nextSuffixes[UInt32(taken)] = number
            return position
        }
    }

    /// `Tehrik-i-Taliban Pakistan` as an identifier: `tehrik-i-taliban-pakistan`.
    public static func slug(_ name: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        var isGap = false
        for byte in name.utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A, 0x41...0x5A:
                if isGap && !bytes.isEmpty { bytes.append(0x2D) }
                isGap = false
                bytes.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
            case 0x80...: return slugOfWords(name)
            default: isGap = true
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func slugOfWords(_ name: String) -> String {
        name.split { !($0.isLetter || $0.isNumber) }.map { foldedKey($0) }.filter { !$0.isEmpty }
            .joined(separator: "-")
    }
}
