/// A small picture that is drawn over a node.
struct SVGBadge: Hashable, Sendable {
    /// Path data on a grid of 16 by 16.
    var path: String
    /// The middle, in the drawing's coordinates.
    var x: Double
    var y: Double
    /// Width and height.
    var size: Double
    /// The colours of picture and ground, as `#rrggbb`.
    var ink: String
    var ground: String

    /// The elements: a disc with the picture on it.
    var markup: String {
        let scale = size / 16 * 0.8
        let (left, top) = (x - 8 * scale, y - 8 * scale)
        return "<g class=\"badge\"><circle cx=\"\(dotNumber(x))\" cy=\"\(dotNumber(y))\" "
            + "r=\"\(dotNumber(size * 0.66))\" fill=\"\(ground)\" stroke=\"\(ink)\" stroke-width=\"0.8\"/>"
            + "<path transform=\"translate(\(dotNumber(left)) \(dotNumber(top))) scale(\(decimals(scale)))\" "
            + "fill=\"\(ink)\" fill-rule=\"evenodd\" d=\"\(path)\"/></g>\n"
    }

    /// Four decimals: a scale is small.
    private func decimals(_ value: Double) -> String {
        let tenThousandths = Int((value * 10_000).rounded())
        let rest = String(tenThousandths % 10_000)
        return "\(tenThousandths / 10_000)." + String(repeating: "0", count: 4 - rest.count) + rest
    }
}
