#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A colour by what an eye sees of it: CIE 1976 L*a*b* under daylight D65.
struct LabColor: Hashable, Sendable {
    /// 0 for black to 100 for white.
    var lightness: Double
    /// From green to red.
    var a: Double
    /// From blue to yellow.
    var b: Double

    init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    init(_ color: SVGColor) { self.init(linear: LinearColor(color)) }

    init(linear color: LinearColor) {
        let (r, g, b) = (color.red, color.green, color.blue)
        // sRGB's primaries (IEC 61966-2-1), divided by the white of D65.
        let x = (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047
        let y = 0.2126729 * r + 0.7151522 * g + 0.0721750 * b
        let z = (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883
        func root(_ t: Double) -> Double { t > 216 / 24389 ? cbrt(t) : (24389 / 27 * t + 16) / 116 }
        let (fx, fy, fz) = (root(x), root(y), root(z))
        self.init(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
    }

    /// The nearest colour a screen can show, channel by channel.
    var color: SVGColor {
        let fy = (lightness + 16) / 116
        func power(_ t: Double) -> Double { t > 6 / 29 ? t * t * t : (116 * t - 16) * 27 / 24389 }
        let (x, y, z) = (power(fy + a / 500) * 0.95047, power(fy), power(fy - b / 200) * 1.08883)
        return LinearColor(
            red: 3.2404542 * x - 1.5371385 * y - 0.4985314 * z,
            green: -0.9692660 * x + 1.8760108 * y + 0.0415560 * z,
            blue: 0.0556434 * x - 0.2040259 * y + 1.0572252 * z
        ).color
    }

    /// How different two colours look: ΔE₀₀ of CIEDE2000, where 1 is just noticeable side by side.
    ///
    /// Sharma, Wu, Dalal 2005, "The CIEDE2000 color-difference formula: implementation notes, supplementary test data,
    /// and mathematical observations", doi:10.1002/col.20070, with all weights 1.
    func difference(from other: LabColor) -> Double {
        let degrees = 180 / Double.pi
        func seventh(_ x: Double) -> Double { (pow(x, 7) / (pow(x, 7) + pow(25, 7))).squareRoot() }
        let meanChroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
        let stretch = 1 + 0.5 * (1 - seventh(meanChroma))
        let (a1, a2) = (a * stretch, other.a * stretch)
        let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
        func hue(_ a: Double, _ b: Double) -> Double {
            guard a != 0 || b != 0 else { return 0 }
            let angle = atan2(b, a) * degrees
            return angle < 0 ? angle + 360 : angle
        }
        let (h1, h2) = (hue(a1, b), hue(a2, other.b))
        var hueStep = 0.0
        var meanHue = h1 + h2
        if c1 * c2 != 0 {
            hueStep = h2 - h1
            if hueStep > 180 { hueStep -= 360 } else if hueStep < -180 { hueStep += 360 }
            if abs(h1 - h2) <= 180 {
                meanHue = (h1 + h2) / 2
            } else {
                meanHue = h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2
            }
        }
        func cosine(_ angle: Double) -> Double { cos(angle / degrees) }
        func sine(_ angle: Double) -> Double { sin(angle / degrees) }
        let (lightStep, chromaStep) = (other.lightness - lightness, c2 - c1)
        let hueDistance = 2 * (c1 * c2).squareRoot() * sine(hueStep / 2)
        let (meanLightness, chroma) = ((lightness + other.lightness) / 2, (c1 + c2) / 2)
        let t =
            1 - 0.17 * cosine(meanHue - 30) + 0.24 * cosine(2 * meanHue) + 0.32 * cosine(3 * meanHue + 6)
            - 0.2
            * cosine(4 * meanHue - 63)
        let offMiddle = (meanLightness - 50) * (meanLightness - 50)
        let lightScale = 1 + 0.015 * offMiddle / (20 + offMiddle).squareRoot()
        let (chromaScale, hueScale) = (1 + 0.045 * chroma, 1 + 0.015 * chroma * t)
        let bend = (meanHue - 275) / 25
        let turn = -2 * seventh(chroma) * sine(60 * exp(-bend * bend))
        let (l, c, h) = (lightStep / lightScale, chromaStep / chromaScale, hueDistance / hueScale)
        return (l * l + c * c + h * h + turn * c * h).squareRoot()
    }
}

/// A colour as amounts of light, 0 to 1 each.
struct LinearColor: Hashable, Sendable {
    var red: Double
    var green: Double
    var blue: Double

    init(red: Double, green: Double, blue: Double) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    init(_ color: SVGColor) {
        func light(_ shift: UInt32) -> Double {
            let value = Double(color.rgb >> shift & 0xFF) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        self.init(red: light(16), green: light(8), blue: light(0))
    }

    /// In sRGB, what is out of range cut off.
    var color: SVGColor {
        func channel(_ light: Double) -> UInt32 {
            let light = min(1, max(0, light))
            let value = light <= 0.0031308 ? light * 12.92 : 1.055 * pow(light, 1 / 2.4) - 0.055
            return UInt32((value * 255).rounded())
        }
        return SVGColor(channel(red) << 16 | channel(green) << 8 | channel(blue))
    }

    /// Relative luminance as WCAG 2.2 defines it.
    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }
}

/// How somebody sees colours.
enum ColorVision: String, Sendable, CaseIterable {
    case trichromacy, protanopia, deuteranopia, tritanopia

    /// What a colour looks like to them, as one with all three cones would see it.
    ///
    /// Machado, Oliveira, Fernandes 2009, "A physiologically-based model for simulation of color vision deficiency",
    /// doi:10.1109/TVCG.2009.113, at full severity, applied to amounts of light.
    func seen(_ color: SVGColor) -> LinearColor {
        let light = LinearColor(color)
        let m: [Double]
        switch self {
        case .trichromacy: return light
        case .protanopia:
            m = [
                0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
            ]
        case .deuteranopia:
            m = [
                0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881,
            ]
        case .tritanopia:
            m = [
                1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900,
            ]
        }
        func row(_ start: Int) -> Double {
            min(1, max(0, m[start] * light.red + m[start + 1] * light.green + m[start + 2] * light.blue))
        }
        return LinearColor(red: row(0), green: row(3), blue: row(6))
    }

    /// How different two colours look to them: ΔE₀₀.
    func difference(_ first: SVGColor, _ second: SVGColor) -> Double {
        LabColor(linear: seen(first)).difference(from: LabColor(linear: seen(second)))
    }
}
