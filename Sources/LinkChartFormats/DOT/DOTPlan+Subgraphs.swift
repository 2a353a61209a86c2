internal import LinkChartModel

extension DOTPlan {
    /// For each subgraph that has an identifier: its graph, and its position there.
    typealias Homes = [String: (part: Int, position: Int)]

    mutating func makeSubgraphs(_ consumed: inout Set<String>) -> Homes {
        guard case .list(let list)? = graph.attributes["subgraphs"] else { return [:] }
        var homes: Homes = [:]
        var made = parts
        var taken: Set<String> = []
        var siblings: Set<[String]> = []
        for item in list {
            guard case .object(let members) = item, let id = members["id"]?.string,
                let (part, subgraph, parent) = Self.subgraph(members, id, made, homes),
                // A reader must come to the same identifiers.
                DOTSubgraphs.identifier(subgraph.name, &taken) == id,
                subgraph.isAnonymous
                    || siblings.insert(["\(part)", parent ?? "", subgraph.name ?? ""]).inserted
            else { return [:] }
            let position = made[part].subgraphs.count
            var entry = subgraph
            if let parent, let outer = homes[parent]?.position {
                entry.path = made[part].subgraphs[outer].path + [position]
                made[part].subgraphs[outer].children.append(position)
            } else {
                entry.path = [position]
                made[part].roots.append(position)
            }
            made[part].subgraphs.append(entry)
            homes[id] = (part, position)
        }
        parts = made
        consumed.insert("subgraphs")
        return homes
    }

    static func subgraph(
        _ members: Attributes, _ id: String, _ parts: [Part], _ homes: Homes
    ) -> (part: Int, subgraph: Subgraph, parent: String?)? {
        var subgraph = Subgraph(id: id, name: id.hasPrefix("%") ? nil : id)
        var number = 1
        var parent: String?
        for (name, value) in members {
            switch (name, value) {
            case ("id", _): continue
            case ("name", .string(let text)): subgraph.name = text
            case ("parent", .string(let text)): parent = text
            case ("graph", .integer(let value)) where value > 1 && value <= parts.count: number = Int(value)
            case ("attributes", .object(let attributes)):
                guard let raw = raw(attributes, mayBeEmpty: true) else { return nil }
                subgraph.attributes = raw
            default: return nil
            }
        }
        if let name = subgraph.name, !DOTValue.canName(name) { return nil }
        if let parent {
            guard let home = homes[parent], home.part == number - 1,
                parts[number - 1].subgraphs[home.position].path.count < DOTSurvey.depthLimit - 2
            else { return nil }
        }
        return (number - 1, subgraph, parent)
    }

    /// The positions of the subgraphs that an attribute names; nil if it names none, others, or not in the way that they
    /// read back.
    func positions(_ value: AttributeValue?, _ part: Int, _ homes: Homes) -> [Int]? {
        var ids: [String] = []
        switch value {
        case .string(let id)?: ids = [id]
        case .list(let items)? where items.count > 1: ids = items.compactMap(\.string)
        default: return nil
        }
        let found = ids.compactMap { homes[$0] }.filter { $0.part == part }.map(\.position)
        if case .list(let items)? = value, items.count != found.count { return nil }
        guard found.count == ids.count, zip(found, found.dropFirst()).allSatisfy({ $0 < $1 }) else {
            return nil
        }
        let subgraphs = parts[part].subgraphs
        for outer in found where found.contains(where: { $0 != outer && subgraphs[$0].path.contains(outer) })
        {
            return nil
        }
        return found
    }
}
