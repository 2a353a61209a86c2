public import LinkChartModel

/// What an input says of an edge.
public struct EdgeRecord: Sendable {
    /// Where it starts.
    public var source: NodeIndex
    /// Its relation.
    public var relation: RelationID
    /// Where it leads.
    public var target: NodeIndex
    /// An identifier of its own, with which it merges with no other edge.
    public var id: String?
    /// When it holds.
    public var valid: RecordedDate?
    /// Whatever else the input says.
    public var attributes: Attributes = [:]
    /// Who says so.
    public var claims: [Claim] = []
    /// Whether it stays apart from an edge of the same ends, relation and validity.
    public var isParallel = false

    /// An edge of these ends and this relation.
    public init(from source: NodeIndex, _ relation: RelationID, to target: NodeIndex) {
        self.source = source
        self.relation = relation
        self.target = target
    }
}

extension EdgeRecord {
    /// Whether an edge of a graph has the record's ends and relation.
    func hasEnds(of edge: EdgeIndex, in graph: Graph) -> Bool {
        graph.source(of: edge) == source && graph.target(of: edge) == target
            && graph.relation(of: edge) == relation
    }
}

/// Where the parts of an edge stand in its input.
public struct EdgePlaces: Sendable {
    /// The edge as a whole, or its beginning.
    public var edge: SourceRange?
    /// Its source.
    public var source: SourceRange?
    /// Its target.
    public var target: SourceRange?
    /// Its identifier.
    public var id: SourceRange?

    /// Places of the parts that have one.
    public init(
        edge: SourceRange?, source: SourceRange? = nil, target: SourceRange? = nil, id: SourceRange? = nil
    ) {
        self.edge = edge
        self.source = source
        self.target = target
        self.id = id
    }
}

extension GraphBuilder {
    /// Adds an edge, or its claims and attributes to the edge that is there already.
    ///
    /// - Returns: the edge; nil, with a diagnostic, if the relation does not fit the ends or the identifier
    ///   is taken.
    @discardableResult
    public mutating func addEdge(_ record: EdgeRecord, at places: EdgePlaces) -> EdgeIndex? {
        if let edge = twin(of: record) {
            graph.mergeAttributes(record.attributes, into: edge)
            addClaims(record.claims, to: edge)
            self.count(mergedEdges: 1)
            return edge
        }
        let count = graph.edgeCount
        do throws(GraphError) {
            let edge = try graph.link(
                from: record.source, record.relation, to: record.target, id: record.id, valid: record.valid,
                attributes: record.attributes, isParallel: record.isParallel)
            addClaims(record.claims, to: edge)
            if graph.edgeCount == count {
                self.count(mergedEdges: 1)
            } else {
                edgeOrigins.set(edge.position, input: currentInput, offset: places.edge?.offset ?? 0)
                if record.source == record.target {
                    let text =
                        "`\(graph.id(of: record.source))` \(graph.ontology[record.relation].name) itself"
                    report(.selfLoop, text, at: places.target ?? places.edge)
                }
            }
            return edge
        } catch {
            report(error, of: record, at: places)
            let text =
                "\(graph.id(of: record.source)) \(graph.ontology[record.relation].name) "
                + graph.id(of: record.target)
            reportSkipped("edge that the ontology or the graph does not allow", text, at: places.edge)
            return nil
        }
    }

    private mutating func report(_ error: GraphError, of record: EdgeRecord, at places: EdgePlaces) {
        switch error.code {
        case .wrongSource: report(error, at: places.source ?? places.edge)
        case .wrongTarget: report(error, at: places.target ?? places.edge)
        case .duplicateID:
            let origin = record.id.flatMap { graph.edge(id: $0) }.flatMap { edgeOrigins[$0.position] }
            let place = describeOrigin(origin, for: .duplicateEdge)
            report(
                .duplicateEdge, error.message + place, at: places.id ?? places.edge,
                suggestion: "give one of them another identifier, or none")
        case .emptyID: report(error, at: places.id ?? places.edge)
        default: report(error, at: places.edge)
        }
    }
}
