internal import CExpat

/// What breaks the rules of XML, in words that say what to do.
enum XMLProblems {
    /// The problem at which a parser has stopped.
    static func problem(of parser: XML_Parser, queue: XMLEventQueue) -> DocumentProblem {
        guard let source = queue.source else { return other(parser, at: SourceRange(offset: 0)) }
        let offset = min(queue.start + Int(max(0, XML_GetCurrentByteIndex(parser))), source.count)
        let range = SourceRange(offset: offset, length: offset < source.count ? 1 : 0)
        switch XML_GetErrorCode(parser) {
        case XML_ERROR_NO_ELEMENTS where offset >= source.count, XML_ERROR_UNCLOSED_TOKEN,
            XML_ERROR_UNCLOSED_CDATA_SECTION, XML_ERROR_PARTIAL_CHAR:
            return truncated(queue, source, at: offset)
        case XML_ERROR_TAG_MISMATCH: return mismatch(queue, source, at: range)
        case XML_ERROR_INVALID_TOKEN: return invalid(source, at: range)
        case XML_ERROR_UNDEFINED_ENTITY:
            return DocumentProblem(
                code: .syntaxError, message: "this entity is not one of XML's own five", range: range,
                suggestion: "write the character itself, or `&amp;` for a `&`")
        case XML_ERROR_DUPLICATE_ATTRIBUTE:
            return DocumentProblem(
                code: .syntaxError, message: "an attribute that the tag has already", range: range,
                suggestion: "leave one of them out")
        case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
            return DocumentProblem(
                code: .syntaxError, message: "there is more after the end of the document", range: range,
                suggestion: "one file holds one XML document")
        default: return other(parser, at: range)
        }
    }

    private static func other(_ parser: XML_Parser, at range: SourceRange) -> DocumentProblem {
        let text = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "no XML"
        return DocumentProblem(
            code: .syntaxError, message: "this is not XML: \(text)", range: range,
            suggestion: "the rest of the file is not read")
    }

    private static func truncated(
        _ queue: XMLEventQueue, _ source: MappedFile, at offset: Int
    ) -> DocumentProblem {
        var end = source.count
        source.withBytes { bytes in while end > 0, bytes[end - 1] <= 0x20 { end -= 1 } }
        let message =
            queue.open.last.map {
                "the file ends before the `<\(name(at: $0, in: source))>` of line "
                    + "\(line(of: $0, in: source)) is closed"
            } ?? "the file ends inside a tag"
        return DocumentProblem(
            code: .truncatedFile, message: message, range: SourceRange(offset: end),
            suggestion: "was it cut off?")
    }

    private static func mismatch(
        _ queue: XMLEventQueue, _ source: MappedFile, at range: SourceRange
    ) -> DocumentProblem {
        guard let open = queue.open.last else {
            return DocumentProblem(code: .syntaxError, message: "this tag closes nothing", range: range)
        }
        let name = Self.name(at: open, in: source)
        return DocumentProblem(
            code: .syntaxError,
            message: "the `<\(name)>` of line \(line(of: open, in: source)) is not closed before this",
            range: range, suggestion: "expected `</\(name)>`")
    }

    private static func invalid(_ source: MappedFile, at range: SourceRange) -> DocumentProblem {
        var byte = source.withBytes { range.offset < $0.count ? $0[range.offset] : 0 }
        var range = range
        // A `&` is only seen to begin no reference at what follows it.
        if range.offset > 0, source.withBytes({ $0[range.offset - 1] }) == 0x26 {
            byte = 0x26
            range.offset -= 1
        }
        let suggestion: String
        var message = "this is not allowed here in XML"
        switch byte {
        case 0x26: suggestion = "write `&amp;` for a `&`"
        case 0x3C: suggestion = "write `&lt;` for a `<` in a text"
        case 0..<0x20:
            message =
                "XML has no character U+00\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
            suggestion = "take it out; the rest of the file is not read"
        default: suggestion = "values of attributes stand in quotes; the rest of the file is not read"
        }
        return DocumentProblem(code: .syntaxError, message: message, range: range, suggestion: suggestion)
    }

    /// The name in a tag, as it is written.
    private static func name(at offset: Int, in source: MappedFile) -> String {
        source.withBytes { bytes in
            let name = bytes[min(offset + 1, bytes.count)...].prefix { $0 > 0x20 && $0 != 0x2F && $0 != 0x3E }
            return String(decoding: name.prefix(80), as: UTF8.self)
        }
    }

    private static func line(of offset: Int, in source: MappedFile) -> Int {
        var places = SourcePlaces()
        return source.withBytes { places.place(of: offset, in: $0).line }
    }
}
