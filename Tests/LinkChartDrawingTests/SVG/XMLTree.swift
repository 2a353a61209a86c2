import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// XML as libxml2 reads it: an opinion independent of the code under test.
final class XMLTree {
    let name: String
    let attributes: [String: String]
    var children: [XMLTree] = []
    /// Text directly within the element.
    var text = ""

    init(name: String, attributes: [String: String]) {
        self.name = name
        self.attributes = attributes
    }

    /// The outermost element, or why there is none.
    static func parse(_ bytes: [UInt8]) -> Result<XMLTree, ParseFailure> {
        let delegate = Builder()
        let parser = XMLParser(data: Data(bytes))
        parser.shouldResolveExternalEntities = false
        parser.delegate = delegate
        guard parser.parse(), let root = delegate.root else {
            return .failure(
                ParseFailure(
                    line: parser.lineNumber, column: parser.columnNumber,
                    message: parser.parserError.map { "\($0)" } ?? "no element"))
        }
        return .success(root)
    }

    struct ParseFailure: Error {
        var line: Int
        var column: Int
        var message: String
    }

    /// This element and all within it, in document order.
    var all: [XMLTree] { [self] + children.flatMap(\.all) }

    func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

    func child(_ name: String) -> XMLTree? { children.first { $0.name == name } }

    func element(id: String) -> XMLTree? { all.first { $0.attributes["id"] == id } }

    /// What is written in this group, line by line; Graphviz writes repeated spaces as no-break spaces.
    var lines: [String] {
        all("text").map { $0.text.replacingOccurrences(of: "\u{A0}", with: " ") }
    }

    /// Everything but the space between elements.
    var outline: String {
        let attributes = attributes.sorted { $0.key < $1.key }.map { " \($0.key)=\($0.value)" }.joined()
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        return "(\(name)\(attributes) \(text)\(children.map(\.outline).joined()))"
    }

    private final class Builder: NSObject, XMLParserDelegate {
        var root: XMLTree?
        private var stack: [XMLTree] = []

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
            attributes: [String: String]
        ) {
            let element = XMLTree(name: name, attributes: attributes)
            stack.last?.children.append(element)
            if root == nil { root = element }
            stack.append(element)
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            stack.removeLast()
        }

        func parser(_ parser: XMLParser, foundCharacters text: String) {
            stack.last?.text += text
        }
    }
}
