import LinkChart

extension ArticleGraph {
    /// The drone attack in Tajikistan.
    mutating func linkDroneAttack() throws {
        graph.link(
            tajikistanDroneAttack, .launchedFrom, afghanistan, valid: try EDTFDate("XXXX-11-27"),
            claim: Claim(
                by: khan, in: article, locator: .line(3),
                statement: "The attack was started from Afghan territory."))
        graph.link(
            tajikistanDroneAttack, .target, chineseEngineers, valid: try EDTFDate("XXXX-11-27"),
            claim: Claim(
                by: khan, in: article, locator: .line(3),
                statement: "The attack was aimed at Chinese engineers."))
        graph.link(
            tajikistanDroneAttack, .occurredIn, tajikistan, valid: try EDTFDate("XXXX-11-27"),
            claim: Claim(
                by: khan, in: article, locator: .line(3), statement: "The engineers were in Tajikistan."))
        graph.link(
            tajikistanDroneAttack, .occurredIn, tajikistan, valid: try EDTFDate("XXXX-11-27"),
            claim: Claim(
                by: khan, in: article, locator: .line(17),
                statement: "Names Tajikistan as the scene once more."))
        graph.link(
            tajikistanDroneAttack, .usesMeans, quadcopter, valid: try EDTFDate("XXXX-11-27"),
            claim: Claim(
                by: khan, in: article, locator: .line(3), statement: "The weapon was a quadcopter."))
        graph.link(
            tajikistanDroneAttack, .sourcedFrom, militantInfrastructure,
            claim: Claim(
                by: khan, in: article, locator: .line(5),
                statement: "This incident grew out of the militant infrastructure."))
        graph.link(
            tajikistanDroneAttack, .linkedTo, washingtonAttack,
            claim: Claim(
                by: khan, in: article, locator: .line(5),
                statement: "Far apart on the map, the two incidents have one source."))
        graph.link(
            tajikistanDroneAttack, .linkedTo, furtherAttack,
            claim: Claim(
                by: khan, in: article, locator: .line(17),
                statement: "Expects that others will follow this attack.", modality: .predicted))
    }

    /// The killing in Washington.
    mutating func linkWashingtonAttack() throws {
        graph.link(
            washingtonAttack, .perpetratedBy, washingtonAttacker, valid: try EDTFDate("XXXX-11-26"),
            claim: Claim(
                by: khan, in: article, locator: .line(4), statement: "An Afghan immigrant did it."))
        graph.link(
            washingtonAttack, .victim, nationalGuardSoldiers, valid: try EDTFDate("XXXX-11-26"),
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "Two soldiers of the National Guard were murdered."))
        graph.link(
            washingtonAttack, .occurredIn, washingtonDc, valid: try EDTFDate("XXXX-11-26"),
            claim: Claim(
                by: khan, in: article, locator: .line(4),
                statement: "It happened in Washington, DC, the day before the drone attack."))
        graph.link(
            washingtonAttack, .sourcedFrom, militantInfrastructure,
            claim: Claim(
                by: khan, in: article, locator: .line(5),
                statement: "This incident, too, grew out of the militant infrastructure."))
        graph.link(
            washingtonAttacker, .communicatedWith, afghanBasedGroups,
            claim: Claim(
                by: patel, in: article, via: khan, locator: .line(4),
                statement: "The attacker and groups that work from Afghanistan had communicated.",
                modality: .confirmed))
        graph.link(
            patel, .confirms, attackerInContact,
            claim: Claim(
                by: patel, in: article, via: khan, locator: .line(4),
                statement: "Confirmed the contact some time after the attack.", modality: .confirmed))
    }

    /// Attacks and threats.
    mutating func linkThreats() throws {
        graph.link(
            ttp, .attacks, pakistan, valid: try EDTFDate("2021/.."),
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "TTP strikes Pakistan harder and more often, from 2021 on."))
        graph.link(
            ttpCampaign, .perpetratedBy, ttp, valid: try EDTFDate("2021/.."),
            claim: Claim(
                by: khan, in: article, locator: .line(14), statement: "TTP fighters carry out the attacks.")
        )
        graph.link(
            ttpCampaign, .occurredIn, pakistan, valid: try EDTFDate("2021/.."),
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "The attacks take place inside Pakistan."))
        graph.link(
            ttpCampaign, .plannedIn, afghanistan,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "Finds the proof of planning from Afghanistan overwhelming."))
        graph.link(
            planningEvidence, .reportsOn, ttpCampaign,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement:
                    "Intercepts, testimonies and trails of supplies bear on where the attacks are planned."))
        graph.link(
            afghanBasedGroups, .attacks, chineseCitizens,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Terror groups based in Afghanistan attack citizens of China."))
        graph.link(
            militantInfrastructure, .threatens, pakistan,
            claim: Claim(
                by: khan, in: article, locator: .line(2),
                statement: "Pakistan is once more the first to face what is being rebuilt."))
        graph.link(
            afghanBasedGroups, .threatens, centralAsianStates,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "The states of Central Asia prepare to be infiltrated."))
        graph.link(
            afghanBasedGroups, .threatens, europe,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Expects Europe to be a target, going by the past.", modality: .predicted))
        graph.link(
            afghanBasedGroups, .threatens, unitedStates,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Expects the United States to be a target, going by the past.",
                modality: .predicted))
        graph.link(
            iskp, .threatens, beyondTheRegion,
            claim: Claim(
                by: russianAmbassador, in: article, via: khan, locator: .line(19),
                statement: "Thinks that ISKP may before long carry violence out of the region.",
                modality: .predicted))
    }

    /// Spillover: the author's conclusions.
    mutating func linkSpillover() {
        graph.link(
            afghanistan, .spillsOverTo, widerNeighbourhood,
            claim: Claim(
                by: khan, in: article, locator: .line(1),
                statement: "The overflow can be seen already (where is not said)."))
        graph.link(
            afghanistan, .spillsOverTo, widerNeighbourhood,
            claim: Claim(
                by: khan, in: article, locator: .line(18), statement: "The region around is on the alert."))
        graph.link(
            afghanistan, .spillsOverTo, widerNeighbourhood,
            claim: Claim(
                by: khan, in: article, locator: .line(27),
                statement: "The consequences unfold outside Afghanistan's borders."))
        graph.link(
            afghanistan, .spillsOverTo, widerNeighbourhood,
            claim: Claim(
                by: khan, in: article, locator: .line(28),
                statement: "The overflow has started (where to is not said)."))
        graph.link(
            afghanistan, .spillsOverTo, pakistan,
            claim: Claim(
                by: khan, in: article, locator: .line(14),
                statement: "To Pakistan the crisis is part of daily life."))
        graph.link(
            afghanistan, .spillsOverTo, pakistan,
            claim: Claim(
                by: khan, in: article, locator: .line(20),
                statement: "Pakistan takes the backlash every day."))
        graph.link(
            afghanistan, .spillsOverTo, pakistan,
            claim: Claim(
                by: khan, in: article, locator: .line(27), statement: "Pakistan pays in blood."))
        graph.link(
            afghanistan, .spillsOverTo, centralAsia,
            claim: Claim(
                by: khan, in: article, locator: .line(27), statement: "Central Asia lies open to it."))
        graph.link(
            afghanistan, .spillsOverTo, china,
            claim: Claim(
                by: khan, in: article, locator: .line(27), statement: "China has been a target already."))
        graph.link(
            afghanistan, .spillsOverTo, unitedStates,
            claim: Claim(
                by: khan, in: article, locator: .line(27),
                statement: "The United States has felt the ripples already."))
    }
}
