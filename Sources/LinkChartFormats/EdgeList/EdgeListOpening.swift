/// What the first lines of an edge list tell: where it begins and what separates its names, or that it is none.
enum EdgeListOpening {
    /// Lines of edges from an offset on.
    case lines(start: Int, dialect: PairDialect)
    /// A format that would be misread; what it is, and where that shows.
    case otherFormat(name: String, range: SourceRange)

    /// Looks at the first line that is no comment.
    ///
    /// Names are separated by commas if that line has one and blanks alone do not make two or three names of it;
    /// otherwise by blanks, and a comma is part of a name. A first line of well-known column names
    /// (`source target`) is a header and skipped.
    ///
    /// - Parameters:
    ///   - file: all bytes of the file.
    ///   - start: where its text begins, behind a byte order mark.
    /// - Complexity: linear in the length of the comments at the beginning.
    static func find(in file: UnsafeRawBufferPointer, from start: Int) -> EdgeListOpening {
        var position = start
        while position < file.count {
            var end = position
            while end < file.count, file[end] != 0x0A, file[end] != 0x0D { end += 1 }
            // Only the beginning matters, however long a line of a binary file may be.
            let line = String(decoding: file[position..<min(end, position + 4096)], as: UTF8.self)
            if let name = otherFormat(line) {
                return .otherFormat(
                    name: name, range: SourceRange(offset: position, length: min(end - position, 40)))
            }
            let words = line.split { $0 == " " || $0 == "\t" }
            if let first = words.first, first.first != "#", first.first != "%" {
                let dialect = dialect(line, words: words)
                let names =
                    dialect == .blanks
                    ? words.map(String.init) : line.split(separator: ",").map { trimmed($0) }
                let isHeader = TableColumn.areEnds(names)
                return .lines(start: isHeader ? end : position, dialect: dialect)
            }
            position = end + 1
        }
        return .lines(start: start, dialect: .blanks)
    }

    private static func dialect(_ line: String, words: [Substring]) -> PairDialect {
        guard line.contains(",") else { return .blanks }
        let areNames = words.allSatisfy { $0.first != "," && $0.last != "," }
        return areNames && (2...3).contains(words.count) ? .blanks : .commas
    }

    private static func trimmed(_ text: Substring) -> String {
        let start = text.drop { $0 == " " || $0 == "\t" }
        guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
        return String(start[...last])
    }

    private static func otherFormat(_ line: String) -> String? {
        let lowered = line.prefix(40).lowercased()
        if lowered.hasPrefix("%%matrixmarket") {
            return "a matrix in MatrixMarket format, whose first line of numbers gives its size"
        }
        if lowered.hasPrefix("*vertices") || lowered.hasPrefix("*network") || lowered.hasPrefix("*arcs") {
            return "a network in Pajek format"
        }
        if lowered.hasPrefix("<") { return "XML" }
        if lowered.hasPrefix("{") || lowered.hasPrefix("[") { return "JSON" }
        let words = lowered.split { $0 == " " || $0 == "{" || $0 == "\t" }
        if line.contains("{"), let first = words.first, ["strict", "graph", "digraph"].contains(first) {
            return "a drawing in DOT"
        }
        if words == ["graph", "["] || words == ["graph["] { return "a graph in GML" }
        return nil
    }
}
