/// The search that Leiden and Louvain share: move nodes, make communities the nodes of a smaller graph, go on there.
struct CommunitySearch {
    var rating: CommunityPenalty
    /// Whether communities are split into connected parts before they become nodes: Leiden; else Louvain.
    var refines: Bool
    var randomness: Double
    /// How often to begin anew from what was found; nil for until nothing improves.
    var iterationLimit: Int?

    /// What was found.
    struct Outcome {
        /// The community of every node, numbered without gaps.
        var labels: [UInt32]
        var count: Int
        /// How many graphs, each smaller than the one before, an iteration took at most.
        var levels: Int
        var iterations: Int
    }

    /// - Throws: ``AnalysisError/cancelled``.
    func run(
        on graph: CommunityGraph, random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) -> Outcome {
        let count = graph.nodeCount
        let work = CommunityWorkspace(nodeCount: count)
        var worth = 0.0
        for node in 0..<count { worth += graph.strengths[node] }
        var labels = (0..<count).map { UInt32(truncatingIfNeeded: $0) }
        var levels = 0
        var iterations = 0
        var communityCount = count
        // What a round is of all rounds is not known; each reports on its end.
        let quiet = execution.silent
        // Leiden's parts are chosen at random, so that one round may find what the one before missed.
        let patience = refines ? 2 : 1
        var idle = 0
        while count > 0 {
            let step = try iterate(work, graph, &labels, &random, quiet)
            communityCount = step.count
            levels = max(levels, step.levels)
            iterations += 1
            execution.progress?(1 - 1 / Double(iterations + 1))
            // Less is rounding, or not worth another round.
            idle = step.gained > 1e-9 * worth ? 0 : idle + 1
            guard idle < patience, iterations < iterationLimit ?? .max else { break }
        }
        return Outcome(labels: labels, count: communityCount, levels: levels, iterations: iterations)
    }

    /// Improves a partition until its communities, as nodes of a smaller graph, gain nothing by moving.
    ///
    /// - Parameter labels: the community of every node, before and after.
    private func iterate(
        _ work: CommunityWorkspace, _ first: CommunityGraph, _ labels: inout [UInt32],
        _ random: inout RandomNumbers, _ execution: Execution
    ) throws(AnalysisError) -> (gained: Double, count: Int, levels: Int) {
        for node in 0..<first.nodeCount { work.community[node] = labels[node] }
        // The node of the current graph that each node of the first belongs to.
        var home: [UInt32] = []
        var graph = first
        var gained = 0.0
        var levels = 0
        var communityCount = 0
        while true {
            levels += 1
            for node in 0..<graph.nodeCount { work.queue[node] = UInt32(truncatingIfNeeded: node) }
            work.shuffle(work.queue, graph.nodeCount, &random)
            gained += try work.moveNodes(of: graph, queued: graph.nodeCount, rating, execution)
            communityCount = work.renumber(work.community, graph.nodeCount)
            guard communityCount < graph.nodeCount else { break }

            let parts = refines ? work.part : work.community
            var partCount = communityCount
            if refines {
                work.recount(graph, rating)
                partCount = try work.refine(graph, rating, randomness: randomness, &random, execution)
                // Only rounding can keep every node apart; then the connected parts are the end of it.
                guard partCount < graph.nodeCount else {
                    communityCount = work.separateUnconnected(graph)
                    break
                }
            }
            let smaller = try work.aggregate(graph, by: parts, partCount, execution)
            if home.isEmpty {
                home = (0..<graph.nodeCount).map { parts[$0] }
            } else {
                for node in home.indices { home[node] = parts[Int(home[node])] }
            }
            work.keepCommunities(of: graph, asNodes: parts, partCount, separate: !refines)
            graph = smaller
        }
        for node in labels.indices {
            labels[node] = work.community[home.isEmpty ? node : Int(home[node])]
        }
        return (gained, communityCount, levels)
    }
}

extension CommunityWorkspace {
    /// Adds up the masses of communities after they were renumbered.
    func recount(_ graph: CommunityGraph, _ rating: CommunityPenalty) {
        let nodeMass = rating.masses(of: graph)
        mass.update(repeating: 0, count: graph.nodeCount)
        for node in 0..<graph.nodeCount { mass[Int(community[node])] += nodeMass[node] }
    }

    /// Gives every node of the smaller graph the community that its nodes were in; in Louvain's method one of its own.
    func keepCommunities(
        of graph: CommunityGraph, asNodes parts: UnsafeMutablePointer<UInt32>, _ count: Int,
        separate isSeparate: Bool
    ) {
        guard !isSeparate else { return separate(count) }
        for node in 0..<graph.nodeCount { numbers[Int(parts[node])] = community[node] }
        for node in 0..<count { community[node] = numbers[node] }
    }

    /// Makes every connected part of a community a community.
    ///
    /// - Returns: how many there are.
    func separateUnconnected(_ graph: CommunityGraph) -> Int {
        part.update(repeating: .max, count: graph.nodeCount)
        var count: UInt32 = 0
        for start in 0..<graph.nodeCount where part[start] == .max {
            part[start] = count
            queue[0] = UInt32(truncatingIfNeeded: start)
            var (head, tail) = (0, 1)
            while head < tail {
                let node = Int(queue[head])
                head += 1
                for arc in graph.offsets[node]..<graph.offsets[node + 1] {
                    let neighbour = Int(graph.neighbours[arc])
                    guard part[neighbour] == .max, community[neighbour] == community[node] else { continue }
                    part[neighbour] = count
                    queue[tail] = UInt32(truncatingIfNeeded: neighbour)
                    tail += 1
                }
            }
            count += 1
        }
        community.update(from: part, count: graph.nodeCount)
        return Int(count)
    }
}
