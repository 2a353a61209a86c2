internal import LinkChartModel

extension GraphBuilder {
    /// Notes inputs in which nothing was found and nothing was wrong, such as a table that was cut after its header.
    mutating func reportEmptiness() {
        for (number, input) in report.inputs.enumerated()
        where input.nodesRead == 0 && input.edgesRead == 0 && input.skipped.isEmpty && isLegible(number) {
            guard inputs[number].content.count > 0, !diagnostics.contains(where: { $0.file == input.name })
            else { continue }
            report(
                .emptyFile, "there are no nodes and no edges in the file",
                at: SourceRange(offset: inputs[number].content.count), in: number, severity: .note)
        }
    }

    /// Makes an error of everything that was left out, where nothing may be missing.
    mutating func reportLosses() {
        for (number, input) in report.inputs.enumerated() {
            for tally in input.skipped {
                let line = tally.examples.first?.line
                diagnostics.report(
                    Diagnostic(
                        .leftOut, "left out: \(tally.what), \(tally.count)\u{D7}",
                        suggestion: "without --strict the rest is taken", file: inputs[number].name,
                        line: line))
            }
        }
    }

    /// Reports a node that is named at an end of an edge and defined nowhere, and was made for it.
    ///
    /// - Parameters:
    ///   - kind: the name of the kind that it was made of.
    ///   - place: where it should have been: `among the nodes`.
    mutating func reportMissingNode(_ id: String, kind: String, _ place: String, at range: SourceRange?) {
        report(
            .missingNode, "`\(id)` is not \(place); it was made of kind \(kind)", at: range,
            severity: options.isStrict ? .error : nil)
        reportGuessed("node that is not defined", id, to: kind, at: range)
    }

    /// Counts a kind that stands for an input's word for a type: known by another name, or guessed.
    mutating func reportKind(_ word: String, _ kind: KindID, at range: SourceRange?) {
        let name = graph.ontology[kind].name
        if name == "Entity", graph.ontology.kind(named: word) == nil {
            reportGuessed("kind", word, to: name, at: range)
        } else {
            reportNormalised("kind", word, to: name, at: range)
        }
    }

    /// Counts a relation that stands for an input's word: known by another name, or `relatedTo` for want of one.
    mutating func reportRelation(_ word: String, _ relation: RelationID, at range: SourceRange?) {
        let name = graph.ontology[relation].name
        guard name != word else { return }
        let meaning = statedRelation(word)
        if name == "relatedTo", meaning.relation != relation || meaning.isInverse {
            let isKnown = meaning.relation != nil
            reportGuessed(
                isKnown ? "relation that does not fit its ends" : "relation", word, to: name, at: range)
        } else {
            reportNormalised("relation", word, to: name, at: range)
        }
    }
}
