import LinkChart

// The graph of graphs/afghanistan.linkchart.yaml built in code, ranked, asked, drawn and written.
// Usage: ArticleInCode [PICTURE.svg [GRAPH.linkchart.json]]

let article = try ArticleGraph()
let graph = article.graph
print("\(graph.nodeCount) nodes, \(graph.edgeCount) edges, \(graph.claimCount) claims")

// Who stands between the others?
let facts = graph.projection(.facts)
for node in try facts.centrality(.betweenness).ranked(in: graph, top: 5) {
    print("\(node.rank). \(graph.name(of: node.node))  \(node.score)")
}

// How does threat or capability reach China from Afghanistan?
let mechanism = graph.projection(.mechanism, keepingEdges: true)
for path in try mechanism.allShortestPaths(from: article.afghanistan.index, to: article.china.index) {
    print(path.nodes.map { graph.name(of: $0) }.joined(separator: " > "))
}

// A picture, and the graph as a file.
let outputs = CommandLine.arguments.dropFirst()
if let path = outputs.first {
    let picture = try await GraphDrawing.render(graph, format: .svg)
    let file = try AtomicFile(path: path)
    try picture.bytes.withUnsafeBytes { try file.write($0) }
    try file.commit()
}
if let path = outputs.dropFirst().first {
    try writeGraph(graph, to: path, as: .nativeJSON)
}
