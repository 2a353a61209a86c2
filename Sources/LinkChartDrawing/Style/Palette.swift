/// The colours of one theme: what each ink becomes on the page.
struct Palette: Hashable, Sendable {
    let theme: DrawingOptions.Theme

    init(_ theme: DrawingOptions.Theme) { self.theme = theme }

    /// The ink as `#rrggbb`.
    func hex(_ ink: Ink) -> String {
        switch theme {
        case .auto, .light: ink.light
        case .dark: ink.dark
        case .screen: Self.screen[ink] ?? ink.light
        case .print: Self.print[ink] ?? Self.grey(of: ink)
        case .contrast: Self.contrast[ink] ?? ink.light
        }
    }

    /// Whether the colours stay whatever the reader's screen prefers.
    var isFixed: Bool {
        switch theme {
        case .auto, .screen: false
        case .light, .dark, .print, .contrast: true
        }
    }

    /// A pale grey page with white boxes on it, for long looking at a bright screen.
    private static let screen: [Ink: String] = [
        Inks.canvas: "#edf0f3", Inks.boxFill: "#ffffff", Inks.boxBorder: "#b3bdc7",
        Inks.regionFill: "#f5f7f9",
        Inks.fadedFill: "#f8f9fa", Inks.fadedLine: "#d3d9de", Inks.fadedBorder: "#ccd3d9",
        // Thin lines and small text keep their contrast on a ground that is not white.
        Inks.vermillion: "#c95800", Inks.vermillionText: "#a44500", Inks.orange: "#9c6700",
        Inks.orangeText: "#7d5200", Inks.greyText: "#545d66", Inks.grey: "#666f78", Inks.green: "#007256",
        Inks.purple: "#a0407a",
    ]

    /// Black and dark greys on white without any tinted area, which a printer would make of dots: kinds differ by
    /// shape and border, families of links by dash and arrowhead.
    private static let print: [Ink: String] = {
        var colors: [Ink: String] = [
            Inks.text: "#000000", Inks.detail: "#333333", Inks.boxBorder: "#767676", Inks.boxTitle: "#000000",
            Inks.legendBorder: "#949494", Inks.blue: "#1a1a1a", Inks.vermillion: "#000000",
            Inks.vermillionText: "#000000", Inks.green: "#262626", Inks.purple: "#404040",
            Inks.orange: "#262626", Inks.orangeText: "#1a1a1a", Inks.yellow: "#4d4d4d", Inks.grey: "#6b6b6b",
            Inks.greyText: "#4d4d4d", Inks.slate: "#4d4d4d", Inks.fadedLine: "#c4c4c4",
            Inks.fadedText: "#8c8c8c", Inks.fadedBorder: "#b8b8b8", Inks.sea: "#ffffff",
            Inks.coast: "#8c8c8c",
            Inks.frontier: "#a6a6a6", Inks.focusLand: "#ffffff",
        ]
        for ink in [
            Inks.canvas, Inks.boxFill, Inks.regionFill, Inks.blueTint, Inks.vermillionTint, Inks.greenTint,
            Inks.purpleTint, Inks.orangeTint, Inks.yellowTint, Inks.greyTint, Inks.paper, Inks.fadedFill,
            Inks.land,
        ] {
            colors[ink] = "#ffffff"
        }
        return colors
    }()

    /// Text at 7 to 1 and lines at 3 to 1 or better on every ground (WCAG 2.2, AAA).
    private static let contrast: [Ink: String] = [
        Inks.text: "#000000", Inks.detail: "#1f1f1f", Inks.boxFill: "#ffffff", Inks.boxBorder: "#565f68",
        Inks.boxTitle: "#000000", Inks.regionFill: "#ffffff", Inks.legendBorder: "#565f68",
        Inks.blue: "#00416b", Inks.vermillion: "#8a2f00", Inks.vermillionText: "#852d00",
        Inks.green: "#004d38", Inks.purple: "#731d52", Inks.orange: "#624000", Inks.orangeText: "#5c3c00",
        Inks.yellow: "#4f4800", Inks.grey: "#474f57", Inks.greyText: "#40484f", Inks.slate: "#2f4053",
        Inks.fadedLine: "#949494", Inks.fadedText: "#595959", Inks.fadedFill: "#ffffff",
        Inks.fadedBorder: "#949494", Inks.coast: "#6b747d", Inks.frontier: "#8b939b",
    ]

    /// What a user's own colour becomes on paper: white if it is pale, else a grey of its lightness that is dark
    /// enough to print as a line.
    private static func grey(of ink: Ink) -> String {
        guard let color = SVGColor(ink.light) else { return "#000000" }
        let lightness = LabColor(color).lightness
        guard lightness < 75 else { return "#ffffff" }
        return "\(LabColor(lightness: min(lightness, 45), a: 0, b: 0).color)"
    }
}

extension Ink {
    /// A user's colour, with a counterpart of the same hue for dark screens where none is given: pale becomes deep and
    /// deep becomes pale, so that dark text on a fill turns into light text on one.
    init(_ color: SVGColor, dark: SVGColor? = nil) {
        let counterpart =
            dark
            ?? {
                var lab = LabColor(color)
                lab.lightness = lab.lightness > 75 ? 18 + (100 - lab.lightness) * 0.5 : max(lab.lightness, 68)
                return lab.color
            }()
        self.init("\(color)", dark: "\(counterpart)")
    }
}
