internal import LinkChartModel

/// What can be known of a DOT text before libcgraph reads it: where it breaks the grammar, where names stand, and how
/// much memory it will take.
///
/// libcgraph tells only the line of the first error, gives no places, recurses along nested subgraphs, and makes of
/// `{a b …} -> {c d …}` an edge for each pair, so that a short text can fill any memory.
struct DOTSurvey {
    /// What breaks the grammar.
    struct Problem {
        var code: DiagnosticCode = .syntaxError
        var message: String
        var range: SourceRange
        var suggestion: String?
    }

    /// The first error, if there is one.
    var problem: Problem?
    /// Up to where the text is right, and how many braces are then open.
    private(set) var goodEnd = 0
    private(set) var openBraces = 0
    /// Where the graphs begin.
    private(set) var graphs: [SourceRange] = []
    /// How many bytes libcgraph may take at most.
    private(set) var cost = 0
    private(set) var tokens: DOTTokenizer

    /// Where a node of a name first stands, and where an edge between two; by the names' hashes.
    private var nodePlaces: [UInt64: Int] = [:]
    private var edgePlaces: [UInt64: Int] = [:]

    /// How deep subgraphs may stand in one another. The parser of libcgraph ends at about 2,500.
    static let depthLimit = 1_000
    /// More places than these are not kept.
    private static let placeLimit = 1 << 20

    /// A graph or a subgraph that is open.
    private struct Body {
        var isHeaderStrict = false
        /// How many names of nodes stand in it, at most as many as it has nodes.
        var names = 0
        var statement = 0
        /// Of the statement under way: the names and the number of nodes of the operand before.
        var left: (hashes: [UInt64], count: Int)?
        var operand: (hashes: [UInt64], count: Int) = ([], 0)
        var operandStart = 0
        var hasEdges = false
    }

    private var stack: [Body] = []
    /// Whether no graph is open.
    var isHeader: Bool { stack.isEmpty }
    private var isDirected = true
    private(set) var token: DOTTokenizer.Token
    private var objects = 0
    private var attributeNames: Set<UInt64> = []
    private var memberships = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        tokens = DOTTokenizer(bytes)
        token = tokens.next()
        run()
        // An object of libcgraph takes about 350 bytes with its entries in dictionaries, and a pointer for each
        // attribute that any of its sort has.
        cost = Self.product(objects, 350 + 8 * attributeNames.count)
        cost = Self.sum(cost, Self.product(memberships, 160))
    }

    /// The place of a node; nil if it is not known.
    func place(ofNode hash: UInt64) -> SourceRange? {
        nodePlaces[hash].map { SourceRange(offset: $0, length: length(at: $0)) }
    }

    /// The place of an edge; that of its tail where it comes of a subgraph.
    func place(ofEdge tail: UInt64, _ head: UInt64) -> SourceRange? {
        guard let offset = edgePlaces[DOTTokenizer.Hash.pair(tail, head)] else { return place(ofNode: tail) }
        return SourceRange(offset: offset, length: length(at: offset))
    }

    private func length(at offset: Int) -> Int {
        var tokens = DOTTokenizer(UnsafeBufferPointer(rebasing: tokens.bytes[offset...]))
        return tokens.next().end
    }

    // MARK: - Grammar

    private mutating func advance() { token = tokens.next() }

    private mutating func run() {
        while problem == nil, token.kind != .end {
            goodEnd = token.start
            openBraces = 0
            graph()
        }
        guard problem == nil else { return }
        goodEnd = tokens.bytes.count
        openBraces = 0
    }

    private mutating func graph() {
        let start = token
        if token.kind == .keyword(.strict) { advance() }
        switch token.kind {
        case .keyword(.graph): isDirected = false
        case .keyword(.digraph): isDirected = true
        default:
            fail(
                graphs.isEmpty ? "a graph begins with `graph` or `digraph`" : "a graph has ended before this",
                suggestion: graphs.isEmpty ? nearestKeyword() : "text after a graph is another graph")
            return
        }
        advance()
        if token.isText { skipText() }
        guard problem == nil else { return }
        guard token.kind == .open else {
            fail("expected `{` here")
            return
        }
        graphs.append(start.range)
        objects += 1
        advance()
        stack = [Body()]
        var isDone = false
        while problem == nil, !isDone { isDone = step() }
    }

    private func nearestKeyword() -> String? {
        guard token.kind == .word else { return nil }
        let word = text(token)
        return nearestName(to: word, in: ["graph", "digraph", "strict"]).map { "did you mean `\($0)`?" }
    }

    /// Reads one statement, or its part up to a brace.
    ///
    /// - Returns: whether the graph is closed.
    private mutating func step() -> Bool {
        let top = stack.count - 1
        goodEnd = token.start
        openBraces = stack.count
        stack[top].statement = token.start
        switch token.kind {
        case .close:
            advance()
            return close()
        case .keyword(.graph), .keyword(.node), .keyword(.edge):
            attributeStatement()
        case .keyword(.subgraph), .open:
            stack[top].left = nil
            stack[top].hasEdges = false
            openSubgraph()
        case .word, .quoted, .html:
            let name = token
            skipText()
            guard problem == nil else { return false }
            if token.kind == .equals {
                advance()
                attributeNames.insert(name.hash)
                value()
                endStatement()
            } else {
                stack[top].left = nil
                stack[top].hasEdges = false
                nodes(from: name)
                if problem == nil { afterOperand() }
            }
        default: failAtStatement()
        }
        return false
    }

    private mutating func attributeStatement() {
        let keyword = token
        advance()
        if token.isText {
            skipText()
            if problem == nil, token.kind != .equals {
                failKeyword(keyword)
                return
            }
            advance()
        }
        guard token.kind == .openBracket else {
            failKeyword(keyword)
            return
        }
        attributeLists()
        if problem == nil { endStatement() }
    }

    private mutating func failKeyword(_ keyword: DOTTokenizer.Token) {
        let word = text(keyword)
        let isNode = token.kind == .arrow || token.kind == .line || token.kind == .semicolon
        fail(
            "expected `[` after `\(word)`",
            suggestion: isNode ? "`\(word)` is a word of DOT; as a node's name write \"\(word)\"" : nil)
    }

    private mutating func openSubgraph() {
        if token.kind == .keyword(.subgraph) {
            advance()
            if token.isText { skipText() }
            guard problem == nil else { return }
        }
        guard token.kind == .open else {
            fail("expected `{` here", suggestion: "a subgraph has a body, even if it is empty: `{ }`")
            return
        }
        guard stack.count < Self.depthLimit else {
            problem = Problem(
                code: .tooDeep, message: "subgraphs nested more than \(Self.depthLimit) deep",
                range: token.range,
                suggestion: "the rest of the file is not read")
            return
        }
        advance()
        objects += 1
        stack.append(Body())
    }

    private mutating func close() -> Bool {
        let closed = stack.removeLast()
        guard let top = stack.indices.last else { return true }
        stack[top].names = Self.sum(stack[top].names, closed.names)
        stack[top].operand = ([], closed.names)
        afterOperand()
        return false
    }

    /// Reads the nodes of an operand, whose first name is read already.
    private mutating func nodes(from first: DOTTokenizer.Token) {
        let top = stack.count - 1
        var hashes: [UInt64] = []
        var name = first
        stack[top].operandStart = first.start
        while true {
            hashes.append(name.hash)
            if nodePlaces.count < Self.placeLimit, nodePlaces[name.hash] == nil {
                nodePlaces[name.hash] = name.start
            }
            for _ in 0..<2 where token.kind == .colon {
                advance()
                guard token.isText else {
                    fail("a port needs a name after `:`")
                    return
                }
                attributeNames.insert(1)
                attributeNames.insert(2)
                skipText()
                guard problem == nil else { return }
            }
            guard token.kind == .comma else { break }
            advance()
            guard token.isText else {
                fail("expected a node after `,`")
                return
            }
            name = token
            skipText()
            guard problem == nil else { return }
        }
        stack[top].names = Self.sum(stack[top].names, hashes.count)
        objects = Self.sum(objects, hashes.count)
        memberships = Self.sum(memberships, Self.product(hashes.count, stack.count))
        stack[top].operand = (hashes, hashes.count)
    }

    /// Reads on after an operand of a node or edge statement.
    private mutating func afterOperand() {
        let top = stack.count - 1
        while problem == nil {
            join(top)
            switch token.kind {
            case .arrow, .line:
                guard (token.kind == .arrow) == isDirected else {
                    fail(
                        "an edge of a `\(isDirected ? "digraph" : "graph")` is not written so",
                        suggestion: isDirected ? "write `->`" : "write `--`, or begin with `digraph`")
                    return
                }
                stack[top].left = stack[top].operand
                stack[top].hasEdges = true
                advance()
                if token.isText {
                    let name = token
                    skipText()
                    if problem == nil { nodes(from: name) }
                    continue
                }
                if token.kind == .open || token.kind == .keyword(.subgraph) {
                    openSubgraph()
                    return
                }
                failAtOperand()
                return
            case .openBracket:
                attributeLists()
                if problem == nil { endStatement() }
                return
            default:
                stack[top].left = nil
                endStatement()
                return
            }
        }
    }

    /// Counts the edges between an operand and the one before it.
    private mutating func join(_ top: Int) {
        guard let left = stack[top].left else { return }
        let right = stack[top].operand
        let count = Self.product(left.count, right.count)
        objects = Self.sum(objects, Self.product(count, 1))
        memberships = Self.sum(memberships, Self.product(count, stack.count))
        if edgePlaces.count < Self.placeLimit {
            for tail in left.hashes.prefix(100) {
                for head in right.hashes.prefix(100) {
                    let key = DOTTokenizer.Hash.pair(tail, head)
                    if edgePlaces[key] == nil { edgePlaces[key] = stack[top].statement }
                }
            }
        }
        stack[top].left = nil
    }

    private mutating func attributeLists() {
        while problem == nil, token.kind == .openBracket {
            let opening = token
            advance()
            while problem == nil, token.kind != .closeBracket {
                guard token.isText else {
                    failInList(opening)
                    return
                }
                attributeNames.insert(token.hash)
                let name = token
                skipText()
                guard problem == nil else { return }
                guard token.kind == .equals else {
                    fail("the attribute `\(text(name))` has no value", suggestion: "write `name=value`")
                    return
                }
                advance()
                value()
                if problem == nil, token.kind == .semicolon || token.kind == .comma { advance() }
            }
            if problem == nil { advance() }
        }
    }

    private mutating func value() {
        guard token.isText else {
            let isKeyword = if case .keyword = token.kind { true } else { false }
            fail(
                "expected a value after `=`",
                suggestion: isKeyword
                    ? "`\(text(token))` is a word of DOT; write it in quotes"
                    : "write other than names and numbers in quotes")
            return
        }
        skipText()
    }

    /// Passes over a name or a text with the pieces added to it.
    private mutating func skipText() {
        let first = token
        advance()
        guard first.kind != .word else { return }
        while token.kind == .plus {
            advance()
            guard token.kind == .quoted || token.kind == .html else {
                fail("expected a text in quotes after `+`")
                return
            }
            advance()
        }
    }

    private mutating func endStatement() { if token.kind == .semicolon { advance() } }

    // MARK: - Numbers

    private static let most = 1 << 50

    private static func product(_ a: Int, _ b: Int) -> Int {
        let (value, overflows) = a.multipliedReportingOverflow(by: b)
        return overflows ? most : min(value, most)
    }

    private static func sum(_ a: Int, _ b: Int) -> Int { min(a + b, most) }
}
