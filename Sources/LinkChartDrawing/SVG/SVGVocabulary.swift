/// The elements that a drawing may hold; anything else is left out with its content.
enum SVGElement: String, CaseIterable {
    case svg, g, title, desc, text, tspan, textPath, polygon, polyline, path, ellipse, circle, rect, line, a,
        defs
    case linearGradient, radialGradient, stop, clipPath

    /// True where space is part of what is written.
    var holdsText: Bool {
        switch self {
        case .text, .tspan, .textPath: true
        default: false
        }
    }

    private static let all = allCases
    private static let names = NameSet(allCases.map(\.rawValue))

    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard let index = Self.names.index(of: name) else { return nil }
        self = Self.all[index]
    }
}

/// The attributes that elements may have; anything else is left out.
enum SVGAttribute: UInt8, CaseIterable {
    // Those with a rule of their own.
    case id, `class`, target, fill, stroke, style, viewBox, href, title, clipPath
    // Geometry.
    case transform, d, points, cx, cy, r, rx, ry, x, y, x1, y1, x2, y2, fx, fy, width, height, startOffset
    // Paint.
    case opacity, offset, gradientUnits, gradientTransform, spreadMethod, fillOpacity, strokeOpacity
    case strokeWidth, strokeDasharray, strokeLinecap, strokeLinejoin, stopColor, stopOpacity
    // Writing.
    case textLength, lengthAdjust, textAnchor, textDecoration, baselineShift, dominantBaseline, space
    case fontFamily, fontSize, fontStyle, fontWeight, fontStretch

    private static let all = allCases
    private static let names = NameSet(allCases.map(\.name))

    init?(_ name: UnsafeBufferPointer<UInt8>) {
        guard let index = Self.names.index(of: name) else { return nil }
        self = Self.all[index]
    }

    /// The name as SVG writes it.
    var name: String {
        switch self {
        case .href: "xlink:href"
        case .title: "xlink:title"
        case .clipPath: "clip-path"
        case .fillOpacity: "fill-opacity"
        case .strokeOpacity: "stroke-opacity"
        case .strokeWidth: "stroke-width"
        case .strokeDasharray: "stroke-dasharray"
        case .strokeLinecap: "stroke-linecap"
        case .strokeLinejoin: "stroke-linejoin"
        case .stopColor: "stop-color"
        case .stopOpacity: "stop-opacity"
        case .textAnchor: "text-anchor"
        case .textDecoration: "text-decoration"
        case .baselineShift: "baseline-shift"
        case .dominantBaseline: "dominant-baseline"
        case .fontFamily: "font-family"
        case .fontSize: "font-size"
        case .fontStyle: "font-style"
        case .fontWeight: "font-weight"
        case .fontStretch: "font-stretch"
        case .space: "xml:space"
        default: String(describing: self)
        }
    }

    /// A set of attributes (of which there are fewer than 64), small enough for every element to have one.
    struct Selection {
        private var bits: UInt64 = 0

        /// True where the attribute was not in the set before.
        mutating func insert(_ attribute: SVGAttribute) -> Bool {
            let bit: UInt64 = 1 << UInt64(attribute.rawValue)
            defer { bits |= bit }
            return bits & bit == 0
        }

        func contains(_ attribute: SVGAttribute) -> Bool { bits & 1 << UInt64(attribute.rawValue) != 0 }
    }
}
