/// What an attribute such as `fill` says.
enum SVGPaint {
    case color(SVGColor)
    case none
    /// A colour by another name or notation, or a gradient of the same document.
    case other

    /// `nil` for what could load something from elsewhere or is not understood. Browsers read these attributes as
    /// CSS, escapes included, so that only a short list of forms passes.
    init?(_ value: UnsafeBufferPointer<UInt8>) {
        if let color = SVGColor(bytes: value) {
            self = .color(color)
        } else if value.elementsEqual("none".utf8) || value.elementsEqual("transparent".utf8) {
            // SVG 1.1 knows no "transparent", and some programs draw it black.
            self = .none
        } else {
            let harmless = ["url(#", "rgb(", "rgba(", "hsl("].contains { value.starts(with: $0.utf8) }
            let plain = value.allSatisfy { Self.isPlain($0) || (harmless && "(),".utf8.contains($0)) }
            guard plain, value.count(where: { $0 == UInt8(ascii: "(") }) <= 1 else { return nil }
            self = .other
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: "#.%-_ ".utf8.contains(byte)
        }
    }
}
