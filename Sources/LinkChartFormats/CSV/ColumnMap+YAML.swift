internal import LinkChartModel

extension ColumnMap {
    /// Reads a map from a YAML or JSON mapping.
    ///
    /// A key is a name of ``TableColumn``; its value is a column's name, or a mapping of `column`, `value` (for every
    /// row, or where the column has none) and `means` (from texts to what they mean). `missing` has the texts of empty
    /// cells, `links` a list of such mappings.
    ///
    /// - Throws: ``Failure`` for the first thing that is wrong, with its line and column.
    public init(yaml input: GraphInput) throws(Failure) {
        let (tree, problems) = YAMLReader.parse(input.content)
        let reader = ColumnMapReader(tree: tree, input: input)
        if let problem = problems.first {
            throw reader.failure(problem.range, problem.message, problem.suggestion)
        }
        guard let root = tree.root, tree.kind(root) == .mapping else {
            throw reader.failure(
                tree.root.map { tree.range($0) } ?? SourceRange(offset: 0), "this is no column map",
                "write `source: COLUMN`, one entry a line")
        }
        self = try reader.map(root, isLink: false)
    }
}

/// Reads column maps out of a YAML document.
private struct ColumnMapReader {
    let tree: DocumentTree
    let input: GraphInput

    func failure(_ range: SourceRange, _ message: String, _ suggestion: String?) -> ColumnMap.Failure {
        var places = SourcePlaces()
        let place = input.content.withBytes { places.place(of: range.offset, in: $0) }
        return ColumnMap.Failure(
            message: "\(input.name):\(place.line):\(place.column): \(message)", suggestion: suggestion)
    }

    private func failure(_ item: Int, _ message: String, _ suggestion: String?) -> ColumnMap.Failure {
        failure(tree.range(item), message, suggestion)
    }

    private func members(_ mapping: Int) -> [(key: Int, value: Int)] {
        var members: [(Int, Int)] = []
        tree.forEachMember(mapping) { members.append(($0, $1)) }
        return members
    }

    private func elements(_ sequence: Int) -> [Int] {
        var elements: [Int] = []
        tree.forEachElement(sequence) { elements.append($0) }
        return elements
    }

    private func isScalar(_ item: Int) -> Bool {
        switch tree.kind(item) {
        case .sequence, .mapping, .alias: false
        default: true
        }
    }

    func map(_ mapping: Int, isLink: Bool) throws(ColumnMap.Failure) -> ColumnMap {
        var map = ColumnMap()
        for (key, value) in members(mapping) {
            let name = tree.text(key)
            if name == "missing" {
                map.missing = try texts(value)
            } else if name == "links" {
                map.links = try links(value, isLink: isLink)
            } else if let column = TableColumn(named: name) {
                try read(value, as: column, into: &map)
            } else {
                throw failure(
                    key, "`\(name)` is nothing that a column can stand for", ColumnMap.suggestion(for: name))
            }
        }
        return map
    }

    private func texts(_ value: Int) throws(ColumnMap.Failure) -> Set<String> {
        if isScalar(value) { return [tree.text(value)] }
        let elements = elements(value)
        guard tree.kind(value) == .sequence, elements.allSatisfy(isScalar) else {
            throw failure(
                value, "`missing` has the texts of empty cells", "write it as `missing: [NA, unknown]`")
        }
        return Set(elements.map { tree.text($0) })
    }

    private func links(_ value: Int, isLink: Bool) throws(ColumnMap.Failure) -> [ColumnMap] {
        guard !isLink else {
            throw failure(value, "a link has no links of its own", "put them beside it in the list")
        }
        guard tree.kind(value) == .sequence else {
            throw failure(value, "`links` has a list of links", "begin each with `- source: COLUMN`")
        }
        var links: [ColumnMap] = []
        for element in elements(value) {
            guard tree.kind(element) == .mapping else {
                throw failure(
                    element, "this is no link", "write it as `- source: COLUMN` and what belongs to it")
            }
            links.append(try map(element, isLink: true))
        }
        return links
    }

    private func read(_ value: Int, as column: TableColumn, into map: inout ColumnMap) throws(ColumnMap
        .Failure)
    {
        if isScalar(value), tree.kind(value) != .null {
            let name = tree.text(value)
            guard !name.isEmpty else {
                throw failure(value, "`\(column.rawValue)` names no column", nil)
            }
            map.columns[column] = name
            return
        }
        guard tree.kind(value) == .mapping else {
            throw failure(
                value, "`\(column.rawValue)` names no column",
                "write `\(column.rawValue): COLUMN`, or `\(column.rawValue): {value: TEXT}` for every row")
        }
        for (key, part) in members(value) {
            switch tree.text(key) {
            case "column" where isScalar(part): map.columns[column] = tree.text(part)
            case "value" where isScalar(part): map.constants[column] = tree.text(part)
            case "means" where tree.kind(part) == .mapping: map.meanings[column] = try meanings(part)
            default:
                throw failure(
                    key, "`\(tree.text(key))` says nothing of a column here",
                    "there is `column: NAME`, `value: TEXT` and `means: {TEXT: MEANING}`")
            }
        }
        guard map.columns[column] != nil || map.constants[column] != nil else {
            throw failure(
                value, "`\(column.rawValue)` has neither a column nor a value", "add `column: NAME`")
        }
    }

    private func meanings(_ mapping: Int) throws(ColumnMap.Failure) -> [String: String] {
        var meanings: [String: String] = [:]
        for (key, value) in members(mapping) {
            guard isScalar(value) else { throw failure(value, "a meaning is a single text", nil) }
            meanings[tree.text(key)] = tree.kind(value) == .null ? "" : tree.text(value)
        }
        return meanings
    }
}
