public import LinkChartModel

extension GraphBuilder {
    /// Says which ontology the current input brings; call it from ``GraphFormatReader/readHeader(into:)``.
    public mutating func use(_ ontology: Ontology, at range: SourceRange?) {
        ontologies.append((ontology, currentInput, range))
    }

    /// Makes one ontology of what the inputs said: the built-in one goes with its extensions, extensions go
    /// together if they define nothing differently, and a replacement stands alone.
    mutating func settleOntology() {
        var settled = options.ontology ?? .builtin
        var owner: Int?
        for (ontology, input, range) in ontologies where ontology.base != .builtin && ontology != settled {
            if settled.base == .builtin {
                settled = ontology
                owner = input
                continue
            }
            let clash = Self.clash(between: settled, and: ontology)
            guard clash == nil, settled.base == .extension, ontology.base == .extension,
                let joined = try? settled.extended(
                    name: settled.name, abstractKinds: ontology.abstractKinds, kinds: ontology.kinds,
                    relations: ontology.relations)
            else {
                let other = owner.map { "`\(inputs[$0].name)`" } ?? "the options"
                report(
                    .conflictingOntologies,
                    "this ontology and that of \(other) don't go together"
                        + (clash.map { ": they differ about `\($0)`" } ?? ""),
                    at: range, in: input, suggestion: "that of \(other) is used")
                continue
            }
            settled = joined
        }
        if settled != graph.ontology {
            var graph = Graph(title: graph.title, ontology: settled)
            graph.attributes = self.graph.attributes
            self.graph = graph
        }
    }

    /// The first name that two ontologies define differently.
    private static func clash(between first: Ontology, and second: Ontology) -> String? {
        for kind in second.kinds {
            if let id = first.kind(named: kind.name), first[id] != kind { return kind.name }
        }
        for relation in second.relations {
            if let id = first.relation(named: relation.name), first[id] != relation { return relation.name }
        }
        return nil
    }
}
