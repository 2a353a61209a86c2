import LinkChartModel

/// What building, freezing and copying a graph costs: `ModelBenchmark [NODES] [EDGES]`.
///
/// Each line is a step, its time, and its rate or its memory. Memory is what the process's peak grew by, so a
/// step whose arrays double as they grow pays for old and new at once, as a user would.
@main
struct ModelBenchmark {
    static func main() {
        let arguments = CommandLine.arguments.dropFirst().compactMap { Int($0) }
        let nodeCount = arguments.first ?? 1_000_000
        let edgeCount = arguments.dropFirst().first ?? 10_000_000
        print("\(nodeCount) nodes, \(edgeCount) edges")

        var graph = Graph()
        var actors: [Kinds.Actor] = []
        actors.reserveCapacity(nodeCount)
        measure("add nodes with a name each", count: nodeCount, unit: "node") {
            for number in 0..<nodeCount { actors.append(graph.add(.actor("actor \(number)"))) }
        }

        var random = Scramble(state: 1)
        measure("link them, checked by the compiler", count: edgeCount, unit: "edge") {
            for _ in 0..<edgeCount {
                let (source, target) = random.pair(below: nodeCount)
                graph.link(actors[source], .alliedWith, actors[target])
            }
        }

        var sum = 0
        measure("walk the nodes as views", count: graph.nodeCount, unit: "node") {
            for node in graph.nodes { sum &+= node.name.utf8.count &+ Int(node.kind.rawValue) }
        }
        measure("walk the edges as views", count: graph.edgeCount, unit: "edge") {
            for edge in graph.edges { sum &+= Int(edge.source.rawValue) &+ Int(edge.target.rawValue) }
        }
        measure("ask for nodes one by one", count: graph.nodeCount, unit: "node") {
            for actor in actors { sum &+= graph[actor].name.utf8.count }
        }
        print("  sum of what was seen: \(sum)")

        var snapshot: GraphSnapshot?
        measure("freeze", count: graph.edgeCount, unit: "edge") { snapshot = graph.snapshot() }
        var projection: Projection?
        measure("project facts, directed, merged", count: graph.edgeCount, unit: "edge") {
            projection = graph.projection(.facts)
        }
        print("  arcs: \(snapshot?.outgoing.arcCount ?? 0), merged: \(projection?.arcCount ?? 0)")
        snapshot = nil
        projection = nil

        let copy = graph
        measure("first link after a copy", count: 1, unit: "link") {
            graph.link(actors[0], .rivals, actors[1])
        }
        measure("next link", count: 1, unit: "link") { graph.link(actors[0], .rivals, actors[2]) }
        print("  the copy has \(copy.edgeCount) edges, the graph \(graph.edgeCount)")

        var bulk = Graph()
        var sources: [UInt32] = []
        var targets: [UInt32] = []
        for _ in 0..<edgeCount {
            let (source, target) = random.pair(below: nodeCount)
            sources.append(UInt32(source))
            targets.append(UInt32(target))
        }
        measure("add nodes as a reader does", count: nodeCount, unit: "node") {
            for number in 0..<nodeCount {
                var name = String(number)
                _ = name.withUTF8 { bulk.findOrAddNode(id: $0, kind: .entity) }
            }
        }
        guard let relatedTo = bulk.ontology.relation(named: "relatedTo") else { return }
        measure("append edges as a reader does", count: edgeCount, unit: "edge") {
            do { try bulk.appendEdges(from: sources, relation: relatedTo, to: targets) } catch {
                print(error)
            }
        }
        measure("freeze", count: bulk.edgeCount, unit: "edge") { snapshot = bulk.snapshot() }
        print("  arcs: \(snapshot?.outgoing.arcCount ?? 0)")
    }
}

/// A cheap generator: its cost is part of what is measured, so it must be small.
struct Scramble {
    var state: UInt64

    mutating func pair(below count: Int) -> (Int, Int) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (Int(state >> 33) % count, Int((state >> 13) & 0xFFF_FFFF) % count)
    }
}
