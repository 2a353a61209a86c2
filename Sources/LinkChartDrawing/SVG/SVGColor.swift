/// An opaque colour in sRGB.
public struct SVGColor: Hashable, Sendable, CustomStringConvertible {
    /// Red, green and blue as `0xRRGGBB`.
    public let rgb: UInt32

    /// Creates a colour from `0xRRGGBB`; higher bits are ignored.
    public init(_ rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    /// Creates a colour from `#rrggbb` or `#rgb` in any case, or from `black` or `white`, which Graphviz writes by
    /// name; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        self.init(bytes: text.utf8)
    }

    /// `#rrggbb` in lower case.
    public var description: String {
        let digits = String(rgb, radix: 16)
        return "#" + String(repeating: "0", count: 6 - digits.count) + digits
    }

    init?(bytes: some Collection<UInt8>) {
        if bytes.elementsEqual("black".utf8) {
            self.init(0)
        } else if bytes.elementsEqual("white".utf8) {
            self.init(0xFF_FFFF)
        } else {
            guard bytes.first == UInt8(ascii: "#"), bytes.count == 7 || bytes.count == 4 else { return nil }
            var rgb: UInt32 = 0
            for byte in bytes.dropFirst() {
                guard let digit = Self.digit(byte) else { return nil }
                rgb = rgb << 4 | digit
                if bytes.count == 4 { rgb = rgb << 4 | digit }
            }
            self.init(rgb)
        }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case 0x30...0x39: UInt32(byte - 0x30)
        case 0x41...0x46: UInt32(byte - 0x37)
        case 0x61...0x66: UInt32(byte - 0x57)
        default: nil
        }
    }
}
