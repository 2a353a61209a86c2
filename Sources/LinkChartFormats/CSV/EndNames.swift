internal import LinkChartModel

/// Names of two columns that are the ends of a link, folded, and what such a link is.
struct EndNames {
    var source: String
    var target: String
    /// The relation that such columns tell, with kinds that it is of.
    var relation: String?
    var sourceKind: String?
    var targetKind: String?

    private init(
        _ source: String, _ target: String, _ relation: String? = nil, _ sourceKind: String? = nil,
        _ targetKind: String? = nil
    ) {
        self.source = foldedKey(source)
        self.target = foldedKey(target)
        self.relation = relation
        self.sourceKind = sourceKind
        self.targetKind = targetKind
    }

    /// The most telling first.
    static let all: [EndNames] = [
        EndNames("actor1", "actor2"), EndNames("sidea", "sideb"),
        EndNames("attacker", "victim"), EndNames("attacker", "target"),
        EndNames("perpetrator", "victim"), EndNames("perpetrator", "target"),
        EndNames("donor", "recipient", "funds", "Actor", "Actor"),
        EndNames("donor", "party", "funds", "Actor", "Actor"),
        EndNames("funder", "recipient", "funds", "Actor", "Actor"),
        EndNames("sponsor", "recipient", "funds", "Actor", "Actor"),
        EndNames("sender", "receiver"), EndNames("sender", "recipient"),
        EndNames("payer", "payee"), EndNames("buyer", "seller"), EndNames("supplier", "customer"),
        EndNames("exporter", "importer"), EndNames("owner", "company"), EndNames("parent", "child"),
        EndNames("employee", "employer"),
        EndNames("member", "group", "memberOf", "Person", "Actor"),
        EndNames("person", "group", "memberOf", "Person", "Actor"),
        EndNames("person", "organi", "memberOf", "Person", "Organisation"),
        EndNames("origin", "destination"), EndNames("caller", "called"),
        // Germans, French, Spaniards and Russians.
        EndNames("angreifer", "ziel"), EndNames("tater", "opfer"), EndNames("täter", "opfer"),
        EndNames("von", "nach"), EndNames("spender", "partei", "funds", "Actor", "Actor"),
        EndNames("spender", "empfänger", "funds", "Actor", "Actor"),
        EndNames("absender", "empfänger"),
        EndNames("auteur", "cible"), EndNames("expéditeur", "destinataire"), EndNames("origen", "destino"),
        EndNames("источник", "цель"), EndNames("отправитель", "получатель"),
        EndNames("плательщик", "получатель"), EndNames("нападающий", "жертва"),
        EndNames("откуда", "куда"), EndNames("кто", "кого"), EndNames("от кого", "кому"),
    ]

    /// What a column is that begins or ends with the name of an end, but says something else of it.
    private static let described = [
        "type", "kind", "name", "date", "code", "country", "city", "street", "address", "status", "note",
        "typ",
        "art", "ort", "land", "datum", "тип", "дата", "страна", "город", "адрес",
    ]

    /// The two columns that are so called: by these very names, or with more around them.
    func columns(of keys: [String], among candidates: [Int]) -> (source: Int, target: Int)? {
        guard let first = Self.column(source, keys, candidates, but: nil),
            let last = Self.column(target, keys, candidates, but: first)
        else { return nil }
        return (first, last)
    }

    private static func column(
        _ name: String, _ keys: [String], _ candidates: [Int], but taken: Int?
    ) -> Int? {
        let free = candidates.filter { $0 != taken }
        if let exact = free.first(where: { keys[$0] == name || keys[$0] == name + "id" }) { return exact }
        // Short names are found in many a word.
        guard name.count > 3 else { return nil }
        let holding = free.filter { keys[$0].contains(name) }
        return holding.first { column in !described.contains { keys[column].hasSuffix($0) } } ?? holding.first
    }

    /// Parts of the names of columns that tell relations, and whole names, folded.
    static let relationHints = ["relation", "type", "action", "event", "predicate", "связ", "отношен"]
    static let relationNames: Set<String> = [
        "role", "link", "verb", "art", "rolle", "beziehung", "tipo", "тип", "роль", "вид", "действие",
    ]
    /// Parts of the names of columns of amounts.
    static let amounts = [
        "amount", "value", "weight", "sum", "total", "eur", "usd", "gbp", "price", "betrag", "wert",
        "montant",
        "importe", "сумма", "count", "anzahl", "количество", "duration",
    ]
    static let beginnings = ["start", "begin", "from", "since", "von", "ab", "начало", "debut", "inicio"]
    static let endings = ["end", "until", "to", "bis", "ende", "конец", "fin"]
    static let reports = [
        "report", "publi", "reporting", "reportingdate", "publicationdate", "gemeldet", "meldedatum",
    ]

    /// The kind that a word of a table means; nil for one that is not known here.
    static func kind(of word: String) -> String? {
        switch foldedKey(word) {
        case "person", "per", "individual", "man", "woman", "human", "natural", "naturalperson", "persona",
            "человек", "персона", "лицо", "физическоелицо", "физлицо":
            "Person"
        case "org", "organisation", "organization", "company", "business", "firm", "firma", "legal",
            "legalentity", "corporation", "ngo", "organisme", "организация", "компания", "юрлицо",
            "юридическоелицо":
            "Organisation"
        case "country", "state", "gpe", "staat", "land", "государство", "страна": "State"
        case "group", "militia", "actor", "gang", "gruppe", "группа": "Actor"
        case "loc", "location", "place", "city", "ort", "место", "город": "Place"
        default: nil
        }
    }
}
