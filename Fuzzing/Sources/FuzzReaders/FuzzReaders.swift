import Foundation
import LinkChartFormats
import LinkChartModel

/// The format to read, of the environment variable `LINKCHART_FORMAT`; nil to tell it from the content.
private let format = ProcessInfo.processInfo.environment["LINKCHART_FORMAT"].flatMap {
    GraphFormat(named: $0)
}

/// What libFuzzer calls with each input: reads it as a graph, says what is wrong with it, and writes what was
/// read.
///
/// Nothing may crash, hang or take memory out of proportion, and what the reader gives must be whole: the native
/// format takes it, and what it gives back is written in the very same bytes. A format that is also written must
/// give as many nodes, edges and claims back.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let result = read(Array(bytes), as: format)
    _ = DiagnosticRenderer().text(of: result.diagnostics)
    guard let native = try? graphBytes(result.graph, as: .nativeJSON) else {
        fatalError("native JSON can't hold the graph")
    }
    let again = read(native, as: .nativeJSON)
    for diagnostic in again.diagnostics where diagnostic.severity == .error && diagnostic.code != .cycle {
        fatalError("native JSON is read with an error: \(diagnostic.code) \(diagnostic.message)")
    }
    precondition(
        (try? graphBytes(again.graph, as: .nativeJSON)) == native, "native JSON does not give the graph back")
    if let format, format.isWritable { checkRoundTrip(of: result.graph, as: format) }
    return 0
}

/// Formats that hold every node, edge and claim of a graph that was read from them.
private let complete: Set<GraphFormat> = [
    .nativeYAML, .nativeJSON, .nodeLink, .graphML, .gexf, .gml, .pajek, .jsonGraph, .cytoscape, .stix,
    .followTheMoney,
]

private func checkRoundTrip(of graph: Graph, as format: GraphFormat) {
    guard let written = try? graphBytes(graph, as: format) else {
        precondition(!complete.contains(format), "the format can't hold what was read from it")
        return
    }
    guard complete.contains(format) else { return }
    let back = read(written, as: format).graph
    precondition(
        back.nodeCount == graph.nodeCount && back.edgeCount == graph.edgeCount
            && back.claimCount == graph.claimCount,
        "the format does not give back as much as was read from it")
}

private func read(_ bytes: [UInt8], as format: GraphFormat?) -> ReadResult {
    readGraph(inputs: [GraphInput(name: "input", bytes: bytes)], options: ReadOptions(format: format))
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>, Int) -> CInt
) -> CInt

/// Where the package manager lets a program on Linux begin, in place of libFuzzer's own `main`.
@_cdecl("FuzzReaders_main")
public func fuzzReadersMain(
    _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
    var (count, arguments) = (count, arguments)
    return runFuzzer(&count, &arguments) { fuzzOneInput($0, $1) }
}
