internal import LinkChartModel

/// What the attributes of DOT's nodes, edges and graphs mean in a typed graph.
///
/// Readers and writers share it: a writer asks what its text would mean before it writes it, and where that is not what
/// it should, writes the whole in its native form as JSON under `native`.
struct DOTMeaning {
    typealias Raw = [(name: String, value: DOTValue)]

    let ontology: Ontology
    /// Whether edges of the graph have directions.
    var isDirected = true

    /// Names under which the reader keeps what is no attribute in DOT. Attributes that are so named in a file are kept
    /// in an object under the last of them.
    static let nodeKeys: Set<String> = [subgraphKey, graphKey, nameKey, foreignKey]
    static let edgeKeys: Set<String> = [subgraphKey, foreignKey]
    static let graphKeys: Set<String> = ["name", "strict", "directed", "subgraphs", "graphs", foreignKey]
    /// Of a node or an edge: the subgraph in which it stands, or several.
    static let subgraphKey = "subgraph"
    /// Of a node: the number of its graph, from the second one of a file on.
    static let graphKey = "graph"
    /// Of a node: its name in the file where that can't be its identifier.
    static let nameKey = "dotName"
    static let foreignKey = "dot"

    // MARK: - Nodes

    struct NodeReading {
        var id: String
        var name: String
        var kind: KindID?
        var aliases: [String] = []
        var subtype: String?
        var isSource = false
        var attributes: Attributes = [:]
    }

    /// - Parameters:
    ///   - raw: its attributes that are not empty, and its label if it has one of its own.
    ///   - name: its name in the file.
    ///   - graphName: the name of its graph.
    func node(_ raw: Raw, named name: String, graphName: String) -> NodeReading {
        var reading = NodeReading(id: name, name: name)
        if let native = Self.object(raw, "native"), let kindName = native["kind"]?.string,
            let kind = ontology.kind(named: kindName), let id = native["id"]?.string, !id.isEmpty
        {
            reading.id = id
            reading.name = native["name"]?.string ?? id
            reading.kind = kind
            reading.aliases = Self.texts(native["aliases"]) ?? []
            reading.subtype = native["subtype"]?.string
            reading.isSource = native["isSource"] == true
            reading.attributes = Self.rest(of: native, raw)
            return reading
        }
        let isRecord = raw.contains {
            $0.name == "shape" && ($0.value == .text("record") || $0.value == .text("Mrecord"))
        }
        var label: String?
        for (attribute, value) in raw {
            switch (attribute, value) {
            case ("label", _):
                let shown = DOTLabel.text(of: value, name: name, graph: graphName, isRecord: isRecord)
                label = shown
                if value != .text(DOTLabel.label(showing: shown)) || shown == name || shown.isEmpty {
                    reading.attributes["label"] = Self.label(value)
                }
            case ("kind", .text(let text)):
                if let kind = ontology.kind(named: text) {
                    reading.kind = kind
                    if ontology[kind].name == text { continue }
                }
                reading.attributes[attribute] = value.attribute
            case ("aliases", .text(let text)):
                if let names = Self.texts(Self.json(text, "[")) {
                    reading.aliases = names
                } else {
                    reading.attributes[attribute] = value.attribute
                }
            case ("subtype", .text(let text)): reading.subtype = text
            case ("isSource", .text("true")): reading.isSource = true
            case ("attributes", .text(let text)):
                guard case .object(let own)? = Self.json(text, "{") else { fallthrough }
                reading.attributes.merge(own)
            default: Self.keep(attribute, value, Self.nodeKeys, in: &reading.attributes)
            }
        }
        if let label, !label.isEmpty {
            reading.name = label
        } else if let own = reading.attributes["name"].flatMap({ DOTValue($0) }), case .text(let text) = own,
            !text.isEmpty
        {
            // igraph numbers its nodes and has their names in this attribute.
            reading.name = text
        }
        if reading.kind == nil {
            reading.kind = reading.attributes["type"]?.string.flatMap { ontology.kind(named: $0) }
        }
        if reading.kind == nil { reading.kind = ontology.kind(named: "Entity") }
        return reading
    }

    // MARK: - Graphs

    struct GraphReading {
        var title = ""
        var attributes: Attributes = [:]
    }

    /// - Parameters:
    ///   - raw: its attributes that are not empty.
    ///   - name: its name; nil if it has none.
    func graph(_ raw: Raw, named name: String?) -> GraphReading {
        var reading = GraphReading()
        if let native = Self.object(raw, "native"), let title = native["title"]?.string {
            reading.title = title
            reading.attributes = Self.rest(of: native, raw)
            return reading
        }
        // Whether the label only repeats the name.
        var isNamed = false
        for (attribute, value) in raw {
            switch (attribute, value) {
            case ("label", .text):
                reading.title = DOTLabel.text(of: value, graph: name ?? "")
                let isPlain = value == .text(DOTLabel.label(showing: reading.title))
                isNamed = isPlain && reading.title == name
                if !isPlain || isNamed || reading.title.isEmpty {
                    reading.attributes["label"] = Self.label(value)
                }
            case ("label", .html): reading.attributes["label"] = value.attribute
            case ("attributes", .text(let text)):
                guard case .object(let own)? = Self.json(text, "{") else { fallthrough }
                reading.attributes.merge(own)
            default: Self.keep(attribute, value, Self.graphKeys, in: &reading.attributes)
            }
        }
        if let name, !isNamed {
            if reading.title.isEmpty {
                reading.title = name
            } else {
                reading.attributes["name"] = .string(name)
            }
        }
        return reading
    }

    // MARK: - Parts

    /// A label is a text even where it looks like a number.
    static func label(_ value: DOTValue) -> AttributeValue {
        if case .text(let text) = value { .string(text) } else { value.attribute }
    }

    static func keep(
        _ name: String, _ value: DOTValue, _ keys: Set<String>, in attributes: inout Attributes
    ) {
        guard keys.contains(name) else {
            attributes[name] = value.attribute
            return
        }
        var foreign: Attributes = [:]
        if case .object(let known)? = attributes[foreignKey] { foreign = known }
        foreign[name] = value.attribute
        attributes[foreignKey] = .object(foreign)
    }

    static func object(_ raw: Raw, _ name: String) -> Attributes? {
        guard let found = raw.first(where: { $0.name == name }), case .text(let text) = found.value,
            case .object(let members)? = json(text, "{")
        else { return nil }
        return members
    }

    /// The attributes of a native form, and those that somebody has put beside it since.
    static func rest(of native: Attributes, _ raw: Raw) -> Attributes {
        var attributes: Attributes = [:]
        if case .object(let own)? = native["attributes"] { attributes = own }
        for (name, value) in raw where !writtenBesideNative.contains(name) && attributes[name] == nil {
            attributes[name] = value.attribute
        }
        return attributes
    }

    static let writtenBesideNative: Set<String> = [
        "native", "label", "claims", "dir", "established", "ontology",
    ]

    static func json(_ text: String, _ opening: String) -> AttributeValue? {
        text.hasPrefix(opening) ? CellJSON.value(text) : nil
    }

    static func texts(_ value: AttributeValue?) -> [String]? {
        guard case .list(let items)? = value else { return nil }
        let texts = items.compactMap(\.string)
        return texts.count == items.count ? texts : nil
    }

    /// The date of a text that can be read as one, or of its native form.
    static func date(_ value: AttributeValue) -> RecordedDate? {
        switch value {
        case .string(let text):
            let date = RecordedDate(normalizing: text)
            return date.date == nil ? nil : date
        case .object(let form):
            guard !form.isEmpty,
                form.allSatisfy({ ($0.name == "date" || $0.name == "raw") && $0.value.string != nil })
            else { return nil }
            return RecordedDate(
                raw: form["raw"]?.string,
                date: form["date"]?.string.flatMap { RecordedDate(normalizing: $0).date })
        default: return nil
        }
    }

    /// The attribute that reads back as a date.
    static func value(of date: RecordedDate) -> AttributeValue {
        let form = NativeForm.value(of: date)
        if case .string(let text) = form, Self.date(form) == nil { return ["raw": .string(text)] }
        return form
    }

    /// JSON in which no backslash stands before a quote, which DOT can't hold, and none alone at the end.
    static func json(_ value: AttributeValue) -> DOTValue {
        var json = JSONWriter(style: .compact)
        json.value(value)
        var text = ""
        var isEscaped = false
        for scalar in json.text.unicodeScalars {
            if isEscaped {
                isEscaped = false
                switch scalar {
                case "\"": text += "\\u0022"
                case "\\": text += "\\u005c"
                default:
                    text += "\\"
                    text.unicodeScalars.append(scalar)
                }
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                text.unicodeScalars.append(scalar)
            }
        }
        return .text(text)
    }
}
