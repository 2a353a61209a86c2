extension Graph {
    /// When an edge holds: its own validity, else the period of the event at one of its ends, the source's
    /// first.
    ///
    /// An event (Incident or Campaign) has its period from its attribute `date`, to its attribute `end` if that
    /// is there.
    public func period(ofEdge edge: EdgeIndex) -> EDTFDate? {
        period(ofEdge: edge, EventPeriods(of: self, [source(of: edge), target(of: edge)]))
    }

    /// When an edge holds, with the periods of all events at hand.
    func period(ofEdge edge: EdgeIndex, _ events: EventPeriods) -> EDTFDate? {
        validity(ofEdge: edge.position)?.date ?? events[source(of: edge)] ?? events[target(of: edge)]
    }
}

/// The periods of a graph's events, read from their attributes once: most edges of an event share its date.
struct EventPeriods {
    private var periods: [UInt32: EDTFDate] = [:]

    /// The periods of some events, or of all.
    init(of graph: Graph, _ nodes: [NodeIndex]? = nil) {
        guard graph.ontology.base != .replacement else { return }
        for node in nodes?.map(\.rawValue) ?? Array(graph.nodeColumns.details.positions) {
            let kind = graph.nodeColumns.kinds[Int(node)]
            guard kind == .incident || kind == .campaign,
                let attributes = graph.nodeColumns.details[node]?.attributes,
                let start = Self.date(attributes["date"])
            else { continue }
            let whole = Self.date(attributes["end"]).flatMap { end in
                RecordedDate(normalizing: "\(start)/\(end)").date
            }
            periods[node] = whole ?? start
        }
    }

    subscript(event: NodeIndex) -> EDTFDate? { periods[event.rawValue] }

    private static func date(_ value: AttributeValue?) -> EDTFDate? {
        switch value {
        case .string(let text): RecordedDate(normalizing: text).date
        // YAML and JSON read a year alone as a number.
        case .integer(let year): RecordedDate(normalizing: String(year)).date
        default: nil
        }
    }
}
