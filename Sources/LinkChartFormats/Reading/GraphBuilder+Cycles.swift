import LinkChartModel

extension GraphBuilder {
    /// Reports circles of `partOf` and `locatedIn`: nothing is a part of itself, however indirectly.
    ///
    /// Of each strongly connected component of established edges, one shortest circle through its first node
    /// is named.
    ///
    /// - Complexity: linear in nodes and edges.
    mutating func checkCycles() {
        let ontology = graph.ontology
        let relations = ["partOf", "locatedIn"].compactMap { ontology.relation(named: $0) }
        guard !relations.isEmpty else { return }
        // Looked up once an edge: a table costs nothing where a set's hash costs as much as reading the edge did.
        var isContainment = [Bool](repeating: false, count: ontology.relations.count)
        for relation in relations { isContainment[Int(relation.rawValue)] = true }
        var forest = ContainmentGraph()
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            guard isContainment[Int(graph.relation(of: edge).rawValue)],
                graph.standing(of: edge).isEstablished
            else { continue }
            forest.add(from: graph.source(of: edge), to: graph.target(of: edge), by: edge)
        }
        for circle in forest.circles() {
            guard let first = circle.first else { continue }
            var text = graph.id(of: graph.source(of: first))
            for edge in circle {
                text += " \(ontology[graph.relation(of: edge)].name) \(graph.id(of: graph.target(of: edge)))"
            }
            let origin = edgeOrigins[first.position]
            report(
                .cycle, "a circle: \(text)", at: origin.map { SourceRange(offset: $0.offset) },
                in: origin?.input ?? -1, suggestion: "one of these edges must go")
        }
    }
}

/// The edges that say what lies in what.
private struct ContainmentGraph {
    private var numbers: [NodeIndex: Int] = [:]
    private var outgoing: [[(target: Int, edge: EdgeIndex)]] = []

    mutating func add(from source: NodeIndex, to target: NodeIndex, by edge: EdgeIndex) {
        let end = number(of: target)
        outgoing[number(of: source)].append((end, edge))
    }

    private mutating func number(of node: NodeIndex) -> Int {
        if let number = numbers[node] { return number }
        numbers[node] = outgoing.count
        outgoing.append([])
        return outgoing.count - 1
    }

    /// One circle of each component that has one, in the order of the components' first nodes.
    func circles() -> [[EdgeIndex]] {
        let component = components()
        var done: Set<Int> = []
        var circles: [[EdgeIndex]] = []
        for start in outgoing.indices where !done.contains(component[start]) {
            guard let circle = shortestCircle(through: start, within: component) else { continue }
            done.insert(component[start])
            circles.append(circle)
        }
        return circles
    }

    /// Breadth first from `start` back to it, inside its component.
    private func shortestCircle(through start: Int, within component: [Int]) -> [EdgeIndex]? {
        var arrivedBy: [Int: (node: Int, edge: EdgeIndex)] = [:]
        var queue = [start]
        var head = 0
        while head < queue.count {
            let node = queue[head]
            head += 1
            for (target, edge) in outgoing[node] where component[target] == component[start] {
                if target == start {
                    var circle = [edge]
                    var at = node
                    while at != start, let step = arrivedBy[at] {
                        circle.append(step.edge)
                        at = step.node
                    }
                    return circle.reversed()
                }
                guard arrivedBy[target] == nil else { continue }
                arrivedBy[target] = (node, edge)
                queue.append(target)
            }
        }
        return nil
    }

    /// The strongly connected component of each node, by Tarjan's algorithm (SIAM J. Comput. 1(2), 1972,
    /// doi:10.1137/0201010) with a stack of its own, so that a chain of a million places does no harm.
    private func components() -> [Int] {
        let unvisited = -1
        var component = [Int](repeating: unvisited, count: outgoing.count)
        var order = [Int](repeating: unvisited, count: outgoing.count)
        var low = order
        var isOpen = [Bool](repeating: false, count: outgoing.count)
        var open: [Int] = []
        var clock = 0
        var componentCount = 0
        for root in outgoing.indices where order[root] == unvisited {
            var path: [(node: Int, next: Int)] = [(root, 0)]
            while let (node, next) = path.last {
                if next == 0 {
                    order[node] = clock
                    low[node] = clock
                    clock += 1
                    open.append(node)
                    isOpen[node] = true
                }
                if next < outgoing[node].count {
                    path[path.count - 1].next += 1
                    let target = outgoing[node][next].target
                    if order[target] == unvisited {
                        path.append((target, 0))
                    } else if isOpen[target] {
                        low[node] = min(low[node], order[target])
                    }
                    continue
                }
                if low[node] == order[node] {
                    var member: Int
                    repeat {
                        member = open.removeLast()
                        isOpen[member] = false
                        component[member] = componentCount
                    } while member != node
                    componentCount += 1
                }
                path.removeLast()
                if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
            }
        }
        return component
    }
}
