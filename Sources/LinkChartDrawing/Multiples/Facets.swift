internal import LinkChartModel

/// The panels of a picture of small multiples: which edges hold in each.
struct Facets {
    struct Facet {
        var title: String
        var edges: Set<EdgeIndex>
    }

    private(set) var facets: [Facet] = []
    /// Edges that no panel shows.
    private(set) var unassigned = 0
    /// Panels that there was no room for.
    private(set) var omitted: [String] = []

    /// More panels than these are too small to read.
    static let most = 12

    /// - Parameter edges: what the picture draws.
    init(_ facet: DrawingOptions.Facet, edges: [EdgeIndex], graph: Graph, parts: SelectedParts) {
        switch facet {
        case .year: byYear(edges, graph)
        case .relation:
            group(edges) { [words(ofName: graph.ontology[graph.relation(of: $0)].name)] }
        case .claimant:
            group(edges) { edge in
                var names: [String] = []
                for claim in parts.claims(of: edge, in: graph) {
                    switch claim.claimant {
                    case .node(let node)?: names.append(shortName(of: graph[node]))
                    case .named(let name)?: names.append(printable(name))
                    case nil: break
                    }
                }
                return names
            }
        case .territory:
            let territories = TerritoryMap(of: graph)
            group(edges) { edge in
                (territories.states(of: graph.source(of: edge))
                    + territories.states(of: graph.target(of: edge)))
                    .map { shortName(of: graph[$0]) }
            }
        }
    }

    /// Panels by name, those with most edges first; of equals by name.
    private mutating func group(_ edges: [EdgeIndex], _ names: (EdgeIndex) -> [String]) {
        var groups: [String: Set<EdgeIndex>] = [:]
        for edge in edges {
            let names = names(edge)
            if names.isEmpty { unassigned += 1 }
            for name in names { groups[name, default: []].insert(edge) }
        }
        let sorted = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        facets = sorted.prefix(Self.most).map { Facet(title: $0.key, edges: $0.value) }
        omitted = sorted.dropFirst(Self.most).map(\.key)
    }

    /// A panel a year, or some years where there are many: what holds at some time of it.
    private mutating func byYear(_ edges: [EdgeIndex], _ graph: Graph) {
        var spans: [(edge: EdgeIndex, from: Int, to: Int)] = []
        var known: Set<Int> = []
        for edge in edges {
            guard let date = graph.period(ofEdge: edge), let period = TimePeriod(date) else {
                unassigned += 1
                continue
            }
            let from = Day(number: Int32(period.earliestStart)).year
            let to = Day(number: Int32(max(period.earliestStart, period.latestEnd - 1))).year
            known.formUnion([from, to])
            spans.append(
                (edge, period.isOpenStart ? .min : from, period.isOpenEnd ? .max : to))
        }
        guard let first = known.min(), let last = known.max() else { return }
        let years = (last - first + Self.most) / Self.most
        for start in stride(from: first, through: last, by: years) {
            let end = min(last, start + years - 1)
            let inside = spans.filter { $0.from <= end && $0.to >= start }
            guard !inside.isEmpty else { continue }
            facets.append(
                Facet(
                    title: start == end ? "\(start)" : "\(start)\u{2013}\(end)",
                    edges: Set(inside.map(\.edge))))
        }
    }

    /// What is to be said of what no panel shows.
    var notes: [String] {
        var notes: [String] = []
        if unassigned > 0 {
            notes.append(
                "\(unassigned) link\(unassigned == 1 ? "" : "s") belong\(unassigned == 1 ? "s" : "") to no panel."
            )
        }
        if !omitted.isEmpty {
            notes.append(
                "\(omitted.count) panels left out: \(omitted.prefix(8).joined(separator: ", "))\(omitted.count > 8 ? ", \u{2026}" : "")."
            )
        }
        if facets.isEmpty { notes.append("No link says what the panels are made of.") }
        return notes
    }
}
