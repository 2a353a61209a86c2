internal import LinkChartModel

/// What a key means in a triple, or around it.
final class TripleKeyRole: Sendable {
    /// What it says of a claim or of an edge.
    enum Remark: Sendable {
        case none, statement, source, claimant, via, confidence, locator, negation, speculation, polarity,
            modality,
            validity, date
    }

    let name: String
    private let bytes: [UInt8]
    /// Its place in ``TripleKeys/subject``, and so on: the first one that an object has counts; nil if it is no such key.
    let subject: Int?
    let object: Int?
    let relation: Int?
    let isSubjectType: Bool
    let isObjectType: Bool
    let isContainer: Bool
    let isListOfEntities: Bool
    let remark: Remark
    /// What a confidence's attribute is called that keeps it as it was written: one name, in an array that claims share.
    let rawNames: [String]

    init(_ name: String) {
        let lower = name.lowercased()
        self.name = name
        bytes = Array(name.utf8)
        subject = TripleKeys.subject.firstIndex(of: name)
        object = TripleKeys.object.firstIndex(of: name)
        relation = TripleKeys.relation.firstIndex(of: name)
        isSubjectType = TripleKeys.subjectTypes.contains(lower)
        isObjectType = TripleKeys.objectTypes.contains(lower)
        isContainer = TripleKeys.containers.contains(lower)
        isListOfEntities = lower == "entities"
        remark = Self.remark(lower)
        rawNames = ["raw" + name.prefix(1).uppercased() + name.dropFirst()]
    }

    /// Whether the key is called so.
    func isNamed(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count == name.count && bytes.elementsEqual(name)
    }

    private static func remark(_ name: String) -> Remark {
        if TripleKeys.statements.contains(name) { return .statement }
        if TripleKeys.sources.contains(name) { return .source }
        if TripleKeys.claimants.contains(name) { return .claimant }
        if name == "via" { return .via }
        if TripleKeys.confidences.contains(name) { return .confidence }
        if TripleKeys.locators.contains(name) { return .locator }
        if name == "polarity" { return .polarity }
        if TripleKeys.negations.contains(name) { return .negation }
        if TripleKeys.speculations.contains(name) { return .speculation }
        if name == "modality" { return .modality }
        if TripleKeys.validities.contains(name) { return .validity }
        return TripleKeys.dates.contains(name) ? .date : .none
    }
}

/// The keys of a file with their meanings: a million triples have the same few.
final class TripleVocabulary {
    private var names = StringTable()
    private var roles: [TripleKeyRole] = []
    /// More different keys than any file of triples has are looked at anew each time.
    private static let limit = 4_096

    /// The number of the key that came after each key when that was asked for last: objects have their keys in one order.
    private var following: [Int] = []
    private var last = 0

    /// What a key of a tree means.
    func role(_ tree: DocumentTree, _ key: Int) -> TripleKeyRole {
        tree.withText(key) { bytes in
            if last < following.count {
                let expected = following[last]
                let role = roles[expected]
                if role.isNamed(bytes) {
                    last = expected
                    return role
                }
            }
            if let number = names.number(ofBytes: bytes) {
                if last < following.count { following[last] = number }
                last = number
                return roles[number]
            }
            let role = TripleKeyRole(String(decoding: bytes, as: UTF8.self))
            if roles.count < Self.limit {
                if last < following.count { following[last] = roles.count }
                last = roles.count
                names.insert(bytes: bytes)
                roles.append(role)
                following.append(0)
            }
            return role
        }
    }
}
