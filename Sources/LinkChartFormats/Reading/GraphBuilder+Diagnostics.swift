extension GraphBuilder {
    /// Reports a problem of the current input.
    ///
    /// - Parameters:
    ///   - code: what it is about.
    ///   - message: what is wrong; only computed if the diagnostic is kept.
    ///   - range: the bytes meant; nil for the input as a whole.
    ///   - suggestion: what would be right; only computed if the diagnostic is kept.
    ///   - severity: how grave it is; nil for the code's own.
    public mutating func report(
        _ code: DiagnosticCode, _ message: @autoclosure () -> String, at range: SourceRange? = nil,
        suggestion: @autoclosure () -> String? = nil, severity: Diagnostic.Severity? = nil
    ) {
        report(
            code, message(), at: range, in: currentInput, suggestion: suggestion(), severity: severity)
    }

    mutating func report(
        _ code: DiagnosticCode, _ message: @autoclosure () -> String, at range: SourceRange?, in input: Int,
        suggestion: @autoclosure () -> String? = nil, severity: Diagnostic.Severity? = nil
    ) {
        let range = input == currentInput ? pinnedRange ?? range : range
        guard inputs.indices.contains(input) else {
            diagnostics.report(Diagnostic(code, message(), suggestion: suggestion(), severity: severity))
            return
        }
        let source = inputs[input]
        if let workbook = source.workbook {
            report(code, message(), at: range, in: source, workbook, suggestion(), severity)
            return
        }
        // The finder is moved out while it works, or it would be copied for exclusive access.
        var finder = SourcePlaces()
        swap(&finder, &places[input])
        diagnostics.report(code, severity: severity, file: source.name) {
            guard let range else {
                return Diagnostic(
                    code, message(), suggestion: suggestion(), severity: severity, file: source.name)
            }
            return source.content.withBytes { text in
                let excerpt = finder.excerpt(of: range, in: text)
                let place = finder.place(of: range.offset, in: text)
                return Diagnostic(
                    code, message(), suggestion: suggestion(), severity: severity, file: source.name,
                    line: place.line, column: place.column, excerpt: excerpt)
            }
        }
        swap(&finder, &places[input])
    }

    /// The line of an offset of the current input, from 1.
    public mutating func line(of offset: Int) -> Int { line(of: offset, in: currentInput) }

    mutating func line(of offset: Int, in input: Int) -> Int {
        let source = inputs[input]
        return source.content.withBytes { text in
            if let workbook = source.workbook { return workbook.place(of: offset, in: text)?.row ?? 1 }
            return places[input].line(of: offset, in: text)
        }
    }
}
