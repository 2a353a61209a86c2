import LinkChart

extension GraphOptions {
    /// Reads the graph; see ``GraphLoading/load(_:_:)``.
    func load(_ format: InputFormatOptions) throws -> Graph {
        try GraphLoading.load(graphs, format.readOptions())
    }
}

/// Reads graphs for commands.
enum GraphLoading {
    /// Reads files into one graph for a question. Problems are reported on standard error.
    ///
    /// - Throws: ``Failure``: no input where a file can't be opened, bad data where anything is wrong: a question
    ///   is only answered of a graph that is all right.
    static func load(_ paths: [String], _ options: ReadOptions) throws -> Graph {
        let result = try read(paths, options: options)
        guard result.hasErrors else { return result.graph }
        report(result.diagnostics)
        let summary =
            result.diagnostics.hasErrors
            ? count(result.diagnostics.count(of: .error), "error")
            : count(result.diagnostics.count(of: .warning), "warning") + " (--strict)"
        throw Failure.badData("the graph has \(summary); nothing was computed")
    }

    /// Reads files into one graph, with everything that is to be said of them.
    static func read(_ paths: [String], options: ReadOptions) throws -> ReadResult {
        let what = paths.count == 1 ? paths[0] : "\(paths.count) files"
        do {
            return try Progress.showing("reading \(TerminalText.visible(what))") { () throws(FileError) in
                try readGraph(paths: paths, options: options)
            }
        } catch {
            throw Failure(error)
        }
    }

    /// Prints diagnostics to standard error.
    static func report(_ diagnostics: Diagnostics) {
        guard !diagnostics.isEmpty else { return }
        let renderer = DiagnosticRenderer(usesColor: TerminalStyle.errors.hasColour)
        writeToErrors(renderer.text(of: diagnostics))
    }
}

extension Failure {
    /// A file that can't be read or written, with the exit code for it.
    init(_ error: FileError) {
        self.init(code: Code(rawValue: error.exitCode) ?? .ioError, message: error.description)
    }
}

extension InputFormatOptions {
    /// What the options say about reading.
    ///
    /// - Throws: ``Failure`` of usage for a format that is not known or a map that makes no sense.
    func readOptions(isStrict: Bool = false) throws -> ReadOptions {
        try GraphLoading.options(format: format, columns: columns, isStrict: isStrict)
    }
}

extension GraphLoading {
    /// What options of a command line say about reading.
    ///
    /// - Throws: ``Failure`` of usage for a format that is not known or a map that makes no sense.
    static func options(
        format: String?, columns: ColumnOptions, isStrict: Bool = false
    ) throws -> ReadOptions {
        try ReadOptions(
            format: graphFormat(format, option: "--from"), columnMap: columns.columnMap(), isStrict: isStrict)
    }

    /// The format of this name.
    static func graphFormat(_ name: String?, option: String) throws -> GraphFormat? {
        guard let name else { return nil }
        if let format = GraphFormat(named: name) { return format }
        let names = GraphFormat.allCases.map(\.rawValue)
        let hint =
            nearestName(to: name, in: names).map { "did you mean `\($0)`?" }
            ?? "there is \(names.joined(separator: ", "))"
        throw Failure.usage("\(option) \(name): no such format; \(hint)")
    }
}

/// Writes what can be made again beside its place and renames it: it appears whole or not at all.
func writeFile(_ bytes: [UInt8], to path: String) throws {
    do {
        let file = try AtomicFile(path: path)
        try bytes.withUnsafeBytes { try file.write($0) }
        try file.commit(isDurable: false)
    } catch let error as FileError {
        throw Failure(error)
    }
}

extension ColumnOptions {
    /// The map that all `--map` options together give: roles and columns in the option itself, or in a file.
    func columnMap() throws -> ColumnMap {
        var map = ColumnMap()
        for option in self.map {
            do {
                map.merge(try ColumnMap(argument: option))
            } catch let error as ColumnMap.Failure {
                throw Failure.usage("--map: \(error)")
            } catch let error as FileError {
                throw Failure(error)
            }
        }
        return map
    }
}
