import LinkChartModel

extension MISPWalk {
    /// A galaxy on an event or an attribute, with the clusters that were chosen from it.
    mutating func readGalaxy(_ item: Int, of parent: String?, into builder: inout GraphBuilder) {
        guard let clusters = tree.value(item, "GalaxyCluster") else { return }
        let type = text(item, "type") ?? ""
        // Old servers give clusters the identifier of the whole collection, so that several have the same.
        var seen: [String: String] = [:]
        var shared: Set<String> = []
        tree.forEachElement(clusters) { cluster in
            guard tree.kind(cluster) == .mapping, let uuid = text(cluster, "uuid") else { return }
            let value = text(cluster, "value") ?? ""
            if let other = seen.updateValue(value, forKey: uuid), other != value { shared.insert(uuid) }
        }
        tree.forEachElement(clusters) { cluster in
            guard tree.kind(cluster) == .mapping else { return }
            // Servers leave the identifier of the default clusters out.
            let uuid = text(cluster, "uuid").flatMap { shared.contains($0) ? nil : $0 }
            let id = uuid ?? text(cluster, "tag_name") ?? "\(type)=\(text(cluster, "value") ?? "")"
            let claim = parent == nil ? galaxyClaim(cluster) : self.claim
            readCluster(cluster, id, type: text(cluster, "type") ?? type, claim, into: &builder)
            guard let parent else { return }
            link(
                parent, "tagged-with", id,
                ["property": "Galaxy", "galaxy": .string(text(item, "name") ?? type)], claims: [claim],
                at: cluster,
                into: &builder)
        }
    }

    /// A file of clusters, or of the words for relationships.
    mutating func readClusters(_ item: Int, _ values: Int, into builder: inout GraphBuilder) {
        guard tree.kind(values) == .sequence else {
            if phase == .nodes { builder.reportWrongType(tree, values, "`values` must be a list") }
            return
        }
        let type = text(item, "type") ?? ""
        if phase == .nodes {
            let collection = rest(item, without: ["values"], into: &builder)
            if builder.graph.title.isEmpty, let name = text(item, "name") { builder.graph.title = name }
            if builder.graph.attributes["galaxy"] == nil {
                builder.graph.attributes["galaxy"] = .object(collection)
            }
        }
        let claim = galaxyClaim(item)
        tree.forEachElement(values) { cluster in
            guard tree.kind(cluster) == .mapping, let value = text(cluster, "value") else {
                if phase == .nodes { reportNoCluster(cluster, into: &builder) }
                return
            }
            readCluster(
                cluster, text(cluster, "uuid") ?? "\(type)=\(value)", type: type, claim, into: &builder)
        }
    }

    private func reportNoCluster(_ item: Int, into builder: inout GraphBuilder) {
        let range = tree.range(item)
        if tree.kind(item) == .mapping, let word = text(item, "name") {
            // A vocabulary says what may be linked how; it links nothing.
            builder.reportSkipped("definition of a relationship", word, at: range)
            return
        }
        builder.report(.missingKey, "a cluster needs a text under `value`", at: range)
        builder.reportSkipped("cluster without a value", "", at: range)
    }

    /// Who says what a cluster says: the source that the galaxy names.
    private func galaxyClaim(_ item: Int) -> Claim {
        var claim = Claim(claimant: text(item, "source").map { .named($0) })
        let authors = texts(item, "authors")
        if !authors.isEmpty { claim.attributes["authors"] = .list(authors.map { .string($0) }) }
        return claim
    }

    private mutating func readCluster(
        _ item: Int, _ id: String, type: String, _ claim: Claim, into builder: inout GraphBuilder
    ) {
        let meta = tree.value(item, "meta").flatMap { tree.kind($0) == .mapping ? $0 : nil }
        let kind =
            type == "target-information"
            ? MISPVocabulary.kind(ofTarget: meta.map { texts($0, "territory-type") } ?? [])
            : MISPVocabulary.kind(ofGalaxy: type)
        if var record = record(id, kind, at: item, into: &builder) {
            record.name = text(item, "value")
            record.subtype = type.isEmpty ? nil : type
            record.attributes = rest(
                item, without: ["uuid", "value", "meta", "related", "type", "GalaxyClusterRelation"],
                into: &builder)
            if let meta {
                for synonym in texts(meta, "synonyms") + texts(meta, "aliases")
                where synonym != record.name && !record.aliases.contains(synonym) {
                    record.aliases.append(synonym)
                }
                for (name, value) in rest(meta, without: [], into: &builder) {
                    record.attributes[record.attributes[name] == nil ? name : "meta.\(name)"] = value
                }
                if kind == "State" { addCodes(of: meta, to: &record) }
            }
            add(record, at: item, into: &builder)
        }
        readRelated(of: item, id, claim, into: &builder)
        if let meta, MISPVocabulary.kind(ofGalaxy: type) == "Actor" {
            readAttribution(meta, of: id, claim, into: &builder)
        }
    }

    /// The ISO codes of a state under the names that we have for them.
    private func addCodes(of meta: Int, to record: inout NodeRecord) {
        for code in texts(meta, "ISO") + texts(meta, "ISO3") + texts(meta, "iso-code") {
            let name = code.utf8.count == 2 ? "iso2" : code.utf8.count == 3 ? "iso3" : nil
            if let name, record.attributes[name] == nil { record.attributes[name] = .string(code) }
        }
    }

    private mutating func readRelated(
        of item: Int, _ id: String, _ claim: Claim, into builder: inout GraphBuilder
    ) {
        guard phase == .edges, let related = tree.value(item, "related") else { return }
        guard tree.kind(related) == .sequence else {
            builder.reportWrongType(tree, related, "`related` must be a list")
            return
        }
        tree.forEachElement(related) { element in
            guard tree.kind(element) == .mapping, let target = text(element, "dest-uuid") else {
                builder.report(.missingKey, "a relation needs `dest-uuid`", at: tree.range(element))
                builder.reportSkipped("edge with an error", id, at: tree.range(element))
                return
            }
            var graded = claim
            MISPVocabulary.grade(&graded, byTags: texts(element, "tags"))
            link(
                id, text(element, "type") ?? "related-to", target,
                rest(element, without: ["dest-uuid", "type"], into: &builder),
                claims: graded == Claim() ? [] : [graded], at: element, into: &builder)
        }
    }

    // MARK: - Attribution

    /// What the galaxy of threat actors says of origins, sponsors and victims. It says so with reserve: sponsors and
    /// victims are suspected.
    private mutating func readAttribution(
        _ meta: Int, of id: String, _ claim: Claim, into builder: inout GraphBuilder
    ) {
        var attribution = claim
        if let text = text(meta, "attribution-confidence") {
            attribution.confidence = Int(text).flatMap { try? Confidence($0) }
            if attribution.confidence == nil, phase == .edges,
                let item = tree.value(meta, "attribution-confidence")
            {
                builder.report(.badConfidence, "`\(text)` is no confidence", at: tree.range(item))
            }
        }
        for code in texts(meta, "country") {
            let country = Country.iso2(code.uppercased())
            linkState(
                id, "originates-from", country, code, property: "country", attribution, meta, into: &builder)
        }
        attribution.modality = .alleged
        for name in texts(meta, "cfr-suspected-state-sponsor") where name != "Unknown" {
            let country = Country.named(name) ?? Country.iso2(name)
            linkState(
                id, "enables", country, name, property: "cfr-suspected-state-sponsor", attribution, meta,
                into: &builder)
        }
        var suspected = claim
        suspected.modality = .alleged
        for name in texts(meta, "cfr-suspected-victims") {
            linkState(
                id, "targets", Country.named(name), name, property: "cfr-suspected-victims", suspected, meta,
                into: &builder)
        }
    }

    /// An edge between an actor and a state, which is known by its ISO code; what is no state is an Entity.
    private mutating func linkState(
        _ actor: String, _ word: String, _ country: Country?, _ raw: String, property: String, _ claim: Claim,
        _ item: Int, into builder: inout GraphBuilder
    ) {
        let slug = Graph.slug(country?.name ?? raw)
        let state = slug.isEmpty ? raw : slug
        if var record = record(state, country == nil ? "Entity" : "State", at: item, into: &builder),
            phase == .nodes, builder.graph.node(id: state) == nil
        {
            record.name = country?.name ?? raw
            if let country {
                record.attributes = ["iso2": .string(country.iso2), "iso3": .string(country.iso3)]
            }
            add(record, at: item, into: &builder)
        }
        // A sponsor enables the actor, not the other way round.
        let ends = word == "enables" ? (state, actor) : (actor, state)
        link(
            ends.0, word, ends.1, ["property": .string(property), "raw": .string(raw)], claims: [claim],
            at: item,
            into: &builder)
    }

    // MARK: - Definitions

    /// A galaxy or a template as such: one node with all that it says.
    mutating func readDefinition(_ item: Int, subtype: String, into builder: inout GraphBuilder) {
        let id = identifier(item, in: "", subtype, into: &builder)
        guard var record = record(id, "Entity", at: item, into: &builder) else { return }
        record.name = text(item, "name")
        record.subtype = subtype
        record.attributes = rest(item, without: ["uuid", "name", "GalaxyCluster"], into: &builder)
        add(record, at: item, into: &builder)
    }
}
