import LinkChart

extension EdgeWeights {
    /// How strong links are by a command's `--weight`: a numeric attribute, `claims` or `confidence`; 1 each if nil.
    static func named(_ name: String?, of graph: Graph, _ parts: SelectedParts) -> EdgeWeights {
        switch name {
        case nil: .unit
        case "claims": .claims(of: graph, selection: parts)
        case "confidence": .confidence(of: graph, selection: parts)
        case let name?: .attribute(name, of: graph)
        }
    }
}

extension EdgeCosts {
    /// What links cost by a command's `--weight`: a numeric attribute or `confidence`; nil if all cost the same.
    static func named(_ name: String?, of graph: Graph, _ parts: SelectedParts) -> EdgeCosts? {
        switch name {
        case nil: nil
        case "confidence": .confidence(of: graph, selection: parts)
        case let name?: .attribute(name, of: graph)
        }
    }
}
