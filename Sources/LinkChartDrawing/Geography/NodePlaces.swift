internal import LinkChartModel

/// Where the nodes of a graph lie on the globe, as far as that is known.
struct NodePlaces {
    /// How a place is known.
    enum Basis: Sendable {
        /// The node has coordinates, or is a country or a city of the map.
        case own
        /// It belongs to a state, a region or a box that has a place.
        case territory
    }

    private let graph: Graph
    private let territories: TerritoryMap
    private let map: WorldMap
    /// Countries of state nodes.
    private(set) var countries: [NodeIndex: Int] = [:]
    private var members: [NodeIndex: [NodeIndex]] = [:]

    init(_ graph: Graph, map: WorldMap = .shared) {
        self.graph = graph
        self.map = map
        territories = TerritoryMap(of: graph)
        let state = graph.ontology.kind(named: "State")
        for position in 0..<graph.nodeCount {
            let node = NodeIndex(position)
            if graph.kind(of: node) == state, let country = Self.country(of: graph[node], map) {
                countries[node] = country
            }
        }
        let binding = Set(
            ["memberOf", "locatedIn", "partOf"].compactMap { graph.ontology.relation(named: $0) })
        for position in 0..<graph.edgeCount {
            let edge = EdgeIndex(position)
            guard binding.contains(graph.relation(of: edge)), graph.standing(of: edge).isEstablished else {
                continue
            }
            members[graph.target(of: edge), default: []].append(graph.source(of: edge))
        }
    }

    /// The country of a state: by its codes, else by a name it has.
    static func country(of node: Node, _ map: WorldMap = .shared) -> Int? {
        for code in ["iso2", "iso3", "country"] {
            if let text = node.attributes[code]?.string, let found = map.country(named: text) { return found }
        }
        for name in [node.name] + node.aliases {
            if let found = map.country(named: name) { return found }
        }
        return nil
    }

    /// Where a node lies; nil if nothing tells.
    func place(of node: NodeIndex) -> (place: WorldMap.Place, basis: Basis)? {
        if let own = ownPlace(of: node) { return (own, .own) }
        let states = territories.states(of: node).compactMap { ownPlace(of: $0) }
        if let middle = MapProjection.middle(of: states) { return (middle, .territory) }
        return nil
    }

    private func ownPlace(of node: NodeIndex) -> WorldMap.Place? {
        let view = graph[node]
        if let place = Self.coordinates(of: view.attributes) { return place }
        if let country = countries[node] { return map.countries[country].label }
        switch view.kindName {
        case "Place":
            for name in [view.name] + view.aliases {
                if let city = map.city(named: name) { return city }
            }
            return nil
        case "Region":
            // Where its members are.
            let places = (members[node] ?? []).compactMap { member -> WorldMap.Place? in
                guard let country = countries[member] else { return nil }
                return map.countries[country].label
            }
            if let middle = MapProjection.middle(of: places) { return middle }
            return map.country(named: view.name).map { map.countries[$0].label }
        default: return nil
        }
    }

    /// `lat` and `lon`, also written out, within their bounds.
    static func coordinates(of attributes: Attributes) -> WorldMap.Place? {
        func number(_ names: [String]) -> Double? {
            for name in names {
                switch attributes[name] {
                case .integer(let value)?: return Double(value)
                case .number(let value)?: return value
                case .string(let text)?: if let value = Double(text) { return value }
                default: continue
                }
            }
            return nil
        }
        guard let latitude = number(["lat", "latitude"]),
            let longitude = number(["lon", "lng", "long", "longitude"]),
            (-90...90).contains(latitude), (-180...180).contains(longitude)
        else { return nil }
        return WorldMap.Place(longitude: longitude, latitude: latitude)
    }
}
