/// A colour in both themes, as `#rrggbb`.
struct Ink: Hashable, Sendable {
    /// On white.
    let light: String
    /// On almost black.
    let dark: String

    init(_ light: String, dark: String) {
        self.light = light
        self.dark = dark
    }
}

/// The colours of a picture. Saturated ones are Okabe and Ito's, which people with any colour vision can tell
/// apart (Okabe, Ito 2008, "Color Universal Design"), some darkened until thin lines and small text reach a
/// contrast of 4.5 to 1; fills are tints of 85 % that keep black text above 12 to 1.
///
/// No two inks share a light colour with different dark ones: SVG themes are switched by colour.
enum Inks {
    static let canvas = Ink("#ffffff", dark: "#14171b")
    static let text = Ink("#1b1f24", dark: "#e9ecef")
    static let detail = Ink("#4a525b", dark: "#b4bcc4")
    static let boxFill = Ink("#f4f6f8", dark: "#1c2127")
    static let boxBorder = Ink("#aab4bf", dark: "#48525d")
    static let boxTitle = Ink("#39424c", dark: "#cfd6dd")
    static let regionFill = Ink("#fbfcfd", dark: "#181c21")
    static let legendBorder = Ink("#c9d1d9", dark: "#3d4650")

    static let blue = Ink("#0072b2", dark: "#5ab4e8")
    static let blueTint = Ink("#d6e9f5", dark: "#10314a")
    static let vermillion = Ink("#d55e00", dark: "#ff8f4d")
    static let vermillionTint = Ink("#fbe3d3", dark: "#45240d")
    static let vermillionText = Ink("#ad4900", dark: "#ffa672")
    static let green = Ink("#00795a", dark: "#3fcba5")
    static let greenTint = Ink("#d3eee6", dark: "#0c392e")
    static let purple = Ink("#a8447d", dark: "#e690c1")
    static let purpleTint = Ink("#f6e4ed", dark: "#421f35")
    static let orange = Ink("#a86f00", dark: "#eaa821")
    static let orangeText = Ink("#845700", dark: "#f0b840")
    static let orangeTint = Ink("#fdecc8", dark: "#43320b")
    static let yellow = Ink("#8a7f00", dark: "#d9cf4e")
    static let yellowTint = Ink("#fcf8cf", dark: "#3a380f")
    static let grey = Ink("#6b747d", dark: "#949ca5")
    static let greyText = Ink("#59626b", dark: "#a9b1b9")
    static let greyTint = Ink("#e9ecee", dark: "#2c3137")
    static let paper = Ink("#fffefa", dark: "#25262a")
    static let slate = Ink("#4f6478", dark: "#a3b8cc")

    /// Links that only show how dense a group is.
    static let quietLine = Ink("#c4ccd5", dark: "#3c4651")
    static let fadedLine = Ink("#dbe0e4", dark: "#2e343b")
    static let fadedText = Ink("#98a1aa", dark: "#69727b")
    static let fadedFill = Ink("#fcfcfc", dark: "#191d22")
    static let fadedBorder = Ink("#d3d9de", dark: "#373f47")

    static let sea = Ink("#eef4f8", dark: "#10161c")
    static let land = Ink("#f7f5f0", dark: "#22262b")
    static let focusLand = Ink("#fefefe", dark: "#2b3138")
    static let coast = Ink("#b3bfc9", dark: "#46525e")
    static let frontier = Ink("#cfd0cc", dark: "#3a4149")

    /// Every ink, for the switch of themes and the check above.
    static let all: [Ink] = [
        canvas, text, detail, boxFill, boxBorder, boxTitle, regionFill, legendBorder, blue, blueTint,
        vermillion, vermillionTint, vermillionText, green, greenTint, purple, purpleTint, orange, orangeText,
        orangeTint, yellow, yellowTint, grey, greyText, greyTint, paper, slate, quietLine, fadedLine,
        fadedText, fadedFill, fadedBorder, sea, land, focusLand, coast, frontier,
    ]

    /// The inks that style files may name, in the order that help lists them.
    static let named: [(name: String, ink: Ink)] = [
        ("text", text), ("detail", detail), ("canvas", canvas), ("blue", blue), ("blueTint", blueTint),
        ("vermillion", vermillion), ("vermillionTint", vermillionTint), ("vermillionText", vermillionText),
        ("green", green), ("greenTint", greenTint), ("purple", purple), ("purpleTint", purpleTint),
        ("orange", orange), ("orangeTint", orangeTint), ("orangeText", orangeText), ("yellow", yellow),
        ("yellowTint", yellowTint), ("grey", grey), ("greyTint", greyTint), ("greyText", greyText),
        ("paper", paper), ("slate", slate),
    ]
}
