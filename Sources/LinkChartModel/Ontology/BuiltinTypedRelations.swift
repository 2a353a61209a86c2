// The typed face of the built-in relations: one line each, its type carries domain and range, so that a wrong
// endpoint does not compile. What a relation means stands in the ontology (`Ontology.builtin`).

// MARK: - Structure

extension Relation<any IncidentOrganisationPlaceOrRegion, any Territory> {
    /// `locatedIn`: Place | Region | Incident | Organisation → State | Region | Place.
    public static var locatedIn: Self { Self("locatedIn", id: 0, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.State, Kinds.State> {
    /// `borders`: State → State.
    public static var borders: Self { Self("borders", id: 1, { $0.index }, { $0.index }) }
}

extension Relation<any ActorMeansOrganisationOrPlace, any ActorMeansOrganisationRegionOrState> {
    /// `partOf`: Organisation | Place | Means | Actor → Organisation | State | Means | Actor | Region.
    public static var partOf: Self { Self("partOf", id: 2, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, any ActorOrganisationOrRegion> {
    /// `memberOf`: Person | Population | Actor | State | Organisation → Actor | Organisation | Region.
    public static var memberOf: Self { Self("memberOf", id: 3, { $0.index }, { $0.index }) }
}

extension Relation<any ActorPersonOrPopulation, any ActorOrOrganisation> {
    /// `formerlyMemberOf`: Person | Population | Actor → Actor | Organisation.
    public static var formerlyMemberOf: Self { Self("formerlyMemberOf", id: 4, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Person, any ActorOrganisationOrState> {
    /// `leads`: Person → Actor | Organisation | State.
    public static var leads: Self { Self("leads", id: 5, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationOrPerson, any OrganisationOrState> {
    /// `represents`: Person | Organisation → State | Organisation.
    public static var represents: Self { Self("represents", id: 6, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Person, any OrganisationOrState> {
    /// `accreditedTo`: Person → Organisation | State.
    public static var accreditedTo: Self { Self("accreditedTo", id: 7, { $0.index }, { $0.index }) }
}

extension Relation<any PersonOrPopulation, Kinds.State> {
    /// `nationalOf`: Person | Population → State.
    public static var nationalOf: Self { Self("nationalOf", id: 8, { $0.index }, { $0.index }) }
}

extension Relation<any ActorPersonOrPopulation, any Territory> {
    /// `originatesFrom`: Person | Population | Actor → State | Region | Place.
    public static var originatesFrom: Self { Self("originatesFrom", id: 9, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrganisationOrPerson, any Territory> {
    /// `basedIn`: Actor | Organisation | Person → State | Region | Place.
    public static var basedIn: Self { Self("basedIn", id: 10, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrOrganisation, any Territory> {
    /// `operatesIn`: Actor | Organisation → State | Region | Place.
    public static var operatesIn: Self { Self("operatesIn", id: 11, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrOrganisation, any PlaceOrState> {
    /// `governs`: Actor | Organisation → State | Place.
    public static var governs: Self { Self("governs", id: 12, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any ActorOrganisationOrPlace> {
    /// `controls`: State | Actor → Actor | Place | Organisation.
    public static var controls: Self { Self("controls", id: 13, { $0.index }, { $0.index }) }
}

extension Relation<any NodeReference, any NodeReference> {
    /// `sameAs`: any → any.
    public static var sameAs: Self { Self("sameAs", id: 65, { $0.index }, { $0.index }) }
}

extension Relation<any NodeReference, any NodeReference> {
    /// `relatedTo`: any → any.
    public static var relatedTo: Self { Self("relatedTo", id: 66, { $0.index }, { $0.index }) }
}

// MARK: - Support

extension Relation<any ActorPlaceOrState, any ActorPersonOrPopulation> {
    /// `hosts`: State | Actor | Place → Actor | Population | Person.
    public static var hosts: Self { Self("hosts", id: 14, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any ActorOrPerson> {
    /// `shields`: State | Actor → Actor | Person.
    public static var shields: Self { Self("shields", id: 15, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrganisationOrState, any ActorOrIncident> {
    /// `enables`: State | Actor | Organisation → Actor | Incident.
    public static var enables: Self { Self("enables", id: 16, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrganisationOrState, any ActorOrIncident> {
    /// `complicitIn`: State | Actor | Organisation → Actor | Incident.
    public static var complicitIn: Self { Self("complicitIn", id: 17, { $0.index }, { $0.index }) }
}

extension Relation<any ActorMeansOrganisationPersonOrState, any ActorIncidentOrOrganisation> {
    /// `funds`: State | Actor | Organisation | Person | Means → Actor | Organisation | Incident.
    public static var funds: Self { Self("funds", id: 18, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrganisationOrState, any ActorOrState> {
    /// `arms`: State | Actor | Organisation → Actor | State.
    public static var arms: Self { Self("arms", id: 19, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any ActorOrPopulation> {
    /// `trains`: State | Actor → Actor | Population.
    public static var trains: Self { Self("trains", id: 20, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Actor, any PlacePopulationOrState> {
    /// `recruitsFrom`: Actor → Population | State | Place.
    public static var recruitsFrom: Self { Self("recruitsFrom", id: 21, { $0.index }, { $0.index }) }
}

extension Relation<any ActorPersonOrPopulation, Kinds.Actor> {
    /// `joins`: Person | Population | Actor → Actor.
    public static var joins: Self { Self("joins", id: 22, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrganisationOrState, any ActorOrganisationOrState> {
    /// `alliedWith`: Actor | State | Organisation → Actor | State | Organisation.
    public static var alliedWith: Self { Self("alliedWith", id: 23, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, any Agent> {
    /// `affiliatedWith`: Agent → Agent.
    public static var affiliatedWith: Self { Self("affiliatedWith", id: 24, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrPerson, any ActorOrPerson> {
    /// `pledgesAllegianceTo`: Actor | Person → Actor | Person.
    public static var pledgesAllegianceTo: Self {
        Self("pledgesAllegianceTo", id: 25, { $0.index }, { $0.index })
    }
}

extension Relation<Kinds.Actor, Kinds.Actor> {
    /// `splitsFrom`: Actor → Actor.
    public static var splitsFrom: Self { Self("splitsFrom", id: 26, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Actor, Kinds.Actor> {
    /// `mergesInto`: Actor → Actor.
    public static var mergesInto: Self { Self("mergesInto", id: 27, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any ActorOrganisationOrPopulation> {
    /// `contributesTo`: Actor | State → Population | Actor | Organisation.
    public static var contributesTo: Self { Self("contributesTo", id: 28, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, any Agent> {
    /// `communicatedWith`: Agent → Agent.
    public static var communicatedWith: Self { Self("communicatedWith", id: 29, { $0.index }, { $0.index }) }
}

// MARK: - Hostility

extension Relation<any ActorPersonOrState, any AgentOrPlace> {
    /// `attacks`: Actor | State | Person → State | Actor | Population | Organisation | Person | Place.
    public static var attacks: Self { Self("attacks", id: 30, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any NodeReference> {
    /// `threatens`: Actor | State → any.
    public static var threatens: Self { Self("threatens", id: 31, { $0.index }, { $0.index }) }
}

extension Relation<any ActorOrState, any ActorOrState> {
    /// `rivals`: Actor | State → Actor | State.
    public static var rivals: Self { Self("rivals", id: 32, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationOrState, any Agent> {
    /// `sanctions`: State | Organisation → Agent | State.
    public static var sanctions: Self { Self("sanctions", id: 33, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationOrState, any ActorOrPerson> {
    /// `designates`: State | Organisation → Actor | Person.
    public static var designates: Self { Self("designates", id: 34, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationOrState, any PersonOrPopulation> {
    /// `arrests`: State | Organisation → Person | Population.
    public static var arrests: Self { Self("arrests", id: 35, { $0.index }, { $0.index }) }
}

// MARK: - Movement

extension Relation<any ActorPersonOrPopulation, any Territory> {
    /// `movesTo`: Population | Person | Actor → State | Region | Place.
    public static var movesTo: Self { Self("movesTo", id: 36, { $0.index }, { $0.index }) }
}

extension Relation<any ActorMeansOrPopulation, any PlaceOrState> {
    /// `stagesThrough`: Population | Actor | Means → Place | State.
    public static var stagesThrough: Self { Self("stagesThrough", id: 37, { $0.index }, { $0.index }) }
}

extension Relation<any PlaceOrState, any Territory> {
    /// `stagingPointFor`: Place | State → State | Region | Place.
    public static var stagingPointFor: Self { Self("stagingPointFor", id: 38, { $0.index }, { $0.index }) }
}

extension Relation<any ActorIncidentPersonOrState, Kinds.Means> {
    /// `usesMeans`: Actor | Incident | Person | State → Means.
    public static var usesMeans: Self { Self("usesMeans", id: 39, { $0.index }, { $0.index }) }
}

// MARK: - Incident roles

extension Relation<any Event, any Agent> {
    /// `perpetratedBy`: Incident | Campaign → Agent | State.
    public static var perpetratedBy: Self { Self("perpetratedBy", id: 40, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Incident, any ActorOrPerson> {
    /// `responsibilityClaimedBy`: Incident → Actor | Person.
    public static var responsibilityClaimedBy: Self {
        Self("responsibilityClaimedBy", id: 41, { $0.index }, { $0.index })
    }
}

extension Relation<any Event, any OrganisationPersonOrPopulation> {
    /// `victim`: Incident | Campaign → Population | Person | Organisation.
    public static var victim: Self { Self("victim", id: 42, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any NodeReference> {
    /// `target`: Incident | Campaign → any.
    public static var target: Self { Self("target", id: 43, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any Territory> {
    /// `occurredIn`: Incident | Campaign → State | Region | Place.
    public static var occurredIn: Self { Self("occurredIn", id: 44, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any Territory> {
    /// `launchedFrom`: Incident | Campaign → State | Region | Place.
    public static var launchedFrom: Self { Self("launchedFrom", id: 45, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any Territory> {
    /// `plannedIn`: Incident | Campaign → State | Region | Place.
    public static var plannedIn: Self { Self("plannedIn", id: 46, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any ActorOrState> {
    /// `sourcedFrom`: Incident | Campaign → Actor | State.
    public static var sourcedFrom: Self { Self("sourcedFrom", id: 47, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Incident, Kinds.Incident> {
    /// `linkedTo`: Incident → Incident.
    public static var linkedTo: Self { Self("linkedTo", id: 48, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Incident, any IncidentOrProposal> {
    /// `triggered`: Incident → Incident | Proposal.
    public static var triggered: Self { Self("triggered", id: 49, { $0.index }, { $0.index }) }
}

extension Relation<any Event, any Agent> {
    /// `participant`: Incident | Campaign → Agent.
    public static var participant: Self { Self("participant", id: 64, { $0.index }, { $0.index }) }
}

// MARK: - Information

extension Relation<any AgentOrDocument, Kinds.Proposition> {
    /// `asserts`: Agent | Document → Proposition.
    public static var asserts: Self { Self("asserts", id: 50, { $0.index }, { $0.index }) }
}

extension Relation<any AgentOrDocument, Kinds.Proposition> {
    /// `disputes`: Agent | Document → Proposition.
    public static var disputes: Self { Self("disputes", id: 51, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, any NodeReference> {
    /// `warns`: Agent | State → any.
    public static var warns: Self { Self("warns", id: 52, { $0.index }, { $0.index }) }
}

extension Relation<any AgentOrDocument, any NodeReference> {
    /// `reportsOn`: Agent | Document → any.
    public static var reportsOn: Self { Self("reportsOn", id: 53, { $0.index }, { $0.index }) }
}

extension Relation<any AgentOrDocument, any AgentDocumentOrProposition> {
    /// `corroborates`: Agent | Document → Agent | Document | Proposition.
    public static var corroborates: Self { Self("corroborates", id: 54, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, any IncidentOrProposition> {
    /// `confirms`: Agent → Proposition | Incident.
    public static var confirms: Self { Self("confirms", id: 55, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationOrPerson, Kinds.Document> {
    /// `publishes`: Organisation | Person → Document.
    public static var publishes: Self { Self("publishes", id: 56, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Person, Kinds.Document> {
    /// `authored`: Person → Document.
    public static var authored: Self { Self("authored", id: 57, { $0.index }, { $0.index }) }
}

// MARK: - Policy

extension Relation<any Agent, Kinds.Pledge> {
    /// `promised`: Agent | State → Pledge.
    public static var promised: Self { Self("promised", id: 58, { $0.index }, { $0.index }) }
}

extension Relation<any Agent, Kinds.Pledge> {
    /// `broke`: Agent | State → Pledge.
    public static var broke: Self { Self("broke", id: 59, { $0.index }, { $0.index }) }
}

extension Relation<any AgentOrRegion, any IncidentOrganisationOrProposal> {
    /// `participatesIn`: State | Agent | Region → Proposal | Incident | Organisation.
    public static var participatesIn: Self { Self("participatesIn", id: 60, { $0.index }, { $0.index }) }
}

extension Relation<Kinds.Proposal, any Agent> {
    /// `directedAt`: Proposal → Agent | State.
    public static var directedAt: Self { Self("directedAt", id: 61, { $0.index }, { $0.index }) }
}

extension Relation<any OrganisationRegionOrState, any ActorOrState> {
    /// `engages`: State | Region | Organisation → State | Actor.
    public static var engages: Self { Self("engages", id: 62, { $0.index }, { $0.index }) }
}

// MARK: - Summary

extension Relation<any RegionOrState, any RegionOrState> {
    /// `spillsOverTo`: State | Region → State | Region.
    public static var spillsOverTo: Self { Self("spillsOverTo", id: 63, { $0.index }, { $0.index }) }
}
