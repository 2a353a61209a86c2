public import LinkChartModel

/// What an input says of a node.
public struct NodeRecord: Sendable {
    /// Its identifier.
    public var id: String
    /// Its kind.
    public var kind: KindID
    /// What it is called; nil if the input gives only the identifier.
    public var name: String?
    /// What else it is called.
    public var aliases: [String] = []
    /// A finer kind.
    public var subtype: String?
    /// Whatever else the input says.
    public var attributes: Attributes = [:]
    /// Whether claims are found in it.
    public var isSource = false

    /// A node of this identifier and kind.
    public init(id: String, kind: KindID, name: String? = nil) {
        self.id = id
        self.kind = kind
        self.name = name
    }
}

extension GraphBuilder {
    /// What to do with a node whose identifier the same input has used before.
    public enum Repetition: Sendable {
        /// It is an error: the first one counts.
        case isError
        /// It is the same node: what the second says is added.
        case isSameNode
    }

    /// Adds a node, or what an input says of a node that is there.
    ///
    /// - Parameters:
    ///   - record: what the input says.
    ///   - range: the place of the identifier.
    ///   - kindRange: the place of the kind.
    ///   - repetition: what it means if the same input has used the identifier before.
    /// - Returns: the node; nil, with a diagnostic, if the identifier is empty or there are too many.
    @discardableResult
    public mutating func addNode(
        _ record: NodeRecord, at range: SourceRange?, kindAt kindRange: SourceRange? = nil,
        repetition: Repetition = .isError
    ) -> NodeIndex? {
        if let node = graph.node(id: record.id) {
            return merge(record, into: node, at: range, kindAt: kindRange, repetition: repetition)
        }
        do throws(GraphError) {
            let node = try graph.addNode(
                id: record.id, kind: record.kind, name: record.name, aliases: record.aliases,
                subtype: record.subtype, attributes: record.attributes, isSource: record.isSource)
            nodeOrigins.set(node.position, input: currentInput, offset: range?.offset ?? 0)
            warnOfHidden(record.id, "identifier", at: range)
            for name in [record.name].compactMap(\.self) + record.aliases {
                warnOfHidden(name, "name", at: range)
            }
            return node
        } catch {
            report(error, at: range)
            return nil
        }
    }

    private mutating func merge(
        _ record: NodeRecord, into node: NodeIndex, at range: SourceRange?, kindAt kindRange: SourceRange?,
        repetition: Repetition
    ) -> NodeIndex? {
        let origin = nodeOrigins[node.position]
        let isSameInput = origin.map { $0.input == currentInput } ?? false
        if isSameInput, repetition == .isError {
            let place = describeOrigin(origin, for: .duplicateNode)
            report(
                .duplicateNode, "a node `\(record.id)` is already there\(place)", at: range,
                suggestion: "give one of them another identifier")
            reportSkipped("node with an identifier that is taken", record.id, at: range)
            return nil
        }
        // The graph is asked for each part: a view of the node would hold the graph, so that it had to be copied.
        let kind = graph.kind(of: node)
        guard kind == record.kind else {
            let place = describeOrigin(origin, for: .conflictingKinds)
            let kinds = (graph.ontology[kind].name, graph.ontology[record.kind].name)
            report(
                .conflictingKinds,
                "`\(record.id)` is of kind \(kinds.1) here, but of kind "
                    + "\(kinds.0)\(place)",
                at: kindRange ?? range, suggestion: "give one of them another identifier or kind")
            return node
        }
        let oldName = graph.name(of: node)
        var aliases = graph.aliases(of: node)
        var name: String?
        if let other = record.name, other != oldName {
            if oldName == graph.id(of: node) { name = other } else { aliases.append(other) }
        }
        for alias in record.aliases where alias != oldName && !aliases.contains(alias) {
            aliases.append(alias)
        }
        var attributes = graph.attributes(of: node)
        for conflict in attributes.merge(record.attributes) {
            reportConflict(conflict, of: "node `\(record.id)`", origin: origin, at: range)
        }
        let oldSubtype = graph.subtype(of: node)
        if let subtype = record.subtype, let own = oldSubtype, subtype != own {
            reportConflict("subtype", of: "node `\(record.id)`", origin: origin, at: range)
        }
        graph.updateNode(
            node, name: name, aliases: aliases, subtype: oldSubtype ?? record.subtype,
            attributes: attributes, isSource: graph.isSource(node) || record.isSource)
        count(mergedNodes: 1)
        return node
    }

    private mutating func reportConflict(
        _ name: String, of what: String, origin: (input: Int, offset: Int)?, at range: SourceRange?
    ) {
        let place = describeOrigin(origin, for: .conflictingValues)
        report(
            .conflictingValues, "`\(name)` of \(what) has another value\(place); that one is kept", at: range)
    }

    /// ` in a.yaml at line 12`; the file is left out if it is the current one. Nothing if the diagnostic that it is for
    /// is only counted.
    mutating func describeOrigin(_ origin: (input: Int, offset: Int)?, for code: DiagnosticCode) -> String {
        guard let origin, diagnostics.keeps(code, file: inputs[currentInput].name) else { return "" }
        let line = line(of: origin.offset, in: origin.input)
        let file = origin.input == currentInput ? "" : " in `\(inputs[origin.input].name)`"
        return "\(file) at line \(line)"
    }

    /// Warns of names that a terminal would not show as they are.
    mutating func warnOfHidden(_ text: String, _ what: String, at range: SourceRange?) {
        guard TerminalText.hasHidden(text) else { return }
        report(
            .suspiciousName,
            "the \(what) `\(text)` has control characters or invisible marks", at: range)
    }

    /// Reports an error of the model.
    mutating func report(_ error: GraphError, at range: SourceRange?) {
        let code: DiagnosticCode =
            switch error.code {
            case .unknownKind: .unknownKind
            case .unknownRelation: .unknownRelation
            case .wrongSource: .wrongSource
            case .wrongTarget: .wrongTarget
            case .duplicateID: .duplicateEdge
            case .emptyID: .emptyIdentifier
            case .noSuchNode: .noSuchNode
            default: .tooLarge
            }
        report(code, error.message, at: range, suggestion: error.suggestion)
    }
}
