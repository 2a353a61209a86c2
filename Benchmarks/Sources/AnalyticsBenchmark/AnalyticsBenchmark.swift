import ArgumentParser
import Foundation
import LinkChartAnalytics
import LinkChartFormats
import LinkChartModel
import Measuring

/// Times analyses inside one process, the graph being read once, and prints a JSON line for each.
@main
struct AnalyticsBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Time analyses of a graph inside one process.",
        discussion: """
            Each task is asked twice of a projection made for the purpose, as often as --reps says: `first_s` is \
            the first time, with whatever the analysis prepares and keeps (the numbering of nodes by degree, say), \
            `algo_s` the second. Medians.

              AnalyticsBenchmark kron16.el --tasks pagerank,bfs16 --sources kron16.json --threads 1
            """)

    @Argument(help: "An edge list or any other graph.") var file: String
    @Option(help: "Which tasks, with commas between; all if not said.") var tasks: String?
    @Option(help: "How many threads.") var threads = 1
    @Option(help: "How often each task is asked.") var reps = 3
    @Option(help: "A JSON file with lists `sources` and `pairs` of node numbers.") var sources: String?
    @Flag(help: "List the tasks.") var list = false

    func run() throws {
        if list {
            for task in AnalysisTask.all { print(task.name) }
            return
        }
        let wanted = try tasks.map { names in
            try names.split(separator: ",").map { name in
                guard let task = AnalysisTask.all.first(where: { $0.name == name }) else {
                    throw ValidationError("there is no task \(name)")
                }
                return task
            }
        }
        var graph = Graph()
        let load = try ContinuousClock().measure {
            let result = try readGraph(paths: [file])
            guard !result.hasErrors else { throw ValidationError("\(file) can't be read") }
            graph = result.graph
        }
        let asked = try AskedNodes(sources, of: graph)
        for task in wanted ?? AnalysisTask.all {
            try time(task, of: graph, asked, load: load.seconds)
        }
    }

    private func time(_ task: AnalysisTask, of graph: Graph, _ asked: AskedNodes, load: Double) throws {
        var firsts: [Double] = []
        var laters: [Double] = []
        var processor: [Double] = []
        var answer = ""
        resetPeak()
        let held = residentBytes("VmRSS:")
        for _ in 0..<max(reps, 1) {
            let costs =
                task.input == .weighted
                ? EdgeCosts.attribute("weight", of: graph)
                : EdgeCosts([], of: Graph())
            let question = Question(
                graph: graph, projection: projection(of: graph, for: task.input),
                execution: .threads(threads), costs: costs, sources: asked.sources, pairs: asked.pairs)
            let clock = ContinuousClock()
            firsts.append(try clock.measure { answer = try task.run(question) }.seconds)
            // What takes long is not asked again for the sake of what it keeps.
            if firsts[0] > 20 { break }
            let before = processorSeconds()
            laters.append(try clock.measure { answer = try task.run(question) }.seconds)
            processor.append(processorSeconds() - before)
        }
        if laters.isEmpty { laters = firsts }
        let peak = residentBytes("VmHWM:")
        let rows = projection(of: graph, for: task.input == .none ? .undirected : task.input).outgoing
        let snapshot = rows.neighbours.count * 4 + rows.edges.count * 4 + rows.offsets.count * 8
        let record: [String: Any] = [
            "tool": "linkchart", "graph": URL(filePath: file).deletingPathExtension().lastPathComponent,
            "task": task.name, "threads": threads, "load_s": load, "first_s": median(firsts),
            "algo_s": median(laters), "algo_min_s": laters.min() ?? 0, "cpu_s": median(processor),
            "reps": firsts.count, "peak_rss_mb": peak / 1_048_576, "checksum": answer,
            // What projecting and asking took at most, beyond the graph, in sizes of the frozen rows.
            "peak_snapshots": Double(peak - held) / Double(max(snapshot, 1)),
        ]
        let line = try JSONSerialization.data(withJSONObject: record, options: [.sortedKeys])
        print(String(decoding: line, as: UTF8.self))
        fflush(nil)
    }

    private func projection(of graph: Graph, for input: AnalysisTask.Input) -> Projection {
        switch input {
        case .none: Graph().projection(.facts)
        case .undirected: graph.projection(.facts, isDirected: false)
        case .directed: graph.projection(.facts)
        case .weighted: graph.projection(.facts, isDirected: false, keepingEdges: true)
        }
    }

    private func median(_ values: [Double]) -> Double {
        let sorted = values.sorted()
        guard !sorted.isEmpty else { return 0 }
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }
}

/// The nodes that a file says are to be asked about; every n-th node of the graph if there is none.
private struct AskedNodes {
    var sources: [NodeIndex]
    var pairs: [(NodeIndex, NodeIndex)]

    init(_ file: String?, of graph: Graph) throws {
        guard let file else {
            let step = max(graph.nodeCount / 64, 1)
            sources = stride(from: 0, to: graph.nodeCount, by: step).map { NodeIndex($0) }
            pairs = zip(sources, sources.dropFirst()).prefix(20).map { ($0, $1) }
            return
        }
        struct Record: Decodable {
            var sources: [Int]
            var pairs: [[Int]]
        }
        let record = try JSONDecoder().decode(Record.self, from: Data(contentsOf: URL(filePath: file)))
        sources = record.sources.compactMap { graph.node(id: "\($0)") }
        pairs = record.pairs.compactMap { pair in
            guard let from = graph.node(id: "\(pair[0])"), let to = graph.node(id: "\(pair[1])") else {
                return nil
            }
            return (from, to)
        }
    }
}

#if os(Linux)
    /// Forgets the peak of the process's memory, so that the next one is the next task's.
    private func resetPeak() {
        try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
    }

    /// A figure of the process's memory that the kernel keeps, in bytes.
    private func residentBytes(_ name: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        let kilobytes = line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) }
        return (kilobytes ?? 0) * 1024
    }
#else
    private func resetPeak() {}
    private func residentBytes(_ name: String) -> Int { peakBytes() }
#endif
