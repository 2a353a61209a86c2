/// Opens workbooks and turns them into the text that tables are read from.
struct Workbook {
    /// Why a file is no workbook that can be read.
    enum Refusal: Equatable {
        /// A workbook of another program or of an old version; what it is.
        case foreign(String)
        /// It is locked with a password.
        case locked
        /// It is cut off, or its parts contradict themselves.
        case damaged(String)
        /// It unpacks to more than can be meant.
        case tooLarge(count: Int)
        /// Its sheets are more text than can be meant, through texts that many cells share or cells far apart.
        case unfolds(count: Int)
    }

    /// What a compound file of Microsoft's is, as old or locked workbooks are; nil if the bytes are none.
    static func refusal(ofCompoundFile bytes: UnsafeBufferPointer<UInt8>) -> Refusal? {
        guard bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) else { return nil }
        let has = { (name: String) in
            let wanted = name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            // The directory of a small file is near its beginning, of a large one near its end.
            let parts = [bytes.prefix(1 << 20), bytes.suffix(1 << 20)]
            return parts.contains { part in
                var position = part.startIndex
                while position + wanted.count <= part.endIndex {
                    if part[position] == wanted[0], part[position...].starts(with: wanted) { return true }
                    position += 64
                    position -= position % 64
                }
                return false
            }
        }
        if has("EncryptedPackage") || has("EncryptionInfo") { return .locked }
        if has("Workbook") || has("Book") { return .foreign("an old workbook of Excel, `.xls`") }
        return .foreign("an old document of Microsoft Office")
    }

    private let archive: ZipArchive
    private let path: String
    private let packedSize: Int

    /// Opens a workbook.
    ///
    /// - Returns: nil if the file is an archive of something else.
    init?(_ content: MappedFile, path: String) {
        guard let archive = ZipArchive(content, path: path) else { return nil }
        let parts = ["[Content_Types].xml", "xl/workbook.xml", "mimetype", "xl/workbook.bin"]
        guard parts.contains(where: archive.has) else { return nil }
        self.archive = archive
        self.path = path
        packedSize = content.count
    }

    /// The workbook's text, or why there is none.
    ///
    /// - Throws: ``FileError`` if there is no room to unpack it.
    func text() throws(FileError) -> Result<(text: WorkbookText, content: MappedFile), WorkbookFailure> {
        do throws(WorkbookFailure) {
            return .success(try read())
        } catch {
            if case .file(let failure) = error { throw failure }
            return .failure(error)
        }
    }

    /// Why a workbook is not read.
    enum WorkbookFailure: Error {
        case refused(Refusal)
        case file(FileError)
    }

    private func part(_ name: String) throws(WorkbookFailure) -> MappedFile? {
        let entry: ZipArchive.Entry
        do throws(FileError) { entry = try archive.unpack(name) } catch { throw .file(error) }
        switch entry {
        case .content(let content): return content
        case .missing: return nil
        case .locked: throw .refused(.locked)
        case .damaged: throw .refused(.damaged("its part `\(name)` is damaged"))
        case .tooLarge(let count): throw .refused(.tooLarge(count: count))
        }
    }

    private func read() throws(WorkbookFailure) -> (text: WorkbookText, content: MappedFile) {
        if let foreign = try foreign() { throw .refused(.foreign(foreign)) }
        let main = try mainPart()
        guard let document = try part(main) else {
            throw .refused(.foreign("a document of Microsoft Office that is no workbook"))
        }
        let list = try SheetList(document)
        let folder = String(main.prefix(through: main.lastIndex(of: "/") ?? main.startIndex))
        let name = main.split(separator: "/").last.map(String.init) ?? main
        let relations = try relations("\(folder)_rels/\(name).rels", folder: folder)
        var context = SheetConverter.Context()
        context.is1904 = list.is1904
        if let part = try part(relations.first(of: "sharedStrings") ?? folder + "sharedStrings.xml") {
            context.strings = SharedStrings(part)
        }
        if let part = try part(relations.first(of: "styles") ?? folder + "styles.xml") {
            context.formats = CellStyles(part).formats
        }
        var converter = SheetConverter(context, path: path, packedSize: packedSize)
        for sheet in list.sheets {
            let relation = relations.targets[sheet.relation]
            if let relation, relation.type != "worksheet" {
                converter.omit(sheet.name, .other(relation.type))
            } else if sheet.isHidden {
                converter.omit(sheet.name, .hidden)
            } else if let relation, let document = try part(relation.target) {
                do throws(FileError) {
                    try converter.add(sheet.name, document)
                } catch { throw .file(error) }
            } else {
                converter.omit(sheet.name, .unreadable("its part of the file is missing"))
            }
            if converter.isTrap { throw .refused(.unfolds(count: converter.count)) }
        }
        do throws(FileError) { return try converter.finish() } catch { throw .file(error) }
    }

    /// What other workbook the archive is.
    private func foreign() throws(WorkbookFailure) -> String? {
        if archive.has("xl/workbook.bin") { return "a binary workbook of Excel, `.xlsb`" }
        guard !archive.has("xl/workbook.xml"), let type = try part("mimetype") else { return nil }
        let name = type.withBytes { String(decoding: $0.prefix(200), as: UTF8.self) }
        return name.contains("spreadsheet")
            ? "a workbook of LibreOffice, `.ods`" : "a document of type \(TerminalText.visible(name))"
    }

    private func mainPart() throws(WorkbookFailure) -> String {
        let relations = try relations("_rels/.rels", folder: "")
        return relations.first(of: "officeDocument") ?? "xl/workbook.xml"
    }

    private func relations(
        _ name: String, folder: String
    ) throws(WorkbookFailure) -> Relations {
        guard let part = try part(name) else { return Relations() }
        return Relations(part, folder: folder)
    }
}

/// What a part of a package refers to.
struct Relations {
    private(set) var targets: [String: (type: String, target: String)] = [:]

    init() {}

    /// - Parameter folder: where names that do not begin with `/` begin.
    init(_ document: MappedFile, folder: String) {
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        while parser.next() {
            guard parser.event.kind == .start, parser.isNamed("Relationship"),
                let id = parser.attribute("Id"), let target = parser.attribute("Target"),
                parser.attribute("TargetMode") != "External"
            else { continue }
            let type = parser.attribute("Type")?.split(separator: "/").last.map(String.init) ?? ""
            targets[id] = (type, Self.resolved(target, in: folder))
        }
    }

    /// The first target of a type, in the order of the identifiers.
    func first(of type: String) -> String? {
        targets.filter { $0.value.type == type }.min { $0.key < $1.key }?.value.target
    }

    private static func resolved(_ target: String, in folder: String) -> String {
        var parts: [Substring] = []
        let path = target.hasPrefix("/") ? target : folder + target
        for part in path.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}

/// The sheets that a workbook names, in their order.
struct SheetList {
    struct Sheet {
        var name: String
        var relation: String
        var isHidden: Bool
    }

    private(set) var sheets: [Sheet] = []
    private(set) var is1904 = false

    init(_ document: MappedFile) throws(Workbook.WorkbookFailure) {
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        var isWorkbook = false
        while parser.next() {
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("workbook") {
                isWorkbook = true
            } else if parser.isNamed("workbookPr") {
                is1904 = ["1", "true", "on"].contains(parser.attribute("date1904") ?? "")
            } else if parser.isNamed("sheet"), let name = parser.attribute("name") {
                var relation = ""
                parser.forEachAttribute { if $0.hasSuffix(":id") { relation = $1 } }
                let isHidden = ["hidden", "veryHidden"].contains(parser.attribute("state") ?? "")
                sheets.append(Sheet(name: name, relation: relation, isHidden: isHidden))
            }
        }
        if let problem = parser.problem { throw .refused(.damaged(problem.message)) }
        guard isWorkbook else {
            throw .refused(.foreign("a document of Microsoft Office that is no workbook"))
        }
    }
}

/// The number formats of the cells' styles.
struct CellStyles {
    private(set) var formats: [NumberFormat] = []

    init(_ document: MappedFile) {
        let parser = XMLPullParser(document, from: XMLPullParser.documentStart(document))
        var codes: [Int: NumberFormat] = [:]
        var isOfCells = false
        while parser.next() {
            if parser.isNamed("cellXfs"), parser.event.kind != .text {
                isOfCells = parser.event.kind == .start
            }
            guard parser.event.kind == .start else { continue }
            if parser.isNamed("numFmt"), let number = parser.attribute("numFmtId").flatMap({ Int($0) }),
                let code = parser.attribute("formatCode")
            {
                codes[number] = NumberFormat(code: code)
            } else if isOfCells, parser.isNamed("xf") {
                let number = parser.attribute("numFmtId").flatMap { Int($0) } ?? 0
                formats.append(
                    codes[number] ?? NumberFormat(builtin: number) ?? NumberFormat(code: ""))
            }
        }
    }
}
