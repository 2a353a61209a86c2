import LinkChart

extension ArticleGraph {
    /// Money, tools and movement.
    mutating func linkMovement() {
        graph.link(
            afghanBasedGroups, .usesMeans, financingChannels,
            claim: Claim(
                by: khan, in: article, locator: .line(7),
                statement: "The channels by which the groups are financed multiply."))
        graph.link(
            afghanBasedGroups, .usesMeans, financingChannels,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "The groups widen their financing."))
        graph.link(
            afghanBasedGroups, .usesMeans, propaganda,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "The groups widen their propaganda."))
        graph.link(
            afghanBasedGroups, .usesMeans, recruitment,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "The groups widen their recruitment."))
        graph.link(
            foreignFunding, .funds, iskp,
            claim: Claim(
                by: russianAmbassador, in: article, via: khan, locator: .line(19),
                statement: "ISKP gets money from abroad."))
        graph.link(
            militantInfrastructure, .usesMeans, digitalNetworks,
            claim: Claim(
                by: khan, in: article, locator: .line(21),
                statement: "Today's terrorism travels by digital networks."))
        graph.link(
            militantInfrastructure, .usesMeans, encryptedPlatforms,
            claim: Claim(
                by: khan, in: article, locator: .line(21),
                statement: "Today's terrorism travels by encrypted platforms."))
        graph.link(
            militantInfrastructure, .usesMeans, financingChannels,
            claim: Claim(
                by: khan, in: article, locator: .line(21),
                statement: "Today's terrorism travels by worldwide channels of finance."))
        graph.link(
            isisFighters, .movesTo, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Hardened ISIS fighters migrate into Afghanistan."))
        graph.link(
            isisFighters, .movesTo, centralAsia,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Some of them are on their way into Central Asia."))
        graph.link(
            isisFighters, .stagesThrough, kunduz,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Some of them gather in Kunduz before they go on."))
        graph.link(
            kunduz, .stagingPointFor, centralAsia,
            claim: Claim(
                by: khan, in: article, locator: .line(13),
                statement: "Kunduz serves as the jump-off point for Central Asia."))
    }
}
