/// How large a bitmap may become.
///
/// Beyond 32,767 pixels a side cairo shrinks the picture without a word in any return value; long before that,
/// its memory (4 bytes a pixel) may not be had. So the size is computed first and refused in the open.
public struct BitmapLimits: Hashable, Sendable {
    /// Most pixels along either side.
    public var side: Int
    /// Most pixels in all.
    public var area: Int

    /// What cairo can draw in about a gigabyte.
    public static let cairo = BitmapLimits(side: 32_767, area: 1 << 28)

    /// Creates limits.
    /// - Parameters:
    ///   - side: Most pixels along either side.
    ///   - area: Most pixels in all.
    public init(side: Int, area: Int) {
        self.side = side
        self.area = area
    }
}

/// The size a drawing has on paper: what a resolution turns into pixels.
struct PrintedSize {
    /// Points of 1/72 inch, padding and the attribute `size` counted in.
    let width: Double
    let height: Double

    /// - Parameters:
    ///   - layout: Extent of the layout without padding, in points.
    ///   - padding: On each side, in points.
    ///   - limit: The attribute `size` in points; 0 where unset. Graphviz then shrinks the drawing to fit.
    init(layout: (width: Double, height: Double), padding: (x: Double, y: Double), limit: (Double, Double)) {
        let width = layout.width + 2 * padding.x
        let height = layout.height + 2 * padding.y
        var scale = 1.0
        if limit.0 > 0.001, limit.1 > 0.001, limit.0 < width || limit.1 < height {
            scale = Swift.min(limit.0 / width, limit.1 / height)
        }
        self.width = width * scale
        self.height = height * scale
    }

    /// Pixels at a resolution in dots per inch.
    func pixels(at resolution: Double) -> (width: Double, height: Double) {
        ((width * resolution / 72).rounded(), (height * resolution / 72).rounded())
    }

    /// The largest whole resolution that stays within limits, in dots per inch.
    func fittingResolution(_ limits: BitmapLimits) -> Double {
        let bySide = Double(limits.side) * 72 / Swift.max(width, height)
        let byArea = 72 * (Double(limits.area) / (width * height)).squareRoot()
        // One pixel less a side makes room for rounding up.
        let largest = Swift.min(bySide, byArea) - 72 / Swift.max(width, height)
        return largest >= 1 ? largest.rounded(.down) : largest
    }
}
