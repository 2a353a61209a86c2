import LinkChartModel
import Testing

@testable import LinkChartDrawing

@Suite("Colours as people see them")
struct ColorVisionTests {
    /// Table 1 of Sharma, Wu, Dalal 2005: L*, a*, b* of two colours and ΔE₀₀.
    private static let pairs: [[Double]] = [
        [50, 2.6772, -79.7751, 50, 0, -82.7485, 2.0425], [50, 3.1571, -77.2803, 50, 0, -82.7485, 2.8615],
        [50, 2.8361, -74.0200, 50, 0, -82.7485, 3.4412], [50, -1.3802, -84.2814, 50, 0, -82.7485, 1],
        [50, -1.1848, -84.8006, 50, 0, -82.7485, 1], [50, -0.9009, -85.5211, 50, 0, -82.7485, 1],
        [50, 0, 0, 50, -1, 2, 2.3669], [50, -1, 2, 50, 0, 0, 2.3669],
        [50, 2.4900, -0.0010, 50, -2.4900, 0.0009, 7.1792],
        [50, 2.4900, -0.0010, 50, -2.4900, 0.0010, 7.1792],
        [50, 2.4900, -0.0010, 50, -2.4900, 0.0011, 7.2195],
        [50, 2.4900, -0.0010, 50, -2.4900, 0.0012, 7.2195],
        [50, -0.0010, 2.4900, 50, 0.0009, -2.4900, 4.8045],
        [50, -0.0010, 2.4900, 50, 0.0010, -2.4900, 4.8045],
        [50, -0.0010, 2.4900, 50, 0.0011, -2.4900, 4.7461], [50, 2.5, 0, 50, 0, -2.5, 4.3065],
        [50, 2.5, 0, 73, 25, -18, 27.1492], [50, 2.5, 0, 61, -5, 29, 22.8977],
        [50, 2.5, 0, 56, -27, -3, 31.9030], [50, 2.5, 0, 58, 24, 15, 19.4535],
        [50, 2.5, 0, 50, 3.1736, 0.5854, 1], [50, 2.5, 0, 50, 3.2972, 0, 1],
        [50, 2.5, 0, 50, 1.8634, 0.5757, 1], [50, 2.5, 0, 50, 3.2592, 0.3350, 1],
        [60.2574, -34.0099, 36.2677, 60.4626, -34.1751, 39.4387, 1.2644],
        [63.0109, -31.0961, -5.8663, 62.8187, -29.7946, -4.0864, 1.2630],
        [61.2901, 3.7196, -5.3901, 61.4292, 2.2480, -4.9620, 1.8731],
        [35.0831, -44.1164, 3.7933, 35.0232, -40.0716, 1.5901, 1.8645],
        [22.7233, 20.0904, -46.6940, 23.0331, 14.9730, -42.5619, 2.0373],
        [36.4612, 47.8580, 18.3852, 36.2715, 50.5065, 21.2231, 1.4146],
        [90.8027, -2.0831, 1.4410, 91.1528, -1.6435, 0.0447, 1.4441],
        [90.9257, -0.5406, -0.9208, 88.6381, -0.8985, -0.7239, 1.5381],
        [6.7747, -0.2908, -2.4247, 5.8714, -0.0985, -2.2286, 0.6377],
        [2.0776, 0.0795, -1.1350, 0.9033, -0.0636, -0.5514, 0.9082],
    ]

    @Test("CIEDE2000 is what Sharma and others published, both ways", arguments: pairs)
    func difference(_ pair: [Double]) {
        let a = LabColor(lightness: pair[0], a: pair[1], b: pair[2])
        let b = LabColor(lightness: pair[3], a: pair[4], b: pair[5])
        #expect(abs(a.difference(from: b) - pair[6]) < 0.00006)
        #expect(abs(b.difference(from: a) - pair[6]) < 0.00006)
    }

    @Test("L*a*b* of sRGB's corners, and back")
    func corners() {
        let red = LabColor(SVGColor(0xFF0000))
        #expect(abs(red.lightness - 53.24) < 0.02 && abs(red.a - 80.09) < 0.03 && abs(red.b - 67.20) < 0.03)
        let blue = LabColor(SVGColor(0x0000FF))
        #expect(
            abs(blue.lightness - 32.30) < 0.02 && abs(blue.a - 79.19) < 0.03 && abs(blue.b + 107.86) < 0.03)
        for rgb: UInt32 in [0, 0xFFFFFF, 0x0072B2, 0xD55E00, 0x123456] {
            #expect(LabColor(SVGColor(rgb)).color.rgb == rgb)
        }
    }

    @Test("Greys stay grey to everybody; red and green meet for two deficiencies and not for the third")
    func deficiencies() {
        for vision in ColorVision.allCases {
            let grey = LabColor(linear: vision.seen(SVGColor(0x808080)))
            #expect(abs(grey.a) < 0.6 && abs(grey.b) < 0.6, "\(vision)")
        }
        let (red, green) = (SVGColor(0xA05000), SVGColor(0x607000))
        let usual = ColorVision.trichromacy.difference(red, green)
        #expect(ColorVision.deuteranopia.difference(red, green) < usual / 2)
        #expect(ColorVision.protanopia.difference(red, green) < usual / 1.5)
        #expect(ColorVision.tritanopia.difference(red, green) > usual / 1.5)
    }

    @Test(
        "What differs by colour alone can be told apart by everybody",
        arguments: DrawingOptions.Theme.allCases)
    func builtin(theme: DrawingOptions.Theme) {
        #expect(StyleSheet.builtin.confusions(in: theme).isEmpty)
    }

    /// Actors and incidents are the nearest, to deuteranopes on a dark screen: hexagon and octagon tell them apart.
    @Test(
        "Colours of the common kinds keep a distance of 4 to every eye, and of 6.5 where the shape does not differ"
    )
    func kinds() throws {
        let kinds = ["State", "Actor", "Organisation", "Person", "Incident"]
        for theme in [DrawingOptions.Theme.light, .dark, .screen] {
            for (index, first) in kinds.enumerated() {
                for second in kinds[(index + 1)...] {
                    for vision in ColorVision.allCases {
                        let inks = try [first, second].map { name in
                            let style = try #require(KindStyle.builtin[name])
                            return try [style.fill, style.border].map {
                                try #require(SVGColor(Palette(theme).hex($0)))
                            }
                        }
                        let difference = zip(inks[0], inks[1]).map { vision.difference($0, $1) }.max() ?? 0
                        let shapes = [first, second].map { KindStyle.builtin[$0]?.shape }
                        let least = shapes[0] == shapes[1] && first != "State" ? 6.5 : 4
                        #expect(difference > least, "\(theme) \(vision): \(first), \(second) \(difference)")
                    }
                }
            }
        }
    }

    @Test("Two rules of one form whose colours are alike to some are named")
    func confusions() throws {
        let style = try StyleSheet(
            yaml: """
                rules:
                  - nodes: {kind: Actor, attribute: {side: red}}
                    fill: "#a05000"
                    shape: box
                  - nodes: {kind: Actor, attribute: {side: green}}
                    fill: "#607000"
                    shape: box
                """)
        let found = style.confusions()
        #expect(found.count == 1 && found.first?.vision == "deuteranopia", "\(found)")
    }
}
