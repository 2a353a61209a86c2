internal import LinkChartModel

/// Inputs that become text only here: workbooks, and other forms of Unicode.
extension GraphBuilder {
    /// Puts the text of a workbook in its place.
    ///
    /// - Parameter isArchive: whether the input is a zip archive.
    /// - Returns: whether there is something to read; if not, a diagnostic says why. Nil if the input is no workbook.
    mutating func openWorkbook(_ number: Int, isArchive: Bool) -> Bool? {
        let input = inputs[number]
        guard isArchive else {
            guard let refusal = input.content.withBytes({ Workbook.refusal(ofCompoundFile: $0) }) else {
                return nil
            }
            report(refusal)
            return false
        }
        guard let workbook = Workbook(input.content, path: input.name) else {
            guard input.path?.lowercased().hasSuffix(".xlsx") == true else { return nil }
            report(.damaged("it is no whole zip archive"))
            return false
        }
        do throws(FileError) {
            switch try workbook.text() {
            case .success((let text, let content)):
                report.inputs[number].format = .excel
                inputs[number] = GraphInput(
                    name: input.name, path: input.path, content: content, workbook: text)
                return true
            case .failure(.refused(let refusal)): report(refusal)
            case .failure(.file(let error)): report(.unreadableFile, error.description)
            }
        } catch {
            report(.unreadableFile, error.description)
        }
        return false
    }

    private mutating func report(_ refusal: Workbook.Refusal) {
        switch refusal {
        case .foreign(let what):
            report(
                .foreignWorkbook, "the file is \(what)",
                suggestion: "open it in a spreadsheet program and save it as `.xlsx` or CSV")
        case .locked:
            report(
                .foreignWorkbook, "the workbook is locked with a password",
                suggestion: "take the password away in a spreadsheet program, or save it as CSV")
        case .damaged(let what):
            report(
                .damagedFile, "the workbook is damaged: \(what)", suggestion: "fetch or copy it again")
        case .tooLarge(let count):
            report(
                .bombFile,
                "the workbook unpacks to more than \(count >> 20) MB, \(Unpacked.greatestRatio) times its size",
                suggestion: "if that is meant, save it as CSV")
        case .unfolds(let count):
            report(
                .bombFile,
                "the sheets of the workbook are more than \(count >> 20) MB of text, \(Unpacked.greatestRatio) times its size",
                suggestion: "if that is meant, save it as CSV")
        }
    }

    /// Puts UTF-8 in the place of UTF-16 or UTF-32.
    ///
    /// - Returns: whether there is something to read; if not, a diagnostic says why.
    mutating func decode(_ number: Int) -> Bool {
        let input = inputs[number]
        guard let form = input.content.withBytes({ UnicodeForm($0) }) else { return true }
        do throws(FileError) {
            let decoded = try form.decode(input.content, path: input.name, limit: options.diagnosticLimit)
            // A picture or a sound that begins like a byte order mark has no text in it.
            guard decoded.invalidCount * 100 <= decoded.count else {
                report(
                    .unsupportedEncoding, "the file begins like \(form.name), but is not",
                    suggestion: "is this a text file? if so, convert it to UTF-8")
                return false
            }
            inputs[number] = input.unpacked(decoded.content)
            for offset in decoded.invalid {
                report(
                    .invalidUTF8, "there is no character of \(form.name) here",
                    at: SourceRange(offset: offset, length: 3), suggestion: "it is read as �")
            }
            reportNormalised("encoding", form.name, to: "UTF-8", at: nil)
            return true
        } catch {
            report(.unreadableFile, error.description)
            return false
        }
    }

    /// Reports a problem of a workbook, with its cell.
    mutating func report(
        _ code: DiagnosticCode, _ message: @autoclosure () -> String, at range: SourceRange?,
        in source: GraphInput, _ workbook: WorkbookText, _ suggestion: @autoclosure () -> String?,
        _ severity: Diagnostic.Severity?
    ) {
        diagnostics.report(code, severity: severity, file: source.name) {
            var diagnostic = Diagnostic(
                code, message(), suggestion: suggestion(), severity: severity, file: source.name)
            guard let range else { return diagnostic }
            source.content.withBytes { text in
                guard let place = workbook.place(of: range.offset, in: text) else { return }
                (diagnostic.line, diagnostic.column) = (place.row, place.column)
                diagnostic.cell = place.name
                var finder = SourcePlaces()
                diagnostic.excerpt = finder.excerpt(of: range, in: text)
            }
            return diagnostic
        }
    }

    /// Warns of something about a cell of a workbook that does not stand in its text.
    mutating func report(
        _ code: DiagnosticCode, _ message: String, in place: WorkbookText.Place, suggestion: String? = nil
    ) {
        var diagnostic = Diagnostic(
            code, message, suggestion: suggestion, severity: .warning, file: inputs[currentInput].name,
            line: place.row, column: place.column)
        diagnostic.cell = place.name
        diagnostics.report(diagnostic)
    }
}
