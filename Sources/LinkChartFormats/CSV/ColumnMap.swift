internal import LinkChartModel

/// What the columns of a table stand for and what their cells mean, where the columns' names would not tell.
///
/// As an option it is written `source=Angreifer,target=Ziel,relation="Art, genau"`: the names of ``TableColumn``,
/// then the columns' names, in quotes where they hold a comma or a quote (which is doubled). Columns are compared
/// without case and punctuation if none has the very name. Numbers count columns from 1; if no column is called so,
/// the table has no header row.
///
/// In a file it is a YAML mapping of the same keys, which can say more: values that hold for every row, what the words
/// of a column mean, which cells are empty, and several links a row; see <doc:TablesAndColumnMaps>.
public struct ColumnMap: Hashable, Sendable {
    /// The columns' names by what they stand for.
    public var columns: [TableColumn: String]
    /// What holds for every row, where no column tells.
    public var constants: [TableColumn: String] = [:]
    /// What the texts of a column mean: texts are compared without case and punctuation if none is the very text; one
    /// that means an empty text is taken for an empty cell.
    public var meanings: [TableColumn: [String: String]] = [:]
    /// What stands in cells that have no value, such as `NA`.
    public var missing: Set<String> = []
    /// The links of a row, where there are several, or where the row is of a node as well; each also has what the map
    /// itself says.
    public var links: [ColumnMap] = []

    /// A map; without arguments, an empty one.
    public init(_ columns: [TableColumn: String] = [:]) { self.columns = columns }

    /// What is wrong with the text of a map.
    public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
        /// What is wrong.
        public var message: String
        /// What would be right, if that can be told.
        public var suggestion: String?

        public var description: String { suggestion.map { "\(message); \($0)" } ?? message }
    }

    /// Whether it says nothing.
    public var isEmpty: Bool { self == ColumnMap() }

    /// Takes over what another map says; where both say something, the other counts.
    public mutating func merge(_ other: ColumnMap) {
        for column in Set(other.columns.keys).union(other.constants.keys) {
            columns[column] = other.columns[column]
            constants[column] = other.constants[column]
            meanings[column] = nil
        }
        meanings.merge(other.meanings) { $1 }
        missing.formUnion(other.missing)
        links += other.links
    }

    /// Reads a map as it is written in an option.
    ///
    /// - Throws: ``Failure`` for an entry without `=`, without a column or with a key that ``TableColumn`` does not have.
    public init(parsing text: some StringProtocol) throws(Failure) {
        var entries: [String: String] = [:]
        for entry in try Self.entries(String(text)) {
            guard let sign = entry.firstIndex(where: { $0.character == "=" && !$0.isQuoted }) else {
                let written = String(entry.map(\.character))
                throw Failure(
                    message: "`\(written)` in the column map has no `=`",
                    suggestion: "write it as source=\(written)")
            }
            let key = Self.trimmed(entry[..<sign])
            guard entries[key] == nil else { throw Failure(message: "the column map has `\(key)` twice") }
            entries[key] = Self.trimmed(entry[(sign + 1)...])
        }
        try self.init(entries: entries)
    }

    /// Reads a map as it is given on the command line: an option's text, or the path of a YAML file, which has no `=`.
    ///
    /// - Throws: ``Failure``, or ``FileError`` if the file can't be read.
    public init(argument: String) throws {
        if argument.contains("=") {
            try self.init(parsing: argument)
        } else {
            try self.init(yaml: try GraphInput(path: argument))
        }
    }

    /// A map from the names of ``TableColumn`` to columns' names.
    ///
    /// - Throws: ``Failure`` for the first key, in alphabetical order, that is no name of ``TableColumn``, or that has an
    ///   empty column.
    public init(entries: [String: String]) throws(Failure) {
        columns = [:]
        for (key, name) in entries.sorted(by: { $0.key < $1.key }) {
            guard let column = TableColumn(named: key) else {
                throw Failure(
                    message: "`\(key)` in the column map is nothing that a column can stand for",
                    suggestion: Self.suggestion(for: key))
            }
            guard !name.isEmpty else {
                throw Failure(message: "`\(key)` in the column map names no column")
            }
            columns[column] = name
        }
    }

    /// What a key that is no role was probably meant to be.
    static func suggestion(for key: String) -> String {
        TableColumn.nearest(to: key).map { "did you mean `\($0)`?" }
            ?? "one of " + TableColumn.allCases.map(\.rawValue).joined(separator: ", ")
    }

    private struct Letter {
        var character: Character
        var isQuoted: Bool
    }

    /// The text cut at commas outside quotes.
    private static func entries(_ text: String) throws(Failure) -> [[Letter]] {
        var entries: [[Letter]] = [[]]
        var isQuoted = false
        var closed = false
        for character in text {
            if character == "\"" {
                // A quote right after a closing one stands for itself.
                if closed && !isQuoted {
                    entries[entries.count - 1].append(Letter(character: "\"", isQuoted: true))
                }
                isQuoted.toggle()
                closed = !isQuoted
                continue
            }
            closed = false
            if character == "," && !isQuoted {
                entries.append([])
            } else {
                entries[entries.count - 1].append(Letter(character: character, isQuoted: isQuoted))
            }
        }
        guard !isQuoted else { throw Failure(message: "a quote in the column map is never closed") }
        return entries.filter { entry in entry.contains { $0.isQuoted || !$0.character.isWhitespace } }
    }

    private static func trimmed(_ letters: ArraySlice<Letter>) -> String {
        var letters = letters
        while let first = letters.first, !first.isQuoted, first.character.isWhitespace {
            letters.removeFirst()
        }
        while let last = letters.last, !last.isQuoted, last.character.isWhitespace { letters.removeLast() }
        return String(letters.map(\.character))
    }
}
