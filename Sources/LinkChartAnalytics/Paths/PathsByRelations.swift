public import LinkChartModel

/// The simple paths whose every hop is of certain relations: say, first *hosts* or *funds*, then *attacks*.
///
/// A path has as many hops as there are sets. Which way a link is walked is for the projection to say: in the
/// projection `facts` with directions as it is written, in `mechanism` along the flow of threat or capability,
/// without directions either way.
///
/// ```swift
/// let question = PathsByRelations([[hosts, funds], [attacks]], in: graph)
/// let chains = try question.paths(in: projection, from: sponsor, to: victim)
/// ```
///
/// For every number of hops still to go it is worked out beforehand from which nodes they can be gone, so the search
/// enters no node that leads nowhere, unless it is the path itself that stands in the way.
public struct PathsByRelations: PathAlgorithm {
    /// The relations of each hop, first to last; nil for any relation.
    public var hops: [Set<RelationID>?]
    /// Nodes that are on no path.
    public var avoiding: Set<NodeIndex>
    /// What each edge costs; nil for 1 each. Paths are not found in the order of their costs.
    public var costs: EdgeCosts?
    private let relations: [RelationID]

    /// A question for paths of certain relations.
    ///
    /// - Parameters:
    ///   - hops: the relations of each hop, first to last; nil for any relation. With no hops at all, only a node
    ///     reaches itself.
    ///   - graph: the graph that was projected.
    ///   - avoiding: nodes that are on no path.
    ///   - costs: what each edge costs; nil for 1 each.
    public init(
        _ hops: [Set<RelationID>?], in graph: Graph, avoiding: Set<NodeIndex> = [], costs: EdgeCosts? = nil
    ) {
        self.hops = hops
        self.avoiding = avoiding
        self.costs = costs
        relations = graph.relations
    }

    /// The paths from one node to another, in the order of a depth-first search that takes arcs as they stand in the
    /// projection's rows.
    ///
    /// - Parameters:
    ///   - projection: what to search; it keeps its edges.
    ///   - source: the first node of every path.
    ///   - target: the last node of every path.
    ///   - limits: how many paths to report at most, and when to stop.
    ///   - execution: how to run; the paths do not depend on it.
    /// - Returns: the paths, or why there are none: ``NoPathReason/noMatch`` if there are only others.
    /// - Throws: ``AnalysisError`` if the projection is of another graph or does not keep its edges, an edge has no
    ///   cost that can be, or nobody wants the paths any more.
    /// - Complexity: for *k* hops O(*k* (*n* + *m*)) before the first path. After it, as much for each path as there
    ///   are arcs at its nodes, unless ways end at nodes that they already visited.
    public func paths(
        in projection: Projection, from source: NodeIndex, to target: NodeIndex, limits: SearchLimits,
        execution: Execution
    ) throws(AnalysisError) -> PathSet {
        let stop = SearchStop(limits, execution)
        let question: PathQuestion
        switch try PathQuestion.make(
            projection, from: source, to: target, avoiding: avoiding, costs: costs, stop: stop)
        {
        case .success(let made): question = made
        case .failure(let none): return PathSet(projection, noPathReason: none.reason)
        }
        guard projection.outgoing.edges.allSatisfy({ Int($0) < relations.count }) else {
            throw AnalysisError(.badParameter, "the relations are those of another graph")
        }
        var search = RelationSearch(question, hops, relations, StopMeter(stop))
        var paths: [Path] = []
        while let path = search.next() {
            if let limit = limits.maxPaths, paths.count >= limit {
                return PathSet(projection, paths, truncation: .pathLimit(limit))
            }
            paths.append(path)
        }
        if search.wasStopped { return PathSet(projection, paths, truncation: try stop.truncation()) }
        guard paths.isEmpty else { return PathSet(projection, paths) }
        // Other paths there may be.
        let any = try ShortestPath(avoiding: avoiding, costs: costs).paths(
            in: projection, from: source, to: target, limits: limits, execution: execution)
        if any.paths.isEmpty { return any }
        return PathSet(projection, noPathReason: .noMatch)
    }
}

/// The depth-first search of ``PathsByRelations``, with a stack of its own.
private struct RelationSearch {
    private let question: PathQuestion
    private let hops: [Set<RelationID>?]
    private let relations: [RelationID]
    /// By number of hops gone: whether the others can be gone from a node to the target.
    private var leadsOn: [[Bool]]
    private var meter: StopMeter
    private var nodes: [Int]
    private var cursors: [Int]
    private var arcs: [Int] = []
    private var isOnPath: [Bool]

    var wasStopped: Bool { meter.wasStopped }

    init(_ question: PathQuestion, _ hops: [Set<RelationID>?], _ relations: [RelationID], _ meter: StopMeter)
    {
        self.question = question
        self.hops = hops
        self.relations = relations
        self.meter = meter
        isOnPath = question.blocked
        leadsOn = []
        nodes = []
        cursors = []
        // No simple path has as many hops as there are nodes, and only an empty one ends where it starts.
        guard hops.count < question.projection.nodeCount, hops.isEmpty == (question.source == question.target)
        else { return }
        lookBack()
        guard leadsOn[0][question.source] else { return }
        nodes = [question.source]
        cursors = [question.projection.outgoing.row(question.source).lowerBound]
        isOnPath[question.source] = true
    }

    /// From the target back, a hop at a time.
    private mutating func lookBack() {
        let rows = question.projection.incoming
        var marks = [[Bool]](
            repeating: [Bool](repeating: false, count: rows.nodeCount), count: hops.count + 1)
        marks[hops.count][question.target] = true
        var level = [question.target]
        for hop in hops.indices.reversed() {
            var next: [Int] = []
            for node in level {
                let row = rows.row(node)
                if meter.shouldStop(after: row.count) { break }
                for arc in row where allows(hops[hop], rows.edges[arc]) {
                    let neighbour = Int(rows.neighbours[arc])
                    guard !marks[hop][neighbour], !isOnPath[neighbour] else { continue }
                    marks[hop][neighbour] = true
                    next.append(neighbour)
                }
            }
            level = next
        }
        leadsOn = marks
    }

    private func allows(_ hop: Set<RelationID>?, _ edge: UInt32) -> Bool {
        hop.map { $0.contains(relations[Int(edge)]) } ?? true
    }

    mutating func next() -> Path? {
        let rows = question.projection.outgoing
        while let node = nodes.last, !wasStopped {
            let depth = nodes.count - 1
            if depth == hops.count {
                let path = question.path(along: arcs)
                retreat()
                return path
            }
            let row = rows.row(node)
            var arc = cursors[depth]
            while arc < row.upperBound, !isWorthwhile(arc, inRowFrom: row.lowerBound, depth: depth) {
                arc += 1
            }
            if meter.shouldStop(after: arc - cursors[depth] + 1) { return nil }
            guard arc < row.upperBound else {
                retreat()
                continue
            }
            cursors[depth] = arc + 1
            let neighbour = Int(rows.neighbours[arc])
            nodes.append(neighbour)
            cursors.append(rows.row(neighbour).lowerBound)
            arcs.append(arc)
            isOnPath[neighbour] = true
        }
        return nil
    }

    private func isWorthwhile(_ arc: Int, inRowFrom start: Int, depth: Int) -> Bool {
        let rows = question.projection.outgoing
        let neighbour = Int(rows.neighbours[arc])
        return leadsOn[depth + 1][neighbour] && !isOnPath[neighbour] && allows(hops[depth], rows.edges[arc])
            && !question.isRepeat(arc, inRowFrom: start) && question.cost(of: arc) < .infinity
    }

    private mutating func retreat() {
        isOnPath[nodes.removeLast()] = false
        cursors.removeLast()
        if !arcs.isEmpty { arcs.removeLast() }
    }
}
