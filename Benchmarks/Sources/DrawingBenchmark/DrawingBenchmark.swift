import Foundation
import LinkChartDrawing

/// Judges a layout that any program wrote as DOT with positions (`dot -Tdot`), with LinkChart's checker.
///
/// Usage: DrawingBenchmark FILE.dot...; prints one JSON object a file. The engine `nop` of Graphviz reads the
/// positions back as they are.
@main
struct DrawingBenchmark {
    static func main() async throws {
        for path in CommandLine.arguments.dropFirst() {
            let text = try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
            let (layout, _) = try await GraphvizEngine.layout(
                dot: text, engine: LayoutEngine(rawValue: "nop2"))
            let start = ContinuousClock.now
            let quality = DrawingQuality(of: DrawingGeometry(layout))
            let elapsed = ContinuousClock.now - start
            var fields = quality.figures.map { figure in
                switch figure.value {
                case .count(let count): "\"\(figure.name)\": \(count)"
                case .flag(let flag): "\"\(figure.name)\": \(flag)"
                case .measure(let measure): "\"\(figure.name)\": \(measure)"
                }
            }
            let seconds =
                Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
            fields.append("\"checkedInSeconds\": \(seconds)")
            print("{\(fields.joined(separator: ", "))}")
        }
    }
}
