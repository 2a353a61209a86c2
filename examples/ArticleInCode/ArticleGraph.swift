import LinkChart

/// The graph of `graphs/afghanistan.linkchart.yaml`, built in code: who the article speaks of.
///
/// Every node is a property with a type of its own, so the compiler checks each link in the other files: it
/// would refuse `graph.link(patel, .hosts, ttp)`, for a person hosts nothing.
struct ArticleGraph {
    var graph = Graph(title: "Afghanistan and its neighbours, as one article tells it")

    let article: Kinds.Document, monitoringReports: Kinds.Document, unEstimates: Kinds.Document,
        planningEvidence: Kinds.Document
    let afghanistan: Kinds.State, china: Kinds.State, denmark: Kinds.State, iran: Kinds.State,
        iraq: Kinds.State, pakistan: Kinds.State, russia: Kinds.State, syria: Kinds.State,
        tajikistan: Kinds.State, unitedStates: Kinds.State, centralAsianStates: Kinds.State,
        westernStates: Kinds.State
    let centralAsia: Kinds.Region, europe: Kinds.Region, widerNeighbourhood: Kinds.Region,
        beyondTheRegion: Kinds.Region
    let kunduz: Kinds.Place, lahore: Kinds.Place, washingtonDc: Kinds.Place
    let taliban: Kinds.Actor, talibanFactions: Kinds.Actor, ttp: Kinds.Actor, iskp: Kinds.Actor,
        alQaeda: Kinds.Actor, aqis: Kinds.Actor, isis: Kinds.Actor, centralAsianOutfits: Kinds.Actor,
        middleEasternFranchises: Kinds.Actor, afghanBasedGroups: Kinds.Actor, localGroups: Kinds.Actor,
        globalOutfits: Kinds.Actor, militantInfrastructure: Kinds.Actor
    let unitedNations: Kinds.Organisation, unMonitoringTeam: Kinds.Organisation,
        sigar: Kinds.Organisation, fbi: Kinds.Organisation, nationalGuard: Kinds.Organisation,
        russianSecurityCouncil: Kinds.Organisation
    let khan: Kinds.Person, patel: Kinds.Person, shoigu: Kinds.Person,
        danishRepresentative: Kinds.Person, russianAmbassador: Kinds.Person,
        washingtonAttacker: Kinds.Person
    let chineseEngineers: Kinds.Population, chineseCitizens: Kinds.Population,
        nationalGuardSoldiers: Kinds.Population, foreignFighters: Kinds.Population,
        isisFighters: Kinds.Population, formerTalibanFighters: Kinds.Population,
        internationalDiscourse: Kinds.Population, world: Kinds.Population
    let tajikistanDroneAttack: Kinds.Incident, washingtonAttack: Kinds.Incident,
        furtherAttack: Kinds.Incident
    let ttpCampaign: Kinds.Campaign
    let quadcopter: Kinds.Means, financingChannels: Kinds.Means, cryptocurrencies: Kinds.Means,
        foreignFunding: Kinds.Means, propaganda: Kinds.Means, recruitment: Kinds.Means,
        digitalNetworks: Kinds.Means, encryptedPlatforms: Kinds.Means
    let turmoilContained: Kinds.Proposition, regionalProblem: Kinds.Proposition,
        talibanLosingControl: Kinds.Proposition, attackerInContact: Kinds.Proposition,
        neglectSpreadsCrisis: Kinds.Proposition
    let noSanctuary: Kinds.Pledge, neverAgain: Kinds.Pledge
    let jointFramework: Kinds.Proposal, pressureOnTaliban: Kinds.Proposal

    init() throws {
        article = graph.add(
            .document(
                "Article on the spillover of Afghanistan's turmoil (headline not in the text)",
                id: "article",
                attributes: ["publisher": "Asia Times", "author": "Mazhar Siddique Khan", "language": "en"])
        )

        afghanistan = graph.add(.state("Afghanistan", iso: "AF"))
        china = graph.add(.state("China", iso: "CN"))
        denmark = graph.add(.state("Denmark", iso: "DK"))
        iran = graph.add(.state("Iran", iso: "IR"))
        iraq = graph.add(.state("Iraq", iso: "IQ"))
        pakistan = graph.add(.state("Pakistan", iso: "PK", aliases: ["Islamabad"]))
        russia = graph.add(.state("Russia", iso: "RU", aliases: ["Moscow"]))
        syria = graph.add(.state("Syria", iso: "SY"))
        tajikistan = graph.add(.state("Tajikistan", iso: "TJ"))
        unitedStates = graph.add(
            .state("United States", iso: "US", aliases: ["US", "United States of America"]))
        centralAsianStates = graph.add(
            .state("Central Asian states", aliases: ["Central Asian republics"], subtype: "aggregate"))
        westernStates = graph.add(.state("Western states", subtype: "aggregate"))

        centralAsia = graph.add(.region("Central Asia"))
        europe = graph.add(.region("Europe"))
        widerNeighbourhood = graph.add(
            .region(
                "Region around Afghanistan", id: "wider-neighbourhood", aliases: ["broader region"],
                subtype: "unnamed"))
        beyondTheRegion = graph.add(
            .region("World beyond the region", id: "beyond-the-region", subtype: "unnamed"))

        kunduz = graph.add(.place("Kunduz"))
        lahore = graph.add(.place("Lahore"))
        washingtonDc = graph.add(.place("Washington, DC"))

        taliban = graph.add(
            .actor("Taliban", aliases: ["Taliban regime"], subtype: "deFactoGovernment"))
        talibanFactions = graph.add(.actor("Taliban factions", subtype: "aggregate"))
        ttp = graph.add(
            .actor("Tehrik-i-Taliban Pakistan", id: "ttp", aliases: ["TTP"], subtype: "armedGroup"))
        iskp = graph.add(
            .actor(
                "Islamic State-Khorasan Province", id: "iskp", aliases: ["ISKP"], subtype: "armedGroup"))
        alQaeda = graph.add(.actor("al-Qaeda", subtype: "armedGroup"))
        aqis = graph.add(
            .actor(
                "al-Qaeda in the Indian Subcontinent", id: "aqis", aliases: ["AQIS"], subtype: "armedGroup")
        )
        isis = graph.add(.actor("ISIS", subtype: "armedGroup"))
        centralAsianOutfits = graph.add(
            .actor("Central Asian terror outfits", id: "central-asian-outfits", subtype: "aggregate"))
        middleEasternFranchises = graph.add(
            .actor(
                "Middle Eastern terror group franchises", id: "middle-eastern-franchises",
                subtype: "aggregate"))
        afghanBasedGroups = graph.add(
            .actor(
                "Afghan-based groups",
                aliases: [
                    "groups operating out of Afghanistan", "Afghan extremist movements", "militant networks",
                    "extremist groups",
                ], subtype: "aggregate", attributes: ["trend": "resurgent"]))
        localGroups = graph.add(
            .actor("Groups with local ambitions", id: "local-groups", subtype: "aggregate"))
        globalOutfits = graph.add(
            .actor(
                "Outfits with global agendas", id: "global-outfits",
                aliases: ["transnational jihadist organizations"], subtype: "aggregate"))
        militantInfrastructure = graph.add(
            .actor(
                "Militant infrastructure", aliases: ["terror ecosystem", "transnational terror ecosystem"],
                subtype: "network", attributes: ["trend": "rapidly expanding"]))

        unitedNations = graph.add(
            .organisation("United Nations", aliases: ["UN"], subtype: "intergovernmental"))
        unMonitoringTeam = graph.add(
            .organisation(
                "UN Monitoring Team", aliases: ["United Nations Monitoring Team", "Monitoring Team"],
                subtype: "expertPanel"))
        sigar = graph.add(
            .organisation(
                "Special Inspector General for Afghanistan Reconstruction", id: "sigar", aliases: ["SIGAR"],
                subtype: "oversightBody"))
        fbi = graph.add(
            .organisation(
                "Federal Bureau of Investigation", id: "fbi",
                aliases: ["FBI", "US Federal Bureau of Investigation"], subtype: "government"))
        nationalGuard = graph.add(.organisation("National Guard", subtype: "militaryUnit"))
        russianSecurityCouncil = graph.add(
            .organisation(
                "Security Council of Russia", id: "russian-security-council",
                aliases: ["Russia's Security Council"], subtype: "government"))

        khan = graph.add(
            .person(
                "Mazhar Siddique Khan", id: "khan", aliases: ["Advocate Mazhar Siddique Khan"],
                subtype: "author", attributes: ["occupation": "high court lawyer"]))
        patel = graph.add(
            .person(
                "Akash Patel", id: "patel", subtype: "official",
                attributes: ["office": "director of the FBI"]))
        shoigu = graph.add(
            .person(
                "Sergei Shoigu", id: "shoigu", subtype: "official",
                attributes: ["office": "secretary of Russia's Security Council"]))
        danishRepresentative = graph.add(
            .person(
                "Deputy permanent representative of Denmark to the UN", id: "danish-representative",
                aliases: ["Danish deputy permanent representative"], subtype: "diplomat",
                attributes: ["identity": "not named"]))
        russianAmbassador = graph.add(
            .person(
                "Ambassador of Russia to the UN", id: "russian-ambassador",
                aliases: ["Russian ambassador to the UN"], subtype: "diplomat",
                attributes: ["identity": "not named"]))
        washingtonAttacker = graph.add(
            .person(
                "Afghan immigrant (Washington attacker)", id: "washington-attacker",
                aliases: ["Afghan immigrant"], subtype: "attacker", attributes: ["identity": "not named"]))

        chineseEngineers = graph.add(
            .population(
                "Chinese engineers in Tajikistan", id: "chinese-engineers", aliases: ["Chinese engineers"]))
        chineseCitizens = graph.add(.population("Chinese citizens"))
        nationalGuardSoldiers = graph.add(
            .population(
                "Two National Guard soldiers", id: "national-guard-soldiers",
                aliases: ["National Guard soldiers"], attributes: ["count": ["exactly": 2]]))
        foreignFighters = graph.add(
            .population(
                "Foreign fighters in Afghanistan", id: "foreign-fighters", aliases: ["foreign fighters"],
                subtype: "aggregate", attributes: ["count": ["around": 13000]]))
        isisFighters = graph.add(
            .population(
                "ISIS fighters from Iraq and Syria", id: "isis-fighters",
                attributes: ["experience": "battle-hardened"]))
        formerTalibanFighters = graph.add(
            .population(
                "Former Taliban fighters",
                attributes: [
                    "count": "tensOfThousands",
                    "condition": "unemployed since the war ended, in acute poverty",
                ]))
        internationalDiscourse = graph.add(.population("International discourse", subtype: "aggregate"))
        world = graph.add(.population("The world", id: "world", subtype: "aggregate"))

        tajikistanDroneAttack = graph.add(
            .incident(
                "Drone attack in Tajikistan", id: "tajikistan-drone-attack", aliases: ["quadcopter attack"],
                subtype: "droneAttack",
                attributes: [
                    "date": "XXXX-11-27",
                    "character": "cross-border; precisely planned; meant to show capability",
                ]))
        washingtonAttack = graph.add(
            .incident(
                "Killing of two soldiers in Washington, DC", id: "washington-attack", subtype: "murder",
                attributes: ["date": "XXXX-11-26", "fatalities": ["low": 2, "best": 2, "high": 2]]))
        furtherAttack = graph.add(
            .incident("Further attack of the same sort", id: "further-attack", subtype: "hypothetical"))

        ttpCampaign = graph.add(
            .campaign("TTP attacks inside Pakistan", id: "ttp-campaign", attributes: ["date": "2021/.."]))

        quadcopter = graph.add(.means("Quadcopter", aliases: ["drone"], subtype: "weapon"))
        financingChannels = graph.add(
            .means(
                "Financing pipelines", id: "financing-channels",
                aliases: ["financing operations", "global financing channels"], subtype: "finance"))
        cryptocurrencies = graph.add(.means("Cryptocurrencies", subtype: "finance"))
        foreignFunding = graph.add(.means("Foreign funding", subtype: "finance"))
        propaganda = graph.add(
            .means(
                "Propaganda operations", id: "propaganda", aliases: ["propaganda"],
                subtype: "communications"))
        recruitment = graph.add(
            .means(
                "Recruitment operations", id: "recruitment", aliases: ["recruitment"], subtype: "technique")
        )
        digitalNetworks = graph.add(.means("Digital networks", subtype: "communications"))
        encryptedPlatforms = graph.add(.means("Encrypted platforms", subtype: "communications"))

        monitoringReports = graph.add(
            .document("Reports of the UN Monitoring Team", id: "monitoring-reports"))
        unEstimates = graph.add(
            .document("UN estimates of foreign fighters", id: "un-estimates", aliases: ["UN estimates"]))
        planningEvidence = graph.add(
            .document(
                "Evidence of Afghan-based planning", id: "planning-evidence",
                attributes: ["contents": "intercepts, testimonies, logistical trails"]))

        turmoilContained = graph.add(
            .proposition(
                "Afghanistan's turmoil is contained and more or less manageable", id: "turmoil-contained",
                aliases: ["contained"]))
        regionalProblem = graph.add(
            .proposition(
                "Afghanistan's instability is a regional problem", id: "regional-problem",
                aliases: ["regional problem"]))
        talibanLosingControl = graph.add(
            .proposition(
                "The Taliban is losing control of the groups", id: "taliban-losing-control",
                aliases: ["Taliban losing control"]))
        attackerInContact = graph.add(
            .proposition(
                "The Washington attacker was in contact with groups in Afghanistan",
                id: "attacker-in-contact"))
        neglectSpreadsCrisis = graph.add(
            .proposition(
                "To ignore Afghanistan now makes the crisis spread", id: "neglect-spreads-crisis"))

        noSanctuary = graph.add(
            .pledge(
                "No sanctuary for foreign militants", id: "no-sanctuary", aliases: ["no sanctuary"],
                attributes: ["purpose": "international support and recognition"]))
        neverAgain = graph.add(
            .pledge("Never again a country-sized incubator of global terror", id: "never-again"))

        jointFramework = graph.add(
            .proposal(
                "Joint regional security framework", id: "joint-framework",
                attributes: [
                    "measures": "to share intelligence; to watch borders; to track finance; to react fast"
                ]))
        pressureOnTaliban = graph.add(
            .proposal(
                "Unified diplomatic and economic pressure on the Taliban", id: "pressure-on-taliban",
                attributes: ["until": "the Taliban dismantles the militant networks on its soil"]))

        graph.updateNode(article.index, isSource: true)

        linkPlacesAndMembers()
        linkOffices()
        linkBases()
        try linkHosts()
        linkTaliban()
        linkMovement()
        try linkDroneAttack()
        try linkWashingtonAttack()
        try linkThreats()
        linkSpillover()
        linkReports()
        linkDisputes()
        linkProposals()
    }
}
