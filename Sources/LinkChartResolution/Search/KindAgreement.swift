import LinkChartModel

/// Which kinds may be two views of one thing.
struct KindAgreement {
    private let entity: KindID?
    private let actor: KindID?
    private let organisation: KindID?
    let person: KindID?
    private let personal: [Bool]
    private let events: [Bool]
    private let territories: [Bool]

    init(_ ontology: Ontology) {
        entity = ontology.kind(named: "Entity")
        actor = ontology.kind(named: "Actor")
        organisation = ontology.kind(named: "Organisation")
        person = ontology.kind(named: "Person")
        func flags(_ names: Set<String>) -> [Bool] { ontology.kinds.map { names.contains($0.name) } }
        personal = flags(["Person", "Entity"])
        events = flags(["Incident", "Campaign"])
        territories = flags(["State", "Region", "Place"])
    }

    /// 1 for the same kind, a little less for kinds that inputs confuse, 0 for others.
    func factor(_ a: KindID, _ b: KindID) -> Double {
        if a == b { return 1 }
        if a == entity || b == entity { return 0.95 }
        return (a == actor && b == organisation) || (a == organisation && b == actor) ? 0.95 : 0
    }

    /// Whether a name of this kind may be a person's.
    func isPersonal(_ kind: KindID) -> Bool { personal[Int(kind.rawValue)] }
    /// Whether it is something that happens on a date.
    func isEvent(_ kind: KindID) -> Bool { events[Int(kind.rawValue)] }
    /// Whether its names are names of territories.
    func isTerritory(_ kind: KindID) -> Bool { territories[Int(kind.rawValue)] }
}
