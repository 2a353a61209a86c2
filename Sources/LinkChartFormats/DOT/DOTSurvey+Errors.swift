/// What is said of a text that breaks the grammar.
extension DOTSurvey {
    func text(_ token: DOTTokenizer.Token) -> String {
        String(decoding: tokens.bytes[token.start..<min(token.end, token.start + 60)], as: UTF8.self)
    }

    mutating func fail(_ message: String, suggestion: String? = nil) {
        guard problem == nil else { return }
        switch token.kind {
        case .end:
            problem = Problem(
                code: .truncatedFile,
                message: graphs.isEmpty || isHeader
                    ? "the file ends before a graph" : "the file ends before the graph is closed",
                range: token.range, suggestion: "was it cut off?")
        case .unclosed(let what):
            problem = Problem(
                code: .unclosedQuote, message: "this \(what.rawValue) is never closed",
                range: SourceRange(offset: token.start, length: 1))
        case .other where !isHeader:
            problem = Problem(
                message: "`\(text(token))` can't stand here", range: token.range,
                suggestion: suggestion ?? "write names with other than letters, digits and `_` in quotes")
        default:
            problem = Problem(message: message, range: token.range, suggestion: suggestion)
        }
    }

    mutating func failAtStatement() {
        switch token.kind {
        case .semicolon: fail("an empty statement", suggestion: "leave out this `;`")
        case .arrow, .line: fail("an edge needs a node before it")
        case .openBracket: fail("attributes need a node, an edge or a keyword before them")
        case .closeBracket: fail("this `]` closes nothing")
        case .keyword(let keyword):
            fail("`\(keyword.rawValue)` can't stand here", suggestion: "as a node's name write it in quotes")
        default: fail("`\(text(token))` can't stand here")
        }
    }

    mutating func failAtOperand() {
        if case .keyword(let keyword) = token.kind {
            fail(
                "expected a node", suggestion: "`\(keyword.rawValue)` is a word of DOT; write it in quotes")
        } else {
            fail("expected a node or a subgraph")
        }
    }

    mutating func failInList(_ opening: DOTTokenizer.Token) {
        switch token.kind {
        case .close, .openBracket, .arrow, .line:
            fail("expected `]`", suggestion: "the list begins with the `[` before")
        case .keyword(let keyword):
            fail("expected the name of an attribute", suggestion: "write \"\(keyword.rawValue)\" in quotes")
        default: fail("expected the name of an attribute")
        }
    }
}
