internal import LinkChartModel

extension DOTMeaning {
    struct EdgeReading {
        var id: String?
        var relation: RelationID?
        var valid: RecordedDate?
        var attributes: Attributes = [:]
        /// Its claims as JSON.
        var claims: String?
        /// A relation that is named, but does not fit its ends.
        var misfit: String?
    }

    /// - Parameters:
    ///   - raw: its attributes that are not empty.
    ///   - key: the key that tells it from parallel edges; nil if it has none.
    ///   - isFree: whether no edge has this identifier yet.
    ///   - allows: whether a relation fits its ends.
    func edge(
        _ raw: Raw, key: String?, isFree: (String) -> Bool, allows: (RelationID) -> Bool
    ) -> EdgeReading {
        var reading = EdgeReading()
        reading.claims = raw.first { $0.name == "claims" }.flatMap { claims in
            if case .text(let text) = claims.value, case .list? = Self.json(text, "[") { text } else { nil }
        }
        if let native = Self.object(raw, "native"), let name = native["relation"]?.string,
            let relation = ontology.relation(named: name), allows(relation)
        {
            reading.relation = relation
            reading.id = native["id"]?.string
            reading.valid = native["valid"].flatMap { Self.date($0) }
            reading.attributes = Self.rest(of: native, raw)
            return reading
        }
        if let key, !key.isEmpty {
            // Keys tell parallel edges apart, so that edges elsewhere may have the same.
            if isFree(key) { reading.id = key } else { reading.attributes["key"] = .string(key) }
        }
        for (name, value) in raw {
            switch (name, value) {
            case ("label", _): reading.attributes[name] = Self.label(value)
            case ("claims", _) where reading.claims != nil: continue
            case ("established", .text("false")) where reading.claims != nil: continue
            case ("valid", .text(let text)):
                if let valid = Self.date(Self.json(text, "{") ?? .string(text)) {
                    reading.valid = valid
                } else {
                    fallthrough
                }
            case ("attributes", .text(let text)):
                guard case .object(let own)? = Self.json(text, "{") else { fallthrough }
                reading.attributes.merge(own)
            default: Self.keep(name, value, Self.edgeKeys, in: &reading.attributes)
            }
        }
        takeRelation(&reading, allows: allows)
        settleDirection(&reading)
        return reading
    }

    func takeRelation(_ reading: inout EdgeReading, allows: (RelationID) -> Bool) {
        for name in ["relation", "type", "label", "interaction"] {
            guard let text = reading.attributes[name]?.string, let relation = ontology.relation(named: text)
            else { continue }
            guard allows(relation) else {
                if name == "relation" { reading.misfit = text }
                continue
            }
            reading.relation = relation
            // The writer labels edges with their relations; it has no need to with one that says nothing.
            if text == ontology[relation].name, name == "relation" || (name == "label" && text != "relatedTo")
            {
                reading.attributes[name] = nil
            }
            return
        }
        reading.relation = ontology.relation(named: "relatedTo")
    }

    /// Which way an edge is drawn says nothing where its direction or its relation says it already.
    func settleDirection(_ reading: inout EdgeReading) {
        let drawn = reading.attributes["dir"]
        if case .bool(let flag)? = reading.attributes["directed"], flag != isDirected {
            if drawn == .string(flag ? "forward" : "none") { reading.attributes["dir"] = nil }
        } else if isDirected, let relation = reading.relation, ontology[relation].isSymmetric {
            reading.attributes["dir"] = drawn == "none" ? nil : drawn ?? "forward"
        }
    }
}
