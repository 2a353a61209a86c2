/// Texts that are fine as names and statements, and that careless programs trip over.
public enum HostileText {
    /// Every text below.
    public static let all =
        markup + quoting + numbersAndWords + whiteSpace + scripts + invisible + paths + [veryLong]

    /// What HTML, SVG, XML and DOT must escape.
    public static let markup = [
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "&amp;&lt;",
        "]]>",
        "<!-- -->", "</svg>", "<b>bold</b>", "\\N\\G\\E", "label\\l\\r", "a -> b [color=red]; }", "{a|{b|c}}",
        "%{name}", "{{template}}", "${HOME}", "`id`",
    ]

    /// What CSV, JSON, YAML, SQL and shells must quote.
    public static let quoting = [
        "\"", "'", "''", "\"\"", "a,b", "a;b", "a\tb", "a|b", "a\\b", "\\", "\\\"", "\\u0041", "=1+1", "+1",
        "@cmd",
        "-", "- a", "--", "---", "...", "? a", ": ", "a: b", "a:b", "a #b", "# a", "#", "*a", "&a", "!a",
        "!!int 3",
        "%YAML", "|", ">", ">-", "[a", "]", "{a", "}", "[]", "{}", ",", "Robert'); DROP TABLE nodes;--",
        "$(rm -rf x)",
        "a\u{0}b",
    ]

    /// Texts that look like values of other types.
    public static let numbersAndWords = [
        "null", "Null", "~", "true", "True", "yes", "No", "on", "n", "y", "NaN", ".nan", ".inf", "Infinity",
        "0", "00",
        "007", "1_000", "1e3", "0x1F", "0o17", "1.0", ".5", "-1", "2021-01-01", "2021-01-01T00:00:00Z",
        "12:30:45",
        "9007199254740993", "1e400", "e1", "e2", "n0", "id", "source", "target",
    ]

    /// White space where it is easily lost.
    public static let whiteSpace = [
        " ", " leading", "trailing ", "two  spaces", "\t", "line\nbreak", "\nleading break",
        "trailing break\n",
        "carriage\rreturn", "both\r\n", "next\u{85}line", "line\u{2028}separator", "no\u{A0}break",
        "\u{3000}",
    ]

    /// Writing systems, directions and compositions.
    public static let scripts = [
        "پاکستان", "تحریک طالبان پاکستان", "افغانستان", "中华人民共和国", "日本", "한국", "Россия", "Україна", "ایران",
        "भारत", "বাংলাদেশ", "ไทย", "አማርኛ", "Türkiye İIıi", "Åland Å", "e\u{301}", "\u{E9}", "ﬁﬂ", "ß SS", "ﷺ",
        "👩‍👩‍👧‍👦", "🇵🇰", "👍🏽", "𝔘𝔫𝔦", "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "שלום", "abc שלום def",
    ]

    /// What cannot be seen, and what text should not contain.
    public static let invisible = [
        "zero\u{200B}width", "\u{200F}right to left", "\u{202E}desrever", "\u{2066}isolate\u{2069}",
        "\u{FEFF}mark",
        "soft\u{AD}hyphen", "bell\u{7}", "escape\u{1B}[31m", "delete\u{7F}", "\u{1}", "\u{1F}", "\u{9F}",
        "\u{FFFE}",
        "\u{FFFF}", "\u{10FFFF}", "\u{E000}", "\u{FFFD}", "\u{301}",
    ]

    /// Texts that must not become paths or addresses.
    public static let paths = [
        "../../etc/passwd", "/dev/null", "C:\\CON", "file:///etc/passwd", "http://example.invalid/?a=1&b=2",
        "a/b",
        ".", "..", "-o", "--help", "*", "?", "~root",
    ]

    /// Ten thousand characters.
    public static let veryLong = String(repeating: "long ", count: 2000)
}
