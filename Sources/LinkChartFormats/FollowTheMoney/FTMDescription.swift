internal import LinkChartModel

/// The properties of an entity under construction.
struct FTMDescription {
    var properties: [String: [String]] = [:]

    /// The entity with what stands beside its properties.
    func attributes(id: String, schema: String, _ context: Attributes) -> Attributes {
        var entity: Attributes = ["id": .string(id), "schema": .string(schema)]
        let members = properties.sorted { $0.key < $1.key }.map { name, values in
            (name, AttributeValue.list(values.map { .string($0) }))
        }
        entity["properties"] = .object(Attributes(members))
        for (name, value) in context { entity[name] = value }
        return entity
    }
}
