public import LinkChartModel

/// Writes Turtle (RDF 1.1): nodes, and edges as statements with their claims in the terms of PROV-O; nothing is stated
/// but that somebody states it.
public struct TurtleWriter: GraphFormatWriter {
    /// A writer.
    public init() {}

    public func write(_ graph: Graph, to sink: any OutputSink) throws(FileError) {
        let form = RDFForm(graph: graph)
        var out = OutputBuffer(sink)
        for prefix in RDFForm.prefixes { out.append("@prefix \(prefix.name): <\(prefix.iri)> .\n") }
        if let header = form.header { Self.write(header, to: &out) }
        for node in graph.nodes {
            Self.write(form.resource(of: node), to: &out)
            try out.flushIfLarge()
        }
        for edge in graph.edges {
            Self.write(form.resource(of: edge), to: &out)
            try out.flushIfLarge()
        }
        try out.flush()
    }

    private static func write(_ resource: RDFResource, to out: inout OutputBuffer) {
        out.append("\n<\(resource.iri ?? "")>")
        writeProperties(of: resource, indent: "    ", to: &out)
        out.append(" .\n")
    }

    private static func writeProperties(of resource: RDFResource, indent: String, to out: inout OutputBuffer)
    {
        var isFirst = true
        if !resource.types.isEmpty {
            out.append(" a " + resource.types.joined(separator: ", "))
            isFirst = false
        }
        for (name, values) in resource.properties {
            out.append(isFirst ? " " : " ;\n" + indent)
            isFirst = false
            out.append(name)
            for (position, value) in values.enumerated() {
                out.append(position == 0 ? " " : ", ")
                write(value, indent: indent, to: &out)
            }
        }
    }

    private static func write(_ term: RDFTerm, indent: String, to out: inout OutputBuffer) {
        switch term {
        case .resource(let iri): out.append("<\(iri)>")
        case .text(let text): appendQuoted(text, to: &out)
        case .integer(let number): out.append(String(number))
        case .truth(let isTrue): out.append(isTrue ? "true" : "false")
        case .json(let value):
            var json = JSONWriter(style: .compact)
            json.value(value)
            appendQuoted(json.text, to: &out)
            out.append("^^rdf:JSON")
        case .nested(let resource):
            out.append("[")
            writeProperties(of: resource, indent: indent + "    ", to: &out)
            out.append(" ]")
        }
    }

    /// A text in quotes, with what Turtle does not allow in it as escapes.
    private static func appendQuoted(_ text: String, to out: inout OutputBuffer) {
        out.append("\"")
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out.append("\\\"")
            case "\\": out.append("\\\\")
            case "\n": out.append("\\n")
            case "\r": out.append("\\r")
            case "\t": out.append("\\t")
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                out.append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
            default: out.append(String(scalar))
            }
        }
        out.append("\"")
    }
}
