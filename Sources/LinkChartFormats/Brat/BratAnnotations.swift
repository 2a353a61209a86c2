/// The annotations of a file in the standoff format of the brat tool and the BioNLP shared tasks.
struct BratAnnotations {
    /// A stretch of the text, in characters from 0.
    struct Span: Hashable {
        var start: Int
        var end: Int
    }

    /// `T1<tab>Person 0 5;8 12<tab>Barack`: a mention, or the trigger of an event.
    struct TextBound {
        var type: String
        var spans: [Span]
        var text: String
        var range: SourceRange
    }

    /// `R1<tab>Located Arg1:T1 Arg2:T2`, `E1<tab>Attack:T3 Target:T1`: a relation, or an event with its trigger.
    struct Frame {
        var type: String
        /// The text that an event is told by; nil for a relation.
        var trigger: String?
        var arguments: [(role: String, target: String)]
        var range: SourceRange
    }

    /// What is said of an annotation: `M1<tab>Negation E1`, `A1<tab>Confidence E1 High`, `N1<tab>Reference T1 Wikidata:Q1<tab>…`,
    /// `#1<tab>AnnotatorNotes T1<tab>…`.
    struct Remark {
        var sort: Character
        var name: String
        var target: String
        var value: String
        var text: String
        var range: SourceRange
    }

    private(set) var order: [String] = []
    private(set) var textBounds: [String: TextBound] = [:]
    private(set) var frames: [String: Frame] = [:]
    private(set) var remarks: [Remark] = []
    private(set) var equivalences: [(members: [String], range: SourceRange)] = []

    /// Reads a file line by line; what can't be read is reported and left out.
    init(_ input: GraphInput, _ builder: inout GraphBuilder) {
        input.content.withBytes { bytes in
            var start = input.contentStart
            while start < bytes.count {
                var end = start
                // Line ends of all three sorts; between the two bytes of one there is an empty line.
                while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
                if end > start {
                    let line = String(decoding: bytes[start..<end], as: UTF8.self)
                    read(line, at: SourceRange(offset: start, length: end - start), &builder)
                }
                start = end + 1
            }
        }
    }

    private mutating func read(_ line: String, at range: SourceRange, _ builder: inout GraphBuilder) {
        let fields = line.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false).map(
            String.init)
        guard let sort = fields[0].first, !line.allSatisfy(\.isWhitespace) else { return }
        let id = fields[0]
        let words = fields.count > 1 ? fields[1].split(separator: " ").map(String.init) : []
        guard !words.isEmpty else {
            report(
                line, "an annotation is `ID<tab>type …`, with a tab after the identifier", at: range, &builder
            )
            return
        }
        switch sort {
        case "T": readTextBound(id, fields, at: range, &builder)
        case "R", "E":
            if let frame = frame(sort, words, at: range) {
                add(id, at: range, &builder) { $0.frames[id] = frame }
            } else {
                report(
                    line,
                    sort == "E"
                        ? "an event is `E1<tab>Type:T1 Role:T2`"
                        : "a relation is `R1<tab>Type Arg1:T1 Arg2:T2`",
                    at: range, &builder)
            }
        case "*":
            if words[0] == "Equiv", words.count > 2 {
                equivalences.append((Array(words.dropFirst()), range))
            } else {
                report(line, "an equivalence is `*<tab>Equiv T1 T2`", at: range, &builder)
            }
        case "A", "M", "N", "#":
            guard words.count > 1 else {
                report(line, "it does not say what it is about", at: range, &builder)
                return
            }
            remarks.append(
                Remark(
                    sort: sort, name: words[0], target: words[1],
                    value: words.dropFirst(2).joined(separator: " "), text: fields.count > 2 ? fields[2] : "",
                    range: range))
        default: report(line, "no annotation begins with `\(sort)`", at: range, &builder)
        }
    }

    private mutating func readTextBound(
        _ id: String, _ fields: [String], at range: SourceRange, _ builder: inout GraphBuilder
    ) {
        let parts = fields[1].split(separator: " ", maxSplits: 1).map(String.init)
        var spans: [Span] = []
        for piece in (parts.count > 1 ? parts[1] : "").split(separator: ";") {
            let numbers = piece.split(separator: " ").map { Int($0) }
            guard numbers.count == 2, let start = numbers[0], let end = numbers[1], start >= 0, end >= start
            else {
                spans = []
                break
            }
            spans.append(Span(start: start, end: end))
        }
        guard !spans.isEmpty else {
            report(id, "a mention is `T1<tab>Type 0 5<tab>text`", at: range, &builder)
            return
        }
        let bound = TextBound(
            type: parts[0], spans: spans, text: fields.count > 2 ? fields[2] : "", range: range)
        add(id, at: range, &builder) { $0.textBounds[id] = bound }
    }

    private func frame(_ sort: Character, _ words: [String], at range: SourceRange) -> Frame? {
        var arguments: [(role: String, target: String)] = []
        for word in words {
            guard let colon = word.firstIndex(of: ":") else { continue }
            arguments.append((String(word[..<colon]), String(word[word.index(after: colon)...])))
        }
        if sort == "E" {
            guard words[0].contains(":"), let trigger = arguments.first, !trigger.target.isEmpty else {
                return nil
            }
            return Frame(
                type: trigger.role, trigger: trigger.target, arguments: Array(arguments.dropFirst()),
                range: range)
        }
        guard !words[0].contains(":"), arguments.count >= 2 else { return nil }
        return Frame(type: words[0], trigger: nil, arguments: arguments, range: range)
    }

    private mutating func add(
        _ id: String, at range: SourceRange, _ builder: inout GraphBuilder, _ body: (inout Self) -> Void
    ) {
        guard textBounds[id] == nil, frames[id] == nil else {
            builder.report(
                .duplicateNode, "an annotation `\(id)` is already there", at: range,
                suggestion: "give one of them another identifier")
            builder.reportSkipped("annotation with an identifier that is taken", id, at: range)
            return
        }
        order.append(id)
        body(&self)
    }

    private func report(
        _ raw: String, _ message: String, at range: SourceRange, _ builder: inout GraphBuilder
    ) {
        builder.report(
            .badAnnotation, "this is no annotation: \(message)", at: range, suggestion: "it is left out")
        builder.reportSkipped("annotation that can't be read", raw, at: range)
    }
}
