internal import CGraphShim

/// The graphs of a DOT text as libcgraph holds them, until this object goes.
final class DOTDocument {
    private let roots: [OpaquePointer]
    /// What libcgraph said about the text, each message with whether it is an error.
    let messages: [(text: String, isError: Bool)]

    /// Parses a text.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - survey: what is known of it; it is read up to where it is right.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ survey: DOTSurvey) {
        lcg_gate_enter()
        defer { lcg_gate_leave() }
        var roots: [OpaquePointer] = []
        let tokens = survey.tokens
        // libcgraph takes a byte order mark for a name.
        let dropped = (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? [0, 1, 2] : []) + tokens.zeroBytes
        let edits =
            (tokens.marks.map { lcg_edit(offset: $0, drops: false) }
            + dropped.map { lcg_edit(offset: $0, drops: true) })
            .sorted { $0.offset < $1.offset }
        lcg_messages_begin()
        bytes.withMemoryRebound(to: CChar.self) { text in
            edits.withUnsafeBufferPointer { edits in
                guard let start = text.baseAddress else { return }
                var source = lcg_text(
                    start: start, next: start, end: start + survey.goodEnd, edit: edits.baseAddress,
                    edits_end: edits.baseAddress.map { $0 + edits.count }, braces: survey.openBraces)
                while let graph = lcg_read(&source) { roots.append(graph) }
            }
        }
        lcg_close_scanner()
        var failed = false
        messages = Self.messages(in: lcg_messages_end(&failed).map { String(cString: $0) } ?? "")
        self.roots = roots
    }

    deinit {
        lcg_gate_enter()
        for root in roots { lcg_graph_free(root) }
        lcg_gate_leave()
    }

    private static func messages(in collected: String) -> [(text: String, isError: Bool)] {
        var messages: [(text: String, isError: Bool)] = []
        for scalar in collected.unicodeScalars {
            if scalar == "\u{1}" || scalar == "\u{2}" {
                messages.append(("", scalar == "\u{2}"))
            } else if !messages.isEmpty {
                messages[messages.count - 1].text.unicodeScalars.append(scalar)
            }
        }
        return messages.map { (CellValue.trimmed($0.text), $0.isError) }
    }

    /// Calls a body with the graphs, while no other thread uses libcgraph.
    func withGraphs<Result>(_ body: ([DOTGraph]) -> Result) -> Result {
        lcg_gate_enter()
        defer { lcg_gate_leave() }
        return withExtendedLifetime(self) { body(roots.map { DOTGraph(root: $0, handle: $0) }) }
    }
}

/// A graph or a subgraph of a ``DOTDocument``; only for use within its `withGraphs`.
struct DOTGraph {
    let root: OpaquePointer
    let handle: OpaquePointer

    var isDirected: Bool { lcg_is_directed(handle) }
    var isStrict: Bool { lcg_is_strict(handle) }
    var nodeCount: Int { lcg_node_count(handle) }
    var edgeCount: Int { lcg_edge_count(handle) }

    /// Its name; nil if it has none.
    var name: String? { lcg_name(UnsafeMutableRawPointer(handle)).flatMap { Self.name($0) } }

    /// The subgraphs directly in it, in the order in which they were made; libcgraph has them by their identifiers.
    var subgraphs: [DOTGraph] {
        var subgraphs: [DOTGraph] = []
        var next = lcg_first_subgraph(handle)
        while let subgraph = next {
            subgraphs.append(DOTGraph(root: root, handle: subgraph))
            next = lcg_next_subgraph(subgraph)
        }
        return subgraphs.sorted { Self.position(of: $0.handle) < Self.position(of: $1.handle) }
    }

    /// Calls a body with each node, in their order.
    func forEachNode(_ body: (OpaquePointer) -> Void) {
        var next = lcg_first_node(handle)
        while let node = next {
            body(node)
            next = lcg_next_node(handle, node)
        }
    }

    /// Calls a body with each edge, those of a node together.
    func forEachEdge(_ body: (OpaquePointer) -> Void) {
        forEachNode { node in
            var next = lcg_first_out(handle, node)
            while let edge = next {
                body(edge)
                next = lcg_next_out(handle, edge)
            }
        }
    }

    /// All edges in the order in which they were made.
    var edges: [OpaquePointer] {
        var edges = [OpaquePointer?](repeating: nil, count: edgeCount)
        var rest: [OpaquePointer] = []
        forEachEdge { edge in
            let number = lcg_number(UnsafeMutableRawPointer(edge)) - 1
            if edges.indices.contains(number), edges[number] == nil {
                edges[number] = edge
            } else {
                rest.append(edge)
            }
        }
        return edges.compactMap(\.self) + rest
    }

    // MARK: - Names and attributes

    /// An attribute that is declared for all objects of a sort.
    struct Symbol {
        let handle: OpaquePointer
        let name: String
    }

    func symbols(of kind: lcg_kind) -> [Symbol] {
        var symbols: [Symbol] = []
        var next = lcg_next_symbol(root, kind, nil)
        while let symbol = next {
            symbols.append(
                Symbol(handle: symbol, name: lcg_symbol_name(symbol).map { DOTGraph.text($0) } ?? ""))
            next = lcg_next_symbol(root, kind, symbol)
        }
        return symbols
    }

    /// The values of an object that are not empty. An empty value means the same as none, but in the label of a node.
    static func values(of object: OpaquePointer, _ symbols: [Symbol], isNode: Bool = false) -> DOTMeaning.Raw
    {
        var values: DOTMeaning.Raw = []
        for symbol in symbols {
            guard let value = lcg_value(UnsafeMutableRawPointer(object), symbol.handle) else { continue }
            if isNode, symbol.name == "label" {
                // What Graphviz itself declares, and so also means nothing.
                if value[0] == 0x5C, value[1] == 0x4E, value[2] == 0 { continue }
            } else if value[0] == 0 {
                continue
            }
            values.append((symbol.name, Self.value(value)))
        }
        return values
    }

    /// The value of an object, empty or not.
    static func value(of object: OpaquePointer, _ symbol: Symbol) -> DOTValue {
        lcg_value(UnsafeMutableRawPointer(object), symbol.handle).map { value($0) } ?? .text("")
    }

    private static func value(_ value: UnsafePointer<CChar>) -> DOTValue {
        lcg_is_html(value) ? .html(text(value)) : .text(text(value))
    }

    /// The name of a node, or the key of an edge; nil if it has none.
    static func name(of object: OpaquePointer) -> String? {
        lcg_name(UnsafeMutableRawPointer(object)).flatMap { name($0) }
    }

    private static func name(_ name: UnsafePointer<CChar>) -> String? {
        name[0] == 0x25 ? nil : text(name)
    }

    private static func text(_ text: UnsafePointer<CChar>) -> String {
        String(cString: text[0] == LCG_NAME_MARK ? text + 1 : text)
    }

    /// Where an object stands in the order of its sort, from 0.
    static func position(of object: OpaquePointer) -> Int { lcg_number(UnsafeMutableRawPointer(object)) - 1 }
}
