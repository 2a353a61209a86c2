/// Reads files into one graph.
///
/// A node that several inputs have under one identifier is one node if they agree about its kind; edges
/// merge as ``/LinkChartModel/Graph`` merges them. An input may name nodes that another one defines.
///
/// ```swift
/// let result = readGraph(inputs: [try GraphInput(path: "afghanistan.linkchart.yaml")])
/// if result.hasErrors { print(DiagnosticRenderer().text(of: result.diagnostics)) }
/// ```
///
/// - Parameters:
///   - inputs: opened already, so that a missing file is known before anything is read.
///   - options: formats, columns, strictness.
/// - Returns: the graph of all that was right, with everything that was not.
/// - Complexity: linear in the size of the inputs.
public func readGraph(inputs: [GraphInput], options: ReadOptions = ReadOptions()) -> ReadResult {
    var builder = GraphBuilder(options: options)
    var readers: [(input: Int, reader: any GraphFormatReader)] = []
    for input in inputs {
        let number = builder.add(input)
        if let reader = builder.makeReader(forInput: number) { readers.append((number, reader)) }
    }
    for position in readers.indices {
        builder.currentInput = readers[position].input
        readers[position].reader.readHeader(into: &builder)
    }
    builder.settleOntology()
    for position in readers.indices {
        builder.currentInput = readers[position].input
        readers[position].reader.readNodes(into: &builder)
    }
    for position in readers.indices {
        builder.currentInput = readers[position].input
        readers[position].reader.readEdges(into: &builder)
    }
    return builder.finish()
}

/// Opens files and reads them into one graph: see ``readGraph(inputs:options:)``.
///
/// - Parameters:
///   - paths: paths; `-` is standard input.
///   - options: formats, columns, strictness.
/// - Throws: ``FileError`` for the first file that can't be opened.
public func readGraph(
    paths: [String], options: ReadOptions = ReadOptions()
) throws(FileError) -> ReadResult {
    var inputs: [GraphInput] = []
    for path in paths { inputs.append(try GraphInput(path: path)) }
    return readGraph(inputs: inputs, options: options)
}
