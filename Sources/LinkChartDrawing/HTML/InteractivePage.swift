internal import CViewer

/// An HTML page that shows a chart and can be searched, filtered and asked: one file with its style, its script and
/// its data, which loads nothing.
///
/// What browsers may run in it is told by a Content Security Policy with the hashes of the program's own style and
/// script, so that nothing in anyone's data can run, whatever slips through.
enum InteractivePage {
    /// More nodes than these are dots, named as the reader comes near.
    static let mostBoxes = 2000
    /// More nodes than these are thinned to those with most links: browsers get slow.
    static let mostNodes = 50_000

    /// What a page takes from a graph: everything by itself, because filters fold as much as the reader wants.
    static func options(_ options: DrawingOptions) -> DrawingOptions {
        var options = options
        options.detail = .full
        options.mostNodes = mostNodes
        // The page has a layout of its own, and filters instead of panels.
        options.view = .network
        options.multiples = nil
        return options
    }

    /// Puts a page together.
    ///
    /// - Parameters:
    ///   - title: what browsers call the page.
    ///   - data: the chart as JSON, escaped so that it can't end the element it stands in (``PageJSON``).
    /// - Complexity: linear in the page.
    static func html(title: String, data: [UInt8]) -> [UInt8] {
        let (style, script) = (Text(viewer_style()), Text(viewer_script()))
        let values: [String: ArraySlice<UInt8>] = [
            "title": escaped(title)[...],
            "csp": Array(policy(style: style.bytes, script: script.bytes).utf8)[...],
            "style": style.bytes[...], "script": script.bytes[...], "data": data[...],
        ]
        let template = Text(viewer_page()).bytes
        var page: [UInt8] = []
        page.reserveCapacity(template.count + values.values.reduce(0) { $0 + $1.count })
        // One pass over the template alone: a name such as {{script}} in the data is not looked for.
        var rest = template[...]
        while let open = rest.firstRange(of: "{{".utf8),
            let close = rest[open.upperBound...].firstRange(of: "}}".utf8)
        {
            page.append(contentsOf: rest[..<open.lowerBound])
            let name = String(decoding: rest[open.upperBound..<close.lowerBound], as: UTF8.self)
            page.append(contentsOf: values[name] ?? rest[open.lowerBound..<close.upperBound])
            rest = rest[close.upperBound...]
        }
        page.append(contentsOf: rest)
        return page
    }

    /// What the page may do: run its own script, use its own style, show the pictures it makes, nothing else.
    static func policy(style: [UInt8], script: [UInt8]) -> String {
        func source(_ text: [UInt8]) -> String { "'sha256-\(base64(SHA256.hash(text)))'" }
        return "default-src 'none'; style-src \(source(style)); script-src \(source(script)); "
            + "img-src data: blob:; base-uri 'none'; form-action 'none'"
    }

    private static func escaped(_ text: String) -> [UInt8] {
        var result: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): result += "&amp;".utf8
            case UInt8(ascii: "<"): result += "&lt;".utf8
            case UInt8(ascii: ">"): result += "&gt;".utf8
            default: result.append(byte)
            }
        }
        return result
    }

    /// A text that is part of the program.
    private struct Text {
        let bytes: [UInt8]

        init(_ text: viewer_text) {
            bytes = Array(UnsafeBufferPointer(start: text.bytes, count: text.length))
        }
    }
}
