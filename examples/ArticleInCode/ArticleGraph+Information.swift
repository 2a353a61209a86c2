import LinkChart

extension ArticleGraph {
    /// Who reports, warns and confirms.
    mutating func linkReports() {
        graph.link(
            unMonitoringTeam, .publishes, monitoringReports,
            claim: Claim(
                by: khan, in: article, locator: .line(6),
                statement: "The team brings out reports, each more alarming than the last."))
        graph.link(
            monitoringReports, .reportsOn, iskp, attributes: ["trend": "expanding"],
            claim: Claim(
                by: unMonitoringTeam, in: article, via: khan, locator: .line(6),
                statement: "ISKP is growing."))
        graph.link(
            monitoringReports, .reportsOn, alQaeda, attributes: ["trend": "rebuilding"],
            claim: Claim(
                by: unMonitoringTeam, in: article, via: khan, locator: .line(6),
                statement: "al-Qaeda is building itself up again."))
        graph.link(
            monitoringReports, .reportsOn, ttp, attributes: ["trend": "consolidating"],
            claim: Claim(
                by: unMonitoringTeam, in: article, via: khan, locator: .line(6),
                statement: "TTP is making its presence firm."))
        graph.link(
            sigar, .corroborates, monitoringReports,
            claim: Claim(
                by: sigar, in: article, via: khan, locator: .line(7),
                statement: "Saw the same trend, independently."))
        graph.link(
            unitedNations, .publishes, unEstimates,
            claim: Claim(
                by: khan, in: article, locator: .line(12), statement: "Recent estimates come from the UN."))
        graph.link(
            unEstimates, .reportsOn, foreignFighters,
            claim: Claim(
                by: unitedNations, in: article, via: khan, locator: .line(12),
                statement: "The estimates count foreign fighters in Afghanistan, by group.",
                modality: .estimated))
        graph.link(
            pakistan, .warns, ttpCampaign,
            claim: Claim(
                by: pakistan, in: article, via: khan, locator: .line(14),
                statement: "Raised the alarm over and over."))
        graph.link(
            danishRepresentative, .warns, afghanBasedGroups,
            claim: Claim(
                by: danishRepresentative, in: article, via: khan, locator: .line(18),
                statement: "Warned that these groups widen their operations."))
        graph.link(
            shoigu, .warns, afghanBasedGroups,
            claim: Claim(
                by: shoigu, in: article, via: khan, locator: .line(19),
                statement: "Called the Afghan movements a grave worry."))
        graph.link(
            russianAmbassador, .warns, iskp,
            claim: Claim(
                by: russianAmbassador, in: article, via: khan, locator: .line(19),
                statement: "Warned of ISKP's money and its reach."))
        graph.link(
            khan, .authored, article, attributes: ["implied": true],
            claim: Claim(
                claimant: .node(article.index), source: .node(article.index), locator: .line(29),
                statement: "Implied: the note at the end presents him as the author."))
        graph.link(
            khan, .basedIn, lahore,
            claim: Claim(
                claimant: .node(article.index), source: .node(article.index), locator: .line(29),
                statement: "The author has his base in Lahore."))
    }

    /// What is disputed.
    mutating func linkDisputes() {
        graph.link(
            internationalDiscourse, .asserts, turmoilContained,
            claim: Claim(
                by: khan, in: article, locator: .line(1),
                statement:
                    "A view that goes round holds the turmoil to be contained and more or less manageable."))
        graph.link(
            khan, .disputes, turmoilContained,
            claim: Claim(
                by: khan, in: article, locator: .line(1),
                statement: "Calls this view a dangerous fiction and says that the facts refute it."))
        graph.link(
            internationalDiscourse, .asserts, regionalProblem,
            claim: Claim(
                by: khan, in: article, locator: .line(1),
                statement: "The same view holds the turmoil to be confined to the region."))
        graph.link(
            khan, .disputes, regionalProblem,
            claim: Claim(
                by: khan, in: article, locator: .line(1), statement: "Denies it in the opening."))
        graph.link(
            khan, .disputes, regionalProblem,
            claim: Claim(
                by: khan, in: article, locator: .line(21),
                statement: "Calls this notion a dangerous illusion, since distance protects nobody."))
        graph.link(
            khan, .disputes, talibanLosingControl,
            claim: Claim(
                by: khan, in: article, locator: .line(16),
                statement: "Calls this a pretence that misses what lies beneath."))
        graph.link(
            khan, .asserts, neglectSpreadsCrisis,
            claim: Claim(
                by: khan, in: article, locator: .line(21),
                statement: "Holds that to look away can only make the crisis spread."))
        graph.link(
            world, .promised, neverAgain,
            claim: Claim(
                by: khan, in: article, locator: .line(28),
                statement: "The world once swore not to let this come about again."))
    }

    /// What is proposed.
    mutating func linkProposals() {
        graph.link(
            pakistan, .participatesIn, jointFramework,
            claim: Claim(
                by: khan, in: article, locator: .line(25), statement: "Wants Pakistan to help build it.",
                modality: .proposed))
        graph.link(
            china, .participatesIn, jointFramework,
            claim: Claim(
                by: khan, in: article, locator: .line(25), statement: "Wants China to help build it.",
                modality: .proposed))
        graph.link(
            iran, .participatesIn, jointFramework,
            claim: Claim(
                by: khan, in: article, locator: .line(25), statement: "Wants Iran to help build it.",
                modality: .proposed))
        graph.link(
            russia, .participatesIn, jointFramework,
            claim: Claim(
                by: khan, in: article, locator: .line(25), statement: "Wants Russia to help build it.",
                modality: .proposed))
        graph.link(
            centralAsianStates, .participatesIn, jointFramework,
            claim: Claim(
                by: khan, in: article, locator: .line(25),
                statement: "Wants the republics of Central Asia to help build it.", modality: .proposed))
        graph.link(
            pressureOnTaliban, .directedAt, taliban,
            claim: Claim(
                by: khan, in: article, locator: .line(26),
                statement: "Wants the Taliban put under pressure by all together.", modality: .proposed))
        graph.link(
            westernStates, .engages, afghanistan,
            attributes: [
                "aim": "that Afghanistan does not turn into a source of terror for other countries again"
            ],
            claim: Claim(
                by: khan, in: article, locator: .line(26),
                statement: "Wants Western states to stay involved, by politics and without soldiers.",
                modality: .proposed))
    }
}
