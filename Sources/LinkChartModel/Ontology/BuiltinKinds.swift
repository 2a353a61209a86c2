// The built-in ontology as data: 15 kinds and 67 relations. A relation's identifier is its position here.

extension Ontology {
    static let builtinAbstractKinds: [AbstractKindDefinition] = [
        AbstractKindDefinition(
            name: "Agent", meaning: "anything that acts: State, Actor, Organisation, Person, Population"),
        AbstractKindDefinition(
            name: "Territory", meaning: "anything that can be entered or held: State, Region, Place"),
        AbstractKindDefinition(name: "Event", meaning: "Incident, Campaign"),
        AbstractKindDefinition(
            name: "Thing", meaning: "Means, Document, Proposition, Pledge, Proposal, Entity"),
    ]

    static let builtinKinds: [KindDefinition] = [
        KindDefinition(
            name: "State", abstract: ["Agent", "Territory"],
            fields: "iso2, iso3, M49, aliases, metonyms (Islamabad, Moscow)",
            mappings: [
                "stix21":
                    "location (country=ISO2) + identity class \"nation-state\": location for territory, identity (identity_class=organization) when it acts",
                "ftm": "PublicBody for the government; country is only a property code in FtM, not an entity",
                "misp": "galaxy:country / geopolitics",
            ]),
        KindDefinition(
            name: "Region", abstract: ["Territory"],
            fields: "members (States)",
            mappings: [
                "stix21": "location (region = region-ov, e.g. central-asia)",
                "ftm": "none (country codes only)",
                "misp": "galaxy:region",
            ]),
        KindDefinition(
            name: "Place", abstract: ["Territory"],
            fields: "lat, lon, precision, admin path, kind",
            mappings: [
                "stix21": "location",
                "ftm": "Address",
                "misp": "object:geolocation",
            ]),
        KindDefinition(
            name: "Actor", abstract: ["Agent"],
            fields:
                "kind: armed-group, faction, network, de-facto-government, unnamed-set, aggregate; aliases; designations",
            mappings: [
                "stix21": "threat-actor (group) or intrusion-set (cyber cluster)",
                "ftm": "Organization (topics: crime.terror)",
                "misp": "galaxy:threat-actor, terrorist-groups",
            ]),
        KindDefinition(
            name: "Organisation", abstract: ["Agent"],
            fields: "kind: government, IGO, NGO, company, media, military unit; country",
            mappings: [
                "stix21": "identity (identity_class=organization)",
                "ftm": "Organization, PublicBody, Company",
                "misp": "object:organization",
            ]),
        KindDefinition(
            name: "Person", abstract: ["Agent"],
            fields: "names, roles, nationality, named=true/false",
            mappings: [
                "stix21": "identity (identity_class=individual); threat-actor when malicious",
                "ftm": "Person",
                "misp": "object:person",
            ]),
        KindDefinition(
            name: "Population", abstract: ["Agent"],
            fields: "count, qualifier, nationality: engineers, citizens, fighters",
            mappings: [
                "stix21": "identity (identity_class=class or group)",
                "ftm": "none (Thing/UnknownLink)",
                "misp": "none",
            ]),
        KindDefinition(
            name: "Incident", abstract: ["Event"],
            fields:
                "date (EDTF), end, type, place, fatalities{low,best,high}, injured, weapon, status, campaign flag",
            mappings: [
                "stix21":
                    "incident (2.1: stub; 2.2 draft adds event, impact, task: oasis-tcs/cti-stix2 PR 346)",
                "ftm": "Event (involved, organizer, location, country, date)",
                "misp": "MISP event + object:incident/attack",
            ]),
        KindDefinition(
            name: "Campaign", abstract: ["Event"],
            fields: "a dated series of incidents",
            mappings: [
                "stix21": "campaign",
                "ftm": "Event",
                "misp": "galaxy:campaigns",
            ]),
        KindDefinition(
            name: "Means", abstract: ["Thing"],
            fields: "kind: weapon, finance, communications, technique",
            mappings: [
                "stix21": "attack-pattern, tool, infrastructure",
                "ftm": "Vehicle, CryptoWallet, Asset",
                "misp": "galaxy:uavs, firearms, ammunitions",
            ]),
        KindDefinition(
            name: "Document", abstract: ["Thing"],
            fields: "url, publisher, author, date, retrieved, hash, language",
            mappings: [
                "stix21": "report (+ external_references)",
                "ftm": "Article, Document",
                "misp": "object:report, news",
            ]),
        KindDefinition(
            name: "Proposition", abstract: ["Thing"],
            fields: "proposition (free text or an edge id), stances",
            mappings: [
                "stix21": "opinion / note on the object (opinion: strongly-disagree..strongly-agree)",
                "ftm": "Statement row (value level only)",
                "misp": "object:annotation; sighting false positive",
            ]),
        KindDefinition(
            name: "Pledge", abstract: ["Thing"],
            fields: "text, made, broken",
            mappings: [
                "stix21": "note",
                "ftm": "none",
                "misp": "none",
            ]),
        KindDefinition(
            name: "Proposal", abstract: ["Thing"],
            fields: "text, measures",
            mappings: [
                "stix21": "course-of-action",
                "ftm": "none",
                "misp": "none",
            ]),
        KindDefinition(
            name: "Entity", abstract: ["Thing"],
            fields: "a node whose kind the input does not state",
            mappings: [
                "stix21": "any",
                "ftm": "Thing",
                "misp": "any",
            ]),
    ]
}
