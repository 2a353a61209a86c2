import LinkChartModel

@testable import LinkChartFormats

/// An edge list read line by line with the standard library's strings: slow, and plain enough to be right.
struct NaivePairs {
    var names: [String] = []
    var edges: [[Int]] = []
    var weights: [Double?] = []
    var issues: [PairIssue.Kind] = []
    private var numbers: [String: Int] = [:]

    init(_ text: String, separators: Set<Character>, collapses: Bool) {
        // A carriage return with its line feed is one character to Swift.
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: { "\n\r\r\n".contains($0) })
        {
            read(line, separators: separators, collapses: collapses)
        }
    }

    private mutating func read(_ line: Substring, separators: Set<Character>, collapses: Bool) {
        var columns = line.split(omittingEmptySubsequences: collapses) { separators.contains($0) }.map(
            Self.trimmed)
        if Self.trimmed(line).isEmpty { return }
        if let comment = columns.firstIndex(where: { $0.first == "#" || $0.first == "%" }) {
            columns.removeSubrange(comment...)
            if columns.isEmpty { return }
        }
        if line.utf8.contains(0) { return issues.append(.zeroByte) }
        if columns.count < 2 || columns[0].isEmpty || columns[1].isEmpty { return issues.append(.oneColumn) }
        if columns.count > 3 { return issues.append(.tooManyColumns) }
        var weight: Double?
        if columns.count == 3, !columns[2].isEmpty, columns[2] != "{}" {
            if ["nan", "-inf"].contains(columns[2].lowercased()) { return issues.append(.weightIsNotFinite) }
            guard let number = Double(columns[2]) else { return issues.append(.weightIsNoNumber) }
            weight = number
        }
        edges.append([number(of: columns[0]), number(of: columns[1])])
        weights.append(weight)
    }

    private mutating func number(of name: Substring) -> Int {
        if let number = numbers[String(name)] { return number }
        numbers[String(name)] = names.count
        names.append(String(name))
        return names.count - 1
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
