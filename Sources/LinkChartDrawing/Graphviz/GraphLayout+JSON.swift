extension GraphLayout {
    /// The layout as JSON in UTF-8: the same members as `Codable` gives, in a fixed order, led by what tells a
    /// program what it reads: `"format": "linkchart-layout"`, `"version": 1`, `"unit": "pt"`, `"y": "down"`.
    ///
    /// Numbers have at most three decimals. `JSONDecoder` reads it back.
    ///
    /// - Complexity: linear in the layout.
    public func json() -> [UInt8] {
        var writer = JSONWriter()
        writer.open("{")
        writer.member("format", text: "linkchart-layout")
        writer.member("version", number: 1)
        writer.member("unit", text: "pt")
        writer.member("y", text: "down")
        writer.member("size", size)
        writer.member("isDirected", flag: isDirected)
        writer.member("label", label)
        writer.list("nodes", nodes) { writer, node in
            writer.member("name", text: node.name)
            writer.member("id", node.id)
            writer.member("centre", node.centre)
            writer.member("size", node.size)
            writer.member("shape", text: node.shape)
            writer.member("label", node.label)
            writer.member("externalLabel", node.externalLabel)
        }
        writer.list("edges", edges) { writer, edge in
            writer.member("tail", number: edge.tail)
            writer.member("head", number: edge.head)
            writer.member("id", edge.id)
            writer.list("curves", edge.curves, inLine: true) { writer, curve in
                writer.points("points", curve.points)
                writer.member("start", curve.start)
                writer.member("end", curve.end)
            }
            writer.member("label", edge.label)
            writer.member("externalLabel", edge.externalLabel)
            writer.member("tailLabel", edge.tailLabel)
            writer.member("headLabel", edge.headLabel)
        }
        writer.list("clusters", clusters) { writer, cluster in
            writer.member("name", text: cluster.name)
            writer.member("id", cluster.id)
            if let parent = cluster.parent { writer.member("parent", number: parent) }
            writer.member("box", cluster.box)
            writer.member("label", cluster.label)
        }
        writer.close("}")
        return writer.bytes + [0x0A]
    }
}

/// Writes JSON with one object of a list a line.
private struct JSONWriter {
    private(set) var bytes: [UInt8] = []
    private var isFirst = true

    mutating func open(_ bracket: String) {
        bytes += bracket.utf8
        isFirst = true
    }

    mutating func close(_ bracket: String) {
        bytes += bracket.utf8
        isFirst = false
    }

    private mutating func key(_ name: String) {
        if !isFirst { bytes += ", ".utf8 }
        isFirst = false
        bytes += "\"\(name)\": ".utf8
    }

    mutating func member(_ name: String, text: String) {
        key(name)
        write(text)
    }

    mutating func member(_ name: String, _ text: String?) {
        if let text { member(name, text: text) }
    }

    mutating func member(_ name: String, number: Int) {
        key(name)
        bytes += "\(number)".utf8
    }

    mutating func member(_ name: String, flag: Bool) {
        key(name)
        bytes += (flag ? "true" : "false").utf8
    }

    mutating func member(_ name: String, _ point: GraphLayout.Point?) {
        guard let point else { return }
        key(name)
        pair(point.x, point.y)
    }

    mutating func member(_ name: String, _ size: GraphLayout.Size) {
        key(name)
        pair(size.width, size.height)
    }

    mutating func member(_ name: String, _ box: GraphLayout.Box) {
        key(name)
        open("{")
        member("origin", box.origin)
        member("size", box.size)
        close("}")
    }

    mutating func member(_ name: String, _ label: GraphLayout.Label?) {
        guard let label else { return }
        key(name)
        open("{")
        member("centre", label.centre)
        member("size", label.size)
        member("text", label.text)
        close("}")
    }

    mutating func points(_ name: String, _ points: [GraphLayout.Point]) {
        key(name)
        bytes += "[".utf8
        for (number, point) in points.enumerated() {
            if number > 0 { bytes += ", ".utf8 }
            pair(point.x, point.y)
        }
        bytes += "]".utf8
    }

    mutating func list<Value>(
        _ name: String, _ values: [Value], inLine: Bool = false, _ body: (inout JSONWriter, Value) -> Void
    ) {
        key(name)
        bytes += "[".utf8
        for (number, value) in values.enumerated() {
            if number > 0 { bytes += ",".utf8 }
            if !inLine { bytes += "\n  ".utf8 }
            open("{")
            body(&self, value)
            close("}")
        }
        bytes += (inLine || values.isEmpty ? "]" : "\n]").utf8
        isFirst = false
    }

    private mutating func pair(_ first: Double, _ second: Double) {
        bytes += "[".utf8
        write(first)
        bytes += ", ".utf8
        write(second)
        bytes += "]".utf8
    }

    private mutating func write(_ number: Double) {
        // A thousandth of a point is less than any printer or screen shows.
        let thousandths = (number * 1000).rounded()
        guard thousandths.magnitude < 1e15 else {
            // JSON has no word for what is not a number.
            bytes += (number.isFinite ? "\(number)" : "0").utf8
            return
        }
        let whole = Int(thousandths)
        if whole < 0 { bytes += "-".utf8 }
        bytes += "\(whole.magnitude / 1000)".utf8
        let rest = whole.magnitude % 1000
        guard rest > 0 else { return }
        var digits = "\(rest + 1000)".dropFirst()
        while digits.last == "0" { digits.removeLast() }
        bytes += ".\(digits)".utf8
    }

    private mutating func write(_ text: String) {
        bytes += "\"".utf8
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): bytes += "\\\"".utf8
            case UInt8(ascii: "\\"): bytes += "\\\\".utf8
            case 0x0A: bytes += "\\n".utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                bytes += ("\\u00" + (digits.utf8.count == 1 ? "0" : "") + digits).utf8
            default: bytes.append(byte)
            }
        }
        bytes += "\"".utf8
    }
}
