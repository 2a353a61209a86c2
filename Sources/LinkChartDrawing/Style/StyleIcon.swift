/// The small pictures that a node can carry at its corner, drawn for this package: simple silhouettes on a grid of
/// 16 by 16. Flags are not among them: their designs are free, but every drawing of one has an author.
enum StyleIcon: String, Sendable, CaseIterable {
    case state, region, place, actor, armedGroup, network, organisation, media, military, person, people
    case incident, explosion, campaign, means, weapon, money, communications, vehicle, vessel, aircraft, drone
    case document, statement, pledge, proposal, entity

    /// The icon of a kind and subtype; for a user's kind that of what it belongs to.
    static func automatic(kind: String, abstract: [String], subtype: String?) -> StyleIcon {
        let words = (subtype ?? "").lowercased()
        func says(_ parts: String...) -> Bool { parts.contains { words.contains($0) } }
        switch kind {
        case "State": return .state
        case "Region": return .region
        case "Place": return .place
        case "Actor":
            if says("armed", "militia", "terror", "insurgent") { return .armedGroup }
            return says("network", "aggregate", "unnamed") ? .network : .actor
        case "Organisation":
            if says("media", "newspaper", "press") { return .media }
            return says("military", "army", "force", "police") ? .military : .organisation
        case "Person": return .person
        case "Population": return .people
        case "Incident": return says("explo", "bomb", "blast", "drone", "missile") ? .explosion : .incident
        case "Campaign": return .campaign
        case "Means":
            if says("financ", "money", "fund", "bank", "crypto") { return .money }
            if says("comm", "media", "internet", "phone") { return .communications }
            if says("drone", "uav") { return .drone }
            if says("vessel", "ship", "boat") { return .vessel }
            if says("aircraft", "plane", "helicopter") { return .aircraft }
            if says("vehicle", "car", "truck") { return .vehicle }
            return says("weapon", "arm", "gun", "rifle", "explos") ? .weapon : .means
        case "Document": return .document
        case "Proposition": return .statement
        case "Pledge": return .pledge
        case "Proposal": return .proposal
        case "Entity": return .entity
        default:
            if abstract.contains("Agent") { return .actor }
            if abstract.contains("Event") { return .incident }
            return abstract.contains("Territory") ? .place : .entity
        }
    }

    /// SVG path data on the grid, to be filled by the even-odd rule.
    var path: String {
        switch self {
        case .state: "M3 1h1.5v14H3zM4.5 2h8.5l-2 3 2 3H4.500z"
        case .region:
            "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 2.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11zM4 7h8v2H4zM7 4h2v8H7z"
        case .place:
            "M8 1a5 5 0 0 0-5 5c0 3.500 5 9 5 9s5-5.500 5-9a5 5 0 0 0-5-5zM8 4a2 2 0 1 1 0 4a2 2 0 1 1 0-4z"
        case .actor: "M8 1a3 3 0 1 1 0 6a3 3 0 1 1 0-6zM2 15c0-4 2.500-7 6-7s6 3 6 7zM8 9.500l1.500 5h-3z"
        case .armedGroup:
            "M8 1l6 2v5c0 3.500-2.500 6-6 7c-3.500-1-6-3.500-6-7V3zM4.500 5l3.500 2.500L11.500 5v2L8 9.500L4.500 7zM4.500 8.500L8 11l3.500-2.500v2L8 13l-3.500-2.500z"
        case .network:
            "M3 1a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM13 2a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM8 10a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM4 4.500l4 5.500h-1L3.200 5zM12 5.500l-3 5l-.8-.6l3-4.600zM5 2.600l6 .9v1L5 3.600z"
        case .organisation:
            "M8 1l7 4v1.500H1V5zM2 13h12v2H2zM3 7.500h2v4.500H3zM7 7.500h2v4.500H7zM11 7.500h2v4.500h-2z"
        case .media:
            "M1 3h11v10.500h2V5h1v8.500a1.500 1.500 0 0 1-1.500 1.500H2.500a1.500 1.500 0 0 1-1.500-1.500zM3 5v3h3V5zM7.500 5h3v1h-3zM7.500 7h3v1h-3zM3 9.500h7.500v1H3zM3 11.500h7.500v1H3z"
        case .military:
            "M8 1l1.800 4.200l4.600.4l-3.500 3l1 4.500L8 10.700l-3.900 2.400l1-4.500l-3.500-3l4.600-.4z"
        case .person:
            "M8 1a3.500 3.500 0 1 1 0 7a3.500 3.500 0 1 1 0-7zM1.500 15c0-4 2.800-6 6.500-6s6.500 2 6.500 6z"
        case .people:
            "M5 2a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM11 2a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM.5 14c0-4 2-6 4.500-6c1.200 0 2.200.5 3 1.300c.8-.8 1.800-1.300 3-1.300c2.500 0 4.500 2 4.500 6z"
        case .incident: "M8 1l7.500 14H.5zM7.200 6h1.600v5H7.200zM7.200 12h1.600v1.600H7.200z"
        case .explosion:
            "M8 0l1.700 4.300L14 2l-2 4.400L16 8l-4 1.600L14 14l-4.300-2.300L8 16l-1.700-4.300L2 14l2-4.400L0 8l4-1.600L2 2l4.300 2.300z"
        case .campaign: "M5 1l4.500 8H.500zM11 5l4.500 8h-9zM4.500 4h1v2.500h-1zM10.500 8h1v2.500h-1z"
        case .means:
            "M6 1h4v3h4a1 1 0 0 1 1 1v9H1V5a1 1 0 0 1 1-1h4zM7 2v2h2V2zM1 8h6v1.500h2V8h6v1H10v1.500H6V9H1z"
        case .weapon: "M1 4h12l2 1v3H9.500l-1 2H6.500l-1.500 4H2l1.500-4.500L1 8zM7 8v1h.8L8.300 8z"
        case .money:
            "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM7.300 3h1.400v1.200c1.400.2 2.300 1 2.300 2.200H9.500c0-.7-.6-1-1.500-1s-1.500.3-1.500.9c0 .7.8.8 1.900 1c1.500.3 2.800.8 2.800 2.400c0 1.300-1 2.100-2.500 2.300V13H7.300v-1.200C5.700 11.600 4.800 10.700 4.800 9.500h1.500c0 .7.700 1.100 1.700 1.100s1.600-.4 1.600-1c0-.7-.7-.9-1.800-1.100c-1.500-.3-2.800-.8-2.800-2.300c0-1.200.9-1.900 2.300-2.100z"
        case .communications:
            "M7.200 7h1.600l2.200 8H9.400l-.5-2H7.100l-.5 2H5zM8 4a1.500 1.500 0 1 1 0 3a1.500 1.500 0 1 1 0-3zM3 1l1 1a5 5 0 0 0 0 7l-1 1a6.500 6.500 0 0 1 0-9zM13 1a6.500 6.500 0 0 1 0 9l-1-1a5 5 0 0 0 0-7z"
        case .vehicle:
            "M3 4h7l3 4h2v4h-1.500a2 2 0 1 1-4 0h-3a2 2 0 1 1-4 0H1V8zM4 5.500L3 8h3.500V5.500zM8 5.500V8h3L9.200 5.500z"
        case .vessel: "M7.200 1h1.600v2l4 5H8.800v1.500H15l-2 4.500H3L1 9.500h6.200z"
        case .aircraft:
            "M8 0c.8 0 1.200 1 1.200 2v4l6 4v1.500l-6-2V13l2 1.500V16L8 15l-3.200 1v-1.500l2-1.500V9.500l-6 2V10l6-4V2c0-1 .4-2 1.200-2z"
        case .drone:
            "M3.500 1a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM12.500 1a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM3.500 10a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM12.500 10a2.500 2.500 0 1 1 0 5a2.500 2.500 0 1 1 0-5zM6 5.500h4v5H6z"
        case .document: "M3 1h7l3 3v11H3zM9 2v3h3zM5 7h6v1H5zM5 9.500h6v1H5zM5 12h4v1H5z"
        case .statement: "M1 2h14v9H8l-4 4v-4H1zM3.500 5h9v1h-9zM3.500 7.500h6v1h-6z"
        case .pledge:
            "M8 1a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM5 11l3 1l3-1v4.500L8 14l-3 1.500zM7.300 8.300L5 6l1-1l1.300 1.300L10 3.700l1 1z"
        case .proposal:
            "M5 1h6v2h3v12H2V3h3zM6.200 2.200v1.600h3.600V2.200zM4 6h8v1H4zM4 8.500h8v1H4zM4 11h5v1H4z"
        case .entity: "M8 2a6 6 0 1 1 0 12a6 6 0 1 1 0-12zM8 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8z"
        }
    }
}
