import LinkChartTestKit

/// Strings that people and attackers put into reports, and random mixtures of their parts.
enum HostileStrings {
    static let fixed = [
        "<script>alert(1)</script>", "\"><script>alert(1)</script>", "'; DROP TABLE nodes; --", "a\\",
        "a\\\\",
        "a\\\"", "\\N \\G \\L \\E \\T \\H", "\\n\\l\\r", "C:\\new\\table\\right\\left", "&amp;", "&lt;b&gt;",
        "&#65;",
        "&nbsp;", "&unknown;", "&", "&;", "&#0;", "&#x1F;", "a & b < c > d", "<b>bold</b>", "<", ">", ">>>",
        "<<<",
        "]]>", "<![CDATA[x]]>", "<!-- x -->", "<!DOCTYPE svg>", "{a|b}", "|", "a|b", "}{", "[label=x]",
        "// no",
        "/* no */", "# no", "\" + \"", "a\nb", "a\r\nb\rc", "a\n\nb", "\n", "a\tb", " lead", "trail ",
        "two  spaces",
        "\u{0}", "a\u{1}b\u{8}c\u{1B}[31md", "\u{7F}", "\u{85}", "\u{FFFE}x\u{FFFF}", "\u{FEFF}bom",
        "\u{202E}rtl",
        "\u{200B}", "e\u{301}", "تحریکِ طالبان پاکستان", "اُردو ہے", "中国 \u{20000}", "देवनागरी",
        "👩‍👩‍👧‍👦 🇵🇰", "𝕏", "\u{10FFFF}", "node", "subgraph", "strict", "digraph", "-1.5e3", "0x1F", "", " ", "-",
        "--",
        "->", "a--b", "%s%n%d", "${HOME}", "`id`", "javascript:alert(1)", "\u{E000}", "\u{2028}x\u{2029}",
        "=1+1", "a;b", "a,b", "a:b:c", "'", "''", "\"", "\"\"", "\\\"", "\\\\\"",
    ]

    private static let pieces =
        fixed + [
            "\\", "\"", "<", ">", "&", ";", "'", "\n", " ", "{", "}", "|", "[", "]", "#", "a", "Z", "0",
            "\u{2}", "é",
            "ہ", "中", "🚀", "&amp", "&#", "&#x", "\\N", "\\\\", "x",
        ]

    /// A mixture of up to twelve parts.
    static func random(using generator: inout SplitMix64) -> String {
        (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            pieces.randomElement(using: &generator) ?? ""
        }.joined()
    }
}
