public import LinkChartModel

/// Writes DOT, the language of Graphviz, without any layout.
///
/// Labels are names; kinds, relations and validities are attributes of these names where they say more than the label;
/// aliases, claims and values that DOT has no way to write are JSON under `aliases`, `claims` and `attributes`; and
/// whatever would read back as something else stands as a whole, as JSON too, under `native`. An edge that no claim
/// establishes has `established=false`. What ``readGraph(inputs:options:)`` read from DOT, subgraphs and several graphs
/// included, is written as it was, with every default resolved.
public struct DOTWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        var out = OutputBuffer(sink)
        let plan = DOTPlan(graph)
        for part in plan.parts { try DOTPartWriter(plan, part).write(to: &out) }
        try out.flush()
    }
}

/// Writes one of the graphs of a file.
struct DOTPartWriter {
    private let plan: DOTPlan
    private let part: DOTPlan.Part
    private let form: DOTForm
    /// The subgraphs that are open, the outermost first.
    private var cursor: [Int] = []
    /// How many edges and mentions of edges have been written, and which.
    private var written: [Bool]
    private var isDescribed: Set<EdgeIndex> = []
    private var nextMention = 0
    /// Identifiers that edges have so far in the eyes of a reader.
    private var keys: Set<String> = []

    init(_ plan: DOTPlan, _ part: DOTPlan.Part) {
        self.plan = plan
        self.part = part
        form = DOTForm(plan.graph, isDirected: part.isDirected, graphName: part.name ?? "")
        written = Array(repeating: false, count: part.mentions.count)
    }

    func write(to out: inout OutputBuffer) throws(FileError) {
        var writer = self
        try writer.run(&out)
    }

    private mutating func run(_ out: inout OutputBuffer) throws(FileError) {
        if part.isStrict { out.append("strict ") }
        out.append(part.isDirected ? "digraph " : "graph ")
        if let name = part.name {
            out.append(dotName: name)
            out.append(" ")
        }
        out.append("{\n")
        if !part.attributes.isEmpty {
            out.append("  graph ")
            Self.append(part.attributes, to: &out)
            out.append(";\n")
        }
        for node in part.nodes {
            out.append("  ")
            out.append(dotName: plan.names[node.position])
            let raw = form.node(
                plan.graph[node], named: plan.names[node.position], without: plan.consumed(node))
            if !raw.isEmpty {
                out.append(" ")
                Self.append(raw, to: &out)
            }
            out.append(";\n")
            try out.flushIfLarge()
        }
        for subgraph in part.roots { try declare(subgraph, &out) }
        try flush(before: .max, &out)
        move(to: [], &out)
        out.append("}\n")
    }

    static func append(_ attributes: DOTMeaning.Raw, to out: inout OutputBuffer) {
        out.append("[")
        for (number, (name, value)) in attributes.enumerated() {
            if number > 0 { out.append(", ") }
            out.append(dotName: name)
            out.append("=")
            out.append(dot: value)
        }
        out.append("]")
    }

    // MARK: - Subgraphs

    /// Writes a subgraph with its nodes and the subgraphs in it. One without a name can't be opened again, so that its
    /// edges are written with it, after all those that come before them.
    private mutating func declare(_ subgraph: Int, _ out: inout OutputBuffer) throws(FileError) {
        let entry = part.subgraphs[subgraph]
        if entry.isAnonymous, let first = entry.mentions.first {
            if let outer = entry.path.dropLast().last(where: { part.subgraphs[$0].isAnonymous }) {
                try flush(part.subgraphs[outer].mentions, before: first, &out)
            } else {
                try flush(before: first, &out)
            }
        }
        move(to: Array(entry.path.dropLast()), &out)
        open(subgraph, &out)
        let indent = String(repeating: "  ", count: cursor.count + 1)
        if !entry.attributes.isEmpty {
            out.append(indent)
            out.append("graph ")
            Self.append(entry.attributes, to: &out)
            out.append(";\n")
        }
        for node in entry.nodes {
            out.append(indent)
            out.append(dotName: plan.names[node.position])
            out.append(";\n")
            try out.flushIfLarge()
        }
        for child in entry.children { try declare(child, &out) }
        if entry.isAnonymous { try flush(entry.mentions, before: .max, &out) }
        move(to: Array(entry.path.dropLast()), &out)
    }

    private mutating func open(_ subgraph: Int, _ out: inout OutputBuffer) {
        out.append(String(repeating: "  ", count: cursor.count + 1))
        if let name = part.subgraphs[subgraph].name {
            out.append("subgraph ")
            out.append(dotName: name)
            out.append(" ")
        }
        out.append("{\n")
        cursor.append(subgraph)
    }

    /// Closes and opens subgraphs until those of a path are open.
    private mutating func move(to path: [Int], _ out: inout OutputBuffer) {
        let common = zip(cursor, path).prefix { $0 == $1 }.count
        while cursor.count > common {
            cursor.removeLast()
            out.append(String(repeating: "  ", count: cursor.count + 1))
            out.append("}\n")
        }
        for subgraph in path[common...] { open(subgraph, &out) }
    }

    // MARK: - Edges

    private mutating func flush(before limit: Int, _ out: inout OutputBuffer) throws(FileError) {
        while nextMention < min(limit, part.mentions.count) {
            try write(mention: nextMention, &out)
            nextMention += 1
        }
    }

    private mutating func flush(
        _ mentions: [Int], before limit: Int, _ out: inout OutputBuffer
    ) throws(FileError) {
        for mention in mentions where mention < limit { try write(mention: mention, &out) }
    }

    /// Writes an edge in one of its subgraphs, with its attributes if it is the first of them.
    private mutating func write(mention: Int, _ out: inout OutputBuffer) throws(FileError) {
        guard !written[mention] else { return }
        written[mention] = true
        let (index, home) = part.mentions[mention]
        move(to: home.map { part.subgraphs[$0].path } ?? [], &out)
        let edge = plan.graph[index]
        out.append(String(repeating: "  ", count: cursor.count + 1))
        out.append(dotName: plan.names[edge.source.position])
        out.append(part.isDirected ? " -> " : " -- ")
        out.append(dotName: plan.names[edge.target.position])
        let isFirst = !plan.hasSeveralHomes || isDescribed.insert(index).inserted
        let raw =
            isFirst
            ? form.edge(edge, without: plan.consumed(index), keys: &keys)
            : form.key(of: edge).map { [("key", .text($0))] } ?? []
        if !raw.isEmpty {
            out.append(" ")
            Self.append(raw, to: &out)
        }
        out.append(";\n")
        try out.flushIfLarge()
    }
}
