import LinkChartDrawing
import Testing

/// The parts of Graphviz's `-Tjson` that say where things lie.
struct JSONGraph: Decodable {
    struct Object: Decodable {
        var _gvid: Int
        var name: String
        var pos: String?
        var width: String?
        var height: String?
        var bb: String?
        var lp: String?
        var xlp: String?
        var nodes: [Int]?
    }

    struct Edge: Decodable {
        var tail: Int
        var head: Int
        var id: String?
        var pos: String?
        var lp: String?
        var xlp: String?
        var headLabel: String?
        var tailLabel: String?

        enum CodingKeys: String, CodingKey {
            case tail, head, id, pos, lp, xlp
            case headLabel = "head_lp"
            case tailLabel = "tail_lp"
        }
    }

    var bb: String?
    var lp: String?
    var objects: [Object]?
    var edges: [Edge]?
}

/// The box of a drawing as Graphviz writes it, y upwards, and comparison of our places with theirs.
struct JSONFrame {
    let left, bottom, right, top: Double
    var width: Double { right - left }
    var height: Double { top - bottom }

    init(_ bb: String) {
        let numbers = bb.split(separator: ",").compactMap { Double($0) }
        left = numbers[0]
        bottom = numbers[1]
        right = numbers[2]
        top = numbers[3]
    }

    /// Graphviz writes five digits: half of the last one beyond 1,000 points, and half of that of the frame.
    func near(_ ours: Double, _ theirs: Double) -> Bool { abs(ours - theirs) <= 0.0551 }

    func expect(_ point: GraphLayout.Point?, _ text: String?, _ what: String) {
        guard let point, let text else {
            #expect(
                (point == nil) == (text == nil), "\(what): \(String(describing: point)), \(text ?? "nil")")
            return
        }
        #expect(nearText(write(point), text), "\(what): \(write(point)) is not \(text)")
    }

    /// A place in their coordinates.
    private func write(_ point: GraphLayout.Point) -> String { "\(point.x + left),\(top - point.y)" }

    /// Curves in the syntax of the attribute `pos`.
    func text(of curves: [GraphLayout.Curve]) -> String {
        curves.map { curve in
            let start = curve.start.map { "s,\(write($0)) " } ?? ""
            let end = curve.end.map { "e,\(write($0)) " } ?? ""
            return start + end + curve.points.map(write).joined(separator: " ")
        }.joined(separator: ";")
    }

    /// Equal texts but for numbers, which may differ by 0.05.
    func nearText(_ ours: String, _ theirs: String) -> Bool {
        let mine = ours.split { " ,;".contains($0) }
        let other = theirs.split { " ,;".contains($0) }
        return mine.count == other.count
            && zip(mine, other).allSatisfy { mine, other in
                guard let a = Double(mine), let b = Double(other) else { return mine == other }
                return near(a, b)
            }
    }
}
