internal import LinkChart

extension Render {
    /// What to warn of where letters can't be drawn: Graphviz draws boxes for letters without a font and reports success.
    ///
    /// In SVG and HTML it is the reader's fonts that count; here only the widths of texts come from them.
    static func fontWarnings(for format: OutputFormat, _ graph: Graph) -> [String] {
        guard let fonts = FontCatalogue() else { return [] }
        let drawsLetters = ["png", "pdf", "ps", "eps", "jpg", "jpeg", "gif", "webp"].contains(format.rawValue)
        guard fonts.match("sans-serif") != nil else {
            let what =
                drawsLetters
                ? "letters are drawn as boxes"
                : "how wide texts are is a guess, and they may not fit their boxes"
            return ["no font is installed: \(what); see linkchart doctor"]
        }
        guard drawsLetters else { return [] }
        return ScriptCheck.missing(for: graph, in: fonts).map { missing in
            "no font for \(missing.script) is installed: `\(missing.example)` is drawn as boxes; "
                + "apt-get install \(missing.package)"
        }
    }
}
