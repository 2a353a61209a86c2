import Foundation
import LinkChartDrawing
import LinkChartFormats
import Measuring

/// Judges a layout that any program wrote as DOT with positions (`dot -Tdot`), with LinkChart's checker.
///
/// Usage: DrawingBenchmark FILE.dot...; prints one JSON object a file. The engine `nop` of Graphviz reads the
/// positions back as they are. `DrawingBenchmark --warm GRAPH` tells how long drawing a graph takes once a program
/// has drawn before: as SVG, 20 times, in this process.
@main
struct DrawingBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        if arguments.count == 2, arguments.first == "--warm" {
            return try await drawWarm(arguments[2])
        }
        for path in arguments {
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

    private static func drawWarm(_ path: String) async throws {
        let graph = try readGraph(paths: [path]).graph
        for (name, engine) in [("automatic", nil), ("dot", LayoutEngine.dot)] {
            var options = DrawingOptions()
            options.engine = engine
            var times: [Double] = []
            for round in 0..<22 {
                let start = ContinuousClock.now
                _ = try await GraphDrawing.render(graph, options: options, format: .svg)
                if round > 1 { times.append((ContinuousClock.now - start).seconds * 1000) }
            }
            times.sort()
            print(
                "\(name): median \(Int(times[10].rounded())) ms, from \(Int(times[0])) to \(Int(times[19])) ms"
            )
        }
    }
}
