/// What the model of FollowTheMoney says of its schemata: what they extend, which are edges, and which properties they
/// have.
///
/// The facts are those of version 4.11.2, with the model's documentation at <https://followthemoney.tech>.
struct FTMModel: Sendable {
    /// What a property holds.
    enum ValueType: Character, Sendable {
        case text = "s"
        case date = "d"
        case country = "c"
        case url = "u"
        case email = "e"
        case language = "l"
        case topic = "t"
        case gender = "g"
        case mimeType = "m"
        case ip = "i"
        case checksum = "h"
        case phone = "p"
        case number = "n"
        case name = "a"
        case entity = ":"
    }

    struct Property: Sendable {
        var type: ValueType
        /// Of an entity, the schema that it must have.
        var range: String?
    }

    struct Schema: Sendable {
        var name: String
        var parents: [String] = []
        var isAbstract = false
        var captions: [String] = []
        /// The properties at the ends of an edge.
        var edge: (source: String, target: String)?
        var required: [String] = []
        var own: [String: Property] = [:]
    }

    static let current = FTMModel()

    private let schemata: [String: Schema]
    /// All properties of each schema, inherited ones included.
    private let properties: [String: [String: Property]]
    /// Each schema with all that it extends, the nearest first.
    private let lineages: [String: [String]]

    private init() {
        var schemata: [String: Schema] = [:]
        for line in Self.lines.split(separator: "\n") {
            let schema = Self.schema(line)
            schemata[schema.name] = schema
        }
        var properties: [String: [String: Property]] = [:]
        var lineages: [String: [String]] = [:]
        for name in schemata.keys {
            var lineage = [name]
            var position = 0
            while position < lineage.count {
                for parent in schemata[lineage[position]]?.parents ?? [] where !lineage.contains(parent) {
                    lineage.append(parent)
                }
                position += 1
            }
            lineages[name] = lineage
            var all: [String: Property] = [:]
            for ancestor in lineage.reversed() {
                all.merge(schemata[ancestor]?.own ?? [:]) { $1 }
            }
            properties[name] = all
        }
        self.schemata = schemata
        self.properties = properties
        self.lineages = lineages
    }

    private static func schema(_ line: Substring) -> Schema {
        var parts = line.split(separator: " ").makeIterator()
        var schema = Schema(name: String(parts.next() ?? ""))
        var ends: [String] = []
        while let part = parts.next() {
            let rest = String(part.dropFirst())
            switch part.first {
            case "<": schema.parents.append(rest)
            case "*": schema.isAbstract = true
            case "=": schema.captions.append(rest)
            case ">": ends.append(rest)
            case "!": schema.required.append(rest)
            default:
                let pieces = part.split { $0 == ":" || $0 == "@" }.map(String.init)
                if part.contains(":"), pieces.count == 2 {
                    schema.own[pieces[0]] = Property(type: .entity, range: pieces[1])
                } else {
                    let type = pieces.count == 2 ? pieces[1].first.flatMap(ValueType.init) : nil
                    schema.own[pieces[0]] = Property(type: type ?? .text)
                }
            }
        }
        if ends.count == 2 { schema.edge = (ends[0], ends[1]) }
        return schema
    }

    // MARK: - Looking up

    /// A schema; nil if the model has none of that name.
    subscript(name: String) -> Schema? { schemata[name] }

    /// The names of all schemata.
    var names: [String] { schemata.keys.sorted() }

    /// A property of a schema, its own or inherited.
    func property(_ name: String, of schema: String) -> Property? { properties[schema]?[name] }

    /// The properties of a schema by name, inherited ones included.
    func properties(of schema: String) -> [String: Property] { properties[schema] ?? [:] }

    /// The names of a schema's properties.
    func propertyNames(of schema: String) -> [String] { (properties[schema] ?? [:]).keys.sorted() }

    /// Whether a schema is another, or extends it.
    func isA(_ schema: String, _ other: String) -> Bool { lineages[schema]?.contains(other) ?? false }

    /// What an entity of a schema must have, inherited demands included.
    func required(of schema: String) -> [String] {
        var all: [String] = []
        for ancestor in lineages[schema] ?? [] {
            for name in schemata[ancestor]?.required ?? [] where !all.contains(name) { all.append(name) }
        }
        return all
    }

    /// The properties that name an entity, in the order of preference; an heir without any has those it inherits.
    func captions(of schema: String) -> [String] {
        for ancestor in lineages[schema] ?? [] {
            if let captions = schemata[ancestor]?.captions, !captions.isEmpty { return captions }
        }
        return []
    }

    /// Of two schemata the one that extends the other; nil if neither does.
    func narrower(_ a: String, _ b: String) -> String? { isA(a, b) ? a : isA(b, a) ? b : nil }

    // MARK: - Our kinds

    private static let kinds: [String: String] = [
        "Person": "Person", "LegalEntity": "Organisation", "Organization": "Organisation",
        "PublicBody": "Organisation", "Company": "Organisation", "Address": "Place", "Territory": "Place",
        "Event": "Incident", "Document": "Document", "Note": "Document", "Asset": "Means", "Vehicle": "Means",
        "CryptoWallet": "Means", "BankAccount": "Means", "Security": "Means",
    ]

    /// The name of the kind of an entity: that of the nearest schema that it extends and that has one.
    func kind(of schema: String, topics: [String] = []) -> String {
        // A company is an asset too; that it acts comes first.
        if isA(schema, "LegalEntity"), schema != "Person", topics.contains("crime.terror") { return "Actor" }
        for ancestor in lineages[schema] ?? [] {
            if let kind = Self.kinds[ancestor] { return kind }
        }
        return "Entity"
    }

    /// The relations that an edge's schema may mean, the best first; the ends decide.
    static let relations: [String: [String]] = [
        "Membership": ["memberOf"], "Employment": ["memberOf"], "Directorship": ["leads"],
        "Representation": ["represents"], "Payment": ["funds"], "Control": ["controls"],
        "Associate": ["affiliatedWith"], "Documentation": ["reportsOn"], "Succession": ["mergesInto"],
    ]

    /// The relations that a property that refers to an entity may mean.
    static let propertyRelations: [String: [String]] = [
        "addressEntity": ["basedIn", "locatedIn", "occurredIn"], "parent": ["partOf"], "partOf": ["partOf"],
        "involved": ["participant"], "organizer": ["participant"], "startLocation": ["launchedFrom"],
        "endLocation": ["occurredIn"],
    ]
}
