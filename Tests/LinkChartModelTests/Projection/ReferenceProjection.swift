@testable import LinkChartModel

/// A projection made by the words of rule 8, edge by edge.
struct ReferenceProjection {
    struct Arc: Hashable, Comparable {
        var source: Int
        var target: Int
        var edge: Int
        var isForward: Bool

        static func < (a: Arc, b: Arc) -> Bool {
            (a.source, a.target, a.edge, a.isForward ? 1 : 0) < (
                b.source, b.target, b.edge, b.isForward ? 1 : 0
            )
        }
    }

    var arcs: [Arc] = []
    var omissions = Projection.Omissions()

    init(_ graph: Graph, _ name: Projection.Name, isDirected: Bool, parts: SelectedParts) {
        omissions.nodes = (parts.nodes ?? []).filter { !$0 }.count
        for edge in graph.edges {
            let ends = (edge.source.position, edge.target.position)
            let isChosen = parts.edges?[edge.index.position] ?? true
            let areEndsChosen = parts.nodes.map { $0[ends.0] && $0[ends.1] } ?? true
            let claims = Array(edge.claims).filter(parts.claims ?? { _ in true })
            // Where claims are chosen, an edge counts by them alone.
            let areClaimsChosen = parts.claims == nil || !claims.isEmpty
            guard isChosen, areEndsChosen, areClaimsChosen else {
                omissions.unselected += 1
                continue
            }
            let establishing = claims.filter { [.asserted, .confirmed, .estimated].contains($0.modality) }
                .count
            if name != .all && establishing == 0 && !claims.isEmpty {
                omissions.unestablished += 1
                continue
            }
            var ways: [Bool] = [true]
            switch name {
            case .facts, .all: break
            case .claims: ways = Array(repeating: true, count: claims.isEmpty ? 1 : establishing)
            case .mechanism:
                if edge.definition.isSummary {
                    omissions.summary += 1
                    ways = []
                } else {
                    switch edge.definition.flow {
                    case .forward: break
                    case .reverse: ways = [false]
                    case .both: if isDirected && ends.0 != ends.1 { ways = [true, false] }
                    case .none:
                        omissions.flowless += 1
                        ways = []
                    }
                }
            }
            for isForward in ways {
                let (from, to) = isForward ? ends : (ends.1, ends.0)
                arcs.append(Arc(source: from, target: to, edge: edge.index.position, isForward: isForward))
                if !isDirected && from != to {
                    arcs.append(
                        Arc(source: to, target: from, edge: edge.index.position, isForward: !isForward))
                }
            }
        }
    }
}
