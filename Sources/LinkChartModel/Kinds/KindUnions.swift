// The unions of kinds that stand at the ends of relations and have no abstract kind of their own.
//
// They exist so that the compiler can name what an end must be: "argument type 'Kinds.Person' does not
// conform to expected type 'ActorPlaceOrState'". Their members are declared below; that these equal the
// domains and ranges of ``Ontology/builtin`` is proved by a test, relation by relation and kind by kind.

/// Actor, Incident or Organisation.
public protocol ActorIncidentOrOrganisation: NodeReference {}

/// Actor, Incident, Person or State.
public protocol ActorIncidentPersonOrState: NodeReference {}

/// Actor, Means or Population.
public protocol ActorMeansOrPopulation: NodeReference {}

/// Actor, Means, Organisation or Place.
public protocol ActorMeansOrganisationOrPlace: NodeReference {}

/// Actor, Means, Organisation, Person or State.
public protocol ActorMeansOrganisationPersonOrState: NodeReference {}

/// Actor, Means, Organisation, Region or State.
public protocol ActorMeansOrganisationRegionOrState: NodeReference {}

/// Actor or Incident.
public protocol ActorOrIncident: NodeReference {}

/// Actor or Organisation.
public protocol ActorOrOrganisation: NodeReference {}

/// Actor or Person.
public protocol ActorOrPerson: NodeReference {}

/// Actor or Population.
public protocol ActorOrPopulation: NodeReference {}

/// Actor or State.
public protocol ActorOrState: NodeReference {}

/// Actor, Organisation or Person.
public protocol ActorOrganisationOrPerson: NodeReference {}

/// Actor, Organisation or Place.
public protocol ActorOrganisationOrPlace: NodeReference {}

/// Actor, Organisation or Population.
public protocol ActorOrganisationOrPopulation: NodeReference {}

/// Actor, Organisation or Region.
public protocol ActorOrganisationOrRegion: NodeReference {}

/// Actor, Organisation or State.
public protocol ActorOrganisationOrState: NodeReference {}

/// Actor, Person or Population.
public protocol ActorPersonOrPopulation: NodeReference {}

/// Actor, Person or State.
public protocol ActorPersonOrState: NodeReference {}

/// Actor, Place or State.
public protocol ActorPlaceOrState: NodeReference {}

/// Actor, Document, Organisation, Person, Population, Proposition or State.
public protocol AgentDocumentOrProposition: NodeReference {}

/// Actor, Document, Organisation, Person, Population or State.
public protocol AgentOrDocument: NodeReference {}

/// Actor, Organisation, Person, Place, Population or State.
public protocol AgentOrPlace: NodeReference {}

/// Actor, Organisation, Person, Population, Region or State.
public protocol AgentOrRegion: NodeReference {}

/// Incident or Proposal.
public protocol IncidentOrProposal: NodeReference {}

/// Incident or Proposition.
public protocol IncidentOrProposition: NodeReference {}

/// Incident, Organisation or Proposal.
public protocol IncidentOrganisationOrProposal: NodeReference {}

/// Incident, Organisation, Place or Region.
public protocol IncidentOrganisationPlaceOrRegion: NodeReference {}

/// Organisation or Person.
public protocol OrganisationOrPerson: NodeReference {}

/// Organisation or State.
public protocol OrganisationOrState: NodeReference {}

/// Organisation, Person or Population.
public protocol OrganisationPersonOrPopulation: NodeReference {}

/// Organisation, Region or State.
public protocol OrganisationRegionOrState: NodeReference {}

/// Person or Population.
public protocol PersonOrPopulation: NodeReference {}

/// Place or State.
public protocol PlaceOrState: NodeReference {}

/// Place, Population or State.
public protocol PlacePopulationOrState: NodeReference {}

/// Region or State.
public protocol RegionOrState: NodeReference {}

extension Kinds.State: ActorIncidentPersonOrState, ActorMeansOrganisationPersonOrState,
    ActorMeansOrganisationRegionOrState, ActorOrState, ActorOrganisationOrState, ActorPersonOrState,
    ActorPlaceOrState, AgentDocumentOrProposition, AgentOrDocument, AgentOrPlace, AgentOrRegion,
    OrganisationOrState, OrganisationRegionOrState, PlaceOrState, PlacePopulationOrState, RegionOrState
{}
extension Kinds.Region: ActorMeansOrganisationRegionOrState, ActorOrganisationOrRegion, AgentOrRegion,
    IncidentOrganisationPlaceOrRegion, OrganisationRegionOrState, RegionOrState
{}
extension Kinds.Place: ActorMeansOrganisationOrPlace, ActorOrganisationOrPlace, ActorPlaceOrState,
    AgentOrPlace, IncidentOrganisationPlaceOrRegion, PlaceOrState, PlacePopulationOrState
{}
extension Kinds.Actor: ActorIncidentOrOrganisation, ActorIncidentPersonOrState, ActorMeansOrPopulation,
    ActorMeansOrganisationOrPlace, ActorMeansOrganisationPersonOrState, ActorMeansOrganisationRegionOrState,
    ActorOrIncident, ActorOrOrganisation, ActorOrPerson, ActorOrPopulation, ActorOrState,
    ActorOrganisationOrPerson, ActorOrganisationOrPlace, ActorOrganisationOrPopulation,
    ActorOrganisationOrRegion, ActorOrganisationOrState, ActorPersonOrPopulation, ActorPersonOrState,
    ActorPlaceOrState, AgentDocumentOrProposition, AgentOrDocument, AgentOrPlace, AgentOrRegion
{}
extension Kinds.Organisation: ActorIncidentOrOrganisation, ActorMeansOrganisationOrPlace,
    ActorMeansOrganisationPersonOrState, ActorMeansOrganisationRegionOrState, ActorOrOrganisation,
    ActorOrganisationOrPerson, ActorOrganisationOrPlace, ActorOrganisationOrPopulation,
    ActorOrganisationOrRegion, ActorOrganisationOrState, AgentDocumentOrProposition, AgentOrDocument,
    AgentOrPlace, AgentOrRegion, IncidentOrganisationOrProposal, IncidentOrganisationPlaceOrRegion,
    OrganisationOrPerson, OrganisationOrState, OrganisationPersonOrPopulation, OrganisationRegionOrState
{}
extension Kinds.Person: ActorIncidentPersonOrState, ActorMeansOrganisationPersonOrState, ActorOrPerson,
    ActorOrganisationOrPerson, ActorPersonOrPopulation, ActorPersonOrState, AgentDocumentOrProposition,
    AgentOrDocument, AgentOrPlace, AgentOrRegion, OrganisationOrPerson, OrganisationPersonOrPopulation,
    PersonOrPopulation
{}
extension Kinds.Population: ActorMeansOrPopulation, ActorOrPopulation, ActorOrganisationOrPopulation,
    ActorPersonOrPopulation, AgentDocumentOrProposition, AgentOrDocument, AgentOrPlace, AgentOrRegion,
    OrganisationPersonOrPopulation, PersonOrPopulation, PlacePopulationOrState
{}
extension Kinds.Incident: ActorIncidentOrOrganisation, ActorIncidentPersonOrState, ActorOrIncident,
    IncidentOrProposal, IncidentOrProposition, IncidentOrganisationOrProposal,
    IncidentOrganisationPlaceOrRegion
{}
extension Kinds.Means: ActorMeansOrPopulation, ActorMeansOrganisationOrPlace,
    ActorMeansOrganisationPersonOrState, ActorMeansOrganisationRegionOrState
{}
extension Kinds.Document: AgentDocumentOrProposition, AgentOrDocument {}
extension Kinds.Proposition: AgentDocumentOrProposition, IncidentOrProposition {}
extension Kinds.Proposal: IncidentOrProposal, IncidentOrganisationOrProposal {}
