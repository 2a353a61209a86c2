/// An enumeration whose cases are spelled one way when written and several ways when read.
///
/// The raw value is the canonical spelling, the only one that is ever written. Reading goes through
/// ``init(named:)``, which compares without case, accents and punctuation, so that `Not-Stated`,
/// `NOT_STATED` and `notStated` are one name.
public protocol NamedCase: CaseIterable, RawRepresentable, Hashable, Sendable, CustomStringConvertible
where RawValue == String, AllCases == [Self] {
    /// Further spellings that are accepted when reading, with what they mean.
    static var synonyms: [(name: String, value: Self)] { get }
}

extension NamedCase {
    /// No further spellings, unless a type gives some.
    public static var synonyms: [(name: String, value: Self)] { [] }

    /// The canonical spelling.
    public var description: String { rawValue }

    /// Reads a name, canonical or not; nil if no case is so named.
    ///
    /// - Parameter name: The canonical name or a synonym, in any case and punctuation.
    /// - Complexity: O(1) for the canonical spelling, otherwise O(cases × length of the name).
    public init?(named name: some StringProtocol) {
        let exact = String(name)
        if let value = Self(rawValue: exact) {
            self = value
            return
        }
        let key = foldedKey(exact)
        if let value = Self.allCases.first(where: { foldedKey($0.rawValue) == key }) {
            self = value
        } else if let synonym = Self.synonyms.first(where: { foldedKey($0.name) == key }) {
            self = synonym.value
        } else {
            return nil
        }
    }

    /// The canonical spelling nearest to a name that no case has: what a diagnostic suggests.
    public static func nearest(to name: some StringProtocol) -> String? {
        nearestName(to: name, in: allCases.map(\.rawValue))
    }
}
