// Places and extents are pairs of numbers, so that a layout of thousands of curves stays a small file.

extension GraphLayout.Point: Codable {
    /// Reads `[x, y]`.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(x: try pair.decode(Double.self), y: try pair.decode(Double.self))
    }

    /// Writes `[x, y]`.
    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(x)
        try pair.encode(y)
    }
}

extension GraphLayout.Size: Codable {
    /// Reads `[width, height]`.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(width: try pair.decode(Double.self), height: try pair.decode(Double.self))
    }

    /// Writes `[width, height]`.
    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(width)
        try pair.encode(height)
    }
}
