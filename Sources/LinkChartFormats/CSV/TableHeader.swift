internal import LinkChartModel

/// What the columns of a table stand for.
struct TableHeader {
    /// What the rows of a table are.
    enum Shape: Equatable {
        case nodes
        case edges
        /// Neither: no column names a node's identifier or an edge's ends.
        case unknown
    }

    /// The columns' names as they are written; numbers from 1 in a table without a header row.
    let names: [String]
    /// What the rows are.
    private(set) var shape = Shape.unknown
    /// What each column stands for; nil for an attribute.
    private(set) var roles: [TableColumn?]
    /// The position of the column that stands for something.
    private(set) var positions: [TableColumn: Int] = [:]
    /// Entries of the column map that name no column here.
    private(set) var missing: [(column: TableColumn, name: String)] = []
    /// What the map says of the cells.
    private(set) var rules = CellRules()
    /// Whether columns that stand for nothing are kept as attributes, all but these.
    private var leftOut: Set<Int>? = []

    /// Finds out what columns of these names stand for.
    ///
    /// - Parameters:
    ///   - names: the columns' names.
    ///   - map: which column stands for what, where the names would not tell. If it has links, they alone are heeded,
    ///     and names tell nothing.
    init(_ names: [String], map: ColumnMap) {
        guard map.links.isEmpty else {
            self = Self.parts(names, map: map).first { $0.shape == .edges } ?? TableHeader(names, only: map)
            return
        }
        self.init(names, only: map)
        shape = .unknown
        findShape(names.map { foldedKey($0) })
    }

    /// The headers of the nodes and of the links that a map with several links finds in each row.
    static func parts(_ names: [String], map: ColumnMap) -> [TableHeader] {
        let ofNodes: Set<TableColumn> = [.id, .kind, .name, .aliases, .subtype, .isSource]
        var root = map
        root.links = []
        var common = root
        for column in ofNodes {
            common.columns[column] = nil
            common.constants[column] = nil
            common.meanings[column] = nil
        }
        var parts: [TableHeader] = []
        let own = TableHeader(names, only: root)
        if own.shape != .unknown { parts.append(own) }
        let hasNodes = own.shape == .nodes
        for link in map.links {
            var whole = common
            whole.merge(link)
            parts.append(TableHeader(names, only: whole))
        }
        let used = parts.reduce(into: Set<Int>()) { $0.formUnion($1.positions.values) }
        for number in parts.indices {
            // What no part uses is the node's, or else each link's.
            parts[number].leftOut = hasNodes && number > 0 ? nil : used
        }
        return parts
    }

    /// The columns of a map and no others.
    private init(_ names: [String], only map: ColumnMap) {
        self.names = names
        roles = [TableColumn?](repeating: nil, count: names.count)
        let keys = names.map { foldedKey($0) }
        for (column, name) in map.columns.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            let position =
                names.firstIndex(of: name) ?? keys.firstIndex(of: foldedKey(name))
                ?? Int(name).flatMap { (1...max(1, names.count)).contains($0) ? $0 - 1 : nil }
            if let position, roles[position] == nil {
                assign(column, position)
            } else if let position {
                // One column may stand for two things, such as an identifier and a name, and mean other things as each.
                let own = [column, roles[position] ?? column]
                let isReadAlike = own.allSatisfy { map.meanings[$0] == nil && map.constants[$0] == nil }
                positions[column] = isReadAlike ? position : rules.add(secondReadingOf: position)
            } else {
                missing.append((column, name))
            }
        }
        for (column, text) in map.constants.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            if let position = positions[column] {
                rules.add(default: text, of: position)
            } else if map.columns[column] == nil {
                positions[column] = rules.add(constant: text)
            }
        }
        for (column, meanings) in map.meanings {
            if let position = positions[column] { rules.add(meanings, of: position) }
        }
        rules.add(missing: map.missing)
        if positions[.source] != nil && positions[.target] != nil {
            shape = .edges
        } else if positions[.source] == nil, positions[.target] == nil,
            positions[.id] != nil || positions[.name] != nil
        {
            shape = .nodes
        }
    }

    private mutating func assign(_ column: TableColumn, _ position: Int) {
        roles[position] = column
        positions[column] = position
    }

    /// The first column that is free and has one of these names.
    private func free(_ names: [String], _ keys: [String]) -> Int? {
        for name in names {
            if let position = keys.indices.first(where: { keys[$0] == name && roles[$0] == nil }) {
                return position
            }
        }
        return nil
    }

    private mutating func findShape(_ keys: [String]) {
        if positions[.source] != nil || positions[.target] != nil {
            assignMissingEnd(keys)
        } else {
            assignEnds(keys)
        }
        if positions[.source] != nil && positions[.target] != nil {
            shape = .edges
            assignRest(TableColumn.edgeNames, keys)
            return
        }
        guard positions[.source] == nil && positions[.target] == nil else { return }
        assignRest(TableColumn.nodeNames, keys)
        if positions[.id] != nil || positions[.name] != nil { shape = .nodes }
    }

    private mutating func assignMissingEnd(_ keys: [String]) {
        for ends in TableColumn.endNames {
            if positions[.source] == nil, let position = free(ends.source, keys) { assign(.source, position) }
            if positions[.target] == nil, let position = free(ends.target, keys) { assign(.target, position) }
        }
    }

    private mutating func assignEnds(_ keys: [String]) {
        // Whatever is called or numbered can begin and end in time.
        let isOfThings = keys.contains { ["id", "name", "kind", "title"].contains($0) }
        for ends in TableColumn.endNames where !(ends.isDoubtful && isOfThings) {
            if let source = free(ends.source, keys), let target = free(ends.target, keys) {
                assign(.source, source)
                assign(.target, target)
                return
            }
        }
    }

    private mutating func assignRest(_ names: [(column: TableColumn, names: [String])], _ keys: [String]) {
        for (column, names) in names where positions[column] == nil {
            if let position = free(names, keys) { assign(column, position) }
        }
    }

    /// Whether the table holds nothing but edges and perhaps weights, in the order of an edge list.
    var isPlain: Bool {
        guard shape == .edges, rules.isEmpty, positions[.source] == 0, positions[.target] == 1,
            positions.count == names.count
        else { return false }
        return names.count == 2 || (names.count == 3 && positions[.weight] == 2)
    }

    /// The attributes' names: a column without a name is called by its number, and of columns that share a name all
    /// but the first get their numbers appended.
    var attributeNames: [String] {
        var taken: Set<String> = []
        return names.indices.map { position in
            if roles[position] != nil { return "" }
            let name = names[position].isEmpty ? "column \(position + 1)" : names[position]
            return taken.insert(name).inserted ? name : "\(name) \(position + 1)"
        }
    }

    /// Whether a column that stands for nothing is kept as an attribute.
    func isKept(_ position: Int) -> Bool { leftOut.map { !$0.contains(position) } ?? false }

    /// Columns whose names are those of earlier ones.
    var repeated: [Int] {
        var seen: Set<String> = []
        return names.indices.filter { !names[$0].isEmpty && !seen.insert(names[$0]).inserted }
    }
}
