/// Makes a picture for people out of the SVG that Graphviz writes.
///
/// ```swift
/// let treatment = SVGTreatment(
///     title: "Who hosts whom", description: "31 actors in 7 states.", texts: ["e1": "Kabul hosts TTP (UN)"],
///     theme: SVGTheme(pairs: [ColorPair(0xFFFFFF, 0x14181D)]))
/// let picture = try treatment.apply(to: rendering.bytes)
/// ```
///
/// The result has no DOCTYPE, fills the width it is given, has a title and a description for screen readers, a
/// tooltip for every node, edge and cluster, and colours for light and dark screens. Elements and attributes that
/// are not on a list are left out: there is no script, no event handler, nothing loaded from elsewhere, and links
/// follow ``LinkPolicy``. It is always well-formed XML 1.0 in UTF-8.
public struct SVGTreatment: Hashable, Sendable {
    /// Name of the whole, read first by screen readers.
    public var title: String
    /// What the picture shows, in a sentence or two.
    public var description: String
    /// Tooltips by the attribute `id` of the DOT text. What has no entry keeps its own tooltip, else its name.
    public var texts: [String: String]
    /// The colours.
    public var theme: SVGTheme
    /// Small pictures to draw over nodes, by the attribute `id` of the DOT text.
    var badges: [String: SVGBadge] = [:]
    /// What the ids of title and description begin with; they must differ if a page holds two drawings.
    public var identifier: String
    /// Whether to begin with an XML declaration, which a drawing within an HTML page must not have.
    public var isStandalone: Bool

    /// Creates a treatment.
    /// - Parameters:
    ///   - title: Name of the whole.
    ///   - description: What the picture shows.
    ///   - texts: Tooltips by the attribute `id` of the DOT text.
    ///   - theme: The colours.
    ///   - identifier: What the ids of title and description begin with.
    ///   - isStandalone: Whether to begin with an XML declaration.
    public init(
        title: String, description: String, texts: [String: String] = [:], theme: SVGTheme = SVGTheme(),
        identifier: String = "linkchart", isStandalone: Bool = true
    ) {
        self.title = title
        self.description = description
        self.texts = texts
        self.theme = theme
        self.identifier = identifier
        self.isStandalone = isStandalone
    }

    init(
        title: String, description: String, texts: [String: String], theme: SVGTheme,
        badges: [String: SVGBadge]
    ) {
        self.init(title: title, description: description, texts: texts, theme: theme)
        self.badges = badges
    }

    /// Treats an SVG file.
    ///
    /// - Parameter svg: The file's bytes. Invalid UTF-8 is mended with U+FFFD.
    /// - Returns: The new file's bytes.
    /// - Throws: ``SVGError`` where the tags do not match or the outermost one is not `svg`.
    /// - Complexity: O(n) in one pass; 5 MB take some 20 ms.
    public func apply(to svg: [UInt8]) throws(SVGError) -> [UInt8] {
        let isValid = String(validating: svg, as: UTF8.self) != nil
        let input = isValid ? svg : Array(String(decoding: svg, as: UTF8.self).utf8)
        var rewriter = SVGRewriter(self, inputCount: input.count)
        var result: Result<[UInt8], SVGError> = .success([])
        input.withUnsafeBufferPointer { bytes in
            do throws(SVGError) {
                result = .success(try rewriter.rewrite(bytes))
            } catch {
                result = .failure(error)
            }
        }
        return try result.get()
    }
}
