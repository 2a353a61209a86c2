internal import LinkChart

extension Render {
    /// Warns where letters can't be drawn: Graphviz draws boxes for letters without a font and reports success.
    ///
    /// In SVG and HTML it is the reader's fonts that count; here only the widths of texts come from them.
    func warnOfFonts(for format: OutputFormat, _ graph: Graph, hasFonts: Bool) {
        let drawsLetters = ["png", "pdf", "ps", "eps", "jpg", "jpeg", "gif", "webp"].contains(format.rawValue)
        guard hasFonts else {
            let what =
                drawsLetters
                ? "letters are drawn as boxes"
                : "how wide texts are is a guess, and they may not fit their boxes"
            complain(TerminalStyle.errors.yellow("no font is installed: \(what); see linkchart doctor"))
            return
        }
        guard drawsLetters, let fonts = FontCatalogue() else { return }
        for missing in ScriptCheck.missing(for: graph, in: fonts) {
            let text =
                "no font for \(missing.script) is installed: `\(missing.example)` is drawn as boxes; "
                + "apt-get install \(missing.package)"
            complain(TerminalStyle.errors.yellow(TerminalText.visible(text)))
        }
    }
}
