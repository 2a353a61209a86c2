/// What a view draws behind nodes and links.
enum Backdrop {
    case map(GeographicLayout)
    case timeline(TimelineLayout)
    case panels(MultiplesLayout)

    /// The drawing for a page of a height in points, which a legend may have added to.
    func drawing(_ palette: Palette, height: Double) -> String {
        switch self {
        case .map(let layout): layout.background(palette, height: height)
        case .timeline(let layout): layout.background(palette, height: height)
        case .panels(let layout): layout.background(palette, height: height)
        }
    }
}
