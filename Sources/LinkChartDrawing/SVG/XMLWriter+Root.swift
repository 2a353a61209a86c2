extension XMLWriter {
    /// Writes the outermost element's start tag, and what introduces the drawing.
    mutating func openRoot(_ treatment: SVGTreatment, attributes: [XMLScanner.Attribute]) {
        markup("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"")
        // HTML-like labels place the space between two words at the beginning of the second one's element.
        markup(" xml:space=\"preserve\"")
        markup(" class=\"\(SVGTheme.rootClass)\" role=\"img\" aria-labelledby=\"")
        text(treatment.identifier)
        markup("-title ")
        text(treatment.identifier)
        markup("-desc\"")
        let viewBox = attributes.first { SVGAttribute($0.name) == .viewBox && Self.isNumbers($0.value) }
        if let viewBox {
            markup(" width=\"100%\" viewBox=\"")
            verbatim(viewBox.value)
            markup("\" preserveAspectRatio=\"xMidYMid meet\">\n")
        } else {
            // Without a frame there is nothing to scale by.
            for attribute in attributes where [.width, .height].contains(SVGAttribute(attribute.name)) {
                markup(" ")
                verbatim(attribute.name)
                markup("=\"")
                parsed(attribute.value)
                markup("\"")
            }
            markup(">\n")
        }
        heading("title", treatment.title, identifier: treatment.identifier)
        heading("desc", treatment.description, identifier: treatment.identifier)
        markup("<style>\n")
        text(treatment.theme.stylesheet())
        markup("</style>")
    }

    mutating func title(_ text: String) {
        markup("<title>")
        self.text(text)
        markup("</title>")
    }

    private mutating func heading(_ element: String, _ text: String, identifier: String) {
        markup("<\(element) id=\"")
        self.text(identifier)
        markup("-\(element)\">")
        self.text(text)
        markup("</\(element)>\n")
    }

    private static func isNumbers(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
        value.allSatisfy { (0x30...0x39).contains($0) || ".-+eE, ".utf8.contains($0) }
    }
}
