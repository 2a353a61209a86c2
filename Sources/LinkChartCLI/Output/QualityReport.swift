internal import ArgumentParser
import LinkChart

/// How well a picture can be read, printed for people or programs.
struct QualityReport {
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    let quality: DrawingQuality

    init(_ quality: DrawingQuality) {
        self.quality = quality
    }

    /// Prints it: to standard output, or where that is the picture's to standard error.
    func write(as format: Format, toOutput: Bool) throws {
        let lines = format == .text ? text : json
        if toOutput {
            try writeToOutput(lines.joined(separator: "\n") + "\n")
        } else {
            for line in lines { complain(line) }
        }
    }

    private var json: [String] {
        let rows = quality.figures.map { figure in
            let value =
                switch figure.value {
                case .count(let count): "\(count)"
                case .flag(let flag): "\(flag)"
                case .measure(let measure): jsonNumber(measure)
                }
            return "  \"\(figure.name)\": \(value)"
        }
        return ["{"] + rows.dropLast().map { $0 + "," } + rows.suffix(1) + ["}"]
    }

    private var text: [String] {
        func decimal(_ value: Double, _ decimals: Int = 1) -> String {
            ScoreForm(decimals: decimals).text(value)
        }
        func percent(_ value: Double) -> String { "\(Int((100 * value).rounded())) %" }
        let rows: [(String, String)] = [
            ("nodes", "\(quality.nodes)"),
            ("links drawn", "\(quality.edges)"),
            ("labels", "\(quality.labels)"),
            ("overlapping nodes", "\(quality.nodeOverlaps)"),
            ("overlapping labels", "\(quality.labelOverlaps)"),
            ("labels over nodes", "\(quality.labelNodeOverlaps)"),
            ("crossings", "\(quality.crossings)" + (quality.crossingsAreEstimated ? " (estimated)" : "")),
            ("links through nodes", "\(quality.edgeNodeHits)"),
            ("links through boxes", "\(quality.edgeBoxHits)"),
            ("links through labels", "\(quality.edgeLabelHits)"),
            (
                "labels off their link",
                "\(quality.strayLabels) (\(decimal(quality.labelDistance)) pt away on average, "
                    + "\(decimal(quality.largestLabelDistance)) pt at most)"
            ),
            (
                "page",
                "\(decimal(quality.width)) x \(decimal(quality.height)) pt, aspect \(decimal(quality.aspect, 2)), "
                    + "\(percent(quality.areaUse)) used"
            ),
            (
                "length of links",
                "\(decimal(quality.meanEdgeLength)) pt on average, spread \(decimal(quality.edgeLengthSpread, 2))"
            ),
            ("ink", "\(decimal(quality.ink)) pt, \(percent(quality.inkSaved)) saved by shared lines"),
            ("penalty", decimal(quality.penalty)),
        ]
        let width = rows.map(\.0.count).max() ?? 0
        return rows.map { name, value in
            name + String(repeating: " ", count: width - name.count) + "  " + value
        }
    }
}
