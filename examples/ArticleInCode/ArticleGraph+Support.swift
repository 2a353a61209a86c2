import LinkChart

extension ArticleGraph {
    /// Who is based and active in Afghanistan.
    mutating func linkBases() {
        graph.link(
            taliban, .governs, afghanistan, attributes: ["implied": true],
            claim: Claim(
                by: khan, in: article, locator: .line(1), statement: "Implied: calls the Taliban a regime.")
        )
        graph.link(
            taliban, .governs, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(26),
                statement: "Implied: speaks of Afghan soil as the Taliban's own."))
        graph.link(
            ttp, .basedIn, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "Puts the bases of TTP's fighters in Afghanistan."))
        graph.link(
            ttp, .basedIn, afghanistan,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts TTP among the groups based in Afghanistan."))
        graph.link(
            iskp, .basedIn, afghanistan,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts ISKP among the groups based in Afghanistan."))
        graph.link(
            alQaeda, .basedIn, afghanistan,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Counts al-Qaeda among the groups based in Afghanistan."))
        graph.link(
            afghanBasedGroups, .basedIn, afghanistan,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Speaks of groups that have their base in Afghanistan."))
        graph.link(
            afghanBasedGroups, .basedIn, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "The groups that attack Chinese citizens have their base in Afghanistan."))
        graph.link(
            afghanBasedGroups, .operatesIn, afghanistan,
            claim: Claim(
                by: patel, in: article, via: khan, locator: .line(4),
                statement: "Speaks of groups that work from inside Afghanistan.", modality: .confirmed))
        graph.link(
            afghanBasedGroups, .operatesIn, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(26),
                statement: "Militant networks are at work on the soil that the Taliban holds."))
        graph.link(
            militantInfrastructure, .operatesIn, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(2),
                statement: "A whole transnational system of terror is being rebuilt in Afghanistan."))
    }

    /// Hosting and numbers (UN estimates).
    mutating func linkHosts() throws {
        graph.link(
            afghanistan, .hosts, foreignFighters, attributes: ["fighters": ["around": 13000]],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "Puts the foreign fighters in Afghanistan at around 13,000.",
                modality: .estimated))
        graph.link(
            afghanistan, .hosts, ttp, attributes: ["fighters": ["moreThan": 6000]],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "Puts the TTP militants among them at more than 6,000.", modality: .estimated))
        graph.link(
            afghanistan, .hosts, iskp, attributes: ["fighters": ["around": 3000]],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "Puts the ISKP operatives among them at roughly 3,000.", modality: .estimated))
        graph.link(
            afghanistan, .hosts, alQaeda, attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "Counts people aligned with al-Qaeda; all four alignments together come to hundreds.",
                modality: .estimated))
        graph.link(
            afghanistan, .hosts, aqis, attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "Counts people aligned with AQIS; all four alignments together come to hundreds.",
                modality: .estimated))
        graph.link(
            afghanistan, .hosts, centralAsianOutfits, attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "Counts people aligned with Central Asian outfits; all four alignments together come to hundreds.",
                modality: .estimated))
        graph.link(
            afghanistan, .hosts, middleEasternFranchises,
            attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "Counts people aligned with franchises of Middle Eastern groups; all four alignments together come to hundreds.",
                modality: .estimated))
        graph.link(
            ttp, .contributesTo, foreignFighters, attributes: ["fighters": ["moreThan": 6000]],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "TTP is a part of the foreign fighters counted.", modality: .estimated))
        graph.link(
            iskp, .contributesTo, foreignFighters, attributes: ["fighters": ["around": 3000]],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "ISKP is a part of the foreign fighters counted.", modality: .estimated))
        graph.link(
            alQaeda, .contributesTo, foreignFighters, attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "People aligned with al-Qaeda are among the foreign fighters counted.",
                modality: .estimated))
        graph.link(
            aqis, .contributesTo, foreignFighters, attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "People aligned with AQIS are among the foreign fighters counted.",
                modality: .estimated))
        graph.link(
            centralAsianOutfits, .contributesTo, foreignFighters,
            attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "People aligned with Central Asian outfits are among the foreign fighters counted.",
                modality: .estimated))
        graph.link(
            middleEasternFranchises, .contributesTo, foreignFighters,
            attributes: ["fightersOfFourJointly": "hundreds"],
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement:
                    "People aligned with franchises of Middle Eastern groups are among the foreign fighters counted.",
                modality: .estimated))
        graph.link(
            afghanistan, .hosts, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(17),
                statement: "No country leaves militant networks more room: it is a sanctuary to them."))
        graph.link(
            afghanistan, .hosts, localGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(17),
                statement: "Groups whose aims are local live in that sanctuary."))
        graph.link(
            afghanistan, .hosts, globalOutfits,
            claim: Claim(
                by: khan, in: article, locator: .line(17),
                statement: "Outfits whose aims are global live in the same sanctuary."))
        graph.link(
            afghanistan, .hosts, militantInfrastructure,
            claim: Claim(
                by: khan, in: article, locator: .line(28),
                statement: "The country as a whole is turning into a breeding place of global terror."))
    }

    /// What the Taliban does for the groups.
    mutating func linkTaliban() {
        graph.link(
            taliban, .complicitIn, militantInfrastructure,
            claim: Claim(
                by: khan, in: article, locator: .line(1),
                statement:
                    "Finds the complicity of the regime ever harder to deny (in what, line 2 makes out)."))
        graph.link(
            taliban, .enables, militantInfrastructure,
            claim: Claim(
                by: khan, in: article, locator: .line(5),
                statement: "The Taliban went beyond tolerance and gave the infrastructure power."))
        graph.link(
            taliban, .hosts, ttp,
            claim: Claim(
                by: khan, in: article, locator: .line(14), statement: "The regime goes on hosting TTP."))
        graph.link(
            taliban, .shields, ttp,
            claim: Claim(
                by: khan, in: article, locator: .line(14), statement: "The regime goes on shielding TTP."))
        graph.link(
            taliban, .enables, ttp,
            claim: Claim(
                by: khan, in: article, locator: .line(14), statement: "The regime goes on enabling TTP."))
        graph.link(
            taliban, .hosts, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "The regime hosts other groups as it does TTP."))
        graph.link(
            taliban, .shields, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "The regime shields other groups as it does TTP."))
        graph.link(
            taliban, .enables, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "The regime enables other groups as it does TTP."))
        graph.link(
            taliban, .enables, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(16),
                statement:
                    "Help, blindness or inability: whichever it is, the groups are enabled all the same."))
        graph.link(
            taliban, .affiliatedWith, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(16),
                statement: "They share ideas, overlap in operations, and both gain."))
        graph.link(
            taliban, .controls, afghanBasedGroups,
            claim: Claim(
                by: khan, in: article, locator: .line(16),
                statement: "The Taliban never meant to control the groups.", modality: .negated))
        graph.link(
            talibanFactions, .affiliatedWith, globalOutfits,
            claim: Claim(
                by: khan, in: article, locator: .line(15),
                statement: "The border between the two fades as ex-fighters change over."))
        graph.link(
            formerTalibanFighters, .joins, ttp, attributes: ["fightersOfAllJointly": "tensOfThousands"],
            claim: Claim(
                by: khan, in: article, locator: .line(15),
                statement: "Tens of thousands without work or means go over to TTP and others."))
        graph.link(
            formerTalibanFighters, .joins, afghanBasedGroups,
            attributes: ["fightersOfAllJointly": "tensOfThousands"],
            claim: Claim(
                by: khan, in: article, locator: .line(15),
                statement: "Tens of thousands without work or means go over to TTP and others."))
        graph.link(
            taliban, .promised, noSanctuary,
            claim: Claim(
                by: khan, in: article, locator: .line(15),
                statement: "The Taliban advertised this promise to gain support and recognition abroad."))
        graph.link(
            taliban, .broke, noSanctuary,
            claim: Claim(
                by: khan, in: article, locator: .line(15), statement: "Nothing is left of the promise."))
    }
}
