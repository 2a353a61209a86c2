public import LinkChartModel

extension GraphBuilder {
    /// Reads the value of the key `ontology`: `builtin`, the path of a file, or definitions.
    mutating func readOntology(_ tree: DocumentTree, _ item: Int) {
        switch tree.kind(item) {
        case .null: return
        case .mapping:
            var reader = OntologyReader(
                tree, name: tree.value(item, "name").map { tree.text($0) } ?? "inline")
            if let ontology = reader.read(item, into: &self) { use(ontology, at: tree.range(item)) }
        case .sequence, .alias:
            reportWrongType(
                tree, item, "`ontology` must be `builtin`, a file or a mapping of definitions",
                suggestion: "write `{extends: builtin, relations: […]}`")
        default:
            let name = tree.text(item)
            if name == "builtin" {
                use(.builtin, at: tree.range(item))
            } else {
                readOntologyFile(name, tree.range(item))
            }
        }
    }

    /// Reads an ontology's own file; its path is relative to the file that names it.
    private mutating func readOntologyFile(_ name: String, _ range: SourceRange) {
        let directory = inputs[currentInput].directory
        let path = name.hasPrefix("/") ? name : directory + name
        let file: GraphInput
        do throws(FileError) {
            file = try GraphInput(path: path)
        } catch {
            report(
                .ontologyFile, "\(error)", at: range,
                suggestion: nearestName(to: name, in: ["builtin"]).map { "did you mean `\($0)`?" }
                    ?? "`builtin`, or a path relative to this file")
            return
        }
        let owner = currentInput
        let number = add(file)
        currentInput = number
        let ontology = readOntology(fromInput: number)
        currentInput = owner
        if let ontology {
            use(ontology, at: range)
        } else {
            report(
                .ontologyFile, "the ontology `\(name)` has errors", at: range, suggestion: "`builtin` is used"
            )
        }
    }

    /// Reads an input that is an ontology; nil, with diagnostics, if it has errors.
    mutating func readOntology(fromInput number: Int) -> Ontology? {
        guard isLegible(number) else { return nil }
        let file = inputs[number]
        let isJSON = file.detectedFormat == .nativeJSON || file.detectedFormat == .nodeLink
        let (tree, problems) = isJSON ? JSONParser.parse(file.content) : YAMLReader.parse(file.content)
        for problem in problems {
            report(problem.code, problem.message, at: problem.range, suggestion: problem.suggestion)
        }
        guard let root = tree.root, tree.kind(root) == .mapping else {
            report(
                .wrongType, "an ontology is a mapping with the keys `kinds` and `relations`",
                at: tree.root.map { tree.range($0) })
            return nil
        }
        let base = file.name.split(separator: "/").last.map { String($0) } ?? file.name
        let name = base.split(separator: ".").first.map { String($0) } ?? base
        var reader = OntologyReader(tree, name: tree.value(root, "name").map { tree.text($0) } ?? name)
        return reader.read(root, into: &self)
    }
}

/// Reads an ontology on its own.
///
/// - Parameter input: a file of definitions, YAML or JSON: `{name, extends: builtin|none, abstractKinds, kinds,
///   relations}`.
/// - Returns: the ontology, or nil if it has errors; and what there is to say.
public func readOntology(_ input: GraphInput) -> (ontology: Ontology?, diagnostics: Diagnostics) {
    var builder = GraphBuilder()
    let number = builder.add(input)
    let ontology = builder.readOntology(fromInput: number)
    return (ontology, builder.diagnostics)
}
