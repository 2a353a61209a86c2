/// Contents that can't be any graph, told before a reader tries to make sense of them.
enum NoData {
    /// Nothing but zero bytes where a text should begin: a file that was reserved and never written.
    case zeros
    /// A page of the web, as servers send it in place of a file that they do not have.
    case webPage

    /// How many zero bytes a file must begin with, if it has as many, to be taken for none.
    private static let zeroCount = 64

    /// Looks at the beginning of a content; nil if it may be something.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        if !bytes.isEmpty, bytes.prefix(Self.zeroCount).allSatisfy({ $0 == 0 }) {
            self = .zeros
        } else if Self.isWebPage(bytes.prefix(4_096)) {
            self = .webPage
        } else {
            return nil
        }
    }

    /// Whether a text begins as HTML does, after an XML declaration and comments.
    private static func isWebPage(_ head: some Collection<UInt8>) -> Bool {
        var text = String(decoding: head, as: UTF8.self).lowercased()[...]
        if text.first == "\u{FEFF}" { text.removeFirst() }
        while true {
            text = text.drop { $0.isWhitespace }
            if text.hasPrefix("<?"), let end = text.firstIndex(of: ">") {
                text = text[text.index(after: end)...]
            } else if text.hasPrefix("<!--"), let end = text.end(of: "-->") {
                text = text[end...]
            } else {
                break
            }
        }
        return ["<!doctype html", "<html>", "<html "].contains { text.hasPrefix($0) }
    }
}

extension Substring {
    /// Where a text ends that stands in it; nil if it does not.
    fileprivate func end(of text: String) -> Index? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

extension GraphBuilder {
    /// Reports that an input is no text that could be read.
    mutating func report(_ noData: NoData) {
        switch noData {
        case .zeros:
            report(
                .nulByte, "the file begins with zero bytes: nothing was ever written here, or it is no text",
                at: SourceRange(offset: 0), suggestion: "fetch or copy it again")
        case .webPage:
            report(
                .webPage, "the file is a page of the web, not data", at: SourceRange(offset: 0),
                suggestion: "open it in a browser: it may say why, or where the file itself is")
        }
    }
}
