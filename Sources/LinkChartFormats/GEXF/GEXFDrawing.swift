internal import LinkChartModel

/// How GEXF draws a node or an edge: elements of their own, an attribute `viz` here.
enum GEXFDrawing {
    /// The attribute's name.
    static let name = "viz"
    private static let elements: Set<String> = ["color", "position", "size", "shape", "thickness"]

    /// Whether an attribute's value can be written as elements that read back as the same.
    static func holds(_ value: AttributeValue) -> Bool {
        guard case .object(let drawing) = value, !drawing.isEmpty else { return false }
        return drawing.allSatisfy { name, value in
            guard elements.contains(name) else { return false }
            guard case .object(let parts) = value else { return isPlain(value) }
            let isAlone = parts.count == 1 && parts.first?.name == "value"
            return !isAlone && !parts.isEmpty && parts.allSatisfy { isName($0.name) && isPlain($0.value) }
        }
    }

    /// Writes the elements.
    static func write(_ value: AttributeValue, to out: inout OutputBuffer) {
        guard case .object(let drawing) = value else { return }
        for (name, value) in drawing {
            out.append("        <viz:\(name)")
            var parts: Attributes = ["value": value]
            if case .object(let several) = value { parts = several }
            for (name, value) in parts {
                guard let text = XMLText.text(of: value) else { continue }
                out.append(" \(name)=\"")
                XMLText.append(text, isAttribute: true, to: &out.bytes)
                out.append("\"")
            }
            out.append("/>\n")
        }
    }

    /// A number, or a text that none is read from.
    private static func isPlain(_ value: AttributeValue) -> Bool {
        switch value {
        case .number(let number): !number.isNaN
        case .string(let text): XMLText.canHold(text) && DeclaredType.double.value(text) == nil
        case .null, .bool, .integer, .list, .object: false
        }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 }
            && !name.lowercased().hasPrefix("xml")
    }
}
