/// Drawing instructions in Graphviz's language xdot, for what lies behind nodes and links.
///
/// Coordinates are points from the upper left corner, as everywhere here; xdot's grow upwards.
struct XDot {
    private(set) var text = ""
    let height: Double
    let palette: Palette

    init(height: Double, palette: Palette) {
        self.height = height
        self.palette = palette
    }

    mutating func pen(_ ink: Ink, alpha: Double = 1) { color("c", ink, alpha) }

    mutating func brush(_ ink: Ink, alpha: Double = 1) { color("C", ink, alpha) }

    private mutating func color(_ command: String, _ ink: Ink, _ alpha: Double) {
        var hex = palette.hex(ink)
        if alpha < 1 {
            let value = UInt8(max(0, min(255, alpha * 255)))
            hex += (value < 16 ? "0" : "") + String(value, radix: 16)
        }
        add("\(command) \(hex.utf8.count) -\(hex)")
    }

    /// How lines are drawn from here on.
    mutating func line(width: Double, dash: LinkStyle.Dash = .solid) {
        let width = "setlinewidth(\(dotNumber(width)))"
        add("S \(width.utf8.count) -\(width)")
        add("S \(dash.rawValue.utf8.count) -\(dash.rawValue)")
    }

    /// A polygon, filled with the brush or only drawn with the pen.
    mutating func polygon(_ points: [GraphLayout.Point], isFilled: Bool) {
        guard points.count >= 3 else { return }
        add("\(isFilled ? "P" : "p") \(points.count) \(list(points))")
    }

    mutating func polyline(_ points: [GraphLayout.Point]) {
        guard points.count >= 2 else { return }
        add("L \(points.count) \(list(points))")
    }

    mutating func rectangle(_ frame: Rectangle, isFilled: Bool) { polygon(frame.corners, isFilled: isFilled) }

    mutating func disc(_ centre: GraphLayout.Point, radius: Double, isFilled: Bool) {
        add(
            "\(isFilled ? "E" : "e") \(dotNumber(centre.x)) \(dotNumber(height - centre.y)) \(dotNumber(radius)) \(dotNumber(radius))"
        )
    }

    /// How text is placed beside its point.
    enum Alignment: Int {
        case left = -1
        case centre = 0
        case right = 1
    }

    /// A line of text; `at` is on its baseline.
    mutating func label(
        _ words: String, at point: GraphLayout.Point, size: Double, ink: Ink, alignment: Alignment = .left
    ) {
        // A backslash would count once here and twice there; control characters are gone already.
        let words = printable(words).replacing("\\", with: "\u{29F5}")
        guard !words.isEmpty else { return }
        pen(ink)
        add("F \(dotNumber(size)) \(DotWriter.font.utf8.count) -\(DotWriter.font)")
        let width = Double(cellWidth(of: words)) * size * 0.55
        add(
            "T \(dotNumber(point.x)) \(dotNumber(height - point.y)) \(alignment.rawValue) \(dotNumber(width)) \(words.utf8.count) -\(words)"
        )
    }

    private func list(_ points: [GraphLayout.Point]) -> String {
        points.map { "\(dotNumber($0.x)) \(dotNumber(height - $0.y))" }.joined(separator: " ")
    }

    private mutating func add(_ instruction: String) {
        if !text.isEmpty { text += " " }
        text += instruction
    }
}
