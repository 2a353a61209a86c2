internal import LinkChartModel

/// What the words of MISP mean in our ontology.
enum MISPVocabulary {
    /// The kind of a galaxy's clusters, by the galaxy's type.
    static func kind(ofGalaxy type: String) -> String {
        if let kind = galaxyKinds[type] { return kind }
        // MITRE's galaxies come in many versions: `mitre-enterprise-attack-intrusion-set`.
        return galaxyEndings.first { type.hasSuffix($0.ending) }?.kind ?? "Entity"
    }

    private static let galaxyKinds: [String: String] = [
        "threat-actor": "Actor", "microsoft-activity-group": "Actor", "groups": "Actor",
        "tidal-groups": "Actor",
        "canada-listed-terrorist-entities": "Actor", "terrorist-groups": "Actor",
        "360net-threat-actor": "Actor",
        "country": "State", "region": "Region", "sector": "Population", "intelligence-agency": "Organisation",
        "producer": "Organisation", "china-defence-universities": "Organisation",
        "surveillance-vendor": "Organisation", "campaigns": "Campaign", "firearms": "Means",
        "ammunitions": "Means", "uavs": "Means", "tool": "Means", "banker": "Means", "ransomware": "Means",
        "rat": "Means", "botnet": "Means", "backdoor": "Means", "stealer": "Means", "exploit-kit": "Means",
        "malpedia": "Means", "cryptominers": "Means", "android": "Means", "tds": "Means",
    ]

    private static let galaxyEndings: [(ending: String, kind: String)] = [
        ("intrusion-set", "Actor"), ("threat-actor", "Actor"), ("attack-pattern", "Means"),
        ("malware", "Means"),
        ("tool", "Means"), ("software", "Means"), ("course-of-action", "Proposal"),
        ("mitigation", "Proposal"),
        ("campaign", "Campaign"), ("campaigns", "Campaign"),
    ]

    /// The kind of a cluster of a galaxy whose clusters are of several: a target is a state, or a place that is none.
    static func kind(ofTarget types: [String]) -> String {
        types.contains { ["country", "sovereign state", "state", "microstate"].contains($0.lowercased()) }
            ? "State" : "Place"
    }

    /// The kind of an object, by its template's name.
    static func kind(ofObject name: String) -> String { objectKinds[name] ?? "Entity" }

    private static let objectKinds: [String: String] = [
        "person": "Person", "organization": "Organisation", "employee": "Person",
        "legal-entity": "Organisation",
        "geolocation": "Place", "incident": "Incident", "attack": "Incident", "attack-step": "Incident",
        "report": "Document", "news-agency": "Organisation", "news-media": "Organisation",
        "annotation": "Proposition", "vehicle": "Means", "weapon": "Means", "attack-pattern": "Means",
        "course-of-action": "Proposal", "intrusion-set": "Actor", "narrative": "Proposition",
        "virustotal-report": "Document", "internal-reference": "Document", "scheduled-event": "Incident",
    ]

    /// The relations that a word may mean, the best first; the ends decide.
    private static let relations: [String: [String]] = [
        "uses": ["usesMeans"], "used-by": [], "targets": ["attacks", "target"],
        "attributed-to": ["perpetratedBy"], "located-in": ["locatedIn", "basedIn", "memberOf"],
        "located-at": ["locatedIn", "basedIn", "occurredIn"], "part-of": ["partOf", "memberOf"],
        "member-of": ["memberOf"], "has-joined": ["joins"], "enemy-of": ["rivals"],
        "is-allied-with": ["alliedWith"], "affiliated-with": ["affiliatedWith"], "same-as": ["sameAs"],
        "identical": ["sameAs"], "originates-from": ["originatesFrom", "launchedFrom"], "hosts": [],
        "publishes": ["publishes"], "employed-by": ["memberOf"], "follower-of": [],
    ]

    /// The relation of a word between kinds; nil if none fits.
    static func relation(
        _ word: String, from source: KindID, to target: KindID, in ontology: Ontology
    ) -> RelationID? {
        let names = relations[word] ?? [word]
        return names.lazy.compactMap { ontology.relation(named: $0) }.first {
            ontology.allows(source, $0, target)
        }
    }

    // MARK: - Tags

    /// What tags of the taxonomies for confidence say of a claim.
    static func grade(_ claim: inout Claim, byTags tags: [String]) {
        for tag in tags {
            guard let equals = tag.firstIndex(of: "=") else { continue }
            let value = tag[tag.index(after: equals)...].filter { $0 != "\"" }
            switch tag[..<equals] {
            case "estimative-language:likelihood-probability":
                claim.confidence = ConfidenceScale.dni.term(named: likelihoods[value] ?? value)?.confidence
                claim.attributes["confidence"] = .object(["scale": "dni", "value": .string(value)])
            case "estimative-language:confidence-in-analytic-judgment":
                // This is how sure an analyst is of a judgment, which is not how likely it is.
                claim.attributes["confidenceInAnalyticJudgment"] = .string(value)
            case "admiralty-scale:source-reliability":
                claim.reliability = Reliability(named: value.uppercased())
            case "admiralty-scale:information-credibility": claim.credibility = Credibility(named: value)
            case "osint:certainty", "misp:confidence-level":
                guard let number = Int(value), let confidence = try? Confidence(number) else { continue }
                claim.confidence = confidence
            default: break
            }
        }
    }

    private static let likelihoods = [
        "almost-no-chance": "Almost No Chance", "very-unlikely": "Very Unlikely", "unlikely": "Unlikely",
        "roughly-even-chance": "Roughly Even Chance", "likely": "Likely", "very-likely": "Very Likely",
        "almost-certain": "Almost Certain",
    ]
}
