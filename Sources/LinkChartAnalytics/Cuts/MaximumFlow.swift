/// Sends as much flow as a network takes from one node to another: in phases, each along shortest ways only until
/// every such way is full somewhere.
///
/// - Source: E. Dinic, Algorithm for solution of a problem of maximum flow in networks with power estimation,
///   Soviet Mathematics Doklady 11 (1970); for unit capacities S. Even, R. Tarjan, Network flow and testing graph
///   connectivity, SIAM Journal on Computing 4 (1975), doi:10.1137/0204043.
struct MaximumFlow: ~Copyable {
    private let source: Int
    private let target: Int
    /// How many arcs of a way each node is from the target; -1 where there is none.
    private let distance: UnsafeMutableBufferPointer<Int32>
    /// The nodes that have a distance, in the order in which they were found.
    private let found: UnsafeMutableBufferPointer<UInt32>
    private var foundCount = 0
    /// The arc that each node goes on with: those before it are of no use in this phase.
    private let next: UnsafeMutableBufferPointer<Int>
    private var way: [Int] = []

    init(nodeCount: Int, from source: Int, to target: Int) {
        self.source = source
        self.target = target
        distance = .allocate(capacity: nodeCount)
        distance.initialize(repeating: -1)
        found = .allocate(capacity: nodeCount)
        next = .allocate(capacity: nodeCount)
    }

    deinit {
        distance.deallocate()
        found.deallocate()
        next.deallocate()
    }

    /// Sends it.
    ///
    /// - Parameter network: afterwards, what it takes besides.
    mutating func run(_ network: borrowing FlowNetwork, _ meter: inout WorkMeter) throws(AnalysisError) {
        while try findDistances(network, &meter) { try fillShortestWays(network, &meter) }
    }

    /// Searches backwards from the target until the source is found.
    ///
    /// - Returns: whether it was.
    private mutating func findDistances(
        _ network: borrowing FlowNetwork, _ meter: inout WorkMeter
    ) throws(AnalysisError) -> Bool {
        for place in 0..<foundCount { distance[Int(found[place])] = -1 }
        let (distance, found, next) = (distance, found, next)
        let (offsets, heads) = (network.offsets, network.heads)
        let (twins, residual) = (network.twins, network.residual)
        distance[target] = 0
        found[0] = UInt32(truncatingIfNeeded: target)
        var count = 1
        var place = 0
        while place < count {
            let node = Int(found[place])
            place &+= 1
            next[node] = offsets[node]
            // What is as far as the source, or farther, is on no shortest way.
            if distance[source] >= 0 && distance[node] >= distance[source] { continue }
            for arc in offsets[node]..<offsets[node &+ 1] {
                let other = Int(heads[arc])
                guard distance[other] < 0, residual[twins[arc]] > 0 else { continue }
                distance[other] = distance[node] &+ 1
                found[count] = heads[arc]
                count &+= 1
            }
            try meter.advance(by: offsets[node &+ 1] &- offsets[node] &+ 1)
        }
        foundCount = count
        return distance[source] >= 0
    }

    private mutating func fillShortestWays(
        _ network: borrowing FlowNetwork, _ meter: inout WorkMeter
    ) throws(AnalysisError) {
        let (distance, next) = (distance, next)
        let (offsets, heads) = (network.offsets, network.heads)
        let (twins, residual) = (network.twins, network.residual)
        way.removeAll(keepingCapacity: true)
        var node = source
        while true {
            if node == target {
                node = fill(network)
                try meter.advance(by: way.count &+ 1)
                continue
            }
            var arc = next[node]
            let end = offsets[node &+ 1]
            let nearer = distance[node] &- 1
            while arc < end, residual[arc] <= 0 || distance[Int(heads[arc])] != nearer { arc &+= 1 }
            try meter.advance(by: arc &- next[node] &+ 1)
            next[node] = arc
            if arc < end {
                way.append(arc)
                node = Int(heads[arc])
            } else {
                // Nothing leads on: whoever led here tries the next.
                guard let last = way.popLast() else { return }
                node = Int(heads[twins[last]])
                next[node] &+= 1
            }
        }
    }

    /// Sends along the way what its narrowest arc takes.
    ///
    /// - Returns: the node at the first arc that is full now; the way ends there.
    private mutating func fill(_ network: borrowing FlowNetwork) -> Int {
        let (twins, residual) = (network.twins, network.residual)
        var amount = Int.max
        for arc in way { amount = min(amount, residual[arc]) }
        var firstFull = way.count
        for place in way.indices.reversed() {
            let arc = way[place]
            residual[arc] &-= amount
            residual[twins[arc]] &+= amount
            if residual[arc] == 0 { firstFull = place }
        }
        let node = Int(network.heads[twins[way[firstFull]]])
        way.removeLast(way.count - firstFull)
        return node
    }
}
