extension Ontology {
    /// The built-in relations, in the order of their identifiers. Mappings say how each is called in STIX 2.1,
    /// FollowTheMoney and PLOVER/CAMEO, or that it has no counterpart there.
    static let builtinRelations: [RelationDefinition] = [
        RelationDefinition(
            "locatedIn", group: "structure", domain: ["Place", "Region", "Incident", "Organisation"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .both, inverse: "contains",
            mappings: [
                "stix21": "located-at (identity/threat-actor/infrastructure -> location); "
                    + "location-location: none in 2.1, OpenCTI uses located-at",
                "ftm": "Address.country, Thing.country",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "borders", group: "structure", domain: ["State"], range: ["State"],
            polarity: .neutral, flow: .none, isSymmetric: true, inverse: "borders",
            mappings: [
                "stix21": "none (custom)",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "partOf", group: "structure", domain: ["Organisation", "Place", "Means", "Actor"],
            range: ["Organisation", "State", "Means", "Actor", "Region"],
            polarity: .neutral, flow: .forward, inverse: "hasPart",
            mappings: [
                "stix21": "none in 2.1 (OpenCTI part-of, opencti #1393)",
                "ftm": "LegalEntity.parent, Ownership",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "memberOf", group: "structure",
            domain: ["Person", "Population", "Actor", "State", "Organisation"],
            range: ["Actor", "Organisation", "Region"],
            polarity: .cooperative, flow: .forward, inverse: "hasMember",
            mappings: [
                "stix21": "none in 2.1 (custom member-of)",
                "ftm": "Membership (member -> organization)",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "formerlyMemberOf", group: "structure", domain: ["Person", "Population", "Actor"],
            range: ["Actor", "Organisation"],
            polarity: .neutral, flow: .reverse, inverse: "formerlyHadMember",
            mappings: [
                "stix21": "none",
                "ftm": "Membership + endDate",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "leads", group: "structure", domain: ["Person"], range: ["Actor", "Organisation", "State"],
            polarity: .cooperative, flow: .none, inverse: "ledBy",
            mappings: [
                "stix21": "none (threat-actor roles: director)",
                "ftm": "Directorship, Occupancy (holder -> post)",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "represents", group: "structure", domain: ["Person", "Organisation"],
            range: ["State", "Organisation"],
            polarity: .cooperative, flow: .none, inverse: "representedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Representation (agent -> client)",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "accreditedTo", group: "structure", domain: ["Person"], range: ["Organisation", "State"],
            polarity: .neutral, flow: .none, inverse: "hostsEnvoy",
            mappings: [
                "stix21": "none",
                "ftm": "Occupancy",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "nationalOf", group: "structure", domain: ["Person", "Population"], range: ["State"],
            polarity: .neutral, flow: .forward, inverse: "hasNational",
            mappings: [
                "stix21": "none (identity + located-at)",
                "ftm": "Person.nationality / citizenship",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "originatesFrom", group: "structure", domain: ["Person", "Population", "Actor"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .reverse, inverse: "originOf",
            mappings: [
                "stix21": "originates-from (campaign, intrusion-set, malware -> location)",
                "ftm": "Person.birthCountry",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "basedIn", group: "structure", domain: ["Actor", "Organisation", "Person"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .reverse, inverse: "baseOf",
            mappings: [
                "stix21": "located-at",
                "ftm": "LegalEntity.mainCountry, addressEntity",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "operatesIn", group: "structure", domain: ["Actor", "Organisation"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .reverse, inverse: "areaOfOperationOf",
            mappings: [
                "stix21": "located-at (lossy)",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "governs", group: "structure", domain: ["Actor", "Organisation"], range: ["State", "Place"],
            polarity: .neutral, flow: .forward, inverse: "governedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "controls", group: "structure", domain: ["State", "Actor"],
            range: ["Actor", "Place", "Organisation"],
            polarity: .cooperative, flow: .forward, inverse: "controlledBy",
            mappings: [
                "stix21": "controls is malware/infrastructure only",
                "ftm": "Control (FtM >= 4)",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "hosts", group: "support", domain: ["State", "Actor", "Place"],
            range: ["Actor", "Population", "Person"],
            polarity: .cooperative, flow: .forward, inverse: "hostedBy",
            mappings: [
                "stix21": "none: STIX \"hosts\" is actor -> infrastructure, do not reuse",
                "ftm": "none",
                "ploverCameo": "AID / 070-075 (lossy), 0753? unverified",
            ]),
        RelationDefinition(
            "shields", group: "support", domain: ["State", "Actor"], range: ["Actor", "Person"],
            polarity: .cooperative, flow: .forward, inverse: "shieldedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "AID / 074 provide military protection",
            ]),
        RelationDefinition(
            "enables", group: "support", domain: ["State", "Actor", "Organisation"],
            range: ["Actor", "Incident"],
            polarity: .cooperative, flow: .forward, inverse: "enabledBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "AID / 070",
            ]),
        RelationDefinition(
            "complicitIn", group: "support", domain: ["State", "Actor", "Organisation"],
            range: ["Actor", "Incident"],
            polarity: .cooperative, flow: .forward, inverse: "hasAccomplice",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "funds", group: "support", domain: ["State", "Actor", "Organisation", "Person", "Means"],
            range: ["Actor", "Organisation", "Incident"],
            polarity: .cooperative, flow: .forward, inverse: "fundedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Payment (payer -> beneficiary)",
                "ploverCameo": "AID economic / 071",
            ]),
        RelationDefinition(
            "arms", group: "support", domain: ["State", "Actor", "Organisation"], range: ["Actor", "State"],
            polarity: .cooperative, flow: .forward, inverse: "armedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Payment, ContractAward (lossy)",
                "ploverCameo": "AID military / 072",
            ]),
        RelationDefinition(
            "trains", group: "support", domain: ["State", "Actor"], range: ["Actor", "Population"],
            polarity: .cooperative, flow: .forward, inverse: "trainedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "AID military / 072",
            ]),
        RelationDefinition(
            "recruitsFrom", group: "support", domain: ["Actor"], range: ["Population", "State", "Place"],
            polarity: .neutral, flow: .reverse, inverse: "recruitedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "MOBILIZE (lossy)",
            ]),
        RelationDefinition(
            "joins", group: "support", domain: ["Person", "Population", "Actor"], range: ["Actor"],
            polarity: .cooperative, flow: .forward, inverse: "joinedBy",
            mappings: [
                "stix21": "none (MISP has-joined)",
                "ftm": "Membership + startDate",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "alliedWith", group: "support", domain: ["Actor", "State", "Organisation"],
            range: ["Actor", "State", "Organisation"],
            polarity: .cooperative, flow: .both, isSymmetric: true, inverse: "alliedWith",
            mappings: [
                "stix21": "none (OpenCTI cooperates-with; MISP is-allied-with)",
                "ftm": "UnknownLink (lossy)",
                "ploverCameo": "COOPERATE / 06, AGREE / 03",
            ]),
        RelationDefinition(
            "affiliatedWith", group: "support", domain: ["Agent"], range: ["Agent"],
            polarity: .cooperative, flow: .both, isSymmetric: true, inverse: "affiliatedWith",
            mappings: [
                "stix21": "related-to",
                "ftm": "Associate, UnknownLink",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "pledgesAllegianceTo", group: "support", domain: ["Actor", "Person"], range: ["Actor", "Person"],
            polarity: .cooperative, flow: .reverse, inverse: "hasPledgeOf",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "AGREE / 057",
            ]),
        RelationDefinition(
            "splitsFrom", group: "support", domain: ["Actor"], range: ["Actor"],
            polarity: .hostile, flow: .reverse, inverse: "splitInto",
            mappings: [
                "stix21": "none",
                "ftm": "Succession (lossy)",
                "ploverCameo": "REJECT (lossy)",
            ]),
        RelationDefinition(
            "mergesInto", group: "support", domain: ["Actor"], range: ["Actor"],
            polarity: .cooperative, flow: .forward, inverse: "absorbed",
            mappings: [
                "stix21": "none",
                "ftm": "Succession",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "contributesTo", group: "support", domain: ["Actor", "State"],
            range: ["Population", "Actor", "Organisation"],
            polarity: .cooperative, flow: .forward, inverse: "includesFrom",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "communicatedWith", group: "support", domain: ["Agent"], range: ["Agent"],
            polarity: .neutral, flow: .reverse, inverse: "communicatedWith",
            mappings: [
                "stix21": "none (communicates-with is infrastructure only)",
                "ftm": "Call, Message, Email",
                "ploverCameo": "CONSULT / 04",
            ]),
        RelationDefinition(
            "attacks", group: "hostile", domain: ["Actor", "State", "Person"],
            range: ["State", "Actor", "Population", "Organisation", "Person", "Place"],
            polarity: .hostile, flow: .forward, inverse: "attackedBy",
            mappings: [
                "stix21": "targets (threat-actor -> identity/location)",
                "ftm": "none",
                "ploverCameo": "ASSAULT / 18, 19, 20",
            ]),
        RelationDefinition(
            "threatens", group: "hostile", domain: ["Actor", "State"], range: ["any"],
            polarity: .hostile, flow: .forward, isSummary: true, inverse: "threatenedBy",
            mappings: [
                "stix21": "targets (lossy)",
                "ftm": "none",
                "ploverCameo": "THREATEN / 13",
            ]),
        RelationDefinition(
            "rivals", group: "hostile", domain: ["Actor", "State"], range: ["Actor", "State"],
            polarity: .hostile, flow: .none, isSymmetric: true, inverse: "rivals",
            mappings: [
                "stix21": "none (MISP enemy-of)",
                "ftm": "none",
                "ploverCameo": "ASSAULT / 19 between groups",
            ]),
        RelationDefinition(
            "sanctions", group: "hostile", domain: ["State", "Organisation"], range: ["Agent", "State"],
            polarity: .hostile, flow: .none, inverse: "sanctionedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Sanction (entity, authority, program)",
                "ploverCameo": "SANCTION / 163",
            ]),
        RelationDefinition(
            "designates", group: "hostile", domain: ["State", "Organisation"], range: ["Actor", "Person"],
            polarity: .hostile, flow: .none, inverse: "designatedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Sanction, topics=crime.terror",
                "ploverCameo": "SANCTION / 112x",
            ]),
        RelationDefinition(
            "arrests", group: "hostile", domain: ["State", "Organisation"], range: ["Person", "Population"],
            polarity: .hostile, flow: .none, inverse: "arrestedBy",
            mappings: [
                "stix21": "none",
                "ftm": "Sanction (lossy)",
                "ploverCameo": "COERCE / 173",
            ]),
        RelationDefinition(
            "movesTo", group: "movement", domain: ["Population", "Person", "Actor"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .forward, inverse: "receives",
            mappings: [
                "stix21": "located-at + start_time",
                "ftm": "Trip",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "stagesThrough", group: "movement", domain: ["Population", "Actor", "Means"],
            range: ["Place", "State"],
            polarity: .neutral, flow: .forward, inverse: "stagingPointOf",
            mappings: [
                "stix21": "none",
                "ftm": "Trip (lossy)",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "stagingPointFor", group: "movement", domain: ["Place", "State"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .forward, inverse: "stagedFrom",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "usesMeans", group: "movement", domain: ["Actor", "Incident", "Person", "State"],
            range: ["Means"],
            polarity: .neutral, flow: .reverse, inverse: "usedBy",
            mappings: [
                "stix21": "uses (threat-actor -> attack-pattern/tool/infrastructure)",
                "ftm": "none",
                "ploverCameo": "CAMEO 183x, 195 carry the weapon",
            ]),
        RelationDefinition(
            "perpetratedBy", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["Agent", "State"],
            polarity: .hostile, flow: .reverse, inverse: "perpetratorOf",
            mappings: [
                "stix21": "attributed-to (campaign -> intrusion-set/threat-actor); incident: custom",
                "ftm": "Event.organizer (lossy)",
                "ploverCameo": "source actor of ASSAULT",
            ]),
        RelationDefinition(
            "responsibilityClaimedBy", group: "incident role", domain: ["Incident"],
            range: ["Actor", "Person"],
            polarity: .neutral, flow: .none, inverse: "claimsResponsibilityFor",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "1xx comment",
            ]),
        RelationDefinition(
            "victim", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["Population", "Person", "Organisation"],
            polarity: .hostile, flow: .forward, inverse: "victimOf",
            mappings: [
                "stix21": "targets / impacts (incident extension)",
                "ftm": "Event.involved (lossy)",
                "ploverCameo": "target actor of ASSAULT",
            ]),
        RelationDefinition(
            "target", group: "incident role", domain: ["Incident", "Campaign"], range: ["any"],
            polarity: .hostile, flow: .forward, inverse: "targetOf",
            mappings: [
                "stix21": "targets",
                "ftm": "Event.involved (lossy)",
                "ploverCameo": "target actor",
            ]),
        RelationDefinition(
            "occurredIn", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["State", "Region", "Place"],
            polarity: .neutral, flow: .forward, inverse: "siteOf",
            mappings: [
                "stix21": "located-at / occurred-at (asked in cti-stix2 #264)",
                "ftm": "Event.location, country",
                "ploverCameo": "location columns",
            ]),
        RelationDefinition(
            "launchedFrom", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["State", "Region", "Place"],
            polarity: .hostile, flow: .reverse, inverse: "launchSiteOf",
            mappings: [
                "stix21": "none (MISP launches-from)",
                "ftm": "none",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "plannedIn", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["State", "Region", "Place"],
            polarity: .hostile, flow: .reverse, inverse: "planningSiteOf",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "sourcedFrom", group: "incident role", domain: ["Incident", "Campaign"],
            range: ["Actor", "State"],
            polarity: .hostile, flow: .reverse, inverse: "sourceOf",
            mappings: [
                "stix21": "attributed-to (lossy)",
                "ftm": "none",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "linkedTo", group: "incident role", domain: ["Incident"], range: ["Incident"],
            polarity: .neutral, flow: .none, isSymmetric: true, inverse: "linkedTo",
            mappings: [
                "stix21": "related-to",
                "ftm": "UnknownLink",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "triggered", group: "incident role", domain: ["Incident"], range: ["Incident", "Proposal"],
            polarity: .neutral, flow: .forward, inverse: "triggeredBy",
            mappings: [
                "stix21": "related-to",
                "ftm": "none",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "asserts", group: "information", domain: ["Agent", "Document"], range: ["Proposition"],
            polarity: .neutral, flow: .none, inverse: "assertedBy",
            mappings: [
                "stix21": "opinion / created_by_ref",
                "ftm": "Statement",
                "ploverCameo": "01 make public statement",
            ]),
        RelationDefinition(
            "disputes", group: "information", domain: ["Agent", "Document"], range: ["Proposition"],
            polarity: .neutral, flow: .none, inverse: "disputedBy",
            mappings: [
                "stix21": "opinion (disagree)",
                "ftm": "none",
                "ploverCameo": "REJECT / 12",
            ]),
        RelationDefinition(
            "warns", group: "information", domain: ["Agent", "State"], range: ["any"],
            polarity: .neutral, flow: .none, inverse: "warnedBy",
            aliases: ["warnsAbout", "warnsOf"],
            mappings: [
                "stix21": "note / report object_refs",
                "ftm": "none",
                "ploverCameo": "ACCUSE / 111 or 01x",
            ]),
        RelationDefinition(
            "reportsOn", group: "information", domain: ["Agent", "Document"], range: ["any"],
            polarity: .neutral, flow: .none, inverse: "reportedBy",
            mappings: [
                "stix21": "report.object_refs",
                "ftm": "Documentation (document -> entity)",
                "ploverCameo": "01",
            ]),
        RelationDefinition(
            "corroborates", group: "information", domain: ["Agent", "Document"],
            range: ["Agent", "Document", "Proposition"],
            polarity: .cooperative, flow: .none, inverse: "corroboratedBy",
            mappings: [
                "stix21": "opinion (agree) / sighting",
                "ftm": "none",
                "ploverCameo": "SUPPORT / 05",
            ]),
        RelationDefinition(
            "confirms", group: "information", domain: ["Agent"], range: ["Proposition", "Incident"],
            polarity: .neutral, flow: .none, inverse: "confirmedBy",
            mappings: [
                "stix21": "opinion (strongly-agree)",
                "ftm": "none",
                "ploverCameo": "01",
            ]),
        RelationDefinition(
            "publishes", group: "information", domain: ["Organisation", "Person"], range: ["Document"],
            polarity: .neutral, flow: .none, inverse: "publishedBy",
            mappings: [
                "stix21": "created_by_ref",
                "ftm": "Article.publisher",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "authored", group: "information", domain: ["Person"], range: ["Document"],
            polarity: .neutral, flow: .none, inverse: "authoredBy",
            mappings: [
                "stix21": "created_by_ref / report.authors (external)",
                "ftm": "Document.author",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "promised", group: "policy", domain: ["Agent", "State"], range: ["Pledge"],
            polarity: .cooperative, flow: .none, inverse: "promisedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "AGREE / 03",
            ]),
        RelationDefinition(
            "broke", group: "policy", domain: ["Agent", "State"], range: ["Pledge"],
            polarity: .hostile, flow: .none, inverse: "brokenBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "REJECT / 12",
            ]),
        RelationDefinition(
            "participatesIn", group: "policy", domain: ["State", "Agent", "Region"],
            range: ["Proposal", "Incident", "Organisation"],
            polarity: .cooperative, flow: .none, inverse: "hasParticipant",
            mappings: [
                "stix21": "none",
                "ftm": "ProjectParticipant",
                "ploverCameo": "COOPERATE / 06, 064 share intelligence",
            ]),
        RelationDefinition(
            "directedAt", group: "policy", domain: ["Proposal"], range: ["Agent", "State"],
            polarity: .neutral, flow: .none, inverse: "subjectOf",
            mappings: [
                "stix21": "mitigates (course-of-action, lossy)",
                "ftm": "none",
                "ploverCameo": "SANCTION / 16",
            ]),
        RelationDefinition(
            "engages", group: "policy", domain: ["State", "Region", "Organisation"],
            range: ["State", "Actor"],
            polarity: .cooperative, flow: .none, inverse: "engagedBy",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "CONSULT / 04-05",
            ]),
        RelationDefinition(
            "spillsOverTo", group: "summary", domain: ["State", "Region"], range: ["State", "Region"],
            polarity: .hostile, flow: .forward, isSummary: true, inverse: "receivesSpilloverFrom",
            mappings: [
                "stix21": "none",
                "ftm": "none",
                "ploverCameo": "none",
            ]),
        RelationDefinition(
            "participant", group: "incident role", domain: ["Incident", "Campaign"], range: ["Agent"],
            polarity: .neutral, flow: .none, inverse: "participantIn",
            mappings: [
                "stix21": "none",
                "ftm": "Event.involved",
                "ploverCameo": "source or target actor",
            ]),
        RelationDefinition(
            "sameAs", group: "structure", domain: ["any"], range: ["any"],
            polarity: .neutral, flow: .both, isSymmetric: true, inverse: "sameAs",
            mappings: [
                "stix21": "duplicate-of",
                "ftm": "none",
                "ploverCameo": "-",
            ]),
        RelationDefinition(
            "relatedTo", group: "structure", domain: ["any"], range: ["any"],
            polarity: .neutral, flow: .forward, inverse: "relatedFrom",
            mappings: [
                "stix21": "related-to",
                "ftm": "UnknownLink",
                "ploverCameo": "-",
            ]),
    ]
}
