/// Puts the clusters of an SVG by Graphviz in the order of their numbers (`cluster_0`, `cluster_1` …), boxes
/// before those within them.
///
/// libcgraph orders subgraphs by the addresses of their names, so that without this no two runs would write the
/// same file.
///
/// - Complexity: linear in the SVG.
func orderClusters(_ svg: [UInt8]) -> [UInt8] {
    let lines = svg.split(separator: 0x0A, omittingEmptySubsequences: false)
    var parts: [(number: Int, lines: Range<Int>)] = []
    var line = 0
    while line < lines.count {
        guard lines[line].starts(with: "<g ".utf8), lines[line].contains("class=\"cluster".utf8) else {
            line += 1
            continue
        }
        // Whatever stands between two clusters, such as a comment, goes with the second.
        let start = parts.last.map(\.lines.upperBound) ?? line
        var number = 0
        var depth = 0
        repeat {
            if lines[line].starts(with: "<g ".utf8) { depth += 1 }
            if lines[line].starts(with: "</g>".utf8) { depth -= 1 }
            if lines[line].starts(with: "<title>cluster_".utf8) {
                let digits = lines[line].dropFirst("<title>cluster_".utf8.count).prefix {
                    (0x30...0x39).contains($0)
                }
                number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
            }
            line += 1
        } while depth > 0 && line < lines.count
        // Clusters follow each other, below everything else; if ever they did not, their order would matter.
        if line - start > 64 { return svg }
        parts.append((number, start..<line))
    }
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return svg }
    var result: [UInt8] = []
    result.reserveCapacity(svg.count + 1)
    func append(_ range: Range<Int>) {
        for line in range {
            result += lines[line]
            result.append(0x0A)
        }
    }
    append(0..<first.lines.lowerBound)
    for part in parts.sorted(by: { $0.number < $1.number }) { append(part.lines) }
    append(last.lines.upperBound..<lines.count)
    // The last line has no line break of its own.
    result.removeLast()
    return result
}
