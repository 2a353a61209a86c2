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
/// format takes it and gives back as much.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let input = GraphInput(name: "input", bytes: bytes)
    let result = readGraph(inputs: [input], options: ReadOptions(format: format))
    _ = DiagnosticRenderer().text(of: result.diagnostics)
    let native = (try? graphBytes(result.graph, as: .nativeJSON)) ?? []
    precondition(!native.isEmpty, "native JSON can't hold the graph")
    let again = readGraph(
        inputs: [GraphInput(name: "again", bytes: native)], options: ReadOptions(format: .nativeJSON))
    precondition(
        again.graph.nodeCount == result.graph.nodeCount && again.graph.edgeCount == result.graph.edgeCount
            && again.graph.claimCount == result.graph.claimCount,
        "native JSON does not give the graph back")
    if let format, format.isWritable { _ = try? graphBytes(result.graph, as: format) }
    return 0
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
