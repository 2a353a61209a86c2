/// What a diagnostic is about: a stable code with its meaning.
///
/// The first two digits name the room: 00 files and encodings, 01 the graph, 02 YAML and JSON documents,
/// 03 tables and edge lists, 04 ontologies, 05 XML and the formats of other graph programs,
/// 06 threat intelligence and other records, 07 texts. A code never changes its meaning and is never used again.
public enum DiagnosticCode: String, CaseIterable, Sendable, CustomStringConvertible {
    // MARK: Files and encodings
    /// There is no file of that name.
    case noSuchFile = "L0001"
    /// The input is a directory, where a file is needed.
    case isDirectory = "L0002"
    /// The file is there but can't be read.
    case unreadableFile = "L0003"
    /// The file has no content.
    case emptyFile = "L0004"
    /// The file holds bytes that are not UTF-8.
    case invalidUTF8 = "L0005"
    /// Neither the file's name nor its content tells the format.
    case unknownFormat = "L0006"
    /// This format can be written but not read.
    case unreadableFormat = "L0007"
    /// The file is in UTF-16 or UTF-32; only UTF-8 is read.
    case unsupportedEncoding = "L0008"
    /// The file ends in the middle of something.
    case truncatedFile = "L0009"
    /// The file is compressed; it must be unpacked first.
    case compressedFile = "L0010"
    /// The compressed file's data are damaged.
    case damagedFile = "L0011"
    /// The compressed file unpacks to more than can be meant.
    case bombFile = "L0012"
    /// The file is a page of the web in place of data.
    case webPage = "L0013"
    /// Something of the input is not in the graph, where nothing may be missing.
    case leftOut = "L0014"

    // MARK: The graph
    /// The ontology has no kind of that name.
    case unknownKind = "L0101"
    /// The ontology has no relation of that name.
    case unknownRelation = "L0102"
    /// The relation can't start at a node of that kind.
    case wrongSource = "L0103"
    /// The relation can't lead to a node of that kind.
    case wrongTarget = "L0104"
    /// An edge or a claim names a node that no input defines.
    case noSuchNode = "L0105"
    /// Two nodes of one file have the same identifier.
    case duplicateNode = "L0106"
    /// Two edges have the same identifier.
    case duplicateEdge = "L0107"
    /// A node or an edge has an empty identifier.
    case emptyIdentifier = "L0108"
    /// The text is no date; it is kept as it stands, beside an empty date.
    case badDate = "L0109"
    /// A confidence is a whole number from 0 to 100 or a term of a scale.
    case badConfidence = "L0110"
    /// There is no modality of that name.
    case unknownModality = "L0111"
    /// A reliability is a letter A to F, a credibility a digit 1 to 6.
    case badGrade = "L0112"
    /// Things are parts of, or located in, one another in a circle.
    case cycle = "L0113"
    /// An edge links a node to itself.
    case selfLoop = "L0114"
    /// Edges without a claim count as established by the input itself.
    case noClaims = "L0115"
    /// An edge that was there already got the claims of another.
    case mergedEdges = "L0116"
    /// Two inputs give the same node different kinds.
    case conflictingKinds = "L0117"
    /// Two inputs disagree about a value; the first one is kept.
    case conflictingValues = "L0118"
    /// There are more nodes or edges than a graph can number.
    case tooLarge = "L0119"
    /// A node is named only at the end of an edge; it was made of kind Entity.
    case missingNode = "L0120"
    /// A name has control characters or invisible direction marks.
    case suspiciousName = "L0121"
    /// A node needs a concrete kind, not an abstract one.
    case abstractKind = "L0122"

    // MARK: YAML and JSON documents
    /// The document breaks the rules of its format.
    case syntaxError = "L0201"
    /// A key that is needed is not there.
    case missingKey = "L0202"
    /// The value is of another type than is needed here.
    case wrongType = "L0203"
    /// The key is not known here; its value is kept as an attribute.
    case unknownKey = "L0204"
    /// A mapping has the same key twice; the first value counts.
    case duplicateKey = "L0205"
    /// The version of the file format is missing or not known.
    case wrongVersion = "L0206"
    /// The document's aliases unfold to more than can be meant.
    case tooManyAliases = "L0207"
    /// The document is nested too deeply.
    case tooDeep = "L0208"
    /// An escape sequence stands for no character.
    case badEscape = "L0209"
    /// The file holds several documents; only the first is read.
    case severalDocuments = "L0210"
    /// The number is beyond what can be held exactly; it is kept as text.
    case numberOutOfRange = "L0211"
    /// An alias refers to an anchor that is not defined before it.
    case undefinedAlias = "L0212"
    /// The tag has no meaning here; the value is read without it.
    case unsupportedTag = "L0213"

    // MARK: Tables and edge lists
    /// A quoted field is never closed.
    case unclosedQuote = "L0301"
    /// A quote stands inside a field that is not quoted, or text follows one.
    case strayQuote = "L0302"
    /// A row has more or fewer fields than the header.
    case wrongFieldCount = "L0303"
    /// A column that is needed is not there.
    case missingColumn = "L0304"
    /// A column named in the column map is not in the table.
    case unknownColumn = "L0305"
    /// Two columns have the same name or the same meaning.
    case duplicateColumn = "L0306"
    /// A cell that must have a value is empty.
    case emptyCell = "L0307"
    /// The text is no number.
    case badNumber = "L0308"
    /// The cell's value is not of the form that its column needs.
    case badCell = "L0309"
    /// A line has fewer than the two fields of an edge.
    case tooFewFields = "L0310"
    /// The table seems to have no header row.
    case noHeader = "L0311"
    /// The text has a byte of value 0.
    case nulByte = "L0312"

    // MARK: Ontologies
    /// A kind or a relation is defined twice.
    case duplicateDefinition = "L0401"
    /// A definition names a kind that is not defined.
    case undefinedKind = "L0402"
    /// A relation allows no kind at one of its ends.
    case emptyEnds = "L0403"
    /// The ontology has more kinds or relations than can be numbered.
    case ontologyTooLarge = "L0404"
    /// The ontology's file can't be read.
    case ontologyFile = "L0405"
    /// Two inputs bring ontologies that don't go together.
    case conflictingOntologies = "L0406"
    /// A definition has a value that is not one of those allowed.
    case badDefinition = "L0407"

    // MARK: XML and the formats of other graph programs
    /// The file declares an entity of XML, or refers to one outside it.
    case refusedEntity = "L0501"
    /// A single tag or comment is longer than is read.
    case tooLong = "L0502"
    /// The element is not known here; it is kept as text or left out.
    case unknownElement = "L0503"
    /// An attribute is not declared, or declared wrongly; its values are kept.
    case badDeclaration = "L0504"
    /// The value is not of its declared type; it is kept as text.
    case badValue = "L0505"
    /// The file holds several graphs.
    case severalGraphs = "L0506"
    /// There are more or fewer than the file announces.
    case wrongCount = "L0507"

    // MARK: Threat intelligence and other records
    /// An identifier or a reference is not of the form that its format demands.
    case badIdentifier = "L0621"
    /// An object is there in a newer version, or twice.
    case supersededObject = "L0622"
    /// The model has no schema of that name.
    case unknownSchema = "L0623"
    /// The schema has no property of that name; its value is kept as an attribute.
    case unknownProperty = "L0624"

    // MARK: Texts
    /// A line is no annotation of a text; it is left out.
    case badAnnotation = "L0701"
    /// The text that annotations are about is not there.
    case noText = "L0702"
    /// The text has something else where an annotation points.
    case textMismatch = "L0703"

    /// The code itself, such as `L0102`.
    public var description: String { rawValue }

    /// What it means, in one sentence.
    public var meaning: String { entry.meaning }

    /// How grave it is unless the reader says otherwise.
    public var severity: Diagnostic.Severity { entry.severity }

    private var entry: (severity: Diagnostic.Severity, meaning: String) {
        switch self {
        case .noSuchFile: (.error, "There is no file of that name.")
        case .isDirectory: (.error, "The input is a directory, where a file is needed.")
        case .unreadableFile: (.error, "The file is there but can't be read.")
        case .emptyFile: (.error, "The file has no content.")
        case .invalidUTF8: (.error, "The file holds bytes that are not UTF-8.")
        case .unknownFormat: (.error, "Neither the file's name nor its content tells the format.")
        case .unreadableFormat: (.error, "This format can be written but not read.")
        case .unsupportedEncoding: (.error, "The file is in UTF-16 or UTF-32; only UTF-8 is read.")
        case .truncatedFile: (.error, "The file ends in the middle of something.")
        case .compressedFile: (.error, "The file is compressed; it must be unpacked first.")
        case .damagedFile: (.error, "The compressed file's data are damaged.")
        case .bombFile: (.error, "The compressed file unpacks to more than can be meant.")
        case .webPage: (.error, "The file is a page of the web in place of data.")
        case .leftOut:
            (.error, "Something of the input is not in the graph, where nothing may be missing.")

        case .unknownKind: (.error, "The ontology has no kind of that name.")
        case .unknownRelation: (.error, "The ontology has no relation of that name.")
        case .wrongSource: (.error, "The relation can't start at a node of that kind.")
        case .wrongTarget: (.error, "The relation can't lead to a node of that kind.")
        case .noSuchNode: (.error, "An edge or a claim names a node that no input defines.")
        case .duplicateNode: (.error, "Two nodes of one file have the same identifier.")
        case .duplicateEdge: (.error, "Two edges have the same identifier.")
        case .emptyIdentifier: (.error, "A node or an edge has an empty identifier.")
        case .badDate: (.warning, "The text is no date; it is kept as it stands, beside an empty date.")
        case .badConfidence: (.error, "A confidence is a whole number from 0 to 100 or a term of a scale.")
        case .unknownModality: (.error, "There is no modality of that name.")
        case .badGrade: (.error, "A reliability is a letter A to F, a credibility a digit 1 to 6.")
        case .cycle: (.error, "Things are parts of, or located in, one another in a circle.")
        case .selfLoop: (.note, "An edge links a node to itself.")
        case .noClaims: (.note, "Edges without a claim count as established by the input itself.")
        case .mergedEdges: (.note, "An edge that was there already got the claims of another.")
        case .conflictingKinds: (.error, "Two inputs give the same node different kinds.")
        case .conflictingValues: (.warning, "Two inputs disagree about a value; the first one is kept.")
        case .tooLarge: (.error, "There are more nodes or edges than a graph can number.")
        case .missingNode: (.note, "A node is named only at the end of an edge; it was made of kind Entity.")
        case .suspiciousName: (.warning, "A name has control characters or invisible direction marks.")
        case .abstractKind: (.error, "A node needs a concrete kind, not an abstract one.")

        case .syntaxError: (.error, "The document breaks the rules of its format.")
        case .missingKey: (.error, "A key that is needed is not there.")
        case .wrongType: (.error, "The value is of another type than is needed here.")
        case .unknownKey: (.warning, "The key is not known here; its value is kept as an attribute.")
        case .duplicateKey: (.error, "A mapping has the same key twice; the first value counts.")
        case .wrongVersion: (.error, "The version of the file format is missing or not known.")
        case .tooManyAliases: (.error, "The document's aliases unfold to more than can be meant.")
        case .tooDeep: (.error, "The document is nested too deeply.")
        case .badEscape: (.error, "An escape sequence stands for no character.")
        case .severalDocuments: (.error, "The file holds several documents; only the first is read.")
        case .numberOutOfRange:
            (.warning, "The number is beyond what can be held exactly; it is kept as text.")
        case .undefinedAlias: (.error, "An alias refers to an anchor that is not defined before it.")
        case .unsupportedTag: (.warning, "The tag has no meaning here; the value is read without it.")

        case .unclosedQuote: (.error, "A quoted field is never closed.")
        case .strayQuote: (.warning, "A quote stands inside a field that is not quoted, or text follows one.")
        case .wrongFieldCount: (.error, "A row has more or fewer fields than the header.")
        case .missingColumn: (.error, "A column that is needed is not there.")
        case .unknownColumn: (.error, "A column named in the column map is not in the table.")
        case .duplicateColumn: (.warning, "Two columns have the same name or the same meaning.")
        case .emptyCell: (.error, "A cell that must have a value is empty.")
        case .badNumber: (.error, "The text is no number.")
        case .badCell: (.error, "The cell's value is not of the form that its column needs.")
        case .tooFewFields: (.error, "A line has fewer than the two fields of an edge.")
        case .noHeader: (.warning, "The table seems to have no header row.")
        case .nulByte: (.error, "The text has a byte of value 0.")

        case .duplicateDefinition: (.error, "A kind or a relation is defined twice.")
        case .undefinedKind: (.error, "A definition names a kind that is not defined.")
        case .emptyEnds: (.error, "A relation allows no kind at one of its ends.")
        case .ontologyTooLarge: (.error, "The ontology has more kinds or relations than can be numbered.")
        case .ontologyFile: (.error, "The ontology's file can't be read.")
        case .conflictingOntologies: (.error, "Two inputs bring ontologies that don't go together.")
        case .badDefinition: (.error, "A definition has a value that is not one of those allowed.")

        case .refusedEntity: (.error, "The file declares an entity of XML, or refers to one outside it.")
        case .tooLong: (.error, "A single tag or comment is longer than is read.")
        case .unknownElement: (.warning, "The element is not known here; it is kept as text or left out.")
        case .badDeclaration:
            (.warning, "An attribute is not declared, or declared wrongly; its values are kept.")
        case .badValue: (.warning, "The value is not of its declared type; it is kept as text.")
        case .severalGraphs: (.note, "The file holds several graphs.")
        case .wrongCount: (.warning, "There are more or fewer than the file announces.")

        case .badIdentifier:
            (.warning, "An identifier or a reference is not of the form that its format demands.")
        case .supersededObject: (.note, "An object is there in a newer version, or twice.")
        case .unknownSchema: (.warning, "The model has no schema of that name.")
        case .unknownProperty:
            (.warning, "The schema has no property of that name; its value is kept as an attribute.")

        case .badAnnotation: (.error, "A line is no annotation of a text; it is left out.")
        case .noText: (.warning, "The text that annotations are about is not there.")
        case .textMismatch: (.warning, "The text has something else where an annotation points.")
        }
    }
}
