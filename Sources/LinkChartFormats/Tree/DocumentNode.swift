/// A value of a YAML or JSON document that knows where it stands, for files that are no graphs: whoever reads one can
/// say of anything in it `file:line:column`.
public struct DocumentNode: Sendable {
    /// What it is.
    public enum Content: Sendable {
        /// Nothing.
        case null
        /// A truth value.
        case bool(Bool)
        /// A number, whole or not.
        case number(Double)
        /// Any other text.
        case string(String)
        /// Values in order.
        case list([DocumentNode])
        /// Keys, each with its value, in order; of a key that stands twice the first.
        case mapping([(key: DocumentNode, value: DocumentNode)])
    }

    /// What it is.
    public var content: Content
    /// The text of a scalar as it was written, without quotes and escapes; empty for lists and mappings.
    public var text: String
    /// `file:line:column`, the latter two from 1.
    public var place: String

    /// Reads a document.
    ///
    /// - Parameter input: YAML 1.2 or JSON.
    /// - Returns: the one value that holds all others; nil of an empty document.
    /// - Throws: ``DocumentError`` with the first error of syntax, a key that stands twice among them.
    /// - Complexity: linear in the text.
    public static func read(_ input: GraphInput) throws(DocumentError) -> DocumentNode? {
        let (tree, problems) = YAMLReader.parse(input.content)
        var places = SourcePlaces()
        func place(_ range: SourceRange) -> String {
            let place = input.content.withBytes { places.place(of: range.offset, in: $0) }
            return "\(input.name):\(place.line):\(place.column)"
        }
        if let problem = problems.first {
            throw DocumentError(
                message: "\(place(problem.range)): \(problem.message)", suggestion: problem.suggestion)
        }
        func node(_ item: Int) -> DocumentNode {
            let text = tree.text(item)
            let content: Content
            switch tree.kind(item) {
            case .null: content = .null
            case .bool: content = .bool(text.lowercased() == "true")
            case .integer, .number:
                let number = CoreSchema.integer(text).map(Double.init) ?? CoreSchema.double(text)
                content = number.map { .number($0) } ?? .string(text)
            // An alias is what it stands for, so that its own case does not occur.
            case .string, .alias: content = .string(text)
            case .sequence:
                var elements: [DocumentNode] = []
                tree.forEachElement(item) { elements.append(node($0)) }
                content = .list(elements)
            case .mapping:
                var members: [(DocumentNode, DocumentNode)] = []
                tree.forEachMember(item) { members.append((node($0), node($1))) }
                content = .mapping(members)
            }
            return DocumentNode(content: content, text: text, place: place(tree.range(item)))
        }
        return tree.root.map(node)
    }
}

/// What is wrong with a document.
public struct DocumentError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What, with its place.
    public var message: String
    /// What would be right, if that can be told.
    public var suggestion: String?

    /// An error.
    public init(message: String, suggestion: String? = nil) {
        self.message = message
        self.suggestion = suggestion
    }

    /// An error at a value.
    public init(_ message: String, at node: DocumentNode, suggestion: String? = nil) {
        self.init(message: "\(node.place): \(message)", suggestion: suggestion)
    }

    /// One sentence for people.
    public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
}
