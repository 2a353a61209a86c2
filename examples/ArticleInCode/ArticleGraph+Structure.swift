import LinkChart

extension ArticleGraph {
    /// Where things are and what belongs to what.
    mutating func linkPlacesAndMembers() {
        graph.link(
            kunduz, .locatedIn, afghanistan, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Implied: fighters who come into Afghanistan go on by way of Kunduz."))
        graph.link(
            washingtonDc, .locatedIn, unitedStates, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(27),
                statement:
                    "Implied: the United States has felt the ripples, and the attack told of was in Washington, DC."
            ))
        graph.link(
            tajikistan, .memberOf, centralAsia, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(27),
                statement:
                    "Implied: the attack in Tajikistan stands behind the remark that Central Asia is exposed."
            ))
        graph.link(
            centralAsianStates, .memberOf, centralAsia,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Speaks of the states of Central Asia as one group."))
        graph.link(
            fbi, .partOf, unitedStates,
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "The FBI is a bureau of the United States."))
        graph.link(
            sigar, .partOf, unitedStates,
            claim: Claim(
                by: khan, in: article, locator: .line(7),
                statement: "SIGAR is an oversight body of the United States."))
        graph.link(
            nationalGuard, .partOf, unitedStates, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement:
                    "Implied: the National Guard whose soldiers died in Washington is that of the United States."
            ))
        graph.link(
            unMonitoringTeam, .partOf, unitedNations,
            claim: Claim(
                by: khan, in: article, locator: .line(6),
                statement: "The Monitoring Team is one of the United Nations."))
        graph.link(
            russianSecurityCouncil, .partOf, russia,
            claim: Claim(
                by: khan, in: article, locator: .line(19),
                statement: "The Security Council that Shoigu serves is a body of Russia."))
        graph.link(
            cryptocurrencies, .partOf, financingChannels,
            claim: Claim(
                by: khan, in: article, locator: .line(7),
                statement: "Cryptocurrencies are among the ways in which the money moves."))
        graph.link(
            talibanFactions, .partOf, taliban,
            claim: Claim(
                by: khan, in: article, locator: .line(15), statement: "The Taliban has factions within it.")
        )
        graph.link(
            nationalGuardSoldiers, .memberOf, nationalGuard,
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "The two killed were soldiers of the National Guard."))
        graph.link(
            isisFighters, .memberOf, isis,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "The fighters who migrate are those of ISIS."))
        graph.link(
            ttp, .memberOf, afghanBasedGroups,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts TTP among the groups based in Afghanistan."))
        graph.link(
            iskp, .memberOf, afghanBasedGroups,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts ISKP among the groups based in Afghanistan."))
        graph.link(
            alQaeda, .memberOf, afghanBasedGroups,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts al-Qaeda among the groups based in Afghanistan."))
        graph.link(
            formerTalibanFighters, .formerlyMemberOf, taliban,
            claim: Claim(
                by: khan, in: article, locator: .line(15),
                statement: "They fought for the Taliban until the war ended."))
        graph.link(
            chineseEngineers, .nationalOf, china,
            claim: Claim(
                by: khan, in: article, locator: .line(3), statement: "The engineers aimed at were Chinese.")
        )
        graph.link(
            chineseCitizens, .nationalOf, china,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Those under attack are citizens of China."))
        graph.link(
            washingtonAttacker, .originatesFrom, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "The attacker had immigrated from Afghanistan."))
        graph.link(
            washingtonAttacker, .movesTo, unitedStates, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "Implied: he is called an immigrant and struck in Washington, DC."))
        graph.link(
            isisFighters, .originatesFrom, iraq,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Some of the ISIS fighters come from Iraq."))
        graph.link(
            isisFighters, .originatesFrom, syria,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Some of the ISIS fighters come from Syria."))
        graph.link(
            centralAsianOutfits, .originatesFrom, centralAsia, attributes: ["implied": true],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "Implied: the estimates call these outfits Central Asian."))
    }

    /// Offices.
    mutating func linkOffices() {
        graph.link(
            patel, .leads, fbi,
            claim: Claim(
                by: khan, in: article, locator: .line(4), statement: "Patel is director of the FBI."))
        graph.link(
            shoigu, .memberOf, russianSecurityCouncil, attributes: ["office": "secretary"],
            claim: Claim(
                by: khan, in: article, locator: .line(19), statement: "Shoigu is secretary of the council.")
        )
        graph.link(
            danishRepresentative, .represents, denmark,
            claim: Claim(
                by: khan, in: article, locator: .line(18),
                statement: "The diplomat is deputy permanent representative of Denmark."))
        graph.link(
            danishRepresentative, .accreditedTo, unitedNations,
            claim: Claim(
                by: khan, in: article, locator: .line(18),
                statement: "The diplomat's post is at the United Nations."))
        graph.link(
            russianAmbassador, .represents, russia,
            claim: Claim(
                by: khan, in: article, locator: .line(19),
                statement: "The diplomat is ambassador of Moscow."))
        graph.link(
            russianAmbassador, .accreditedTo, unitedNations,
            claim: Claim(
                by: khan, in: article, locator: .line(19),
                statement: "The ambassador's post is at the United Nations."))
    }
}
