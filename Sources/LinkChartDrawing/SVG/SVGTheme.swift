/// What a colour of the drawing becomes on a dark screen.
public struct ColorPair: Hashable, Sendable {
    /// Where the colour is used.
    public struct Roles: OptionSet, Hashable, Sendable {
        /// One bit a role.
        public let rawValue: UInt8

        /// Creates a set of roles.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }

        /// Areas: nodes, clusters, arrowheads, the background.
        public static let fill = Roles(rawValue: 1)
        /// Lines: borders and edges.
        public static let stroke = Roles(rawValue: 2)
        /// Writing.
        public static let text = Roles(rawValue: 4)
        /// Everywhere.
        public static let all: Roles = [.fill, .stroke, .text]
    }

    /// The colour in the DOT text.
    public var light: SVGColor
    /// Its counterpart on a dark background.
    public var dark: SVGColor
    /// Where that counterpart is meant; one colour may have several pairs with different roles.
    public var roles: Roles

    /// Creates a pair.
    public init(_ light: SVGColor, _ dark: SVGColor, for roles: Roles = .all) {
        self.light = light
        self.dark = dark
        self.roles = roles
    }

    /// Creates a pair from two numbers `0xRRGGBB`.
    public init(_ light: UInt32, _ dark: UInt32, for roles: Roles = .all) {
        self.init(SVGColor(light), SVGColor(dark), for: roles)
    }
}

/// The colours of a drawing by day and by night.
///
/// The colours stay in the elements' attributes, where every program that reads SVG finds them; browsers
/// are told by a style sheet to take them from CSS variables such as `--c-d6e9f5`, which a page about the drawing may
/// set as well.
public struct SVGTheme: Hashable, Sendable {
    /// Who chooses between light and dark.
    public enum Mode: String, Hashable, Sendable, CaseIterable {
        /// The viewer's settings (`prefers-color-scheme`).
        case auto
        /// Always light.
        case light
        /// Always dark, also for programs that do not read style sheets.
        case dark
    }

    /// Who chooses between light and dark.
    public var mode: Mode
    /// Counterparts of the colours in the DOT text. Others stay as they are.
    public var pairs: [ColorPair]
    /// Writing for which the DOT text sets no colour.
    public var ink: ColorPair
    /// Behind the drawing, where it does not fill its frame; `nil` is transparent.
    public var background: ColorPair?
    /// More rules for the style sheet, by whoever writes the style: trusted, and not made from a graph's text. They
    /// may use `var(--ink)`, `var(--background)` and, for the pair of `0xD6E9F5`, `var(--c-d6e9f5)`, or
    /// `var(--c-d6e9f5-fill)`, `-stroke` and `-text` where the pair is not for all roles.
    /// Graphviz wraps what has a link or tooltip in `g` and `a`, so that only descendant selectors are safe.
    public var css: String

    /// Creates a theme.
    /// - Parameters:
    ///   - mode: Who chooses between light and dark.
    ///   - pairs: Counterparts of the colours in the DOT text.
    ///   - ink: Writing for which the DOT text sets no colour.
    ///   - background: Behind the drawing, where it does not fill its frame.
    ///   - css: More rules for the style sheet, trusted.
    public init(
        mode: Mode = .auto, pairs: [ColorPair] = [], ink: ColorPair = ColorPair(0x000000, 0xE3E8EE),
        background: ColorPair? = nil, css: String = ""
    ) {
        self.mode = mode
        self.pairs = pairs
        self.ink = ink
        self.background = background
        self.css = css
    }
}
