internal import LinkChartModel

/// What a column map says of the cells of a table beside which column stands for what.
struct CellRules {
    /// The positions from here on are no columns, but values that hold for every row.
    static let firstConstant = 1 << 30
    /// The positions from here on are columns that stand for a second thing, and may mean something else as that.
    static let firstAlias = 1 << 29

    private var constants: [String] = []
    private var aliases: [Int] = []
    private var defaults: [Int: String] = [:]
    private var meanings: [Int: Meanings] = [:]
    private var missing: Set<String> = []
    /// Whether cells mean what they say.
    private(set) var isEmpty = true

    private struct Meanings {
        var exact: [String: String]
        var folded: [String: String] = [:]

        init(_ meanings: [String: String]) {
            exact = meanings
            // In order, so that of two texts that are folded alike the same one counts every time.
            for (text, meaning) in meanings.sorted(by: { $0.key < $1.key }) {
                let key = foldedKey(text)
                if !key.isEmpty, folded[key] == nil { folded[key] = meaning }
            }
        }

        func meaning(of text: String) -> String { exact[text] ?? folded[foldedKey(text)] ?? text }
    }

    /// Adds what holds for every row; returns the position that stands for it.
    mutating func add(constant: String) -> Int {
        isEmpty = false
        constants.append(constant)
        return Self.firstConstant + constants.count - 1
    }

    /// Adds a second reading of a column; returns the position that stands for it.
    mutating func add(secondReadingOf column: Int) -> Int {
        isEmpty = false
        aliases.append(column)
        return Self.firstAlias + aliases.count - 1
    }

    /// The column of a second reading; nil if the position is none of one.
    func column(ofSecondReading position: Int) -> Int? {
        let number = position - Self.firstAlias
        return aliases.indices.contains(number) ? aliases[number] : nil
    }

    /// Says what a column's cells mean where they are empty.
    mutating func add(default text: String, of column: Int) {
        isEmpty = false
        defaults[column] = text
    }

    /// Says what the texts of a column mean.
    mutating func add(_ meanings: [String: String], of column: Int) {
        guard !meanings.isEmpty else { return }
        isEmpty = false
        self.meanings[column] = Meanings(meanings)
    }

    /// Says which texts stand for nothing, in all columns.
    mutating func add(missing texts: Set<String>) {
        missing.formUnion(texts)
        if !texts.isEmpty { isEmpty = false }
    }

    /// What a cell means.
    ///
    /// - Parameters:
    ///   - text: what stands there; nil for nothing.
    ///   - position: the column's, or that of a constant.
    func meaning(of text: String?, at position: Int) -> String? {
        guard position < Self.firstConstant else { return constants[position - Self.firstConstant] }
        guard let text, !missing.contains(text) else { return defaults[position] }
        let meaning = meanings[position]?.meaning(of: text) ?? text
        return meaning.isEmpty ? defaults[position] : meaning
    }
}
