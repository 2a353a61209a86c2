internal import LinkChartModel

/// Reads what the formats of JSON graphs have in common.
extension GraphBuilder {
    /// Parses an input, reports what is wrong with its syntax, and gives its outermost object or array.
    mutating func parseJSON(_ input: GraphInput) -> (tree: DocumentTree, root: Int)? {
        let (tree, problems) = JSONParser.parse(input.content)
        for problem in problems {
            report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
        }
        return tree.root.map { (tree, $0) }
    }

    /// Adds the members of an object to attributes that stand for something else too; what has no place of its own
    /// there goes under the object's own name.
    mutating func merge(
        _ tree: DocumentTree, _ item: Int, named name: String, into attributes: inout Attributes
    ) {
        guard tree.kind(item) == .mapping else {
            if tree.kind(item) != .null { attributes[name] = value(tree, item) }
            return
        }
        var rest: Attributes = [:]
        tree.forEachMember(item) { key, value in
            let member = tree.text(key)
            if attributes[member] == nil {
                attributes[member] = self.value(tree, value)
            } else {
                rest[member] = self.value(tree, value)
            }
        }
        if !rest.isEmpty { attributes[name] = .object(rest) }
    }

    /// The text that names a node: numbers count as the texts that they are written as.
    mutating func identifier(_ tree: DocumentTree, _ item: Int?) -> String? {
        guard let item else { return nil }
        switch tree.kind(item) {
        case .string, .integer, .number: return tree.text(item)
        case .bool, .null, .sequence, .mapping, .alias:
            reportWrongType(tree, item, "a node is named by a text")
            return nil
        }
    }
}

extension FormatHead {
    /// The keys of the outermost object, as far as they are seen.
    var outermostKeys: Set<String> {
        var keys: Set<String> = []
        var depth = 0
        var key: [UInt8] = []
        var isText = false
        var isEscaped = false
        for byte in text.utf8 {
            if isText {
                if isEscaped {
                    isEscaped = false
                } else if byte == 0x5C {
                    isEscaped = true
                } else if byte == 0x22 {
                    isText = false
                } else if depth == 1, key.count < 64 {
                    key.append(byte)
                }
                continue
            }
            switch byte {
            case 0x22:
                isText = true
                if depth == 1 { key = [] }
            case 0x3A where depth == 1: keys.insert(String(decoding: key, as: UTF8.self))
            case 0x7B, 0x5B: depth += 1
            case 0x7D, 0x5D: depth -= 1
            default: break
            }
        }
        return keys
    }
}
