/// The concrete kinds of the built-in ontology, one type each.
///
/// A value of such a type is a typed reference to a node of one graph; it is what ``Graph/add(_:)`` returns
/// and what ``Graph/link(_:_:_:valid:attributes:claim:)`` checks at compile time. The types live in this
/// namespace so that neither `Swift.Actor` nor SwiftUI's `State` is shadowed in a client.
public enum Kinds {
    /// A state. It acts (an ``Agent``) and can be entered or held (a ``Territory``), and stays one node in both roles.
    public struct State: Agent, Territory, ConcreteKind {
        public static var kindName: String { "State" }
        public static var builtinKind: KindID? { KindID(rawValue: 0) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A part of the world that is no state: Central Asia, the Sahel.
    public struct Region: Territory, ConcreteKind {
        public static var kindName: String { "Region" }
        public static var builtinKind: KindID? { KindID(rawValue: 1) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A town, a camp, a border crossing, a building.
    public struct Place: Territory, ConcreteKind {
        public static var kindName: String { "Place" }
        public static var builtinKind: KindID? { KindID(rawValue: 2) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A non-state actor: armed group, faction, network, de-facto government.
    public struct Actor: Agent, ConcreteKind {
        public static var kindName: String { "Actor" }
        public static var builtinKind: KindID? { KindID(rawValue: 3) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A government body, intergovernmental organisation, NGO, company, medium, military unit.
    public struct Organisation: Agent, ConcreteKind {
        public static var kindName: String { "Organisation" }
        public static var builtinKind: KindID? { KindID(rawValue: 4) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// One human being, named or not.
    public struct Person: Agent, ConcreteKind {
        public static var kindName: String { "Person" }
        public static var builtinKind: KindID? { KindID(rawValue: 5) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// People counted or spoken of together: engineers, citizens, fighters.
    public struct Population: Agent, ConcreteKind {
        public static var kindName: String { "Population" }
        public static var builtinKind: KindID? { KindID(rawValue: 6) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// Something that happened once, with a date, a place or casualties.
    public struct Incident: Event, ConcreteKind {
        public static var kindName: String { "Incident" }
        public static var builtinKind: KindID? { KindID(rawValue: 7) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A dated series of incidents.
    public struct Campaign: Event, ConcreteKind {
        public static var kindName: String { "Campaign" }
        public static var builtinKind: KindID? { KindID(rawValue: 8) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// What is used: weapon, finance, communications, technique.
    public struct Means: Thing, ConcreteKind {
        public static var kindName: String { "Means" }
        public static var builtinKind: KindID? { KindID(rawValue: 9) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A text that was published or leaked; also every source that a claim is found in.
    public struct Document: Thing, ConcreteKind {
        public static var kindName: String { "Document" }
        public static var builtinKind: KindID? { KindID(rawValue: 10) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A statement that somebody asserts and somebody else may dispute.
    public struct Proposition: Thing, ConcreteKind {
        public static var kindName: String { "Proposition" }
        public static var builtinKind: KindID? { KindID(rawValue: 11) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// Something promised, kept or broken.
    public struct Pledge: Thing, ConcreteKind {
        public static var kindName: String { "Pledge" }
        public static var builtinKind: KindID? { KindID(rawValue: 12) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// Something put forward and not yet done.
    public struct Proposal: Thing, ConcreteKind {
        public static var kindName: String { "Proposal" }
        public static var builtinKind: KindID? { KindID(rawValue: 13) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// A node whose kind the input does not state.
    public struct Entity: Thing, ConcreteKind {
        public static var kindName: String { "Entity" }
        public static var builtinKind: KindID? { KindID(rawValue: 14) }
        public let index: NodeIndex
        public init(index: NodeIndex) { self.index = index }
    }

    /// The types, in the order of their identifiers in ``Ontology/builtin``.
    static let all: [any ConcreteKind.Type] = [
        State.self, Region.self, Place.self, Actor.self, Organisation.self, Person.self, Population.self,
        Incident.self,
        Campaign.self, Means.self, Document.self, Proposition.self, Pledge.self, Proposal.self, Entity.self,
    ]
}
