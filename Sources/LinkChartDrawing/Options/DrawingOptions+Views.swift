extension DrawingOptions {
    /// Sets what a view takes for granted.
    mutating func prepareForView() {
        switch view {
        case .network where engine == .cloud && multiples == nil:
            // No boxes are drawn in it: what would make them keeps nodes together, and each node is a dot of its own.
            grouping = .none
            detail = .full
        case .network: break
        case .geographic:
            grouping = .territory
            multiples = nil
        case .timeline:
            // Each link has its own date, and a group need not be linked to the rest.
            grouping = .none
            detail = .full
            showsScattered = true
            multiples = nil
        }
    }
}

extension StyleSheet {
    /// The same with everything smaller or larger where no rule says otherwise.
    func scaled(by factor: Double) -> StyleSheet {
        var sheet = self
        var rule = StyleRule(target: .nodes)
        rule.properties.size = .constant(factor)
        sheet.rules.insert(rule, at: 0)
        return sheet
    }
}

extension Timeline {
    /// What has no place on the axis, as a sentence.
    var notes: [String] {
        omissions.isEmpty ? [] : ["Without a place on the axis: \(omissions.joined(separator: "; "))."]
    }

    /// Takes over a chart whose nodes and links are the same, but for what a style says of them.
    mutating func take(_ styled: Chart) {
        guard styled.nodes.count == chart.nodes.count, styled.links.count == chart.links.count else { return }
        chart = styled
    }
}

extension GeographicLayout {
    /// What has no place on the map, as a sentence.
    var notes: [String] {
        unplaced == 0
            ? [] : ["\(unplaced) node\(unplaced == 1 ? " is" : "s are") not on the map: nothing says where."]
    }
}
