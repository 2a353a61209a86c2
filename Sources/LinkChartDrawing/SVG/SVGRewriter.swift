/// One pass over an SVG file that copies what is allowed and puts in what is missing.
struct SVGRewriter {
    /// A group that stands for something of the graph, and its tooltip if one was given.
    private enum Group {
        case graph
        case object(text: String?, badge: SVGBadge?)

        /// Whether it stands for something whose tooltip was not given.
        var lacksText: Bool { if case .object(text: nil, _) = self { true } else { false } }
    }

    private struct Open {
        let name: UnsafeBufferPointer<UInt8>
        /// What is written at its end; nothing for what is left out.
        let element: SVGElement?
        let group: Group?
    }

    private let treatment: SVGTreatment
    private let isDark: Bool
    private let darkFills: [UInt32: SVGColor]
    private let darkStrokes: [UInt32: SVGColor]
    private let darkTexts: [UInt32: SVGColor]
    private var writer: XMLWriter
    private var stack: [Open] = []
    /// How deep the stack was when something left out began; it ends when the stack is as deep again.
    private var skippedDepth: Int?
    private var hasRoot = false

    init(_ treatment: SVGTreatment, inputCount: Int) {
        self.treatment = treatment
        isDark = treatment.theme.mode == .dark
        darkFills = treatment.theme.darkColors(for: .fill)
        darkStrokes = treatment.theme.darkColors(for: .stroke)
        darkTexts = treatment.theme.darkColors(for: .text)
        writer = XMLWriter(capacity: inputCount + inputCount / 8 + 8192)
    }

    mutating func rewrite(_ source: UnsafeBufferPointer<UInt8>) throws(SVGError) -> [UInt8] {
        var scanner = XMLScanner(source)
        if treatment.isStandalone { writer.markup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
        while let token = try scanner.next() {
            switch token {
            case .other: break
            case .text(let text):
                if stack.isEmpty {
                    guard text.allSatisfy({ $0 <= 0x20 }) else {
                        throw scanner.malformed("there is text outside of the outermost element")
                    }
                } else if skippedDepth == nil {
                    write(text)
                }
            case .characterData(let text):
                guard !stack.isEmpty else {
                    throw scanner.malformed("there is text outside of the outermost element")
                }
                if skippedDepth == nil { writer.plain(text) }
            case .startTag(let name, let isEmpty):
                try open(name, isEmpty: isEmpty, scanner)
            case .endTag(let name):
                guard let last = stack.last, last.name.elementsEqual(name) else {
                    throw scanner.malformed("an end tag does not match its start tag")
                }
                close()
            }
        }
        guard stack.isEmpty else { throw scanner.malformed("\(stack.count) elements have no end tag") }
        guard hasRoot else { throw SVGError(.notSVG, "there is no element", offset: scanner.position) }
        writer.markup("\n")
        return writer.bytes
    }

    private mutating func open(
        _ name: UnsafeBufferPointer<UInt8>, isEmpty: Bool, _ scanner: XMLScanner
    ) throws(SVGError) {
        let element = SVGElement(name)
        if stack.isEmpty {
            guard !hasRoot else { throw scanner.malformed("there is a second outermost element") }
            guard element == .svg else {
                throw SVGError(.notSVG, "the outermost element is not svg", offset: scanner.position)
            }
            hasRoot = true
            writer.openRoot(treatment, attributes: scanner.attributes)
            stack.append(Open(name: name, element: .svg, group: nil))
        } else if skippedDepth == nil, let element {
            switch element {
            case .title: openTitle(name)
            case .a: openLink(name, scanner.attributes)
            // A drawing that was treated before has its description at the top; it is written anew.
            case .desc where stack.count == 1: leaveOut(name)
            case .svg: leaveOut(name)
            default: return openPlain(name, element, isEmpty: isEmpty, scanner.attributes)
            }
        } else {
            leaveOut(name)
        }
        if isEmpty { close() }
    }

    /// Leaves out an element with its content, unless it is within one that is left out already.
    private mutating func leaveOut(_ name: UnsafeBufferPointer<UInt8>) {
        if skippedDepth == nil { skippedDepth = stack.count }
        stack.append(Open(name: name, element: nil, group: nil))
    }

    private mutating func close() {
        let last = stack.removeLast()
        if last.element != nil {
            if case .object(_, let badge?)? = last.group { writer.markup(badge.markup) }
            writer.markup("</")
            writer.verbatim(last.name)
            writer.markup(">")
        }
        if skippedDepth == stack.count { skippedDepth = nil }
    }

    private mutating func openTitle(_ name: UnsafeBufferPointer<UInt8>) {
        switch stack.last?.group {
        case .object(text: nil, _):
            writer.markup("<title>")
            stack.append(Open(name: name, element: .title, group: nil))
        case .object(let text?, _):
            writer.title(text)
            leaveOut(name)
        // The name of the whole graph would show wherever nothing else is under the pointer.
        case .graph, nil: leaveOut(name)
        }
    }

    private mutating func openLink(_ name: UnsafeBufferPointer<UInt8>, _ attributes: [XMLScanner.Attribute]) {
        var address: String?
        var target: UnsafeBufferPointer<UInt8>?
        var tooltip: UnsafeBufferPointer<UInt8>?
        for attribute in attributes {
            switch SVGAttribute(attribute.name) {
            case .href: address = address ?? LinkPolicy.allowed(XMLReference.decoded(attribute.value))
            case .target:
                target = Self.targets.first { $0.elementsEqual(attribute.value) }.map { _ in attribute.value }
            case .title: tooltip = attribute.value
            default: break
            }
        }
        if let address {
            writer.markup("<a xlink:href=\"")
            writer.text(address)
            writer.markup("\"")
            if let target {
                writer.markup(" target=\"")
                writer.verbatim(target)
                writer.markup("\" rel=\"noopener\"")
            }
            writer.markup(">")
        }
        stack.append(Open(name: name, element: address == nil ? nil : .a, group: nil))
        if let tooltip, !tooltip.isEmpty, stack.last(where: { $0.group != nil })?.group?.lacksText == true {
            writer.markup("<title>")
            writer.parsed(tooltip)
            writer.markup("</title>")
        }
    }

    private static let targets = ["_blank", "_self", "_parent", "_top"].map { Array($0.utf8) }

    private mutating func openPlain(
        _ name: UnsafeBufferPointer<UInt8>, _ element: SVGElement, isEmpty: Bool,
        _ attributes: [XMLScanner.Attribute]
    ) {
        writer.markup("<")
        writer.verbatim(name)
        var seen = SVGAttribute.Selection()
        for attribute in attributes {
            // XML allows no attribute twice.
            guard let known = SVGAttribute(attribute.name), seen.insert(known) else { continue }
            switch known {
            case .fill:
                writePaint(
                    attribute.name, attribute.value,
                    element == .text || element == .tspan ? darkTexts : darkFills)
            case .stroke: writePaint(attribute.name, attribute.value, darkStrokes)
            case .stopColor: writePaint(attribute.name, attribute.value, darkFills)
            case .clipPath: writePaint(attribute.name, attribute.value, [:])
            case .style where element == .stop: writeStop(attribute.value, seen: &seen)
            case .href where element == .textPath && attribute.value.first == UInt8(ascii: "#"):
                write(attribute)
            case .style, .href, .target, .title, .viewBox: break
            default: write(attribute)
            }
        }
        let group = element == .g ? self.group(attributes) : nil
        if isDark, element == .text, !seen.contains(.fill) {
            writer.markup(" fill=\"")
            writer.color(treatment.theme.ink.dark)
            writer.markup("\"")
        }
        writer.markup(isEmpty ? "/>" : ">")
        if !isEmpty { stack.append(Open(name: name, element: element, group: group)) }
    }

    /// Space between elements is kept only as line breaks, of which comments left out would make many.
    private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
        let isWriting = stack.last?.element.map(\.holdsText) == true
        if isWriting || !text.allSatisfy({ $0 <= 0x20 }) {
            writer.parsed(text)
        } else if writer.bytes.last != UInt8(ascii: "\n") {
            writer.markup("\n")
        }
    }

    private mutating func write(_ attribute: XMLScanner.Attribute) {
        writer.markup(" ")
        writer.verbatim(attribute.name)
        writer.markup("=\"")
        writer.parsed(attribute.value)
        writer.markup("\"")
    }

    private mutating func writePaint(
        _ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>,
        _ counterparts: [UInt32: SVGColor]
    ) {
        guard let paint = SVGPaint(value) else { return }
        writer.markup(" ")
        writer.verbatim(name)
        writer.markup("=\"")
        switch paint {
        case .color(let color): writer.color(isDark ? counterparts[color.rgb] ?? color : color)
        case .none: writer.markup("none")
        case .other: writer.verbatim(value)
        }
        writer.markup("\"")
    }

    /// Graphviz writes a gradient's colours as `style="stop-color:…;stop-opacity:…;"`. As attributes they
    /// are safer, and rules for the theme find them.
    private mutating func writeStop(_ style: UnsafeBufferPointer<UInt8>, seen: inout SVGAttribute.Selection) {
        for declaration in style.split(separator: UInt8(ascii: ";")) {
            let parts = declaration.split(separator: UInt8(ascii: ":"), maxSplits: 1)
            guard parts.count == 2, let attribute = SVGAttribute(.init(rebasing: parts[0])),
                [.stopColor, .stopOpacity].contains(attribute), seen.insert(attribute)
            else { continue }
            var value = parts[1]
            // "1." is no number in CSS.
            if value.last == UInt8(ascii: ".") { value.removeLast() }
            writePaint(.init(rebasing: parts[0]), .init(rebasing: value), darkFills)
        }
    }

    /// Graphviz marks the groups it makes by the first word of their class.
    private func group(_ attributes: [XMLScanner.Attribute]) -> Group? {
        guard let value = attributes.first(where: { $0.name.elementsEqual("class".utf8) })?.value else {
            return nil
        }
        let word = value.prefix { $0 > 0x20 }
        if word.elementsEqual("graph".utf8) { return .graph }
        guard ["node", "edge", "cluster"].contains(where: { word.elementsEqual($0.utf8) }) else { return nil }
        guard !treatment.texts.isEmpty || !treatment.badges.isEmpty,
            let id = attributes.first(where: { $0.name.elementsEqual("id".utf8) })
        else { return .object(text: nil, badge: nil) }
        let name = XMLReference.decoded(id.value)
        return .object(text: treatment.texts[name], badge: treatment.badges[name])
    }
}
