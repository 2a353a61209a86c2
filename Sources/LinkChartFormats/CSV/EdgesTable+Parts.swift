internal import LinkChartModel

/// What the cells of a row say of its edge.
extension EdgesTable {
    mutating func relation(_ name: String, _ builder: inout GraphBuilder) -> RelationReading {
        let reading: RelationReading
        if let known = relations[name] {
            reading = known
        } else {
            reading = read(relation: name, builder.graph.ontology)
            relations[name] = reading
        }
        switch reading {
        case .known(_, let canonical?):
            builder.reportNormalised("relation", name, to: canonical, at: rows.range(columns.relation))
        case .unknown: reportUnknown(name, at: rows.range(columns.relation), &builder)
        case .known, .directedness: break
        }
        return reading
    }

    func read(relation name: String, _ ontology: Ontology) -> RelationReading {
        if let relation = ontology.relation(named: name) {
            let canonical = ontology[relation].name
            return .known(relation, canonical: canonical == name ? nil : canonical)
        }
        let isOfDirection = CellValue.directions.contains(foldedKey(name))
        return isOfDirection && foldedKey(columns.relationName) == "type" ? .directedness : .unknown
    }

    func reportUnknown(_ name: String, at range: SourceRange, _ builder: inout GraphBuilder) {
        let ontology = builder.graph.ontology
        builder.report(
            .unknownRelation, "no relation `\(name)` in the ontology", at: range,
            suggestion: Self.suggestion(for: name, in: ontology)
                + "kept as relatedTo, with it as `rawRelation`",
            severity: .warning)
    }

    static func suggestion(for name: String, in ontology: Ontology) -> String {
        if let inverse = ontology.relation(inverseNamed: name) {
            return "the other way round it is `\(ontology[inverse].name)`; "
        }
        guard let nearest = ontology.nearestRelationName(to: name),
            let relation = ontology.relation(named: nearest)
        else { return "" }
        return "did you mean `\(nearest)`? (\(ontology.signature(of: relation))) "
    }

    /// Whether the relation does not fit only because no table tells the kind of an end: the edge then stays, untyped.
    func isForUnstatedKinds(
        _ relation: RelationID, _ source: NodeIndex, _ target: NodeIndex, _ raw: String,
        _ builder: inout GraphBuilder
    ) -> Bool {
        let kinds = (builder.graph.kind(of: source), builder.graph.kind(of: target))
        if builder.graph.ontology.allows(kinds.0, relation, kinds.1) { return false }
        let ontology = builder.graph.ontology
        let fits = (
            ontology.domain(of: relation).contains(kinds.0), ontology.range(of: relation).contains(kinds.1)
        )
        let isUnstated = { (kind: KindID) in ontology[kind].name == "Entity" }
        guard fits.0 || isUnstated(kinds.0), fits.1 || isUnstated(kinds.1) else { return false }
        let end = builder.graph.id(of: fits.0 ? target : source)
        builder.report(
            fits.0 ? .wrongTarget : .wrongSource,
            "`\(ontology[relation].name)` is \(ontology.signature(of: relation)), but the kind of "
                + "`\(end)` is not stated",
            at: rows.range(fits.0 ? columns.target : columns.source),
            suggestion: "kept as relatedTo, with `\(raw)` as `rawRelation`; a table of nodes can tell kinds",
            severity: .warning)
        return true
    }

    mutating func validity(_ builder: inout GraphBuilder) -> RecordedDate? {
        if let text = rows.text(columns.valid) { return date(text, at: rows.range(columns.valid), &builder) }
        let start = rows.text(columns.validFrom)
        let end = rows.text(columns.validTo)
        guard start != nil || end != nil else { return nil }
        let range = rows.range(start == nil ? columns.validTo : columns.validFrom)
        if let start, start == end { return date(start, at: range, &builder) }
        // Each end is read in its own right: sources write them in all the ways of single dates.
        let text = "\(start ?? "")/\(end ?? "")"
        let ends = [start, end].map { text in
            text.map { RecordedDate(normalizing: $0).date?.description } ?? ""
        }
        if let first = ends[0], let last = ends[1],
            let interval = RecordedDate(normalizing: "\(first)/\(last)").date
        {
            return RecordedDate(raw: text, date: interval)
        }
        return date(text, at: range, &builder)
    }

    func readAttributes(into attributes: inout Attributes, _ builder: inout GraphBuilder) {
        if let text = rows.text(columns.weight) {
            attributes["weight"] = builder.number(
                inCell: rows.numberText(text, at: columns.weight, to: &builder),
                at: rows.range(columns.weight))
        }
        if attributes.isEmpty {
            readOthers(into: &attributes, &builder)
        } else {
            for (position, name) in columns.others {
                if let value = rows.attribute(at: position, to: &builder) { attributes[name] = value }
            }
        }
        if let text = rows.text(columns.attributes) {
            attributes.merge(builder.attributes(inCell: text, at: rows.range(columns.attributes)))
        }
    }

    /// Reads the columns that are nothing but attributes. Rows that have all of them share the memory of their names.
    func readOthers(into attributes: inout Attributes, _ builder: inout GraphBuilder) {
        var values: [AttributeValue] = []
        values.reserveCapacity(columns.others.count)
        for (position, _) in columns.others {
            if let value = rows.attribute(at: position, to: &builder) { values.append(value) }
        }
        if !values.isEmpty, values.count == columns.otherNames.count {
            attributes = Attributes(uniqueNames: columns.otherNames, values: values)
            return
        }
        var next = values.makeIterator()
        for (position, name) in columns.others where rows.attribute(at: position) != nil {
            if let value = next.next() { attributes[name] = value }
        }
    }
}
